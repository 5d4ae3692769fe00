"""What is paid and when: the schedule, and whatever else the paper wants paid on a day."""

from datetime import date
from decimal import Decimal

from agreecheck.checks.case import Case
from agreecheck.checks.matter import holds, says
from agreecheck.checks.plan import distinct, full_dates, leaves_out, misread, owed, rows, signed_on, tolerance, total
from agreecheck.checks.quote import sentence
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Flow
from agreecheck.model.span import Span


def start_day(facts: Facts) -> tuple[date, Span | None] | None:
    """The stated start of the deferral or of the interest, else the signing; never after the first payment."""
    first = min((r.due for r in rows(facts) if r.due), default=None)
    signing = signed_on(facts)
    for role in ("deferral_start", "interest_start", "signing"):
        day = signing if role == "signing" else facts.day(role)
        if not day or not day.value or (first and day.value > first):
            continue
        if signing and signing.value and (signing.value - day.value).days > 92:
            continue  # interest that began long before the plan belongs to the old contract
        return day.value, day.span
    return None


def flows(case: Case, start: date) -> tuple[Flow, ...] | None:
    """All payments from ``start`` on, one for each day; None where a row is missing or lacks its day or amount."""
    facts = case.facts
    plan = rows(facts)
    if (
        not plan
        or misread(facts)
        or leaves_out(facts, total(facts) or Decimal(0))
        or _odd_last(facts)
        or [r.number for r in plan] != list(range(1, len(plan) + 1))
    ):
        return None
    paid: dict[date, Decimal] = {}
    extra = _per_row(case)
    for row in plan:
        if row.due is None or row.total is None or row.due < start:
            return None
        paid[row.due] = paid.get(row.due, Decimal(0)) + row.total + extra
    for day, amount in (*_dated_fees(case, start), *_deferral_interest(case, start), *_down_payment(facts, start)):
        paid[day] = paid.get(day, Decimal(0)) + amount
    return tuple(Flow(due=day, amount=paid[day]) for day in sorted(paid))


def _odd_last(facts: Facts) -> bool:
    """A prose plan whose last payment is as large as the debt and comes on top of it is rather misread than dear."""
    plan, debts = rows(facts), [a.value for a in distinct(facts, "payable", "total_debt", "principal")]
    sum_, last = total(facts), plan[-1].total
    if not (plan[-1].derived and len(plan) > 1 and debts and sum_ and last and plan[0].total):
        return False
    return last > 5 * plan[0].total and sum_ > Decimal("1.3") * max(debts)


def _per_row(case: Case) -> Decimal:
    """A fee on top of each instalment, where the paper says that it comes on top and the rows do not hold it."""
    facts = case.facts
    stated = {a.value for a in distinct(facts, "instalment", "last_instalment")}
    if any(r.fee for r in rows(facts)) and any(r.total not in stated or not r.derived for r in rows(facts)):
        return Decimal(0)
    inside = {p.span for b in facts.breakdowns if b.kind == "instalment" for p in b.parts}
    sum_ = Decimal(0)
    for amount in distinct(facts, "instalment_fee"):
        if amount.span not in inside and says(case, amount.span, "on_top"):
            sum_ += amount.value
    return sum_


def _dated_fees(case: Case, start: date) -> list[tuple[date, Decimal]]:
    """Fees outside the schedule: due on the days named in their sentence, at signing, or with the first instalment."""
    facts, text = case.facts, case.document.text
    parts = {p.span for b in facts.breakdowns for p in b.parts}
    first = min((r.due for r in rows(facts) if r.due), default=None)
    found: list[tuple[date, Decimal]] = []
    for amount in (a for a in facts.amounts if a.role == "fee" and a.currency == facts.currency):
        if amount.span in parts or any(amount.value == r.fee for r in rows(facts)):
            continue
        holder = sentence(case.document, amount.span)
        before = Span(holder.start, amount.span.start)
        days = _days_in(facts, before, start)
        words = before.slice(text)
        if holds(case, holder.slice(text), "contingent"):
            continue
        if len(days) == 1 or (len(days) > 1 and holds(case, words[-12:], "each")):
            found += [(day, amount.value) for day in days]
        elif not days and holds(case, holder.slice(text), "upfront"):
            found.append((start, amount.value))
        elif not days and first and holds(case, holder.slice(text), "with_first"):
            found.append((first, amount.value))
    return list(dict.fromkeys(found))  # a fee told twice is paid once


def _deferral_interest(case: Case, start: date) -> list[tuple[date, Decimal]]:
    """The interest of a deferral that is paid on a day of its own, before the rows begin."""
    facts = case.facts
    if facts.day("deferral_start") is None:
        return []
    sums = {a.value for a in distinct(facts, "interest")} - {r.interest for r in rows(facts)}
    first = min((r.due for r in rows(facts) if r.due), default=start)
    found: list[tuple[date, Decimal]] = []
    for mention in facts.mentions:
        if mention.kind != "money" or Decimal(mention.value) not in sums:
            continue
        holder = sentence(case.document, mention.span)
        days = _days_in(facts, Span(mention.span.end, holder.end), start)
        if len(days) == 1 and start < days[0] < first and holds(case, holder.slice(case.document.text), "pays_off"):
            found.append((days[0], Decimal(mention.value)))
    return list(dict.fromkeys(found))


def _days_in(facts: Facts, span: Span, start: date) -> list[date]:
    """Full dates written in the span; none at all if one of them lies before the start."""
    written = {d.span: d.value for d in facts.dates if d.value and span.contains(d.span)}
    for place, day in full_dates(facts):
        if span.contains(place):
            written.setdefault(place, day)
    days = sorted(set(written.values()))
    return days if days and days[0] >= start else []


def _down_payment(facts: Facts, start: date) -> list[tuple[date, Decimal]]:
    """A down payment that stands beside the rows and with them makes the total is paid at the start."""
    sum_, near = total(facts), tolerance(len(rows(facts)))
    targets: tuple[Amount, ...] = distinct(facts, "plan_total") or owed(facts)
    if sum_ is None:
        return []
    for down in distinct(facts, "down_payment"):
        if any(abs(sum_ + down.value - t.value) <= near for t in targets):
            return [(start, down.value)]
    return []
