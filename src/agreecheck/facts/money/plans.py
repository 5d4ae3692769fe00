"""The plan or plans that the text tells: as one, or part by part where several are told under heads of their own."""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money import dates, terms
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Dated, Marked
from agreecheck.facts.money.due_days import cycle_of, due_days
from agreecheck.facts.money.reconcile import labels_of_plan, settle_dates
from agreecheck.facts.money.roles import Choice
from agreecheck.facts.money.terms import Counted
from agreecheck.facts.schedule.due_dates import step
from agreecheck.facts.schedule.find import from_prose
from agreecheck.facts.schedule.listed import Payment
from agreecheck.facts.schedule.parts import Part, alone, parts
from agreecheck.facts.schedule.row_fee import with_fee
from agreecheck.facts.schedule.shares import with_shares
from agreecheck.model.document import Document
from agreecheck.model.fact import DueDay, Schedule, Term
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span


class Told(NamedTuple):
    """All that the text says of what is paid and when."""

    flow: Flow
    mentions: Sequence[Mention]
    labelled: tuple[Labelled, ...]
    marked: tuple[Marked, ...]
    counted: tuple[Counted, ...]
    currency: str
    bears_interest: bool
    type_: str

    def of(self, part: Part, group: Sequence[Part]) -> "Told":
        """What is said of one part, and of all of them."""
        rest = [other for other in group if other is not part]

        def own(piece: Piece) -> bool:
            return not any(other.holds(piece) for other in rest)

        return self._replace(
            flow=alone(self.flow, part, group),
            mentions=[m for m in self.mentions if m.span in self.flow and own(self.flow.piece(m.span))],
            labelled=tuple(one for one in self.labelled if own(one.figure.piece)),
            marked=tuple(one for one in self.marked if own(one.dated.piece)),
            counted=tuple(one for one in self.counted if own(one.piece)),
        )


class Read(NamedTuple):
    """One plan as read, with the material it was read from, sums and dates in the roles that it gives them."""

    told: Told
    schedule: Schedule | None
    terms: tuple[Term, ...]
    days: tuple[DueDay, ...]
    part: Part | None = None


def plans(told: Told, document: Document) -> tuple[Read, ...]:
    """The plans, of alternatives the chosen one first; a single one where the text does not tell several."""
    for group in parts(told.flow, document, told.labelled, told.counted):
        found = _phases(told, group) if group[0].kind == "phase" else _several(told, group)
        if found:
            return found
    return (read(told),)


def read(told: Told) -> Read:
    """The one plan of the material."""
    flow, days = told.flow, due_days(told.flow, told.mentions)
    cycle = cycle_of(flow, told.mentions, days)
    agreed = _terms(told)
    known = _in_order((*told.marked, *dates.promised(flow, told.mentions, told.marked)))
    paid = with_shares(flow, told.mentions, told.labelled)
    schedule, payments = from_prose(flow, known, paid, agreed, days, cycle, told.currency, told.bears_interest)
    return _settled(told, schedule, payments, agreed, days)


def of_table(told: Told, schedule: Schedule, days: tuple[DueDay, ...]) -> Read:
    """The plan of a table."""
    return _settled(told, schedule, (), _terms(told), days)


def together(told: Told, reads: Sequence[Read]) -> Read:
    """All sums, dates and terms of the text in the roles that their plans give them, with the first of the plans."""
    first, *others = reads
    if not others:
        return first
    labels = {one.figure.piece: one for read in reads for one in read.told.labelled if _own(read, one.figure.piece)}
    marks = {one.dated.piece: one for read in reads for one in read.told.marked if _own(read, one.dated.piece)}
    own = [term for read in reads for term in read.terms if _own(read, told.flow.piece(term.span))]
    shared = [term for term in first.terms if not _own(first, told.flow.piece(term.span))]
    return first._replace(
        told=told._replace(
            labelled=tuple(labels.get(one.figure.piece, one) for one in told.labelled),
            marked=tuple(marks.get(one.dated.piece, one) for one in told.marked),
        ),
        terms=tuple(sorted((*shared, *own), key=lambda term: term.span)),
    )


def _own(one: Read, piece: Piece) -> bool:
    return one.part is not None and one.part.holds(piece)


def _settled(
    told: Told,
    schedule: Schedule | None,
    payments: Sequence[Payment],
    agreed: tuple[Term, ...],
    days: tuple[DueDay, ...],
) -> Read:
    """A plan, with sums and dates in the roles that it gives them."""
    labelled = labels_of_plan(told.flow, told.labelled, payments, schedule, told.type_)
    schedule = with_fee(schedule, labelled)
    marked = settle_dates(told.flow, told.marked, payments, schedule)
    return Read(told._replace(labelled=labelled, marked=marked), schedule, agreed, days)


def _several(told: Told, group: Sequence[Part]) -> tuple[Read, ...]:
    """Debts and alternatives: a plan for each part that tells one, none if fewer than two do."""
    found = [read(told.of(part, group))._replace(part=part) for part in group]
    rows = [one._replace(schedule=_named(told.flow, one)) for one in found if one.schedule]
    return tuple(sorted(rows, key=lambda one: not (one.part and one.part.chosen))) if len(rows) > 1 else ()


def _named(flow: Flow, one: Read) -> Schedule | None:
    if one.schedule is None or one.part is None or one.part.kind == "phase":
        return one.schedule
    places = tuple(flow.span(*piece) for piece in one.part.pieces)
    return replace(one.schedule, kind=one.part.kind, name=one.part.name, chosen=one.part.chosen, places=places)


def _phases(told: Told, group: Sequence[Part]) -> tuple[Read, ...]:
    """Phases as one plan: each goes on where the one before it ends, unless it says when it begins."""
    rows: list[Schedule] = []
    for part in group:
        own = told.of(part, group)
        schedule = read(own).schedule
        if schedule is None and rows:
            schedule = read(_going_on(own, part, rows[-1])).schedule
        if schedule is None:
            return ()
        rows.append(schedule)
    whole = _joined(rows)
    if whole is None:
        return ()
    own_terms = tuple(_of_phase(told.flow, term, group) for term in _terms(told))
    return (_settled(told, whole, (), own_terms, due_days(told.flow, told.mentions)),)


def _joined(rows: Sequence[Schedule]) -> Schedule | None:
    """The rows of all phases as one plan, None where their dates do not rise."""
    every = [row for one in rows for row in one.instalments]
    dues = [row.due for row in every if row.due]
    if len(dues) < len(every) or any(b <= a for a, b in itertools.pairwise(dues)):
        return None
    return replace(
        rows[0],
        instalments=tuple(replace(row, number=n) for n, row in enumerate(every, 1)),
        span=Span(min(one.span.start for one in rows), max(one.span.end for one in rows)),
        step_months=step(dues),
    )


def _going_on(own: Told, part: Part, before: Schedule) -> Told:
    """A phase that does not say when it begins, with the day after the last one of the phase before it."""
    known, at = [row.due for row in before.instalments if row.due], part.pieces[0]
    days = due_days(own.flow, own.mentions)
    cycle = cycle_of(own.flow, own.mentions, days)
    after = next(itertools.islice(cycle.dates(known[-1], days[0].day if days else None), 1, None))
    head = own.flow.span(at.start, at.start + 1)
    begins = Marked(Dated(Piece(at.start, at.start), head, str(after), True), Choice("first_due", 60, head))
    return own._replace(marked=_in_order((*own.marked, begins)))


def _in_order(marked: Iterable[Marked]) -> tuple[Marked, ...]:
    return tuple(sorted(marked, key=lambda one: one.dated.piece))


def _terms(told: Told) -> tuple[Term, ...]:
    figures = [one.figure.piece for one in told.labelled] + [one.dated.piece for one in told.marked]
    return terms.terms_of(told.flow, told.counted, figures)


def _of_phase(flow: Flow, term: Term, group: Sequence[Part]) -> Term:
    """The count of one phase is not that of the plan."""
    inside = any(part.holds(flow.piece(term.span)) for part in group)
    return replace(term, role="other") if inside and term.role == "plan" else term
