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
    item, text = context.texts.items.get(verdict.item), item_text(context, verdict.item)
    findings, speaking, headlines = _sorted(verdict), _speaking(context, verdict), headlines_of(context, verdict)
    first = said(context, speaking[0]) if speaking else text
    keys = [key for f in speaking for key in context.texts.rules[f.rule].basis] or (item.basis if item else ())
    return Entry(
        item=verdict.item,
        group=item.group if item else "",
        status=verdict.status,
        severity=verdict.severity,
        title=text.title,
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
    known, text = context.texts.checks.get(check.id), _check_text(context, check)
    return CheckRow(
        id=check.id,
        status=check.status,
        severity=check.severity,
        items=known.serves if known else (),
        title=text.title,
        headline=check_headline(context, check),
        compares=context.filled(text.compares, check.values),
        equation=context.name(check.equation),
        reason=check.reason,
        message=context.reason(check),
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


def item_text(context: Context, slug: str) -> RuleText:
    """The texts of an item; one that is not known has its name alone."""
    item = context.texts.items.get(slug)
    return context.rule_text(item) if item else RuleText(title=slug, why="")


def headlines_of(context: Context, verdict: Verdict) -> tuple[str, ...]:
    """What the rules of an item say, the gravest first; the item's title where none says anything."""
    titles = dict.fromkeys(said(context, f).title for f in _speaking(context, verdict))
    return tuple(titles) or (item_text(context, verdict.item).title,)


def check_headline(context: Context, check: CheckResult) -> str:
    """The title of a check, with what is the matter where it fails."""
    title = _check_text(context, check).title
    return context.labelled(title, context.reason(check).rstrip("。.")) if check.status == "fail" else title


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


def _sorted(verdict: Verdict) -> list[Finding]:
    return sorted(verdict.findings, key=lambda f: (status_rank(f.status), -GRAVITY.index(f.severity)))


def _speaking(context: Context, verdict: Verdict) -> list[Finding]:
    rules = context.texts.rules if verdict.flagged else {}
    return [f for f in _sorted(verdict) if f.status == verdict.status and f.rule in rules]


def _check_text(context: Context, check: CheckResult) -> CheckText:
    known = context.texts.checks.get(check.id)
    return context.check_text(known) if known else CheckText(title=check.id, compares="", why="")
