"""The picture of a folder as Markdown; names and words of the papers make no markup."""

from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import quote

from agreecheck.messages import Messages
from agreecheck.report.folder.names import report_name
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.sheets import closing, left_over, overview, sheets
from agreecheck.report.folder.wording import Grid, Point, alike, amounts, findings
from agreecheck.report.markdown import escape, table_lines

_HEADS = ("file", "type", "creditor", "debtor", "total", "instalment", "next_due", "annual_percent", "result")


def render(say: Messages, seen: Picture, chosen: str, suffix: str) -> Iterator[str]:
    """The picture line by line; with a suffix, each name leads to its report in the same folder."""
    return (f"{line}\n" for line in _lines(say, seen, chosen, suffix))


def _lines(say: Messages, seen: Picture, chosen: str, suffix: str) -> Iterator[str]:
    yield from (f"# {say('group.index')}", "", say("group.count", n=len(seen.rows), unread=len(seen.unread)), "")
    yield from (escape(chosen), "") if chosen else ()
    heads = [say(f"group.{key}") for key in _HEADS]
    yield from table_lines(heads, (_cells(say, one, suffix) for one in chain(seen.unread, seen.read)))
    yield ""
    if points := alike(say, seen):
        yield from (f"## {say('group.alike')}", "", *_points(points))
    for point in findings(say, seen):
        yield from (f"## {point.label}", "", *(f"- {escape(value)}" for value in point.values), "")
    if seen.book.ledgers:
        yield from _ledgers(say, seen)
    yield from ("---", "", say("end.line"))


def _cells(say: Messages, one: Row, suffix: str) -> list[str]:
    name = escape(one.file)
    linked = name if one.failed or not suffix else f"[{name}]({quote(report_name(one.file, suffix))})"
    figures = [amounts(say, written, one.currency) for written in (one.total, one.instalment)]
    percent = one.annual_percent and f"{one.annual_percent}%"
    told = (one.type, one.creditor, one.debtor, *figures, one.next_due, percent, one.result)
    return [linked, *map(escape, told)]


def _ledgers(say: Messages, seen: Picture) -> Iterator[str]:
    yield from (f"## {say('ledger.title')}", "")
    if many := overview(say, seen.book):
        yield from (*_grid(many.grid), escape(many.hint), "")
    for sheet in sheets(say, seen.book):
        yield from (f"### {escape(sheet.title)}", "", escape(sheet.lead), "")
        yield from _points(sheet.points)
        yield from (line for grid in (sheet.debts, sheet.months) if grid.rows for line in _grid(grid))
        if sheet.left_out.rows:
            yield from (f"{say('ledger.left_out')}", "", *_grid(sheet.left_out))
    yield from _points(left_over(say, seen.book))
    for sentence in closing(say, seen.book):
        yield from (sentence, "")


def _points(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        yield f"- {escape(point.label)}"
        yield from (f"  - {escape(value)}" for value in point.values)
    yield ""


def _grid(grid: Grid) -> Iterator[str]:
    yield from table_lines(grid.heads, ([escape(cell) for cell in row] for row in grid.rows))
    yield ""
