"""All that one borrower owes by the papers of a folder: what falls due in which month, on which day, what comes next.

Only rows of a plan with a date and a sum are counted, each debt once; what is left out is told with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nsmallest
from itertools import chain, groupby, islice

from agreecheck.model.base import Frozen
from agreecheck.report.folder.borrowers import best_known, owned_papers
from agreecheck.report.folder.debts import NO_DEBT, Due, LeftOut, Paper, papers_of
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.rows import Places, Rows, Some
from agreecheck.report.folder.same import Files, Near, by_content

_NEXT, _NOTHING = 5, Decimal("0.00")


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


@dataclass(frozen=True)
class Ledgers:
    """The ledgers of borrowers, each made when it is its turn; ``own`` are the places of each one's papers."""

    rows: Rows
    own: Sequence[Places]
    near: Mapping[str, Files]

    def __bool__(self) -> bool:
        return bool(self.own)

    def __iter__(self) -> Iterator[Ledger]:
        return chain.from_iterable(_ledgers(Some(self.rows, places), self.near) for places in self.own)


class Book(Frozen):
    """The ledgers of all borrowers with more than one paper, or of the only one; ``single``: borrowers whose one paper
    is its own ledger; ``left_out``: papers that belong to no known borrower or ask for nothing."""

    ledgers: Ledgers | tuple[()] = ()
    single: int = 0
    left_out: tuple[LeftOut, ...] = ()


def book(rows: Rows, near: Sequence[Near] = ()) -> Book:
    """All ledgers, in the order of the files; none where no borrower is known. ``near`` says which papers are alike."""
    owned, nobody = owned_papers(rows)
    several = [own for own in owned if len(owned) == 1 or _several(by_content(Some(rows, own)))]
    if not several:
        return Book(single=len(owned))
    return Book(
        ledgers=Ledgers(rows, several, {file: group.files for group in near for file in group.files}),
        single=len(owned) - len(several),
        left_out=tuple(LeftOut(file=one.file, reason=_no_debtor(one)) for one in nobody),
    )


def payments(rows: Rows) -> Iterator[Entry]:
    """Every payment that ledgers count, of all borrowers, whether past or to come; each borrower's by day."""
    for places in owned_papers(rows)[0]:
        own = Some(rows, places)
        known = best_known(own)
        entries = (
            Entry(debtor=known.debtor, tail=known.trace.tail, currency=paper.currency, due=due)
            for paper in papers_of(own)
            if not paper.why_not()
            for due in paper.dues()
        )
        yield from sorted(entries, key=lambda one: (one.due.day, one.due.file))


def _several(groups: Iterator[Places]) -> bool:
    return len(list(islice(groups, 2))) > 1


def _ledgers(own: Rows, near: Mapping[str, Files]) -> Iterator[Ledger]:
    """A ledger a currency; papers that give no payment stand with the first."""
    papers = papers_of(own)
    without = tuple(LeftOut(file=file, reason=why) for p in papers if (why := p.why_not()) for file in p.files)
    counted = [p for p in papers if not p.why_not()]
    currencies = list(dict.fromkeys(p.currency for p in counted)) or [own[0].currency]
    by_name = [one.file for one in own if not one.trace.tail] if any(one.trace.tail for one in own) else []
    for number, currency in enumerate(currencies):
        inside = [p for p in counted if p.currency == currency]
        files = dict.fromkeys(file for p in inside for file in p.files)
        counted_once = {p.file for p in inside}
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
    own: Rows,
    currency: str,
    papers: Sequence[Paper],
    *,
    left_out: tuple[LeftOut, ...],
    by_name: Files,
    similar: tuple[Files, ...],
) -> Ledger:
    day = date.fromisoformat(max(one.as_of for one in own))
    days = _days(due for p in papers for due in p.dues() if due.day >= day)
    months = tuple(_joined(month, list(group)) for month, group in groupby(days, key=lambda d: d.when[:7]))
    left, past = _joined("", days), [due.amount for p in papers for due in p.dues() if due.day < day]
    coming = (due for p in papers for due in p.dues() if due.day >= day)
    known = best_known(own)
    return Ledger(
        debtor=known.debtor,
        tail=known.trace.tail,
        currency=currency,
        as_of=day,
        debts=tuple(_debt(p, day) for p in papers),
        months=months,
        peak=max(months, key=lambda m: m.amount, default=None),
        collisions=tuple(d for d in days if len(d.files) > 1),
        next=tuple(nsmallest(_NEXT, coming, key=lambda d: (d.day, d.file))),
        left=left.amount,
        payments=left.payments,
        past=_sum(past),
        past_payments=len(past),
        left_out=left_out,
        by_name=by_name,
        partial=tuple(p.file for p in papers if not p.read_in_full),
        similar=similar,
    )


def _debt(paper: Paper, day: date) -> Debt:
    dues = [d for d in paper.dues() if d.day >= day]
    return Debt(
        file=paper.file,
        creditor=paper.creditor,
        payments=len(dues),
        left=_sum(d.amount for d in dues),
        next_due=min((d.day for d in dues), default=None),
        last_due=max((d.day for d in dues), default=None),
        copies=paper.files[1:],
    )


def _days(dues: Iterable[Due]) -> list[Together]:
    """What falls due on each day, in order; ``dues`` come paper by paper."""
    sums: dict[date, tuple[int, Decimal]] = {}
    files: dict[date, list[str]] = {}
    for one in dues:
        payments, amount = sums.get(one.day, (0, _NOTHING))
        sums[one.day] = payments + 1, amount + one.amount
        own = files.setdefault(one.day, [])
        if own[-1:] != [one.file]:
            own.append(one.file)
    return [
        Together(when=day.isoformat(), payments=payments, amount=amount, files=tuple(sorted(files[day])))
        for day, (payments, amount) in sorted(sums.items())
    ]


def _joined(when: str, parts: Sequence[Together]) -> Together:
    """Several as one."""
    return Together(
        when=when,
        payments=sum(part.payments for part in parts),
        amount=_sum(part.amount for part in parts),
        files=tuple(dict.fromkeys(file for part in parts for file in part.files)),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, _NOTHING)


def _no_debtor(one: Row) -> str:
    if one.failed:
        return "failed"
    return "unread" if not one.kind else NO_DEBT.get(one.kind, "no_debtor")
