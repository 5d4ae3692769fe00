"""Is the cost as stated, under the ceiling, and the overdue rate in proportion? A10, A11, A13."""

from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, bare, percent, plain, rate_input, together, unknown
from agreecheck.checks.cost import from_one_period_before
from agreecheck.checks.limits import above
from agreecheck.checks.plan import distinct, implied, owed, rows, sum_payable, yearly
from agreecheck.model.fact import Rate
from agreecheck.model.finding import Cost, Input
from agreecheck.model.span import Span


def headline(cost: Cost) -> Decimal:
    """The nominal rate where periods are regular, else the effective one."""
    return cost.effective_percent if cost.nominal_percent is None else cost.nominal_percent


def stated_rate(case: Case) -> Outcome:
    """A10: the stated yearly rate lies within half a point of the computed cost. Broken only where no other reading of
    the paper makes it true: another start of the interest, another sum, another of several rates."""
    stated = _stated(case)
    if not stated:
        return unknown("no_stated_rate")
    if not case.costs:
        return unknown("no_cost")
    gap = case.law.thresholds.stated_rate_gap
    cost = case.costs[0]
    if _other_sum(case):
        return unknown("no_payable")
    fits = _true(stated, gap, cost.nominal_percent, cost.effective_percent)
    rate = fits or stated[0]
    value, computed = yearly(rate) or Decimal(0), headline(cost)
    if not fits and (open_ := _open(stated, computed, case)):
        return open_
    return Outcome(
        status="pass" if fits else "fail",
        equation=f"{cost.equation}; |{percent(computed)} - {percent(value)}| {'≤' if fits else '>'} {gap} %",
        inputs=(rate_input(rate, "stated_rate"), Input(name="computed_rate", value=percent(computed))),
        subject=(rate.span,),
        reason="" if fits else "cost_above_stated",
        values={"rate": bare(computed), "stated": bare(value), "computed": bare(computed)},
    )


def _true(stated: list[Rate], gap: Decimal, *figures: Decimal | None) -> Rate | None:
    """The first stated rate that one of the computed figures bears out."""
    return next((r for r in stated if any(f is not None and abs(f - (yearly(r) or 0)) <= gap for f in figures)), None)


def _open(stated: list[Rate], computed: Decimal, case: Case) -> Outcome | None:
    """Why a cost that is not the stated one is no contradiction yet; None where it is one."""
    gap, cost = case.law.thresholds.stated_rate_gap, case.costs[0]
    values = [yearly(r) or Decimal(0) for r in stated]
    if computed < max(values):
        reason = "below_stated" if computed < min(values) else "several_values"
        spelled = f"{percent(computed)} < {percent(max(values))}"
        return unknown(reason, *(rate_input(r) for r in stated), equation=spelled)
    regular = from_one_period_before(cost)
    if rate := _true(stated, gap, regular):
        other = f"{cost.equation}; IRR × {cost.periods_per_year or 12} = {percent(regular or Decimal(0))}"
        return unknown("start_unknown", rate_input(rate), equation=other)
    for other_cost in case.costs[1:]:
        if rate := _true(stated, gap, other_cost.nominal_percent, other_cost.effective_percent):
            return unknown("other_sum", rate_input(rate), equation=f"{cost.equation} | {other_cost.equation}")
    return None


def _stated(case: Case) -> list[Rate]:
    """Yearly costs first, then interest; a fee by the year where nothing else is stated."""
    usable = [r for r in case.facts.rates if yearly(r) is not None and not r.relative]
    named = [r for role in ("annual_cost", "interest") for r in usable if r.role == role]
    named = [r for r in named if not _fee_spread(case, r)]
    return named or [r for r in usable if r.role == "fee" and r.period == "year"]


def _fee_spread(case: Case, rate: Rate) -> bool:
    """Is this a one-off fee told by the month, true of the first sum: 4 % over nine instalments as 0.44 %?"""
    counts = {t.count for t in case.facts.terms if t.role == "plan" and t.unit in ("instalment", "month") and t.count}
    once = [r.percent for r in case.facts.rates if r.role in ("fee", "cost_share") and r.period == "once"]
    step = Decimal(1).scaleb(int(rate.percent.as_tuple().exponent))
    return rate.period == "month" and any(abs(p / n - rate.percent) < step for p in once for n in counts)


def rate_ceiling(case: Case) -> Outcome:
    """A11: computed cost and every stated periodic fee stay under the ceiling; a stated interest rate counts where no
    cost can be computed. Rows without cost beside a high stated rate are left open: the rate may not be the plan's."""
    if not case.limits:
        return unknown("other_law" if case.facts.currency != "CNY" else "no_limit")
    costs = () if _other_sum(case) else case.costs[:1]
    known = headline(costs[0]) if costs else Decimal(-1)
    outcomes = [_cost_outcome(case, c) for c in costs]
    for rate in case.facts.rates:
        value = yearly(rate)
        if value is None or rate.relative or value <= known:
            continue
        if rate.role == "fee" or (rate.role in ("annual_cost", "interest") and not costs):
            outcomes.append(_rate_outcome(case, rate, value))
        elif (
            rate.role in ("annual_cost", "interest")
            and known == 0
            and (above(case, value, price=True) or ("",))[0] == "over"
        ):
            return unknown("below_stated", rate_input(rate), equation=f"{percent(known)} < {percent(value)}")
    return together(outcomes, "no_cost")


def _over(case: Case, value: Decimal) -> bool:
    found = above(case, value, price=True)
    return found is not None and found[0] == "over"


def _other_sum(case: Case) -> bool:
    """Was a cost computed on the principal or the old balance, while the plan pays off another sum?"""
    facts = case.facts
    older = distinct(facts, "interest", "overdue_interest", "penalty", "waived") or owed(facts) or implied(facts)
    deferred = facts.day("deferral_start") is not None
    return bool(case.costs and case.costs[0].basis != "payable" and older and not deferred)


def _cost_outcome(case: Case, cost: Cost) -> Outcome:
    value = headline(cost)
    return _judged(case, value, cost.equation, (Input(name="computed_rate", value=percent(value)),), None)


def _rate_outcome(case: Case, rate: Rate, value: Decimal) -> Outcome:
    spelled = f"{plain(rate.percent)} %/{rate.period}"
    equation = spelled if rate.period == "year" else f"{spelled} = {percent(value)}"
    return _judged(case, value, equation, (rate_input(rate),), rate)


def _of_cost(case: Case) -> tuple[Span, ...]:
    """Where a computed cost comes from: the stated rates, else the sum and the rows."""
    facts = case.facts
    rates = tuple(r.span for r in facts.rates if r.role in ("interest", "annual_cost", "fee"))[:3]
    sums = tuple(a.span for a in (*sum_payable(facts), *distinct(facts, "principal"))[:1])
    first = tuple(r.span for r in rows(facts)[:1] if r.span)
    return rates or sums + first


def _judged(case: Case, value: Decimal, equation: str, inputs: tuple[Input, ...], rate: Rate | None) -> Outcome:
    found = above(case, value, price=True)
    if not found:
        return unknown("no_limit")
    verdict, limit = found
    values = {"rate": bare(value), "computed": bare(value), "limit": bare(limit.percent), "law": limit.law}
    sign = "≤" if verdict == "within" else ">"
    spelled = f"{equation}; {percent(value)} {sign} {percent(limit.percent)}"
    limit_input = Input(name=f"limit.{limit.law}", value=percent(limit.percent))
    if verdict == "between":
        shown = tuple(Input(name=f"limit.{x.law}", value=percent(x.percent)) for x in case.limits)
        return Outcome(
            status="not_computable", reason="limit_unclear", equation=spelled, inputs=(*inputs, *shown), values=values
        )
    return Outcome(
        status="pass" if verdict == "within" else "fail",
        equation=spelled,
        inputs=(*inputs, limit_input),
        subject=(rate.span,) if rate else _of_cost(case),
        reason="" if verdict == "within" else "above_limit",
        values=values,
    )


def overdue_rate(case: Case) -> Outcome:
    """A13: the overdue rate is at most 1.5 times the plan's interest rate; a reason to ask, not a finding of law."""
    factor = case.law.thresholds.overdue_factor
    overdue = [r for r in case.facts.rates if r.role == "overdue"]
    interest = [r for r in case.facts.rates if r.role == "interest" and not r.relative and (yearly(r) or 0) > 0]
    if not overdue:
        return unknown("no_overdue_rate")
    outcomes = [o for o in (_uplift(r, factor) for r in overdue) if o]
    charged = [r for r in overdue if not r.relative and (yearly(r) or 0) > 0]
    if charged and interest:
        rate, base = max(charged, key=lambda r: yearly(r) or 0), max(interest, key=lambda r: yearly(r) or 0)
        outcomes.append(_proportion(rate, base, factor))
    return together(outcomes, "no_contract_rate")


def _uplift(rate: Rate, factor: Decimal) -> Outcome | None:
    """加收50%: the rate is stated as a share on top of the contract rate."""
    if rate.relative != "uplift":
        return None
    ok = 1 + rate.percent / 100 <= factor
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"1 + {plain(rate.percent)} % {'≤' if ok else '>'} {factor}",
        inputs=(rate_input(rate, "overdue_rate"),),
        subject=(rate.span,),
        reason="" if ok else "overdue_rate_high",
        values={"rate": bare(100 + rate.percent), "limit": bare(factor * 100)},
    )


def _proportion(rate: Rate, base: Rate, factor: Decimal) -> Outcome:
    """By 365 days; a day rate that fits by 360 days fits as well, as banks count so."""
    value, known = yearly(rate) or Decimal(0), yearly(base) or Decimal(0)
    most = known * factor
    by_360 = rate.percent * 360 if rate.period == "day" else value
    ok = min(value, by_360) <= most
    sign = ">" if not ok else "≤" if value <= most else "≈"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{percent(value)} {sign} {factor} × {percent(known)} = {percent(most)}",
        inputs=(rate_input(rate, "overdue_rate"), rate_input(base, "contract_rate")),
        subject=(rate.span,),
        against=(base.span,),
        reason="" if ok else "overdue_rate_high",
        values={"rate": bare(value), "stated": bare(known), "limit": bare(most)},
    )
