"""What to settle before signing, worst first."""

from collections.abc import Iterable, Mapping, Sequence

from agreecheck.report.shape.judged import CheckRow, Entry, Issue, QuestionRow
from agreecheck.report.verdicts import GRAVITY, status_rank


def issues(
    entries: Iterable[Entry], checks: Iterable[CheckRow], questions: Iterable[QuestionRow], causes: Mapping[str, str]
) -> tuple[Issue, ...]:
    """Risky and unclear items, and checks that do not hold; a check that is only for information is none.

    A check that a rule of a flagged item judges by (``causes``: check by rule), or that doubts the very sentence that
    such an item quotes, is told together with that item, and checks that one question serves are told as one.
    """
    asked: dict[str, QuestionRow] = {}
    for question in questions:
        for key in question.items:
            asked.setdefault(key, question)
    flagged = [e for e in entries if e.status in ("risky", "ambiguous") and not e.ignored]
    alone: dict[object, list[CheckRow]] = {}
    along: dict[str, list[CheckRow]] = {e.item: [] for e in flagged}
    for check in checks:
        if check.status == "fail" and check.severity != "info" and not check.ignored:
            served = [e for e in flagged if e.item in check.items]
            home = next((e.item for e in served if _judged_by(e, check, causes) or _same_sentence(e, check)), None)
            if home:
                along[home].append(check)
            else:
                alone.setdefault(asked.get(check.id) or check.id, []).append(check)
    found = [
        *(_from_checks(those, asked.get(those[0].id)) for those in alone.values()),
        *(_from_entry(e, along[e.item], asked.get(e.item), causes) for e in flagged),
    ]
    return tuple(sorted(found, key=lambda i: (-GRAVITY.index(i.severity), status_rank(i.status))))


def worst_first(entries: Iterable[Entry], status: str) -> tuple[Entry, ...]:
    """The entries of one status, gravest first, without those ignored."""
    return tuple(
        sorted((e for e in entries if e.status == status and not e.ignored), key=lambda e: -GRAVITY.index(e.severity))
    )


def _same_sentence(entry: Entry, check: CheckRow) -> bool:
    return any(a.start < b.end and b.start < a.end for a in entry.evidence for b in check.evidence)


def _judged_by(entry: Entry, check: CheckRow, causes: Mapping[str, str]) -> bool:
    """Whether the item says what this check has found."""
    return any(causes.get(rule) == check.id for rule in entry.rules)


def _from_entry(
    entry: Entry, along: Sequence[CheckRow], question: QuestionRow | None, causes: Mapping[str, str]
) -> Issue:
    return Issue(
        key=entry.item,
        status=entry.status,
        severity=max((entry.severity, *(c.severity for c in along)), key=GRAVITY.index),
        headline=entry.headline,
        also=(*entry.also, *(c.headline for c in along if not _judged_by(entry, c, causes))),
        why=entry.why,
        equation="; ".join(c.equation for c in along if c.equation),
        ask=question.text if question else next(iter(entry.ask), ""),
        cost=entry.cost,
        wording=entry.wording,
        question=question.rank if question else 0,
        by=entry.by,
        basis=entry.basis,
        quotes=tuple(q for q in (*entry.evidence, *(q for c in along for q in c.evidence)) if q.role != "searched"),
    )


def _from_checks(checks: Sequence[CheckRow], question: QuestionRow | None) -> Issue:
    """Checks that one question serves; the gravest heads them. Two places that differ are quoted before a table."""
    first, *rest = sorted(checks, key=lambda c: (-GRAVITY.index(c.severity), c.id))
    opposed = sorted((first, *rest), key=lambda c: len(c.evidence))
    return Issue(
        key=first.id,
        status=first.status,
        severity=first.severity,
        headline=first.headline,
        also=tuple(c.headline for c in rest),
        why=first.why,
        equation="; ".join(dict.fromkeys(c.equation for c in (first, *rest) if c.equation)),
        ask=question.text if question else next(iter(first.ask), ""),
        question=question.rank if question else 0,
        basis=first.basis,
        quotes=tuple(q for c in opposed for q in c.evidence),
    )
