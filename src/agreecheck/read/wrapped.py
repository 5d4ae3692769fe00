"""Lines of a text file that a margin cut: which line goes on in the next one. Only the words tell it."""

import re
import unicodedata
from collections.abc import Sequence

from agreecheck.expressions import compiled
from agreecheck.read.layout import is_annex, is_label, is_signature
from agreecheck.read.numbers import read_mark
from agreecheck.text.wrapping import cuts

_WIDE = frozenset("WFA")
_NARROWEST, _WIDEST = 40, 160  # columns of a margin; a Han character takes two
_LEAST = 3  # lines that reach a margin
_SLACK = 4  # columns that are left free so that no mark begins a line
_ENDED = compiled(r"[。；;！!？?：:…][”’」』）)\]】]*$|\.[”\"')]*$|_{2,}$")
_ITEM = compiled(r"第.{1,4}[条期笔次章]|[-*•·●○◆□☐√]|[甲乙丙丁]方|附[件表]|[\s\u3000]")
_WORD = compiled(r"[A-Za-z0-9$£€.,%'-]+|.")
_SHAPE = 10  # leading characters in which two items of one list are alike


def margin(lines: Sequence[str]) -> int | None:
    """The column at which the lines of a text are cut, None where they are not."""
    widths = [w for line in lines if (w := _width(line.rstrip())) >= _NARROWEST]
    widest = max(widths, default=0)
    reached = sum(1 for w in widths if w >= widest - _SLACK)
    return widest if widest <= _WIDEST and reached >= _LEAST and reached * 4 >= len(widths) else None


def goes_on(line: str, after: str, at: int | None) -> bool:
    """Whether ``after`` is the rest of ``line``: a fact is cut in two, or the line is full and ends no sentence."""
    line = line.rstrip()
    if not line or not after.strip():
        return False
    if cuts(line, after.lstrip()):
        return True
    if at is None or _ENDED.search(line) or starts(after) or _shape(line) == _shape(after):
        return False
    word = _WORD.match(after)
    need = _width(word[0]) + int(word[0].isascii()) if word else 0
    return _width(line) + need > at - (0 if word and word[0].isascii() else _SLACK)


def joint(line: str, after: str) -> str:
    """What stands between them: a blank between two words of letters."""
    if cuts(line.rstrip(), after.lstrip()):
        return ""
    one, other = line.rstrip()[-1:], after.lstrip()[:1]
    return " " if one.isascii() and other.isascii() and (one + other).strip() and not one.isdigit() else ""


def starts(line: str) -> bool:
    """Whether a line begins something of its own."""
    if _ITEM.match(line) or read_mark(line) is not None:
        return True
    return is_label(line) or is_signature(line) or is_annex(line)


def _shape(line: str) -> str:
    return re.sub(r"\d+(?:,\d+)*", "0", line.lstrip())[:_SHAPE]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text)
