"""Papers with several plans: the facts of each plan that holds, as if it were the only one.

The debts of a paper all hold; of alternatives the one that is chosen, else the first.
"""

from msgspec.structs import replace

from agreecheck.checks.case import Outcome
from agreecheck.model.fact import Facts, Schedule
from agreecheck.model.finding import Cost
from agreecheck.model.span import Span

OF_A_PLAN = frozenset(("A01", "A05", "A06", "A07", "A08", "A10", "A11", "A17", "A20"))
"""Checks of a single plan: they are made for each one that holds."""
_WHOLES = ("total_debt", "payable", "plan_total", "principal", "waived", "loan_balance")


def each_plan(facts: Facts) -> tuple[Facts, ...]:
    """The facts with each plan that holds; as they are where the paper tells one plan, or plans without a name."""
    plans = tuple(one for one in (facts.schedule, *facts.more_schedules) if one)
    if len(plans) < 2 or not plans[0].kind:
        return (facts,)
    held = [one for one in plans if one.kind == "debt"] or list(plans[:1])
    return tuple(_alone(facts, one, plans) for one in held)


def named(facts: Facts, outcome: Outcome) -> Outcome:
    """The outcome with the name of the plan it is about."""
    return replace(outcome, equation=_called(facts, outcome.equation)) if outcome.equation else outcome


def named_cost(facts: Facts, cost: Cost) -> Cost:
    """The cost with the name of the plan it is about."""
    return replace(cost, equation=_called(facts, cost.equation))


def _called(facts: Facts, equation: str) -> str:
    name = facts.schedule.name if facts.schedule and facts.schedule.kind else ""
    return f"[{name}] {equation}" if name else equation


def _alone(facts: Facts, plan: Schedule, plans: tuple[Schedule, ...]) -> Facts:
    """Without what the paper says of the other plans; sums of several debts together are no sums of one."""
    others = [span for one in plans if one is not plan for span in one.places]

    def ours(span: Span) -> bool:
        return not any(place.contains(span) for place in others)

    def shared(span: Span) -> bool:
        return not any(place.contains(span) for place in plan.places)

    return replace(
        facts,
        schedule=plan,
        more_schedules=(),
        amounts=tuple(
            a
            for a in facts.amounts
            if ours(a.span) and not (plan.kind == "debt" and a.role in _WHOLES and shared(a.span))
        ),
        dates=tuple(d for d in facts.dates if ours(d.span)),
        terms=tuple(t for t in facts.terms if ours(t.span)),
        due_days=tuple(d for d in facts.due_days if ours(d.span)),
        breakdowns=tuple(b for b in facts.breakdowns if ours(b.span)),
    )
