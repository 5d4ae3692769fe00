"""Does a due date fall on a day off, and does the paper say what then? A20."""

from datetime import date, timedelta

from agreecheck.checks.case import Case, Outcome, unknown
from agreecheck.checks.plan import misread, rows
from agreecheck.model.finding import Input
from agreecheck.model.law import LawBook
from agreecheck.text.fold import fold


def day_off(law: LawBook, day: date) -> bool:
    """A weekend or public holiday by the dated table; weekends alone in years without one."""
    table = next((h for h in law.holidays if h.year == day.year), None)
    if table and day in table.worked:
        return False
    return day.weekday() > 4 or bool(table and any(r.first <= day <= r.last for r in table.off))


def working_day(law: LawBook, day: date, count: int) -> date:
    """The ``count``-th working day after a day, which is not counted itself (Civil Code art. 201)."""
    while count > 0:
        day += timedelta(days=1)
        count -= not day_off(law, day)
    return day


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
        return Outcome(status="pass", equation=f"{len(off)} / {len(due)}", reason="holiday_rule")
    first = off[0][1]
    return Outcome(
        status="fail",
        equation=f"{len(off)} / {len(due)}: {', '.join(str(d) for _, d in off[:3])}{' …' if len(off) > 3 else ''}",
        inputs=tuple(Input(name="due", value=str(d), span=r.span) for r, d in off[:3]),
        subject=tuple(r.span for r, _ in off[:1] if r.span) or ((facts.schedule.span,) if facts.schedule else ()),
        reason="due_on_day_off",
        values={"date": str(first), "n": str(len(off))},
    )
