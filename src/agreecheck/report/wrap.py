"""Lines of a given width on a terminal, where a Chinese sign takes two cells and punctuation keeps its place."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width

_NOT_FIRST = frozenset("、，。；：？！）】》」』”’〉〕％%‰…,.;:?!)]}")
_NOT_LAST = frozenset("（【《「『“‘〈〔([{￥¥$")


def cells(text: str) -> int:
    """The width of a text in cells."""
    return sum(map(_cells, text))


def breaks(text: str, width: int) -> list[int]:
    """Offsets at which the text is to be cut so that no line is wider than ``width``, white space at cuts included.

    No line begins with a closing sign or ends with an opening one, and no Latin word or number is cut, unless it is
    wider than a line itself.
    """
    cuts: list[int] = []
    start = 0
    while True:
        end = _reach(text, start, width)
        if end >= len(text):
            return cuts
        cut = next((at for at in range(end, start, -1) if _may_break(text, at)), end)
        cuts.append(cut)
        start = cut


def lines(text: str, width: int, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """The text in lines no wider than ``width``: the first behind ``indent`` blanks, the others behind ``hanging``."""
    at = (breaks(text, width - indent) or [len(text)])[0]
    yield " " * indent + text[:at].rstrip(" ")
    rest = text[at:]
    for start, end in pairwise((0, *breaks(rest, width - hanging), len(rest))):
        if end > start:
            yield " " * hanging + rest[start:end].rstrip(" ")


def _reach(text: str, start: int, width: int) -> int:
    used, at = 0, start
    while at < len(text):
        used += _cells(text[at])
        if used > width:
            break
        at += 1
    while at < len(text) and text[at] == " ":  # blanks may hang over the edge
        at += 1
    return max(at, start + 1)


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or _cells(before) == 2 or _cells(after) == 2


@lru_cache(maxsize=8192)
def _cells(sign: str) -> int:
    if sign < "\u0300":
        return 1
    if east_asian_width(sign) in "WF":
        return 2
    return 0 if category(sign) in ("Mn", "Me", "Cf") else 1
