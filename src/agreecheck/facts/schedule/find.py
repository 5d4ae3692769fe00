"""The plan as rows, wherever it is written: a table before a list of payments before a sentence."""

import itertools
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.schedule.bullet import at_end
from agreecheck.facts.schedule.due_dates import Cycle, add_months, on_day, step
from agreecheck.facts.schedule.listed import Payment, as_instalments, listed
from agreecheck.facts.schedule.prose import Down, Even, Plan, after_signing, expand, first_of_years, months, start
from agreecheck.facts.schedule.stepped import monthly_steps, steps
from agreecheck.model.fact import DueDay, Instalment, Schedule, Term
from agreecheck.model.span import Span

_PARTS = {"instalment_principal": "principal", "instalment_interest": "interest", "instalment_fee": "fee"}
_DEBTS = ("total_debt", "payable", "principal", "plan_total")
_KNOWN = ("signing", "debt_as_of", "deferral_start")
_NEAR = 4  # characters before a sum in which words say that it is paid already
_SINGLE_DUE = ("due", "first_due", "last_due", "plan_end", "offer_expiry")


def from_prose(
    flow: Flow,
    marked: Sequence[Marked],
    labelled: Sequence[Labelled],
    terms: Sequence[Term],
    due_days: Sequence[DueDay],
    cycle: Cycle,
    currency: str,
    bears_interest: bool,
) -> tuple[Schedule | None, list[Payment]]:
    """The plan of a text without a table of it, and the payments that it lists with their dates."""
    payments = listed(flow, marked, labelled)
    plan = _plan(flow, marked, labelled, terms, due_days, cycle, bears_interest)
    rows = expand(flow, plan)
    if payments and (len(payments) >= len(rows) or _complete(payments, plan)):
        instalments = as_instalments(flow, payments)
        own = Span(instalments[0].span.start, instalments[-1].span.end)  # type: ignore[union-attr]
        alone = all(_own_line(flow, p) for p in payments)
        return _schedule("list" if alone else "prose", instalments, own, currency), payments
    rows = rows or at_end(flow, plan, marked, labelled)
    if rows:
        spans = [r.span for r in rows if r.span]
        return _schedule("prose", rows, Span(min(spans).start, max(spans).end), currency), []
    return _single(flow, marked, labelled, currency), []


def _complete(payments: Sequence[Payment], plan: Plan) -> bool:
    """Whether the listed payments are all that the text counts, each with a date that exists."""
    return len(payments) > 2 and len(payments) == plan.count and all(p.due for p in payments)


def _own_line(flow: Flow, payment: Payment) -> bool:
    """Whether a payment has a paragraph or a numbered sentence to itself."""
    line = flow.line(payment.start)
    return line.end - line.start <= 60


def _schedule(origin: str, rows: Sequence[Instalment], span: Span, currency: str) -> Schedule:
    dates = [r.due for r in rows if r.due]
    return Schedule(
        origin=origin,  # type: ignore[arg-type]
        instalments=tuple(rows),
        span=span,
        currency=currency,
        step_months=step(dates) if len(dates) == len(rows) else None,
    )


def _plan(
    flow: Flow,
    marked: Sequence[Marked],
    labelled: Sequence[Labelled],
    terms: Sequence[Term],
    due_days: Sequence[DueDay],
    cycle: Cycle,
    bears_interest: bool,
) -> Plan:
    """What the text says about a plan of even payments."""

    def first(*roles: str) -> Labelled | None:
        return next((one for one in labelled if one.role in roles), None)

    last = first("last_instalment")
    each = first("instalment", "proposed_instalment", "instalment_principal")
    near = flow.sentence(each.figure.piece.start) if each else None
    count = plan_count(terms, bool(last), cycle, flow.span(*near) if near else None)
    total = first("payable", "total_debt") or first("plan_total")
    rest = _left(flow, [one for one in labelled if near and near.start <= one.figure.piece.start < near.end])
    owed = rest or (total.figure.value if total else None)
    stepped = steps(flow, labelled, count, max(1, 12 // cycle.months), owed)
    by_month, opens = ((), "") if stepped or cycle != Cycle() else monthly_steps(flow, labelled, marked)
    stepped = stepped or by_month
    down = None if stepped else _down(flow, marked, labelled)
    later = [m for m in marked if not down or m.dated.day != down[1]]
    due_day = due_days[0].day if due_days else None
    ends = [m.dated.day for m in marked if m.role == "last_due" and m.dated.day]
    ends += [m.dated.day for m in marked if m.role == "plan_end" and m.dated.day]
    parts = _parts(flow, labelled, first("instalment", "proposed_instalment"))
    if count and down and total and each and _counts_first(down, each, last, count, total.figure.value):
        count -= 1  # 首笔10,000元…共六笔: the first payment is one of them
    if count and last and each and each.figure.value * count + last.figure.value in {o.figure.value for o in labelled}:
        count += 1  # 35 payments of $200 and a 36th of $3,000: the last one comes on top
    begin = start(later, due_day, flow) or (None if down else start(marked, due_day, flow))
    if cycle.yearly and (begin is None or (begin.month, begin.day) != cycle.yearly):
        begin = first_of_years(marked, cycle.yearly)
    if opens and due_day:
        begin = on_day(int(opens[:4]), int(opens[5:7]), due_day)
    month_range = None if opens else months(flow, marked, due_day)
    if month_range and begin in (None, month_range[0]):
        begin, ends = month_range[0], ends or [month_range[1]]
    if begin and due_day == -1 and cycle.months == 3 and words(flow.pack, "quarter_end").search(flow.text):
        begin = add_months(begin, -begin.month % 3, due_day)
    if begin is None and down and not ends:
        begin = next(itertools.islice(cycle.dates(down[1], due_day), 1, None))
    if begin is None and not down and due_day:
        begin = after_signing(flow, marked, due_day, near)
    return Plan(
        count=count,
        each=first("instalment", "proposed_instalment"),
        principal=first("instalment_principal"),
        last=last,
        first_due=begin,
        last_due=ends[0] if ends else None,
        due_day=due_day,
        cycle=cycle,
        down=down,
        total=_left(flow, labelled) if down else owed,
        steps=stepped,
        even=None
        if each or stepped or down or bears_interest
        else _even(flow, labelled, first("payable") or total, count),
        known=min((m.dated.day for m in marked if m.role in _KNOWN and m.dated.day), default=None),
        parts=parts,
        bears_interest=bears_interest,
    )


def _even(flow: Flow, labelled: Sequence[Labelled], total: Labelled | None, count: int | None) -> Even | None:
    """应还10,000元，分十个月等额偿还: the sum of each payment, where the whole right before divides without a rest."""
    if total is None or not count or count < 2:
        return None
    at, start = total.figure.piece
    paid = words(flow.pack, "already").search(flow.text, max(0, at - _NEAR), at)
    said = words(flow.pack, "even").search(flow.text, start, flow.sentence(start).end)
    cents, rest = divmod(total.figure.value * 100, count)
    if rest or paid or said is None or any(start <= one.figure.piece.start < said.start() for one in labelled):
        return None
    return Even(cents / 100, total.figure.main.span)


def plan_count(terms: Sequence[Term], with_last: bool, cycle: Cycle, near: Span | None = None) -> int | None:
    """The number of instalments: the first one said, the largest if the last has a sum of its own; else by months or
    years, those in the sentence of the instalment (``near``) before others."""
    counts = [t.count for t in terms if t.role == "plan" and t.unit == "instalment" and t.count > 0]
    if counts:
        return max(counts) if with_last else counts[0]
    spans = [t for t in terms if t.role == "plan" and t.unit in ("month", "year")]
    beside = [t for t in spans if near and near.contains(t.span)]
    months = [t.count * (12 if t.unit == "year" else 1) for t in beside or spans]
    if cycle.days or not months or months[-1] % cycle.months:
        return None
    return months[-1] // cycle.months * max(1, len(cycle.on))


def _down(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> Down | None:
    """A first payment with a date of its own in the same sentence: called so, or followed by what is left."""
    for index, one in enumerate(labelled):
        rest = labelled[index + 1].figure.piece.start if index + 1 < len(labelled) else 0
        left = one.role == "" and words(flow.pack, "rest").search(flow.text[one.figure.piece.end : rest][-8:])
        if one.role != "down_payment" and not left and not _then_each(flow, labelled, index):
            continue
        if _whole(flow, labelled, one):
            continue
        sentence = flow.sentence(one.figure.piece.start)
        near = [
            m
            for m in marked
            if m.dated.day
            and m.role in ("", "due", "first_due", "offer_expiry", "last_due")
            and not words(flow.pack, "at_signing").match(flow.text, m.dated.piece.start)
            and sentence.start <= m.dated.piece.start < sentence.end
            and abs(m.dated.piece.start - one.figure.piece.start) <= 50
        ]
        if near:
            closest = min(near, key=lambda m: abs(m.dated.piece.start - one.figure.piece.start))
            assert closest.dated.day is not None
            share = "share" in one.figure.main.note
            return Down(one.figure.value, closest.dated.day, one.figure.main.span, share)
    return None


def _counts_first(down: Down, each: Labelled, last: Labelled | None, count: int, total: Decimal) -> bool:
    """Whether the payments make the whole only if the first one is among those that were counted."""
    ends = down.value + (last.figure.value if last else 0)
    return ends + each.figure.value * (count - (2 if last else 1)) == total


def _whole(flow: Flow, labelled: Sequence[Labelled], one: Labelled) -> bool:
    """共计24,000元, 分12期偿还24,000元: the debt, of which a first payment is only a part."""
    start = one.figure.piece.start
    debts = [other.figure.value for other in labelled if other.role in _DEBTS]
    called = words(flow.pack, "whole_before").search(flow.text, flow.sentence(start).start, start)
    if called and "share" not in one.figure.main.note:  # 支付总额的30% is a part
        return True
    return any(one.figure.value >= debt for debt in debts)


def _then_each(flow: Flow, labelled: Sequence[Labelled], index: int) -> bool:
    """6月底前支付3,000元，此后每月支付2,000元: a sum without a role right before the instalment, in its sentence."""
    here, after = labelled[index], labelled[index + 1] if index + 1 < len(labelled) else None
    if here.role or after is None or after.role != "instalment":
        return False
    sentence = flow.sentence(here.figure.piece.start)
    before = flow.text[sentence.start : here.figure.piece.start][-16:]
    around = before + flow.text[here.figure.piece.end : here.figure.piece.end + 6]
    return after.figure.piece.start < sentence.end and bool(words(flow.pack, "pays").search(around))


def _parts(flow: Flow, labelled: Sequence[Labelled], each: Labelled | None) -> tuple[tuple[str, Decimal], ...]:
    """The parts of every instalment; those told elsewhere only if they add up to it."""
    found = [one for one in labelled if one.role in _PARTS]
    if each and sum({_PARTS[o.role]: o.figure.value for o in found}.values(), Decimal(0)) != each.figure.value:
        own = flow.sentence(each.figure.piece.start)
        found = [one for one in found if each.figure.piece.end <= one.figure.piece.start < own.end]
    return tuple((_PARTS[one.role], one.figure.value) for one in found)


def _left(flow: Flow, labelled: Sequence[Labelled]) -> Decimal | None:
    """What the text says is left after a first payment (剩余24,000元)."""
    for one in labelled:
        start = one.figure.piece.start
        if one.role in ("", "payable") and words(flow.pack, "rest").search(flow.text, max(0, start - 8), start):
            return one.figure.value
    return None


def _single(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled], currency: str) -> Schedule | None:
    """One payment of the whole sum on one date: in one sentence, or the only due date behind it (一次性结清)."""
    dues = [m for m in marked if m.dated.day and m.role in (*_SINGLE_DUE, "")]
    for one in labelled:
        sentence = flow.sentence(one.figure.piece.start)
        at_once = words(flow.pack, "at_once").search(flow.text, sentence.start, sentence.end)
        if one.role != "payable" and not (one.role == "" and at_once):
            continue
        near = [m for m in dues if (m.role or at_once) and sentence.start <= m.dated.piece.start < sentence.end]
        later = [m for m in dues if m.role and m.dated.piece.start >= sentence.end]
        if not near and at_once and len({m.dated.day for m in later}) == 1:
            near = later[:1]
        if near:
            day = near[0]
            begin = min(day.dated.span.start, one.figure.main.span.start)
            end = max(day.dated.span.end, one.figure.main.span.end)
            row = Instalment(number=1, due=day.dated.day, total=one.figure.value, span=Span(begin, end))
            return _schedule("prose", (row,), Span(begin, end), currency)
    return None


def usual(schedule: Schedule) -> Decimal | None:
    """The sum of most instalments, if more than half are alike (the last one aside)."""
    totals = [i.total for i in schedule.instalments if i.total is not None]
    if len(totals) < 2:
        return None
    value, number = Counter(totals).most_common(1)[0]
    return value if number * 2 > len(totals) - 1 and number > 1 else None
