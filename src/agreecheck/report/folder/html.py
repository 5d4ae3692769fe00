"""The picture of a folder as one HTML page, for a phone, a screen and paper."""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from agreecheck.messages import Messages
from agreecheck.report.folder.names import report_name
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.rows import Rows
from agreecheck.report.folder.sheets import Sheet, closing, left_over, overview, sheets
from agreecheck.report.folder.wording import Card, Grid, Point, alike, card, findings
from agreecheck.report.html import page

_NARROW = 3  # columns that a phone has room for
_BODY = "\0"


def render(say: Messages, seen: Picture, chosen: str, suffix: str) -> Iterator[str]:
    """The picture as a page, in pieces; with a suffix, each name leads to its report in the same folder."""
    head, end = page(say, say("group.index"), _BODY).split(f"{_BODY}\n")
    yield head
    yield from (f"{piece}\n" for piece in _body(say, seen, chosen, suffix))
    yield end


def _body(say: Messages, seen: Picture, chosen: str, suffix: str) -> Iterator[str]:
    yield f"<h1>{escape(say('group.index'))}</h1>"
    yield f"<p>{escape(say('group.count', n=len(seen.rows), unread=len(seen.unread)))}</p>"
    yield f'<p class="soft">{escape(chosen)}</p>' if chosen else ""
    yield from _files(say, "unread", seen.unread, suffix)
    for point in findings(say, seen):
        yield f'<section>\n<h2>{escape(point.label)}</h2>\n<ul class="card">{_items(point.values)}</ul>\n</section>'
    if points := alike(say, seen):
        yield f"<section>\n<h2>{escape(say('group.alike'))}</h2>\n{_definitions(points)}\n</section>"
    yield from _ledgers(say, seen)
    yield from _files(say, "read", seen.read, suffix)


def _files(say: Messages, key: str, rows: Rows, suffix: str) -> Iterator[str]:
    if rows:
        yield f"<section>\n<h2>{escape(say(f'group.{key}'))}</h2>"
        yield from (_card(card(say, one), suffix) for one in rows)
        yield "</section>"


def _card(one: Card, suffix: str) -> str:
    name = escape(one.file)
    if suffix and not one.failed:
        name = f'<a href="{quote(report_name(one.file, suffix))}">{name}</a>'
    figures = "".join(f"<div><dt>{escape(f.label)}</dt><dd>{_breakable(f.value)}</dd></div>" for f in one.figures)
    return (
        f'<article class="card issue {escape(one.severity)}"><h3>{name}</h3><p>{escape(one.about)}</p>'
        + (f'<dl class="figures">{figures}</dl>' if figures else "")
        + (f"<ul>{_items(one.findings)}</ul>" if one.findings else "")
        + "</article>"
    )


def _breakable(figures: str) -> str:
    """A narrow line ends between two figures, never inside one."""
    return escape(figures).replace("/", "/<wbr>")


def _ledgers(say: Messages, seen: Picture) -> Iterator[str]:
    if not seen.book.ledgers:
        return
    yield f"<section>\n<h2>{escape(say('ledger.title'))}</h2>"
    if many := overview(say, seen.book):
        yield f'{_grid(many.grid)}\n<p class="soft">{escape(many.hint)}</p>'
    yield from (_sheet(say, sheet) for sheet in sheets(say, seen.book))
    if over := left_over(say, seen.book):
        yield _definitions(over)
    yield from (f'<p class="soft">{escape(sentence)}</p>' for sentence in closing(say, seen.book))
    yield "</section>"


def _sheet(say: Messages, sheet: Sheet) -> str:
    parts = [f"<h3>{escape(sheet.title)}</h3>", f'<p class="summary">{escape(sheet.lead)}</p>']
    parts += [_definitions(sheet.points)] if sheet.points else []
    parts += [_grid(grid) for grid in (sheet.debts, sheet.months) if grid.rows]
    if sheet.left_out.rows:
        parts += [f"<h3>{escape(say('ledger.left_out'))}</h3>", _grid(sheet.left_out)]
    return "\n".join(parts)


def _definitions(points: Iterable[Point]) -> str:
    rows = "".join(f"<div><dt>{escape(p.label)}</dt>{_values(p.values)}</div>" for p in points)
    return f'<dl class="card">{rows}</dl>'


def _values(values: Iterable[str]) -> str:
    return "<dd>" + "".join(f"<p>{escape(value)}</p>" for value in values) + "</dd>"


def _grid(grid: Grid) -> str:
    kinds = [_kind(grid, at) for at in range(len(grid.heads))]
    heads = "".join(f"<th{kind}>{escape(head)}</th>" for head, kind in zip(grid.heads, kinds, strict=True))
    rows = "".join(f"<tr>{_cells(grid, row, kinds)}</tr>" for row in grid.rows)
    wide = " wide" if len(grid.heads) > _NARROW else ""
    return f'<div class="card grid{wide}"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cells(grid: Grid, row: tuple[str, ...], kinds: list[str]) -> str:
    """Each cell knows its heading: on a phone it stands beside it."""
    told = zip(row, kinds, grid.heads, strict=True)
    return "".join(f'<td{kind} data-head="{escape(head)}">{escape(cell)}</td>' for cell, kind, head in told)


def _kind(grid: Grid, column: int) -> str:
    return ' class="right"' if column in grid.right else ' class="day"' if column in grid.days else ""


def _items(values: Iterable[str]) -> str:
    return "".join(f"<li>{escape(value)}</li>" for value in values)
