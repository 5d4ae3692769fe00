"""Due dates by the calendar: the same day of the month, at the end of a short month its last day."""

import calendar
import itertools
from datetime import date


def on_day(year: int, month: int, day: int) -> date:
    """The day of a month; a day that the month lacks (31, or -1 for the last) is its last day."""
    last = calendar.monthrange(year, month)[1]
    return date(year, month, last if day < 0 else min(day, last))


def add_months(start: date, months: int, day: int | None = None) -> date:
    """``start`` moved by whole months onto ``day`` (its own day unless given)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return on_day(year, month + 1, start.day if day is None else day)


def months_between(first: date, last: date) -> int:
    """Calendar months from one date to the other, days aside."""
    return (last.year - first.year) * 12 + last.month - first.month


def step(dates: list[date]) -> int | None:
    """The even distance in months of rising dates that fall on the same day or at the end of a month, else None."""
    gaps = {months_between(a, b) for a, b in itertools.pairwise(dates)}
    if len(gaps) != 1 or min(gaps) < 1:
        return None
    day = max(d.day for d in dates)
    return gaps.pop() if all(d == on_day(d.year, d.month, day) for d in dates) else None
