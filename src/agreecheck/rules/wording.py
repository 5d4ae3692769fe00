"""What the borrower could ask to have written: the pack's sentence for each flagged item, filled from the facts."""

from collections.abc import Iterable
from datetime import date

from agreecheck.model.base import Words
from agreecheck.model.document import Document
from agreecheck.model.fact import Amount, Facts
from agreecheck.model.finding import Suggestion, Verdict
from agreecheck.model.rule import Wording
from agreecheck.rules import slots
from agreecheck.rules.load import Rulebook


def suggestions(
    document: Document, facts: Facts, verdicts: Iterable[Verdict], book: Rulebook
) -> tuple[Suggestion, ...]:
    """One for each item that is ambiguous, risky or absent and has a wording, in the order of the verdicts.

    What could not be read needs a legible copy first, not another sentence.
    """
    return tuple(
        Suggestion(item=v.item, text=_filled(book.pack.wording[v.item], v, document, facts, book))
        for v in verdicts
        if v.flagged and v.status != "unreadable" and v.item in book.pack.wording
    )


def _filled(wording: Wording, verdict: Verdict, document: Document, facts: Facts, book: Rulebook) -> Words:
    def text(template: str, language: str) -> str:
        values = _values(wording, facts, language)
        if verdict.evidence:
            found = slots.of_evidence(verdict.evidence[0], document, book.pack, language)
            values |= {"clause": found.get("clause", "")}
        return slots.fill(template, values, book.pack.placeholders, language)

    return Words(zh=text(wording.zh, "zh"), en=text(wording.en, "en"))


def _values(wording: Wording, facts: Facts, language: str) -> dict[str, str]:
    """Slots from the facts; a figure that is given twice in different ways, or only as 约 or 不低于, fills none."""
    doubtful = {conflict.fact for conflict in facts.conflicts}
    roles = (role for role in wording.amount if role not in doubtful)
    amount = next((a for role in roles if (a := _only(facts, role)) is not None), None)
    day, creditor, plan = facts.day("debt_as_of"), facts.party("creditor"), facts.term("plan", "instalment")
    return {
        "amount": _money(amount, language) if amount else "",
        "date": _day(day.value, language) if day and day.value else "",
        "creditor": creditor.name if creditor else "",
        "n": str(plan.count) if plan and "plan_periods" not in doubtful else "",
    }


def _only(facts: Facts, role: str) -> Amount | None:
    """The sum in a role where the paper fixes it: one value, neither about nor at least."""
    loose = {mention.span for mention in facts.mentions if mention.kind == "money" and mention.mod}
    found = [a for a in facts.amounts if a.role == role]
    return found[0] if len({a.value for a in found}) == 1 and found[0].span not in loose else None


def _money(amount: Amount, language: str) -> str:
    """``36,000.00元`` or ``CNY 36,000.00``; the currency is always named."""
    figure = f"{amount.value:,.2f}"
    return f"{figure}元" if language == "zh" and amount.currency == "CNY" else f"{amount.currency} {figure}"


def _day(day: date, language: str) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh" else day.isoformat()
