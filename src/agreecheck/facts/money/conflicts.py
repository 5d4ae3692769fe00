"""Values that disagree although they should be one fact. When in doubt there is no conflict."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.due_days import in_a_row
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.plans import Read
from agreecheck.facts.money.rates import Charged
from agreecheck.model.fact import Breakdown, Conflict, DueDay, Rate, Schedule, Term
from agreecheck.model.span import Span

_STRONG = {"total_debt": 60.0, "payable": 76.0, "plan_total": 72.0}
_SAME_RATE = compiled(r"[(（](?:即|折合|也即|相当于)?[^()（），,。]{0,6}$")
_TOLERANCE = Decimal("0.05")


def conflicts(
    plan: Read, charged: Sequence[Charged], rates: Sequence[Rate], breakdowns: Sequence[Breakdown]
) -> tuple[Conflict, ...]:
    """All conflicts within one plan, in a fixed order."""
    flow, labelled, marked = plan.told.flow, plan.told.labelled, plan.told.marked
    schedule, due_days, terms = plan.schedule, plan.days, plan.terms
    found = [
        _due_day(flow, due_days),
        _due_day_of_table(due_days, schedule),
        *(_amount(role, labelled, breakdowns, schedule) for role in ("total_debt", "payable")),
        _plan_total(labelled, schedule),
        _periods(flow, terms, schedule),
        _instalment(labelled, schedule),
        *(_edge(role, marked, schedule) for role in ("first_due", "last_due")),
        *_notation(flow, charged, rates),
    ]
    return tuple(c for c in found if c)


def _conflict(fact: str, values: Sequence[object], spans: Sequence[Span]) -> Conflict:
    return Conflict(fact=fact, values=tuple(str(v) for v in values), spans=tuple(spans))


def _due_day(flow: Flow, due_days: Sequence[DueDay]) -> Conflict | None:
    if len(due_days) < 2 or in_a_row(flow, due_days):
        return None
    return _conflict("due_day", [d.day for d in due_days], [d.span for d in due_days])


def _due_day_of_table(due_days: Sequence[DueDay], schedule: Schedule | None) -> Conflict | None:
    """One stated due day, and a table in which no date falls on it."""
    if len(due_days) != 1 or schedule is None or schedule.origin != "table":
        return None
    dates = [i for i in schedule.instalments if i.due and not i.derived]
    days = {i.due.day for i in dates if i.due}
    if len(dates) < 2 or len(days) != 1 or due_days[0].day > 28 or due_days[0].day < 0 or due_days[0].day in days:
        return None
    spans = [due_days[0].span, *(i.span for i in dates[:1] if i.span)]
    return _conflict("due_day", [due_days[0].day, days.pop()], spans)


def _amount(
    role: str, labelled: Sequence[Labelled], breakdowns: Sequence[Breakdown], schedule: Schedule | None
) -> Conflict | None:
    """Two strong statements of the whole debt, neither a part of a sum of the other, nor apart by a sum of the text.

    What the rows of the plan add up to is as strong as the words for it.
    """
    rows = _rows(schedule)
    found: dict[Decimal, Labelled] = {}
    for one in labelled:
        strong = one.choice and (one.choice.weight >= _STRONG[role] or one.figure.value == rows)
        if one.role == role and strong and len(_values(one)) == 1:
            found.setdefault(one.figure.value, one)
    parts = {p.value for b in breakdowns for p in b.parts}
    whole = [one for value, one in found.items() if value not in parts]
    values = {one.figure.value for one in labelled}
    if len(whole) != 2 or sum(found, Decimal(0)) in values:
        return None
    if abs(whole[0].figure.value - whole[1].figure.value) in values:
        return None
    return _conflict(role, [one.figure.value for one in whole], [one.figure.main.span for one in whole])


def _rows(schedule: Schedule | None) -> Decimal | None:
    """What all rows of the plan add up to."""
    totals = [i.total for i in schedule.instalments] if schedule else []
    known = [total for total in totals if total is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(totals) else None


def _values(one: Labelled) -> set[Decimal]:
    return {Decimal(m.value) for m in one.figure.mentions}


def _plan_total(labelled: Sequence[Labelled], schedule: Schedule | None) -> Conflict | None:
    """The sum in the text against the sum that the table states."""
    stated = schedule.stated_total if schedule else None
    if stated is None:
        return None
    said = [
        one
        for one in labelled
        if one.role == "plan_total" and one.choice and one.choice.weight >= _STRONG["plan_total"]
    ]
    if not said or any(one.figure.value == stated.value for one in said) or len({o.figure.value for o in said}) > 1:
        return None
    return _conflict("plan_total", [said[0].figure.value, stated.value], [said[0].figure.main.span, stated.span])


def _periods(flow: Flow, terms: Sequence[Term], schedule: Schedule | None) -> Conflict | None:
    """Two numbers of instalments; with a last instalment of its own one less is no conflict, nor are two steps."""
    found = {t.count: t for t in terms if t.role == "plan" and t.unit == "instalment" and t.count > 1}
    if len(found) != 2:
        return None
    low, high = sorted(found)
    if schedule and low + high == len(schedule.instalments):
        return None
    if high - low == 1 and words(flow.pack, "one_more").search(flow.text):
        return None
    return _conflict("plan_periods", list(found), [t.span for t in found.values()])


def _instalment(labelled: Sequence[Labelled], schedule: Schedule | None) -> Conflict | None:
    """The instalment of the text against a table in which no row has it."""
    if schedule is None or schedule.origin != "table":
        return None
    said = {one.figure.value: one for one in labelled if one.role == "instalment"}
    if len(said) != 1:
        return None
    value, one = next(iter(said.items()))
    cells = {v for i in schedule.instalments for v in (i.total, i.principal) if v is not None}
    cells |= {i.total - i.fee for i in schedule.instalments if i.total is not None and i.fee is not None}
    totals = [i.total for i in schedule.instalments if i.total is not None]
    even = len(totals) > 1 and len(set(totals[:-1])) == 1
    if not even or value in cells:
        return None
    spans = [one.figure.main.span, *(i.span for i in schedule.instalments[:1] if i.span)]
    return _conflict("instalment", [value, totals[0]], spans)


def _edge(role: str, marked: Sequence[Marked], schedule: Schedule | None) -> Conflict | None:
    """First or last due date of the text against the table."""
    if schedule is None or schedule.origin != "table":
        return None
    dates = [i for i in schedule.instalments if i.due and not i.derived]
    said = {m.dated.day: m for m in marked if m.role == role and m.dated.day and m.choice and m.choice.weight >= 70}
    if not dates or len(said) != 1:
        return None
    day, one = next(iter(said.items()))
    row = dates[0] if role == "first_due" else dates[-1]
    if row.due == day or (any(i.due == day for i in dates) and role == "first_due"):
        return None
    return _conflict(role, [day, row.due], [one.dated.span, *([row.span] if row.span else [])])


def _notation(flow: Flow, charged: Sequence[Charged], rates: Sequence[Rate]) -> list[Conflict]:
    """One rate written twice, the second in brackets, with different yearly values (0.5 % and 万分之五 a day)."""
    yearly = {r.span: r.per_year_percent for r in rates}
    result = []
    for one, other in itertools.pairwise(charged):
        gap = flow.text[one.piece.end : other.piece.start]
        a, b = yearly.get(one.mention.span), yearly.get(other.mention.span)
        if len(gap) > 14 or not _SAME_RATE.search(gap) or a is None or b is None:
            continue
        # a year of 360 and of 365 days, and rounding, are no conflict
        if abs(a - b) > max(_TOLERANCE, max(a, b) * Decimal("0.02")):
            spans = [one.mention.span, other.mention.span]
            result.append(_conflict("rate_notation", [_written(one), _written(other)], spans))
    return result


def _written(one: Charged) -> str:
    return f"{one.mention.value}{one.mention.unit}"
