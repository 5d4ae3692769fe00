"""Reading order: rows of one height put together, filled-in words set into their blanks, columns kept apart.

PDF programs write words in any order. Columns follow the content stream; what is written later into a finished
page (the values of a form) goes to where it stands.
"""

from array import array
from collections.abc import Sequence

import msgspec

from agreecheck.expressions import compiled
from agreecheck.read.page import Line, Rect

_BLANK = compiled(r"[\s_＿]")
_SAME_ROW = 0.45  # em
_WIDE_BLANK = 1.4  # em
_MOST_BLANKS = 60
_COLUMN_LINES = 4


class Region(msgspec.Struct, frozen=True):
    """Lines that run down one column; ``column`` is 0 for the whole page, else counts from the left."""

    lines: tuple[Line, ...]
    column: int = 0


def in_order(lines: Sequence[Line], tables: Sequence[Rect] = ()) -> list[Region]:
    """The lines of a page, region by region, each from top to bottom; ``tables`` stand among them."""
    main: list[Line] = []
    columns: list[list[Line]] = []
    for run in _downward(lines):
        if (main and _is_column(run, main)) or (columns and _is_column(run, columns[-1])):
            columns.append(run)
        elif not main or (run[0].base > main[-1].base and not columns):
            main += run
        elif columns and run[0].base > columns[-1][-1].base and run[0].x0 >= columns[-1][0].x0 - columns[-1][0].em:
            columns[-1] += run
        else:
            _put(run, main, columns)
    return _regions(main, columns, tables)


def _downward(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of the content stream that go down the page; lines of one row are joined."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last is None or line.base < last.base - _SAME_ROW * min(line.em, last.em):
            runs.append([line])
        elif abs(line.base - last.base) <= _SAME_ROW * min(line.em, last.em):
            if line.x0 >= last.x1 - 1:
                runs[-1][-1] = _side_by_side(last, line)
            else:
                joined = _into(last, line)
                if joined is None:
                    runs.append([line])
                else:
                    runs[-1][-1] = joined
        else:
            runs[-1].append(line)
    return runs


def _is_column(run: list[Line], before: list[Line]) -> bool:
    """True if a run of lines stands wholly to the right of all that was written beside it."""
    top, bottom, left = run[0].top, run[-1].bottom, min(ln.x0 for ln in run)
    if len(run) < _COLUMN_LINES:
        return False
    beside = [ln for ln in before if ln.bottom > top and ln.top < bottom]
    return len(beside) >= _COLUMN_LINES and all(ln.x1 <= left + 1 for ln in beside)


def _put(run: list[Line], main: list[Line], columns: list[list[Line]]) -> None:
    """Set lines that were written late to where they stand: into a blank, beside a label, or between two lines."""
    for line in (row.part(a, b) for row in run for a, b in row.cuts(_WIDE_BLANK)):
        if not any(_fill_in(line, lines) for lines in [main, *columns]):
            target = next((c for c in reversed(columns) if line.x0 >= min(ln.x0 for ln in c) - 2), main)
            at = next((i for i, ln in enumerate(target) if ln.base > line.base), len(target))
            target.insert(at, line)


def _fill_in(line: Line, lines: list[Line]) -> bool:
    for i, other in enumerate(lines):
        if abs(other.base - line.base) <= _SAME_ROW * max(line.em, other.em):
            joined = _side_by_side(other, line) if line.x0 >= other.x1 - 1 else _into(other, line)
            if joined is not None:
                lines[i] = joined
                return True
    return False


def _side_by_side(left: Line, right: Line) -> Line:
    """Two pieces of one row with blanks as wide as what lies between them."""
    gap = max(right.x0 - left.x1, 0.0)
    em = max(min(left.em, right.em), 1.0)
    blanks = 0 if gap < 0.3 * em else 1 if gap < _WIDE_BLANK * em else min(round(gap / em), _MOST_BLANKS)
    sign = "\u3000" if blanks > 1 else " "
    step = gap / blanks if blanks else 0.0
    xs: array[float] = array("f", left.xs)
    for k in range(blanks):
        xs.extend((left.x1 + k * step, left.x1 + (k + 1) * step))
    xs.extend(right.xs)
    return _like(left, right, left.text + sign * blanks + right.text, xs)


def _into(line: Line, words: Line) -> Line | None:
    """``words`` in the blank of ``line`` over which they stand; None if there is print."""
    if words.x1 <= line.x0 + 1:
        return _side_by_side(words, line)
    start = next((i for i in range(len(line.text)) if line.xs[2 * i + 1] > words.x0 + 1), len(line.text))
    end = next((i for i in range(start, len(line.text)) if line.xs[2 * i] >= words.x1 - 1), len(line.text))
    blank = [i for i in range(start, end) if _BLANK.match(line.text[i])]
    if not blank or line.xs[2 * blank[-1] + 1] - line.xs[2 * blank[0]] < 0.6 * (words.x1 - words.x0):
        return None
    start, end = blank[0], blank[-1] + 1  # words may be longer than their blank
    if not all(_BLANK.match(c) for c in line.text[start:end]):
        return None
    # What is left of a blank beside the words says nothing any more.
    while start > 0 and _BLANK.match(line.text[start - 1]):
        start -= 1
    while end < len(line.text) and _BLANK.match(line.text[end]):
        end += 1
    xs: array[float] = line.xs[: 2 * start] + words.xs + line.xs[2 * end :]
    return _like(line, words, line.text[:start] + words.text + line.text[end:], xs)


def _like(line: Line, other: Line, text: str, xs: "array[float]") -> Line:
    top, bottom = min(line.top, other.top), max(line.bottom, other.bottom)
    return Line(text=text, xs=xs, top=top, bottom=bottom, base=line.base, page=line.page)


def _regions(main: list[Line], columns: list[list[Line]], tables: Sequence[Rect]) -> list[Region]:
    if not columns:
        return [Region(lines=tuple(main))] if main else []
    left = min(ln.x0 for c in columns for ln in c)
    top = min(c[0].top for c in columns) - 2
    bottom = max([*(ln.bottom for c in columns for ln in c), *(t[3] for t in tables if t[0] >= left - 2)])
    regions: list[Region] = []
    below = False
    for line in main:
        crosses = line.x1 > left + 1
        below = below or (crosses and line.top >= bottom)
        column = 1 if line.bottom > top and not crosses and not below else 0
        if regions and regions[-1].column == column:
            regions[-1] = Region(lines=(*regions[-1].lines, line), column=column)
        else:
            regions.append(Region(lines=(line,), column=column))
    for i, lines in enumerate(columns):
        regions += _column(lines, i + 2)
    return regions


def _column(lines: list[Line], number: int) -> list[Region]:
    """A column, and the text over the whole width that may follow below it."""
    left = min(ln.x0 for ln in lines[:_COLUMN_LINES])
    cut = next((i for i, ln in enumerate(lines) if ln.x0 < left - 3 * ln.em), len(lines))
    found = [Region(lines=tuple(lines[:cut]), column=number)]
    return [*found, Region(lines=tuple(lines[cut:]))] if cut < len(lines) else found
