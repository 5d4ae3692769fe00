"""Which yearly ceilings there are for this creditor on the day that counts."""

from datetime import date
from decimal import Decimal

from agreecheck.checks.case import Case, percent
from agreecheck.checks.plan import signed_on
from agreecheck.model.finding import Limit
from agreecheck.model.law import Ceiling


def ceilings(case: Case) -> tuple[Limit, ...]:
    """All ceilings, the one for this kind of creditor first and marked as applying; none is marked where the kind is
    not known. None at all for a plan in foreign currency: other law may govern it."""
    if case.facts.currency != "CNY":
        return ()
    found = [limit for ceiling in case.law.ceilings for limit in _limits(case, ceiling)]
    return tuple(sorted(found, key=lambda limit: not limit.applies))


def _limits(case: Case, ceiling: Ceiling) -> list[Limit]:
    applies = case.facts.creditor_kind.value in ceiling.creditors
    if ceiling.percent is not None:
        return [Limit(law=ceiling.law, percent=ceiling.percent, applies=applies, equation=percent(ceiling.percent))]
    if ceiling.times is None:
        return []
    found: list[Limit] = []
    for day in _days(case):
        price = case.law.prime_rate.on(day)
        if price:
            value = ceiling.times * price.percent
            equation = f"{ceiling.times} × {price.percent} % (LPR {price.since}; {day}) = {percent(value)}"
            found.append(Limit(law=ceiling.law, percent=value, applies=applies and not found, equation=equation))
    return list({limit.percent: limit for limit in reversed(found)}.values())[::-1]


def _days(case: Case) -> list[date]:
    """The day of the original contract and of the signing, else of the review; the first one decides."""
    contract, signing = case.facts.day("original_contract"), signed_on(case.facts)
    days = [d.value for d in (contract, signing) if d and d.value]
    return days or [case.as_of]


def outer(case: Case, law: str) -> bool:
    """Is this ceiling only an outer mark that decides nothing?"""
    return any(c.law == law and c.outer for c in case.law.ceilings)


def above(case: Case, value: Decimal, *, price: bool = False) -> tuple[str, Limit] | None:
    """Is ``value`` over, within or between the ceilings (where they disagree and the creditor's kind is not known)?

    With the ceiling that was decisive; None where there are none. ``price``: the value is what credit costs, no charge
    for default.
    """
    binding = [limit for limit in case.limits if limit.applies]
    if price and not binding:
        kind = case.facts.creditor_kind.value
        sellers = [c.law for c in case.law.ceilings if kind in c.sellers]
        binding = [limit for limit in case.limits if limit.law in sellers][:1]
    if not binding:
        binding = [limit for limit in case.limits if not outer(case, limit.law)]
    if not binding:
        return None
    low, high = min(binding, key=lambda x: x.percent), max(binding, key=lambda x: x.percent)
    if value > high.percent:
        return "over", high
    return ("within", low) if value <= low.percent else ("between", low)
