"""The sums that a delay is reckoned on, for each instalment of the plan."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from agreecheck.checks.plan import distinct, misread, owed, rows, whole_waiver
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Facts

ZERO = Decimal(0)


class Sums(Frozen):
    """``number`` as written, ``missed`` is the instalment, ``rest`` the plan from it on, ``principal`` and
    ``rest_principal`` their principal where the rows tell it; ``debts`` what may be called the whole debt, least first;
    ``waived`` if anything is."""

    number: int
    missed: Decimal
    rest: Decimal
    principal: Decimal
    rest_principal: Decimal
    debts: tuple[Decimal, ...]
    waived: Decimal | None = None
    due: date | None = None


def sums(facts: Facts) -> tuple[Sums, ...]:
    """For each instalment in order; a single one where the paper gives sums but no rows."""
    totals, principals = _totals(facts)
    debts = tuple(sorted({a.value for a in (*owed(facts), *distinct(facts, "total_debt"))}))
    waived, plan = waived_sum(facts), rows(facts)
    numbers = _numbers(facts, len(totals))
    found = []
    for at, missed in enumerate(totals):
        rest = sum(totals[at:], ZERO)
        found.append(
            Sums(
                number=numbers[at],
                missed=missed,
                rest=rest,
                principal=principals[at],
                rest_principal=sum(principals[at:], ZERO),
                debts=debts or (rest,),
                waived=waived,
                due=plan[at].due if at < len(plan) else None,
            )
        )
    return tuple(found)


def _numbers(facts: Facts, count: int) -> list[int]:
    """What the paper calls each instalment: a row that is left out leaves its number out. Counted where the rows' own
    numbers do not rise, as where two plans each begin with 1."""
    written = [r.number for r in rows(facts)]
    rising = written[:1] > [0] and all(a < b for a, b in pairwise(written))
    return written if rising and len(written) == count else list(range(1, count + 1))


def _totals(facts: Facts) -> tuple[list[Decimal], list[Decimal]]:
    """The amount of each instalment and its principal (the amount itself where rows are not split)."""
    plan = rows(facts)
    totals = [r.total for r in plan if r.total is not None]
    if plan and len(totals) == len(plan) and not misread(facts):
        return totals, [r.total if r.principal is None else r.principal for r in plan if r.total is not None]
    each, term = distinct(facts, "instalment"), facts.term("plan", "instalment")
    if len(each) == 1 and term and 0 < term.count <= 600:
        alike = [each[0].value] * term.count
        return alike, alike
    several = len(each) > 1 or (term is not None and term.count > 1)  # a plan, whose rows could not be made out
    single = [a.value for a in owed(facts)[:1]] if not plan and not several else []
    return single, single


def waived_sum(facts: Facts) -> Decimal | None:
    """The waiver as one sum; what lies between debt and sum payable where its parts leave doubt."""
    whole = whole_waiver(facts)
    if whole:
        return whole.value
    debt, left = distinct(facts, "total_debt"), distinct(facts, "payable")
    if distinct(facts, "waived") and len(debt) == 1 and len(left) == 1 and debt[0].value > left[0].value:
        return debt[0].value - left[0].value
    return None
