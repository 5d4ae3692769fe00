"""Clauses that contradict: what one of them says, another undoes. Both are quoted."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from msgspec.structs import replace

from agreecheck.model.finding import Evidence, Status
from agreecheck.model.rule import Rule
from agreecheck.rules.evidence import of_match
from agreecheck.rules.ground import Ground
from agreecheck.rules.notation import parse, referred
from agreecheck.rules.phrase import holds, matches

Said = tuple[Status, tuple[Evidence, ...]]  # what a rule says, and where it reads it


def contrary(rule: Rule, ground: Ground, judged: Callable[[Rule], Said | None]) -> Said | None:
    """Risky where a side is risky in itself, else ambiguous, and the two places in the order of the rule's sides.

    None where a side is missing, or where both stand in one sentence: that is one clause with its exception. A
    requirement that is only touched asserts nothing.
    """
    ones = list(_side(rule.when, rule, ground, judged))
    others = list(_side(rule.against, rule, ground, judged))
    for (first, one), (second, other) in product(ones, others):
        if not one.span.overlaps(other.span):
            worst: Status = "risky" if "risky" in (first, second) else "ambiguous"
            return worst, (one, replace(other, role="against"))
    return None


def _side(
    entries: Iterable[str], rule: Rule, ground: Ground, judged: Callable[[Rule], Said | None]
) -> Iterator[tuple[Status, Evidence]]:
    for written in entries:
        code = referred(written)
        if code is None:
            for match in matches(parse(written), ground, rule.scope):
                if not any(holds(parse(bar), ground, match.span, rule.scope) for bar in rule.unless):
                    yield "found", of_match(match, ground)
        elif code in ground.rules:
            other = ground.rules[code]
            status, evidence = judged(other) or ("absent", ())
            if status == "found" or (other.kind == "present" and status in ("ambiguous", "risky")):
                yield from ((status, one) for one in evidence)
