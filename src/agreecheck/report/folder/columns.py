"""The columns that a condition can speak of, and what a row holds in each."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from agreecheck.model.base import Frozen
from agreecheck.model.finding import SEVERITIES
from agreecheck.report.folder.row import Finding, Row

_NUMBER = re.compile(r"[-+]?[0-9]{1,24}(?:\.[0-9]{1,24})?")

Value = Any  # Decimal, date or int: of one kind in one column
Kind = Literal["text", "number", "share", "date", "severity"]
Texts = Callable[[Row], tuple[str, ...]]


class Column(Frozen):
    """``texts`` is what ``~`` looks into, ``names`` what ``=`` compares; ``kind`` says how values are ordered."""

    texts: Texts
    names: Texts
    kind: Kind = "text"

    def read(self, written: str) -> Value:
        """A value as written. Raises ValueError."""
        if self.kind == "date":
            return date.fromisoformat(written)
        return number(written) / (100 if self.kind == "share" and written.endswith("%") else 1)

    def values(self, row: Row) -> list[Value]:
        """The values of a row, to be compared with what ``read`` gives; a severity by its rank."""
        order: tuple[str, ...] = SEVERITIES
        return [order.index(text) if self.kind == "severity" else self.read(text) for text in self.names(row) if text]


def number(written: str) -> Decimal:
    """``24``, ``24%``, ``50,000.00``. Raises ValueError for all else."""
    plain = written.replace(",", "").removesuffix("%")
    if not _NUMBER.fullmatch(plain):
        raise ValueError(written)
    return Decimal(plain)


def _plain(name: str, kind: Kind = "text") -> Column:
    def texts(row: Row) -> tuple[str, ...]:
        return (getattr(row, name) or "",)

    return Column(texts=texts, names=texts, kind=kind)


def _amounts(name: str) -> Column:
    def texts(row: Row) -> tuple[str, ...]:
        return tuple(getattr(row, name).split("/"))

    return Column(texts=texts, names=texts, kind="number")


def _findings(of: Callable[[Row], tuple[Finding, ...]]) -> Column:
    return Column(
        names=lambda row: tuple(f.key for f in of(row)),
        texts=lambda row: tuple(text for f in of(row) for text in (f.key, f.headline)),
    )


def _debtor(row: Row) -> tuple[str, ...]:
    """The name as it is shown, and the end of the identity number."""
    return (row.debtor, row.trace.tail)


def _type(row: Row) -> tuple[str, ...]:
    return (row.kind, row.type)


def _coverage(row: Row) -> tuple[str, ...]:
    return ("" if row.failed else repr(row.coverage),)


COLUMNS: dict[str, Column] = {
    "file": _plain("file"),
    "type": Column(texts=_type, names=_type),
    "creditor": _plain("creditor"),
    "debtor": Column(texts=_debtor, names=_debtor),
    "currency": _plain("currency"),
    "total": _amounts("total"),
    "instalment": _amounts("instalment"),
    "next_due": _plain("next_due", "date"),
    "annual_cost": _plain("annual_percent", "number"),
    "coverage": Column(texts=_coverage, names=_coverage, kind="share"),
    "worst": _plain("worst", "severity"),
    "finding": _findings(lambda row: row.findings),
    "missing": _findings(lambda row: row.missing),
    "result": _plain("result"),
    "status": _plain("status"),
}
HEADS = {"annual_cost": "annual_percent", "finding": "findings"}  # what the other tables call them
