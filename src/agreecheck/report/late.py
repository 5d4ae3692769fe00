"""What a delay may cost, as a report shows it: one line in every review, a table for ``simulate``."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from agreecheck.messages import Messages
from agreecheck.model.finding import Charge, Evidence, Late
from agreecheck.report.context import Context
from agreecheck.report.passages import clause_name
from agreecheck.report.plain import money, priced
from agreecheck.report.said import place as _place
from agreecheck.report.shape import View
from agreecheck.report.shape.cost import ChargeRow, LateRow
from agreecheck.report.wording import Line, after


def late_row(context: Context) -> LateRow | None:
    """The delay that was reckoned, None where the paper gives no plan to be late with."""
    late = context.report.late
    if late is None:
        return None
    return LateRow(
        number=late.number,
        days=late.days,
        missed=money(late.missed),
        on_time=money(late.on_time),
        currency=late.currency,
        low=money(late.low),
        high=money(late.high),
        text=late_text(context, late),
        at_once_low=None if late.at_once_low is None else money(late.at_once_low),
        at_once_high=None if late.at_once_high is None else money(late.at_once_high),
        grace_days=late.grace_days,
        charges=tuple(_charge(context, c) for c in late.charges),
        at_once=context.places.quotes(late.at_once),
        capped_at=None if late.capped_at is None else money(late.capped_at),
        cap=context.places.quotes(late.cap),
        due=_iso(late.due),
        moved_to=_iso(late.moved_to),
        move_unclear=late.move_unclear,
        plan=context.name(late.plan),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def late_text(context: Context, late: Late) -> str:
    """One missed instalment in a line: what may come on top, what may be called in, by which clauses, and from
    which day the delay counts."""
    say = context.messages
    told = _cost(context, late)
    plan = say("late.of_plan", plan=context.name(late.plan)) if late.plan else ""
    for more in (plan, _counted_from(say, _iso(late.due), _iso(late.moved_to), late.move_unclear)):
        told += say("late.and", more=more) if more else ""
    return told


def _counted_from(say: Messages, due: str | None, moved_to: str | None, unclear: bool) -> str:
    """Where a holiday clause has its say: the day that a delay is counted from, or that this cannot be told."""
    if due and moved_to:
        return say("late.moved", due=due, day=moved_to)
    return say("late.move_unclear", due=due) if due and unclear else ""


def _cost(context: Context, late: Late) -> str:
    say = context.messages
    if late.grace_days >= late.days:
        return say("late.grace", delay=_delay(say, late.days), grace=late.grace_days)
    costing = sorted(late.charges, key=lambda c: -c.high)
    amount = context.money(late.high, late.currency)
    said = say("late.free", delay=_delay(say, late.days))
    if late.high:
        clauses = _clauses(context, (e for c in costing for e in c.evidence[:1]))
        said = _because(say, say("late.cost", delay=_delay(say, late.days), amount=amount), clauses)
    if late.at_once_high is None:
        return said
    called = say("late.at_once", amount=context.money(late.at_once_high, late.currency))
    stop = "；" if context.language == "zh" else "; "
    return said + stop + _because(say, called, _clauses(context, late.at_once))


def _delay(say: Messages, days: int) -> str:
    return say("late.day") if days == 1 else say("late.days", n=days)


def _because(say: Messages, said: str, clauses: str) -> str:
    return say("late.because", said=said, clauses=clauses) if clauses else said


def _clauses(context: Context, places: Iterable[Evidence]) -> str:
    """The clauses of the places, each once, three at most; their pages where they have no number."""
    say = context.messages
    names = []
    for place in places:
        clause, page = context.places.clause(place.focus.start), context.places.page(place.focus.start)
        if clause:
            names.append(clause_name(say, clause.label if context.language == "zh" else clause.path))
        elif page:
            names.append(say("report.page", page=page))
    return ("、" if context.language == "zh" else ", ").join(list(dict.fromkeys(names))[:3])


def _charge(context: Context, charge: Charge) -> ChargeRow:
    return ChargeRow(
        kind=charge.kind,
        low=money(charge.low),
        high=money(charge.high),
        equation=context.name(charge.equation),
        evidence=context.places.quotes(charge.evidence),
    )


def late_lines(view: View, say: Messages) -> list[Line]:
    """The whole reckoning of one delay, a line for each charge with its readings, sum, clause and words."""
    row = view.late
    if row is None:
        return []
    lines = [
        *([Line(label=say("late.plan"), value=row.plan)] if row.plan else []),
        Line(
            label=say("late.missed"),
            value=say("late.which", n=row.number, delay=_delay(say, row.days), amount=_priced(row.missed, row, say)),
        ),
        *_due_line(row, say),
        *(_charge_line(charge, row, say) for charge in row.charges),
        *_cap_line(row, say),
        Line(label=say("late.total"), value=_range(row.low, row.high, row, say)),
    ]
    if row.at_once_low is not None and row.at_once_high is not None:
        place = _place(row.at_once, say)
        lines.append(
            Line(label=say("late.called"), value=after(say, _range(row.at_once_low, row.at_once_high, row, say), place))
        )
    if row.grace_days:
        lines.append(Line(label=say("late.grace_days"), value=str(row.grace_days)))
    return [*lines, Line(label=say("late.in_short"), value=row.text)]


def _due_line(row: LateRow, say: Messages) -> list[Line]:
    told = _counted_from(say, row.due, row.moved_to, row.move_unclear) or row.due
    return [Line(label=say("late.due"), value=told)] if told else []


def _charge_line(charge: ChargeRow, row: LateRow, say: Messages) -> Line:
    told = _range(charge.low, charge.high, row, say)
    sum_ = f"{charge.equation}" if "=" in charge.equation else ""
    detail = (" · " if sum_ and charge.evidence else "").join(p for p in (sum_, _place(charge.evidence, say)) if p)
    return Line(label=say(f"late.{charge.kind}"), value=after(say, told, detail))


def _cap_line(row: LateRow, say: Messages) -> list[Line]:
    if row.capped_at is None:
        return []
    return [Line(label=say("late.capped"), value=after(say, _priced(row.capped_at, row, say), _place(row.cap, say)))]


def _range(low: str, high: str, row: LateRow, say: Messages) -> str:
    most = _priced(high, row, say)
    return most if low == high else say("late.range", low=_priced(low, row, say), high=most)


def _priced(amount: str, row: LateRow, say: Messages) -> str:
    return priced(say, Decimal(amount), row.currency)
