"""Whole months between days, by the calendar: the 31st has its counterpart on the last day of a shorter month."""

from calendar import monthrange
from datetime import date
from itertools import pairwise


def add_months(day: date, months: int) -> date:
    """The corresponding day ``months`` later, or that month's last day where there is none (Civil Code art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_index(day: date) -> int:
    """Months since year 0, the day left aside."""
    return day.year * 12 + day.month - 1


def months_between(start: date, end: date) -> int | None:
    """Whole months from start to end; None where end is no corresponding day."""
    months = month_index(end) - month_index(start)
    return months if add_months(start, months) == end else None


def is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def grid_step(days: tuple[date, ...]) -> int | None:
    """The number of months by which all days follow each other on one day of the month; None where they do not.

    29, 30, 31 and the last day of a shorter month are one due day.
    """
    if len(days) < 2:
        return None
    step = month_index(days[1]) - month_index(days[0])
    anchor = max(days, key=lambda d: d.day).day
    for first, second in pairwise(days):
        if month_index(second) - month_index(first) != step:
            return None
    on_anchor = all(d.day == anchor or (is_month_end(d) and d.day < anchor) for d in days)
    return step if step > 0 and on_anchor else None
