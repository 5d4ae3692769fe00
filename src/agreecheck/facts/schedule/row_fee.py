"""A fee charged once that stands in the first payment of the plan: the row says so by being dearer by just that sum."""

from collections.abc import Sequence

from msgspec.structs import replace

from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.schedule.find import usual
from agreecheck.model.fact import Schedule


def with_fee(schedule: Schedule | None, labelled: Sequence[Labelled]) -> Schedule | None:
    """The schedule, the fee noted in its first row where that row is the usual sum and a fee of the text."""
    each = usual(schedule) if schedule else None
    if schedule is None or each is None:
        return schedule
    first, *others = schedule.instalments
    fees = {one.figure.value for one in labelled if one.role == "fee"}
    plain = first.principal is None and first.interest is None and first.fee is None
    if not plain or first.total is None or first.total - each not in fees:
        return schedule
    return replace(schedule, instalments=(replace(first, fee=first.total - each), *others))
