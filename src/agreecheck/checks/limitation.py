"""Is the debt older than the limitation period when the paper is signed? A19."""

from datetime import date

from agreecheck.checks.case import Case, Outcome, day_input, unknown
from agreecheck.checks.months import add_months
from agreecheck.checks.plan import signed_on


def limitation(case: Case) -> Outcome:
    """A19: the last known payment (else the start of arrears) plus three years is not before the signing.

    Only a hint: demands restart the period (Civil Code art. 195) and seldom stand in the paper.
    """
    facts, years = case.facts, case.law.thresholds.limitation_years
    signing = signed_on(facts)
    if not signing or not signing.value:
        return unknown("no_signing_date")
    known = [
        d for d in facts.dates if d.role in ("last_payment", "overdue_since") and d.value and d.value <= signing.value
    ]
    if not known:
        return unknown("no_last_payment")
    last = max(known, key=lambda d: d.value or date.min)
    if not last.value:
        return unknown("no_last_payment")
    end = add_months(last.value, 12 * years)
    over = end < signing.value
    return Outcome(
        status="fail" if over else "pass",
        equation=f"{last.value} + {years} × 12 = {end} {'<' if over else '≥'} {signing.value}",
        inputs=(day_input(last), day_input(signing)),
        subject=(last.span,),
        against=(signing.span,),
        reason="limitation_passed" if over else "",
        values={"date": str(last.value), "other": str(signing.value), "n": str(years)},
    )
