"""Do the dates exist, rise, and keep within the stated term? A07, A08, A28."""

from datetime import date

from agreecheck.checks.case import Case, Outcome, day_input, together, unknown
from agreecheck.checks.months import add_months, grid_step, month_index, months_between
from agreecheck.checks.plan import rows, written
from agreecheck.model.fact import Day, Facts, Instalment, Term
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


def due_dates(case: Case) -> Outcome:
    """A07: due dates exist, rise strictly, begin no earlier than the signing and end no later than the stated end."""
    facts = case.facts
    due = [(r, r.due) for r in rows(facts) if r.due]
    missing = [d for d in facts.dates if not d.real and d.role in ("due", "first_due", "last_due")]
    if missing:
        return Outcome(
            status="fail",
            equation=f"{missing[0].written or missing[0].span.slice(case.document.text)} = ∅",
            inputs=tuple(day_input(d) for d in missing),
            subject=tuple(d.span for d in missing),
            reason="date_not_real",
            values={"date": missing[0].written},
        )
    if not due:
        return unknown("no_due_dates")
    signing = facts.day("signing")
    faults = [_falling(case, due), _too_early(facts, due, signing), _too_late(facts, due)]
    found = [f for f in faults if f]
    if found:
        return together(found, "no_due_dates")
    if len(due) == 1 and not signing:
        return unknown("no_signing_date")
    first, last = due[0][1], due[-1][1]
    end = _end(facts, last)
    parts = [
        f"{signing.value} ≤ {first}" if signing else str(first),
        *([str(last)] if len(due) > 1 else []),
        *([str(end.value)] if end else []),
    ]
    equation = parts[0] + (f" < {last}" if len(due) > 1 else "") + (f" ≤ {end.value}" if end else "")
    inputs = (
        *((day_input(signing),) if signing else ()),
        Input(name="first_due", value=str(first)),
        Input(name="last_due", value=str(last)),
    )
    return Outcome(status="pass", equation=equation, inputs=inputs, subject=_spans(due[0][0]))


def _falling(case: Case, due: list[tuple[Instalment, date]]) -> Outcome | None:
    for (_, before), (row, after) in zip(due, due[1:], strict=False):
        if after <= before:
            values = {"date": str(after), "other": str(before)}
            return Outcome(
                status="fail", equation=f"{before} ≥ {after}", inputs=(Input(name="due", value=str(after), span=row.span),),
                subject=_spans(row) or (case.facts.schedule.span,) if case.facts.schedule else (), reason="dates_fall", values=values,
            )  # fmt: skip
    return None


def _too_early(facts: Facts, due: list[tuple[Instalment, date]], signing: Day | None) -> Outcome | None:
    row, first = due[0]
    if not signing or not signing.value or first >= signing.value:
        return None
    stated = next((d.span for d in facts.dates if d.value == first), None)
    return Outcome(
        status="fail",
        equation=f"{first} < {signing.value}",
        inputs=(Input(name="first_due", value=str(first), span=row.span or stated), day_input(signing)),
        subject=(stated,) if stated else _spans(row),
        against=(signing.span,),
        reason="due_before_signing",
        values={"date": str(first), "other": str(signing.value)},
    )


def _end(facts: Facts, last: date) -> Day | None:
    """The stated end of the plan that is broken by ``last``, else the nearest stated one."""
    ends = sorted(
        (d for d in facts.dates if d.role in ("plan_end", "last_due") and d.value), key=lambda d: d.value or last
    )
    return next(
        (d for d in ends if d.value and d.value < last and not _stands_in_row(facts, d)), ends[-1] if ends else None
    )


def _stands_in_row(facts: Facts, day: Day) -> bool:
    """A date out of the schedule itself ends nothing."""
    return any(r.due == day.value for r in rows(facts)[:-1])


def _too_late(facts: Facts, due: list[tuple[Instalment, date]]) -> Outcome | None:
    row, last = due[-1]
    end = _end(facts, last)
    if not end or not end.value or last <= end.value:
        return None
    after = [(r, d) for r, d in due if d > end.value]
    return Outcome(
        status="fail",
        equation=f"{last} > {end.value}",
        inputs=(Input(name="last_due", value=str(last), span=row.span), day_input(end)),
        subject=tuple(s for r, _ in after for s in _spans(r))[:3],
        against=(end.span,),
        reason="due_after_end",
        values={"date": str(last), "other": str(end.value)},
    )


def _spans(row: Instalment) -> tuple[Span, ...]:
    return (row.span,) if row.span else ()


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
    return {m for m in found if m is not None} or {round((end - start).days * 12 / 365)}


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
    """The periods that fit between first and last due date, where the last one is not itself counted from the periods."""
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
    starts = [d for d in (facts.day(r) for r in ("interest_start", "signing", "first_due")) if d and d.value]
    if len(terms) != 1 or not (end and end.value) or not starts:
        return None
    term = next(iter(terms.values()))
    months = term.count * (12 if term.unit == "year" else 1)
    readings: dict[int, Day] = {}
    for start in starts:
        if start.value and start.value < end.value:
            rough = month_index(end.value) - month_index(start.value)
            for m in (
                _readings(start.value, end.value) | {rough, rough + 1}
                if start.role == "first_due"
                else _readings(start.value, end.value)
            ):
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
    if (
        facts.type.value != "card_workout"
        or facts.creditor_kind.value not in ("bank_card", "bank_loan", "unknown")
        or not term
    ):
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


def real_dates(case: Case) -> Outcome:
    """A28: every written date exists, and the last payment was not made after the signing."""
    facts, text = case.facts, case.document.text
    wrong = {d.span: d.written or d.span.slice(text) for d in facts.dates if not d.real}
    wrong |= {m.span: m.span.slice(text) for m in facts.mentions if m.kind == "date" and m.valid is False}
    if wrong:
        spans = tuple(sorted(wrong))
        return Outcome(
            status="fail",
            equation="; ".join(f"{wrong[s]} = ∅" for s in spans),
            inputs=tuple(Input(name="date", value=wrong[s], span=s) for s in spans),
            subject=spans,
            reason="date_not_real",
            values={"date": wrong[spans[0]]},
        )
    paid, signing = facts.day("last_payment"), facts.day("signing")
    if (
        paid
        and signing
        and paid.value
        and signing.value
        and paid.value > signing.value
        and paid.value not in {r.due for r in rows(facts)}
    ):
        return Outcome(
            status="fail",
            equation=f"{paid.value} > {signing.value}",
            inputs=(day_input(paid), day_input(signing)),
            subject=(paid.span,),
            against=(signing.span,),
            reason="payment_in_future",
            values={"date": str(paid.value), "other": str(signing.value)},
        )
    known = [d for d in facts.dates if d.value]
    if not known:
        return unknown("no_dates")
    return Outcome(status="pass", equation=f"{len({d.value for d in known})} ✓", inputs=())
