"""Is the debt older than the limitation period when the paper is signed? A19."""

from datetime import date

from agreecheck.checks.case import Case, Outcome, day_input, unknown
from agreecheck.checks.matter import says
from agreecheck.checks.months import add_months
from agreecheck.checks.plan import full_dates, signed_on
from agreecheck.model.fact import Day, Facts
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


def limitation(case: Case) -> Outcome:
    """A19: the last known payment (of the paper or as told, else the start of arrears) plus three years is not before
    the signing.

    A demand within the period restarts it (Civil Code art. 195), where the paper dates one. Left open where the paper
    speaks of a judgment or of enforcement, which have periods of their own.
    """
    facts, years = case.facts, case.law.thresholds.limitation_years
    signing = signed_on(facts)
    if not signing or not signing.value:
        return unknown("no_signing_date")
    at: tuple[Span, ...] = ()
    told, written = case.me.paid_last, _written(facts, signing.value)
    if told and told <= signing.value and (written is None or not written.value or told > written.value):
        last, given = told, Input(name="last_payment", value=str(told))
    elif written and written.value:
        last, at, given = written.value, (written.span,), day_input(written)
    else:
        return unknown("no_last_payment")
    demands = _demands(case, last, signing.value, 12 * years)
    runs_from = demands[-1] if demands else last
    end = add_months(runs_from, 12 * years)
    over = end < signing.value
    steps = " → ".join(str(day) for day in (last, *demands))
    if over and any(word in case.document.text for word in case.cues["in_court"]):
        equation = f"{steps} + {years} × 12 = {end} < {signing.value}"
        return unknown("claim_in_court", given, day_input(signing), equation=equation)
    return Outcome(
        status="fail" if over else "pass",
        equation=f"{steps} + {years} × 12 = {end} {'<' if over else '≥'} {signing.value}",
        inputs=(given, day_input(signing)),
        subject=at or (signing.span,),
        against=(signing.span,) if at else (),
        reason="limitation_passed" if over else "",
        values={"date": str(runs_from), "other": str(signing.value), "n": str(years)},
    )


def _written(facts: Facts, signing: date) -> Day | None:
    """The last payment or the start of arrears that the paper gives, not after the signing."""
    known = [d for d in facts.dates if d.role in ("last_payment", "overdue_since") and d.value and d.value <= signing]
    return max(known, key=lambda d: d.value or date.min, default=None)


def _demands(case: Case, last: date, signing: date, months: int) -> tuple[date, ...]:
    """The days on which the paper says that payment was demanded, in order, as long as none comes after the period has
    run out; words that collection stops (停止催收) are no demand."""
    days = {
        day
        for place, day in full_dates(case.facts)
        if last < day <= signing and says(case, place, "demanded") and not says(case, place, "no_demand")
    }
    found: list[date] = []
    for day in sorted(days):
        if day <= add_months(found[-1] if found else last, months):
            found.append(day)
    return tuple(found)
