"""The picture of a folder as an XLSX workbook: dates are dates, sums are numbers, words are words and never formulas.

The same picture gives the same bytes: XlsxWriter dates the parts of its archive 1980, and ours is the creation date.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from agreecheck.errors import UsageError
from agreecheck.messages import Messages
from agreecheck.report.folder.ledger import Ledger
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.sheets import closing, owner, reason
from agreecheck.report.folder.table import HEADS
from agreecheck.report.folder.table import cells as row_cells
from agreecheck.report.folder.wording import Point, alike, findings
from agreecheck.report.wrap import cells as width_of

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

Cell = str | int | Decimal | date

_CREATED = datetime(2000, 1, 1)
_FORMATS: dict[type, str] = {Decimal: "#,##0.00", date: "yyyy-mm-dd", int: "0"}
_WIDEST, _LONGEST = 48, 32_000  # cells of a column; signs that one cell can hold (32,767), with room for a mark
_MEASURED = 500  # rows that say how wide a column is to be
_OPTIONS = {
    "constant_memory": True,  # rows go to files aside as they come
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": _FORMATS[date],
}
_SUMS, _DAYS = ("total", "instalment", "annual_percent", "coverage"), ("next_due",)


def render(say: Messages, seen: Picture, chosen: str) -> bytes:
    """The workbook. Raises UsageError (code no_xlsxwriter) where XlsxWriter is not installed."""
    try:
        from xlsxwriter.workbook import Workbook
    except ImportError as error:
        raise UsageError("XlsxWriter is not installed.", code="no_xlsxwriter") from error
    data = BytesIO()
    with TemporaryDirectory() as aside, Workbook(data, _OPTIONS | {"tmpdir": aside}) as book:
        book.set_properties({"title": say("group.index"), "created": _CREATED})
        draw = _Drawer(book)
        draw.sheet(say("group.title"), [say(f"group.{h}") for h in HEADS], (_row(say, r) for r in _all(seen)))
        _together(say, seen, chosen, draw)
        if seen.book.ledgers:
            _ledgers(say, seen, draw)
    return data.getvalue()


class _Drawer:
    """Writes sheets of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        self.book = book
        self.bold = book.add_format({"bold": True, "bottom": 1})
        self.formats = {kind: book.add_format({"num_format": form}) for kind, form in _FORMATS.items()}
        self.words = book.add_format({"text_wrap": True, "valign": "top"})

    def sheet(self, name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """A sheet with headings that stay in sight and can filter."""
        sheet, coming = self.book.add_worksheet(name), iter(rows)
        first = list(islice(coming, _MEASURED))
        sheet.freeze_panes(1, 1)
        for at, head in enumerate(heads):
            sheet.write_string(0, at, head, self.bold)
            values = [head, *(str(row[at]) for row in first)]
            sheet.set_column(at, at, min(_WIDEST, max(map(width_of, values)) + 2))
        number = 0
        for number, row in enumerate(chain(first, coming), start=1):
            for at, value in enumerate(row):
                self._cell(sheet, number, at, value)
        if number:
            sheet.autofilter(0, 0, number, len(heads) - 1)

    def _cell(self, sheet: Any, row: int, column: int, value: Cell) -> None:
        if isinstance(value, str):
            if value:
                sheet.write_string(row, column, value[:_LONGEST], self.words)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.formats[date])
        else:
            sheet.write_number(row, column, value, self.formats[type(value)])


def _all(seen: Picture) -> Iterator[Row]:
    """What could not be read comes first."""
    return chain(seen.unread, seen.read)


def _row(say: Messages, one: Row) -> list[Cell]:
    return [_typed(name, text) for name, text in zip(HEADS, row_cells(say, one), strict=True)]


def _typed(name: str, text: str) -> Cell:
    """A sum or a date as such, where it is one and no list of several."""
    if name in _SUMS and text and "/" not in text:
        return Decimal(text)
    return date.fromisoformat(text) if name in _DAYS and text else text


def _together(say: Messages, seen: Picture, chosen: str, draw: _Drawer) -> None:
    """What is frequent and what is alike, one thing a row."""
    points: list[Point] = [*findings(say, seen), *alike(say, seen)]
    rows = [(point.label, value) for point in points for value in point.values]
    rows += [(chosen, "")] if chosen else []
    if rows:
        draw.sheet(say("group.together"), [say("group.what"), say("group.findings")], rows)


def _ledgers(say: Messages, seen: Picture, draw: _Drawer) -> None:
    """All ledgers under one another, so that a filter finds one debtor's."""
    ledgers = seen.book.ledgers

    def whose(ledger: Ledger) -> tuple[Cell, Cell]:
        return owner(say, ledger), ledger.currency

    def heads(*keys: str) -> list[str]:
        return [say("group.debtor"), say("group.currency"), *map(say, keys)]

    draw.sheet(
        say("ledger.title"),
        heads("ledger.paper", "group.creditor", "ledger.payments", "ledger.left", "group.next_due", "ledger.last_due"),
        (
            (*whose(one), d.file, d.creditor, d.payments, d.left, d.next_due or "", d.last_due or "")
            for one in ledgers
            for d in one.debts
        ),
    )
    draw.sheet(
        say("ledger.months"),
        heads("ledger.month", "ledger.payments", "ledger.amount"),
        ((*whose(one), m.when, m.payments, m.amount) for one in ledgers for m in one.months),
    )
    draw.sheet(
        say("ledger.collisions"),
        heads("ledger.day", "ledger.payments", "ledger.amount", "group.file"),
        (
            (*whose(one), date.fromisoformat(c.when), c.payments, c.amount, say("group.comma").join(c.files))
            for one in ledgers
            for c in one.collisions
        ),
    )
    left = [(*whose(one), out.file, reason(say, out)) for one in ledgers for out in one.left_out]
    left += [("", "", out.file, reason(say, out)) for out in seen.book.left_out]
    left += [("", "", "", sentence) for sentence in closing(say, seen.book)]
    draw.sheet(say("ledger.left_out"), heads("group.file", "ledger.reason"), left)
