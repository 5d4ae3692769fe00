"""Lines to paragraphs: which line goes on in the next one, and with what between them."""

import re
from collections.abc import Sequence

import msgspec

from agreecheck.expressions import compiled
from agreecheck.read.flow import Run
from agreecheck.read.layout import is_label, is_leader, is_party_label
from agreecheck.read.numbers import read_mark
from agreecheck.read.page import Line
from agreecheck.read.wrapped import starts
from agreecheck.text.wrapping import cuts

_ENDED = compiled(r"[。；;！!？?：:…][”’」』）)\]】]*$|[A-Za-z\d)]\.[”\"')]*$")
_COMMA = compiled(r"[，,、（(《“]$")
_WORD = compiled(
    r"[（(《“‘【「『¥￥$£€]*(?:[A-Za-z0-9\uff10-\uff19*@.,:/&%‰℃$#'’+_=-]+[，。；：、！？）》”’」』】,.;:!?)\]]*|.[，。；：、！？）》”’」』】,.;:!?)\]]*)",
    re.DOTALL,
)
_CLOSING = "，。；：、！？）》”’」』】"
_CHUNK = compiled(r"\S{1,12}\s*")
_TELLING = 8  # characters on either side of a line end that tell
_SENTENCE = 16  # a shorter line is rather an entry of a list than cut
_LATIN = compiled(r"[A-Za-z0-9]")


class Column(msgspec.Struct, frozen=True):
    """Where lines of a column begin and end, and the usual step from one baseline to the next."""

    left: float
    right: float
    leading: float

    @property
    def width(self) -> float:
        return self.right - self.left


def goes_on(paragraph: Sequence[Line], after: Line, column: Column, after_column: Column) -> bool:
    """True if ``after`` is the next line of the paragraph."""
    first, last = paragraph[0], paragraph[-1]
    if _differs_in_size(last, after):
        return False
    if is_party_label(after.text) and is_label(first.text):
        return False
    if is_leader(last.text) or is_leader(after.text):
        return False
    step = max(after.base - last.base, 0.0) if after.page == last.page else 0.0
    if step > 1.9 * max(column.leading, last.em * 1.2):
        return False
    if not is_full(last, after, column) and not _unfinished(last, after):
        return False
    if len(paragraph) == 1 and last.x0 > column.left + 0.25 * column.width:
        return False  # a line set to the right or in the middle
    ended = bool(_ENDED.search(last.text[-12:]))
    if _is_numbered(after):
        return not ended and (
            bool(_COMMA.search(last.text)) or not _at_edge(after, first, after_column) or not is_stopped(last, column)
        )
    if not ended:
        return True
    if step > 1.12 * column.leading + 0.5:
        return False
    indent = after.x0 - after_column.left
    hanging = len(paragraph) > 1 and abs(after.x0 - last.x0) < 0.5 * last.em
    return indent < 0.8 * after.em or hanging


def _differs_in_size(line: Line, after: Line) -> bool:
    known = min(line.han, after.han)  # the width of few characters says little
    apart = abs(line.em - after.em) / max(line.em, after.em)
    return apart > 0.13 if known >= 4 else known >= 2 and apart > 0.3


def is_full(line: Line, after: Line, column: Column) -> bool:
    """True if the first word of the next line had no room left in this one."""
    match = _WORD.match(after.text)
    end = match.end() if match else 1
    core = len(after.text[:end].rstrip(_CLOSING)) or end
    em = max(line.em, after.em)
    word = after.xs[2 * core - 1] - after.xs[0] + em * (end - core)
    if "\u3400" <= after.text[0] <= "\u9fff":
        word = max(word, em)
    elif _LATIN.match(after.text[0]) and not "\u3400" <= line.text[-1] <= "\u9fff":
        word += 0.25 * em  # the blank before it
    return line.x1 + min(word, 0.9 * column.width) > column.right - 0.05 * line.em


def _unfinished(line: Line, after: Line) -> bool:
    """True if the words alone tell that a line that is not full goes on: a fact is cut in two, or a comma ends it."""
    if cuts(line.text[-_TELLING:], after.text[:_TELLING]):
        return True
    return len(line.text) >= _SENTENCE and bool(_COMMA.search(line.text)) and not starts(after.text)


def is_stopped(line: Line, column: Column) -> bool:
    """True if the line ends clearly before the column does."""
    return line.x1 < column.right - 1.6 * line.em


def _at_edge(line: Line, first: Line, column: Column) -> bool:
    """True where a line starts like a first line, not like one that goes on."""
    return abs(line.x0 - first.x0) < 0.5 * line.em


def _is_numbered(line: Line) -> bool:
    mark = read_mark(line.text)
    return mark is not None and (mark.style not in ("bare",) or len(line.text) < 25)


def runs_of(lines: Sequence[Line], column_right: float) -> tuple[Run, ...]:
    """The text of joined lines, cut into short runs so that a place is no wider than a few words."""
    runs: list[Run] = []
    for i, line in enumerate(lines):
        if i:
            joint = joint_between(lines[i - 1], line, column_right)
            if joint:
                runs.append(Run(text=joint))
        runs += [
            Run(text=m.group(), place=line.place(m.start(), m.start() + len(m.group().rstrip())))
            for m in _CHUNK.finditer(line.text)
        ]
    return tuple(runs)


def joint_between(line: Line, after: Line, right: float) -> str:
    """A blank between words, nothing between Han characters or inside a number or an address cut by the margin."""
    before, first = line.text[-1], after.text[0]
    if not (_LATIN.match(before) or before in ",.;:)*") or not (_LATIN.match(first) or first in "($£€*"):
        return ""
    if before == "-":
        return ""
    if line.han or after.han:
        room = right - line.x1
        return "" if room < (after.xs[1] - after.xs[0]) + 0.5 and not (before.isalpha() and first.isalpha()) else " "
    return " "
