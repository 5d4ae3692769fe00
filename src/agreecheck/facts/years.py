"""The year of a date that is written without one: 今年 and 明年 from the day of the paper, 次年 from the date before,
else the next such day after a known one."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from agreecheck.expressions import compiled

_OPEN = compiled(r"XXXX-(\d\d)(?:-(\d\d))?(?:-XX)?")
_SHIFT = {"year_this": 0, "year_next": 1, "year_after_next": 2, "year_last": -1}


def is_open(value: str) -> bool:
    """Whether a value names a month and lacks its year."""
    return _OPEN.fullmatch(value) is not None


def said(value: str, note: Sequence[str], speaks: date | None, before: str = "") -> str:
    """The value in the year that words name: from the day on which the paper ``speaks``, or (次年) from the value
    ``before`` it; with its last day where the end of a month is meant. Unchanged where that is not known."""
    year = None
    if "year_following" in note:
        year = int(before[:4]) + 1 if before[:4].isdigit() else speaks.year + 1 if speaks else None
    elif speaks:
        year = next((speaks.year + _SHIFT[word] for word in note if word in _SHIFT), None)
    return ended(in_year(value, year), note) if year is not None and is_open(value) else value


def in_year(value: str, year: int) -> str:
    """The value with its year."""
    return f"{year:04}{value[4:]}"


def next_after(value: str, note: Sequence[str], known: date) -> str:
    """The value as the first such day (or month) on or after a known one."""
    match = _OPEN.fullmatch(value)
    if match is None:
        return value
    month, day = int(match[1]), int(match[2] or 31)
    return ended(in_year(value, known.year + ((month, day) < (known.month, known.day))), note)


def ended(value: str, note: Sequence[str]) -> str:
    """A month with its last day where its end is meant."""
    if "month_end" not in note or value.count("-") != 1 or not value[:4].isdigit():
        return value
    return f"{value}-{monthrange(int(value[:4]), int(value[5:7]))[1]:02}"
