"""Tables without rules: lines whose words stand below one another in columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from agreecheck.read.page import Line
from agreecheck.read.ruled import Box, Frame

# Words that head the columns of payment schedules and lists of debts.
_HEAD = re.compile(
    r"期数|期次|期号|序号|笔次|笔数|日期|还款日|到期日|付款日|支付日|本金|利息|费用|金额|合计|小计|余额|总额|罚息|违约金|手续费|服务费|编号|项目|备注|账号|卡号|"
    r"No\.|Date|Due|Amount|Principal|Interest|Fees?|Total|Balance|Payment|Instal|Remark",
    re.IGNORECASE,
)
_GAP = 0.85  # em between two columns
_STEP = 3.2  # em between two rows at most
_DIGIT = re.compile(r"\d")


class Segment(msgspec.Struct, frozen=True):
    """Words of a line between two wide blanks."""

    start: int
    end: int
    x0: float
    x1: float


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


def segments_of(line: Line) -> list[Segment]:
    """The line cut at its wide blanks."""
    return [Segment(start=a, end=b, x0=line.xs[2 * a], x1=line.xs[2 * b - 1]) for a, b in line.cuts(_GAP)]


def find_aligned(lines: Sequence[Line], going_on: Columns | None = None) -> list[Aligned]:
    """Tables among the lines; ``going_on`` are the columns of one that ended the page before."""
    found: list[Aligned] = []
    at = 0
    while at < len(lines):
        heading = _heading(lines[at])
        table = _table(lines, at, heading, least=2) if heading is not None else None
        if table is None and at == 0 and going_on is not None:
            table = _table(lines, at, going_on, least=1)
        if table is not None:
            found.append(table)
        at = table.end if table is not None else at + 1
    return found


def heads_table(line: Line) -> bool:
    """True for a row of short words, most of which head columns."""
    return _heading(line) is not None


def _heading(line: Line) -> Columns | None:
    if not _HEAD.search(line.text):
        return None
    segments = segments_of(line)
    words = sum(bool(_HEAD.search(line.text[s.start : s.end])) for s in segments)
    short = all(s.end - s.start <= 14 for s in segments)
    if len(segments) >= 2 and short and words >= max(2, len(segments) / 2):
        return Columns(tuple((s.x0, s.x1) for s in segments))
    return None


def _table(lines: Sequence[Line], at: int, columns: Columns, *, least: int) -> Aligned | None:
    """Rows from ``at`` on; None where fewer than ``least`` rows of figures follow."""
    rows: list[list[tuple[int, Line]]] = []
    last: Line | None = None
    figures = end = 0
    for i in range(at, len(lines)):
        line = lines[i]
        segments = segments_of(line)
        if last is not None and not 0 < line.base - last.base < _STEP * max(line.em, last.em) * 1.5:
            break
        taken = columns.take(segments)
        if taken is None:
            break
        parts = [(c, line.part(s.start, s.end)) for c, s in zip(taken, segments, strict=True)]
        if len(parts) == 1 and len(columns.spans) > 1:
            column, part = parts[0]
            wraps = rows and column in dict(rows[-1]) and last is not None and line.base - last.base < 1.7 * line.em
            if not wraps or not _inside(columns, column, part):
                break
            rows[-1].append((column, part))
        else:
            rows.append(parts)
            figures += bool(_DIGIT.search(line.text))
        columns = columns.widened(segments, taken)
        last, end = line, i + 1
    if figures < least:
        return None
    frame, filled = _frame(rows, columns)
    return Aligned(start=at, end=end, frame=frame, filled=filled)


def _inside(columns: Columns, column: int, part: Line) -> bool:
    left, right = columns.spans[column]
    return part.x0 > left - part.em and part.x1 < right + part.em


def _frame(rows: list[list[tuple[int, Line]]], columns: Columns) -> tuple[Frame, dict[int, list[Line]]]:
    boxes: list[Box] = []
    filled: dict[int, list[Line]] = {}
    edges = columns.edges()
    for r, row in enumerate(rows):
        top, bottom = min(ln.top for _, ln in row), max(ln.bottom for _, ln in row)
        for c in range(len(columns.spans)):
            filled[len(boxes)] = [ln for col, ln in row if col == c]
            boxes.append(Box(row=r, col=c, rowspan=1, colspan=1, rect=(edges[c], top, edges[c + 1], bottom)))
    rect = (edges[0], boxes[0].rect[1], edges[-1], boxes[-1].rect[3])
    return Frame(
        rect=rect, edges=edges, boxes=tuple(boxes), page=rows[0][0][1].page, ruled=False, spans=columns.spans
    ), filled
