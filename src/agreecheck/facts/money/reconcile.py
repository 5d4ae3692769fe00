"""What the plan, once known, says about figures and dates: instalments by their payments, first and last due date."""

import itertools
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.roles import Choice
from agreecheck.facts.reading import Reading
from agreecheck.facts.schedule.find import usual
from agreecheck.facts.schedule.listed import Payment
from agreecheck.model.fact import Day, Schedule
from agreecheck.model.span import Span

_WEAK = {"", "instalment", "interest", "overdue_interest", "fee", "penalty", "instalment_interest", "instalment_fee"}
_TO = compiled(r"起?(?:至|到|-|~|—)| (?:to|until|through|-) ")
_KEPT = ("down_payment", "instalment_principal", "proposed_instalment")


def labels_of_plan(
    flow: Flow, labelled: Sequence[Labelled], payments: Sequence[Payment], schedule: Schedule | None, type_: str
) -> tuple[Labelled, ...]:
    """Sums of a list of payments are instalments; the last one, if it differs from the usual one, is the last."""
    if schedule is None or len(schedule.instalments) < 2:
        return tuple(labelled)
    if not payments:
        edges = [_last_payment(flow, _first_payment(flow, one, schedule), schedule) for one in labelled]
        return tuple(_rest(flow, one, schedule, labelled) for one in edges)
    each = usual(schedule)
    roles = _whole(labelled, payments)
    own = "proposed_instalment" if type_ == "hardship_application" else "instalment"
    for number, payment in enumerate(payments, 1):
        value = payment.paid.figure.value
        final = number == len(payments) and each is not None and value != each
        if payment.paid.role not in _KEPT:
            roles[payment.paid.figure.piece] = "last_instalment" if final else own
    settled = [
        one._replace(choice=Choice(role, 60, flow.span(*one.figure.piece), "plan"))
        if (role := roles.get(one.figure.piece))
        else one
        for one in labelled
    ]
    return tuple(_rest(flow, one, schedule, labelled) for one in settled)


def _whole(labelled: Sequence[Labelled], payments: Sequence[Payment]) -> dict[Piece, str]:
    """支付款项100,000元：于5月10日前支付40,000元…: a sum without a role that the payments add up to is payable."""
    listed = {p.paid.figure.piece for p in payments}
    value = sum((p.paid.figure.value for p in payments), Decimal(0))
    return {
        one.figure.piece: "payable" if one.figure.piece.start < payments[0].start else "plan_total"
        for one in labelled
        if one.role == "" and one.figure.value == value and one.figure.piece not in listed
    }


def _first_payment(flow: Flow, one: Labelled, schedule: Schedule) -> Labelled:
    """A first payment of its own before even instalments is a down payment, whatever it is called."""
    first = schedule.instalments[0]
    if one.role or first.derived or first.span is None or first.span != one.figure.main.span:
        return one
    return one._replace(choice=Choice("down_payment", 60, flow.span(*one.figure.piece), "plan"))


def _rest(flow: Flow, one: Labelled, schedule: Schedule, labelled: Sequence[Labelled]) -> Labelled:
    """每月5,150元，合计46,350元; 余款80,000元分10期: a sum or rest that the rows add up to is that of the plan."""
    start = one.figure.piece.start
    totals = [i.total for i in schedule.instalments if i.total is not None]
    alike = len(totals) == len(schedule.instalments) and sum(totals, Decimal(0)) == one.figure.value
    before = flow.text[max(0, start - 8) : start]
    left = one.role == "" and words(flow.pack, "rest").search(before)
    if alike and one.role == "total_debt" and one.figure.value in _later(labelled, start):
        return one._replace(choice=Choice("plan_total", 60, flow.span(*one.figure.piece), "plan"))
    if not alike or not (left or (one.role in _WEAK and words(flow.pack, "sum_before").search(before))):
        return one
    return one._replace(choice=Choice("plan_total", 60, flow.span(*one.figure.piece), "plan"))


def _later(labelled: Sequence[Labelled], at: int) -> set[Decimal]:
    """The sums of the whole debt from a place on, where another one stands before it (欠30,000元…本息合计30,600元)."""
    debts = [one for one in labelled if one.role == "total_debt"]
    before = {one.figure.value for one in debts if one.figure.piece.start < at}
    return {one.figure.value for one in debts if one.figure.piece.start >= at} - before if before else set()


def _last_payment(flow: Flow, one: Labelled, schedule: Schedule) -> Labelled:
    """第36期3,490.50元 of 36: the sum of the last row alone, where all others are alike."""
    totals = [i.total for i in schedule.instalments]
    alone = len(totals) > 2 and len(set(totals[:-1])) == 1 and totals[-1] != totals[0]
    if one.role != "instalment" or schedule.origin == "table" or not alone or one.figure.value != totals[-1]:
        return one
    return one._replace(choice=Choice("last_instalment", 60, flow.span(*one.figure.piece), "plan"))


def settle_dates(
    flow: Flow, marked: Sequence[Marked], payments: Sequence[Payment], schedule: Schedule | None
) -> tuple[Marked, ...]:
    """Dates of listed payments are due dates; what falls on the first or the last payment is called so."""
    listed = {p.marked.dated.piece for p in payments}
    if schedule is None:
        return tuple(marked)
    marked = [_with_year(one, payments) for one in marked]
    dues = [i.due for i in schedule.instalments if i.due]
    first, last = (dues[0], dues[-1]) if dues else (None, None)
    single = len(schedule.instalments) == 1
    result = []
    runs = {one.dated.piece for pair in itertools.pairwise(marked) if _run_of_months(flow, *pair, dues) for one in pair}
    for one in marked:
        role = one.role
        day = one.dated.day
        if role == "due" and one.dated.piece in runs:
            role = ""
        elif one.dated.piece in listed:
            role = _edge(day, first, last) if not single else "due"
        elif single and day == first and role in ("", "due", "first_due", "last_due", "plan_end"):
            role = "due"
        elif day and day == last and role in ("plan_end", "due", "") and not single:
            role = "last_due"
        elif day and day == first and (role == "due" or (role == "" and _opens(flow, one))) and not single:
            role = "first_due"
        result.append(_with(one, role))
    return tuple(result)


def _run_of_months(flow: Flow, first: Marked, last: Marked, dues: Sequence[date]) -> bool:
    """2026年12月至2027年5月: months in which payments fall due, not due dates whose day is open."""
    if first.dated.day or last.dated.day:
        return False
    between = flow.text[first.dated.piece.end : last.dated.piece.start]
    paid = {f"{due:%Y-%m}" for due in dues}
    return _TO.fullmatch(between) is not None and {first.dated.value[:7], last.dated.value[:7]} <= paid


def _with_year(one: Marked, payments: Sequence[Payment]) -> Marked:
    """2026年9月15日还5,000元，10月15日还5,000元: the year that goes on from payment to payment."""
    due = next((p.due for p in payments if p.due and p.marked.dated.piece == one.dated.piece), None)
    if due is None or one.dated.day:
        return one
    return one._replace(dated=one.dated._replace(value=due.isoformat()))


def _opens(flow: Flow, one: Marked) -> bool:
    """自2026年12月21日起至2027年8月21日: the first of two ends, both on days of the plan."""
    return bool(words(flow.pack, "from_to").match(flow.text, one.dated.piece.end))


def _edge(day: date | None, first: date | None, last: date | None) -> str:
    return "first_due" if day == first and day else "last_due" if day == last and day else "due"


def _with(one: Marked, role: str) -> Marked:
    if role == one.role:
        return one
    evidence = one.choice.evidence if one.choice else one.dated.span
    return one._replace(choice=Choice(role, 60, evidence, "plan") if role else None)


def dates_of_plan(reading: Reading, schedule: Schedule | None, marked: Sequence[Marked]) -> tuple[Day, ...]:
    """The due dates that stand in the rows of a table, unless the text has them in the same role."""
    if schedule is None or schedule.origin != "table":
        return ()
    rows = [i for i in schedule.instalments if i.due and i.span and not i.derived]
    known = {(m.dated.day, m.role) for m in marked}
    result = []
    for index, row in enumerate(rows):
        role = "first_due" if index == 0 else "last_due" if index == len(rows) - 1 else "due"
        if row.due and row.span and (row.due, role) not in known:
            result.append(Day(value=row.due, role=role, span=_where(reading, row.due, row.span)))  # type: ignore[arg-type]
    impossible = [
        m for m in reading.mentions if m.kind == "date" and m.valid is False and schedule.span.contains(m.span)
    ]
    result += [Day(value=None, role="due", span=m.span, written=m.value, real=False) for m in impossible]
    return tuple(result)


def _where(reading: Reading, due: date, row: Span) -> Span:
    """The date's own words in its row."""
    value = due.isoformat()
    found = (m.span for m in reading.mentions if m.kind == "date" and m.value == value and row.contains(m.span))
    return next(found, row)
