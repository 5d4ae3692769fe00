"""Tables of PDF pages as they go on from page to page."""

from collections.abc import Iterator

from agreecheck.read.flow import Grid, GridCell, Item, Paragraph, Run, header_rows
from agreecheck.read.joining import joint_between, runs_of
from agreecheck.read.page import Line
from agreecheck.read.ruled import Box, Frame

_SHIFT = 14.0  # points by which a column's edge may move on the next page


class OpenTable:
    """A table that may go on over the page; a heading repeated there is set aside."""

    def __init__(self, frame: Frame, filled: dict[int, list[Line]]) -> None:
        self.frame = frame
        self._cells: list[GridCell] = []
        self._rows, self._head = 0, 1
        self._repeated: list[Item] = []
        self.add(frame, filled)

    def takes(self, frame: Frame) -> bool:
        """True if ``frame`` has the same columns on a later page, or higher up in the next column of print."""
        ours, theirs = self.frame.edges, frame.edges
        later = frame.page > self.frame.page or (
            frame.rect[1] < self.frame.rect[1] and frame.rect[0] >= self.frame.rect[2]
        )
        if not later or len(ours) != len(theirs):
            return False
        shift = theirs[0] - ours[0]
        slack = _SHIFT if frame.ruled else 4 * _SHIFT
        return all(abs(b - a - shift) < slack for a, b in zip(ours, theirs, strict=True))

    def add(self, frame: Frame, filled: dict[int, list[Line]]) -> None:
        """Append the rows of a part."""
        cells = [_cell(box, filled.get(i, [])) for i, box in enumerate(frame.boxes)]
        if self._cells and _top(cells, self._head) == _top(self._cells, self._head):
            self._repeated.append(_aside([c for c in cells if c.row < self._head]))
            cells = [c for c in cells if c.row >= self._head]
        shift = self._rows - min((c.row for c in cells), default=0)
        self._cells += [
            GridCell(row=c.row + shift, col=c.col, runs=c.runs, rowspan=c.rowspan, colspan=c.colspan) for c in cells
        ]
        self._rows = max((c.row + c.rowspan for c in self._cells), default=0)
        self._head = header_rows(self._cells)
        self.frame = frame

    def close(self) -> Iterator[Item]:
        """The whole table, then its repeated headings."""
        yield Grid(cells=tuple(self._cells), header_rows=self._head)
        yield from self._repeated


def _top(cells: list[GridCell], rows: int) -> dict[tuple[int, int], str]:
    return {(c.row, c.col): c.text for c in cells if c.row < rows}


def _aside(cells: list[GridCell]) -> Paragraph:
    runs = [run for i, cell in enumerate(cells) for run in ((Run(text="\t"),) if i else ()) + cell.runs]
    return Paragraph(runs=tuple(runs), kind="furniture")


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
            elif width > 120 and before.x1 - before.x0 + 1.2 * line.em < width - 0.25 * line.em - 10:
                runs.append(Run(text="\n"))
            else:
                runs.append(Run(text=joint_between(before, line, before.x1)))
        runs += runs_of([line], box.rect[2])
    return GridCell(row=box.row, col=box.col, runs=tuple(runs), rowspan=box.rowspan, colspan=box.colspan)
