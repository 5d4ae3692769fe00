"""Sums that stand in the rows of the plan: the usual instalment, a different last one, a deposit that is the first."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.reading import Reading
from agreecheck.facts.schedule.find import usual
from agreecheck.facts.schedule.grid import Value as Cell
from agreecheck.facts.schedule.grid import money
from agreecheck.model.fact import Amount, AmountRole, DueDay, Instalment, Schedule, Term
from agreecheck.model.span import Span

_FEW = 6  # rows of a short list, in which every payment is named


def of_rows(
    flow: Flow, reading: Reading, schedule: Schedule | None, labelled: Sequence[Labelled], own: AmountRole
) -> tuple[Amount, ...]:
    """The amounts that a table of the plan gives, as far as the text has not said them. ``own`` is the usual role."""
    if schedule is None or schedule.origin != "table":
        return ()
    rows = [i for i in schedule.instalments if i.total is not None]
    each = usual(schedule)
    said = {one.role for one in labelled}
    result = []
    if rows and words(flow.pack, "deposit_first").search(flow.text):
        result.append(_amount(reading, rows[0], "down_payment", schedule.currency))
    if each is not None:
        if not said & {own, "instalment", "proposed_instalment"}:
            row = next(i for i in rows if i.total == each)
            result.append(_amount(reading, row, own, schedule.currency))
        if len(rows) <= _FEW:  # a first payment of its own, or steps
            known = {each, *(one.figure.value for one in labelled if one.role)}
            known |= {a.value for a in result}
            odd = {row.total: row for row in reversed(rows[:-1]) if row.total not in known}
            result += [_amount(reading, row, own, schedule.currency) for row in odd.values()]
        if rows[-1].total != each and "last_instalment" not in said:
            result.append(_amount(reading, rows[-1], "last_instalment", schedule.currency))
    return tuple(result)


def _amount(reading: Reading, row: Instalment, role: AmountRole, currency: str) -> Amount:
    assert row.total is not None
    assert row.span is not None
    return Amount(value=row.total, currency=currency, role=role, span=_where(reading, row.span, row.total))


def _where(reading: Reading, row: Span, value: Decimal) -> Span:
    """The cell of the row that holds the value; the last one, as totals stand at the right."""
    cells = [
        c.span
        for t in reading.document.tables
        for c in t.cells
        if row.contains(c.span) and money(Cell(reading.folded[c.span.start : c.span.end], c.span)) == value
    ]
    return cells[-1] if cells else row


def due_day_of_rows(schedule: Schedule | None, said: Sequence[DueDay]) -> tuple[DueDay, ...]:
    """The stated due days; if there are none, the day on which all dates of the plan fall."""
    if said or schedule is None:
        return tuple(said)
    rows = [i for i in schedule.instalments if i.due and i.span]
    days = {i.due.day for i in rows if i.due}
    if len(rows) < 2 or len(days) != 1 or len(rows) < len(schedule.instalments):
        return ()
    span = rows[0].span
    assert span is not None
    return (DueDay(day=days.pop(), span=span),)


def count_of_rows(schedule: Schedule | None, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The number of payments as a term of the plan where the paper does not say it, or leaves out the down payment."""
    if schedule is None or not schedule.instalments:
        return ()
    said = {t.count for t in terms if t.role == "plan" and t.unit == "instalment"}
    count = len(schedule.instalments)
    if said and (schedule.origin == "table" or count in said):
        return ()
    return (Term(count=count, unit="instalment", role="plan", span=schedule.span),)
