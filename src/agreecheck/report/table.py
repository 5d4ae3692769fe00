"""The rows of many files as CSV and JSON Lines, for a spreadsheet or a program."""

import csv
import io
import json
from collections.abc import Sequence

from agreecheck.messages import Messages
from agreecheck.report.picture import Row

COLUMNS = ("file", "type", "creditor", "currency", "total", "instalment", "next_due", "annual_percent", "coverage")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(say: Messages, rows: Sequence[Row]) -> str:
    """A table with headings in the reader's language. A spreadsheet takes no cell for a formula, and the mark at the
    beginning tells it the encoding."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\r\n").writerow
    write([say(f"group.{name}") for name in (*COLUMNS, "worst", "result", "findings")])
    for row in rows:
        coverage = f"{int(row.coverage * 100) / 100:.2f}" if not row.failed else ""
        cells = [getattr(row, name) for name in COLUMNS[:-1]] + [coverage]
        worst = say.name("severity", row.worst) if row.worst else ""
        write([_cell(c) for c in (*cells, worst, row.result, "；".join(f.headline for f in row.worst_findings))])
    return "\ufeff" + text.getvalue()


def as_object(row: Row) -> dict[str, object]:
    """A row as a plain object."""
    findings = [{"key": f.key, "severity": f.severity, "headline": f.headline} for f in row.worst_findings]
    plain: dict[str, object] = {name: getattr(row, name) for name in COLUMNS}
    return plain | {
        "worst": row.worst, "result": row.result, "failed": row.failed, "read_in_full": row.read_in_full,
        "findings": findings, "sha256": row.sha256,
    }  # fmt: skip


def as_lines(rows: Sequence[Row]) -> str:
    """A line of JSON a row."""
    return "".join(json.dumps(as_object(row), ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
