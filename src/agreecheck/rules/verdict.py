"""From the outcomes of an item's rules to its verdict."""

from collections.abc import Iterable

from agreecheck.model.document import Document
from agreecheck.model.finding import SEVERITIES, Evidence, Finding, Severity, Status, Verdict
from agreecheck.model.rule import Item, Rule
from agreecheck.model.span import Span
from agreecheck.rules.apply import Outcome

# The worst wins.
ORDER: tuple[Status, ...] = ("risky", "ambiguous", "unreadable", "absent", "found", "not_applicable")
READ_IN_FULL = 0.98
READ_AT_ALL = 0.5


class Setting:
    """What the paper as a whole says about every item: its profiles and how much of it could be read."""

    def __init__(
        self, document: Document, must: Iterable[str], left_out: Iterable[str], barred: Iterable[str], type_: str
    ) -> None:
        self.must, self.type = frozenset(must), type_
        self._left_out, self._barred = frozenset(left_out), frozenset(barred)
        self.readable = document.coverage >= READ_AT_ALL and bool(document.text.strip())
        self.complete = document.coverage >= READ_IN_FULL or not document.gaps

    def left_out(self, item: Item) -> bool:
        """Whether the paper's type has no use for the item unless it is named."""
        if item.only_types:
            return self.type not in item.only_types
        return "*" in self._left_out or item.slug in self._left_out

    def barred(self, item: Item) -> bool:
        """Whether the item belongs to papers of another sort altogether."""
        if item.only_types:
            return self.type not in item.only_types
        return "*" in self._left_out or item.slug in self._barred


def conclude(item: Item, outcomes: Iterable[Outcome], setting: Setting) -> Verdict:
    """The worst outcome, in the light of the setting."""
    if not setting.readable:
        return Verdict(item=item.slug, status="unreadable", severity=item.severity)
    if setting.barred(item):
        return Verdict(item=item.slug, status="not_applicable", severity="info")
    seen = list(outcomes)
    status: Status = min((o.status for o in seen), key=ORDER.index, default="absent")
    if status == "absent":
        status = _absent(item, setting, required=bool(seen))
    elif not setting.complete and not any(o.evidence for o in seen):
        status = "unreadable"  # all is well only as far as the paper could be read
    deciding = [
        o for o in seen if o.status == status or (o.status == "absent" and status in ("unreadable", "not_applicable"))
    ]
    findings = tuple(
        _finding(o, item, status, setting) for o in deciding if o.status != "absent" or status != "not_applicable"
    )
    severity = max((f.severity for f in findings), key=SEVERITIES.index, default=_severity(item, None, status, setting))
    return Verdict(item=item.slug, status=status, severity=severity, findings=findings, evidence=_evidence(findings))


def _absent(item: Item, setting: Setting, *, required: bool) -> Status:
    """What the silence of a paper about an item means; of a part that could not be read it means nothing."""
    if setting.left_out(item):
        return "not_applicable"
    if not setting.complete:
        return "unreadable"
    return "absent" if required and not item.quiet_when_silent else "not_applicable"


def _finding(outcome: Outcome, item: Item, status: Status, setting: Setting) -> Finding:
    return Finding(
        rule=outcome.rule.id, status=status, severity=_severity(item, outcome.rule, status, setting),
        evidence=outcome.evidence, values=outcome.values,
    )  # fmt: skip


def _severity(item: Item, rule: Rule | None, status: Status, setting: Setting) -> Severity:
    """The item's own; a step up when risky; at least high where the type must have it; info where all is well."""
    if status in ("found", "not_applicable"):
        return "info"
    if rule is not None and rule.severity is not None:
        return rule.severity
    level = SEVERITIES.index(item.severity)
    if item.slug in setting.must:
        level = max(level, SEVERITIES.index("high"))
    if status == "risky":
        level += 1
    return SEVERITIES[min(level, len(SEVERITIES) - 1)]


def _evidence(findings: Iterable[Finding]) -> tuple[Evidence, ...]:
    """What all findings quote, each place once, as the first of them sees it."""
    seen: dict[tuple[Span, Span], Evidence] = {}
    for one in (e for finding in findings for e in finding.evidence):
        seen.setdefault((one.span, one.focus), one)
    return tuple(seen.values())
