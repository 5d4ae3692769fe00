"""One file of a folder in one row: what it is, what it asks for, when, at what cost, and what is to be settled."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.paper import ALMOST_NOTHING, type_name
from agreecheck.report.plain import flow, harmless
from agreecheck.report.shape import Trace, View
from agreecheck.report.shape.facts import ScheduleRow
from agreecheck.report.summary import short

_TOTALS = ("payable", "total_debt", "plan_total")
_WORST = 3
_UNKNOWN = "-"
_WORDS = (
    "file", "result", "type", "kind", "worst", "creditor", "currency", "total", "stated", "instalment", "next_due",
    "annual_percent", "sha256", "as_of",
)  # fmt: skip


class Finding(Frozen):
    """Something to settle in one file: the item or check it comes from, how grave, and in words."""

    key: str
    severity: str
    headline: str


class Payment(Frozen):
    """One payment of a plan; None where the paper names no such date or no sum."""

    due: date | None
    amount: Decimal | None


class Row(Frozen):
    """One file: its type, gravest severity (a key) and result in words; ``failed`` if there is no report.

    Amounts are decimal strings in ``currency``, several with ``/`` between them where the paper names several;
    ``stated`` is the instalment that it names, ``instalment`` the one that is next; ``next_due`` is the first due date
    from ``as_of`` on; ``annual_percent`` is computed. ``plan`` holds the payments, one a line, so that ten thousand
    rows stay small. ``missing`` are checklist items that the paper says nothing about.
    """

    file: str
    result: str
    type: str = ""
    kind: str = ""
    worst: str | None = None
    failed: bool = False
    creditor: str = ""
    currency: str = ""
    total: str = ""
    stated: str = ""
    instalment: str = ""
    next_due: str = ""
    annual_percent: str = ""
    coverage: float = 0.0
    read_in_full: bool = False
    findings: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()
    sha256: str = ""
    as_of: str = ""
    plan: str = ""
    trace: Trace = Trace()

    @property
    def worst_findings(self) -> tuple[Finding, ...]:
        """The few gravest."""
        return self.findings[:_WORST]

    @property
    def debtor(self) -> str:
        """The debtor's name as it may be shown."""
        return self.trace.debtor

    @property
    def status(self) -> str:
        """failed, partial or read."""
        return "failed" if self.failed else "read" if self.read_in_full else "partial"

    def payments(self) -> Iterator[Payment]:
        """The payments of the plan, in its order."""
        return payments(self.plan)


def payments(plan: str) -> Iterator[Payment]:
    """The payments of a row's plan, in its order."""
    for line in plan.splitlines():
        due, amount = line.split(" ")
        yield Payment(
            due=None if due == _UNKNOWN else date.fromisoformat(due),
            amount=None if amount == _UNKNOWN else Decimal(amount),
        )


def row(say: Messages, name: str, view: View) -> Row:
    """The row of a file with a report, in the language of ``say``."""
    facts, document, said = view.facts, view.document, view.headlines[say.language]
    known = document.coverage >= ALMOST_NOTHING
    one = Row(
        file=harmless(name),
        type=type_name(say, document.type, document.type_detail) if known else "",
        kind=document.type if known else "",
        worst=view.summary.worst,
        result=short(say, document, view.summary),
        creditor=flow("/".join(dict.fromkeys(p.name for p in facts.parties if p.role == "creditor"))),
        currency=facts.currency,
        total=_amounts(view, _TOTALS) or _plan_total(facts.schedule),
        stated=_amounts(view, ("instalment",)),
        annual_percent=view.costs[0].effective_percent if view.costs else "",
        coverage=document.coverage,
        read_in_full=document.read_in_full,
        findings=tuple(_finding(i.key, i.severity, said) for i in view.issues),
        missing=tuple(_finding(e.item, e.severity, said) for e in view.missing),
        sha256=view.source.sha256,
        plan="\n".join(map(_line, facts.schedule)),
        trace=view.trace,
    )
    return seen_on(one, view.as_of)


def failed_row(name: str, message: str) -> Row:
    """The row of a file without a report: why."""
    return Row(file=harmless(name), result=message, failed=True)


def seen_on(one: Row, day: str) -> Row:
    """The row as it is on a day: which payment is next."""
    if one.failed:
        return one
    coming = [p for p in one.payments() if p.due and p.due.isoformat() >= day]
    first = min(coming, key=lambda p: p.due or date.max, default=Payment(due=None, amount=None))
    return msgspec.structs.replace(
        one,
        as_of=day,
        next_due=first.due.isoformat() if first.due else "",
        instalment=one.stated if first.amount is None else str(first.amount),
    )


def clean(one: Row) -> Row:
    """The row without any sign that could steer a terminal, wherever it has been kept meanwhile; where there is none,
    the row itself."""
    told = {name: getattr(one, name) for name in _WORDS}
    findings = (*one.findings, *one.missing)
    whole = "".join((*filter(None, told.values()), one.debtor, one.trace.tail, *(f.headline for f in findings)))
    if whole.isprintable() or harmless(whole) == whole:
        return one
    return msgspec.structs.replace(
        one,
        trace=msgspec.structs.replace(one.trace, debtor=harmless(one.debtor), tail=harmless(one.trace.tail)),
        findings=tuple(map(_clean, one.findings)),
        missing=tuple(map(_clean, one.missing)),
        **{name: value and harmless(value) for name, value in told.items()},
    )


def _clean(one: Finding) -> Finding:
    return msgspec.structs.replace(one, headline=harmless(one.headline))


def _finding(key: str, severity: str, said: Mapping[str, str]) -> Finding:
    return Finding(key=key, severity=severity, headline=said[key])


def _line(payment: ScheduleRow) -> str:
    return f"{payment.due or _UNKNOWN} {payment.total or _UNKNOWN}"


def _plan_total(schedule: tuple[ScheduleRow, ...]) -> str:
    """The sum of a plan of which every payment is known."""
    known = [Decimal(payment.total) for payment in schedule if payment.total]
    return str(sum(known, Decimal("0.00"))) if known and len(known) == len(schedule) else ""


def _amounts(view: View, roles: Iterable[str]) -> str:
    """The differing amounts in the first of these roles that the paper fills."""
    for role in roles:
        values = dict.fromkeys(a.value for a in view.facts.amounts if a.role == role)
        if values:
            return "/".join(values)
    return ""
