"""All that has to do with money and time: amounts, dates, rates, terms, the schedule and what contradicts itself."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from agreecheck.facts.flow import Flow, Piece, run
from agreecheck.facts.money import amounts, conflicts, dates, debt_tables, rates, terms
from agreecheck.facts.money.added_parts import added_parts
from agreecheck.facts.money.breakdowns import loans_together, stated_sums, waiver_leaves
from agreecheck.facts.money.breakdowns_apart import sums_apart
from agreecheck.facts.money.due_days import cycle_of, due_days
from agreecheck.facts.money.figures import figures, pairs
from agreecheck.facts.money.headers import from_headers
from agreecheck.facts.money.plan_amounts import count_of_rows, due_day_of_rows, of_rows
from agreecheck.facts.money.plans import Read, Told, of_table, plans, together
from agreecheck.facts.money.rates_again import with_default
from agreecheck.facts.money.reconcile import dates_of_plan
from agreecheck.facts.reading import Reading
from agreecheck.facts.schedule.dates import with_dates
from agreecheck.facts.schedule.grid import Grid, grid
from agreecheck.facts.schedule.loose_tables import loose_tables
from agreecheck.facts.schedule.table import from_tables, is_plan
from agreecheck.facts.years import is_open
from agreecheck.model.base import Frozen
from agreecheck.model.fact import (
    Amount,
    AmountRole,
    Breakdown,
    Conflict,
    Day,
    DueDay,
    Guess,
    Party,
    Rate,
    Schedule,
    Term,
    WordsAndDigits,
)
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_TIME_AND_NUMBER = (
    "date",
    "date_range",
    "rate",
    "percent",
    "duration",
    "deadline",
    "count",
    "recurrence",
    "ordinal",
    "time",
)


class MoneyFacts(Frozen):
    """The part of ``Facts`` that this step fills; field names are the same."""

    currency: str = "CNY"
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Day, ...] = ()
    rates: tuple[Rate, ...] = ()
    terms: tuple[Term, ...] = ()
    due_days: tuple[DueDay, ...] = ()
    schedule: Schedule | None = None
    more_schedules: tuple[Schedule, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    pairs: tuple[WordsAndDigits, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def money_facts(reading: Reading, parties: tuple[Party, ...], type_: Guess) -> MoneyFacts:
    """Amounts, dates, rates, terms and schedule of one document."""
    flow = run(reading)
    currency = _currency(reading)
    grids = _grids(reading, flow)
    days = due_days(flow, reading.mentions)
    in_table, *further = from_tables(grids, reading.pack, currency, days[0].day if days else None) or (None,)
    tables = [t for g in grids if not is_plan(g) and (t := debt_tables.understand(g, reading.pack, currency))]
    taken = [t.span for t in tables] + [g.span for g in grids if is_plan(g)]

    mentions = [m for m in reading.mentions if not any(s.contains(m.span) for s in taken)]
    found = figures(flow, mentions)
    planned = [g.span for g in grids if is_plan(g)]
    dated = dates.dated(flow, [m for m in reading.mentions if not any(s.contains(m.span) for s in planned)])
    money = [f.piece for f in found]
    others = _pieces(flow, mentions)
    labelled = added_parts(flow, amounts.label(flow, found, others, type_.value))
    marked = dates.mark(flow, dated, money + others)
    charged = with_default(flow, rates.charged(flow, mentions, money + others))
    counted = terms.counted(flow, mentions)
    cycle = cycle_of(flow, mentions, days)
    yearly = rates.rates_of(flow, charged, monthly=bool(days) and cycle.months == 1)
    bears_interest = any(r.role in ("interest", "annual_cost") and r.percent for r in yearly)
    told = Told(flow, mentions, labelled, marked, counted, currency, bears_interest, type_.value)
    dated_rows = with_dates(in_table, marked, days, cycle.months, flow)
    reads = (of_table(told, dated_rows, days),) if dated_rows else plans(told, reading.document)
    whole = together(told, reads)
    labelled, marked, agreed, schedule = whole.told.labelled, whole.told.marked, whole.terms, whole.schedule
    further = [*further, *(one.schedule for one in reads[1:] if one.schedule)]

    own: AmountRole = "proposed_instalment" if type_.value == "hardship_application" else "instalment"
    in_text = stated_sums(flow, labelled)
    in_text += sums_apart(labelled, in_text)
    labelled = amounts.without_parts(labelled, in_text)
    of_plans = (a for one in (schedule, *further) for a in of_rows(flow, reading, one, labelled, own))
    said = (*amounts.amounts_of(labelled), *of_plans)
    every = (*said, *(a for t in tables for a in t.amounts))
    sums = (*in_text, *(b for t in tables for b in t.breakdowns), *loans_together(tables, said))
    return MoneyFacts(
        currency=currency,
        amounts=_ordered(from_headers(reading.document, amounts.distinct(every, _places(reads))), tables),
        dates=from_headers(
            reading.document,
            (
                *dates.days_of(marked, reading.document.text),
                *_loan_dates(reading, tables),
                *(day for one in (schedule, *further) for day in dates_of_plan(reading, one, marked)),
            ),
        ),
        rates=yearly,
        terms=(*agreed, *count_of_rows(schedule, agreed)),
        due_days=due_day_of_rows(schedule, days),
        schedule=schedule,
        more_schedules=tuple(further),
        breakdowns=(*sums, *waiver_leaves(every, sums)),
        pairs=pairs(found),
        conflicts=tuple(dict.fromkeys(c for one in reads for c in conflicts.conflicts(one, charged, yearly, sums))),
    )


def _places(reads: Sequence[Read]) -> list[tuple[Span, ...]]:
    """What is said of each of several plans alone."""
    return [one.schedule.places for one in reads if one.schedule]


def _currency(reading: Reading) -> str:
    """The currency that most sums are in; yuan, or dollars in an English paper, where there is none."""
    units = Counter(m.unit for m in reading.mentions if m.kind == "money" and m.unit)
    if units:
        return max(sorted(units), key=lambda unit: units[unit])
    return "USD" if reading.pack == "en" else "CNY"


def _grids(reading: Reading, flow: Flow) -> list[Grid]:
    result: list[Grid] = []
    tables = sorted((*reading.document.tables, *loose_tables(reading)), key=lambda t: t.span)
    inside = [m for m in reading.mentions if m.kind == "date" and any(t.span.contains(m.span) for t in tables)]
    speaks = _day_of_paper(reading, flow, inside) if any(is_open(m.value) for m in inside) else None
    for table in tables:
        result.append(grid(reading, table, result[-1] if result else None, speaks))
    return result


def _day_of_paper(reading: Reading, flow: Flow, inside: Sequence[Mention]) -> date | None:
    """The day on which the paper speaks, by the dates outside its tables."""
    outside = dates.dated(flow, [m for m in reading.mentions if m not in inside])
    return dates.spoken_on(dates.mark(flow, outside, ()))


def _pieces(flow: Flow, mentions: Sequence[Mention]) -> list[Piece]:
    """Figures other than money: they may stand between a cue and its figure."""
    return [flow.piece(m.span) for m in mentions if m.kind in _TIME_AND_NUMBER and m.span in flow]


def _ordered(found: tuple[Amount, ...], tables: Sequence[debt_tables.Found]) -> tuple[Amount, ...]:
    """Text order, but the sums of a table before its single loans, so that the first of a role is the whole."""
    rank = {a.span: (t.span.start, n) for t in tables for n, a in enumerate(t.amounts)}
    return tuple(sorted(found, key=lambda a: rank.get(a.span, (a.span.start, 0))))


def _loan_dates(reading: Reading, tables: Sequence[debt_tables.Found]) -> list[Day]:
    """The dates of the original contracts in a table of loans."""
    result = []
    for span in (s for t in tables for s in t.loan_dates):
        for mention in reading.mentions:
            if mention.kind == "date" and span.contains(mention.span) and "X" not in mention.value:
                result += [_day(mention)] if mention.valid is not False else []
    return result


def _day(mention: Mention) -> Day:
    return Day(value=date.fromisoformat(mention.value), role="original_contract", span=mention.span)
