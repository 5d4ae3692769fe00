"""One rule on one document: the five kinds."""

from collections.abc import Iterable, Mapping

from agreecheck.model.base import Frozen
from agreecheck.model.finding import CheckResult, Evidence, Status
from agreecheck.model.rule import Rule
from agreecheck.model.span import Span
from agreecheck.rules.contrary import Said, contrary
from agreecheck.rules.evidence import MOST, of_match, of_span
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import LETTERS, letter
from agreecheck.rules.notation import parse
from agreecheck.rules.phrase import Match, holds, matches

BLANK = ("blank",)


class Outcome(Frozen):
    """What one rule says: a status and where it read it. No outcome at all: the rule has nothing to say."""

    rule: Rule
    status: Status
    evidence: tuple[Evidence, ...] = ()
    values: dict[str, str] = {}


def applies(rule: Rule, type_: str, creditor: str) -> bool:
    """Whether a rule is meant for such a paper."""
    return (
        (not rule.types or type_ in rule.types)
        and type_ not in rule.not_types
        and (not rule.creditors or creditor in rule.creditors)
        and creditor not in rule.not_creditors
    )


def apply(rule: Rule, ground: Ground, checks: Mapping[str, CheckResult]) -> Outcome | None:
    """The outcome of a rule on a document."""
    if rule.given and not any(_anywhere(written, ground) for written in rule.given):
        return None
    if rule.kind == "present":
        return _present(rule, ground)
    if rule.kind == "paired":
        return _paired(rule, ground)
    if rule.kind == "contrary":
        return _contrary(rule, ground, checks)
    if rule.kind == "check":
        return _check(rule, ground, checks.get(rule.check))
    return required(rule, ground)


def status_of(rule: Rule) -> Status:
    """What a rule concludes when it fires: as written, else by the letter of its code."""
    return rule.status or LETTERS.get(letter(rule), "ambiguous")


def standing(rule: Rule, ground: Ground) -> list[Match]:
    """Where a pattern of ``when`` holds and none of ``unless`` around it; no two that overlap."""
    found = [
        match
        for written in rule.when
        for match in matches(parse(written), ground, rule.scope, definitions=rule.definitions)
        if not any(holds(parse(bar), ground, match.span, rule.scope) for bar in rule.unless)
    ]
    return _apart(found)


def _present(rule: Rule, ground: Ground) -> Outcome | None:
    found = standing(rule, ground)
    if len(found) >= rule.fewest and (not rule.most or len(found) <= rule.most):
        return _outcome(rule, status_of(rule), found, ground)
    return Outcome(rule=rule, status=rule.otherwise) if rule.otherwise else None


def _paired(rule: Rule, ground: Ground) -> Outcome | None:
    lonely = [match for match in standing(rule, ground) if not met(rule, match.span, ground)]
    return _outcome(rule, status_of(rule), lonely, ground) if lonely else None


def _contrary(rule: Rule, ground: Ground, checks: Mapping[str, CheckResult]) -> Outcome | None:
    kind, creditor = ground.facts.type.value, ground.facts.creditor_kind.value

    def judged(other: Rule) -> Said | None:
        outcome = apply(other, ground, checks) if applies(other, kind, creditor) else None
        return (outcome.status, outcome.evidence) if outcome else None

    found = contrary(rule, ground, judged)
    if found is None:
        return None
    status, evidence = found
    return Outcome(rule=rule, status=status if status == "risky" else status_of(rule), evidence=evidence)


def _check(rule: Rule, ground: Ground, result: CheckResult | None) -> Outcome | None:
    if result is None or (rule.reasons and result.reason not in rule.reasons):
        return None
    status = {"fail": rule.on_fail, "pass": rule.on_pass, "not_computable": rule.on_unknown}[result.status]
    if status is None:
        return None
    evidence = result.evidence or tuple(
        of_span(i.span, ground) for i in result.inputs if i.span is not None and len(i.span)
    )
    return Outcome(rule=rule, status=status, evidence=evidence[:MOST], values=result.values)


def required(rule: Rule, ground: Ground, *, within: Span | None = None) -> Outcome:
    """Whether what a rule asks for stands there; ``within`` limits the search to one clause."""
    for written in rule.found:
        everywhere = matches(parse(written), ground, rule.scope, within=within, definitions=True)
        whole = next((match for match in everywhere if not barred(rule, match.span, ground)), None)
        if whole:
            return _outcome(rule, "found", [whole], ground)
    touched = _first_come(
        match
        for written in rule.topic
        for match in matches(parse(written), ground, rule.scope, within=within, definitions=rule.definitions)
        if not barred(rule, match.span, ground)
    )
    for match in touched:
        if rule.needs and met(rule, match.span, ground):
            return _outcome(rule, "found", [match], ground)
    open_fields = _blanks(rule, touched, ground, within)
    if open_fields:
        return Outcome(rule=rule, status="ambiguous", evidence=open_fields)
    if touched:
        return _outcome(rule, rule.partial, touched, ground)
    return Outcome(rule=rule, status="absent")


def met(rule: Rule, near: Span, ground: Ground) -> bool:
    """Whether every need has one of its alternatives in the scope around ``near``."""
    return all(any(holds(parse(written), ground, near, rule.scope) for written in need) for need in rule.needs)


def barred(rule: Rule, near: Span, ground: Ground) -> bool:
    """Whether something of ``unless`` stands in the scope around ``near``."""
    return any(holds(parse(bar), ground, near, rule.scope) for bar in rule.unless)


def _blanks(rule: Rule, touched: list[Match], ground: Ground, within: Span | None) -> tuple[Evidence, ...]:
    """Open fields in the sentences that touch the matter, or where ``found`` would stand but for the field."""
    found = []
    for match in touched:
        sentence = ground.layout.region(match.span.start, "sentence")
        if sentence is None:
            continue
        for start, end in ground.places_from(BLANK, sentence.start, sentence.end):
            focus = Span(min(match.span.start, start), max(match.span.end, end))
            found.append(of_span(focus if len(focus) <= 60 else Span(start, end), ground))
    return tuple(dict.fromkeys(found))[:MOST] if found else ()


def _outcome(rule: Rule, status: Status, found: list[Match], ground: Ground) -> Outcome:
    evidence = tuple(dict.fromkeys(of_match(match, ground) for match in found))
    return Outcome(rule=rule, status=status, evidence=evidence[:MOST])


def _apart(found: list[Match]) -> list[Match]:
    """In order of place; of matches that overlap the first and longest."""
    apart: list[Match] = []
    for match in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not apart or match.span.start >= apart[-1].span.end:
            apart.append(match)
    return apart


def _first_come(found: Iterable[Match]) -> list[Match]:
    """In the order of the topics, the plainest of which an author writes first; none that overlaps an earlier one."""
    kept: list[Match] = []
    for match in found:
        if not any(match.span.overlaps(other.span) for other in kept):
            kept.append(match)
    return kept


def _anywhere(written: str, ground: Ground) -> bool:
    return next(matches(parse(written), ground, "document", definitions=True), None) is not None
