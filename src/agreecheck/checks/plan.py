"""The deal seen from its sums: which amounts stand for one thing, and whether the plan costs anything."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from agreecheck.expressions import compiled
from agreecheck.model.fact import Amount, Day, Facts, Instalment, Rate
from agreecheck.model.span import Span

PER_YEAR = {"day": Decimal(365), "month": Decimal(12), "year": Decimal(1)}
FEN = Decimal("0.01")
_FULL = compiled(r"\d{4}-\d\d-\d\d")


def distinct(facts: Facts, *roles: str) -> tuple[Amount, ...]:
    """The amounts in any of the roles, one for each value, in the plan's currency, as first met."""
    found: dict[Decimal, Amount] = {}
    for amount in facts.amounts:
        if amount.role in roles and amount.currency == facts.currency:
            found.setdefault(amount.value, amount)
    return tuple(found.values())


def owed(facts: Facts) -> tuple[Amount, ...]:
    """What the plan pays off: the sum payable; the whole debt where nothing is waived and nothing else is named."""
    payable = sum_payable(facts)
    if payable or distinct(facts, "waived", "requested_waiver"):
        return payable
    return distinct(facts, "total_debt")


def sum_payable(facts: Facts) -> tuple[Amount, ...]:
    """The sum after waiver; it is more than the least of several rows, and no single one of them."""
    sums = [r.total for r in rows(facts) if r.total is not None] if len(rows(facts)) > 1 else []
    least = min(sums, default=Decimal(0))
    return tuple(a for a in distinct(facts, "payable") if a.value > least and a.value not in sums)


def whole_waiver(facts: Facts) -> Amount | None:
    """The waiver as one sum, if the paper leaves no doubt which amount that is."""
    wholes = [b.whole for b in facts.breakdowns if b.kind == "waiver"]
    if len({w.value for w in wholes}) == 1:
        return wholes[0]
    found = distinct(facts, "waived", "requested_waiver")
    if len(found) == 1:
        return found[0]
    sum_ = sum((a.value for a in found), Decimal(0))
    return next((a for a in found if a.value * 2 == sum_), None)


def implied(facts: Facts) -> tuple[Amount, ...]:
    """Balance less waiver where the paper gives both, not their difference, or a principal that is all the paper names;
    to agree with, never to fail by.

    Two readings where several waivers stand side by side: all of them, or the largest as their sum.
    """
    debt, parts = distinct(facts, "total_debt"), distinct(facts, "waived", "requested_waiver")
    if not debt and not parts and not owed(facts) and not charged(facts):
        beside = distinct(facts, "interest", "overdue_interest", "penalty", "fee")
        return () if beside else distinct(facts, "principal")
    if owed(facts) or len(debt) != 1 or not parts:
        return ()
    whole = whole_waiver(facts)
    waived = {whole.value} if whole else {sum((p.value for p in parts), Decimal(0)), max(p.value for p in parts)}
    left = [debt[0].value - w for w in sorted(waived) if w < debt[0].value]
    return tuple(msgspec.structs.replace(debt[0], value=v) for v in left)


def doubtful_plan(facts: Facts, sum_: Decimal, target: Decimal) -> bool:
    """Whether rows that miss a total are more likely misread than wrong: they miss it by far, or, reckoned from words,
    by whole instalments that the paper does not count."""
    each = [r.total for r in rows(facts) if r.total]
    if far_apart(sum_, target, Decimal(2)):
        return True
    if written(facts) or not each or not target:
        return False
    if leaves_out(facts, sum_, target):
        return True
    counts = {t.count for t in facts.terms if t.role == "plan" and t.unit == "instalment" and t.evidence}
    uncounted = abs(sum_ - target) % max(set(each), key=each.count) == 0 and len(rows(facts)) not in counts
    return uncounted or far_apart(sum_, target, Decimal("1.25"))


def leaves_out(facts: Facts, *sums: Decimal) -> bool:
    """Whether even rows reckoned from words leave out an instalment that the paper names, which is no sum of them."""
    named = {a.value for a in distinct(facts, "instalment", "last_instalment")}
    each = {r.total for r in rows(facts)}
    reckoned = 0 < len(each) <= 2 and all(r.derived for r in rows(facts))
    return reckoned and bool(named - each - set(sums))


def far_apart(sum_: Decimal, whole: Decimal, factor: Decimal) -> bool:
    """Whether one is more than ``factor`` times the other: two different things, not one thing with a slip in it."""
    low, high = sorted((sum_, whole))
    return high > factor * low


def full_dates(facts: Facts) -> Iterator[tuple[Span, date]]:
    """Every date that is written with year, month and day and exists, with its place."""
    for mention in facts.mentions:
        if mention.kind == "date" and mention.valid is not False and _FULL.fullmatch(mention.value):
            yield mention.span, date.fromisoformat(mention.value)


def signed_on(facts: Facts) -> Day | None:
    """The day of signing: the last one so called, as the old contract was signed before."""
    found = [d for d in facts.dates if d.role == "signing" and d.value]
    return max(found, key=lambda d: d.value or date.min, default=None)


def rows(facts: Facts) -> tuple[Instalment, ...]:
    return facts.schedule.instalments if facts.schedule else ()


def written(facts: Facts) -> bool:
    """Does the schedule stand in the paper row by row, rather than being expanded from a sentence?"""
    return bool(rows(facts)) and not any(r.derived for r in rows(facts))


def misread(facts: Facts) -> bool:
    """Rows out of running text that are not as many as the instalments said were hardly read right, nor are those that
    have other days than the months named (2027年3月的最后一日)."""
    said = max((t.count for t in facts.terms if t.role == "plan" and t.unit == "instalment"), default=0)
    beside = 1 if distinct(facts, "down_payment") else 0
    count = len(rows(facts))
    prose = facts.schedule is not None and facts.schedule.origin == "prose"
    months = [d for d in facts.dates if d.role == "due" and d.value is None and d.real]
    apart = len(months) > 1 and all(r.derived for r in rows(facts))
    return prose and (apart or (said > 0 and said not in (count, count - beside, count + beside)))


def total(facts: Facts) -> Decimal | None:
    """The sum of all rows; None where a row has no amount or rows seem misread."""
    sums = [r.total for r in rows(facts)]
    if not sums or None in sums or misread(facts):
        return None
    return sum((s for s in sums if s is not None), Decimal(0))


def yearly(rate: Rate) -> Decimal | None:
    """Percent a year by 365 days or 12 months, simple; None for a rate charged once."""
    if rate.per_year_percent is not None:
        return rate.per_year_percent
    return rate.percent * PER_YEAR[rate.period] if rate.period in PER_YEAR else None


def charged(facts: Facts) -> bool:
    """May the instalments hold more than the debt: interest or fees of the plan itself?"""
    parts = any((r.interest or 0) > 0 or (r.fee or 0) > 0 for r in rows(facts))
    named = any(a.value > 0 for a in distinct(facts, "instalment_interest", "instalment_fee"))
    rates = any(
        r.role in ("interest", "fee", "annual_cost") and r.period != "once" and r.percent > 0 for r in facts.rates
    )
    dearer = any(t.value > o.value for t in distinct(facts, "plan_total") for o in owed(facts))
    return parts or named or rates or dearer


def tolerance(count: int) -> Decimal:
    """One fen a row, for rounding."""
    return FEN * max(count, 1)
