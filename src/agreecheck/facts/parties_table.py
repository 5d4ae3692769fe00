"""Names in a table whose header row holds the labels: the name stands below its label."""

from agreecheck.facts.names import Names
from agreecheck.facts.parties_labels import Statement, heads
from agreecheck.facts.parties_pack import Vocabulary
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
                found += _below(cell, labels, table, text, names)
    return tuple(found)


def _label_of(cell: Cell, text: str, words: Vocabulary) -> tuple[str, ...]:
    content = cell.span.slice(text).strip()
    found = heads(content, words) if len(content) <= 30 else ()
    if found and found[0].span.start == 0 and found[0].span.end >= len(content) - 1:
        return found[0].labels
    return ()


def _below(cell: Cell, labels: tuple[str, ...], table: Table, text: str, names: Names) -> list[Statement]:
    first = {c.row: c for c in table.cells if c.col == 0}
    for row in range(cell.row + 1, cell.row + 4):
        here = next((c for c in table.cells if c.row == row and c.col == cell.col), None)
        key = first[row].span.slice(text) if row in first and cell.col else ""
        if here is None or any(word in key for word in _NO_NAME_ROWS):
            continue
        content = here.span.slice(text)
        start = here.span.start + len(content) - len(content.lstrip())
        name = names.name_at(text, start)
        if name and name.span.end <= here.span.end:
            return [Statement(name=name, labels=labels, at=cell.span)]
    return []
