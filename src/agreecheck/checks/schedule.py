"""Do the rows add up, are they as many as said, does the equal instalment lead to the total? A01, A05, A06, A17."""

from decimal import Decimal

from agreecheck.checks.case import Case, Outcome, amount_input, money, together, unknown
from agreecheck.checks.plan import charged, distinct, owed, rows, tolerance, total, written
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
        return _principal_adds_up(case) if owed(facts) else unknown("no_stated_total")
    return together((_against(facts, sum_, count, group) for group in groups), "no_stated_total")


def _stated_totals(facts: Facts) -> list[tuple[Amount, ...]]:
    """What the rows must add up to. Amounts of one group are alternatives: the paper gives several values for one sum."""
    groups = []
    if facts.schedule and facts.schedule.stated_total:
        groups.append((facts.schedule.stated_total,))
    if plan_total := distinct(facts, "plan_total"):
        groups.append(plan_total)
    if owed(facts) and not charged(facts):
        groups.append(owed(facts))
    elif owed(facts) and not groups and (total(facts) or 0) < min(a.value for a in owed(facts)):
        groups.append(owed(facts))  # interest can only make the rows more than the debt
    return groups


def _against(facts: Facts, sum_: Decimal, count: int, stated: tuple[Amount, ...]) -> Outcome:
    down = distinct(facts, "down_payment")
    for extra in (None, *down):
        whole = sum_ + (extra.value if extra else 0)
        for target in stated:
            if abs(whole - target.value) <= tolerance(count):
                return _sum_outcome(facts, whole, count, target, extra)
    return _sum_outcome(facts, sum_, count, stated[0], None)


def _sum_outcome(facts: Facts, whole: Decimal, count: int, target: Amount, extra: Amount | None) -> Outcome:
    ok = abs(whole - target.value) <= tolerance(count)
    plus = f" + {money(extra.value)}" if extra else ""
    sign = "=" if whole == target.value else "≈" if ok else "≠"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{_spelled(facts)}{plus} = {money(whole)}"
        + (f" {sign} {money(target.value)}" if sign != "=" else ""),
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


def _spelled(facts: Facts) -> str:
    """The rows as runs of equal amounts: 3000.00 × 11 + 2980.00."""
    runs: list[tuple[Decimal, int]] = []
    for row in rows(facts):
        value = row.total or Decimal(0)
        if runs and runs[-1][0] == value:
            runs[-1] = (value, runs[-1][1] + 1)
        else:
            runs.append((value, 1))
    if len(runs) > 6:
        return f"Σ {len(rows(facts))}"
    return " + ".join(money(v) if n == 1 else f"{money(v)} × {n}" for v, n in runs)


def _row_spans(facts: Facts) -> tuple[Span, ...]:
    spans = [r.span for r in rows(facts) if r.span]
    if not spans:
        return (facts.schedule.span,) if facts.schedule else ()
    return (spans[0], spans[-1]) if len(spans) > 1 else (spans[0],)


def _principal_adds_up(case: Case) -> Outcome:
    """Where the rows bear interest and no total is stated, their principal parts should still pay off the debt."""
    parts = [r.principal for r in rows(case.facts)]
    if not parts or None in parts:
        return unknown("interest_in_rows")
    sum_ = sum((p for p in parts if p is not None), Decimal(0))
    for target in owed(case.facts):
        if abs(sum_ - target.value) <= tolerance(len(parts)):
            return Outcome(
                status="pass",
                equation=f"Σ {len(parts)} = {money(sum_)}",
                inputs=(Input(name="rows", value=str(len(parts))), amount_input(target, "principal")),
                subject=_row_spans(case.facts),
                against=(target.span,),
            )
    return unknown("interest_in_rows")


def equal_instalments(case: Case) -> Outcome:
    """A05: n × a, or (n-1) × a with its own last or first payment, is the total, to one fen a period."""
    facts = case.facts
    counts = sorted({t.count for t in facts.terms if t.role == "plan" and t.unit == "instalment" and t.count > 0})
    if not counts:
        return unknown("no_count")
    if written(facts) and not _level(facts):
        return unknown("unequal_rows")
    outcomes = []
    for role, targets in _equal_pairs(facts):
        each = distinct(facts, role)
        if not each or not targets:
            continue
        outcomes.append(_equal(facts, counts, each, targets))
    passed = [o for o in outcomes if o.status == "pass"]
    return together(passed or outcomes, "no_equal_amount")


def _equal_pairs(facts: Facts) -> list[tuple[str, tuple[Amount, ...]]]:
    """Which equal amount must lead to which total."""
    plan_total = distinct(facts, "plan_total")
    whole = plan_total or (() if charged(facts) else owed(facts))
    if not whole and facts.type.value == "hardship_application" and not charged(facts):
        whole = distinct(facts, "payable", "principal")
    debt = owed(facts) or distinct(facts, "principal")
    return [("instalment", whole), ("proposed_instalment", whole or debt), ("instalment_principal", debt)]


def _level(facts: Facts) -> bool:
    """Are all rows of one amount, the first and the last left aside? Rows of principal count where totals differ."""
    for sums in ([r.total for r in rows(facts)], [r.principal for r in rows(facts)]):
        if None not in sums and len(set(sums[1:-1])) <= 1 and len(set(sums)) <= 2:
            return True
    return False


def _equal(facts: Facts, counts: list[int], each: tuple[Amount, ...], targets: tuple[Amount, ...]) -> Outcome:
    """Pass if any reading of the figures fits; fail only if a single reading is possible and does not."""
    odd = distinct(facts, "last_instalment", "down_payment")
    for n in counts:
        for a in each:
            for target in targets:
                readings: list[tuple[Amount | None, int]] = [(None, n), *((o, k) for o in odd for k in (n - 1, n))]
                for other, times in readings:
                    sum_ = a.value * times + (other.value if other else 0)
                    if abs(sum_ - target.value) <= tolerance(n):
                        return _equal_outcome(a, times, other, sum_, target, n)
    if len(counts) > 1 or len(each) > 1 or len(targets) > 1:
        return unknown("several_values")
    n, a, target = counts[0], each[0], targets[0]
    other = odd[0] if odd else None
    times = n - 1 if other else n
    return _equal_outcome(a, times, other, a.value * times + (other.value if other else 0), target, n)


def _equal_outcome(a: Amount, times: int, other: Amount | None, sum_: Decimal, target: Amount, n: int) -> Outcome:
    ok = abs(sum_ - target.value) <= tolerance(n)
    plus = f" + {money(other.value)}" if other else ""
    sign = "" if sum_ == target.value else f" {'≈' if ok else '≠'} {money(target.value)}"
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"{money(a.value)} × {times}{plus} = {money(sum_)}{sign}",
        inputs=(Input(name="count", value=str(n)), amount_input(a), *((amount_input(other),) if other else ()), amount_input(target)),
        subject=(a.span,),
        against=(target.span,),
        reason="" if ok else "sum_differs",
        values={"computed": money(sum_), "stated": money(target.value), "difference": money(abs(sum_ - target.value)), "n": str(n),
                "amount": money(a.value)},
    )  # fmt: skip


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
    status = "pass" if gap is None and right else "fail"
    return Outcome(
        status=status,
        equation=f"{len(numbers)} ({seen})" + ("" if stated is None else f" {'=' if right else '≠'} {stated.count}"),
        inputs=tuple(inputs),
        subject=(at,) if at else (facts.schedule.span,) if facts.schedule else (),
        against=(stated.span,) if stated else (),
        reason="" if status == "pass" else "rows_missing",
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


def down_payment(case: Case) -> Outcome:
    """A17: with the down payment beside the rows, or counted among them, the total comes out."""
    facts = case.facts
    down, sum_ = distinct(facts, "down_payment"), total(facts)
    targets = distinct(facts, "plan_total") or (() if charged(facts) else owed(facts))
    if not down:
        return unknown("no_down_payment")
    if sum_ is None:
        return unknown("no_schedule")
    if not targets:
        return unknown("no_stated_total")
    readings = [(d, t, whole) for t in targets for d in down for whole in (sum_, sum_ + d.value)]
    fits = next((r for r in readings if abs(r[2] - r[1].value) <= tolerance(len(rows(facts)))), None)
    d, target, whole = fits or (down[0], targets[0], sum_)
    inside = fits is not None and whole == sum_
    other = (
        f"; {money(d.value)} + {money(sum_)} = {money(d.value + sum_)} ≠ {money(target.value)}" if fits is None else ""
    )
    left = money(sum_) if inside or fits is None else f"{money(d.value)} + {money(sum_)}"
    return Outcome(
        status="pass" if fits else "fail",
        equation=(f"{left} = {money(whole)}" if not inside and fits else left)
        + ("" if fits and not inside else f" {'=' if fits else '≠'} {money(target.value)}")
        + other,
        inputs=(amount_input(d), Input(name="rows", value=money(sum_)), amount_input(target, "stated_total")),
        subject=(d.span,),
        against=(target.span,),
        reason=("down_payment_inside" if inside else "down_payment_beside") if fits else "sum_differs",
        values={
            "amount": money(d.value),
            "computed": money(sum_),
            "stated": money(target.value),
            "difference": money(abs(target.value - sum_)),
        },
    )
