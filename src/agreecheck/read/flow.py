"""What a format reader hands to the assembler: paragraphs, tables, pages and remarks, in reading order."""

from collections.abc import Sequence
from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.document import BlockKind, Note
from agreecheck.model.span import Place

_PROSE = 60  # characters; a longer cell across the whole table is a paragraph
Align = Literal["left", "centre", "right"]


class Run(Frozen):
    """Text with one place; blank joints between runs have none."""

    text: str
    place: Place | None = None


class Paragraph(Frozen):
    """One paragraph. ``remarks`` are notes about it and get its span; ``apart`` keeps it out of the clauses."""

    runs: tuple[Run, ...]
    kind: BlockKind = "paragraph"
    align: Align = "left"
    remarks: tuple[Note, ...] = ()
    apart: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class GridCell(Frozen):
    """A cell at (row, col) from 0; its paragraphs are joined by newlines."""

    row: int
    col: int
    runs: tuple[Run, ...] = ()
    rowspan: int = 1
    colspan: int = 1

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Grid(Frozen):
    """A table as read; cells in reading order."""

    cells: tuple[GridCell, ...]
    header_rows: int = 1
    remarks: tuple[Note, ...] = ()


class PageStart(Frozen):
    """From here on the text stands on this page (points)."""

    number: int
    width: float
    height: float
    coverage: float = 1.0


class Hole(Frozen):
    """Something unreadable that stands here; see ``model.document.Gap``."""

    place: Place
    reason: str
    share: float = 1.0


Item = Paragraph | Grid | PageStart | Hole | Note


def loosened(grid: Grid) -> list[Item]:
    """Tables that only frame text, as paragraphs: one column, or a long cell that fills a whole row."""
    width = max((c.col + c.colspan for c in grid.cells), default=0)
    rows: dict[int, list[GridCell]] = {}
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.col)):
        rows.setdefault(cell.row, []).append(cell)
    out: list[Item] = []
    kept: list[GridCell] = []
    first = 0
    for row, cells in rows.items():
        inked = [c for c in cells if c.text.strip()]
        alone = len(cells) == 1 and cells[0].colspan >= width
        if not (alone and inked and (width == 1 or len(inked[0].text) > _PROSE)):
            kept += [
                GridCell(row=c.row - first, col=c.col, runs=c.runs, rowspan=c.rowspan, colspan=c.colspan) for c in cells
            ]
            continue
        if kept:
            out.append(Grid(cells=tuple(kept), header_rows=grid.header_rows))
        kept, first = [], row + 1
        out += _split(inked[0].runs)
    if kept:
        out.append(Grid(cells=tuple(kept), header_rows=grid.header_rows, remarks=grid.remarks))
    return out if len(out) > 1 or not kept else [grid]


def _split(runs: tuple[Run, ...]) -> list[Item]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return [Paragraph(runs=tuple(line)) for line in lines if line]


def header_rows(cells: Sequence[GridCell]) -> int:
    """How many rows the heading takes: more than one where its cells go down over them."""
    return max((c.rowspan for c in cells if c.row == 0 and any(o.row == 0 and o.colspan > 1 for o in cells)), default=1)
