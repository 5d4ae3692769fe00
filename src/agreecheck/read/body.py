"""Pages to flow: furniture aside, tables in place, lines joined to paragraphs, also over the end of a page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from agreecheck.read.flow import Grid, GridCell, Item, PageStart, Paragraph, Run
from agreecheck.read.furniture import find_furniture
from agreecheck.read.joining import Column, goes_on, joint_between, runs_of
from agreecheck.read.page import Line, PageContent
from agreecheck.read.ruled import Box, Frame, fill, find_frames

_HANGING = "，。；：、！？）》”’」』】,.;:"

Part = Line | tuple[Frame, dict[int, list[Line]]]


def flow_of(pages: Sequence[PageContent]) -> Iterator[Item]:
    """The items of all pages in reading order."""
    apart = find_furniture(list(pages))
    columns = {p.number: c for p, c in zip(pages, _columns(pages, apart), strict=True)}
    pending: list[Item] = []  # furniture waits for the end of a paragraph that goes on
    paragraph: list[Line] = []
    table: _Open | None = None
    for page in pages:
        column = columns[page.number]
        yield PageStart(number=page.number, width=page.width, height=page.height)
        pending += [_furniture(line) for i, line in enumerate(page.lines) if (page.number, i) in apart]
        for part in _parts(page, apart):
            if isinstance(part, Line):
                if table is not None:
                    yield from table.close()
                    table = None
                if paragraph and not goes_on(paragraph, part, columns[paragraph[-1].page], column):
                    yield _paragraph(paragraph, columns[paragraph[0].page])
                    paragraph = []
                if not paragraph:
                    yield from pending
                    pending = []
                paragraph.append(part)
                continue
            if paragraph:
                yield _paragraph(paragraph, columns[paragraph[0].page])
                paragraph = []
            frame, filled = part
            if table is not None and table.takes(frame):
                table.add(frame, filled)
                continue
            if table is not None:
                yield from table.close()
            yield from pending
            pending = []
            table = _Open(frame, filled)
    if paragraph:
        yield _paragraph(paragraph, columns[paragraph[0].page])
    if table is not None:
        yield from table.close()
    yield from pending


def _parts(page: PageContent, apart: set[tuple[int, int]]) -> Iterator[Part]:
    """Lines and tables of a page; a table stands where its first line does."""
    lines = [line for i, line in enumerate(page.lines) if (page.number, i) not in apart]
    frames = find_frames(page.drawing, page.number)
    filled: list[tuple[Frame, dict[int, list[Line]]]] = []
    for frame in frames:
        inside, outside = fill(frame, lines)
        if len(inside) >= 2:
            filled.append((frame, inside))
            lines = outside
    for line in lines:
        while filled and filled[0][0].rect[1] < line.middle and line.middle > filled[0][0].rect[3]:
            yield filled.pop(0)
        yield line
    yield from filled


class _Open:
    """A table that may go on over the page."""

    def __init__(self, frame: Frame, filled: dict[int, list[Line]]) -> None:
        self.frame = frame
        self.cells: list[GridCell] = []
        self.rows = 0
        self.repeated: list[Item] = []
        self.add(frame, filled)

    def takes(self, frame: Frame) -> bool:
        """True if ``frame`` has the same columns on a later page."""
        ours, theirs = self.frame.edges, frame.edges
        shift = theirs[0] - ours[0] if theirs else 0.0
        return (
            frame.page > self.frame.page
            and len(ours) == len(theirs)
            and all(abs(b - a - shift) < 14 for a, b in zip(ours, theirs, strict=True))
        )

    def add(self, frame: Frame, filled: dict[int, list[Line]]) -> None:
        """Append the rows of a part; a heading repeated on a new page is set aside."""
        cells = [_cell(box, filled.get(i, [])) for i, box in enumerate(frame.boxes)]
        top = {c.col: c.text for c in self.cells if c.row == 0}
        if top and {c.col: c.text for c in cells if c.row == 0} == top:
            self.repeated.append(_furniture_row([c for c in cells if c.row == 0]))
            cells = [c for c in cells if c.row > 0]
        first = min((c.row for c in cells), default=0)
        shift = self.rows - first
        self.cells += [GridCell(row=c.row + shift, col=c.col, runs=c.runs, rowspan=c.rowspan, colspan=c.colspan) for c in cells]
        self.rows = max((c.row + c.rowspan for c in self.cells), default=0)
        self.frame = frame

    def close(self) -> Iterator[Item]:
        yield Grid(cells=tuple(self.cells))
        yield from self.repeated


def _cell(box: Box, lines: list[Line]) -> GridCell:
    """The text of a cell, its wrapped lines joined."""
    runs: list[Run] = []
    ordered = sorted(lines, key=lambda ln: (round(ln.base), ln.x0))
    width = box.rect[2] - box.rect[0]
    for i, line in enumerate(ordered):
        if i:
            before = ordered[i - 1]
            if abs(before.base - line.base) < 2:
                runs.append(Run(text=" "))
            elif before.x1 - before.x0 + 1.2 * line.em < width - 0.25 * line.em - 10 and width > 120:
                runs.append(Run(text="\n"))
            else:
                runs.append(Run(text=joint_between(before, line, before.x1)))
        runs += runs_of([line], box.rect[2])
    return GridCell(row=box.row, col=box.col, runs=tuple(runs), rowspan=box.rowspan, colspan=box.colspan)


def _columns(pages: Sequence[PageContent], apart: set[tuple[int, int]]) -> Iterator[Column]:
    """Left and right edge of the text and the usual step between lines, page by page."""
    for page in pages:
        lines = [ln for i, ln in enumerate(page.lines) if (page.number, i) not in apart]
        same = [ln for p in pages if abs(p.width - page.width) < 2 for i, ln in enumerate(p.lines) if (p.number, i) not in apart]
        left = _common([ln.x0 for ln in same], min)
        right = _common([_inner_end(ln) for ln in same], max)
        steps = Counter(round(b.base - a.base, 0) for a, b in zip(lines, lines[1:], strict=False) if 4 < b.base - a.base < 60)
        yield Column(left=left, right=right, leading=min((s for s, n in steps.items() if n >= 0.5 * max(steps.values())), default=18.0))


def _inner_end(line: Line) -> float:
    """The right end without the mark that some programs let hang over the margin."""
    return line.xs[-2] if line.text[-1] in _HANGING and len(line.text) > 1 else line.x1


def _common(values: list[float], extreme: object) -> float:
    """The outermost edge that at least two lines reach."""
    if not values:
        return 0.0
    ordered = sorted(values, reverse=extreme is max)
    return next((a for a, b in zip(ordered, ordered[1:], strict=False) if abs(a - b) < 6), ordered[0])


def _paragraph(lines: Sequence[Line], column: Column) -> Paragraph:
    first = lines[0]
    wide = max(column.width, 1.0)
    align = "left"
    if len(lines) == 1 and first.x0 > column.left + 0.25 * wide:
        middle = abs((first.x0 + first.x1) - (column.left + column.right)) / 2
        if middle < 1.0 * first.em:
            align = "centre"
        elif first.x1 > column.right - 1.2 * first.em:
            align = "right"
    return Paragraph(runs=runs_of(lines, column.right), align=align)  # type: ignore[arg-type]


def _furniture_row(cells: list[GridCell]) -> Paragraph:
    runs = [run for i, cell in enumerate(cells) for run in ((Run(text="\t"),) if i else ()) + cell.runs]
    return Paragraph(runs=tuple(runs), kind="furniture")


def _furniture(line: Line) -> Paragraph:
    return Paragraph(runs=runs_of([line], line.x1), kind="furniture")
