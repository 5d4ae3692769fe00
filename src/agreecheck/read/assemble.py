"""From paragraphs and tables to one text: the only writer of offsets."""

from collections.abc import Iterable

from agreecheck.model.document import Block, BlockKind, Cell, Document, Gap, Note, Page, Piece, Source, Table
from agreecheck.model.span import Span
from agreecheck.read.clauses import Passage, find_clauses
from agreecheck.read.flow import Grid, GridCell, Hole, Item, PageStart, Paragraph, Run, loosened
from agreecheck.read.language import language_of


class Assembler:
    """Appends text and remembers where every piece of it stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self.pieces: list[Piece] = []
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.gaps: list[Gap] = []
        self.notes: list[Note] = []
        self._pages: list[tuple[PageStart, int]] = []
        self._awaiting: list[PageStart] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, item: Item) -> None:
        """Append one item of the flow."""
        if isinstance(item, Paragraph):
            self._paragraph(item)
        elif isinstance(item, Grid):
            for part in loosened(item):
                if isinstance(part, Grid):
                    self._grid(part)
                else:
                    self.add(part)
        elif isinstance(item, PageStart):
            self._awaiting.append(item)
        elif isinstance(item, Hole):
            self.gaps.append(Gap(place=item.place, reason=item.reason, at=self._at, share=item.share))
        else:
            self.notes.append(item)

    def pages(self) -> tuple[Page, ...]:
        """Pages from where their first character stands to where the next page's does."""
        starts = sorted([*self._pages, *((page, self._at) for page in self._awaiting)], key=lambda p: p[0].number)
        ends = [*(at for _, at in starts[1:]), self._at][: len(starts)]
        return tuple(
            Page(number=p.number, span=Span(at, max(at, end)), width=p.width, height=p.height, coverage=p.coverage)
            for (p, at), end in zip(starts, ends, strict=True)
        )

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def _runs(self, runs: Iterable[Run]) -> Span:
        """Append runs; a page begins with the first of its characters."""
        start = self._at
        for run in runs:
            if not run.text:
                continue
            if run.place is not None:
                if self._awaiting and run.place.page is not None:
                    reached = [p for p in self._awaiting if p.number <= (run.place.page or 0)]
                    self._pages += [(page, self._at) for page in reached]
                    self._awaiting = self._awaiting[len(reached) :]
                self.pieces.append(Piece(span=Span(self._at, self._at + len(run.text)), place=run.place))
            self._write(run.text)
        return Span(start, self._at)

    def _close(self, kind: BlockKind, span: Span, align: str, remarks: tuple[Note, ...]) -> None:
        self.passages.append(Passage(kind=kind, span=span, align=align))
        self.notes += [Note(kind=n.kind, span=n.span or span, place=n.place, values=n.values) for n in remarks]
        self._write("\n")

    def _paragraph(self, item: Paragraph) -> None:
        if not item.text.strip():
            self.notes += item.remarks
            return
        self._close(item.kind, self._runs(item.runs), "right" if item.apart else item.align, item.remarks)

    def _grid(self, item: Grid) -> None:
        if not any(cell.text.strip() for cell in item.cells):
            self.notes += item.remarks
            return
        start = self._at
        cells: list[Cell] = []
        previous: GridCell | None = None
        for cell in sorted(item.cells, key=lambda c: (c.row, c.col)):
            if previous is not None:
                self._write("\t" if cell.row == previous.row else "\n")
            span = self._runs(cell.runs)
            cells.append(Cell(row=cell.row, col=cell.col, span=span, rowspan=cell.rowspan, colspan=cell.colspan))
            previous = cell
        span = Span(start, self._at)
        self.tables.append(Table(span=span, cells=tuple(cells), header_rows=item.header_rows))
        self._close("table", span, "left", item.remarks)


def assemble(source: Source, flow: Iterable[Item], coverage: float = 1.0) -> Document:
    """The document of a flow. Blocks are sorted and disjoint; clauses point into the same text."""
    writer = Assembler()
    for item in flow:
        writer.add(item)
    text = writer.text
    passages, clauses = find_clauses(text, writer.passages)
    return Document(
        source=source,
        text=text,
        language=language_of(text),
        coverage=coverage,
        pages=writer.pages(),
        pieces=tuple(writer.pieces),
        blocks=tuple(Block(kind=p.kind, span=p.span) for p in passages),
        tables=tuple(writer.tables),
        clauses=clauses,
        gaps=tuple(writer.gaps),
        notes=tuple(writer.notes),
    )
