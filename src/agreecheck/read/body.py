"""Pages to flow: furniture aside, tables in place, lines joined to paragraphs, also over the end of a page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from agreecheck.read.aligned import Columns, find_aligned
from agreecheck.read.flow import Item, PageStart, Paragraph
from agreecheck.read.furniture import find_furniture
from agreecheck.read.joining import Column, goes_on, runs_of
from agreecheck.read.layout import is_heading
from agreecheck.read.order import Region, in_order
from agreecheck.read.page import Line, PageContent
from agreecheck.read.ruled import Frame, fill, find_frames
from agreecheck.read.tables import OpenTable

_LONG = 0.6  # of the width between equal margins: a shorter longest line was not broken by the margin
_HANGING = "，。；：、！？）》”’」』】,.;:"


class Part(msgspec.Struct, frozen=True):
    """A line, or a table on one page, with the column it stands in."""

    column: Column
    line: Line | None = None
    frame: Frame | None = None
    filled: dict[int, list[Line]] = {}


class Layout(msgspec.Struct, frozen=True):
    """One page taken apart."""

    page: PageContent
    furniture: tuple[Line, ...]
    regions: tuple[Region, ...]
    tables: tuple[tuple[Frame, dict[int, list[Line]]], ...]


def flow_of(pages: Sequence[PageContent]) -> Iterator[Item]:
    """The items of all pages in reading order."""
    frames = {page.number: find_frames(page.drawing, page.number) for page in pages}
    apart = find_furniture(list(pages), {number: [f.rect for f in found] for number, found in frames.items()})
    layouts = [_layout(page, apart, frames[page.number]) for page in pages]
    columns = _columns(layouts)
    writer = _Writer()
    for layout in layouts:
        yield from writer.start(layout)
        for part in _parts(layout, columns, writer.columns_going_on):
            yield from writer.take(part)
    yield from writer.finish()


class _Writer:
    """Holds what may go on: the paragraph, the table, and furniture that must not break them."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._column = Column(left=0, right=0, leading=0)
        self._first = self._column
        self._table: OpenTable | None = None
        self._pending: list[Item] = []

    @property
    def columns_going_on(self) -> Columns | None:
        """Columns of an open table without rules."""
        return Columns(self._table.frame.spans) if self._table is not None and self._table.frame.spans else None

    def start(self, layout: Layout) -> Iterator[Item]:
        page = layout.page
        yield PageStart(number=page.number, width=page.width, height=page.height)
        self._pending += [Paragraph(runs=runs_of([line], line.x1), kind="furniture") for line in layout.furniture]

    def take(self, part: Part) -> Iterator[Item]:
        if part.line is None:
            yield from self._end_paragraph()
            if part.frame is not None and self._table is not None and self._table.takes(part.frame):
                self._table.add(part.frame, part.filled)
                return
            yield from self._end_table()
            yield from self._furniture()
            if part.frame is not None:
                self._table = OpenTable(part.frame, part.filled)
            return
        yield from self._end_table()
        if self._lines and not goes_on(self._lines, part.line, self._column, part.column):
            yield from self._end_paragraph()
        if not self._lines:
            yield from self._furniture()
            self._first = part.column
        self._lines.append(part.line)
        self._column = part.column

    def finish(self) -> Iterator[Item]:
        yield from self._end_paragraph()
        yield from self._end_table()
        yield from self._furniture()

    def _end_paragraph(self) -> Iterator[Item]:
        if self._lines:
            yield _paragraph(self._lines, self._first)
        self._lines = []

    def _end_table(self) -> Iterator[Item]:
        if self._table is not None:
            yield from self._table.close()
        self._table = None

    def _furniture(self) -> Iterator[Item]:
        yield from self._pending
        self._pending = []


def _layout(page: PageContent, apart: set[tuple[int, int]], frames: Sequence[Frame]) -> Layout:
    lines = [line for i, line in enumerate(page.lines) if (page.number, i) not in apart]
    tables: list[tuple[Frame, dict[int, list[Line]]]] = []
    for frame in frames:
        inside, outside = fill(frame, lines)
        if len(inside) >= 2:
            tables.append((frame, inside))
            lines = outside
    furniture = tuple(line for i, line in enumerate(page.lines) if (page.number, i) in apart)
    return Layout(
        page=page,
        furniture=furniture,
        regions=tuple(in_order(lines, [frame.rect for frame, _ in tables])),
        tables=tuple(tables),
    )


def _parts(layout: Layout, columns: dict[tuple[int, int], Column], going_on: Columns | None) -> Iterator[Part]:
    """Lines and tables of a page; a table stands where its first row does."""
    waiting = list(layout.tables)
    for number, region in enumerate(layout.regions):
        column = columns[layout.page.number, region.column]
        aligned = {table.start: table for table in find_aligned(region.lines, going_on)}
        going_on = None
        at = 0
        while at < len(region.lines):
            line = region.lines[at]
            for table in [t for t in waiting if _precedes(t[0], line)]:
                waiting.remove(table)
                yield Part(column=column, frame=table[0], filled=table[1])
            if at in aligned:
                yield Part(column=column, frame=aligned[at].frame, filled=aligned[at].filled)
                at = aligned[at].end
            else:
                yield Part(column=column, line=line)
                at += 1
        if region.column:
            later = [line for other in layout.regions[number + 1 :] for line in other.lines]
            for table in [t for t in waiting if _beside(t[0], region) and not any(_above(ln, t[0]) for ln in later)]:
                waiting.remove(table)
                yield Part(column=column, frame=table[0], filled=table[1])
    for frame, filled in waiting:
        yield Part(column=Column(left=0, right=0, leading=0), frame=frame, filled=filled)


def _precedes(frame: Frame, line: Line) -> bool:
    return line.middle > frame.rect[3] - 1 and line.x0 < frame.rect[2] and line.x1 > frame.rect[0]


def _beside(frame: Frame, region: Region) -> bool:
    """True for a table in the same column of print as the region."""
    middle = (frame.rect[0] + frame.rect[2]) / 2
    return min(ln.x0 for ln in region.lines) <= middle <= max(ln.x1 for ln in region.lines)


def _above(line: Line, frame: Frame) -> bool:
    return line.middle < frame.rect[1] and line.x0 < frame.rect[2] and line.x1 > frame.rect[0]


def _columns(layouts: Sequence[Layout]) -> dict[tuple[int, int], Column]:
    """Left and right edge of the text and the usual step between lines, by page and column."""
    groups: dict[tuple[int, int], list[Region]] = {}
    for layout in layouts:
        for region in layout.regions:
            groups.setdefault((round(layout.page.width), region.column), []).append(region)
    found: dict[tuple[int, int], Column] = {}
    for (width, number), regions in groups.items():
        lines = [line for region in regions for line in region.lines]
        left = _common([ln.x0 for ln in lines], lowest=True)
        right = _right(lines, left, width if number == 0 else 0)
        for layout in layouts:
            own = [r for r in layout.regions if r.column == number]
            if round(layout.page.width) == width and own:
                found[layout.page.number, number] = Column(left=left, right=right, leading=_leading(own))
    return found


def _right(lines: Sequence[Line], left: float, width: float) -> float:
    """The right margin; where no line comes near it, the left one mirrored. ``width`` is the page's, 0 in a column."""
    ends = [_inner_end(line) for line in lines]
    right = _common(ends, lowest=False)
    if sum(end > right + 2 * line.em for end, line in zip(ends, lines, strict=True)) > 1:
        right = max(ends)  # lines of one length in a list are no margin when others run on beyond them
    near = sum(line.x1 > right - 1.2 * line.em for line in lines)
    shared = near >= 3 and near * 6 >= len(lines)
    return right if shared or right - left > _LONG * (width - 2 * left) else width - left


def _leading(regions: Sequence[Region]) -> float:
    steps: Counter[int] = Counter()
    for region in regions:
        for a, b in pairwise(region.lines):
            if 4 < b.base - a.base < 60:
                steps[round(b.base - a.base)] += 1
    most = max(steps.values(), default=0)
    return float(min((step for step, n in steps.items() if n >= 0.5 * most), default=18))


def _inner_end(line: Line) -> float:
    """The right end without the mark that some programs let hang over the margin."""
    return line.xs[-2] if line.text[-1] in _HANGING and len(line.text) > 1 else line.x1


def _common(values: list[float], *, lowest: bool) -> float:
    """The outermost edge that several lines share."""
    if not values:
        return 0.0
    ordered = sorted(values, reverse=not lowest)
    support = len(ordered) // 14
    return next((b for a, b in zip(ordered, ordered[support:], strict=False) if abs(a - b) < 4), ordered[0])


def _paragraph(lines: Sequence[Line], column: Column) -> Paragraph:
    first = lines[0]
    runs = runs_of(lines, column.right)
    if len(lines) > 1 or first.x0 <= column.left + 0.25 * max(column.width, 1.0):
        return Paragraph(runs=runs)
    if abs((first.x0 + first.x1) - (column.left + column.right)) / 2 < first.em:
        return Paragraph(runs=runs, align="centre", kind="heading" if is_heading(first.text) else "paragraph")
    return Paragraph(runs=runs, align="right" if first.x1 > column.right - 1.2 * first.em else "left")
