"""Does the paper's own income leave room for the instalment? A18."""

from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, amount_input, bare, money, percent, unknown
from agreecheck.checks.plan import distinct


def affordable(case: Case) -> Outcome:
    """A18: the instalment is at most income less necessary spending, as the paper gives them."""
    facts = case.facts
    income, spending = distinct(facts, "income"), distinct(facts, "spending")
    whole = [b.whole for b in facts.breakdowns if b.kind == "spending"]
    each = distinct(facts, "proposed_instalment") or distinct(facts, "instalment")
    if whole:
        spending = (whole[0],)
    if not income or not spending:
        return unknown("no_income")
    if not each:
        return unknown("no_equal_amount")
    if len(income) > 1 or len(spending) > 1:
        return unknown("several_values")
    due = max(each, key=lambda a: a.value)
    left = income[0].value - spending[0].value
    ok = due.value <= left
    share = due.value / income[0].value * 100 if income[0].value else Decimal(0)
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{money(income[0].value)} - {money(spending[0].value)} = {money(left)} "
        f"{'≥' if ok else '<'} {money(due.value)} ({percent(share)})",
        inputs=(amount_input(income[0]), amount_input(spending[0]), amount_input(due)),
        subject=(due.span,),
        against=(income[0].span, spending[0].span),
        reason="" if ok else "not_affordable",
        values={
            "amount": money(due.value),
            "computed": money(left),
            "difference": money(abs(due.value - left)),
            "rate": bare(share),
        },
    )
