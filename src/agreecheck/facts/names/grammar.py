"""Names in a text, whatever their language: what a name is and what a grammar of names can do."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.span import Span

HAN = r"[^\W\d_A-Za-z①-⓿]"
"""A letter that is not Latin. A range of all Han characters would cost two milliseconds in every expression."""
HAN_OR_LATIN = r"[^\W_①-⓿]"
_FIELD_END = compiled(r"[\t\n,;。:_]| {2,}")
_LONGEST = 160
_NO_LETTER_BEFORE = "(?<![A-Za-z0-9])"
_NO_LETTER_BEHIND = "(?![A-Za-z0-9])"


class Name(Frozen):
    """A name in the text; ``text`` is written without the blanks that only set it in type."""

    text: str
    span: Span
    person: bool


class Names(Protocol):
    """A grammar of names. Texts are folded; ``set_off`` says that a label and a colon stand before the name, so that
    less will do for a proof."""

    def name_at(self, text: str, start: int, *, set_off: bool = True) -> Name | None:
        """The name that begins at ``start``: an organisation, a person or, where it fills the field, a firm."""

    def person_at(self, text: str, start: int, *, set_off: bool, kin: str = "") -> Name | None:
        """The person whose name begins at ``start``. ``kin``: surnames that others in the paper bear, so that they are
        no everyday words."""

    def person_before(self, text: str, end: int) -> Name | None:
        """The person whose name ends at ``end``."""

    def organisations(self, text: str) -> tuple[Name, ...]:
        """Every organisation named in running text, in order of place."""

    def runs_on(self, name: str) -> bool:
        """Whether what looks like a name holds words of a sentence."""


def longest_first(words: Iterable[str]) -> str:
    """An alternation that prefers the longer of two words; Latin words match as whole words only."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        (_NO_LETTER_BEFORE if before else "")
        + f"(?:{'|'.join(map(re.escape, alike))})"
        + (_NO_LETTER_BEHIND if behind else "")
        for (before, behind), alike in groupby(ordered, lambda word: (_latin(word[:1]), _latin(word[-1:])))
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def field_end(text: str, start: int) -> int:
    """Where the field that begins at ``start`` ends: at a tab, a line, a stop, two blanks, or the longest name."""
    longest = min(len(text), start + _LONGEST)
    found = _FIELD_END.search(text, start, longest)
    return found.start() if found else longest


def as_written(text: str, name: Name) -> str:
    """The name in the document's own characters, without the blanks that only set it in type."""
    return unspaced(name.span.slice(text))


def unspaced(raw: str) -> str:
    return " ".join(raw.split()) if raw.isascii() else re.sub(r"\s+", "", raw)


def name_of(text: str, start: int, end: int, *, person: bool) -> Name:
    return Name(text=unspaced(text[start:end]), span=Span(start, end), person=person)
