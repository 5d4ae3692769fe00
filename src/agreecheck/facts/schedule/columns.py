"""What the columns and rows of a table mean, by the words that name them."""

import re
from functools import cache

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder


class RowCue(Frozen):
    """Words of a row's label that say what its figure is."""

    role: str
    phrases: tuple[str, ...]


class TableWords(Frozen):
    """``total`` names a row of sums, ``disposable`` what is left over of an income; in a header ``remaining`` is what
    is left to pay after an instalment, ``each`` a sum that is paid every month; the others are units of money there."""

    total: tuple[str, ...]
    remaining: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    disposable: tuple[str, ...] = ()
    ten_thousand: tuple[str, ...] = ()


class ColumnPack(Frozen):
    """Content of ``columns.toml``."""

    columns: dict[str, tuple[str, ...]]
    words: TableWords
    rows: tuple[RowCue, ...] = ()


@cache
def vocabulary(pack: str) -> ColumnPack:
    """The table words of a pack."""
    return decode(folder(pack) / "columns.toml", ColumnPack)


@cache
def _compiled(pack: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (meaning, compiled("|".join(sorted(phrases, key=len, reverse=True)), re.IGNORECASE))
        for meaning, phrases in vocabulary(pack).columns.items()
    )


_UNIT = compiled(r"[(（][^)）]*[)）]|单位[:：].*$")


def meaning(header: str, pack: str) -> str:
    """What a column is, empty if its header says nothing known. The phrase that covers most of the header wins."""
    words = _UNIT.sub("", header).strip()
    if pack == "zh":
        words = re.sub(r"\s", "", words)
    best = ("", 0, 0)
    for name, expression in _compiled(pack):
        for match in expression.finditer(words):
            length = match.end() - match.start()
            if (length, match.end()) > best[1:]:
                best = (name, length, match.end())
    return best[0]


def in_words(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the expressions is found in the text, blanks aside."""
    bare = re.sub(r"\s", "", text)
    return any(re.search(re.sub(r"\\s\*", "", word), bare, re.IGNORECASE) for word in words)


def row_role(label: str, pack: str) -> str:
    """The role that a row's label gives to its figure, empty if none."""
    for cue in vocabulary(pack).rows:
        if in_words(label, cue.phrases):
            return cue.role
    return ""
