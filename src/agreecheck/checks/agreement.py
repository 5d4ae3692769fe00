"""Does the paper give one value for one fact? A09."""

from agreecheck.checks.case import Case, Outcome, together, unknown
from agreecheck.checks.matter import says
from agreecheck.model.fact import Conflict, Facts
from agreecheck.model.finding import Input

NOTATION = "rate_notation"  # A27 speaks of these


def same_everywhere(case: Case) -> Outcome:
    """A09: every mention of a sum, count, rate or day agrees. Words against digits are left to A04."""
    if not (case.facts.amounts or case.facts.dates or case.facts.rates):
        return unknown("no_facts")
    told = [c for c in case.facts.conflicts if c.fact != NOTATION and not _in_words_and_digits(case.facts, c)]
    conflicts = [c for c in told if not _old_and_new(case, c)]
    if not conflicts:
        return Outcome(status="pass", equation="=")
    return together((_conflict(c) for c in conflicts), "several_values")


def _conflict(conflict: Conflict) -> Outcome:
    return Outcome(
        status="fail",
        equation=f"{conflict.fact}: {' ≠ '.join(conflict.values)}",
        inputs=tuple(
            Input(name=conflict.fact, value=v, span=s) for v, s in zip(conflict.values, conflict.spans, strict=False)
        ),
        subject=conflict.spans[:1],
        against=conflict.spans[1:],
        reason="several_values",
        values={"fact": conflict.fact, "stated": conflict.values[0], "other": conflict.values[-1]},
    )


def _old_and_new(case: Case, conflict: Conflict) -> bool:
    """Do all values but one stand where the paper tells of the contract before it?"""
    now = {v for v, s in zip(conflict.values, conflict.spans, strict=False) if not says(case, s, "old_contract")}
    return conflict.fact == "plan_periods" and len(now) == 1


def _in_words_and_digits(facts: Facts, conflict: Conflict) -> bool:
    """Are the two values just the two halves of one amount in words and digits?"""
    return any(
        any(s.overlaps(p.words.span) for s in conflict.spans)
        and all(s.overlaps(p.words.span) or s.overlaps(p.digits.span) for s in conflict.spans)
        for p in facts.pairs
    )
