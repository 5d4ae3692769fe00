"""What debt and plan put at risk, with its equation; None where the paper does not tell or leaves it in doubt."""

from collections.abc import Sequence

from agreecheck.checks.case import amount_input, money
from agreecheck.checks.ground import Ground, Reckoned, Roles, stated
from agreecheck.checks.late_sums import ZERO, waived_sum
from agreecheck.checks.plan import distinct, owed, rows, tolerance, total, whole_waiver
from agreecheck.checks.schedule import spelled
from agreecheck.model.finding import Evidence, Input


def amount(ground: Ground, _: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """The paper's one amount in the roles."""
    return stated(ground.one(*roles))


def waived(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """The waiver as one sum, where neither it nor what it lies between is in doubt."""
    facts = ground.case.facts
    sum_, told = waived_sum(facts), whole_waiver(facts)
    between = {a.value for a in distinct(facts, "total_debt", "payable")}
    if not sum_ or not all(ground.sure(value) for value in (sum_, *between)):
        return None
    if told:
        return stated(told)
    debt, left = ground.one("total_debt"), ground.one("payable")
    if debt is None or left is None:
        return None
    return Reckoned(
        amount=sum_,
        equation=f"{money(debt.value)} - {money(left.value)} = {money(sum_)}",
        inputs=(amount_input(debt), amount_input(left)),
    )


def whole(ground: Ground, places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """All that is to be paid: the rows of the plan, else the one sum that is owed. Not where the clause names less."""
    facts, sum_ = ground.case.facts, total(ground.case.facts)
    if ground.limited(places):
        return None
    if not rows(facts):
        several = any(t.role == "plan" and t.count > 1 for t in facts.terms)
        due = owed(facts)
        return stated(due[0]) if len(due) == 1 and ground.sure(due[0].value) and not several else None
    if sum_ is None or not ground.plan_is_sure:
        return None
    told = spelled(facts)
    return Reckoned(
        amount=sum_,
        equation=money(sum_) if told == money(sum_) else f"{told} = {money(sum_)}",
        inputs=(Input(name="rows", value=money(sum_), span=facts.schedule.span if facts.schedule else None),),
    )


def at_once(ground: Ground, places: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """All that is to be paid, where the paper lets it be called in."""
    return whole(ground, places, roles) if ground.may_be_called_in else None


def revived(ground: Ground, places: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """All that is to be paid, and the waiver on top."""
    plan, more = whole(ground, places, roles), waived(ground, places, roles)
    if plan is None or more is None:
        return None
    sum_ = plan.amount + more.amount
    return Reckoned(
        amount=sum_,
        equation=f"{_sum_of(plan)}{_sum_of(more)}{money(plan.amount)} + {money(more.amount)} = {money(sum_)}",
        inputs=plan.inputs + more.inputs,
    )


def _sum_of(part: Reckoned) -> str:
    """How a part that is itself a sum came about, to stand before what is made of it."""
    return f"{part.equation}; " if "=" in part.equation else ""


def last(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """The last row where it is more than all others."""
    plan = rows(ground.case.facts)
    sums = [r.total for r in plan if r.total is not None]
    if len(sums) < 2 or len(sums) < len(plan) or not ground.plan_is_sure or sums[-1] <= max(sums[:-1]):
        return None
    row = Input(name="last_instalment", value=money(sums[-1]), span=plan[-1].span)
    return Reckoned(amount=sums[-1], equation=money(sums[-1]), inputs=(row,))


def kept_back(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """The principal less what was paid out."""
    lent, got = ground.one("original_principal", "principal"), ground.one("received")
    if lent is None or got is None or got.value >= lent.value:
        return None
    less = lent.value - got.value
    return Reckoned(
        amount=less,
        equation=f"{money(lent.value)} - {money(got.value)} = {money(less)}",
        inputs=(amount_input(lent), amount_input(got)),
    )


def before_principal(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """What the debt holds beside its principal, where the paper breaks it down and waives nothing."""
    facts = ground.case.facts
    debts = [b for b in facts.breakdowns if b.kind == "balance"]
    if len(debts) != 1 or distinct(facts, "waived"):
        return None
    parts = [p for p in debts[0].parts if p.value]
    more = [p for p in parts if p.role != "principal"]
    adds_up = abs(sum((p.value for p in parts), ZERO) - debts[0].whole.value) <= tolerance(len(parts))
    if not more or len(parts) - len(more) != 1 or not adds_up or not all(ground.sure(p.value) for p in parts):
        return None
    sum_ = sum((p.value for p in more), ZERO)
    told = " + ".join(money(p.value) for p in more)
    return Reckoned(
        amount=sum_,
        equation=told if len(more) == 1 else f"{told} = {money(sum_)}",
        inputs=tuple(amount_input(p) for p in more),
    )


def above_debt(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """What the plan takes above the sum that it pays off."""
    cost = next(iter(ground.case.costs), None)
    if cost is None or not ground.all_is_sure or not ground.plan_is_sure:
        return None
    paid = sum((f.amount for f in cost.flows), ZERO)
    more = paid - cost.financed
    financed = Input(name=cost.basis, value=money(cost.financed))
    told = f"{money(paid)} - {money(cost.financed)} = {money(more)}"
    return Reckoned(amount=more, equation=told, inputs=(financed,)) if more > 0 else None
