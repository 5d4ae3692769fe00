"""Does the paper credit what the borrower has paid? A29."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, amount_input, money, percent, unknown
from agreecheck.checks.plan import distinct, rows, signed_on
from agreecheck.checks.rate_of_return import effective_percent
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Input
from agreecheck.model.given import Payment

ZERO = Decimal(0)


def payments_credited(case: Case) -> Outcome:
    """A29: the payments told by the borrower are not more than the paper counts as paid.

    Payments after the day of the balance cannot be in it, those of the plan do not count. Where the paper names no sum
    paid, the principal that has gone since the loan shows what was credited at least: the rest may be interest.
    """
    facts, until = case.facts, _until(case.facts)
    plan = {r.due for r in rows(facts)}
    told = [p for p in case.me.payments if p.day not in plan]
    if not told:
        return unknown("no_payments_told")
    before = [p for p in told if until is None or p.day <= until]
    since = [p for p in told if p not in before]
    paid, sum_ = distinct(facts, "paid"), _sum(told)
    recomputed = _charged_so_far(case, before, until)
    most = max([*(a.value for a in paid), sum((a.value for a in paid), ZERO)], default=ZERO)
    if paid and sum_ <= most:
        return Outcome(status="pass", equation=f"{money(sum_)} ≤ {money(most)}{recomputed}", inputs=_inputs(told, paid))
    if paid and _sum(before) > most:
        return _missing(facts, told, before, most, paid, "paid_not_credited", recomputed)
    gone = _principal_gone(facts)
    if gone is None and not paid:
        return _missing(facts, told, told, ZERO, paid, "paid_not_shown", recomputed)
    if since:
        return _missing(facts, told, since, ZERO, paid, "paid_since", recomputed)
    gone = gone or ZERO
    fits = sum_ <= gone
    equation = f"{money(sum_)} {'≤' if fits else '>'} {money(gone)}{recomputed}"
    if fits:
        return Outcome(status="pass", equation=equation, inputs=_inputs(told, paid))
    return unknown("credit_unclear", *_inputs(told, paid), equation=equation)


def _missing(
    facts: Facts,
    told: Sequence[Payment],
    uncredited: Sequence[Payment],
    credited: Decimal,
    paid: Sequence[Amount],
    reason: str,
    recomputed: str,
) -> Outcome:
    sum_ = _sum(uncredited)
    spelled = " + ".join(money(p.amount) for p in uncredited) + (f" = {money(sum_)}" if len(uncredited) > 1 else "")
    holders = tuple(a.span for a in (*paid, *distinct(facts, "total_debt", "principal", "payable"))[:1])
    return Outcome(
        status="fail",
        equation=f"{spelled} > {money(credited)}{recomputed}",
        inputs=_inputs(told, paid),
        subject=holders,
        reason=reason,
        values={
            "computed": money(sum_),
            "stated": money(credited),
            "difference": money(sum_ - credited),
            "date": str(min(p.day for p in uncredited)),
            "amount": money(sum_),
        },
        severity=None if reason == "paid_not_credited" else "low",
    )


def _charged_so_far(case: Case, before: Sequence[Payment], until: date | None) -> str:
    """What the loan has cost up to the balance: balance and payments less the sum received; its yearly rate where the
    days are known."""
    facts = case.facts
    sums, debts = distinct(facts, "received") or distinct(facts, "original_principal"), distinct(facts, "total_debt")
    received = case.me.received if case.me.received is not None else sums[0].value if len(sums) == 1 else None
    if received is None or len(debts) != 1 or not before:
        return ""
    cost = debts[0].value + _sum(before) - received
    spelled = f"; {money(debts[0].value)} + {money(_sum(before))} - {money(received)} = {money(cost)}"
    start = facts.day("original_contract")
    if cost < 0 or not (until and start and start.value) or any(p.day < start.value for p in before):
        return spelled
    flows = [((p.day - start.value).days, p.amount) for p in before]
    rate = effective_percent(received, [*flows, ((until - start.value).days, debts[0].value)])
    return spelled if rate is None else f"{spelled}; XIRR = {percent(rate)}"


def _until(facts: Facts) -> date | None:
    """The day of the balance, else of the signing."""
    day = facts.day("debt_as_of") or signed_on(facts)
    return day.value if day else None


def _principal_gone(facts: Facts) -> Decimal | None:
    first, left = distinct(facts, "original_principal"), distinct(facts, "principal")
    if len(first) != 1 or len(left) != 1 or first[0].value <= left[0].value:
        return None
    return first[0].value - left[0].value


def _sum(payments: Sequence[Payment]) -> Decimal:
    return sum((p.amount for p in payments), ZERO)


def _inputs(told: Sequence[Payment], paid: Sequence[Amount]) -> tuple[Input, ...]:
    return (*(Input(name=f"payment {p.day}", value=money(p.amount)) for p in told), *(amount_input(a) for a in paid))
