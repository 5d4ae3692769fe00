"""Was less paid out than is counted as principal? A12."""

from agreecheck.checks.case import Case, Outcome, amount_input, bare, money, unknown
from agreecheck.checks.plan import distinct
from agreecheck.model.finding import Input


def received_in_full(case: Case) -> Outcome:
    """A12: what the borrower really got is not less than the principal. Only who was paid out can tell; what the paper
    itself says of a deduction is the checklist's.

    The principal is the original one where the paper names it; else what is still owed, which can only be less.
    """
    facts, got = case.facts, case.me.received
    if got is None:
        return unknown("not_told")
    principal = distinct(facts, "original_principal") or distinct(facts, "principal")
    if not principal:
        return unknown("no_principal")
    if len(principal) > 1:
        return unknown("several_values")
    stated, less = principal[0], principal[0].value - got
    ok = less <= 0
    share = f" ({bare(less / stated.value * 100)} %)" if not ok else ""
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{money(got)} {'≥' if ok else '<'} {money(stated.value)}"
        + ("" if ok else f"; {money(stated.value)} - {money(got)} = {money(less)}{share}"),
        inputs=(
            Input(name="received", value=money(got)),
            amount_input(stated),
        ),
        subject=(stated.span,),
        reason="" if ok else "received_less",
        values={"stated": money(stated.value), "computed": money(got), "difference": money(abs(less))},
    )
