"""The picture of a folder in words and in order; every renderer for people draws the same."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.folder.debts import Due, LeftOut
from agreecheck.report.folder.ledger import Book, Ledger, Together
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.row import Row
from agreecheck.report.plain import flow
from agreecheck.report.wording import Line, after, labelled

_FILES, _DAYS = 12, 8  # names and days that one line of a list may hold; all are in JSON and XLSX
_SHEETS = 5  # ledgers that are shown in full


class Card(Frozen):
    """One file: what it is, what came of it, its figures, and the findings to begin with."""

    file: str
    about: str
    figures: tuple[Line, ...]
    findings: tuple[str, ...]
    severity: str
    failed: bool


class Point(Frozen):
    """A label and what belongs under it, one thing a line."""

    label: str
    values: tuple[str, ...]


class Grid(Frozen):
    """A small table; the columns counted in ``right`` hold figures, those in ``days`` dates."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


class Overview(Frozen):
    """Many ledgers, one a row, and how to see one in full."""

    grid: Grid
    hint: str


class Sheet(Frozen):
    """One ledger: whose it is, how much is to come, points to note, each paper, each month, what is not counted."""

    title: str
    lead: str
    points: tuple[Point, ...]
    debts: Grid
    months: Grid
    left_out: Grid


def sections(say: Messages, seen: Picture) -> list[tuple[str, tuple[Row, ...]]]:
    """What could not be read comes first."""
    return [(say(f"group.{key}"), rows) for key, rows in (("unread", seen.unread), ("read", seen.read)) if rows]


def card(say: Messages, one: Row) -> Card:
    """A file in a few lines."""
    return Card(
        file=one.file,
        about=" · ".join(part for part in (one.type, flow(one.result)) if part),
        figures=tuple(_figures(say, one)),
        findings=tuple(labelled(say, say.name("severity", f.severity), f.headline) for f in one.worst_findings),
        severity="critical" if one.failed else one.worst or "low",
        failed=one.failed,
    )


def amounts(say: Messages, written: str, currency: str) -> str:
    """``"6600.00/6000.00"`` as people read it: ``6,600.00/6,000.00 元``."""
    return _with_unit(say, "/".join(f"{Decimal(one):,.2f}" for one in written.split("/")), currency) if written else ""


def findings(say: Messages, seen: Picture) -> list[Point]:
    """What is frequent, and what is frequently missing."""
    pairs = (("frequent", seen.frequent), ("missing", seen.missing))
    return [
        Point(label=say(f"group.{key}"), values=tuple(f"{n} × {finding.headline}" for finding, n in counted))
        for key, counted in pairs
        if counted
    ]


def alike(say: Messages, seen: Picture) -> list[Point]:
    """Which papers are the same, or nearly."""
    groups = seen.alike
    points = [
        Point(label=say("group.same"), values=tuple(_names(say, files) for files in groups.same)),
        Point(
            label=say("group.near"),
            values=tuple(after(say, _names(say, near.files), _differ(say, near.differ)) for near in groups.near),
        ),
        *(Point(label=say("group.form", n=len(files)), values=(_names(say, files),)) for files in groups.forms),
    ]
    return [point for point in points if point.values]


def sheets(say: Messages, book: Book) -> list[Sheet]:
    """The ledgers, where there are few enough to be read one by one."""
    return [_sheet(say, ledger) for ledger in book.ledgers] if len(book.ledgers) <= _SHEETS else []


def overview(say: Messages, book: Book) -> Overview | None:
    """All ledgers in one table, where there are many."""
    if len(book.ledgers) <= _SHEETS:
        return None
    heads = ("group.debtor", "ledger.paper", "ledger.left", "group.next_due", "ledger.peak", "ledger.collisions")
    grid = Grid(
        heads=tuple(map(say, heads)),
        rows=tuple(_overview_row(say, ledger) for ledger in book.ledgers),
        right=(1, 2),
        days=(3,),
    )
    return Overview(grid=grid, hint=say("ledger.hint"))


def _overview_row(say: Messages, ledger: Ledger) -> tuple[str, ...]:
    money, peak = _money(say, ledger), ledger.peak
    return (
        owner(say, ledger),
        str(len(ledger.debts)),
        say("ledger.left_line", n=ledger.payments, amount=money(ledger.left)),
        str(ledger.next[0].day) if ledger.next else "",
        f"{peak.when} {money(peak.amount)}" if peak else "",
        say("ledger.days", n=len(ledger.collisions)) if ledger.collisions else "",
    )


def left_over(say: Messages, book: Book) -> list[Point]:
    """What stands in no ledger."""
    values = tuple(labelled(say, left.file, reason(say, left)) for left in book.left_out)
    return [Point(label=say("ledger.outside"), values=values)] if values else []


def closing(say: Messages, book: Book) -> list[str]:
    """What is to be said under all ledgers."""
    if not book.ledgers:
        return []
    return [*([say("ledger.single", n=book.single)] if book.single else []), say("ledger.caution")]


def owner(say: Messages, ledger: Ledger) -> str:
    """Whose ledger it is."""
    return say("group.tail", name=ledger.debtor, tail=ledger.tail) if ledger.tail else ledger.debtor


def reason(say: Messages, left: LeftOut) -> str:
    """Why something is not counted."""
    return say(f"left_out.{left.reason}", n=left.count)


def _figures(say: Messages, one: Row) -> Iterable[Line]:
    told = {
        "creditor": one.creditor,
        "debtor": one.debtor,
        "total": amounts(say, one.total, one.currency),
        "instalment": amounts(say, one.instalment, one.currency),
        "next_due": one.next_due,
        "annual_percent": one.annual_percent and f"{one.annual_percent}%",
    }
    return (Line(label=say(f"group.{key}"), value=value) for key, value in told.items() if value)


def _sheet(say: Messages, ledger: Ledger) -> Sheet:
    money = _money(say, ledger)
    lead = say("ledger.lead", papers=len(ledger.debts), day=ledger.as_of, n=ledger.payments, amount=money(ledger.left))
    return Sheet(
        title=owner(say, ledger),
        lead=lead if ledger.debts else say("ledger.nothing"),
        points=tuple(point for point in _points(say, ledger) if point.values),
        debts=Grid(
            heads=tuple(
                say(key)
                for key in ("ledger.paper", "group.creditor", "ledger.left", "group.next_due", "ledger.last_due")
            ),
            rows=tuple(
                (
                    debt.file,
                    debt.creditor,
                    say("ledger.left_line", n=debt.payments, amount=money(debt.left)),
                    str(debt.next_due or ""),
                    str(debt.last_due or ""),
                )
                for debt in ledger.debts
            ),
            right=(2,),
            days=(3, 4),
        ),
        months=Grid(
            heads=tuple(say(f"ledger.{key}") for key in ("month", "payments", "amount")),
            rows=tuple((m.when, str(m.payments), money(m.amount)) for m in ledger.months),
            right=(1, 2),
            days=(0,),
        ),
        left_out=Grid(
            heads=(say("group.file"), say("ledger.reason")),
            rows=tuple((left.file, reason(say, left)) for left in ledger.left_out),
        ),
    )


def _points(say: Messages, ledger: Ledger) -> Iterable[Point]:
    money = _money(say, ledger)

    def line(one: Together) -> str:
        return say("ledger.month_line", month=one.when, n=one.payments, amount=money(one.amount))

    def due(one: Due) -> str:
        return f"{one.day}  {money(one.amount)}  {one.file}"

    days = [after(say, line(day), _names(say, day.files)) for day in ledger.collisions[:_DAYS]]
    more = len(ledger.collisions) - _DAYS
    told = {
        "next": map(due, ledger.next),
        "peak": [line(ledger.peak)] if ledger.peak else [],
        "collisions": [*days, *([say("ledger.more_days", n=more)] if more > 0 else [])],
        "past": [say("ledger.past_line", n=ledger.past_payments, amount=money(ledger.past))]
        if ledger.past_payments
        else [],
        "once": [_names(say, (debt.file, *debt.copies)) for debt in ledger.debts if debt.copies],
        "similar": [say("ledger.similar_line", files=_names(say, files)) for files in ledger.similar],
        "by_name": [_names(say, ledger.by_name)] if ledger.by_name else [],
        "partial": [_names(say, ledger.partial)] if ledger.partial else [],
    }
    return (Point(label=say(f"ledger.{key}"), values=tuple(values)) for key, values in told.items())


def _money(say: Messages, ledger: Ledger) -> Callable[[Decimal], str]:
    return lambda amount: _with_unit(say, f"{amount:,.2f}", ledger.currency)


def _with_unit(say: Messages, amount: str, currency: str) -> str:
    key = f"currency.{currency}" if say.get(f"currency.{currency}") else "currency.other"
    return say(key, amount=amount, code=currency)


def _differ(say: Messages, columns: Sequence[str]) -> str:
    return say("group.differ", columns=say("group.comma").join(say(f"group.{c}") for c in columns)) if columns else ""


def _names(say: Messages, files: Sequence[str]) -> str:
    shown = say("group.comma").join(files[:_FILES])
    return shown if len(files) <= _FILES else after(say, shown, say("group.more", n=len(files)))
