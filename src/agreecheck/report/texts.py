"""The words for items, rules, checks and laws: from the packs that judged the paper."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import field

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckBook, CheckEntry
from agreecheck.model.law import LawBook
from agreecheck.model.rule import Item, Law, Rule
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder, root
from agreecheck.packs.law import law
from agreecheck.text.spoken import spoken

_SLOT = compiled(r"\{(\w+)\}")


class Texts(Frozen):
    """By key: items and rules of the packs, checks and the reasons for their results, laws; words for empty slots."""

    items: dict[str, Item] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    checks: dict[str, CheckEntry] = field(default_factory=dict)
    reasons: dict[str, Words] = field(default_factory=dict)
    warnings: dict[str, Words] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)
    neutral: dict[str, Words] = field(default_factory=dict)
    abroad: bool = False


def fill(template: str, values: Mapping[str, str], neutral: Mapping[str, str], language: str) -> str:
    """The template with its slots filled: from ``values``, else from ``neutral`` words, never with braces left."""

    def word(slot: re.Match[str]) -> str:
        return spoken(values.get(slot[1], ""), language) or neutral.get(slot[1]) or neutral.get("other", "")

    return _SLOT.sub(word, template)


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the program, the Chinese one first."""
    names = sorted(home.name for home in root().iterdir() if (home / "pack.toml").is_file())
    return tuple(sorted(names, key=lambda name: name != "zh"))


def load(packs: tuple[str, ...], book_of_law: LawBook | None = None) -> Texts:
    """The texts of the named packs (of two that word the same thing, the first's), of all checks and laws.

    Raises PackError.
    """
    from agreecheck.packs.load import load as load_pack

    book = _checks()
    named = [load_pack(name) for name in reversed(packs)]
    return Texts(
        items={i.slug: i for pack in named for i in pack.items},
        rules={r.id: r for pack in named for r in pack.rules},
        neutral={slot: words for pack in named for slot, words in pack.neutral.items()},
        checks={c.id: c for c in book.checks},
        reasons=book.reasons,
        warnings=book.warnings,
        laws=(book_of_law or law()).entries(),
        abroad=all(pack.jurisdiction != "CN" for pack in named),
    )


@cache
def _checks() -> CheckBook:
    return decode(folder("zh") / "checks.toml", CheckBook)
