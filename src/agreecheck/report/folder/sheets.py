"""The ledgers of a folder in words and in order; every renderer for people draws the same."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.folder.debts import Due, LeftOut
from agreecheck.report.folder.ledger import Book, Ledger, Together
from agreecheck.report.folder.wording import Grid, Point, names
from agreecheck.report.plain import priced
from agreecheck.report.wording import after, labelled

_DAYS = 8  # days that one line of a list may hold; all are in JSON and XLSX
_SHEETS = 5  # ledgers that are shown in full


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


def sheets(say: Messages, book: Book) -> list[Sheet]:
    """The ledgers, where there are few enough to be read one by one."""
    return [] if _many(book) else [_sheet(say, ledger) for ledger in book.ledgers]


def overview(say: Messages, book: Book) -> Overview | None:
    """All ledgers in one table, where there are many."""
    if not _many(book):
        return None
    heads = ("group.debtor", "ledger.paper", "ledger.left", "group.next_due", "ledger.peak", "ledger.collisions")
    grid = Grid(
        heads=tuple(map(say, heads)),
        rows=(_overview_row(say, ledger) for ledger in book.ledgers),
        right=(1, 2),
        days=(3,),
    )
    return Overview(grid=grid, hint=say("ledger.hint"))


def _many(book: Book) -> bool:
    return len(list(islice(book.ledgers, _SHEETS + 1))) > _SHEETS


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


def _money(say: Messages, ledger: Ledger) -> Callable[[Decimal], str]:
    return lambda amount: priced(say, amount, ledger.currency)


def _points(say: Messages, ledger: Ledger) -> Iterable[Point]:
    money = _money(say, ledger)

    def line(one: Together) -> str:
        return say("ledger.month_line", month=one.when, n=one.payments, amount=money(one.amount))

    def due(one: Due) -> str:
        return f"{one.day}  {money(one.amount)}  {one.file}"

    days = [after(say, line(day), names(say, day.files)) for day in ledger.collisions[:_DAYS]]
    more = len(ledger.collisions) - _DAYS
    told = {
        "next": map(due, ledger.next),
        "peak": [line(ledger.peak)] if ledger.peak else [],
        "collisions": [*days, *([say("ledger.more_days", n=more)] if more > 0 else [])],
        "past": [say("ledger.past_line", n=ledger.past_payments, amount=money(ledger.past))]
        if ledger.past_payments
        else [],
        "once": [names(say, (debt.file, *debt.copies)) for debt in ledger.debts if debt.copies],
        "similar": [say("ledger.similar_line", files=names(say, files)) for files in ledger.similar],
        "by_name": [names(say, ledger.by_name)] if ledger.by_name else [],
        "partial": [names(say, ledger.partial)] if ledger.partial else [],
    }
    return (Point(label=say(f"ledger.{key}"), values=tuple(values)) for key, values in told.items())
