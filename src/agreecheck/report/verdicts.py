"""Verdicts and computed checks in words."""

from agreecheck.model.check import CheckText
from agreecheck.model.finding import FLAGGED, SEVERITIES, CheckResult, Finding, Verdict
from agreecheck.model.rule import RuleText
from agreecheck.report.context import Context
from agreecheck.report.price import price_row
from agreecheck.report.shape.judged import CheckRow, Entry, InputRow
from agreecheck.text.quoted import quoted

GRAVITY: tuple[str, ...] = SEVERITIES


def entry(context: Context, verdict: Verdict) -> Entry:
    """One checklist item. The gravest finding speaks first."""
    item = context.texts.items.get(verdict.item)
    item_text = context.rule_text(item) if item else RuleText(title=verdict.item, why="")
    findings = sorted(verdict.findings, key=lambda f: (status_rank(f.status), -GRAVITY.index(f.severity)))
    speaking = (
        [f for f in findings if f.status == verdict.status and f.rule in context.texts.rules] if verdict.flagged else []
    )
    headlines = tuple(dict.fromkeys(said(context, f).title for f in speaking)) or (item_text.title,)
    first = said(context, speaking[0]) if speaking else item_text
    keys = [key for f in speaking for key in context.texts.rules[f.rule].basis] or (item.basis if item else ())
    return Entry(
        item=verdict.item,
        group=item.group if item else "",
        status=verdict.status,
        severity=verdict.severity,
        title=item_text.title,
        headline=headlines[0],
        also=headlines[1:],
        why=first.why if verdict.flagged else "",
        by=verdict.by,
        rules=tuple(dict.fromkeys(f.rule for f in findings)),
        ask=tuple(context.words(q.text) for q in context.report.questions if verdict.item in q.serves),
        basis=context.basis(keys),
        evidence=context.places.quotes((*(e for f in findings for e in f.evidence), *verdict.evidence)),
        wording=context.words(context.suggestions.get(verdict.item)) if verdict.flagged else "",
        cost=price_row(context, verdict.item),
        ignored=verdict.silent,
    )


def check_entry(context: Context, check: CheckResult) -> CheckRow:
    """One computed check with its equation."""
    known = context.texts.checks.get(check.id)
    text = context.check_text(known) if known else CheckText(title=check.id, compares="", why="")
    message = context.reason(check)
    return CheckRow(
        id=check.id,
        status=check.status,
        severity=check.severity,
        items=known.serves if known else (),
        title=text.title,
        headline=context.labelled(text.title, message.rstrip("。.")) if check.status == "fail" else text.title,
        compares=context.filled(text.compares, check.values),
        equation=context.name(check.equation),
        reason=check.reason,
        message=message,
        why=context.filled(text.why, check.values) if check.status == "fail" else "",
        ask=tuple(context.filled(q, check.values) for q in text.ask) if check.status == "fail" else (),
        inputs=tuple(
            context.places.at(i.span, InputRow, name=context.name(i.name), value=context.name(i.value))
            for i in check.inputs
        ),
        basis=context.basis(known.basis if known else ()),
        evidence=context.places.quotes(check.evidence),
        ignored=check.status == "fail" and any(one.rule == check.id for one in context.report.ignored),
    )


def status_rank(status: str) -> int:
    """Of two equally grave findings the one with the smaller rank comes first."""
    order = ("fail", *FLAGGED)
    return order.index(status) if status in order else len(order)


def said(context: Context, finding: Finding) -> RuleText:
    """What a finding's rule says of the paper, with its values and the words it quotes."""
    text = context.rule_text(context.texts.rules[finding.rule])
    words = {"phrase": quoted(context.report.document, finding.evidence[0])} if finding.evidence else {}
    return RuleText(
        title=context.filled(text.title, words | finding.values),
        why=context.filled(text.why, words | finding.values),
    )
