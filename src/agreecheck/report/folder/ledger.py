"""All that one borrower owes by the papers of a folder: what falls due in which month, on which day, what comes next.

Only rows of a plan with a date and a sum are counted, each debt once; what is left out is told with its reason.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from agreecheck.model.base import Frozen
from agreecheck.report.folder.debts import NO_DEBT, Due, LeftOut, Paper, papers_of
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.same import Files, Near, by_content

_NEXT = 5
_NOBODY = ("", "")

Person = tuple[str, str]


class Debt(Frozen):
    """One paper in the ledger: what is still to fall due by its plan, from the ledger's day on. ``copies`` are other
    files that tell of the same debt."""

    file: str
    creditor: str
    payments: int
    left: Decimal
    next_due: date | None
    last_due: date | None
    copies: Files = ()


class Together(Frozen):
    """What falls due in one month (``when`` is YYYY-MM), or on one day by more than one paper (YYYY-MM-DD)."""

    when: str
    payments: int
    amount: Decimal
    files: Files = ()


class Ledger(Frozen):
    """The debts of one borrower in one currency, as of a day. ``past`` fell due before; whether it was paid is not in
    the papers. ``by_name``: papers that name no identity number and were taken for his by the name alone; ``partial``:
    papers not read in full; ``similar``: counted papers in nearly the same words, perhaps versions of one."""

    debtor: str
    tail: str
    currency: str
    as_of: date
    debts: tuple[Debt, ...]
    months: tuple[Together, ...]
    peak: Together | None
    collisions: tuple[Together, ...]
    next: tuple[Due, ...]
    left: Decimal
    payments: int
    past: Decimal
    past_payments: int
    left_out: tuple[LeftOut, ...] = ()
    by_name: Files = ()
    partial: Files = ()
    similar: tuple[Files, ...] = ()


class Entry(Frozen):
    """One payment in the list of all borrowers' payments."""

    debtor: str
    tail: str
    currency: str
    due: Due


class Book(Frozen):
    """The ledgers of all borrowers with more than one paper, or of the only one; ``single``: borrowers whose one paper
    is its own ledger; ``left_out``: papers that belong to no known borrower or ask for nothing."""

    ledgers: tuple[Ledger, ...] = ()
    single: int = 0
    left_out: tuple[LeftOut, ...] = ()


def book(rows: Sequence[Row], near: Sequence[Near] = ()) -> Book:
    """All ledgers, in the order of the files; none where no borrower is known. ``near`` says which papers are alike."""
    owned = _owned(rows)
    nobody = owned.pop(_NOBODY, [])
    several = {person: own for person, own in owned.items() if len(by_content(own)) > 1 or len(owned) == 1}
    similar = {file: group.files for group in near for file in group.files}
    if not several:
        return Book(single=len(owned))
    return Book(
        ledgers=tuple(ledger for own in several.values() for ledger in _ledgers(own, similar)),
        single=len(owned) - len(several),
        left_out=tuple(LeftOut(file=one.file, reason=_no_debtor(one)) for one in nobody),
    )


def payments(rows: Sequence[Row]) -> Iterator[Entry]:
    """Every payment that ledgers count, of all borrowers, whether past or to come; each borrower's by day."""
    owned = _owned(rows)
    owned.pop(_NOBODY, None)
    for own in owned.values():
        known = _best_known(own)
        entries = [
            Entry(debtor=known.debtor, tail=known.trace.tail, currency=paper.first.currency, due=due)
            for paper in papers_of(own)
            if not paper.why_not()
            for due in paper.dues
        ]
        yield from sorted(entries, key=lambda one: (one.due.day, one.due.file))


def _owned(rows: Sequence[Row]) -> dict[Person, list[Row]]:
    """The papers of each borrower."""
    belong = _persons(rows)
    owned: dict[Person, list[Row]] = {}
    for one in rows:
        owned.setdefault(belong[one.file], []).append(one)
    return owned


def _best_known(own: Sequence[Row]) -> Row:
    """The paper that tells most of the borrower."""
    return next((one for one in own if one.trace.tail), own[0])


def _persons(rows: Sequence[Row]) -> dict[str, Person]:
    """By file, whose paper it is: name and end of the identity number. A paper without a number is that of the only
    person of its name, if there is only one."""
    tails: dict[str, dict[str, None]] = {}
    for one in rows:
        if one.trace.tail:
            tails.setdefault(one.trace.person, {})[one.trace.tail] = None
    return {one.file: _person(one, tuple(tails.get(one.trace.person, ()))) for one in rows}


def _person(one: Row, tails: tuple[str, ...]) -> Person:
    person, tail = one.trace.person, one.trace.tail
    return (person, tails[0] if person and not tail and len(tails) == 1 else tail)


def _ledgers(own: Sequence[Row], near: Mapping[str, Files]) -> Iterator[Ledger]:
    """A ledger a currency; papers that give no payment stand with the first."""
    papers = papers_of(own)
    without = tuple(LeftOut(file=f.file, reason=why) for p in papers if (why := p.why_not()) for f in p.files)
    counted = [p for p in papers if not p.why_not()]
    currencies = list(dict.fromkeys(p.first.currency for p in counted)) or [own[0].currency]
    by_name = [one.file for one in own if not one.trace.tail] if any(one.trace.tail for one in own) else []
    for number, currency in enumerate(currencies):
        inside = [p for p in counted if p.first.currency == currency]
        files = dict.fromkeys(one.file for p in inside for one in p.files)
        counted_once = {p.first.file for p in inside}
        groups = dict.fromkeys(near[file] for file in files if file in near)
        yield _ledger(
            own,
            currency,
            inside,
            left_out=(*(() if number else without), *(left for p in inside for left in p.incomplete())),
            by_name=tuple(file for file in by_name if file in files),
            similar=tuple(group for group in groups if len(counted_once.intersection(group)) > 1),
        )


def _ledger(
    own: Sequence[Row],
    currency: str,
    papers: Sequence[Paper],
    *,
    left_out: tuple[LeftOut, ...],
    by_name: Files,
    similar: tuple[Files, ...],
) -> Ledger:
    day = date.fromisoformat(max(one.as_of for one in own))
    dues = sorted((d for p in papers for d in p.dues), key=lambda d: (d.day, d.file))
    coming, past = [d for d in dues if d.day >= day], [d for d in dues if d.day < day]
    months = tuple(_grouped(coming, lambda d: d.day.isoformat()[:7]))
    known = _best_known(own)
    return Ledger(
        debtor=known.debtor,
        tail=known.trace.tail,
        currency=currency,
        as_of=day,
        debts=tuple(_debt(p, day) for p in papers),
        months=months,
        peak=max(months, key=lambda m: m.amount, default=None),
        collisions=tuple(d for d in _grouped(coming, lambda d: d.day.isoformat()) if len(d.files) > 1),
        next=tuple(coming[:_NEXT]),
        left=_sum(coming),
        payments=len(coming),
        past=_sum(past),
        past_payments=len(past),
        left_out=left_out,
        by_name=by_name,
        partial=tuple(p.first.file for p in papers if not p.first.read_in_full),
        similar=similar,
    )


def _debt(paper: Paper, day: date) -> Debt:
    dues = [d for d in paper.dues if d.day >= day]
    return Debt(
        file=paper.first.file,
        creditor=paper.first.creditor,
        payments=len(dues),
        left=_sum(dues),
        next_due=min((d.day for d in dues), default=None),
        last_due=max((d.day for d in dues), default=None),
        copies=tuple(other.file for other in paper.files[1:]),
    )


def _grouped(dues: Sequence[Due], when: Callable[[Due], str]) -> Iterator[Together]:
    """Payments in the order of days, those of one time together."""
    for key, group in groupby(dues, when):
        own = list(group)
        files = tuple(dict.fromkeys(d.file for d in own))
        yield Together(when=key, payments=len(own), amount=_sum(own), files=files)


def _sum(dues: Sequence[Due]) -> Decimal:
    return sum((d.amount for d in dues), Decimal("0.00"))


def _no_debtor(one: Row) -> str:
    if one.failed:
        return "failed"
    return "unread" if not one.kind else NO_DEBT.get(one.kind, "no_debtor")
