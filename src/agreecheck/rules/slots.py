"""What fills the slots of a question: facts, findings, else neutral words. Never a brace left."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from agreecheck.expressions import compiled
from agreecheck.model.base import Words
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import Evidence, Verdict
from agreecheck.model.rule import Pack
from agreecheck.text.quoted import quoted
from agreecheck.text.spoken import spoken

_SLOT = compiled(r"\{(\w+)\}([元%]?)")  # a neutral word takes no unit
_BARE = compiled(r"[一二三四五六七八九十百零〇\d.]+")
LANGUAGES = ("zh", "en")


def fill(template: str, values: Mapping[str, str], neutral: Mapping[str, Words], language: str) -> str:
    """The template with every slot filled; an unknown or empty one by its neutral word."""

    def word(slot: re.Match[str]) -> str:
        name, unit = slot[1], slot[2]
        if values.get(name):
            return spoken(values[name], language) + unit
        return neutral[name].in_language(language) if name in neutral else ""

    return _SLOT.sub(word, template)


def filled_by(template: str, values: Mapping[str, str]) -> bool:
    """Whether the values fill every slot of the template."""
    return all(values.get(slot[1]) for slot in _SLOT.finditer(template))


def of_paper(facts: Facts, pack: Pack, item: str = "") -> dict[str, str]:
    """Slots that the paper as a whole fills; the amount is the one that the item asks about."""
    roles = pack.asking.amounts.get(item) or pack.asking.amounts.get("*", ())
    amount = next((a for role in roles if (a := facts.amount(role)) is not None), None)
    day, creditor, plan = facts.day("debt_as_of"), facts.party("creditor"), facts.term("plan", "instalment")
    values = {
        "amount": f"{amount.value:,.2f}" if amount else "",
        "date": day.value.isoformat() if day and day.value else "",
        "creditor": creditor.name if creditor else "",
        "n": str(plan.count) if plan else "",
    }
    return {name: value for name, value in values.items() if value}


def stake(facts: Facts, pack: Pack, item: str) -> int:
    """The money at stake with an item, in hundredths of the currency: the largest amount in the roles named for it."""
    roles = pack.asking.stakes.get(item, ())
    return max((int(a.value * 100) for a in facts.amounts if a.role in roles), default=0)


def hundredths(sum_: str) -> int:
    """``"1.50"`` as 150; 0 for what is no sum."""
    try:
        return int(Decimal(sum_.replace(",", "")) * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return 0


def of_verdict(verdict: Verdict, document: Document, pack: Pack, language: str) -> dict[str, str]:
    """Slots that the finding fills: the words quoted, their clause, values of a computed check."""
    values: dict[str, str] = {}
    for finding in verdict.findings:
        values |= finding.values
    if verdict.evidence:
        values |= of_evidence(verdict.evidence[0], document, pack, language)
    return values


def of_evidence(evidence: Evidence, document: Document, pack: Pack, language: str) -> dict[str, str]:
    """The clause that holds the evidence, as a reader would name it, and its very words."""
    values = {}
    clause = document.clause_at(evidence.focus.start)
    if clause is not None and pack.asking.clause is not None:
        label = f"第{clause.label}条" if _BARE.fullmatch(clause.label) else clause.label
        name = label if language == "zh" else clause.path
        values["clause"] = fill(pack.asking.clause.in_language(language), {"clause": name}, {}, language)
    if phrase := quoted(document, evidence):
        values["phrase"] = phrase
    return values
