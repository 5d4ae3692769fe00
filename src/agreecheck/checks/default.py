"""What a delay costs: all charges together, and on which sum they are reckoned. A14, A16."""

from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, bare, percent, plain, rate_input, unknown
from agreecheck.checks.limits import above
from agreecheck.checks.matter import other_matter
from agreecheck.checks.plan import signed_on, yearly
from agreecheck.checks.quote import sentence
from agreecheck.model.fact import Rate
from agreecheck.model.finding import Input


def default_cost(case: Case) -> Outcome:
    """A14: overdue interest and penalty together, by the year, stay under the ceiling. Of several rates in one role the
    highest counts; two roles are added unless the paper says that only one is charged."""
    if not case.limits:
        return unknown("other_law" if case.facts.currency != "CNY" else "no_limit")
    rates = _added(case)
    if not rates:
        return unknown("no_default_rate")
    value = sum((v for _, v in rates), Decimal(0))
    found = above(case, value)
    if not found:
        return unknown("no_limit")
    verdict, limit = found
    spelled = " + ".join(_spelled(r, v) for r, v in rates)
    days = sum((r.percent * 360 if r.period == "day" else v for r, v in rates), Decimal(0))
    other = f" (360: {percent(days)})" if days != value else ""
    equation = f"{spelled} = {percent(value)}{other} {'≤' if verdict == 'within' else '>'} {percent(limit.percent)}"
    values = {"rate": bare(value), "computed": bare(value), "limit": bare(limit.percent), "law": limit.law}
    if verdict == "between":
        return Outcome(
            status="not_computable",
            reason="limit_unclear",
            equation=equation,
            inputs=tuple(rate_input(r) for r, _ in rates),
            values=values,
        )
    return Outcome(
        status="pass" if verdict == "within" else "fail",
        equation=equation,
        inputs=(*(rate_input(r) for r, _ in rates), Input(name=f"limit.{limit.law}", value=percent(limit.percent))),
        subject=tuple(r.span for r, _ in rates),
        reason="" if verdict == "within" else "above_limit",
        values=values,
    )


def by_year(case: Case, rate: Rate, *, least: bool = False) -> Decimal | None:
    """Percent a year, also of a rate told as a multiple of the LPR or as an uplift on the interest: on the highest of
    several rates, or on the ``least``."""
    if rate.relative == "xLPR":
        signing = signed_on(case.facts)
        price = case.law.prime_rate.on(signing.value if signing and signing.value else case.as_of)
        return rate.percent * price.percent if price else None
    if rate.relative == "uplift":
        bases = [yearly(r) for r in case.facts.rates if r.role == "interest" and not r.relative]
        known = [b for b in bases if b]
        return (min(known) if least else max(known)) * (1 + rate.percent / 100) if known else None
    return None if rate.relative else yearly(rate)


def _added(case: Case) -> tuple[tuple[Rate, Decimal], ...]:
    """The highest rate of each role; one only where both are the same rate told twice or exclude each other."""
    best = []
    for role in ("overdue", "penalty"):
        rates = [r for r in case.facts.rates if r.role == role and not other_matter(case, r.span)]
        found = [(r, v) for r in rates if (v := by_year(case, r))]
        if found:
            best.append(max(found, key=lambda pair: pair[1]))
    if len(best) == 2:
        (first, one), (second, other) = best
        holders = [sentence(case.document, r.span) for r, _ in best]
        apart = first.span != second.span and (one != other or holders[0] == holders[1])
        words = "".join(h.slice(case.document.text) for h in holders)
        if not apart or any(w in words for w in case.cues.get("exclusive", ())):
            return (max(best, key=lambda pair: pair[1]),)
    return tuple(best)


def _spelled(rate: Rate, value: Decimal) -> str:
    """``value``: what the rate comes to by the year."""
    if rate.relative == "uplift":
        return f"{percent(value / (1 + rate.percent / 100))} × (1 + {plain(rate.percent)} %)"
    if rate.relative == "xLPR":
        return f"{plain(rate.percent)} × LPR"
    return f"{plain(rate.percent)} %/{rate.period}"


def penalty_base(case: Case) -> Outcome:
    """A16: overdue charges are reckoned on what is unpaid, not on the whole debt. Both are estimated for 30 days."""
    rates = [
        r for r in case.facts.rates if r.role in ("penalty", "overdue") and r.base and not other_matter(case, r.span)
    ]
    if not rates:
        return unknown("no_penalty_base")
    worst = next((r for r in rates if r.base == "total"), None) or next((r for r in rates if r.base == "overdue"), None)
    if worst is None:
        return unknown("base_principal", rate_input(rates[0]))
    daily = (yearly(worst) or Decimal(0)) / 365
    whole = next((a for role in ("payable", "total_debt") if (a := case.facts.amount(role))), None)
    part = case.facts.amount("instalment")
    estimates = [
        f"{a.value} × {percent(daily)} × 30 = {(a.value * daily * 30 / 100).quantize(Decimal('0.01'))}"
        for a in (whole, part)
        if a and daily
    ]
    ok = worst.base != "total"
    return Outcome(
        status="pass" if ok else "fail",
        equation="; ".join(estimates) if estimates and not ok else f"base = {worst.base}",
        inputs=(rate_input(worst), Input(name="base", value=worst.base, span=worst.evidence)),
        subject=(worst.span,),
        against=(worst.evidence,) if worst.evidence and not ok else (),
        reason="" if ok else "penalty_on_total",
        values={"rate": plain(worst.percent)},
    )
