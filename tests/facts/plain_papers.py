"""Papers made of bare text, for tests of what facts understand in them."""

from agreecheck.model.document import Cell, Document, Source, Table
from agreecheck.model.span import Span


def paper(text: str, *, language: str = "zh-Hans", rows: list[list[str]] | None = None) -> Document:
    """A document of ``text``; ``rows`` are appended as a table, cells set apart by tabs as readers do."""
    cells: list[Cell] = []
    start = len(text)
    for row, values in enumerate(rows or []):
        for col, value in enumerate(values):
            cells.append(Cell(row=row, col=col, span=Span(len(text), len(text) + len(value))))
            text += value + ("\t" if col < len(values) - 1 else "\n")
    tables = (Table(span=Span(start, len(text)), cells=tuple(cells)),) if cells else ()
    source = Source(name="paper.txt", sha256="0" * 64, kind="text", size=len(text))
    return Document(source=source, text=text, language=language, tables=tables)
