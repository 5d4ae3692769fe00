"""Computed checks: the deal recomputed from the paper's own figures."""

from collections.abc import Callable, Sequence
from datetime import date
from types import MappingProxyType

import msgspec

from agreecheck.checks.ability import affordable
from agreecheck.checks.agreement import same_everywhere
from agreecheck.checks.amounts import parts_make_the_whole, waiver, words_and_digits
from agreecheck.checks.book import book
from agreecheck.checks.case import Case, Outcome, together, unknown
from agreecheck.checks.cost import annual_costs
from agreecheck.checks.dates import due_dates, real_dates
from agreecheck.checks.default import default_cost, penalty_base
from agreecheck.checks.each_plan import OF_A_PLAN, each_plan, named, named_cost
from agreecheck.checks.guarantee import guarantee_end
from agreecheck.checks.identity import cards, credit_codes, identity_numbers
from agreecheck.checks.instalments import down_payment, equal_instalments
from agreecheck.checks.late import exposure, late
from agreecheck.checks.limitation import limitation
from agreecheck.checks.limits import ceilings
from agreecheck.checks.moved import due_on_day_off
from agreecheck.checks.notation import conversions, one_notation
from agreecheck.checks.parties import payee
from agreecheck.checks.payments import payments_credited
from agreecheck.checks.prices import prices
from agreecheck.checks.quote import evidence
from agreecheck.checks.rates import overdue_rate, rate_ceiling, stated_rate
from agreecheck.checks.received import received_in_full
from agreecheck.checks.schedule import instalments_add_up, row_count
from agreecheck.checks.signature import signature
from agreecheck.checks.term import stated_term
from agreecheck.checks.warnings import warnings
from agreecheck.model.check import CheckEntry
from agreecheck.model.document import Document
from agreecheck.model.fact import Day, Facts
from agreecheck.model.finding import CheckResult, Computed, Cost
from agreecheck.model.given import Given
from agreecheck.model.law import LawBook
from agreecheck.model.span import Span

__all__ = ["CHECKS", "book", "compute", "exposure", "late", "prices"]

_NOTHING = Given()

CHECKS = MappingProxyType[str, Callable[[Case], Outcome]]({
    "A01": instalments_add_up,
    "A02": parts_make_the_whole,
    "A03": waiver,
    "A04": words_and_digits,
    "A05": equal_instalments,
    "A06": row_count,
    "A07": due_dates,
    "A08": stated_term,
    "A09": same_everywhere,
    "A10": stated_rate,
    "A11": rate_ceiling,
    "A12": received_in_full,
    "A13": overdue_rate,
    "A14": default_cost,
    "A15": conversions,
    "A16": penalty_base,
    "A17": down_payment,
    "A18": affordable,
    "A19": limitation,
    "A20": due_on_day_off,
    "A21": identity_numbers,
    "A22": credit_codes,
    "A23": cards,
    "A24": payee,
    "A26": guarantee_end,
    "A27": one_notation,
    "A28": real_dates,
    "A29": payments_credited,
    "A30": signature,
})  # fmt: skip


def compute(document: Document, facts: Facts, law: LawBook, as_of: date, given: Given = _NOTHING) -> Computed:
    """All checks in the order of their ids, the annual costs (headline first) and the ceilings for this creditor."""
    known = book()
    facts = _signed(facts, given.signed_on)
    case = Case(document=document, facts=facts, law=law, as_of=as_of, cues=known.cues, me=given.me)
    case = msgspec.structs.replace(case, limits=ceilings(case))
    of_plans = (msgspec.structs.replace(case, facts=one) for one in each_plan(facts))
    plans = tuple(msgspec.structs.replace(one, costs=annual_costs(one)) for one in of_plans)
    case = msgspec.structs.replace(case, costs=_dearest_first(plans))
    results = tuple(_result(case, plans, entry) for entry in known.checks if entry.id in CHECKS)
    return Computed(checks=results, costs=case.costs, limits=case.limits, warnings=warnings(case))


def _dearest_first(plans: Sequence[Case]) -> tuple[Cost, ...]:
    """The costs of all plans, headlines first: those of the dearest plan lead."""
    ordered = sorted((case for case in plans if case.costs), key=lambda case: -case.costs[0].effective_percent)
    return tuple(named_cost(case.facts, cost) for case in ordered for cost in case.costs)


def _signed(facts: Facts, day: date | None) -> Facts:
    """The facts with another day of signing, which stands nowhere in the paper."""
    if day is None:
        return facts
    others = tuple(d for d in facts.dates if d.role != "signing")
    signing = Day(value=day, role="signing", span=Span(0, 0), written=day.isoformat())
    return msgspec.structs.replace(facts, dates=(*others, signing))


# What seems to be missing may stand in a part that could not be read.
_NEEDS_ALL_ROWS = ("A01", "A02", "A06", "A17")
_READ_IN_FULL = 97  # per cent of the content; a logo or a seal is less than the rest


def _outcome(case: Case, plans: Sequence[Case], check: str) -> Outcome:
    """What a check finds: for each plan where it is one of a plan, else for the paper."""
    if check not in OF_A_PLAN:
        return CHECKS[check](case)
    found = [named(plan.facts, CHECKS[check](plan)) for plan in plans]
    return found[0] if len(found) == 1 else together(found, found[0].reason)


def _result(case: Case, plans: Sequence[Case], entry: CheckEntry) -> CheckResult:
    outcome = _outcome(case, plans, entry.id)
    if outcome.status == "fail" and entry.id in _NEEDS_ALL_ROWS and case.document.coverage * 100 < _READ_IN_FULL:
        outcome = unknown("part_unreadable", *outcome.inputs, equation=outcome.equation)
    severity = (outcome.severity or entry.severity) if outcome.status == "fail" else "info"
    return CheckResult(
        id=entry.id,
        status=outcome.status,
        severity=severity,
        equation=outcome.equation,
        inputs=outcome.inputs,
        evidence=evidence(case.document, outcome.subject, "subject")
        + evidence(case.document, outcome.against, "against"),
        reason=outcome.reason,
        values=outcome.values,
    )
