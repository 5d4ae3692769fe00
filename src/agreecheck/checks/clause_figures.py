"""What a clause itself charges, with its equation; None where the paper does not tell or leaves it in doubt."""

from collections.abc import Sequence

from agreecheck.checks.case import amount_input, money, plain, rate_input
from agreecheck.checks.figures import whole
from agreecheck.checks.ground import DAYS, Ground, Reckoned, Roles, stated, within
from agreecheck.checks.late_base import fen
from agreecheck.checks.late_charges import together
from agreecheck.checks.late_sums import ZERO
from agreecheck.checks.matter import capped, near, says
from agreecheck.checks.plan import owed
from agreecheck.model.fact import Amount, Rate
from agreecheck.model.finding import Charge, Evidence, Input

_CHARGED = ("fee", "penalty", "cost_share")
_FOR_DEFAULT = ("overdue", *_CHARGED)
_AGAIN = ("per_act", "daily")  # words that make the sums of a sentence some of many


def named(ground: Ground, places: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """The one sum in the roles that the sentence itself names to be paid once; its very words go before the rest."""
    inside = _inside(ground, places, roles)
    marked = [a for a in inside if any(p.focus.contains(a.span) for p in places)]
    found = _one(ground, marked or inside)
    if found is None or near(ground.case, found.span, "per_period"):
        return None
    return None if any(says(ground.case, found.span, cue) for cue in _AGAIN) else stated(found)


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
    count, plan = _count(ground), ground.case.facts.schedule
    if count is None or plan is None or plan.step_months != 1:
        return None
    each = _one(ground, _inside(ground, places, ("instalment_fee", "fee")))
    if each is not None and (each.role == "instalment_fee" or near(ground.case, each.span, "per_period")):
        value = each.value * int(count.value)
        return Reckoned(
            amount=value,
            equation=f"{money(each.value)} × {count.value} = {money(value)}",
            inputs=(amount_input(each), count),
        )
    rate = _rate(ground, places, "month")
    base = _base(ground, rate) if rate else None
    if rate is None or base is None:
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
    if not found or told.capped_at is not None or any(_each_day(ground, c) for c in found):
        return None
    counted = found if sum((c.high for c in found), ZERO) == sum_ else [max(found, key=lambda c: c.high)]
    if counted[0].high != sum_ and len(counted) == 1:
        return None
    parts = "; ".join(c.equation for c in counted)
    added = f"; {' + '.join(money(c.high) for c in counted)} = {money(sum_)}" if len(counted) > 1 else ""
    missed = Input(name="missed", value=money(told.missed))
    return Reckoned(amount=sum_, equation=parts + added, inputs=(missed, *_of_charges(counted)))


def _each_day(ground: Ground, charge: Charge) -> bool:
    """Whether a sum that was counted once may be one for each day."""
    return "=" not in charge.equation and any(says(ground.case, e.focus, "daily") for e in charge.evidence)


def late_on_all(ground: Ground, places: Sequence[Evidence], roles: Roles) -> Reckoned | None:
    """The same where the clause puts its rate on the whole debt, though the rate itself was read as one on a part."""
    rates = [r for r in ground.case.facts.rates if r.role in _FOR_DEFAULT and within(places, r.span)]
    if len(rates) != 1 or rates[0].base != "overdue" or rates[0].period not in ("day", "once"):
        return late(ground, places, roles)
    rate, due = rates[0], whole(ground, places, roles)
    if due is None or not ground.all_is_sure or rate.relative:
        return None
    days, times = (DAYS, f" × {DAYS}") if rate.period == "day" else (1, "")
    value = fen(due.amount * rate.percent / 100 * days)
    return Reckoned(
        amount=value,
        equation=f"{money(due.amount)} × {plain(rate.percent)} %{times} = {money(value)}",
        inputs=(*due.inputs, rate_input(rate)),
    )


def _of_charges(counted: Sequence[Charge]) -> list[Input]:
    return [Input(name=c.kind, value=money(c.high), span=c.evidence[0].focus) for c in counted if c.evidence]


def _inside(ground: Ground, places: Sequence[Evidence], roles: Roles) -> list[Amount]:
    """The amounts in the roles that stand in the sentences, without those that are a limit."""
    case = ground.case
    known = [a for a in case.facts.amounts if a.role in roles and a.currency == case.facts.currency]
    return [a for a in known if within(places, a.span) and not capped(case, a.span)]


def _one(ground: Ground, amounts: Sequence[Amount]) -> Amount | None:
    """The one of these, if they are one sum and that is sure."""
    values = {a.value for a in amounts}
    return amounts[0] if len(values) == 1 and ground.sure(amounts[0].value) else None


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
    """How many instalments the plan has, where they are several."""
    plan = ground.case.facts.schedule
    if plan is None or len(plan.instalments) < 2 or not ground.plan_is_sure:
        return None
    return Input(name="count", value=str(len(plan.instalments)), span=plan.span)
