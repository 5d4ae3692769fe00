"""Tables without rules: lines whose words stand below one another in columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from agreecheck.expressions import compiled
from agreecheck.read.page import Line
from agreecheck.read.ruled import Box, Frame

# Words that head the columns of payment schedules and lists of debts.
_HEAD = compiled(
    r"期数|期次|期号|序号|笔次|笔数|日期|还款日|到期日|付款日|支付日|本金|利息|费用|金额|合计|小计|余额|总额|罚息|违约金|手续费|服务费|编号|项目|备注|账号|卡号|"
    r"No\.|Date|Due|Amount|Principal|Interest|Fees?|Total|Balance|Payment|Instal|Remark",
    re.IGNORECASE,
)
_GAP = 0.85  # em between two columns
_STEP = 4.8  # em between two rows at most
_CLOSE = 0.95  # em; no two rows are closer
_DIGIT = compiled(r"\d")


class Segment(msgspec.Struct, frozen=True):
    """What stands in one column of one row: pieces of lines, one above the other."""

    lines: tuple[Line, ...]

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)


class Columns(msgspec.Struct, frozen=True):
    """The stretch of the page that each column has taken so far."""

    spans: tuple[tuple[float, float], ...]

    def take(self, segments: Sequence[Segment]) -> tuple[int, ...] | None:
        """The column of each segment; None if one covers two, or two fall into one."""
        taken: list[int] = []
        for seg in segments:
            touched = [i for i, (a, b) in enumerate(self.spans) if seg.x0 < b + 1 and seg.x1 > a - 1]
            if len(touched) > 1:
                return None
            middle = (seg.x0 + seg.x1) / 2
            nearest = (
                touched[0]
                if touched
                else min(range(len(self.spans)), key=lambda i: abs(sum(self.spans[i]) / 2 - middle))
            )
            taken.append(nearest)
        return tuple(taken) if all(a < b for a, b in pairwise(taken)) else None

    def widened(self, segments: Sequence[Segment], taken: Sequence[int]) -> "Columns":
        spans = list(self.spans)
        for seg, i in zip(segments, taken, strict=True):
            spans[i] = (min(spans[i][0], seg.x0), max(spans[i][1], seg.x1))
        return Columns(tuple(spans))

    def edges(self) -> tuple[float, ...]:
        """Borders in the middle of the gaps."""
        inner = [(a[1] + b[0]) / 2 for a, b in pairwise(self.spans)]
        return (self.spans[0][0], *inner, self.spans[-1][1])


class Aligned(msgspec.Struct, frozen=True):
    """A table found in lines [start, end)."""

    start: int
    end: int
    frame: Frame
    filled: dict[int, list[Line]]


def find_aligned(lines: Sequence[Line], going_on: Columns | None = None) -> list[Aligned]:
    """Tables among the lines; ``going_on`` are the columns of one that ended the page before."""
    found: list[Aligned] = []
    at = 0
    while at < len(lines):
        heading = _heading(lines[at : _row_end(lines, at)])
        table = _table(lines, at, heading, least=2) if heading is not None else None
        if table is None and at == 0 and going_on is not None:
            table = _table(lines, at, going_on, least=1)
        if table is not None:
            found.append(table)
        at = table.end if table is not None else at + 1
    return found


def heads_table(line: Line) -> bool:
    """True for a row of short words, most of which head columns."""
    return _heading([line]) is not None


def _row_end(lines: Sequence[Line], at: int) -> int:
    """Lines closer than print ever is belong to one row whose cells are wrapped and centred."""
    end = at + 1
    while end < len(lines) and 0 <= lines[end].base - lines[end - 1].base < _CLOSE * lines[end].em:
        end += 1
    return end


def _segments(row: Sequence[Line]) -> list[Segment]:
    """The lines of a row cut at their wide blanks; pieces one above the other are one."""
    found: list[Segment] = []
    for piece in (line.part(a, b) for line in row for a, b in line.cuts(_GAP)):
        above = next((i for i, s in enumerate(found) if piece.x0 < s.x1 and piece.x1 > s.x0), None)
        if above is None:
            found.append(Segment((piece,)))
        else:
            found[above] = Segment((*found[above].lines, piece))
    return sorted(found, key=lambda segment: segment.x0)


def _heading(row: Sequence[Line]) -> Columns | None:
    if not any(_HEAD.search(line.text) for line in row):
        return None
    segments = _segments(row)
    texts = ["".join(line.text for line in s.lines) for s in segments]
    words = sum(bool(_HEAD.search(text)) for text in texts)
    if len(segments) >= 2 and all(len(text) <= 14 for text in texts) and words >= max(2, len(segments) / 2):
        return Columns(tuple((s.x0, s.x1) for s in segments))
    return None


def _table(lines: Sequence[Line], at: int, columns: Columns, *, least: int) -> Aligned | None:
    """Rows from ``at`` on; None where fewer than ``least`` rows of figures follow."""
    rows: list[dict[int, list[Line]]] = []
    figures = 0
    end = at
    while end < len(lines):
        after = _row_end(lines, end)
        row = lines[end:after]
        if rows and not 0 < row[0].base - lines[end - 1].base < _STEP * max(row[0].em, lines[end - 1].em):
            break
        segments = _segments(row)
        taken = columns.take(segments)
        if taken is None:
            break
        if len(segments) == 1 and len(columns.spans) > 1:
            below = row[0].base - lines[end - 1].base < 1.7 * row[0].em if rows else False
            if not below or taken[0] not in rows[-1] or not _inside(columns, taken[0], segments[0]):
                break
            rows[-1][taken[0]] += segments[0].lines
        else:
            rows.append({c: list(s.lines) for c, s in zip(taken, segments, strict=True)})
            figures += any(_DIGIT.search(line.text) for line in row)
        columns = columns.widened(segments, taken)
        end = after
    if figures < least:
        return None
    frame, filled = _frame(rows, columns)
    return Aligned(start=at, end=end, frame=frame, filled=filled)


def _inside(columns: Columns, column: int, segment: Segment) -> bool:
    left, right = columns.spans[column]
    em = segment.lines[0].em
    return segment.x0 > left - em and segment.x1 < right + em


def _frame(rows: list[dict[int, list[Line]]], columns: Columns) -> tuple[Frame, dict[int, list[Line]]]:
    boxes: list[Box] = []
    filled: dict[int, list[Line]] = {}
    edges = columns.edges()
    for r, row in enumerate(rows):
        pieces = [line for lines in row.values() for line in lines]
        top, bottom = min(ln.top for ln in pieces), max(ln.bottom for ln in pieces)
        for c in range(len(columns.spans)):
            filled[len(boxes)] = row.get(c, [])
            boxes.append(Box(row=r, col=c, rowspan=1, colspan=1, rect=(edges[c], top, edges[c + 1], bottom)))
    rect = (edges[0], boxes[0].rect[1], edges[-1], boxes[-1].rect[3])
    page = next(line.page for lines in filled.values() for line in lines)
    frame = Frame(rect=rect, edges=edges, boxes=tuple(boxes), page=page, ruled=False, spans=columns.spans)
    return frame, filled
