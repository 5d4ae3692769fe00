"""What a missed instalment may cost by the paper's own figures: charges for delay, and what may fall due at once."""

from decimal import Decimal

from agreecheck.checks.case import bare, money, plain
from agreecheck.checks.plan import FEN, distinct, owed, rows, yearly
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Facts, Rate


class Charge(Frozen):
    """One stated rate on one base: ``overdue`` (the missed instalment) or ``total`` (the whole debt)."""

    base: str
    amount: Decimal
    equation: str


class Late(Frozen):
    """One instalment is missed and paid ``days`` later. ``rest`` is all of the plan from that instalment on;
    ``revived`` the debt before the waiver less what was paid, None where nothing was waived. Money in the plan's
    currency. Both sums are shown because papers are often unclear which of them an acceleration means."""

    number: int
    days: int
    missed: Decimal
    charges: tuple[Charge, ...]
    rest: Decimal
    revived: Decimal | None


def late(facts: Facts, number: int, days: int = 30) -> Late | None:
    """Miss instalment ``number``; None where the plan has no such row or a row has no amount."""
    plan = rows(facts)
    sums = [r.total for r in plan]
    at = next((i for i, r in enumerate(plan) if r.number == number), None)
    if at is None or None in sums:
        return None
    known = [s for s in sums if s is not None]
    paid, rest = sum(known[:at], Decimal(0)), sum(known[at:], Decimal(0))
    debts, waived = distinct(facts, "total_debt"), distinct(facts, "waived")
    whole = owed(facts)[0].value if owed(facts) else rest
    rates = [r for r in facts.rates if r.role in ("overdue", "penalty") and not r.relative and r.percent > 0]
    charges = tuple(_charge(r, known[at], whole, days) for r in rates if yearly(r) is not None)
    return Late(
        number=number,
        days=days,
        missed=known[at],
        charges=charges,
        rest=rest,
        revived=debts[0].value - paid if debts and waived else None,
    )


def _charge(rate: Rate, missed: Decimal, whole: Decimal, days: int) -> Charge:
    """Simple interest by actual days over 365; a daily rate as it stands."""
    base = whole if rate.base == "total" else missed
    by_day = rate.percent if rate.period == "day" else (yearly(rate) or Decimal(0)) / 365
    amount = (base * by_day / 100 * days).quantize(FEN)
    told = plain(rate.percent) if rate.period == "day" else f"{bare(yearly(rate) or Decimal(0))} / 365"
    return Charge(
        base="total" if rate.base == "total" else "overdue",
        amount=amount,
        equation=f"{money(base)} × {told} % × {days} = {money(amount)}",
    )
