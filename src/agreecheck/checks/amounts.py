"""Do parts make the whole, is the waiver subtracted right, do words and digits agree? A02, A03, A04."""

from decimal import Decimal
from itertools import product

import msgspec

from agreecheck.checks.case import Case, Outcome, amount_input, money, together, unknown
from agreecheck.checks.matter import says
from agreecheck.checks.plan import FEN, distinct, far_apart, owed, rows, sum_payable, tolerance, whole_waiver
from agreecheck.checks.readings import or_else
from agreecheck.model.fact import Amount, Breakdown, Facts, Instalment
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


def parts_make_the_whole(case: Case) -> Outcome:
    """A02: every breakdown of the paper adds up, and so do the parts of each row, to one fen a part."""
    found = [_breakdown(case.facts, b) for b in case.facts.breakdowns if b.kind != "payable" and b.parts]
    found += _loans_together(case.facts) + _row_parts(case.facts)
    if not found:
        found = _debt_by_roles(case.facts)
    return together(found, "no_breakdown")


def _breakdown(facts: Facts, item: Breakdown) -> Outcome:
    sum_ = sum((p.value for p in item.parts), Decimal(0))
    ok = abs(sum_ - item.whole.value) <= tolerance(len(item.parts))
    if far_apart(sum_, item.whole.value, Decimal(2)):
        return unknown("parts_doubtful")
    outcome = _sum(item.parts, sum_, item.whole, ok)
    inner = next((p for p in item.parts if sum_ - p.value == item.whole.value), None)
    if inner and len(item.parts) > 2:  # it may be told as a share of the part before it
        rest = tuple(p for p in item.parts if p is not inner)
        other = _sum(rest, item.whole.value, item.whole, ok=True).equation
        return unknown("other_reading", *outcome.inputs, equation=f"{outcome.equation}; {other}")
    return or_else(facts, sum_, item.whole.value, outcome)


def _loans_together(facts: Facts) -> list[Outcome]:
    """Several loans, each broken down, make the whole debt; where the paper does not already add them up itself."""
    loans = tuple(b.whole for b in facts.breakdowns if b.kind == "loan")
    whole = distinct(facts, "total_debt") or owed(facts)
    if len(loans) < 2 or len(whole) != 1 or any(b.kind == "loans" for b in facts.breakdowns):
        return []
    sum_ = sum((a.value for a in loans), Decimal(0))
    return [_sum(loans, sum_, whole[0], abs(sum_ - whole[0].value) <= tolerance(len(loans)))]


def _sum(parts: tuple[Amount, ...], sum_: Decimal, whole: Amount, ok: bool) -> Outcome:
    sign = "" if sum_ == whole.value else f" {'≈' if ok else '≠'} {money(whole.value)}"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{' + '.join(money(p.value) for p in parts)} = {money(sum_)}{sign}",
        inputs=(*(amount_input(p) for p in parts), amount_input(whole)),
        subject=(whole.span,),
        against=tuple(p.span for p in parts),
        reason="" if ok else "sum_differs",
        values={"computed": money(sum_), "stated": money(whole.value), "difference": money(abs(sum_ - whole.value))},
    )


def _row_parts(facts: Facts) -> list[Outcome]:
    """Rows that were written with their parts; one answer for all that agree, one for each that does not."""
    wrong, right = [], 0
    for row in rows(facts):
        parts = [p for p in (row.principal, row.interest, row.fee) if p is not None]
        if row.derived or row.total is None or row.principal is None or len(parts) < 2:
            continue
        sum_ = sum(parts, Decimal(0))
        if abs(sum_ - row.total) <= FEN * len(parts):
            right += 1
            continue
        wrong.append(or_else(facts, sum_, row.total, _wrong_row(row, parts, sum_, row.total)))
    if wrong or not right or facts.schedule is None:
        return wrong
    return [
        Outcome(status="pass", equation=f"{right} × (p + i + f = Σ)", inputs=(Input(name="rows", value=str(right)),))
    ]


def _wrong_row(row: Instalment, parts: list[Decimal], sum_: Decimal, total: Decimal) -> Outcome:
    spelled = " + ".join(money(p) for p in parts)
    return Outcome(
        status="fail",
        equation=f"#{row.number}: {spelled} = {money(sum_)} ≠ {money(total)}",
        inputs=(Input(name="row", value=str(row.number), span=row.span),),
        subject=(row.span,) if row.span else (),
        reason="sum_differs",
        values={"computed": money(sum_), "stated": money(total), "difference": money(abs(sum_ - total))},
    )


def _debt_by_roles(facts: Facts) -> list[Outcome]:
    """Without a stated breakdown: the parts of the debt may still add up; if not, they need not be all parts."""
    parts = [
        a for role in ("principal", "interest", "overdue_interest", "penalty", "fee") for a in distinct(facts, role)
    ]
    for whole in distinct(facts, "total_debt"):
        sum_ = sum((p.value for p in parts), Decimal(0))
        if len(parts) > 1 and abs(sum_ - whole.value) <= tolerance(len(parts)):
            return [_sum(tuple(parts), sum_, whole, True)]
    return []


def waiver(case: Case) -> Outcome:
    """A03: balance less waiver, with what the plan adds, is the sum payable; for every waiver of the paper."""
    facts = case.facts
    stated = [_stated_waiver(case, b) for b in facts.breakdowns if b.kind == "payable" and len(b.parts) >= 2]
    if stated:
        return together(stated, "no_waiver")
    waived = whole_waiver(facts)
    all_waived = distinct(facts, "waived", "requested_waiver")
    if not all_waived:
        return unknown("no_waiver")
    application = facts.type.value == "hardship_application"
    left = sum_payable(facts) or (distinct(facts, "principal") if application else ())
    balances = distinct(facts, "total_debt") or distinct(facts, "loan_balance")
    if not left or not balances:
        return unknown("no_payable" if balances else "no_balance")
    extras = (None, *distinct(facts, "interest", "fee", "instalment_interest", "instalment_fee"), *_row_interest(facts))
    less = (None, *distinct(facts, "paid", "down_payment"), *_settled_at_once(case))
    readings = product(
        balances, (*((waived,) if waived else ()), *_summed(all_waived), *all_waived), left, extras, less
    )
    for balance, one, payable, add, take in readings:
        if _left(balance, one, add, take) == payable.value:
            return _waiver(balance, one, add, take, payable)
    if waived is None or len(balances) > 1 or len(left) > 1 or application:
        return unknown("several_values")
    return _waiver(balances[0], waived, None, None, left[0])


def _stated_waiver(case: Case, item: Breakdown) -> Outcome:
    """As the paper sets it out; a rest that is stated elsewhere, or is paid in part at once, agrees as well."""
    facts = case.facts
    balance, waived, *added = item.parts
    left = balance.value - waived.value + sum((a.value for a in added), Decimal(0))
    spelled = f"{money(balance.value)} - {money(waived.value)}" + "".join(f" + {money(a.value)}" for a in added)
    parts = {p.value for p in item.parts}
    whole = next((a for a in facts.amounts if a.value == left and a.value not in parts), item.whole)
    taken = next(
        (
            d
            for d in (*distinct(facts, "down_payment", "paid"), *_settled_at_once(case))
            if left - d.value == whole.value
        ),
        None,
    )
    if taken:
        spelled, left = f"{spelled} - {money(taken.value)}", left - taken.value
    return _waiver_outcome(spelled, left, whole, item.parts, waived)


def _settled_at_once(case: Case) -> tuple[Amount, ...]:
    """Parts of the debt that the paper wants paid at signing, beside the plan (签订当日一次付清上述利息1,728元)."""
    parts = distinct(case.facts, "interest", "overdue_interest", "penalty", "fee")
    paid = {
        Decimal(m.value) for m in case.facts.mentions if m.kind == "money" and says(case, m.span, "settled_at_once")
    }
    return tuple(a for a in parts if a.value in paid)


def _summed(parts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Several waivers as one, standing at the first."""
    if len(parts) < 2:
        return ()
    return (msgspec.structs.replace(parts[0], value=sum((p.value for p in parts), Decimal(0))),)


def _row_interest(facts: Facts) -> tuple[Amount, ...]:
    """The interest and fees of all rows as one amount, standing at the schedule."""
    sum_ = sum(((r.interest or Decimal(0)) + (r.fee or Decimal(0)) for r in rows(facts)), Decimal(0))
    if not facts.schedule or not sum_:
        return ()
    return (Amount(value=sum_, currency=facts.currency, role="interest", span=facts.schedule.span),)


def _left(balance: Amount, waived: Amount, add: Amount | None, take: Amount | None) -> Decimal:
    return balance.value - waived.value + (add.value if add else 0) - (take.value if take else 0)


def _waiver(balance: Amount, waived: Amount, add: Amount | None, take: Amount | None, payable: Amount) -> Outcome:
    left = _left(balance, waived, add, take)
    spelled = f"{money(balance.value)} - {money(waived.value)}"
    spelled += f" + {money(add.value)}" if add else ""
    spelled += f" - {money(take.value)}" if take else ""
    used = tuple(a for a in (balance, waived, add, take) if a)
    return _waiver_outcome(spelled, left, payable, used, waived)


def _waiver_outcome(spelled: str, left: Decimal, payable: Amount, used: tuple[Amount, ...], waived: Amount) -> Outcome:
    ok = left == payable.value
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{spelled} = {money(left)}" + ("" if ok else f" ≠ {money(payable.value)}"),
        inputs=(*(amount_input(a) for a in used), amount_input(payable)),
        subject=(payable.span,),
        against=_spans(used),
        reason="" if ok else "sum_differs",
        values={
            "computed": money(left),
            "stated": money(payable.value),
            "difference": money(abs(left - payable.value)),
            "amount": money(waived.value),
        },
    )


def _spans(amounts: tuple[Amount, ...]) -> tuple[Span, ...]:
    return tuple(a.span for a in amounts)


def words_and_digits(case: Case) -> Outcome:
    """A04: an amount in capital numerals equals the digits beside it, to the fen."""
    text = case.document.text
    outcomes = []
    for pair in case.facts.pairs:
        ok = pair.words.value == pair.digits.value
        differs = "" if ok else f" ≠ {money(pair.digits.value)}"
        outcomes.append(
            Outcome(
                status="pass" if ok else "fail",
                equation=f"{pair.words.span.slice(text)} = {money(pair.words.value)}{differs}",
                inputs=(amount_input(pair.words, "words"), amount_input(pair.digits, "digits")),
                subject=(pair.words.span,),
                against=(pair.digits.span,),
                reason="" if ok else "words_differ",
                values={
                    "words": money(pair.words.value),
                    "digits": money(pair.digits.value),
                    "difference": money(abs(pair.words.value - pair.digits.value)),
                },
            )
        )
    return together(outcomes, "no_words")
