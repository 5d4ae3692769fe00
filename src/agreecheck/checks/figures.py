"""The sums that findings can cost, each with its equation and the figures of the paper that it rests on; None where
the paper does not give them or leaves them in doubt."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from types import MappingProxyType

from agreecheck.checks.case import amount_input, money, plain, rate_input
from agreecheck.checks.ground import Ground, within
from agreecheck.checks.late_base import fen
from agreecheck.checks.late_charges import together
from agreecheck.checks.late_sums import ZERO, waived_sum
from agreecheck.checks.matter import capped
from agreecheck.checks.plan import distinct, owed, rows, tolerance, total, whole_waiver
from agreecheck.checks.schedule import spelled
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Amount, Rate
from agreecheck.model.finding import Charge, Evidence, Figure, Input

Roles = tuple[str, ...]
_CHARGED = ("fee", "penalty", "cost_share")


class Reckoned(Frozen):
    amount: Decimal
    equation: str
    inputs: tuple[Input, ...] = ()


def _stated(found: Amount | None) -> Reckoned | None:
    """A sum as it stands in the paper."""
    return Reckoned(amount=found.value, equation=money(found.value), inputs=(amount_input(found),)) if found else None


def amount(ground: Ground, _: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """The paper's one amount in the roles."""
    return _stated(ground.one(*roles))


def named(ground: Ground, places: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """The one sum in the roles that the sentence itself names, or its very words where there are several."""
    facts = ground.case.facts
    inside = [a for a in facts.amounts if a.role in roles and a.currency == facts.currency and within(places, a.span)]
    marked = [a for a in inside if any(p.focus.contains(a.span) for p in places)]
    found = {a.value: a for a in marked or inside if not capped(ground.case, a.span)}
    values = list(found.values())
    return _stated(values[0]) if len(values) == 1 and ground.sure(values[0].value) else None


def share(ground: Ground, places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """A part in a hundred of a sum that the sentence says what it is of."""
    rate = _rate(ground, places, "once")
    base = _base(ground, rate) if rate else None
    if rate is None or base is None:
        return None
    value = fen(base.value * rate.percent / 100)
    return Reckoned(
        amount=value,
        equation=f"{money(base.value)} × {plain(rate.percent)} % = {money(value)}",
        inputs=(amount_input(base), rate_input(rate)),
    )


def fees(ground: Ground, places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """A fee that comes with every instalment, over the whole plan: a sum, or a monthly share of a sum."""
    count = _count(ground)
    each = [a for a in distinct(ground.case.facts, "instalment_fee") if within(places, a.span)]
    if count is None or count.value == "1":
        return None
    if len(each) == 1 and ground.sure(each[0].value):
        value = each[0].value * int(count.value)
        return Reckoned(
            amount=value,
            equation=f"{money(each[0].value)} × {count.value} = {money(value)}",
            inputs=(amount_input(each[0]), count),
        )
    rate, plan = _rate(ground, places, "month"), ground.case.facts.schedule
    base = _base(ground, rate) if rate else None
    if rate is None or base is None or plan is None or plan.step_months != 1:
        return None
    value = fen(base.value * rate.percent / 100 * int(count.value))
    return Reckoned(
        amount=value,
        equation=f"{money(base.value)} × {plain(rate.percent)} % × {count.value} = {money(value)}",
        inputs=(amount_input(base), rate_input(rate), count),
    )


def late(ground: Ground, places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """What the very clause adds to an instalment that is a month late, by the harder reading."""
    told = ground.month_late
    if told is None or not ground.all_is_sure:
        return None
    found = [c for c in told.charges if c.kind != "revived" and any(within(places, e.focus) for e in c.evidence)]
    sum_ = together(ground.case, found)[1]
    if not found or told.capped_at is not None:
        return None
    counted = found if sum((c.high for c in found), ZERO) == sum_ else [max(found, key=lambda c: c.high)]
    if counted[0].high != sum_ and len(counted) == 1:
        return None
    parts = "; ".join(c.equation for c in counted)
    added = f"; {' + '.join(money(c.high) for c in counted)} = {money(sum_)}" if len(counted) > 1 else ""
    missed = Input(name="missed", value=money(told.missed))
    return Reckoned(amount=sum_, equation=parts + added, inputs=(missed, *_of_charges(counted)))


def _of_charges(counted: Sequence[Charge]) -> list[Input]:
    return [Input(name=c.kind, value=money(c.high), span=c.evidence[0].focus) for c in counted if c.evidence]


def waived(ground: Ground, _places: Sequence[Evidence], _: Roles) -> Reckoned | None:
    """The waiver as one sum."""
    facts = ground.case.facts
    sum_, stated = waived_sum(facts), whole_waiver(facts)
    if not sum_ or not ground.sure(sum_):
        return None
    if stated:
        return _stated(stated)
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
        return _stated(due[0]) if len(due) == 1 and ground.sure(due[0].value) and not several else None
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
        equation=f"{money(plan.amount)} + {money(more.amount)} = {money(sum_)}",
        inputs=plan.inputs + more.inputs,
    )


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
    if cost is None or not ground.all_is_sure:
        return None
    paid = sum((f.amount for f in cost.flows), ZERO)
    more = paid - cost.financed
    financed = Input(name=cost.basis, value=money(cost.financed))
    told = f"{money(paid)} - {money(cost.financed)} = {money(more)}"
    return Reckoned(amount=more, equation=told, inputs=(financed,)) if more > 0 else None


def _rate(ground: Ground, places: Sequence[Evidence], period: str) -> Rate | None:
    """The one rate of a charge in the sentence, for this period."""
    found = [
        r
        for r in ground.case.facts.rates
        if r.role in _CHARGED and r.period == period and not r.relative and within(places, r.span)
    ]
    return found[0] if len(found) == 1 and not capped(ground.case, found[0].span) else None


def _base(ground: Ground, rate: Rate) -> Amount | None:
    """The one sum that the rate is on, where the paper says which that is."""
    if rate.base == "principal":
        return ground.one("principal", "original_principal")
    due = owed(ground.case.facts) if rate.base == "total" else ()
    return due[0] if len(due) == 1 and ground.sure(due[0].value) else None


def _count(ground: Ground) -> Input | None:
    """How many instalments the plan has."""
    facts = ground.case.facts
    if rows(facts):
        span = facts.schedule.span if facts.schedule else None
        return Input(name="count", value=str(len(rows(facts))), span=span) if ground.plan_is_sure else None
    term = facts.term("plan", "instalment")
    return Input(name="count", value=str(term.count), span=term.span) if term and ground.all_is_sure else None


FIGURES = MappingProxyType[Figure, Callable[[Ground, Sequence[Evidence], Roles], Reckoned | None]]({
    "amount": amount, "named": named, "share": share, "fees": fees, "late": late, "waived": waived, "whole": whole,
    "at_once": at_once, "revived": revived, "last": last, "kept_back": kept_back, "before_principal": before_principal,
    "above_debt": above_debt,
})  # fmt: skip
