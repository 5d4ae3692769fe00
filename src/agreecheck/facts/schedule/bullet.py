"""Interest first, the principal at the end (先息后本): even payments of interest, then the whole principal."""

import itertools
from collections.abc import Sequence
from datetime import date

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.schedule.prose import Plan
from agreecheck.model.fact import Instalment

_PRINCIPAL = ("principal", "payable", "last_instalment")
_DUE = ("", "due", "last_due", "plan_end")
_NEAR = 40  # characters between the principal and its date
_MAX_ROWS = 120


def at_end(flow: Flow, plan: Plan, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> tuple[Instalment, ...]:
    """The rows of such a plan, empty unless the interest, the first date and the repayment are all known."""
    interest = next((one for one in labelled if one.role == "instalment_interest"), None)
    repaid = _repaid(flow, marked, labelled)
    if interest is None or repaid is None or plan.each or plan.principal or plan.first_due is None:
        return ()
    principal, last = repaid
    count = plan.cycle.payments(plan.first_due, last)
    dates = list(itertools.islice(plan.cycle.dates(plan.first_due, plan.due_day), min(count, _MAX_ROWS + 1)))
    if not 1 < count <= _MAX_ROWS or dates[-1] > last:
        return ()
    value, whole = interest.figure.value, principal.figure.value
    together = dates[-1] == last
    rows = [
        Instalment(number=n, due=due, total=value, interest=value, span=interest.figure.main.span, derived=True)
        for n, due in enumerate(dates[:-1] if together else dates, 1)
    ]
    rows.append(
        Instalment(
            number=len(rows) + 1,
            due=last,
            total=whole + value if together else whole,
            principal=whole,
            interest=value if together else None,
            span=principal.figure.main.span,
            derived=True,
        )
    )
    return tuple(rows)


def _repaid(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> tuple[Labelled, date] | None:
    """The principal that is paid back at once, and when: with its sum behind the date, else in words (到期还本)."""
    for one in labelled:
        start = one.figure.piece.start
        back = words(flow.pack, "pays_principal").search(flow.text, max(0, start - 24), start)
        near = [m for m in marked if m.dated.day and m.role in _DUE and 0 <= start - m.dated.piece.end <= _NEAR]
        if one.role in _PRINCIPAL and back and near and near[-1].dated.day:
            return one, near[-1].dated.day
    return _told(flow, marked, labelled)


def _told(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> tuple[Labelled, date] | None:
    """本金于2027年11月20日一次性归还; 到期还本，到期日2027年11月20日: the only principal, the date beside the words."""
    owed = [one for one in labelled if one.role in ("principal", "total_debt")]
    match = words(flow.pack, "principal_back").search(flow.text)
    if match is None or len({one.figure.value for one in owed}) != 1:
        return None
    dated = [(m.dated.piece.start, m.dated.day) for m in marked if m.dated.day and m.role in (*_DUE, "deferral_end")]
    sentence = flow.sentence(match.start())
    beside = [d for at, d in dated if sentence.start <= at < sentence.end and at >= match.start()]
    later = sorted(day for _, day in dated)
    if not later:
        return None
    return owed[0], beside[-1] if beside else later[-1]
