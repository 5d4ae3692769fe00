"""Due dates that a table leaves to the text: rows told together (第1期至第59期 | 每月8日) before a row with a date, or
rows without any date at all."""

from collections.abc import Sequence

from msgspec.structs import replace

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.schedule.due_dates import add_months, step
from agreecheck.facts.schedule.prose import start
from agreecheck.model.fact import DueDay, Instalment, Schedule


def with_dates(
    schedule: Schedule | None, marked: Sequence[Marked], due_days: Sequence[DueDay], months: int, flow: Flow
) -> Schedule | None:
    """The schedule with the dates of its first rows: counted back from the first date in it, else on from the first
    due date of the text. ``months`` lie between two payments. Rows with a date stay."""
    if schedule is None or not schedule.instalments or schedule.instalments[0].due:
        return schedule
    rows = schedule.instalments
    if not _together(schedule) and any(row.due or not row.derived for row in rows):
        return schedule
    day = due_days[0].day if due_days else None
    anchor = next((n for n, row in enumerate(rows) if row.due), None)
    if anchor is not None:
        known, at = rows[anchor].due, anchor
    else:
        known, at = start(marked, day, flow), 0
    if known is None:
        return schedule
    filled = tuple(
        row if row.due else replace(row, due=add_months(known, months * (n - at), day), derived=True)
        for n, row in enumerate(rows[:anchor])
    )
    whole: tuple[Instalment, ...] = (*filled, *rows[len(filled) :])
    return replace(schedule, instalments=whole, step_months=step([row.due for row in whole if row.due]))


def _together(schedule: Schedule) -> bool:
    """Whether the first rows of the schedule stand in one row of the table."""
    first, *others = schedule.instalments
    return bool(others) and first.span is not None and others[0].span == first.span
