"""The most that a paper lets its charges for default come to: 合计不超过逾期金额的24%, 累计以500元为限."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from agreecheck.checks.case import Case
from agreecheck.checks.default import by_year
from agreecheck.checks.late_base import Delayed, bases, fen
from agreecheck.checks.matter import capped
from agreecheck.checks.quote import evidence, sentence
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Rate
from agreecheck.model.finding import Charge, Evidence
from agreecheck.model.span import Span

_BASES = ("principal", "total", "overdue")
_NEAR = 10  # characters between a cap and what it is a share of
KINDS = ("overdue", "compound", "penalty", "fee", "costs")


class Cap(Frozen):
    """The charges of these ``kinds`` are together at most ``low`` by the easier and ``high`` by the harder reading."""

    kinds: tuple[str, ...]
    low: Decimal
    high: Decimal
    evidence: tuple[Evidence, ...] = ()


def caps(case: Case, delayed: Delayed) -> tuple[Cap, ...]:
    """All caps of the paper in order of place."""
    rates = [r for r in case.facts.rates if r.percent > 0 and capped(case, r.span)]
    found = [(r.span, *sums) for r in rates if (sums := _of_rate(case, r, delayed))]
    sums_told = [m for m in case.facts.mentions if m.kind == "money" and capped(case, m.span)]
    found += [(m.span, Decimal(m.value), Decimal(m.value)) for m in sums_told]
    return tuple(
        Cap(kinds=kinds, low=low, high=high, evidence=evidence(case.document, (span,), "subject"))
        for span, low, high in sorted(found, key=lambda one: one[0].start)
        if (kinds := _kinds(case, span))
    )


def _of_rate(case: Case, rate: Rate, delayed: Delayed) -> tuple[Decimal, Decimal] | None:
    least, most = bases(case, replace(rate, base=rate.base or _base(case, rate)), delayed)
    if rate.period == "once":
        return fen(least * rate.percent / 100), fen(most * rate.percent / 100)
    year = by_year(case, rate)
    share = (year or Decimal(0)) * delayed.days / 36500
    return (fen(least * share), fen(most * share)) if year else None


def _base(case: Case, rate: Rate) -> str:
    """What a cap is a share of, by the words right before it."""
    words = case.document.text[max(0, rate.span.start - _NEAR) : rate.span.start]
    return next((base for base in _BASES if any(word in words for word in case.cues[f"base_{base}"])), "")


def _kinds(case: Case, span: Span) -> tuple[str, ...]:
    """The charges that the sentence names before the figure; none where it speaks of something else."""
    holder = sentence(case.document, span)
    words = case.document.text[holder.start : span.start]
    return tuple(kind for kind in KINDS if any(word in words for word in case.cues.get(f"cap_{kind}", ())))


def within(found: Sequence[Cap], charges: Sequence[Charge], low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The sums of all charges, brought down to every cap."""
    for cap in found:
        those = [c for c in charges if c.kind in cap.kinds]
        rest = [c for c in charges if c.kind not in cap.kinds]
        if sum((c.high for c in those), Decimal(0)) > cap.high:
            high = min(high, cap.high + sum((c.high for c in rest), Decimal(0)))
        low = min(low, max([cap.low, *(c.low for c in rest)]))
    return low, high
