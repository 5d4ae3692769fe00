"""Names in tables: below their label in the header row, or in the column of names of a row that holds a label."""

from agreecheck.facts.names.grammar import Name, Names
from agreecheck.facts.parties.labels import Statement, heads
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.document import Cell, Table

_NO_NAME_ROWS = (
    "法定代表",
    "代表",
    "联系",
    "电话",
    "地址",
    "住址",
    "住所",
    "证件",
    "代码",
    "开户",
    "账",
    "经办",
    "负责",
    "签",
    "日期",
    "representative",
    "contact",
    "address",
)


def column_statements(tables: tuple[Table, ...], text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names below a label in the first rows of a table."""
    found = []
    for table in tables:
        for cell in table.cells:
            if cell.row > max(1, table.header_rows):
                continue
            labels = _label_of(cell, text, words)
            if labels and not words.nobody.intersection(labels):
                found += _below(cell, labels, table, text, names, words)
    return tuple(found)


def row_statements(tables: tuple[Table, ...], text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names in the column of names (姓名, 名称) of rows that hold a label in another column."""
    found = []
    for table in tables:
        column = next((c.col for c in table.cells if c.row == 0 and _is_name_field(c, text, words)), None)
        if column is None:
            continue
        by_row = {c.row: c for c in table.cells if c.col == column and c.row > 0}
        for cell in table.cells:
            labels = _label_of(cell, text, words) if cell.row in by_row and cell.col != column else ()
            if labels and not words.nobody.intersection(labels):
                name = _name_in(by_row[cell.row], text, names)
                found += [Statement(name=name, labels=labels, at=cell.span)] if name else []
    return tuple(found)


def _is_name_field(cell: Cell, text: str, words: Vocabulary) -> bool:
    content = cell.span.slice(text).strip() + ":"
    field = words.name_field.match(content)
    return field is not None and field.end() == len(content)


def _name_in(cell: Cell, text: str, names: Names) -> Name | None:
    content = cell.span.slice(text)
    name = names.name_at(text, cell.span.start + len(content) - len(content.lstrip()))
    return name if name and name.span.end <= cell.span.end else None


def _label_of(cell: Cell, text: str, words: Vocabulary) -> tuple[str, ...]:
    content = cell.span.slice(text).strip()
    found = heads(content, words) if len(content) <= 30 else ()
    if found and found[0].span.start == 0 and found[0].span.end >= len(content) - 1:
        return found[0].labels
    return ()


def _below(
    cell: Cell, labels: tuple[str, ...], table: Table, text: str, names: Names, words: Vocabulary
) -> list[Statement]:
    first = {c.row: c for c in table.cells if c.col == 0}
    for row in range(cell.row + 1, cell.row + 4):
        here = next((c for c in table.cells if c.row == row and c.col == cell.col), None)
        key = first[row].span.slice(text) if row in first and cell.col else ""
        if here is None or any(word in key for word in _NO_NAME_ROWS):
            continue
        if _label_of(here, text, words):
            return []  # a column of labels: the names stand beside them
        if name := _name_in(here, text, names):
            return [Statement(name=name, labels=labels, at=cell.span)]
    return []
