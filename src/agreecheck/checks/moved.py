"""Does a due date fall on a day off, and where does it go by the paper's clause and the calendar? A20."""

from collections.abc import Sequence
from datetime import date, timedelta

from agreecheck.checks.case import Case, Outcome, unknown
from agreecheck.checks.holidays import day_off, public_holiday
from agreecheck.checks.plan import misread, rows
from agreecheck.model.base import Frozen
from agreecheck.model.finding import Input
from agreecheck.model.span import Span
from agreecheck.text.fold import fold
from agreecheck.text.holidays import Clause, clauses

_SHOWN = 3  # days off that an equation spells out
_STEP = {"next": timedelta(days=1), "previous": timedelta(days=-1)}


class Due(Frozen):
    """A due date as the plan has it, and the ``day`` on which it falls by the ``clause``; ``unclear`` where the clause
    or the calendar leaves open whether it moves. ``day`` is then the one of the plan."""

    plan: date
    day: date
    clause: Span | None = None
    unclear: bool = False

    @property
    def moved(self) -> bool:
        return self.day != self.plan


def holiday_clause(case: Case) -> Clause | None:
    """The paper's holiday clause, None where it has none or several that go different ways."""
    found = clauses(fold(case.document.text))
    return found[0] if len({(one.way, one.weekends) for one in found}) == 1 else None


def due_on(case: Case, day: date, clause: Clause | None) -> Due:
    """The day on which a payment of ``day`` falls due."""
    if clause is None or clause.way == "unmoved":
        return Due(plan=day, day=day)
    open_ = Due(plan=day, day=day, clause=clause.span, unclear=True)
    if not _known(case, day):
        return open_
    if not day_off(case.law, day):
        return Due(plan=day, day=day)
    if not clause.weekends and not public_holiday(case.law, day):
        return open_  # 遇法定节假日顺延 says nothing of an ordinary weekend
    moved = day
    while day_off(case.law, moved):
        moved += _STEP[clause.way]
        if not _known(case, moved):
            return open_
    return Due(plan=day, day=moved, clause=clause.span)


def _known(case: Case, day: date) -> bool:
    """Whether the calendar of the day is on record; it is one country's."""
    return case.facts.currency == "CNY" and any(one.year == day.year for one in case.law.holidays)


def due_on_day_off(case: Case) -> Outcome:
    """A20: no due date falls on a day off, or the paper says whether it moves."""
    facts, text = case.facts, fold(case.document.text)
    due = [(r, r.due) for r in rows(facts) if r.due]
    if not due or misread(facts):
        return unknown("no_due_dates")
    ruled = any(n.startswith("holiday_") for m in facts.mentions for n in m.note)
    off = [(r, d) for r, d in due if day_off(case.law, d)]
    if not off:
        return Outcome(status="pass", equation=f"0 / {len(due)}")
    if ruled or any(word in text for word in case.cues.get("holiday", ())):
        return _ruled(case, [day for _, day in off], len(due))
    first = off[0][1]
    spelled = ", ".join(str(d) for _, d in off[:_SHOWN])
    return Outcome(
        status="fail",
        equation=f"{len(off)} / {len(due)}: {spelled}{' …' if len(off) > _SHOWN else ''}",
        inputs=tuple(Input(name="due", value=str(d), span=r.span) for r, d in off[:_SHOWN]),
        subject=tuple(r.span for r, _ in off[:1] if r.span) or ((facts.schedule.span,) if facts.schedule else ()),
        reason="due_on_day_off",
        values={"date": str(first), "n": str(len(off))},
    )


def _ruled(case: Case, off: Sequence[date], count: int) -> Outcome:
    """Days off that the paper has a rule for: where each goes, as far as the clause and the calendar tell."""
    clause = holiday_clause(case)
    told = [one for day in off if (one := due_on(case, day, clause)).moved or one.unclear]
    spelled = "; ".join(f"{one.plan} → {'?' if one.unclear else one.day}" for one in told[:_SHOWN])
    more = " …" if len(told) > _SHOWN else ""
    return Outcome(
        status="pass",
        equation=f"{len(off)} / {count}" + (f": {spelled}{more}" if told else ""),
        reason="holiday_open" if any(one.unclear for one in told) else "holiday_rule",
    )
