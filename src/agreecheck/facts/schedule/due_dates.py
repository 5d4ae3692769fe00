"""Due dates by the calendar: the same day of the month, in a short month its last day; or every so many days."""

import calendar
import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple


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


class Cycle(NamedTuple):
    """How often is paid: every so many ``months``, ``on`` several days of each of them, or every so many ``days`` (on
    ``weekday``, 1 for Monday); ``yearly`` the month and day of a payment each year."""

    months: int = 1
    days: int = 0
    on: tuple[int, ...] = ()
    weekday: int | None = None
    yearly: tuple[int, int] | None = None

    def dates(self, first: date, due_day: int | None = None) -> Iterator[date]:
        """The due dates from the first one on, without end."""
        if self.days:
            wait = (self.weekday - first.isoweekday()) % 7 if self.weekday else 0
            for number in itertools.count():
                yield first + timedelta(days=wait + self.days * number)
        for number in itertools.count():
            month = add_months(first, self.months * number, due_day)
            if len(self.on) < 2:
                yield month
            else:
                days = sorted({on_day(month.year, month.month, day) for day in self.on})
                yield from (day for day in days if day >= first)

    def first(self, last: date, count: int, due_day: int | None = None) -> date | None:
        """The first of so many due dates, of which the last one is known; None where several fall in a month."""
        if len(self.on) > 1:
            return None
        if self.days:
            return last - timedelta(days=self.days * (count - 1))
        return add_months(last, -self.months * (count - 1), due_day)

    def payments(self, first: date, last: date) -> int:
        """How many payments there are from one due date to another."""
        if self.days:
            return (last - first).days // self.days + 1
        if len(self.on) > 1:
            return sum(1 for _ in itertools.takewhile(lambda day: day <= last, self.dates(first)))
        return months_between(first, last) // self.months + 1
