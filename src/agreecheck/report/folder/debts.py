"""What each paper of one borrower adds to what he owes; those that tell of one debt are one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from agreecheck.model.base import Frozen
from agreecheck.report.folder.row import payments
from agreecheck.report.folder.rows import Rows, Some
from agreecheck.report.folder.same import Files, by_content, files

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
    """Files that tell of one debt, and what the first of them says of it; ``plan`` as in a row."""

    files: Files
    kind: str
    creditor: str
    currency: str
    plan: str
    read_in_full: bool

    @property
    def file(self) -> str:
        """The first of the files."""
        return self.files[0]

    def dues(self) -> Iterator[Due]:
        """What of it can be counted."""
        for one in payments(self.plan):
            if one.due is not None and one.amount is not None:
                yield Due(day=one.due, amount=one.amount, file=self.file, creditor=self.creditor)

    def why_not(self) -> str:
        """Why nothing of it can be counted; empty where something can."""
        return NO_DEBT.get(self.kind, "") or ("" if any(self.dues()) else "no_plan")

    def incomplete(self) -> Iterator[LeftOut]:
        """What of it cannot be counted though the rest can."""
        undated = sum(one.due is None for one in payments(self.plan))
        unpriced = sum(one.due is not None and one.amount is None for one in payments(self.plan))
        for reason, count in (("undated", undated), ("unpriced", unpriced)):
            if count:
                yield LeftOut(file=self.file, reason=reason, count=count)


def papers_of(rows: Rows) -> list[Paper]:
    """The papers of one borrower; those that tell of one debt are one: of one content, or with one creditor, plan and
    contract number (a paper as PDF and as Word file, or with a clause put otherwise)."""
    found: dict[tuple[str, ...], Paper] = {}
    for number, places in enumerate(by_content(rows)):
        paper, one = _paper(Some(rows, places)), rows[places[0]]
        debt = (one.creditor, one.currency, one.plan, one.trace.numbers) if any(paper.dues()) else (str(number),)
        known = found.get(debt)
        found[debt] = replace(known, files=(*known.files, *paper.files)) if known else paper
    return list(found.values())


def _paper(group: Rows) -> Paper:
    one = group[0]
    return Paper(
        files=files(group),
        kind=one.kind,
        creditor=one.creditor,
        currency=one.currency,
        plan=one.plan,
        read_in_full=one.read_in_full,
    )
