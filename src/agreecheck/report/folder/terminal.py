"""The picture of a folder on a terminal, or as plain text; no line wider than it, but for a name that is."""

from collections.abc import Iterable, Iterator

from agreecheck.messages import Messages
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.sheets import Sheet, closing, left_over, overview, sheets
from agreecheck.report.folder.wording import Card, Grid, Point, alike, card, findings, sections
from agreecheck.report.wording import labelled
from agreecheck.report.wrap import cells, lines

_MONTHS = 24  # months of a ledger that are listed; HTML, XLSX and JSON have all


def render(say: Messages, seen: Picture, chosen: str, width: int) -> Iterator[str]:
    """The picture line by line."""
    return (f"{line}\n" for line in _Writer(say, width).lines(seen, chosen))


class _Writer:
    """Draws one picture, line by line."""

    def __init__(self, say: Messages, width: int) -> None:
        self.say, self.width = say, width

    def lines(self, seen: Picture, chosen: str) -> Iterator[str]:
        say = self.say
        yield from (say("group.index"), say("group.count", n=len(seen.rows), unread=len(seen.unread)))
        yield from self._wrapped(chosen) if chosen else ()
        yield ""
        for title, rows in sections(say, seen):
            yield from (f"— {title} —", "") if seen.unread else ()
            for one in rows:
                yield from self._card(card(say, one))
                yield ""
        if points := alike(say, seen):
            yield from (f"— {say('group.alike')} —", "")
            yield from self._points(points, 0)
            yield ""
        for point in findings(say, seen):
            yield from (f"— {point.label} —", "", *(w for value in point.values for w in self._wrapped(value, 2, 6)))
            yield ""
        yield from self._ledgers(seen)
        yield from self._wrapped(say("end.line"))

    def _card(self, one: Card) -> Iterator[str]:
        yield one.file
        yield from self._wrapped(one.about, 4, 4)
        yield from self._joined([f"{line.label} {line.value}" for line in one.figures], 4)
        for finding in one.findings:
            yield from self._wrapped(f"- {finding}", 4, 6)

    def _ledgers(self, seen: Picture) -> Iterator[str]:
        if not seen.book.ledgers:
            return
        yield from (f"— {self.say('ledger.title')} —", "")
        if many := overview(self.say, seen.book):
            yield from self._entries(many.grid)
            yield from self._wrapped(many.hint)
            yield ""
        for sheet in sheets(self.say, seen.book):
            yield from self._sheet(sheet)
            yield ""
        yield from self._points(left_over(self.say, seen.book), 0)
        for sentence in closing(self.say, seen.book):
            yield from self._wrapped(sentence)
        yield ""

    def _sheet(self, sheet: Sheet) -> Iterator[str]:
        yield from self._wrapped(sheet.title)
        yield from self._wrapped(sheet.lead, 2, 2)
        yield from self._points(sheet.points, 2)
        yield from self._entries(sheet.debts)
        yield from self._months(sheet.months)
        if sheet.left_out.rows:
            values = tuple(labelled(self.say, file, why) for file, why in sheet.left_out.rows)
            yield from self._points([Point(label=self.say("ledger.left_out"), values=values)], 2)

    def _entries(self, grid: Grid) -> Iterator[str]:
        """Each row under its first cell."""
        for name, *rest in grid.rows:
            yield from self._wrapped(labelled(self.say, grid.heads[0], name), 2, 4)
            told = zip(grid.heads[1:], rest, strict=True)
            yield from self._joined([f"{head} {value}" for head, value in told if value], 4)

    def _months(self, grid: Grid) -> Iterator[str]:
        """Columns set to the right, the first to the left."""
        rows = tuple(grid.rows)
        if not rows:
            return
        shown = [grid.heads, *rows[:_MONTHS]]
        widths = [max(cells(row[at]) for row in shown) for at in range(len(grid.heads))]
        for row in shown:
            first, *rest = zip(row, widths, strict=True)
            text = first[0] + " " * (first[1] - cells(first[0]))
            yield "  " + text + "".join(" " * (2 + wide - cells(value)) + value for value, wide in rest)
        if len(rows) > _MONTHS:
            yield "  " + self.say("ledger.later", n=len(rows) - _MONTHS)

    def _points(self, points: Iterable[Point], indent: int) -> Iterator[str]:
        for point in points:
            if len(point.values) == 1:
                yield from self._wrapped(labelled(self.say, point.label, point.values[0]), indent, indent + 2)
                continue
            yield from self._wrapped(labelled(self.say, point.label, "").rstrip(), indent, indent + 2)
            for value in point.values:
                yield from self._wrapped(value, indent + 2, indent + 4)

    def _joined(self, parts: list[str], indent: int) -> Iterator[str]:
        """Parts with dots between, as many in a line as go into it."""
        line = ""
        for part in parts:
            joined = f"{line} · {part}" if line else part
            if line and indent + cells(joined) > self.width:
                yield from self._wrapped(line, indent, indent + 2)
                joined = part
            line = joined
        yield from self._wrapped(line, indent, indent + 2) if line else ()

    def _wrapped(self, text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
        return lines(text, self.width, indent, hanging)
