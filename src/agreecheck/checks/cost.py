"""The annual cost of the plan on each sum that the paper gives for it."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from agreecheck.checks.case import Case, money, percent
from agreecheck.checks.flows import flows, start_day
from agreecheck.checks.matter import holds
from agreecheck.checks.months import grid_step, month_index
from agreecheck.checks.plan import FEN, distinct, implied, rows, sum_payable
from agreecheck.checks.quote import sentence
from agreecheck.checks.rate_of_return import effective_percent, nominal_percent
from agreecheck.checks.readings import aside
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Cost, Flow
from agreecheck.model.span import Span

_WEEKS_A_YEAR = {7: 52, 14: 26}
Basis = Literal["payable", "principal", "balance"]


def annual_costs(case: Case) -> tuple[Cost, ...]:
    """Headline first; empty where the paper does not fix what is paid, when, and for what."""
    began = start_day(case.facts)
    if began is None:
        return ()
    start = began[0]
    paid = flows(case, start)
    if not paid:
        return ()
    periods = _periods(case.facts, start, paid)
    sum_ = sum((f.amount for f in paid), Decimal(0))
    beside = _charged_beside(case)
    found = (
        _cost(basis, start, financed, paid, periods, charged_beside=beside)
        for basis, financed in bases(case.facts, sum_)
    )
    return tuple(c for c in found if c)


def bases(facts: Facts, paid: Decimal) -> list[tuple[Basis, Decimal]]:
    """The sums that the plan may be said to finance, headline first.

    Payable: the sum after waiver, also where the paper leaves the subtraction to the reader, or the whole debt where
    nothing is waived. In a deferral the sum payable comes about only at its end; what is owed at its start is the
    principal.
    """
    principal, debt, waived = principal_owed(facts, paid), distinct(facts, "total_debt"), distinct(facts, "waived")
    guesses = implied(facts)
    payable = sum_payable(facts) or (guesses if len(guesses) == 1 else tuple(a for a in guesses if a.value == paid))
    found: list[tuple[Basis, Decimal]] = []
    if facts.day("deferral_start") and (principal or debt):
        found += [("principal", principal)] if principal else []
        found += [("balance", debt[0].value)] if debt else []
        return found
    if payable and len(debt) == 1 and not waived and _dearer(facts, payable, debt[0], paid):
        payable = ()  # what the instalments come to, not what they pay off
    if payable:
        fitting = next((a for a in payable if a.value == paid), payable[0])  # of several values given for it
        found.append(("payable", fitting.value))
    elif debt and not waived:
        found.append(("payable", debt[0].value))
    if principal:
        found.append(("principal", principal))
    if debt and (payable or waived):
        found.append(("balance", debt[0].value))
    return found


def _dearer(facts: Facts, payable: tuple[Amount, ...], debt: Amount, paid: Decimal) -> bool:
    """Is the sum called payable above the debt just what all instalments come to, by no older interest of the paper?"""
    more = payable[0].value - debt.value
    return len(payable) == 1 and more > 0 and payable[0].value == paid and aside(facts, more) is None


def principal_owed(facts: Facts, paid: Decimal) -> Decimal | None:
    """All principal still owed: the single sum, the one that sums up the others, or that of all loans together."""
    found = distinct(facts, "principal")
    if not found:
        return _of_rows(facts)
    if len(found) == 1:
        return found[0].value
    whole = sum((a.value for a in found), Decimal(0))
    for amount in found:
        if amount.value * 2 == whole:
            return amount.value
    loans = [b for b in facts.breakdowns if b.kind == "loan"]
    owned = [p for b in loans for p in b.parts if p.role == "principal"]
    if len(owned) > 1 and len(owned) == len(loans):
        return sum((p.value for p in owned), Decimal(0))
    if len(distinct(facts, "loan_balance")) == len(found):
        return whole
    possible = [a for a in found if a.value <= paid] or list(found)  # a larger one is that of the old contract
    first = min(possible, key=lambda a: a.span.start)
    reckoned = all(r.derived for r in rows(facts))
    return None if reckoned and any(a.value > 2 * first.value for a in found) else first.value


def _of_rows(facts: Facts) -> Decimal | None:
    """What the rows pay back where the paper tells it by the instalment alone: 540.00 of principal, twelve times."""
    if distinct(facts, "payable", "total_debt"):
        return None
    each, told = distinct(facts, "instalment_principal"), [r.principal for r in rows(facts)]
    if told and None not in told:
        return sum((p for p in told if p is not None), Decimal(0))
    return each[0].value * len(told) if len(each) == 1 and told else None


def _periods(facts: Facts, start: date, paid: tuple[Flow, ...]) -> tuple[int, list[int]] | None:
    """Periods a year and the period of each payment from the start; None where payments follow no cycle of months.

    A first period between a half and one and a half counts as one; a longer one must be whole periods.
    """
    later = tuple(f.due for f in paid if f.due > start)
    plan = tuple(r.due for r in rows(facts) if r.due)
    step = grid_step(plan) or (
        facts.schedule.step_months if facts.schedule and len(plan) > 1 and grid_step(later) else None
    )
    if step is None and len(plan) > 1:
        return _weekly(start, later, plan)
    if step is None or 12 % step or not later:
        return None
    steps = [month_index(d) - month_index(later[0]) for d in later]
    on_grid = grid_step((later[0], *(d for d in later[1:]))) if len(set(steps)) == len(steps) and _even(steps) else None
    if on_grid is None and not _on_plan_grid(later, plan):
        return None
    if any(s % step for s in steps):
        return None
    gap = Decimal((later[0] - start).days) / (Decimal(365) / 12 * step)
    whole = Decimal(month_index(later[0]) - month_index(start)) / step
    if Decimal("0.5") <= gap < Decimal("1.5"):
        first = 1
    elif whole == int(whole) and whole > 1 and later[0].day == start.day:
        first = int(whole)
    else:
        return None
    index = {d: first + s // step for d, s in zip(later, steps, strict=True)}
    return 12 // step, [index.get(f.due, 0) for f in paid]


def _weekly(start: date, later: tuple[date, ...], plan: tuple[date, ...]) -> tuple[int, list[int]] | None:
    """As ``_periods`` for payments every week or every second one, the first of them one such step from the start."""
    gaps = {(b - a).days for a, b in pairwise(plan)}
    step = min(gaps)
    if len(gaps) > 1 or step not in _WEEKS_A_YEAR or later != plan or (plan[0] - start).days != step:
        return None
    return _WEEKS_A_YEAR[step], [n + 1 for n in range(len(plan))]


def _even(steps: list[int]) -> bool:
    return len({b - a for a, b in pairwise(steps)}) <= 1


def _on_plan_grid(later: tuple[date, ...], plan: tuple[date, ...]) -> bool:
    """Do payments outside the schedule share its due day?"""
    anchor = max(plan, key=lambda d: d.day).day
    return all(d.day == anchor or d in plan for d in later)


def _cost(
    basis: Basis,
    start: date,
    financed: Decimal,
    paid: tuple[Flow, ...],
    periods: tuple[int, list[int]] | None,
    *,
    charged_beside: bool,
) -> Cost | None:
    days = [((f.due - start).days, f.amount) for f in paid]
    sum_ = sum((f.amount for f in paid), Decimal(0))
    if sum_ > 5 * financed or (sum_ <= financed and charged_beside):
        return None  # five times the sum is rather an amount misread than a price
    tail = FEN * len(paid)  # a rest of some fen is no discount
    financed_now = sum_ if sum_ < financed < sum_ + tail else financed
    effective = effective_percent(financed_now, days)
    if effective is None:
        return None
    per_year = nominal = None
    step = grid_step(tuple(f.due for f in paid))
    if not effective and step and 12 % step == 0:  # nothing is nothing, however long the first period
        per_year, nominal = 12 // step, effective
    elif periods:
        per_year = periods[0]
        nominal = nominal_percent(
            financed_now, [(k, f.amount) for k, f in zip(periods[1], paid, strict=True)], per_year
        )
    return Cost(
        basis=basis,
        start=start,
        financed=financed,
        effective_percent=effective,
        nominal_percent=nominal,
        periods_per_year=per_year,
        flows=paid,
        equation=_equation(financed, paid, nominal, effective, per_year),
    )


def from_one_period_before(cost: Cost) -> Decimal | None:
    """The nominal rate if interest runs from one period before the first payment, as in a table of equal instalments;
    None where payments follow no cycle."""
    days = tuple(f.due for f in cost.flows)
    step = grid_step(days)
    if step is None or 12 % step:
        return None
    first = month_index(days[0])
    payments = [((month_index(f.due) - first) // step + 1, f.amount) for f in cost.flows]
    return nominal_percent(cost.financed, payments, 12 // step)


def _charged_beside(case: Case) -> bool:
    """Interest or fees are charged that no row holds: the rows then pay the debt alone and say nothing of the cost."""
    facts = case.facts
    each = any(a.value > 0 for a in distinct(facts, "instalment_interest", "instalment_fee"))
    stated = any(r.role == "annual_cost" and r.percent > 0 for r in facts.rates)
    runs = any(r.role == "interest" and r.percent > 0 and _runs_on(case, r.span) for r in facts.rates)
    return (each or stated or runs) and not any(r.interest or r.fee for r in rows(facts))


def _runs_on(case: Case, rate: Span) -> bool:
    """Whether the words around an interest rate say that it is charged while the plan runs, not in the old contract."""
    told = sentence(case.document, rate).slice(case.document.text).lower()
    return holds(case, told, "runs_on") and not holds(case, told, "of_old")


def _equation(
    financed: Decimal, paid: tuple[Flow, ...], nominal: Decimal | None, effective: Decimal, per_year: int | None
) -> str:
    """The sum financed as the worth of all payments, and the rates that make it so."""
    runs: list[tuple[Decimal, int]] = []
    for flow in paid:
        if runs and runs[-1][0] == flow.amount:
            runs[-1] = (flow.amount, runs[-1][1] + 1)
        else:
            runs.append((flow.amount, 1))
    spelled = (
        " + ".join(money(v) if n == 1 else f"{money(v)} × {n}" for v, n in runs)
        if len(runs) <= 4
        else f"Σ ({len(paid)})"
    )
    rates = f"XIRR = {percent(effective)}"
    if nominal is not None and per_year:
        rates = f"IRR × {per_year} = {percent(nominal)}, {rates}"
    return f"{money(financed)} ← {spelled} = {money(sum((f.amount for f in paid), Decimal(0)))}; {rates}"
