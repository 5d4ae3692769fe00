"""What the second reader proposes, weighed: it names a clause, the item's own conditions decide."""

from collections.abc import Iterable

from msgspec.structs import replace

from agreecheck.model.finding import Finding, Proposal, Verdict
from agreecheck.model.rule import Rule
from agreecheck.rules.apply import applies, barred, met, required
from agreecheck.rules.evidence import of_span
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import Rulebook

CONVINCING = 0.7


def reconsider(
    verdicts: tuple[Verdict, ...], proposals: Iterable[Proposal], ground: Ground, book: Rulebook
) -> tuple[Verdict, ...]:
    """Verdicts in which an absent item may have become found or ambiguous on a proposed clause."""
    best: dict[str, Proposal] = {}
    for proposal in proposals:
        if proposal.item not in best or proposal.score > best[proposal.item].score:
            best[proposal.item] = proposal
    if not any(v.status == "absent" and v.item in best for v in verdicts):
        return verdicts
    return tuple(
        _weighed(v, best[v.item], ground, book) if v.status == "absent" and v.item in best else v for v in verdicts
    )


def _weighed(verdict: Verdict, proposal: Proposal, ground: Ground, book: Rulebook) -> Verdict:
    kind, creditor = ground.facts.type.value, ground.facts.creditor_kind.value
    rules = [r for r in book.by_item[verdict.item] if r.kind == "absent" and applies(r, kind, creditor)]
    if not rules or any(barred(rule, proposal.span, ground) for rule in rules):
        return verdict
    evidence = of_span(proposal.span, ground)
    if all(_stands(rule, proposal, ground) for rule in rules):
        findings = tuple(Finding(rule=r.id, status="found", severity="info", evidence=(evidence,)) for r in rules)
        return replace(verdict, status="found", severity="info", findings=findings, evidence=(evidence,), by="second")
    if proposal.score >= CONVINCING:
        findings = tuple(
            Finding(rule=r.id, status="ambiguous", severity=verdict.severity, evidence=(evidence,)) for r in rules
        )
        return replace(verdict, status="ambiguous", findings=findings, evidence=(evidence,), by="second")
    return verdict


def _stands(rule: Rule, proposal: Proposal, ground: Ground) -> bool:
    """The rule's whole condition inside the clause, or, its topic granted by the proposal, all its needs there."""
    if required(rule, ground, within=proposal.span).status == "found":
        return True
    return bool(rule.needs) and met(rule, proposal.span, ground)
