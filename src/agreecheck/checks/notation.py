"""Rates written in several ways: per day, month and year, in percent, per mille and per ten thousand. A15, A27."""

from decimal import Decimal
from itertools import pairwise

from agreecheck.checks.agreement import NOTATION
from agreecheck.checks.case import Case, Outcome, percent, plain, rate_input, together, unknown
from agreecheck.checks.plan import yearly
from agreecheck.model.fact import Rate
from agreecheck.model.finding import Input

_BETWEEN = 12  # characters between one rate and the same in another notation
_SLIPS = (Decimal(10), Decimal(100))


def conversions(case: Case) -> Outcome:
    """A15: what each daily or monthly rate means by the year; for information."""
    found = {
        (r.percent, r.period): r for r in reversed(case.facts.rates) if r.period in ("day", "month") and r.percent > 0
    }
    rates = sorted(found.values(), key=lambda r: r.span.start)
    if not rates:
        return unknown("no_short_rate")
    return Outcome(status="pass", equation="; ".join(map(_yearly, rates)), inputs=tuple(map(rate_input, rates)))


def _yearly(rate: Rate) -> str:
    if rate.period == "day":
        return (
            f"{plain(rate.percent)} %/day × 365 = {plain(rate.percent * 365)} %, × 360 = {plain(rate.percent * 360)} %"
        )
    compound = ((1 + rate.percent / 100) ** 12 - 1) * 100
    return f"{plain(rate.percent)} %/month × 12 = {plain(rate.percent * 12)} %, (1 + m)^12 - 1 = {percent(compound)}"


def one_notation(case: Case) -> Outcome:
    """A27: a rate written twice side by side means the same both times; the usual slip is by ten or a hundred."""
    text = case.document.text
    conflicts = [c for c in case.facts.conflicts if c.fact == NOTATION and c.spans]
    outcomes = [
        Outcome(
            status="fail",
            equation=" ≠ ".join(c.values),
            inputs=tuple(Input(name="rate", value=v, span=s) for v, s in zip(c.values, c.spans, strict=False)),
            subject=c.spans[:1],
            against=c.spans[1:],
            reason="notation_differs",
            values={"stated": c.spans[0].slice(text), "other": c.spans[-1].slice(text)},
        )
        for c in conflicts
    ]
    told = [s for c in conflicts for s in c.spans]
    rates = [
        r for r in case.facts.rates if r.percent > 0 and not r.relative and not any(r.span.overlaps(s) for s in told)
    ]
    rates.sort(key=lambda r: r.span.start)
    outcomes += [o for o in (_pair(case, a, b) for a, b in pairwise(rates)) if o]
    return together(outcomes, "one_notation")


def _pair(case: Case, first: Rate, second: Rate) -> Outcome | None:
    between = case.document.text[first.span.end : second.span.start]
    if (
        first.span.overlaps(second.span)
        or len(between) > _BETWEEN
        or not any(w in between for w in case.cues.get("that_is", ()))
    ):
        return None
    a, b = yearly(first), yearly(second)
    if a is None or b is None or not a or not b:
        return None
    ratio = max(a, b) / min(a, b)
    slip = any(abs(ratio / s - 1) <= Decimal("0.05") for s in _SLIPS)
    if not slip and (first.period == second.period or ratio > Decimal("1.15")):
        return None  # two rates of their own, such as a flat rate and its annual cost
    spelled = [f"{plain(r.percent)} %/{r.period}" for r in (first, second)]
    return Outcome(
        status="fail" if slip else "pass",
        equation=f"{spelled[0]} {'≠' if slip else '='} {spelled[1]}",
        inputs=(rate_input(first), rate_input(second)),
        subject=(first.span,),
        against=(second.span,),
        reason="notation_differs" if slip else "",
        values={"stated": first.span.slice(case.document.text), "other": second.span.slice(case.document.text)},
    )
