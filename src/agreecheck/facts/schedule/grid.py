"""A table as rows of cells, and the values in its cells."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts import years
from agreecheck.facts.reading import Reading
from agreecheck.facts.schedule.columns import in_words, meaning, vocabulary
from agreecheck.model.document import Table
from agreecheck.model.span import Span

_NUMBER = compiled(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_CURRENCY = compiled(r"[¥￥$元圆整]|人民币|RMB|CNY|USD")
_PERIOD = compiled(r"第?[\d一二三四五六七八九十]{1,3}(?:期|笔|次)|[首末尾][期笔次]")
_MONTHS = compiled(
    r"(?P<y>\d{4})[年./-](?P<m>\d{1,2})月?(?:[-~—–－]+|起?至|到)(?:(?P<z>\d{4})[年./-])?(?P<n>\d{1,2})月?(?:[份底末止]|$)"
)
_DATE = compiled(r"(\d{4})(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(?:(\d{1,2})日?)?)?")


class Value(NamedTuple):
    """A cell: its words, where they stand, the date and the only sum that were scanned in it, as in mentions."""

    text: str
    span: Span
    day: str = ""
    sum: str = ""
    note: tuple[str, ...] = ()


class Due(NamedTuple):
    """A date in a cell: None where it does not exist or has no day."""

    value: date | None
    year: int
    month: int
    day: int | None


class Column(NamedTuple):
    index: int  # type: ignore[assignment]  # a tuple's own index is not needed
    meaning: str
    header: str
    factor: int


class Grid(NamedTuple):
    """``rows`` below the header; ``columns`` with what they mean."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    span: Span

    def has(self, *meanings: str) -> bool:
        return all(any(c.meaning == m for c in self.columns) for m in meanings)


def cells(reading: Reading, table: Table, speaks: date | None = None) -> list[list[Value]]:
    """All rows of a table as read, merged cells repeated in each place they cover; dates without a year follow each
    other down a column from the day that the paper ``speaks`` on."""
    height = max((c.row + c.rowspan for c in table.cells), default=0)
    width = max((c.col + c.colspan for c in table.cells), default=0)
    sums = [m for m in reading.mentions if m.kind == "money" and table.span.contains(m.span)]
    days = [m for m in reading.mentions if m.kind == "date" and table.span.contains(m.span)]
    rows = [[Value("", Span(table.span.start, table.span.start))] * width for _ in range(height)]
    for cell in table.cells:
        day = next(((m.value, m.note) for m in days if cell.span.contains(m.span)), ("", ()))
        found = {Decimal(m.value) for m in sums if cell.span.contains(m.span)}
        one = str(found.pop()) if len(found) == 1 else ""
        value = Value(reading.folded[cell.span.start : cell.span.end].strip(), cell.span, day[0], one, day[1])
        for row in range(cell.row, cell.row + cell.rowspan):
            for col in range(cell.col, cell.col + cell.colspan):
                rows[row][col] = value
    for col in range(width):
        _in_years(rows, col, speaks)
    return rows


def _in_years(rows: list[list[Value]], col: int, speaks: date | None) -> None:
    """12月5日, 次年1月5日, 2月5日 down a column, each in its year."""
    known = ""
    for row in rows:
        cell = row[col]
        if not cell.day:
            continue
        value = years.said(cell.day, cell.note, speaks, known)
        before = _full(known) or speaks
        if value == cell.day and before:
            value = years.next_after(value, cell.note, before)
        if value != cell.day:
            row[col] = cell._replace(day=value)
        known = value if value[:4].isdigit() else known


def _full(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value.count("-") == 2 else None
    except ValueError:
        return None


def grid(reading: Reading, table: Table, before: Grid | None = None, speaks: date | None = None) -> Grid:
    """The table with its header understood; ``before`` is the grid it may continue without a header of its own,
    ``speaks`` the day of the paper."""
    rows = _upright(cells(reading, table, speaks), reading.pack)
    depth = _header_depth(rows, reading.pack)
    if not depth and before and rows and len(rows[0]) == len(before.columns):
        return Grid(before.columns, tuple(map(tuple, rows)), table.span)
    width = len(rows[0]) if rows else 0
    caption = reading.folded[max(0, table.span.start - 40) : table.span.start]
    columns = []
    for col in range(width):
        parts = list(dict.fromkeys(rows[row][col].text for row in range(depth) if rows[row][col].text))
        header = " ".join(parts)
        lowest = meaning(parts[-1], reading.pack) if parts else ""
        joined = meaning("".join(parts), reading.pack)
        columns.append(Column(col, lowest or joined, header, _factor(header, caption, reading.pack)))
    body = [r for r in rows[depth:] if not _repeats(r, rows[:depth])]
    return Grid(_settle(columns, body, reading.pack), tuple(map(tuple, body)), table.span)


def _upright(rows: list[list[Value]], pack: str) -> list[list[Value]]:
    """A plan that runs from left to right (期数 | 1 | 2, 还款日 | … | …) turned into one that runs down."""
    if len(rows) < 2 or len(rows[0]) < 3:
        return rows
    named = {meaning(row[0].text, pack): row for row in rows}
    sums = [named[m] for m in ("total", "principal") if m in named]
    periods = all(_PERIOD.fullmatch(cell.text) or is_total((cell,), pack) for cell in rows[0][1:])
    if ("" in named and not (named[""] is rows[0] and periods)) or "due" not in named or not sums:
        return rows
    filled = [(day, paid) for day, paid in zip(named["due"][1:], sums[0][1:], strict=True) if day.text]
    turned = len(filled) > 1 and all(when(day) and money(paid) is not None for day, paid in filled)
    return [list(row) for row in zip(*rows, strict=True)] if turned else rows


def _header_depth(rows: list[list[Value]], pack: str) -> int:
    """How many rows at the top name the columns: those with known words and without any date or sum."""
    depth = 0
    for row in rows[:3]:
        if any(when(cell) or money(cell) is not None for cell in row):
            break
        if not any(meaning(cell.text, pack) for cell in row):
            break
        depth += 1
    return depth


def _repeats(row: list[Value], header: list[list[Value]]) -> bool:
    """Whether a row is the header once more, at the top of a new page."""
    words = [re.sub(r"\s", "", cell.text) for cell in row]
    return any(words == [re.sub(r"\s", "", cell.text) for cell in h] for h in header)


def _factor(header: str, caption: str, pack: str) -> int:
    words = vocabulary(pack).words
    return 10000 if in_words(header, words.ten_thousand) or ("单位" in caption and "万元" in caption) else 1


def _settle(columns: list[Column], body: list[list[Value]], pack: str) -> tuple[Column, ...]:
    """Columns without a known word, and 期限-like ones, by what stands in them."""
    result = []
    for column in columns:
        values = [row[column.index] for row in body if not in_words(row[0].text, vocabulary(pack).words.total)]
        filled = [v for v in values if v.text]
        dates = sum(1 for v in filled if when(v))
        if column.meaning == "due" and not dates and filled:
            column = column._replace(meaning="month" if all(_month_only(v.text) for v in filled) else "")
        elif not column.meaning and filled and all(_PERIOD.fullmatch(v.text) for v in filled):
            column = column._replace(meaning="number")
        elif not column.meaning and filled and dates == len(filled):
            column = column._replace(meaning="due" if not any(c.meaning == "due" for c in columns) else "")
        result.append(column)
    return tuple(result) if any(c.header for c in columns) else _guess(result, body, pack)


def _guess(columns: list[Column], body: list[list[Value]], pack: str) -> tuple[Column, ...]:
    """Without any header: a first column that counts, and sums; where two of them make a third, that is the total."""
    result = list(columns)
    words = vocabulary(pack).words.total
    first = [row[0].text for row in body if not in_words(row[0].text, words)]
    if first and all(re.fullmatch(r"第?[\d一二三四五六七八九十]{1,3}期?", t) for t in first if t):
        result[0] = result[0]._replace(meaning="number")
    sums = [c.index for c in result if not c.meaning and any(money(row[c.index]) is not None for row in body)]
    names = ["total"] if len(sums) != 3 else ["principal", "interest", "total"]
    if len(sums) == 3 and not all(_adds(*(money(row[i]) for i in sums)) for row in body):
        names = ["total"]
    for index, name in zip(sums, names, strict=False):
        result[index] = result[index]._replace(meaning=name)
    return tuple(result)


def _adds(one: Decimal | None, other: Decimal | None, whole: Decimal | None) -> bool:
    return one is not None and other is not None and one + other == whole


def _month_only(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}年?[-./]?\d{1,2}月?", text))


def when(cell: Value) -> Due | None:
    """The date in a cell, None if it holds none; the value is None if the date does not exist."""
    match = _DATE.search(cell.day if cell.day and "X" not in cell.day[:7] else re.sub(r"\s", "", cell.text))
    if not match or not 1900 <= int(match[1]) <= 2199:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    try:
        return Due(date(year, month, day) if day else None, year, month, day)
    except ValueError:
        return Due(None, year, month, day)


def months_told(cell: Value) -> int:
    """How many months lie between the two ends of a range of months (2026年12月—2027年5月: 5), 0 without one."""
    match = _MONTHS.search(re.sub(r"\s", "", cell.text))
    if not match:
        return 0
    first, last = int(match["m"]), int(match["n"])
    years = int(match["z"]) - int(match["y"]) if match["z"] else int(last < first)
    return max(0, 12 * years + last - first)


def money(cell: Value, factor: int = 1) -> Decimal | None:
    """The sum in a cell, None if it holds anything else."""
    bare = _CURRENCY.sub("", re.sub(r"\s", "", cell.text))
    ten_thousand = bare.endswith("万")
    bare = bare.removesuffix("万")
    if not _NUMBER.fullmatch(bare):
        return Decimal(cell.sum) if cell.sum else None
    return Decimal(bare.replace(",", "")) * (10000 if ten_thousand else factor)


def is_total(row: tuple[Value, ...], pack: str) -> bool:
    """Whether a row gives sums of the rows above."""
    words = vocabulary(pack).words.total
    return any(len(cell.text) <= 8 and in_words(cell.text, words) for cell in row[:3])
