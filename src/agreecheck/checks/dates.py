"""Do the dates exist, rise, and keep within signing and end? A07, A28."""

import re
from datetime import date
from itertools import pairwise

from agreecheck.checks.case import Case, Outcome, day_input, together, unknown
from agreecheck.checks.matter import says
from agreecheck.checks.moved import due_on, holiday_clause
from agreecheck.checks.plan import misread, rows, signed_on
from agreecheck.model.fact import Day, Facts, Instalment
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


def due_dates(case: Case) -> Outcome:
    """A07: due dates exist, rise strictly, begin no earlier than the signing and end no later than the stated end."""
    facts = case.facts
    due = [(r, r.due) for r in rows(facts) if r.due]
    text = case.document.text
    missing = [d for d in facts.dates if unreal(d, text) and d.role in ("due", "first_due", "last_due")]
    if missing:
        return Outcome(
            status="fail",
            equation=f"{missing[0].span.slice(text)} = ∅",
            inputs=tuple(day_input(d) for d in missing),
            subject=tuple(d.span for d in missing),
            reason="date_not_real",
            values={"date": missing[0].span.slice(text)},
        )
    if not due:
        return unknown("no_due_dates")
    signing = signed_on(facts)
    faults = [_falling(case, due), _too_early(case, due, signing), _too_late(facts, due)]
    found = [f for f in faults if f]
    if found:
        return together(found, "no_due_dates")
    if len(due) == 1 and not signing:
        return unknown("no_signing_date")
    first, last = due[0][1], due[-1][1]
    if signing and signing.value and due_on(case, first, holiday_clause(case)).day < signing.value:
        return unknown("start_unknown")
    end = _end(facts, last)
    begins = f"{signing.value} ≤ " if signing and signing.value and signing.value <= first else ""
    rises = f" < {last}" if len(due) > 1 else ""
    ends = f" ≤ {end.value}" if end else ""
    equation = f"{begins}{first}{rises}{ends}"
    inputs = (
        *((day_input(signing),) if signing else ()),
        Input(name="first_due", value=str(first)),
        Input(name="last_due", value=str(last)),
    )
    return Outcome(status="pass", equation=equation, inputs=inputs, subject=_spans(due[0][0]))


def unreal(day: Day, text: str) -> bool:
    """Is this a date in full that no calendar has? One without its day is only incomplete."""
    words = day.span.slice(text)
    return not day.real and (bool(re.search("[日号]", words)) or len(re.findall(r"\d+", words)) > 2)


def _falling(case: Case, due: list[tuple[Instalment, date]]) -> Outcome | None:
    for (_, before), (row, after) in pairwise(due):
        if after <= before:
            whole = (case.facts.schedule.span,) if case.facts.schedule else ()
            return Outcome(
                status="fail",
                equation=f"{before} ≥ {after}",
                inputs=(Input(name="due", value=str(after), span=row.span),),
                subject=_spans(row) or whole,
                reason="dates_fall",
                values={"date": str(after), "other": str(before)},
            )
    return None


def _too_early(case: Case, due: list[tuple[Instalment, date]], signing: Day | None) -> Outcome | None:
    (row, first), facts = due[0], case.facts
    if not signing or not signing.value or due_on(case, first, holiday_clause(case)).day >= signing.value:
        return None
    stated = next((d.span for d in facts.dates if d.value == first), None)
    if row.derived and (stated is None or misread(facts)):
        return None  # reckoned from a due day, not written
    if any(says(case, span, "already") for span in (*_spans(row), *((stated,) if stated else ()))):
        return None  # paid before the signing
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
    first = min((r.due for r in rows(facts) if r.due), default=last)
    ends = [d for d in facts.dates if d.role in ("plan_end", "last_due") and d.value and d.value >= first]
    ends.sort(key=lambda d: d.value or last)
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


def real_dates(case: Case) -> Outcome:
    """A28: every written date exists, and the last payment was not made after the signing."""
    facts, text = case.facts, case.document.text
    wrong = {d.span: d.span.slice(text) for d in facts.dates if unreal(d, text)}
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
    paid, signing = facts.day("last_payment"), signed_on(facts)
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
    return Outcome(status="pass", equation=f"{len({d.value for d in known})} / {len({d.value for d in known})}")
