"""What a table says of the figures in it: the header of a figure's column, or a cell beside it, gave its role."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from agreecheck.model.document import Cell, Document, Table
from agreecheck.model.fact import Amount, Day
from agreecheck.model.span import Span

_Fact = TypeVar("_Fact", Amount, Day)


def from_headers(document: Document, facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
    """The facts, those of a table with the header or cell that gave the role; a cell's own words stay a sentence."""
    return tuple(_from_header(document, one) if one.role and document.tables else one for one in facts)


def _from_header(document: Document, one: _Fact) -> _Fact:
    table = next((t for t in document.tables if t.span.contains(one.span)), None)
    cell = _cell(table, one.span) if table else None
    if table is None or cell is None or (one.evidence and not table.span.contains(one.evidence)):
        return one
    if one.evidence and cell.span.contains(one.evidence) and one.evidence != one.span:
        return one
    own = one.evidence if one.evidence and not cell.span.contains(one.evidence) else _header(table, cell)
    return replace(one, evidence=own or one.evidence, source="table")


def _cell(table: Table, span: Span) -> Cell | None:
    return next((c for c in table.cells if c.span.contains(span)), None)


def _header(table: Table, cell: Cell) -> Span | None:
    """The lowest cell that names the column."""
    above = [
        c
        for c in table.cells
        if c.row < min(table.header_rows, cell.row) and c.col <= cell.col < c.col + c.colspan and len(c.span)
    ]
    return max(above, key=lambda c: c.row).span if above else None
