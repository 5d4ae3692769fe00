"""What the user wants ignored, as a report tells it: counted, with the reason, never gone."""

from collections.abc import Iterator, Sequence

from agreecheck.messages import Messages
from agreecheck.model.finding import Finding, Ignore, Verdict
from agreecheck.report.context import Context
from agreecheck.report.shape import View
from agreecheck.report.shape.judged import CheckRow, ExpiredRow, IgnoredRow
from agreecheck.report.verdicts import said
from agreecheck.report.wording import Line, after, joined

Section = tuple[str, list[Line]]


def ignored_rows(context: Context, checks: Sequence[CheckRow]) -> tuple[IgnoredRow, ...]:
    """Findings of verdicts in their order, then the checks that do not hold and are ignored."""
    by_code = {one.rule: one for one in context.report.ignored}
    found = [_of_finding(context, v, f, by_code) for v in context.report.verdicts for f in v.ignored]
    return (*found, *(_of_check(context, check, by_code[check.id]) for check in checks if check.ignored))


def expired_rows(context: Context) -> tuple[ExpiredRow, ...]:
    """What is judged again, as the user wrote it."""
    return tuple(
        ExpiredRow(code=one.rule, reason=context.name(one.reason), until=_day(one)) for one in context.report.expired
    )


def ignored_sections(view: View, say: Messages) -> Iterator[Section]:
    """A heading and its lines, where anything is ignored or was."""
    lines = [*(_line(row, say) for row in view.ignored), *(_over(row, say) for row in view.expired_ignores)]
    if lines:
        yield "heading.ignored", lines


def _line(row: IgnoredRow, say: Messages) -> Line:
    until = say("ignored.until", until=row.until) if row.until else ""
    told = joined(say, after(say, row.headline, row.key), say("ignored.reason", reason=row.reason), until)
    return Line(label=say.name("severity", row.severity), value=told)


def _over(row: ExpiredRow, say: Messages) -> Line:
    ended = say("ignored.ended", until=row.until)
    told = joined(say, row.code, say("ignored.reason", reason=row.reason), ended)
    return Line(label=say("ignored.expired"), value=told, known=False)


def _of_finding(context: Context, verdict: Verdict, finding: Finding, by_code: dict[str, Ignore]) -> IgnoredRow:
    rule = context.texts.rules.get(finding.rule)
    codes = (finding.rule, verdict.item, rule.check if rule else "")
    why = next(by_code[code] for code in codes if code in by_code)
    return IgnoredRow(
        key=verdict.item,
        code=why.rule,
        status=finding.status,
        severity=finding.severity,
        headline=said(context, finding).title if rule else verdict.item,
        reason=context.name(why.reason),
        until=_day(why),
        evidence=context.places.quotes(finding.evidence),
    )


def _of_check(context: Context, check: CheckRow, why: Ignore) -> IgnoredRow:
    return IgnoredRow(
        key=check.id,
        code=why.rule,
        status=check.status,
        severity=check.severity,
        headline=check.headline,
        reason=context.name(why.reason),
        until=_day(why),
        evidence=check.evidence,
    )


def _day(one: Ignore) -> str:
    return one.until.isoformat() if one.until else ""
