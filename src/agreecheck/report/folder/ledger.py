"""All that one borrower owes by the papers of a folder: what falls due in which month, on which day, what comes next.

Only rows of a plan with a date and a sum are counted, each paper once; what is left out is told with its reason.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from agreecheck.model.base import Frozen
from agreecheck.report.folder.row import Payment, Row
from agreecheck.report.folder.same import Files, Near, by_content

_NO_DEBT = {"other": "other", "hardship_application": "application"}
_NEXT = 5
_NOBODY = ("", "")

Person = tuple[str, str]


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


class Debt(Frozen):
    """One paper in the ledger: what is still to fall due by its plan, from the ledger's day on. ``copies`` are other
    files of the same content."""

    file: str
    creditor: str
    payments: int
    left: Decimal
    next_due: date | None
    last_due: date | None
    copies: Files = ()


class Together(Frozen):
    """What falls due in one month (``when`` is YYYY-MM), or on one day by more than one paper (YYYY-MM-DD)."""

    when: str
    payments: int
    amount: Decimal
    files: Files = ()


class Ledger(Frozen):
    """The debts of one borrower in one currency, as of a day. ``past`` fell due before; whether it was paid is not in
    the papers. ``by_name``: papers that name no identity number and were taken for his by the name alone; ``partial``:
    papers not read in full; ``similar``: counted papers in nearly the same words, perhaps versions of one."""

    debtor: str
    tail: str
    currency: str
    as_of: date
    debts: tuple[Debt, ...]
    months: tuple[Together, ...]
    peak: Together | None
    collisions: tuple[Together, ...]
    next: tuple[Due, ...]
    left: Decimal
    payments: int
    past: Decimal
    past_payments: int
    left_out: tuple[LeftOut, ...] = ()
    by_name: Files = ()
    partial: Files = ()
    similar: tuple[Files, ...] = ()


class Book(Frozen):
    """The ledgers of all borrowers with more than one paper, or of the only one; ``single``: borrowers whose one paper
    is its own ledger; ``left_out``: papers that belong to no known borrower or ask for nothing."""

    ledgers: tuple[Ledger, ...] = ()
    single: int = 0
    left_out: tuple[LeftOut, ...] = ()


def book(rows: Sequence[Row], near: Sequence[Near] = ()) -> Book:
    """All ledgers, in the order of the files; none where no borrower is known. ``near`` says which papers are alike."""
    belong = _persons(rows)
    owned: dict[Person, list[Row]] = {}
    for one in rows:
        owned.setdefault(belong[one.file], []).append(one)
    nobody = owned.pop(_NOBODY, [])
    several = {person: own for person, own in owned.items() if len(by_content(own)) > 1 or len(owned) == 1}
    if not several:
        return Book(single=len(owned))
    return Book(
        ledgers=tuple(ledger for own in several.values() for ledger in _ledgers(own, near)),
        single=len(owned) - len(several),
        left_out=tuple(LeftOut(file=one.file, reason=_no_debtor(one)) for one in nobody),
    )


def _persons(rows: Sequence[Row]) -> dict[str, Person]:
    """By file, whose paper it is: name and end of the identity number. A paper without a number is that of the only
    person of its name, if there is only one."""
    tails: dict[str, dict[str, None]] = {}
    for one in rows:
        if one.trace.tail:
            tails.setdefault(one.trace.person, {})[one.trace.tail] = None
    return {one.file: _person(one, tuple(tails.get(one.trace.person, ()))) for one in rows}


def _person(one: Row, tails: tuple[str, ...]) -> Person:
    person, tail = one.trace.person, one.trace.tail
    return (person, tails[0] if person and not tail and len(tails) == 1 else tail)


def _ledgers(own: Sequence[Row], near: Sequence[Near]) -> Iterable[Ledger]:
    """A ledger a currency; papers that give no payment stand with the first."""
    groups = by_content(own)
    without = tuple(LeftOut(file=g[0].file, reason=reason) for g in groups if (reason := _why_not(g[0])))
    counted = [g for g in groups if not _why_not(g[0])]
    currencies = list(dict.fromkeys(g[0].currency for g in counted)) or [own[0].currency]
    by_name = tuple(one.file for one in own if not one.trace.tail) if any(one.trace.tail for one in own) else ()
    for number, currency in enumerate(currencies):
        papers = [g for g in counted if g[0].currency == currency]
        files = {one.file for group in papers for one in group}
        yield _ledger(
            own,
            currency,
            papers,
            without=() if number else without,
            by_name=tuple(file for file in by_name if file in files),
            similar=tuple(n.files for n in near if len(files.intersection(n.files)) > 1),
        )


def _ledger(
    own: Sequence[Row],
    currency: str,
    papers: Sequence[Sequence[Row]],
    *,
    without: tuple[LeftOut, ...],
    by_name: Files,
    similar: tuple[Files, ...],
) -> Ledger:
    day = date.fromisoformat(max(one.as_of for one in own))
    dues = sorted((d for g in papers for d in _dues(g[0])), key=lambda d: (d.day, d.file))
    coming, past = [d for d in dues if d.day >= day], [d for d in dues if d.day < day]
    months = tuple(_together(f"{d:%Y-%m}", list(group)) for d, group in groupby(coming, lambda d: d.day.replace(day=1)))
    days = (_together(d.isoformat(), list(group)) for d, group in groupby(coming, lambda d: d.day))
    return Ledger(
        debtor=next((one.debtor for one in own if one.trace.tail), own[0].debtor),
        tail=next((one.trace.tail for one in own if one.trace.tail), ""),
        currency=currency,
        as_of=day,
        debts=tuple(_debt(g, day) for g in papers),
        months=months,
        peak=max(months, key=lambda m: m.amount, default=None),
        collisions=tuple(d for d in days if len(d.files) > 1),
        next=tuple(coming[:_NEXT]),
        left=_sum(coming),
        payments=len(coming),
        past=_sum(past),
        past_payments=len(past),
        left_out=(*without, *(left for g in papers for left in _incomplete(g[0]))),
        by_name=by_name,
        partial=tuple(g[0].file for g in papers if not g[0].read_in_full),
        similar=similar,
    )


def _debt(group: Sequence[Row], day: date) -> Debt:
    one = group[0]
    dues = [d for d in _dues(one) if d.day >= day]
    return Debt(
        file=one.file,
        creditor=one.creditor,
        payments=len(dues),
        left=_sum(dues),
        next_due=min((d.day for d in dues), default=None),
        last_due=max((d.day for d in dues), default=None),
        copies=tuple(other.file for other in group[1:]),
    )


def _dues(one: Row) -> list[Due]:
    return [
        Due(day=p.due, amount=p.amount, file=one.file, creditor=one.creditor)
        for p in one.payments()
        if p.due is not None and p.amount is not None
    ]


def _together(when: str, dues: Sequence[Due]) -> Together:
    files = tuple(dict.fromkeys(d.file for d in dues))
    return Together(when=when, payments=len(dues), amount=_sum(dues), files=files)


def _sum(dues: Iterable[Due]) -> Decimal:
    return sum((d.amount for d in dues), Decimal("0.00"))


def _why_not(one: Row) -> str:
    """Why nothing of a paper can be counted; empty where something can."""
    return _NO_DEBT.get(one.kind, "") or ("" if _dues(one) else "no_plan")


def _incomplete(one: Row) -> Iterable[LeftOut]:
    """Payments of a counted paper that could not be counted."""
    for reason, lacks in (("undated", _has_no_date), ("unpriced", _has_no_sum)):
        count = sum(map(lacks, one.payments()))
        if count:
            yield LeftOut(file=one.file, reason=reason, count=count)


def _has_no_date(payment: Payment) -> bool:
    return payment.due is None


def _has_no_sum(payment: Payment) -> bool:
    return payment.due is not None and payment.amount is None


def _no_debtor(one: Row) -> str:
    if one.failed:
        return "failed"
    return "unread" if not one.kind else _NO_DEBT.get(one.kind, "no_debtor")
