"""The rows of many files as CSV, JSON Lines and JSON, for a spreadsheet or a program."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.folder.ledger import Entry, Ledgers, payments
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.rows import Rows

COLUMNS = (
    "file", "type", "creditor", "debtor", "currency", "total", "instalment", "next_due", "annual_percent", "coverage",
)  # fmt: skip
HEADS = (*COLUMNS, "worst", "result", "findings")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def as_csv(say: Messages, rows: Rows) -> Iterator[str]:
    """A table with headings in the reader's language. A spreadsheet takes no cell for a formula, and the mark at the
    beginning tells it the encoding."""
    return _csv([say(f"group.{name}") for name in HEADS], (cells(say, row) for row in rows))


def cells(say: Messages, row: Row) -> list[str]:
    """What stands under each of ``HEADS``."""
    coverage = f"{int(row.coverage * 100) / 100:.2f}" if not row.failed else ""
    worst = say.name("severity", row.worst) if row.worst else ""
    findings = say("group.stop").join(f.headline for f in row.worst_findings)
    return [*(getattr(row, name) for name in COLUMNS[:-1]), coverage, worst, row.result, findings]


def as_object(row: Row) -> dict[str, object]:
    """A row as a plain object."""
    findings = [{"key": f.key, "severity": f.severity, "headline": f.headline} for f in row.worst_findings]
    plain: dict[str, object] = {name: getattr(row, name) for name in COLUMNS}
    return plain | {
        "kind": row.kind, "worst": row.worst, "result": row.result, "failed": row.failed,
        "read_in_full": row.read_in_full, "findings": findings, "missing": [f.key for f in row.missing],
        "sha256": row.sha256,
    }  # fmt: skip


def as_lines(rows: Rows) -> Iterator[str]:
    """A line of JSON a row."""
    return map(_line, map(as_object, rows))


def payments_csv(say: Messages, rows: Rows) -> Iterator[str]:
    """Every payment of every ledger, one a line."""
    heads = (
        "group.debtor", "group.tail_alone", "ledger.day", "ledger.amount", "group.currency", "group.creditor",
        "group.file",
    )  # fmt: skip
    told = (_entry(one) for one in payments(rows))
    return _csv([say(head) for head in heads], ([str(value) for value in one.values()] for one in told))


def payments_lines(rows: Rows) -> Iterator[str]:
    """A line of JSON a payment."""
    return map(_line, map(_entry, payments(rows)))


def _entry(one: Entry) -> dict[str, str]:
    due = one.due
    return {
        "debtor": one.debtor, "tail": one.tail, "due": due.day.isoformat(), "amount": str(due.amount),
        "currency": one.currency, "creditor": due.creditor, "file": due.file,
    }  # fmt: skip


def whole(seen: Picture) -> dict[str, Any]:
    """The picture as one plain object: a row a file, and what they are together. What may be long is an iterator."""
    counted = {
        name: [{"key": f.key, "severity": f.severity, "headline": f.headline, "files": n} for f, n in pairs]
        for name, pairs in (("frequent", seen.frequent), ("missing", seen.missing))
    }
    return {
        "summary": map(as_object, seen.rows),
        "together": _spread(seen.alike) | counted | _spread(seen.book),
    }


def _spread(value: Frozen) -> dict[str, Any]:
    """A value by its fields; the elements of long ones are made when it is their turn."""
    return {name: _parts(part) for name, part in msgspec.structs.asdict(value).items()}


def _parts(value: object) -> Any:
    if isinstance(value, Ledgers):
        return map(_spread, value)
    return map(msgspec.to_builtins, value) if isinstance(value, tuple) else msgspec.to_builtins(value)


class _Echo:
    """What is written to it comes back."""

    def write(self, text: str) -> str:
        return text


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    write = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield f"\ufeff{write(heads)}"
    for row in rows:
        yield str(write(map(_cell, row)))


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) and not _NUMBER.fullmatch(value) else value
