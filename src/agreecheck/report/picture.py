"""Many reports at a glance: a row a file, what could not be read first, papers that are the same, what is frequent."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.paper import ALMOST_NOTHING
from agreecheck.report.plain import flow, harmless
from agreecheck.report.shape import View
from agreecheck.report.summary import short

_TOTALS = ("payable", "total_debt", "plan_total")
_WORST = 3
_FREQUENT = 10


class Finding(Frozen):
    """Something to settle in one file: the item or check it comes from, how grave, and in words."""

    key: str
    severity: str
    headline: str


class Row(Frozen):
    """One file: its type, gravest severity (a key) and result in words; ``failed`` if there is no report.

    Amounts are decimal strings in ``currency``, several with ``/`` between them where the paper names several;
    ``next_due`` is the first due date from the day of the review on; ``annual_percent`` is computed.
    """

    file: str
    result: str
    type: str = ""
    worst: str | None = None
    failed: bool = False
    creditor: str = ""
    currency: str = ""
    total: str = ""
    instalment: str = ""
    next_due: str = ""
    annual_percent: str = ""
    coverage: float = 0.0
    read_in_full: bool = False
    findings: tuple[Finding, ...] = ()
    sha256: str = ""

    @property
    def worst_findings(self) -> tuple[Finding, ...]:
        """The few gravest."""
        return self.findings[:_WORST]


class Picture(Frozen):
    """``unread`` rows had no report or lost content, ``read`` the others, each in the order of the files;
    ``same`` groups files of one content; ``frequent`` pairs a finding with the number of files it is in."""

    unread: tuple[Row, ...]
    read: tuple[Row, ...]
    same: tuple[tuple[str, ...], ...]
    frequent: tuple[tuple[Finding, int], ...]


def row(say: Messages, name: str, view: View) -> Row:
    """The row of a file with a report."""
    facts, kind = view.facts, view.document.type_name if view.document.coverage >= ALMOST_NOTHING else ""
    payments = [r for r in facts.schedule if r.due and r.due >= view.as_of]
    first = min(payments, key=lambda r: r.due or "", default=None)
    stated = _amounts(view, ("instalment",))
    return Row(
        file=harmless(name),
        type=kind,
        worst=view.summary.worst,
        result=short(say, view.document, view.summary),
        creditor=flow("/".join(dict.fromkeys(p.name for p in facts.parties if p.role == "creditor"))),
        currency=facts.currency,
        total=_amounts(view, _TOTALS),
        instalment=(first.total if first and first.total else "") or stated,
        next_due=(first.due if first else None) or "",
        annual_percent=view.costs[0].effective_percent if view.costs else "",
        coverage=view.document.coverage,
        read_in_full=view.document.read_in_full,
        findings=tuple(_finding(i.key, i.severity, flow(i.headline)) for i in view.issues),
        sha256=view.source.sha256,
    )


def failed_row(name: str, message: str) -> Row:
    """The row of a file without a report: why."""
    return Row(file=harmless(name), result=message, failed=True)


def clean(one: Row) -> Row:
    """The row without any sign that could steer a terminal, wherever it has been kept meanwhile."""
    words = {name: harmless(value) for name in Row.__struct_fields__ if isinstance(value := getattr(one, name), str)}
    findings = tuple(_finding(f.key, f.severity, harmless(f.headline)) for f in one.findings)
    return msgspec.structs.replace(one, findings=findings, **words)


def picture(rows: Sequence[Row]) -> Picture:
    """The rows seen together."""
    by_content: dict[str, list[str]] = {}
    for one in rows:
        if one.sha256:
            by_content.setdefault(one.sha256, []).append(one.file)
    return Picture(
        unread=tuple(r for r in rows if r.failed or not r.read_in_full),
        read=tuple(r for r in rows if not r.failed and r.read_in_full),
        same=tuple(tuple(files) for files in by_content.values() if len(files) > 1),
        frequent=_frequent(rows),
    )


@lru_cache(maxsize=4096)
def _finding(key: str, severity: str, headline: str) -> Finding:
    """One and the same object for what many papers share: ten thousand rows stay small."""
    return Finding(key=key, severity=severity, headline=headline)


def _frequent(rows: Iterable[Row]) -> tuple[tuple[Finding, int], ...]:
    """Findings of more than one file, the most frequent first, then by key."""
    known: dict[str, Finding] = {}
    counts: Counter[str] = Counter()
    for one in rows:
        for key, finding in {f.key: f for f in one.findings}.items():
            known.setdefault(key, finding)
            counts[key] += 1
    often = sorted((key for key in counts if counts[key] > 1), key=lambda key: (-counts[key], key))
    return tuple((known[key], counts[key]) for key in often[:_FREQUENT])


def _amounts(view: View, roles: Iterable[str]) -> str:
    """The differing amounts in the first of these roles that the paper fills."""
    for role in roles:
        values = dict.fromkeys(a.value for a in view.facts.amounts if a.role == role)
        if values:
            return "/".join(values)
    return ""
