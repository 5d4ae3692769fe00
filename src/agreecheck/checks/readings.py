"""Other readings of figures that do not meet: what keeps a misread paper from being called wrong."""

from decimal import Decimal

from agreecheck.checks.case import Outcome, amount_input, money, unknown
from agreecheck.checks.plan import distinct, rows
from agreecheck.model.fact import Amount, Facts

# What a sum may be told with or without; a waiver is not among them, as a sum that is too high by it does not grant it.
# The parts of one instalment count once for each row.
_ASIDE = ("fee", "interest", "overdue_interest", "penalty", "down_payment", "paid")
_EACH = ("instalment_fee", "instalment_interest")


def aside(facts: Facts, difference: Decimal, near: Decimal = Decimal(0)) -> tuple[Amount, int] | None:
    """The amount of the paper, and how many times, that is just the difference between a sum and its total."""
    found = [(a, 1) for a in distinct(facts, *_ASIDE)]
    found += [(a, len(rows(facts))) for a in distinct(facts, *_EACH) if rows(facts)]
    return next(((a, n) for a, n in found if a.value and abs(a.value * n - abs(difference)) <= near), None)


def or_else(facts: Facts, sum_: Decimal, target: Decimal, outcome: Outcome, near: Decimal = Decimal(0)) -> Outcome:
    """``outcome``, left open where another amount of the paper explains the difference: both readings are named."""
    known = aside(facts, target - sum_, near) if outcome.status == "fail" else None
    if known is None:
        return outcome
    amount, times = known
    sign = "+" if target > sum_ else "-"
    count = f" × {times}" if times > 1 else ""
    other = f"{money(sum_)} {sign} {money(amount.value)}{count} = {money(target)}"
    return unknown("other_reading", *outcome.inputs, amount_input(amount), equation=f"{outcome.equation}; {other}")
