"""Does the equal instalment lead to the total, and is the down payment credited? A05, A17."""

from decimal import Decimal
from itertools import product

from agreecheck.checks.case import Case, Outcome, amount_input, money, together, unknown
from agreecheck.checks.plan import (
    charged,
    distinct,
    doubtful_plan,
    implied,
    owed,
    rows,
    sum_payable,
    tolerance,
    total,
    written,
)
from agreecheck.checks.readings import or_else
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Input


def equal_instalments(case: Case) -> Outcome:
    """A05: n × a, or (n-1) × a with its own last or first payment, is the total, to one fen a period."""
    facts = case.facts
    counts = sorted({t.count for t in facts.terms if t.role == "plan" and t.unit == "instalment" and t.count > 0})
    if not counts:
        return unknown("no_count")
    of_table = facts.schedule is not None and facts.schedule.origin == "table"
    if (written(facts) or of_table) and not _level(facts):
        return unknown("unequal_rows")
    outcomes = []
    for role, targets in _equal_pairs(facts):
        each = tuple(a for a in distinct(facts, role) if not _in_rows(facts, a))
        if not each:
            continue
        fits = _fitting(facts, counts, each, owed(facts) + implied(facts))  # fees may be charged beside the instalments
        known = _equal(facts, counts, each, targets) if targets else unknown("interest_in_rows")
        outcomes.append(known if known.status == "pass" or not fits else fits[0])
    return together(outcomes, "no_equal_amount")


def _in_rows(facts: Facts, amount: Amount) -> bool:
    """Whether an amount stands only in the rows of a table, where A01 already adds it up."""
    return written(facts) and facts.schedule is not None and facts.schedule.span.contains(amount.span)


def _equal_pairs(facts: Facts) -> list[tuple[str, tuple[Amount, ...]]]:
    """Which equal amount must lead to which total; a total told in the text comes before that of a table's last row."""
    plan_total = distinct(facts, "plan_total")
    in_text = tuple(a for a in plan_total if not (facts.schedule and facts.schedule.span.contains(a.span)))
    whole = in_text or plan_total or (() if charged(facts) else owed(facts))
    if not whole and facts.type.value == "hardship_application" and not charged(facts):
        whole = sum_payable(facts) or distinct(facts, "principal")
    debt = {a.value: a for a in (*distinct(facts, "principal"), *owed(facts))}
    return [("instalment", whole), ("proposed_instalment", whole), ("instalment_principal", tuple(debt.values()))]


def _level(facts: Facts) -> bool:
    """Are all rows of one amount, the first and the last left aside? Rows of principal count where totals differ."""
    for sums in ([r.total for r in rows(facts)], [r.principal for r in rows(facts)]):
        if None not in sums and len(set(sums[1:-1])) <= 1 and len(set(sums)) <= 2:
            return True
    return False


def _fitting(facts: Facts, counts: list[int], each: tuple[Amount, ...], targets: tuple[Amount, ...]) -> list[Outcome]:
    """Every reading of the figures that leads to a target."""
    odd = distinct(facts, "last_instalment", "down_payment")
    found = []
    for n, a, target in product(counts, each, targets):
        readings: list[tuple[Amount | None, int]] = [(None, n), *((o, k) for o in odd for k in (n - 1, n))]
        for other, times in readings:
            sum_ = a.value * times + (other.value if other else 0)
            if abs(sum_ - target.value) <= tolerance(n):
                found.append(_equal_outcome(a, times, other, sum_, target, n))
    return found[:1]


def _equal(facts: Facts, counts: list[int], each: tuple[Amount, ...], targets: tuple[Amount, ...]) -> Outcome:
    """Pass if any reading of the figures fits; fail only if a single reading is possible and does not."""
    if fits := _fitting(facts, counts, each, targets):
        return fits[0]
    if len(counts) > 1 or len(each) > 1 or len(targets) > 1:
        return unknown("several_values")
    odd = distinct(facts, "last_instalment", "down_payment")
    n, a, target = counts[0], each[0], targets[0]
    other = odd[0] if odd else None
    times = n - 1 if other else n
    sum_ = a.value * times + (other.value if other else 0)
    return or_else(facts, sum_, target.value, _equal_outcome(a, times, other, sum_, target, n), tolerance(n))


def _equal_outcome(a: Amount, times: int, other: Amount | None, sum_: Decimal, target: Amount, n: int) -> Outcome:
    ok = abs(sum_ - target.value) <= tolerance(n)
    plus = f" + {money(other.value)}" if other else ""
    sign = "" if sum_ == target.value else f" {'≈' if ok else '≠'} {money(target.value)}"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{money(a.value)} × {times}{plus} = {money(sum_)}{sign}",
        inputs=(
            Input(name="count", value=str(n)),
            amount_input(a),
            *((amount_input(other),) if other else ()),
            amount_input(target),
        ),
        subject=(a.span,),
        against=(target.span,),
        reason="" if ok else "sum_differs",
        values={
            "computed": money(sum_),
            "stated": money(target.value),
            "difference": money(abs(sum_ - target.value)),
            "n": str(n),
            "amount": money(a.value),
        },
    )


def down_payment(case: Case) -> Outcome:
    """A17: with the down payment beside the rows, or counted among them, the total comes out."""
    facts = case.facts
    down, sum_ = distinct(facts, "down_payment"), total(facts)
    targets = distinct(facts, "plan_total") or (() if charged(facts) else owed(facts))
    if not down:
        return unknown("no_down_payment")
    if sum_ is None:
        return unknown("no_schedule")
    if not targets:
        return unknown("no_stated_total")
    near = tolerance(len(rows(facts)))
    for d, target in product(down, targets):
        if abs(sum_ - target.value) <= near:
            return _credited(d, sum_, target, f"{money(sum_)} = {money(target.value)}", "down_payment_inside")
        if abs(sum_ + d.value - target.value) <= near:
            beside = f"{money(d.value)} + {money(sum_)} = {money(target.value)}"
            return _credited(d, sum_, target, beside, "down_payment_beside")
    d, target = down[0], targets[0]
    if doubtful_plan(facts, sum_, target.value):
        return unknown("rows_doubtful")
    neither = f"{money(sum_)} ≠ {money(target.value)}; {money(d.value)} + {money(sum_)} ≠ {money(target.value)}"
    return or_else(facts, sum_, target.value, _credited(d, sum_, target, neither, "sum_differs"), near)


def _credited(down: Amount, sum_: Decimal, target: Amount, equation: str, reason: str) -> Outcome:
    return Outcome(
        status="fail" if reason == "sum_differs" else "pass",
        equation=equation,
        inputs=(amount_input(down), Input(name="rows", value=money(sum_)), amount_input(target, "stated_total")),
        subject=(down.span,),
        against=(target.span,),
        reason=reason,
        values={
            "amount": money(down.value),
            "computed": money(sum_),
            "stated": money(target.value),
            "difference": money(abs(target.value - sum_)),
        },
    )
