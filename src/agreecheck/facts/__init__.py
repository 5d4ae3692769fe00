"""From a document to its facts: who owes whom, what, when, and what kind of paper it is."""

from agreecheck.facts.money.find import money_facts
from agreecheck.facts.paper.blanks import find_blanks
from agreecheck.facts.paper.creditor import creditor_kind
from agreecheck.facts.paper.doctype import document_type, find_title, tells_of_debt
from agreecheck.facts.paper.own_yuan import in_own_yuan
from agreecheck.facts.paper.personal import find_personal
from agreecheck.facts.paper.references import find_references
from agreecheck.facts.parties.accounts import find_accounts
from agreecheck.facts.parties.find import find_parties
from agreecheck.facts.parties.payees import payees
from agreecheck.facts.parties.proposed import name_places, with_names
from agreecheck.facts.reading import Reading
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.text.fold import fold
from agreecheck.text.scan import scan

__all__ = ["name_places", "understand", "with_names"]


def understand(document: Document, as_type: str | None = None) -> Facts:
    """All that can be understood of ``document``; ``as_type`` (a document type) replaces the guess at its type."""
    folded = fold(document.text)
    reading = Reading(
        document=document,
        folded=folded,
        mentions=in_own_yuan(folded, scan(document.text)),
        pack="en" if document.language.startswith("en") else "zh",
    )
    title = find_title(reading)
    named = find_parties(reading)
    type_ = document_type(reading, title, named, as_type)
    accounts = find_accounts(reading, named)
    owing = tells_of_debt(type_, reading.pack)
    parties = named + payees(reading, accounts, named) if owing else ()
    money = money_facts(reading, parties, type_)
    return Facts(
        type=type_,
        creditor_kind=creditor_kind(reading, parties, type_),
        title=title,
        currency=money.currency,
        parties=parties,
        amounts=money.amounts,
        dates=money.dates,
        rates=money.rates,
        terms=money.terms,
        due_days=money.due_days,
        schedule=money.schedule,
        more_schedules=money.more_schedules,
        breakdowns=money.breakdowns,
        pairs=money.pairs,
        accounts=accounts,
        blanks=find_blanks(reading),
        personal=find_personal(reading, parties or named, accounts),
        conflicts=money.conflicts,
        references=find_references(reading, money.schedule),
        mentions=reading.mentions,
    )
