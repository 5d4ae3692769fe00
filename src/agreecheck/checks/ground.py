"""What the price of a finding rests on: the paper's own sums, without those that its checks leave in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import get_args

from agreecheck.checks.case import Case, amount_input, money
from agreecheck.checks.late import late
from agreecheck.checks.matter import capped
from agreecheck.checks.plan import distinct
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Amount, AmountRole, RateRole
from agreecheck.model.finding import CheckResult, Evidence, Input, Late, Verdict
from agreecheck.model.given import Delay
from agreecheck.model.span import Span

DAYS = 30  # a delay that is priced
_SUMS = ("A01", "A02", "A03", "A04", "A05", "A06", "A09", "A17", "A27")
_PLAN = ("A01", "A05", "A06", "A17")
_RECKONED = (*get_args(AmountRole), *get_args(RateRole), "plan_periods")  # facts that may conflict
_CALLS = ("default-accel", "default-notice", "ln-accel")
_SAYS_SO = ("found", "ambiguous", "risky")
_NOTHING_TO_MISS = ("no_stated_total", "interest_in_rows")  # rows that need not make a total


Roles = tuple[str, ...]


class Reckoned(Frozen):
    """A sum, the equation that gives it, and the figures of the paper that it rests on."""

    amount: Decimal
    equation: str
    inputs: tuple[Input, ...] = ()


def stated(found: Amount | None) -> Reckoned | None:
    """A sum as it stands in the paper."""
    return Reckoned(amount=found.value, equation=money(found.value), inputs=(amount_input(found),)) if found else None


@dataclass(frozen=True)
class Ground:
    """One paper as it was judged, for all its findings."""

    case: Case
    checks: Sequence[CheckResult]
    verdicts: Sequence[Verdict]

    def one(self, *roles: str) -> Amount | None:
        """The one amount in the first of these roles that the paper knows; None where it is not sure."""
        known = next((found for role in roles if (found := distinct(self.case.facts, role))), ())
        return known[0] if len(known) == 1 and self.sure(known[0].value) else None

    def sure(self, value: Decimal) -> bool:
        """Whether no failing check and no conflict names this sum."""
        return value not in self._doubted

    @cached_property
    def plan_is_sure(self) -> bool:
        """Whether the rows make what they should, and none is missing."""
        rows = next((c for c in self.checks if c.id == "A01"), None)
        fits = rows is not None and (rows.status == "pass" or rows.reason in _NOTHING_TO_MISS)
        return fits and not any(c.id in _PLAN for c in self._failing)

    @cached_property
    def all_is_sure(self) -> bool:
        """Whether no sum, rate or count of the paper is in doubt."""
        return not self._failing and not any(c.fact in _RECKONED for c in self.case.facts.conflicts)

    @cached_property
    def month_late(self) -> Late | None:
        """The instalment that costs most, paid ``DAYS`` late."""
        case = self.case
        return late(case.document, case.facts, case.law, case.as_of, self.verdicts, Delay(days=DAYS))

    @cached_property
    def may_be_called_in(self) -> bool:
        """Whether the paper speaks of calling in everything."""
        return any(v.item in _CALLS and v.status in _SAYS_SO and v.evidence for v in self.verdicts)

    def limited(self, places: Sequence[Evidence]) -> bool:
        """Whether one of the places names a sum as the most that is due."""
        sums = [m.span for m in self.case.facts.mentions if m.kind == "money"]
        return any(capped(self.case, span) for span in sums if within(places, span))

    @cached_property
    def _failing(self) -> tuple[CheckResult, ...]:
        broken = (c for c in self.checks if c.status == "fail" and c.id in _SUMS)
        return tuple(c for c in broken if c.id != "A09" or any(i.name in _RECKONED for i in c.inputs))

    @cached_property
    def _doubted(self) -> frozenset[Decimal]:
        told = [i.value for check in self._failing for i in check.inputs]
        told += [value for conflict in self.case.facts.conflicts for value in conflict.values]
        return frozenset(value for text in told if (value := _sum(text)) is not None)


def within(places: Sequence[Evidence], span: Span) -> bool:
    """Whether a stretch stands in one of the sentences."""
    return any(place.span.contains(span) for place in places)


def _sum(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
