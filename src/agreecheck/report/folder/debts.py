"""What each paper of one borrower adds to what he owes; those that tell of one debt are one."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from agreecheck.model.base import Frozen
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.same import by_content

NO_DEBT = {"other": "other", "hardship_application": "application"}
"""Kinds of paper that ask for nothing yet, and the reason to leave them out."""


class LeftOut(Frozen):
    """A paper, or ``count`` payments of it, that could not be counted: failed, unread, other, application, no_debtor,
    no_plan, undated, unpriced."""

    file: str
    reason: str
    count: int = 0


class Due(Frozen):
    """One payment to come."""

    day: date
    amount: Decimal
    file: str
    creditor: str = ""


class Paper(Frozen):
    """Files that tell of one debt, what of it can be counted, and how many payments cannot."""

    files: tuple[Row, ...]
    dues: tuple[Due, ...]
    undated: int
    unpriced: int

    @property
    def first(self) -> Row:
        return self.files[0]

    def why_not(self) -> str:
        """Why nothing of it can be counted; empty where something can."""
        return NO_DEBT.get(self.first.kind, "") or ("" if self.dues else "no_plan")

    def incomplete(self) -> Iterator[LeftOut]:
        """What of it cannot be counted though the rest can."""
        for reason, count in (("undated", self.undated), ("unpriced", self.unpriced)):
            if count:
                yield LeftOut(file=self.first.file, reason=reason, count=count)


def papers_of(rows: Sequence[Row]) -> list[Paper]:
    """The papers of one borrower; those that tell of one debt are one: of one content, or with one creditor, plan and
    contract number (a paper as PDF and as Word file, or with a clause put otherwise)."""
    found: dict[tuple[str, ...], Paper] = {}
    for number, group in enumerate(by_content(rows)):
        paper, one = _paper(group), group[0]
        debt = (one.creditor, one.currency, one.plan, one.trace.numbers) if paper.dues else (str(number),)
        known = found.get(debt)
        found[debt] = replace(known, files=(*known.files, *paper.files)) if known else paper
    return list(found.values())


def _paper(group: Sequence[Row]) -> Paper:
    one, payments = group[0], tuple(group[0].payments())
    return Paper(
        files=tuple(group),
        dues=tuple(
            Due(day=p.due, amount=p.amount, file=one.file, creditor=one.creditor)
            for p in payments
            if p.due is not None and p.amount is not None
        ),
        undated=sum(p.due is None for p in payments),
        unpriced=sum(p.due is not None and p.amount is None for p in payments),
    )
