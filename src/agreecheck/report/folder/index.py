"""The summary of several reports, and the choice of its form."""

from collections.abc import Iterator, Sequence

from agreecheck.messages import Messages
from agreecheck.report.folder import html, markdown, terminal
from agreecheck.report.folder.names import report_name
from agreecheck.report.folder.picture import picture
from agreecheck.report.folder.row import Row, clean
from agreecheck.report.folder.table import (
    as_csv,
    as_lines,
    payments_csv,
    payments_lines,
    whole,
    whole_in_parts,
)  # fmt: skip
from agreecheck.report.json import dumps

__all__ = ["render_index", "render_payments", "report_name", "together", "workbook"]


def render_index(
    say: Messages, rows: Sequence[Row], format: str, suffix: str = "", *, chosen: str = "", width: int = 80
) -> str:
    """All rows as terminal, json, jsonl, csv, markdown or html. With a suffix, each name leads to its report in the
    same folder; ``chosen`` is a sentence that says which rows these are."""
    rows = tuple(map(clean, rows))
    if format == "jsonl":
        return as_lines(rows)
    if format == "csv":
        return as_csv(say, rows)
    seen = picture(rows)
    if format == "json":
        return dumps(whole(seen))
    if format == "markdown":
        return markdown.render(say, seen, chosen, suffix)
    if format == "html":
        return html.render(say, seen, chosen, suffix)
    return terminal.render(say, seen, chosen, width)


def render_payments(say: Messages, rows: Sequence[Row], format: str) -> str:
    """Every payment that falls due, one a line, as csv or jsonl."""
    rows = tuple(map(clean, rows))
    return payments_csv(say, rows) if format == "csv" else payments_lines(rows)


def index_in_parts(say: Messages, rows: Sequence[Row], format: str, suffix: str) -> Iterator[str]:
    """``render_index`` in pieces where the whole would be long."""
    if format == "json":
        return whole_in_parts(picture(tuple(map(clean, rows))))
    return iter([render_index(say, rows, format, suffix)])


def workbook(say: Messages, rows: Sequence[Row], chosen: str = "") -> bytes:
    """All rows as an XLSX workbook. Raises UsageError (code no_xlsxwriter) where what writes it is not installed."""
    from agreecheck.report.folder import xlsx

    return xlsx.render(say, picture(tuple(map(clean, rows))), chosen)


def together(rows: Sequence[Row]) -> dict[str, object]:
    """The summary as plain objects: ``summary`` has a row a file, ``together`` what they are together."""
    return whole(picture(rows))
