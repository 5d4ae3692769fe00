"""One delay, and the sums that a rate on default may be charged on: by the easier and the harder reading."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from agreecheck.checks.case import Case
from agreecheck.checks.late_sums import Sums
from agreecheck.checks.matter import says
from agreecheck.checks.plan import FEN
from agreecheck.checks.quote import sentence
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Rate
from agreecheck.model.mention import Mention

_NEAR = 14  # characters between a rate and the sum it is on


class Delayed(Frozen):
    """One delay: its sums and days, those that are free by the easier reading, and whether all has fallen due."""

    plan: Sums
    days: int
    free: int
    called: bool


def bases(case: Case, rate: Rate, delayed: Delayed) -> tuple[Decimal, Decimal]:
    """The least and the greatest sum that the rate may be charged on."""
    plan = delayed.plan
    late = plan.rest if delayed.called else plan.missed
    if rate.base == "overdue":
        return plan.missed, late
    if rate.base == "principal":
        return min(plan.principal, plan.missed), max(plan.rest_principal, plan.principal)
    named = _named(case, rate)
    if named is not None:
        return named, named
    if rate.base == "total":
        if _still_owed(case, rate):
            return plan.rest, plan.rest + (plan.waived or 0)
        return min(plan.debts), max(plan.debts)
    return plan.missed, max(*plan.debts, late)


def _still_owed(case: Case, rate: Rate) -> bool:
    """Is the whole that the rate is on called what is not yet paid?"""
    words = case.document.text[max(0, rate.span.start - _NEAR) : rate.span.start]
    return any(word in words for word in case.cues["still_owed"])


def _named(case: Case, rate: Rate) -> Decimal | None:
    """The sum that is named right before the rate: 以90,024.65元为基数，按每日万分之六."""
    holder = sentence(case.document, rate.span)
    before = [m for m in case.facts.mentions if m.kind == "money" and m.span.end <= rate.span.start]
    last = max(before, key=lambda m: m.span.end, default=None)
    near = last is not None and holder.contains(last.span) and rate.span.start - last.span.end <= _NEAR
    return Decimal(last.value) if last is not None and near else None


def back(case: Case, rate: Rate, plan: Sums) -> int:
    """Days before the due date for which interest comes back, where the clause says from when."""
    if plan.due is None or not says(case, rate.span, "back_then"):
        return 0
    holder = sentence(case.document, rate.span)
    days = [d.value for d in case.facts.dates if d.value and holder.contains(d.span)]
    days += [date.fromisoformat(m.value) for m in case.facts.mentions if _is_day(m) and holder.contains(m.span)]
    return max(((plan.due - day).days for day in days if day < plan.due), default=0)


def _is_day(mention: Mention) -> bool:
    return (
        mention.kind == "date" and mention.valid is not False and "X" not in mention.value and len(mention.value) == 10
    )


def fen(value: Decimal) -> Decimal:
    return value.quantize(FEN, rounding=ROUND_HALF_UP)
