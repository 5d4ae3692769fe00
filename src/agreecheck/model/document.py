"""A document: one text, and where each piece of it stands."""

from bisect import bisect_right
from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.span import Place, Span

Kind = Literal["pdf", "docx", "text"]
BlockKind = Literal["heading", "paragraph", "table", "furniture", "contents"]


class Source(Frozen):
    """The file itself: its name without folders, SHA-256 of its bytes, and what it is by content."""

    name: str
    sha256: str
    kind: Kind
    size: int


class Piece(Frozen):
    """A run of text with one place."""

    span: Span
    place: Place


class Gap(Frozen):
    """Something on the paper that could not be read; ``at`` is the offset in the text where it would stand.

    ``reason`` is image, glyphs (unmapped), encrypted, error, empty (a page without any text), invisible, limit.
    ``share`` is the part of the page's content that is lost, 0 to 1.
    """

    place: Place
    reason: str
    at: int
    share: float = 1.0


class Note(Frozen):
    """Something a reader of the paper should know: tracked_change, hidden_text, comment, form_field, image, ..."""

    kind: str
    span: Span | None = None
    place: Place | None = None
    values: dict[str, str] = {}


class Block(Frozen):
    """A paragraph, heading, table, contents list, or page furniture (header, footer, page number, watermark)."""

    kind: BlockKind
    span: Span


class Cell(Frozen):
    """One cell; row and column count from 0."""

    row: int
    col: int
    span: Span
    rowspan: int = 1
    colspan: int = 1


class Table(Frozen):
    """A table, continued parts of it over pages joined; ``header_rows`` rows at the top name the columns."""

    span: Span
    cells: tuple[Cell, ...]
    header_rows: int = 1


class Clause(Frozen):
    """One numbered unit. ``path`` is dotted Arabic numbers from the top clause, chapters not counted (``"3.2"``);
    ``number`` is as written (``"第三条"``, ``"（二）"``); ``label`` names the place for a reader (``"第三条（二）"``).
    ``span`` runs to the start of the next clause that is no child of this one."""

    path: str
    number: str
    label: str
    title: str
    level: int
    span: Span
    parent: str | None = None


class Page(Frozen):
    """One page: its number from 1, its stretch of the text, size in points, share of its content read as text."""

    number: int
    span: Span
    width: float
    height: float
    coverage: float = 1.0


class Document(Frozen):
    """Everything read from one file.

    ``text`` is the whole text as read; every other value points into it. ``coverage`` is the share of the
    content that could be read as text, 0 to 1. Blocks are sorted, disjoint and cover all non-blank text.
    """

    source: Source
    text: str
    language: str = "zh-Hans"
    coverage: float = 1.0
    pages: tuple[Page, ...] = ()
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    clauses: tuple[Clause, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()

    def quote(self, span: Span) -> str:
        """The document's own words at ``span``."""
        return self.text[span.start : span.end]

    def locate(self, span: Span) -> Place:
        """The place of the first character of ``span`` that has one."""
        at = bisect_right(self.pieces, span.start, key=lambda p: p.span.start) - 1
        if at >= 0 and self.pieces[at].span.end > span.start:
            return self.pieces[at].place
        following = self.pieces[at + 1 : at + 2]
        return following[0].place if following else Place()

    def page_of(self, offset: int) -> int | None:
        """The page number at an offset, None where the format has no pages."""
        at = bisect_right(self.pages, offset, key=lambda p: p.span.start) - 1
        return self.pages[at].number if at >= 0 else None

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause that holds the offset."""
        holding = [c for c in self.clauses if c.span.start <= offset < c.span.end]
        return max(holding, key=lambda c: (c.level, c.span.start), default=None)
