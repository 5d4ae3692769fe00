"""What each risky item can cost, as far as the paper's own figures allow it to be said."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import MappingProxyType

from agreecheck.checks import clause_figures, figures
from agreecheck.checks.book import book
from agreecheck.checks.case import Case
from agreecheck.checks.ground import DAYS, Ground, Reckoned, Roles
from agreecheck.model.base import Words
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import SEVERITIES, Computed, Evidence, Figure, Finding, Price, Verdict
from agreecheck.model.law import LawBook
from agreecheck.model.rule import Pricing

FIGURES = MappingProxyType[Figure, Callable[[Ground, Sequence[Evidence], Roles], Reckoned | None]](
    {
        "named": clause_figures.named,
        "share": clause_figures.share,
        "fees": clause_figures.fees,
        "late": clause_figures.late,
        "late_on_all": clause_figures.late_on_all,
        "amount": figures.amount,
        "waived": figures.waived,
        "whole": figures.whole,
        "at_once": figures.at_once,
        "revived": figures.revived,
        "last": figures.last,
        "kept_back": figures.kept_back,
        "before_principal": figures.before_principal,
        "above_debt": figures.above_debt,
    }
)


def prices(
    document: Document,
    facts: Facts,
    law: LawBook,
    as_of: date,
    verdicts: Sequence[Verdict],
    computed: Computed,
    pricing: Sequence[Pricing],
) -> tuple[Price, ...]:
    """One price at most for each risky item: of its gravest finding that has one. What one asks for in an application
    binds nobody yet and costs nothing."""
    if facts.type.value == "hardship_application":
        return ()
    case = Case(document=document, facts=facts, law=law, as_of=as_of, cues=book().cues, costs=computed.costs)
    ground = Ground(case=case, checks=computed.checks, verdicts=verdicts)
    risky = (v for v in verdicts if v.status == "risky" and not v.silent)
    return tuple(price for v in risky if (price := next(_prices(ground, v, pricing), None)))


def _prices(ground: Ground, verdict: Verdict, pricing: Sequence[Pricing]) -> Iterator[Price]:
    grave = sorted(verdict.findings, key=lambda f: -SEVERITIES.index(f.severity))
    for finding in (f for f in grave if f.status == "risky"):
        places = tuple(e for e in finding.evidence if e.role == "subject")
        for entry in _entries(finding, verdict.item, pricing):
            reckoned = FIGURES[entry.figure](ground, places, entry.roles)
            if reckoned is not None and reckoned.amount > 0:
                yield Price(
                    item=verdict.item,
                    rule=finding.rule,
                    figure=entry.figure,
                    amount=reckoned.amount,
                    currency=ground.case.facts.currency,
                    equation=reckoned.equation,
                    text=Words(zh=entry.zh.replace("{days}", str(DAYS)), en=entry.en.replace("{days}", str(DAYS))),
                    inputs=reckoned.inputs,
                )


def _entries(finding: Finding, item: str, pricing: Sequence[Pricing]) -> list[Pricing]:
    """Those that name the rule, else those of its item."""
    return [p for p in pricing if finding.rule in p.of] or [p for p in pricing if item in p.of]
