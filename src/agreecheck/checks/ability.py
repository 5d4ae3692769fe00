"""Does income leave room for the instalment? A18."""

from decimal import Decimal

from msgspec.structs import replace

from agreecheck.checks.case import Case, Outcome, amount_input, bare, money, percent, unknown
from agreecheck.checks.each_plan import each_plan
from agreecheck.checks.plan import distinct, rows
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Amount
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


class Figure(Frozen):
    """A sum from the paper or from the borrower; the latter stands nowhere."""

    value: Decimal
    input: Input
    spans: tuple[Span, ...] = ()


def affordable(case: Case) -> Outcome:
    """A18: the instalment, of several debts those of all, is at most income less necessary spending; what the borrower
    told goes before the paper."""
    income, spending = _incomes(case), _spendings(case)
    plans = [_instalments(replace(case, facts=one)) for one in each_plan(case.facts)]
    each = [max(plan, key=lambda f: f.value) for plan in plans if plan]
    if not income or not spending:
        return unknown("no_income")
    if not each:
        return unknown("no_equal_amount")
    if len(income) > 1 or len(spending) > 1:
        return unknown("several_values")
    due = _together(each)
    left = income[0].value - spending[0].value
    ok = due.value <= left
    share = due.value / income[0].value * 100 if income[0].value else Decimal(0)
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{money(income[0].value)} - {money(spending[0].value)} = {money(left)} "
        f"{'≥' if ok else '<'} {money(due.value)} ({percent(share)})",
        inputs=(income[0].input, spending[0].input, due.input),
        subject=due.spans,
        against=(*income[0].spans, *spending[0].spans),
        reason="" if ok else "not_affordable",
        values={
            "amount": money(due.value),
            "computed": money(left),
            "difference": money(abs(due.value - left)),
            "rate": bare(share),
        },
    )


def _incomes(case: Case) -> list[Figure]:
    return _told(case.me.income, "income") or [_written(a) for a in distinct(case.facts, "income")]


def _spendings(case: Case) -> list[Figure]:
    whole = [b.whole for b in case.facts.breakdowns if b.kind == "spending"][:1]
    return _told(case.me.spending, "spending") or [_written(a) for a in whole or distinct(case.facts, "spending")]


def _instalments(case: Case) -> list[Figure]:
    facts = case.facts
    stated = distinct(facts, "proposed_instalment") or distinct(facts, "instalment")
    if stated or case.me.income is None:
        return [_written(a) for a in stated]
    return [
        Figure(value=r.total, input=Input(name="instalment", value=money(r.total), span=r.span), spans=_of(r.span))
        for r in rows(facts)
        if r.total is not None
    ]


def _together(each: list[Figure]) -> Figure:
    """The instalments of all plans in one month."""
    if len(each) == 1:
        return each[0]
    value, spans = sum((f.value for f in each), Decimal(0)), tuple(s for f in each for s in f.spans)
    return Figure(value=value, input=Input(name="instalment", value=money(value)), spans=spans)


def _of(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _told(value: Decimal | None, name: str) -> list[Figure]:
    return [] if value is None else [Figure(value=value, input=Input(name=name, value=money(value)))]


def _written(amount: Amount) -> Figure:
    return Figure(value=amount.value, input=amount_input(amount), spans=(amount.span,))
