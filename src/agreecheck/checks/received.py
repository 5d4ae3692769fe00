"""Was less paid out than is counted as principal? A12."""

from agreecheck.checks.case import Case, Outcome, amount_input, bare, money, unknown
from agreecheck.checks.plan import distinct
from agreecheck.model.finding import Input


def received_in_full(case: Case) -> Outcome:
    """A12: the sum that the borrower says was received is not less than the principal of the loan.

    The principal is the original one where the paper names it; else what is still owed, which can only be less. Where
    the paper itself tells a smaller sum it is shown, but judged only on the borrower's word.
    """
    facts, told = case.facts, case.me.received
    written = distinct(facts, "received")
    principal = distinct(facts, "original_principal") or distinct(facts, "principal")
    if told is None and not written:
        return unknown("not_told")
    if not principal:
        return unknown("no_principal")
    if len(principal) > 1 or (told is None and len(written) > 1):
        return unknown("several_values")
    got, stated = told if told is not None else written[0].value, principal[0]
    less = stated.value - got
    equation = f"{money(got)} {'≥' if less <= 0 else '<'} {money(stated.value)}"
    if less > 0:
        equation += f"; {money(stated.value)} - {money(got)} = {money(less)} ({bare(less / stated.value * 100)} %)"
    source = amount_input(written[0]) if told is None else Input(name="received", value=money(got))
    known = (source, amount_input(stated))
    if told is None:
        return unknown("received_written" if less > 0 else "not_told", *known, equation=equation)
    return Outcome(
        status="fail" if less > 0 else "pass",
        equation=equation,
        inputs=known,
        subject=(stated.span,),
        reason="received_less" if less > 0 else "",
        values={"stated": money(stated.value), "computed": money(got), "difference": money(abs(less))},
    )
