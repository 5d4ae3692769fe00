"""Do the rows add up, and are they as many as said? A01, A06."""

from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, amount_input, money, together, unknown
from agreecheck.checks.plan import charged, distinct, doubtful_plan, implied, owed, rows, tolerance, total, written
from agreecheck.checks.readings import or_else
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Input
from agreecheck.model.span import Span


def instalments_add_up(case: Case) -> Outcome:
    """A01: the sum of all rows is the stated total, to one fen a row; a down payment may stand beside the rows."""
    facts = case.facts
    sum_, count = total(facts), len(rows(facts))
    if sum_ is None:
        return unknown("no_schedule")
    groups = _stated_totals(facts)
    if not groups:
        return _without_total(case, sum_)
    return together((_against(facts, sum_, count, group) for group in groups), "no_stated_total")


def _stated_totals(facts: Facts) -> list[tuple[Amount, ...]]:
    """What the rows must add up to. Amounts of one group are alternatives: several values given for one sum."""
    groups: list[tuple[Amount, ...]] = []
    if facts.schedule and facts.schedule.stated_total:
        groups.append((facts.schedule.stated_total,))
    if plan_total := distinct(facts, "plan_total"):
        groups.append(plan_total)
    if owed(facts) and not charged(facts):
        groups.append(owed(facts))
    elif owed(facts) and not groups and _paid_in_all(facts) < min(a.value for a in owed(facts)):
        groups.append(owed(facts))  # interest can only make the rows more than the debt
    return groups


def _paid_in_all(facts: Facts) -> Decimal:
    """All rows, and a down payment that may stand beside them."""
    return (total(facts) or Decimal(0)) + sum((a.value for a in distinct(facts, "down_payment")), Decimal(0))


def _against(facts: Facts, sum_: Decimal, count: int, stated: tuple[Amount, ...]) -> Outcome:
    down = distinct(facts, "down_payment")
    for extra in (None, *down):
        whole = sum_ + (extra.value if extra else 0)
        for target in stated:
            if abs(whole - target.value) <= tolerance(count):
                return _sum_outcome(facts, whole, count, target, extra)
    if doubtful_plan(facts, sum_, stated[0].value):
        return unknown("rows_doubtful")
    broken = _sum_outcome(facts, sum_, count, stated[0], None)
    return or_else(facts, sum_, stated[0].value, broken, tolerance(count))


def _sum_outcome(facts: Facts, whole: Decimal, count: int, target: Amount, extra: Amount | None) -> Outcome:
    ok = abs(whole - target.value) <= tolerance(count)
    plus = f" + {money(extra.value)}" if extra else ""
    sign = "=" if whole == target.value else "≈" if ok else "≠"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{spelled(facts)}{plus} = {money(whole)}" + (f" {sign} {money(target.value)}" if sign != "=" else ""),
        inputs=(
            Input(name="rows", value=str(count)),
            *((amount_input(extra),) if extra else ()),
            amount_input(target, "stated_total"),
        ),
        subject=_row_spans(facts),
        against=(target.span,),
        reason="" if ok else "sum_differs",
        values={
            "computed": money(whole),
            "stated": money(target.value),
            "difference": money(abs(whole - target.value)),
            "n": str(count),
        },
    )


def spelled(facts: Facts) -> str:
    """The rows as runs of equal amounts: 3000.00 × 11 + 2980.00."""
    runs: list[tuple[Decimal, int]] = []
    for row in rows(facts):
        value = row.total or Decimal(0)
        if runs and runs[-1][0] == value:
            runs[-1] = (value, runs[-1][1] + 1)
        else:
            runs.append((value, 1))
    if len(runs) > 6:
        return f"Σ ({len(rows(facts))})"
    return " + ".join(money(v) if n == 1 else f"{money(v)} × {n}" for v, n in runs)


def _row_spans(facts: Facts) -> tuple[Span, ...]:
    spans = [r.span for r in rows(facts) if r.span]
    if not spans:
        return (facts.schedule.span,) if facts.schedule else ()
    return (spans[0], spans[-1]) if len(spans) > 1 else (spans[0],)


def _without_total(case: Case, sum_: Decimal) -> Outcome:
    """Nothing to hold the rows against: they may still agree with what is owed, but cannot differ from it."""
    facts = case.facts
    debt = owed(facts) + implied(facts)
    if not debt:
        return unknown("no_stated_total")
    whole = _against(facts, sum_, len(rows(facts)), debt)
    return whole if whole.status == "pass" else _principal_adds_up(case)


def _principal_adds_up(case: Case) -> Outcome:
    """Where the rows bear interest and no total is stated, their principal parts should still pay off the debt."""
    parts = [r.principal for r in rows(case.facts)]
    if not parts or None in parts:
        return unknown("interest_in_rows")
    sum_ = sum((p for p in parts if p is not None), Decimal(0))
    for target in owed(case.facts) + implied(case.facts):
        if abs(sum_ - target.value) <= tolerance(len(parts)):
            return Outcome(
                status="pass",
                equation=f"Σ p ({len(parts)}) = {money(sum_)}",
                inputs=(Input(name="rows", value=str(len(parts))), amount_input(target, "principal")),
                subject=_row_spans(case.facts),
                against=(target.span,),
            )
    return unknown("interest_in_rows")


def row_count(case: Case) -> Outcome:
    """A06: as many rows as instalments said, numbered without a gap."""
    facts = case.facts
    if not written(facts) or (facts.schedule and facts.schedule.origin == "prose"):
        return unknown("no_table")
    numbers = [r.number for r in rows(facts)]
    counts = [t for t in facts.terms if t.role == "plan" and t.unit == "instalment"]
    gap = next((i for i, n in enumerate(numbers) if n != i + 1), None)
    beside = 1 if distinct(facts, "down_payment") else 0
    stated = next(
        (t for t in counts if t.count in (len(numbers), len(numbers) - beside)), counts[0] if counts else None
    )
    if gap is None and stated is None:
        return unknown("no_count", Input(name="rows", value=str(len(numbers))))
    right = stated is None or stated.count in (len(numbers), len(numbers) - beside)
    inputs = [Input(name="rows", value=str(len(numbers)))]
    if stated:
        inputs.append(Input(name="count", value=str(stated.count), span=stated.span))
    seen = _runs(numbers)
    spans = [r.span for r in rows(facts)]
    at = spans[gap if gap is not None else -1] if spans else None
    ok = gap is None and right
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{len(numbers)} ({seen})" + ("" if stated is None else f" {'=' if right else '≠'} {stated.count}"),
        inputs=tuple(inputs),
        subject=(at,) if at else (facts.schedule.span,) if facts.schedule else (),
        against=(stated.span,) if stated else (),
        reason="" if ok else "rows_missing",
        values={"computed": str(len(numbers)), "stated": str(stated.count) if stated else seen, "n": str(len(numbers))},
    )


def _runs(numbers: list[int]) -> str:
    """1-3, 5-6 for 1 2 3 5 6."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)
