"""Days off and working days by the dated table of the law data."""

from datetime import date, timedelta

from agreecheck.model.law import LawBook


def day_off(law: LawBook, day: date) -> bool:
    """A weekend or public holiday by the dated table; weekends alone in years without one."""
    table = next((h for h in law.holidays if h.year == day.year), None)
    if table and day in table.worked:
        return False
    return day.weekday() > 4 or public_holiday(law, day)


def public_holiday(law: LawBook, day: date) -> bool:
    """A day of the dated table of holidays, the weekends in it included."""
    return any(r.first <= day <= r.last for h in law.holidays if h.year == day.year for r in h.off)


def working_day(law: LawBook, day: date, count: int) -> date:
    """The ``count``-th working day after a day, which is not counted itself (Civil Code art. 201)."""
    while count > 0:
        day += timedelta(days=1)
        count -= not day_off(law, day)
    return day
