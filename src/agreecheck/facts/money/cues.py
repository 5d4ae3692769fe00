"""Cue words: which words near a figure say what the figure is. They are data, ``roles.toml`` of a pack."""

import re
from functools import cache, cached_property
from typing import Literal, NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.model.base import Frozen
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

Kind = Literal["amount", "date", "rate", "term"]
Where = Literal["before", "after", "scope"]

_BEHIND = 60  # how far a phrase behind a figure may run

# Compiling is most of the cost of a short paper: \w compiles faster than a class of marks, case is for English only.
_WITHIN_PART = {"zh": "\\w{0,8}?", "en": "(?:[^,.;:\\n\\t()]{0,30}?)"}
_WITHIN_SENTENCE = {"zh": "(?:[^。；;\\n]{0,40}?)", "en": "(?:[^;\\n]{0,80}?)"}
_COUNT = {"zh": "[\\d一二三四五六七八九十两]{1,4}", "en": "(?:\\d{1,3}|[a-z-]{3,12})"}


class Cue(Frozen):
    """Phrases that give a role.

    ``where``: the phrase stands before the figure, after it, somewhere before it in the same sentence (scope; ``stop``
    ends the scope). ``reach`` is how many characters may lie between. ``needs`` and ``unless`` are looked for in the
    sentence, ``then`` must follow right behind the figure. ``role`` may be empty: the words say that no role applies.
    In phrases ``~`` stands for a few characters without punctuation, ``…`` for some within the sentence, ``#`` for a
    small number.
    """

    role: str
    phrases: tuple[str, ...]
    where: Where = "before"
    weight: int = 50
    reach: int = 16
    needs: str = ""
    unless: str = ""
    then: str = ""
    stop: str = ""


class RolePack(Frozen):
    """Content of ``roles.toml``; ``not_due`` are words that make a day of the month no due day (账单日), ``general``
    words that may stand before any sum (欠, 应付)."""

    amount: tuple[Cue, ...] = ()
    date: tuple[Cue, ...] = ()
    rate: tuple[Cue, ...] = ()
    term: tuple[Cue, ...] = ()
    not_due: tuple[str, ...] = ()
    general: tuple[str, ...] = ()


class Compiled:
    """A cue with its expressions, each compiled when it is first asked for: most conditions never are."""

    def __init__(self, cue: Cue, pack: str) -> None:
        self.cue, self._pack = cue, pack

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        return pattern(self.cue.phrases, self._pack)

    @cached_property
    def needs(self) -> re.Pattern[str] | None:
        return self._one(self.cue.needs)

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        return self._one(self.cue.unless)

    @cached_property
    def then(self) -> re.Pattern[str] | None:
        return self._one(self.cue.then)

    @cached_property
    def stop(self) -> re.Pattern[str] | None:
        return self._one(self.cue.stop)

    def _one(self, text: str) -> re.Pattern[str] | None:
        return pattern((text,), self._pack) if text else None


class Hit(NamedTuple):
    """A cue seen in the flow."""

    start: int
    end: int
    by: Compiled


@cache
def cues(pack: str, kind: Kind) -> tuple[Compiled, ...]:
    """The cues of one kind of fact."""
    roles = decode(folder(pack) / "roles.toml", RolePack)
    return tuple(Compiled(cue, pack) for cue in getattr(roles, kind))


@cache
def not_due(pack: str) -> re.Pattern[str] | None:
    """Words that say that a day of the month is no due day."""
    words = decode(folder(pack) / "roles.toml", RolePack).not_due
    return pattern(words, pack) if words else None


@cache
def general(pack: str) -> re.Pattern[str]:
    """Words that may stand before any sum, whatever it is."""
    return pattern(decode(folder(pack) / "roles.toml", RolePack).general or ("(?!)",), pack)


def expression(phrase: str, pack: str) -> str:
    """A phrase as a regular expression."""
    filled = phrase.replace("#", _COUNT[pack])
    return filled.replace("~", _WITHIN_PART[pack]).replace("…", _WITHIN_SENTENCE[pack])


def pattern(phrases: tuple[str, ...], pack: str) -> re.Pattern[str]:
    """One expression for all phrases, longer ones first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return compiled(
        "|".join(f"(?:{expression(p, pack)})" for p in ordered), re.MULTILINE | (re.IGNORECASE if pack == "en" else 0)
    )


def hits(flow: Flow, pack: str, kind: Kind) -> tuple[Hit, ...]:
    """Every cue of the flow that stands before figures, in order."""
    found = [
        Hit(m.start(), m.end(), one)
        for one in cues(pack, kind)
        if one.cue.where != "after"
        for m in one.phrases.finditer(flow.text)
        if m.end() > m.start()
    ]
    return tuple(sorted(found, key=lambda h: (h.start, -h.end)))


def hits_after(flow: Flow, pack: str, kind: Kind, start: int, stop: int) -> tuple[Hit, ...]:
    """The first hit of each cue that stands behind a figure, looked for in ``[start, stop)`` behind it."""
    result = []
    for one in cues(pack, kind):
        if one.cue.where == "after":
            match = one.phrases.search(flow.text, start, min(stop, start + one.cue.reach + _BEHIND))
            if match and match.end() > match.start():
                result.append(Hit(match.start(), match.end(), one))
    return tuple(result)
