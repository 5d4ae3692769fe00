"""The summary of several reports, and the choice of its form."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from agreecheck.messages import Messages
from agreecheck.report.folder import html, markdown, terminal
from agreecheck.report.folder.names import report_name
from agreecheck.report.folder.picture import picture
from agreecheck.report.folder.row import clean
from agreecheck.report.folder.rows import Changed, Rows
from agreecheck.report.folder.table import as_csv, as_lines, payments_csv, payments_lines, whole
from agreecheck.report.json import in_parts

__all__ = ["index", "payments", "report_name", "together", "workbook"]


def index(
    say: Messages, rows: Rows, format: str, suffix: str = "", *, chosen: str = "", width: int = 80
) -> Iterator[str]:
    """All rows as terminal, json, jsonl, csv, markdown or html, in pieces. With a suffix, each name leads to its report
    in the same folder; ``chosen`` is a sentence that says which rows these are."""
    rows = Changed(rows, clean)
    if format == "jsonl":
        return as_lines(rows)
    if format == "csv":
        return as_csv(say, rows)
    seen = picture(rows)
    if format == "json":
        return chain(in_parts(whole(seen)), "\n")
    if format == "markdown":
        return markdown.render(say, seen, chosen, suffix)
    if format == "html":
        return html.render(say, seen, chosen, suffix)
    return terminal.render(say, seen, chosen, width)


def payments(say: Messages, rows: Rows, format: str) -> Iterator[str]:
    """Every payment that falls due, one a line, as csv or jsonl."""
    rows = Changed(rows, clean)
    return payments_csv(say, rows) if format == "csv" else payments_lines(rows)


def workbook(say: Messages, rows: Rows, chosen: str = "") -> bytes:
    """All rows as an XLSX workbook. Raises UsageError (code no_xlsxwriter) where what writes it is not installed."""
    from agreecheck.report.folder import xlsx

    return xlsx.render(say, picture(Changed(rows, clean)), chosen)


def together(rows: Rows) -> dict[str, Any]:
    """The summary as plain objects: ``summary`` has a row a file, ``together`` what they are together. What may be long
    is an iterator."""
    return whole(picture(Changed(rows, clean)))
