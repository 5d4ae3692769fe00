"""Does the guarantee end before the debt it is for? A26."""

from agreecheck.checks.case import Case, Outcome, day_input, unknown
from agreecheck.checks.plan import rows
from agreecheck.model.finding import Input


def guarantee_end(case: Case) -> Outcome:
    """A26: a dated guarantee reaches to the last due date; else it counts as not agreed (Civil Code art. 692)."""
    facts = case.facts
    end = facts.day("guarantee_end")
    stated = facts.day("last_due")
    dues = [r.due for r in rows(facts) if r.due] + ([stated.value] if stated and stated.value else [])
    if not end or not end.value:
        return unknown("no_guarantee_end")
    if not dues:
        return unknown("no_due_dates")
    last = max(dues)
    short = end.value < last
    return Outcome(
        status="fail" if short else "pass",
        equation=f"{end.value} {'<' if short else '≥'} {last}",
        inputs=(day_input(end), Input(name="last_due", value=str(last), span=stated.span if stated else None)),
        subject=(end.span,),
        against=(stated.span,) if stated else (),
        reason="guarantee_too_short" if short else "",
        values={"date": str(end.value), "other": str(last)},
    )
