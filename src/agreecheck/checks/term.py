"""Are the months or periods said those that lie between the stated days? A08."""

from datetime import date

from agreecheck.checks.case import Case, Outcome, day_input, together, unknown
from agreecheck.checks.months import add_months, grid_step, month_index, months_between
from agreecheck.checks.plan import rows, signed_on, written
from agreecheck.model.fact import Day, Facts, Term
from agreecheck.model.finding import Input


def stated_term(case: Case) -> Outcome:
    """A08: months from start to end are the months said; first to last due date are the periods said, in the plan's own
    cycle; a card plan has at most 60 months."""
    facts = case.facts
    outcomes = [_deferral(facts), _periods(facts), _plan_months(facts), _card_limit(case)]
    return together([o for o in outcomes if o], "no_term")


def _deferral(facts: Facts) -> Outcome | None:
    start, end, term = facts.day("deferral_start"), facts.day("deferral_end"), facts.term("deferral", "month")
    if not (start and end and term and start.value and end.value):
        return None
    return _span_of_months(start, end, term, _readings(start.value, end.value))


def _readings(start: date, end: date) -> set[int]:
    """Whole months under any usual way to count: to the same day, to the day before it, or from month to month."""
    found = {months_between(start, end), months_between(start, date.fromordinal(end.toordinal() + 1))} - {None}
    return {m for m in found if m is not None} or {((end - start).days * 24 + 365) // 730}  # to the nearest


def _span_of_months(start: Day, end: Day, term: Term, readings: set[int]) -> Outcome:
    ok = term.count in readings
    real = term.count if ok else min(readings)
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{start.value} → {end.value} = {real}" + ("" if ok else f" ≠ {term.count}"),
        inputs=(
            day_input(start),
            day_input(end),
            Input(name=f"{term.role}_months", value=str(term.count), span=term.span),
        ),
        subject=(term.span,),
        against=(start.span, end.span),
        reason="" if ok else "term_differs",
        values={"computed": str(real), "stated": str(term.count), "n": str(term.count)},
    )


def _periods(facts: Facts) -> Outcome | None:
    """The periods that fit between the first and the last due date as both are written."""
    terms = {t.count: t for t in facts.terms if t.role == "plan" and t.unit == "instalment"}
    first, last = facts.day("first_due"), facts.day("last_due")
    if len(terms) != 1 or not (first and last and first.value and last.value):
        return None
    term = next(iter(terms.values()))
    step = _step(facts)
    if term.count < 2 or step is None:
        return None
    months = month_index(last.value) - month_index(first.value)
    if abs((last.value - add_months(first.value, months)).days) > 7 or months % step:
        return unknown("irregular_periods")
    real = months // step + 1
    ok = real == term.count
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{first.value} → {last.value}: {months} / {step} + 1 = {real}" + ("" if ok else f" ≠ {term.count}"),
        inputs=(day_input(first), day_input(last), Input(name="count", value=str(term.count), span=term.span)),
        subject=(term.span,),
        against=(first.span, last.span),
        reason="" if ok else "term_differs",
        values={"computed": str(real), "stated": str(term.count), "n": str(term.count)},
    )


def _step(facts: Facts) -> int | None:
    """Months of one period: as the schedule says, else as its rows lie, else one month where a due day is named."""
    if facts.schedule and facts.schedule.step_months:
        return facts.schedule.step_months
    days = tuple(r.due for r in rows(facts) if r.due)
    if len(days) > 1 and written(facts):
        return grid_step(days)
    return 1 if facts.due_days else None


def _plan_months(facts: Facts) -> Outcome | None:
    """A plan's length in months, from any stated start to its end; broken only if no reading fits."""
    terms = {t.count: t for t in facts.terms if t.role == "plan" and t.unit in ("month", "year")}
    end = facts.day("plan_end") or facts.day("last_due")
    starts = [d for d in (facts.day("interest_start"), signed_on(facts), facts.day("first_due")) if d and d.value]
    if len(terms) != 1 or not (end and end.value) or not starts:
        return None
    term = next(iter(terms.values()))
    months = term.count * (12 if term.unit == "year" else 1)
    readings: dict[int, Day] = {}
    for start in starts:
        if start.value and start.value < end.value:
            between = _readings(start.value, end.value)
            if start.role == "first_due":  # the first period ends with the first payment
                between |= {m + 1 for m in between}
            for m in sorted(between):
                readings.setdefault(m, start)
    fits = readings.get(months)
    if fits:
        return _span_of_months(fits, end, Term(count=months, unit="month", role="plan", span=term.span), {months})
    if starts[0].role != "interest_start" or not readings:
        return unknown("start_unknown")
    start = starts[0]
    return _span_of_months(
        start,
        end,
        Term(count=months, unit="month", role="plan", span=term.span),
        {m for m, d in readings.items() if d is start},
    )


def _card_limit(case: Case) -> Outcome | None:
    """Card rule art. 70: an individual plan of a bank card has at most five years."""
    facts, most = case.facts, case.law.thresholds.card_plan_months
    term = facts.term("plan", "instalment") or facts.term("plan", "month")
    type_, kind = facts.type.value, facts.creditor_kind.value
    card = kind == "bank_card" or (type_ == "card_workout" and kind in ("bank_loan", "unknown"))
    if not card or not term:
        return None
    months = term.count * ((_step(facts) or 1) if term.unit == "instalment" else 1)
    if months <= most:
        return Outcome(
            status="pass",
            equation=f"{months} ≤ {most}",
            inputs=(Input(name="months", value=str(months), span=term.span),),
        )
    return Outcome(
        status="fail",
        equation=f"{months} > {most}",
        inputs=(Input(name="months", value=str(months), span=term.span),),
        subject=(term.span,),
        reason="card_term_too_long",
        values={"computed": str(months), "stated": str(most), "n": str(term.count)},
        severity="critical",
    )
