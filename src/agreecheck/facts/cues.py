"""Cue words: which words near a figure say what the figure is. They are data, ``roles.toml`` of a pack."""

import re
from functools import cache
from typing import Literal, NamedTuple

from agreecheck.facts.flow import Flow
from agreecheck.model.base import Frozen
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

Kind = Literal["amount", "date", "rate", "term"]
Where = Literal["before", "after", "scope", "title"]

_WITHIN_PART = {"zh": "(?:[^，。；：,;:、\\n\\t（）()]{0,8}?)", "en": "(?:[^,.;:\\n\\t()]{0,30}?)"}
_WITHIN_SENTENCE = {"zh": "(?:[^。；;\\n]{0,40}?)", "en": "(?:[^;\\n]{0,80}?)"}


class Cue(Frozen):
    """Phrases that give a role.

    ``where``: the phrase stands before the figure, after it, somewhere before it in the same sentence (scope; ``stop``
    ends the scope), or in the title of its clause. ``reach`` is how many characters may lie between. ``needs`` and
    ``unless`` are looked for in the sentence. ``role`` may be empty: then the phrase says that no role applies.
    In phrases ``~`` stands for a few characters without punctuation, ``…`` for some within the sentence.
    """

    role: str
    phrases: tuple[str, ...]
    where: Where = "before"
    weight: int = 50
    reach: int = 16
    needs: str = ""
    unless: str = ""
    stop: str = ""


class RolePack(Frozen):
    """Content of ``roles.toml``; ``not_due`` are words that make a day of the month no due day (账单日)."""

    amount: tuple[Cue, ...] = ()
    date: tuple[Cue, ...] = ()
    rate: tuple[Cue, ...] = ()
    term: tuple[Cue, ...] = ()
    not_due: tuple[str, ...] = ()


class Compiled(NamedTuple):
    cue: Cue
    phrases: re.Pattern[str]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    stop: re.Pattern[str] | None


class Hit(NamedTuple):
    """A cue seen in the flow."""

    start: int
    end: int
    by: Compiled


@cache
def cues(pack: str, kind: Kind) -> tuple[Compiled, ...]:
    """The compiled cues of one kind of fact."""
    roles = decode(folder(pack) / "roles.toml", RolePack)
    return tuple(_compile(cue, pack) for cue in getattr(roles, kind))


@cache
def not_due(pack: str) -> re.Pattern[str] | None:
    """Words that say that a day of the month is no due day."""
    words = decode(folder(pack) / "roles.toml", RolePack).not_due
    return pattern(words, pack) if words else None


def expression(phrase: str, pack: str) -> str:
    """A phrase as a regular expression."""
    return phrase.replace("~", _WITHIN_PART[pack]).replace("…", _WITHIN_SENTENCE[pack])


def pattern(phrases: tuple[str, ...], pack: str) -> re.Pattern[str]:
    """One expression for all phrases, longer ones first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(f"(?:{expression(p, pack)})" for p in ordered), re.IGNORECASE)


def _compile(cue: Cue, pack: str) -> Compiled:
    one = lambda text: pattern((text,), pack) if text else None  # noqa: E731
    return Compiled(cue, pattern(cue.phrases, pack), one(cue.needs), one(cue.unless), one(cue.stop))


def hits(flow: Flow, pack: str, kind: Kind) -> tuple[Hit, ...]:
    """Every cue in the flow; a phrase inside a longer one of the same kind keeps silent (本金 in 原借款本金)."""
    found = [
        Hit(m.start(), m.end(), compiled)
        for compiled in cues(pack, kind)
        for m in compiled.phrases.finditer(flow.text)
        if m.end() > m.start()
    ]
    found.sort(key=lambda h: (h.start, -h.end))
    return tuple(h for h in found if h.by.cue.where in ("scope", "title") or not _inside_longer(h, found))


def _inside_longer(hit: Hit, found: list[Hit]) -> bool:
    return any(
        other.start <= hit.start
        and hit.end <= other.end
        and other.end - other.start > hit.end - hit.start
        and other.by.cue.where == hit.by.cue.where
        and other.by.cue.weight >= hit.by.cue.weight
        for other in found
    )
