"""From which day on a clause on default bites: days of delay, missed instalments, time to cure, grace."""

from collections.abc import Sequence
from datetime import date

from agreecheck.checks.case import Case
from agreecheck.checks.holidays import working_day
from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Term
from agreecheck.model.finding import Evidence
from agreecheck.model.span import Span

_AROUND = 10  # characters between a number of days and the word that calls it a delay
_DAYS = compiled(r"P(\d+)D")
_BY_DAY = {"day": 1, "month": 30}


class Wait(Frozen):
    """``instalments`` that must be missed; more than ``days`` of delay, the time to cure included."""

    instalments: int = 1
    days: int = 0

    def over(self, days: int) -> bool:
        """Whether one instalment that is so late is enough."""
        return self.instalments <= 1 and days > self.days


def wait_for(
    case: Case, place: Evidence, due: date | None = None, *, beside: bool = True, other: Sequence[Evidence] = ()
) -> Wait:
    """What must pass before the clause at ``place`` bites: as its sentence says, else what stands before it in its own
    clause, else (``beside``) its article, else the clauses at ``other`` places, which it may refer to. A sentence that
    calls one missed payment enough needs no more. Working days are counted from ``due``.
    """
    whole = _article(case, place.span)
    if other and not _told(case, whole) and not _one_is_enough(case, place):
        return max((wait_for(case, e, due) for e in other), key=lambda w: (w.instalments, w.days))
    regions = [place.span, _before(case, place.span), *([whole] if beside else [])]
    terms = next((found for r in regions if (found := _terms(case, r, "default"))), [])
    cure = next((found for r in regions if (found := _terms(case, r, "cure"))), [])
    counts = [t.count for t in terms if t.unit == "instalment"]
    days = [_days(case, t, due) for t in terms if t.unit in _BY_DAY] or ([] if counts else _told_days(case, place.span))
    heal = [in_days(case, t, due) for t in cure if t.unit in _BY_DAY]
    return Wait(instalments=min(counts, default=1), days=min(days, default=0) + min(heal, default=0))


def grace(case: Case, calls: Sequence[Evidence], due: date | None = None) -> int:
    """The days of grace of each instalment, 0 where none; time to cure in a clause that calls in the debt is none."""
    days = [
        in_days(case, t, due)
        for t in case.facts.terms
        if t.role == "grace" and t.unit == "day" and not any(e.span.contains(t.span) for e in calls)
    ]
    return min(days, default=0)


def _told_days(case: Case, span: Span) -> list[int]:
    """Days of delay in the sentence itself that no term was made of: "more than 14 days late"."""
    text, late = case.document.text, case.cues["late"]
    found = []
    for mention in case.facts.mentions:
        days = _DAYS.fullmatch(mention.value)
        if mention.kind in ("duration", "deadline") and days and span.contains(mention.span):
            around = text[max(span.start, mention.span.start - _AROUND) : min(span.end, mention.span.end + _AROUND)]
            found += [int(days[1])] * any(word in around for word in late)
    return found


def in_days(case: Case, term: Term, due: date | None) -> int:
    """Calendar days of a term that begins on ``due``; working days as many where that day is not known."""
    if not term.working or due is None:
        return term.count * _BY_DAY[term.unit]
    return (working_day(case.law, due, term.count) - due).days


def _days(case: Case, term: Term, due: date | None) -> int:
    """Days that may pass: 超过3日 lets three pass, 满30日 only twenty-nine."""
    before = case.document.text[max(0, term.span.start - 3) : term.span.start]
    full = any(word in before for word in case.cues["reached"])
    return in_days(case, term, due) - full


def _told(case: Case, span: Span) -> bool:
    return bool(_terms(case, span, "default") or _terms(case, span, "cure"))


def _one_is_enough(case: Case, place: Evidence) -> bool:
    words = place.span.slice(case.document.text)
    return any(word in words for word in case.cues["one_enough"])


def _terms(case: Case, span: Span, role: str) -> list[Term]:
    return [t for t in case.facts.terms if t.role == role and span.contains(t.span)]


def _before(case: Case, span: Span) -> Span:
    """What stands before a place in its innermost clause, in its paragraph where there are no clauses."""
    document = case.document
    clause = document.clause_at(span.start)
    block = next((b.span for b in document.blocks if b.span.start <= span.start < b.span.end), span)
    return Span(clause.span.start if clause else block.start, span.start)


def _article(case: Case, span: Span) -> Span:
    """The top clause around a place, else the place itself."""
    return next((c.span for c in case.document.clauses if c.parent is None and c.span.contains(span)), span)
