"""The plan told in a sentence (分12期，每月15日还3000元，最后一期还2800元), expanded to rows by the calendar."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.schedule.due_dates import Cycle, add_months, on_day
from agreecheck.model.fact import Instalment
from agreecheck.model.span import Span

_MAX_ROWS = 600
# 2026年3月至2027年2月; 2026年3月起，每月10日还2,000元，一直还到2027年2月
_RANGE_OF_MONTHS = re.compile(r"起?[至到]|[-~]|起[^。；;\n]{0,32}[还付缴](?:款|清)?[至到]")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d{2}(?:-XX)?")


class Down(NamedTuple):
    """A first payment with a date of its own; ``derived`` if its sum was worked out."""

    value: Decimal
    due: date
    span: Span
    derived: bool = False


class Even(NamedTuple):
    """The sum of each payment where only the whole is told, and where that stands."""

    value: Decimal
    span: Span


class Plan(NamedTuple):
    """What the text says about the plan; None where it is silent."""

    count: int | None  # type: ignore[assignment]  # a tuple's own count is not needed
    each: Labelled | None
    principal: Labelled | None
    last: Labelled | None
    first_due: date | None
    last_due: date | None
    due_day: int | None
    cycle: Cycle
    down: Down | None
    total: Decimal | None
    steps: tuple[tuple[int, int, Decimal], ...] = ()
    parts: tuple[tuple[str, Decimal], ...] = ()
    bears_interest: bool = False
    even: Even | None = None
    known: date | None = None  # a day before the plan: no first payment may be counted back beyond it


def expand(flow: Flow, plan: Plan) -> tuple[Instalment, ...]:
    """The rows of a plan, empty where first date or sum is not known."""
    source = plan.each or plan.principal
    first = _first(plan)
    count = _count(plan, first)
    if first is None or count is None or not 1 <= count <= _MAX_ROWS or not (source or plan.steps or plan.even):
        return ()
    span = source.figure.main.span if source else plan.even.span if plan.even else None
    rows = []
    for n, due in enumerate(itertools.islice(plan.cycle.dates(first, plan.due_day), count), 1):
        final = n == count
        if final and plan.last_due and plan.last:
            due = plan.last_due
        rows.append(_row(plan, n, due, final, span))
    if plan.down and plan.down.due < first:
        rows = [replace(r, number=r.number + 1) for r in rows]
        value, due, where, derived = plan.down
        rows.insert(0, Instalment(number=1, due=due, total=value, span=where, derived=derived))
    return tuple(rows)


def _row(plan: Plan, number: int, due: date, final: bool, span: Span | None) -> Instalment:
    each = plan.each.figure.value if plan.each else plan.even.value if plan.even else None
    total = next((v for a, b, v in plan.steps if a <= number <= b), each)
    parts = dict(plan.parts) if not plan.steps else {}
    if plan.each is None and not plan.steps and plan.principal is not None:
        parts["principal"] = plan.principal.figure.value
        more = sum(value for part, value in parts.items() if part != "principal")
        total = parts["principal"] + more if more or not plan.bears_interest else None
    if final and plan.last is not None:
        total, parts, span = plan.last.figure.value, {}, plan.last.figure.main.span
    return Instalment(
        number=number,
        due=due,
        total=total,
        principal=parts.get("principal"),
        interest=parts.get("interest"),
        fee=parts.get("fee"),
        span=span,
        derived=True,
    )


def _first(plan: Plan) -> date | None:
    """The first due date: as said, else counted back from the last one."""
    if plan.first_due:
        return plan.first_due
    if plan.last_due and plan.count:
        first = plan.cycle.first(plan.last_due, plan.count, plan.due_day)
        return first if first and (plan.known is None or first >= plan.known) else None
    return None


def _count(plan: Plan, first: date | None) -> int | None:
    """The number of payments: as said, else from the dates, else as many as the total needs."""
    by_dates = None
    if first and plan.last_due and plan.last_due >= first:
        by_dates = plan.cycle.payments(first, plan.last_due)
    if plan.steps:
        steps = max(b for _, b, _ in plan.steps)
        return steps + 1 if plan.last and steps + 1 in (plan.count, by_dates) else steps
    if plan.count:
        return plan.count + 1 if plan.last and by_dates == plan.count + 1 else plan.count
    if by_dates:
        return by_dates
    if plan.total and plan.each and plan.each.figure.value:
        whole, rest = divmod(plan.total, plan.each.figure.value)
        return (
            int(whole) if not rest or (plan.last and plan.last.figure.value != rest) else int(whole) + bool(plan.last)
        )
    return None


def start(marked: Sequence[Marked], due_day: int | None, flow: Flow) -> date | None:
    """The first due date: a date in that role, or the month that the plan starts in with its due day."""
    for one in marked:
        if one.role == "first_due" and one.dated.day:
            return _on_due_day(one, due_day, flow)
    for one in marked:
        if one.role == "due" and one.dated.day and _opens(flow, one):
            return _on_due_day(one, due_day, flow)
    for one in marked:
        value = one.dated.value
        if _MONTH.fullmatch(value) and one.role in ("first_due", "", "due"):
            year, month = int(value[:4]), int(value[5:7])
            if due_day and one.dated.real and (one.role == "first_due" or _opens(flow, one)):
                return on_day(year, month, due_day)
    return None


def after_signing(flow: Flow, marked: Sequence[Marked], due_day: int, near: Piece | None) -> date | None:
    """自签订次月起每月5日, 自签订之日起每月10日: the first due day in the month after the signing, or after it."""
    signed = next((m.dated.day for m in marked if m.role == "signing" and m.dated.day), None)
    if signed is None or near is None:
        return None
    if words(flow.pack, "from_next_month").search(flow.text, near.start, near.end):
        return add_months(signed, 1, due_day)
    if not words(flow.pack, "from_signing_on").search(flow.text, near.start, near.end):
        return None
    same = on_day(signed.year, signed.month, due_day)
    return same if same > signed else add_months(signed, 1, due_day)


def first_of_years(marked: Sequence[Marked], yearly: tuple[int, int]) -> date | None:
    """The first of payments on one day of each year: in the year said (自2026年起), else the next after the signing."""
    month, day = yearly
    for one in marked:
        if one.role in ("first_due", "due", "") and _YEAR.fullmatch(one.dated.value[:7].removesuffix("-XX")):
            return on_day(int(one.dated.value[:4]), month, day)
    known = next(
        (m.dated.day for m in marked if m.role in ("first_due", "signing", "debt_as_of") and m.dated.day), None
    )
    return on_day(known.year + ((month, day) < (known.month, known.day)), month, day) if known else None


def months(flow: Flow, marked: Sequence[Marked], due_day: int | None) -> tuple[date, date] | None:
    """2026年10月至2027年9月每月28日: the first and the last due date of a range of months."""
    open_ = [m for m in marked if m.dated.real and _MONTH.fullmatch(m.dated.value)]
    for first, last in itertools.pairwise(open_):
        between = flow.text[first.dated.piece.end : last.dated.piece.start]
        if due_day and _RANGE_OF_MONTHS.fullmatch(between) and first.dated.value < last.dated.value:
            begin, end = (on_day(int(m.dated.value[:4]), int(m.dated.value[5:7]), due_day) for m in (first, last))
            return begin, end
    return None


def _opens(flow: Flow, one: Marked) -> bool:
    """2026年2月起: a month from which on something runs."""
    return flow.text[one.dated.piece.end : one.dated.piece.end + 1] in ("起", "开", "始") or flow.text[
        max(0, one.dated.piece.start - 1) : one.dated.piece.start
    ] in ("自", "从")


def _on_due_day(one: Marked, due_day: int | None, flow: Flow) -> date | None:
    """自2026年12月1日起每月18日: the start of counting, not the first payment, if the due day differs."""
    day = one.dated.day
    assert day is not None
    after = flow.text[one.dated.piece.end : one.dated.piece.end + 1]
    if due_day is None or after != "起" or day == on_day(day.year, day.month, due_day):
        return day
    return on_day(day.year, day.month, due_day) if day.day < due_day or due_day < 0 else add_months(day, 1, due_day)
