"""The words for items, rules, checks and laws: from the packs that judged the paper."""

import re
from collections.abc import Mapping
from pathlib import Path

from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckBook, CheckEntry
from agreecheck.model.law import LawBook
from agreecheck.model.rule import Item, Law, Rule
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_SLOT = re.compile(r"\{(\w+)\}")


class Texts(Frozen):
    """By key: items and rules of the packs, checks and the reasons for their results, laws; words for empty slots."""

    items: dict[str, Item] = {}
    rules: dict[str, Rule] = {}
    checks: dict[str, CheckEntry] = {}
    reasons: dict[str, Words] = {}
    laws: dict[str, Law] = {}
    neutral: dict[str, Words] = {}


def fill(template: str, values: Mapping[str, str], neutral: Mapping[str, str]) -> str:
    """The template with its slots filled: from ``values``, else from ``neutral`` words, never with braces left."""
    return _SLOT.sub(lambda slot: values.get(slot[1]) or neutral.get(slot[1]) or neutral.get("other", ""), template)


def load(packs: tuple[str, ...]) -> Texts:
    """The texts of the named packs; of two packs that word the same thing, the first. Raises PackError."""
    from agreecheck.packs.load import load as load_pack

    texts = Texts()
    for name in reversed(packs):
        pack = load_pack(name)
        home = folder(name)
        book = _checks(home / "checks.toml")
        texts = Texts(
            items={**texts.items, **{i.slug: i for i in pack.items}},
            rules={**texts.rules, **{r.id: r for r in pack.rules}},
            checks={**texts.checks, **{c.id: c for c in book.checks}},
            reasons={**texts.reasons, **book.reasons},
            laws={**texts.laws, **_laws(home / "law.toml")},
            neutral={**texts.neutral, **pack.neutral},
        )
    return texts


def _laws(path: Path) -> dict[str, Law]:
    return decode(path, LawBook).entries() if path.is_file() else {}


def _checks(path: Path) -> CheckBook:
    return decode(path, CheckBook) if path.is_file() else CheckBook(checks=(), reasons={}, warnings={}, cues={})
