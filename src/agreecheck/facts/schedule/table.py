"""The plan out of its table: columns by their headers, one row an instalment, a row of sums apart."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.facts.schedule.columns import in_words, vocabulary
from agreecheck.facts.schedule.due_dates import add_months, months_between, on_day, step
from agreecheck.facts.schedule.grid import Column, Grid, Value, is_total, money, months_told, when
from agreecheck.model.fact import Amount, Instalment, Schedule
from agreecheck.model.span import Span
from agreecheck.text import numerals

_NUMBER = compiled(r"第?([\d一二三四五六七八九十百]{1,4})(?:期|笔|次|个月|号)?[.、]?")
_RANGE = compiled(
    r"第?([\d一二三四五六七八九十]{1,4})期?(?:至|到|-|~|—|–)第?([\d一二三四五六七八九十]{1,4})(?:期|笔|次)?"
)
_FIRST = compiled(r"首[期笔次]|first", re.IGNORECASE)
_FINAL = compiled(r"[末尾][期笔次]|最后.?[期笔次]|final|last", re.IGNORECASE)
_SUMS = ("principal", "interest", "fee", "total")


class Row(NamedTuple):
    """A row as read; ``last`` the end of a range of periods, ``month`` a due date without its day, ``more`` how many
    further months it holds for."""

    first: int | None
    last: int | None
    due: date | None
    month: tuple[int, int] | None
    impossible: bool
    sums: dict[str, Decimal]
    span: Span
    more: int = 0


def is_plan(grid: Grid) -> bool:
    """Whether a table lists payments to come: due dates (or numbered periods) with a sum, and no other debts."""
    meanings = {c.meaning for c in grid.columns}
    if not meanings & {*_SUMS} or meanings & {"loan", "item", "loan_date", "overdue", "waived"}:
        return False
    if "due" in meanings:
        dated = any(when(row[c.index]) for row in grid.rows for c in grid.columns if c.meaning == "due")
        return dated or _ranges(grid)
    numbers = [_numbers(row[c.index].text) for c in grid.columns if c.meaning == "number" for row in grid.rows]
    counted = [n for n in numbers if n]
    return ("month" in meanings or len(counted) >= 2) and bool(counted) and counted[0][0] in (0, 1)


def _ranges(grid: Grid) -> bool:
    """第1期至第59期 | 每月8日: periods from the first on, told together."""
    numbers = [
        n for row in grid.rows for c in grid.columns if c.meaning == "number" if (n := _numbers(row[c.index].text))
    ]
    return bool(numbers) and numbers[0][0] == 1 and any(last > first for first, last in numbers)


def from_tables(grids: Sequence[Grid], pack: str, currency: str, due_day: int | None) -> tuple[Schedule, ...]:
    """The schedules in the tables that are plans, each with the tables that continue it."""
    found = (_schedule(group, pack, currency, due_day) for group in _groups([g for g in grids if is_plan(g)]))
    whole: list[Schedule] = []
    for schedule in found:
        beside = _beside(whole[-1], schedule) if whole and schedule else None
        if beside:
            whole[-1] = beside
        elif schedule:
            whole.append(schedule)
    return tuple(whole)


def _beside(one: Schedule, other: Schedule) -> Schedule | None:
    """The two as one plan, where one has the principal and the other the interest or fee of the same payments."""
    rows = [(a, b) for a, b in zip(one.instalments, other.instalments, strict=False) if a.due == b.due and a.due]
    if not len(rows) == len(one.instalments) == len(other.instalments):
        return None
    if not all(_part_alone(a, "principal") and (_part_alone(b, "interest") or _part_alone(b, "fee")) for a, b in rows):
        return None
    joined = tuple(
        replace(a, interest=b.interest, fee=b.fee, total=a.total + b.total)
        for a, b in rows
        if a.total is not None and b.total is not None
    )
    return replace(one, instalments=joined, span=Span(one.span.start, other.span.end), stated_total=None)


def _part_alone(row: Instalment, part: str) -> bool:
    """Whether a row tells nothing but this part of its payment."""
    told = {name: getattr(row, name) for name in ("principal", "interest", "fee")}
    return row.total is not None and told.pop(part) == row.total and not any(told.values())


def _schedule(plans: Sequence[Grid], pack: str, currency: str, due_day: int | None) -> Schedule | None:
    rows: list[Row] = []
    stated: Amount | None = None
    for grid in plans:
        for panel in _panels(grid):
            more, total = _rows(grid, panel, pack, currency)
            rows += more
            stated = total or stated
    instalments = _instalments(rows, due_day)
    if not instalments:
        return None
    dates = [i.due for i in instalments if i.due]
    return Schedule(
        origin="table",
        instalments=tuple(instalments),
        span=Span(plans[0].span.start, max(g.span.end for g in plans)),
        currency=currency,
        stated_total=stated,
        step_months=step(dates),
    )


def _groups(plans: Sequence[Grid]) -> list[list[Grid]]:
    """Tables that belong together: those with the same columns whose numbers, or dates, go on."""
    result: list[list[Grid]] = []
    for grid in plans:
        if result and _goes_on(result[-1][-1], grid):
            result[-1].append(grid)
        else:
            result.append([grid])
    return result


def _goes_on(before: Grid, after: Grid) -> bool:
    """Whether a table continues another: its numbers are higher, or its dates come after all of the other's."""
    if [c.meaning for c in before.columns] != [c.meaning for c in after.columns]:
        return False
    one, other = _ends(before), _ends(after)
    return other.number > one.last_number > 0 or bool(one.last_month and other.month > one.last_month)


class _Ends(NamedTuple):
    """The first and last number of a table (0 without) and the first and last month."""

    number: int
    last_number: int
    month: str
    last_month: str


def _ends(grid: Grid) -> _Ends:
    numbers = [
        n for row in grid.rows for c in grid.columns if c.meaning == "number" if (n := _numbers(row[c.index].text))
    ]
    dates = [d for row in grid.rows for c in grid.columns if c.meaning == "due" if (d := when(row[c.index]))]
    months = [f"{d.year:04}{d.month:02}" for d in dates] or [""]
    return _Ends(numbers[0][0] if numbers else 0, numbers[-1][1] if numbers else 0, months[0], max(months))


def _panels(grid: Grid) -> list[list[Column]]:
    """Tables printed side by side (期数 还款日 金额 | 期数 还款日 金额) fall apart where a meaning comes again."""
    starts = [c for c in grid.columns if c.meaning == grid.columns[0].meaning and c.meaning in ("number", "due")]
    if len(starts) < 2:
        return [list(grid.columns)]
    edges = [c.index for c in starts] + [len(grid.columns)]
    return [list(grid.columns[a:b]) for a, b in itertools.pairwise(edges)]


def _balances(panel: Sequence[Column], pack: str) -> dict[int, str]:
    """Meaning by column index; what remains after a payment is the balance, whatever it is a balance of."""
    words = vocabulary(pack).words
    result: dict[int, str] = {}
    for column in panel:
        meaning = "balance" if in_words(column.header, words.remaining) else column.meaning
        if meaning in ("penalty", "month"):
            meaning = "fee" if meaning == "penalty" else "due"
        result[column.index] = meaning
    if "total" not in result.values() and "payable" in result.values():
        result = {k: "total" if v == "payable" else v for k, v in result.items()}
    return result


def _unnamed_principal(grid: Grid, meanings: dict[int, str], factor: dict[int, int]) -> dict[int, str]:
    """方案款 | 维护费 | 当月实付: the one unknown column that makes up the total of every row is the principal."""
    unknown = [i for i, m in meanings.items() if not m]
    named = {m for m in meanings.values() if m in _SUMS}
    if len(unknown) != 1 or "total" not in named or "principal" in named or len(named) < 2:
        return {}
    known = [(i, 1 if m == "total" else -1) for i, m in meanings.items() if m in named]
    rows = [
        (money(cells[unknown[0]], factor[unknown[0]]), [(money(cells[i], factor[i]), sign) for i, sign in known])
        for cells in grid.rows
    ]
    full = [(own, others) for own, others in rows if own is not None and all(v is not None for v, _ in others)]
    fits = all(sum((v * sign for v, sign in others if v is not None), Decimal(0)) == own for own, others in full)
    return {unknown[0]: "principal"} if len(full) > 1 and fits else {}


def _rows(grid: Grid, panel: Sequence[Column], pack: str, currency: str) -> tuple[list[Row], Amount | None]:
    meanings = _balances(panel, pack)
    factor, header = {c.index: c.factor for c in panel}, {c.index: c.header for c in panel}
    meanings |= _unnamed_principal(grid, meanings, factor)
    each = any(m in _SUMS and in_words(header[i], vocabulary(pack).words.each) for i, m in meanings.items())
    rows, stated = [], None
    for cells in grid.rows:
        sums: dict[str, Decimal] = {}
        for index, meaning in meanings.items():
            value = money(cells[index], factor[index])
            if meaning in (*_SUMS, "balance") and value is not None:
                # two columns of one meaning: fees of several kinds add up, of two totals the last one is the sum
                sums[meaning] = sums.get(meaning, Decimal(0)) + value if meaning == "fee" else value
        day = next((d for i, m in meanings.items() if m == "due" if (d := when(cells[i]))), None)
        if day is None and is_total(cells, pack):
            stated = stated or _stated(cells, meanings, factor, currency)
            continue
        number = next((n for i, m in meanings.items() if m == "number" if (n := _numbers(cells[i].text))), None)
        if not sums or (number is None and day is None):
            continue
        own = [cells[i].span for i in meanings if cells[i].text]
        rows.append(
            Row(
                first=number[0] if number else None,
                last=number[1] if number else None,
                due=day.value if day else None,
                month=(day.year, day.month) if day and day.day is None else None,
                impossible=bool(day and day.day and not day.value),
                sums=sums,
                span=Span(min(s.start for s in own), max(s.end for s in own)),
                more=max((months_told(cells[i]) for i, m in meanings.items() if m == "due"), default=0) if each else 0,
            )
        )
    return rows, stated


def _stated(cells: Sequence[Value], meanings: dict[int, str], factor: dict[int, int], currency: str) -> Amount | None:
    """The sum in the row of sums: of the column of totals, else of the only sum there is."""
    found = {m: (i, v) for i, m in meanings.items() if m in _SUMS and (v := money(cells[i], factor[i])) is not None}
    if not found:  # the sum may stand in a merged cell
        loose = [(i, v) for i in meanings if (v := money(cells[i], factor[i])) is not None]
        found = {"total": loose[-1]} if loose else {}
    if not found:
        return None
    index, value = found.get("total") or list(found.values())[-1]
    if "total" not in found and len(found) > 1:
        return None
    return Amount(value=value, currency=currency, role="plan_total", span=cells[index].span)


def _numbers(text: str) -> tuple[int, int] | None:
    """The period or range of periods in a cell."""
    bare = re.sub(r"\s", "", text)
    match = _RANGE.fullmatch(bare)
    if match:
        first, last = numerals.parse(match[1]), numerals.parse(match[2])
        return (int(first), int(last)) if first and last and first < last else None
    match = _NUMBER.fullmatch(bare)
    value = numerals.parse(match[1]) if match else None
    if value is not None:
        return (int(value), int(value))
    return (1, 1) if _FIRST.match(bare) else (-1, -1) if _FINAL.match(bare) else None


def _total(sums: dict[str, Decimal]) -> Decimal | None:
    if "total" in sums:
        return sums["total"]
    parts = [sums[p] for p in ("principal", "interest", "fee") if p in sums]
    return sum(parts, Decimal(0)) if parts else None


def _instalments(rows: Sequence[Row], due_day: int | None) -> list[Instalment]:
    """One object a period: ranges expanded, dates that only name the month completed, numbers as written."""
    result: list[Instalment] = []
    for row in rows:
        first = row.first if row.first is not None and row.first >= 0 else len(result) + 1
        last = row.last if row.last is not None and row.last > first else first + row.more
        for number in range(first, last + 1):
            due, derived = _due(row, number - first, result, due_day)
            result.append(
                Instalment(
                    number=number,
                    due=due,
                    total=_total(row.sums),
                    principal=row.sums.get("principal"),
                    interest=row.sums.get("interest"),
                    fee=row.sums.get("fee"),
                    balance=row.sums.get("balance"),
                    span=row.span,
                    derived=derived or last > first,
                )
            )
    return result


def _due(row: Row, offset: int, before: Sequence[Instalment], due_day: int | None) -> tuple[date | None, bool]:
    """The due date of the row's period at ``offset``, and whether it had to be worked out."""
    if row.impossible:
        return None, False
    if row.due:
        return (row.due, False) if offset == 0 else (add_months(row.due, offset), True)
    if row.month and due_day:
        return add_months(on_day(*row.month, due_day), offset, due_day), True
    known = [i.due for i in before if i.due]
    if not known:
        return None, True
    gap = months_between(known[-2], known[-1]) if len(known) > 1 else 1
    return add_months(known[-1], gap or 1, due_day), True
