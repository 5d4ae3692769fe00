"""What a check is given, and what it answers."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from agreecheck.model.base import Frozen
from agreecheck.model.document import Document
from agreecheck.model.fact import Amount, Day, Facts, Rate
from agreecheck.model.finding import CheckStatus, Cost, Input, Limit, Severity
from agreecheck.model.given import Me
from agreecheck.model.law import LawBook
from agreecheck.model.span import Span


class Case(Frozen):
    """One document with all that the checks share. ``costs`` has the headline first; ``me``: what the borrower told."""

    document: Document
    facts: Facts
    law: LawBook
    as_of: date
    cues: dict[str, tuple[str, ...]] = {}
    costs: tuple[Cost, ...] = ()
    limits: tuple[Limit, ...] = ()
    me: Me = Me()


class Outcome(Frozen):
    """The answer of one check before its texts are known. ``subject`` are the words judged, ``against`` what they
    contradict; ``severity`` replaces that of the entry."""

    status: CheckStatus
    equation: str = ""
    inputs: tuple[Input, ...] = ()
    subject: tuple[Span, ...] = ()
    against: tuple[Span, ...] = ()
    reason: str = ""
    values: dict[str, str] = {}
    severity: Severity | None = None


def unknown(reason: str, *inputs: Input, equation: str = "") -> Outcome:
    """Not computable, and why."""
    return Outcome(status="not_computable", reason=reason, inputs=inputs, equation=equation)


def together(outcomes: Iterable[Outcome], otherwise: str) -> Outcome:
    """One answer out of several: what fails speaks alone; else what passes; else not computable for ``otherwise``."""
    given = tuple(outcomes)
    for status in ("fail", "pass", "not_computable"):
        chosen = [o for o in given if o.status == status]
        if chosen:
            return Outcome(
                status=chosen[0].status,
                equation="; ".join(dict.fromkeys(o.equation for o in chosen if o.equation)),
                inputs=tuple(dict.fromkeys(i for o in chosen for i in o.inputs)),
                subject=tuple(s for o in chosen for s in o.subject),
                against=tuple(s for o in chosen for s in o.against),
                reason=chosen[0].reason,
                values=chosen[0].values,
                severity=chosen[0].severity,
            )
    return unknown(otherwise)


def money(value: Decimal) -> str:
    """Two decimals, as in a contract."""
    return f"{value:.2f}"


def plain(value: Decimal) -> str:
    """Without needless zeros: 18.25, 24, 0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bare(value: Decimal) -> str:
    """A rate for a text that brings its own sign, at most two decimals."""
    return plain(value.quantize(Decimal("0.01")))


def percent(value: Decimal) -> str:
    """A rate for reading, at most two decimals."""
    return f"{bare(value)} %"


def amount_input(amount: Amount, name: str = "") -> Input:
    return Input(name=name or amount.role or "amount", value=money(amount.value), span=amount.span)


def day_input(day: Day, name: str = "") -> Input:
    return Input(
        name=name or day.role or "date", value=str(day.value or day.written), span=day.span if len(day.span) else None
    )


def rate_input(rate: Rate, name: str = "") -> Input:
    return Input(name=name or rate.role or "rate", value=f"{plain(rate.percent)} %/{rate.period}", span=rate.span)
