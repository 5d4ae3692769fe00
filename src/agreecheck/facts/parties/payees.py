"""Who is paid without being a party: the holder of an account, a firm that the creditor names, a relative."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, HAN_OR_LATIN, Name, Names, as_written, longest_first, name_of
from agreecheck.facts.names.of_pack import names
from agreecheck.facts.paper.creditor import lends
from agreecheck.facts.parties.accounts import AccountWords, account_words, negated
from agreecheck.facts.parties.group import same
from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Account, Party, PartyRole
from agreecheck.model.span import Span

_FIRM = rf"(?P<who>(?:{HAN_OR_LATIN}|\({HAN}{{2,12}}\)){{4,36}}?)"


def payees(reading: Reading, accounts: tuple[Account, ...], parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is paid although no party to the paper is. Where nobody is named as creditor, a lender that holds the account
    is the creditor."""
    found: list[Party] = []
    for account in accounts:
        if account.holder_span and account.holder and not _among(account.holder, (*parties, *found)):
            found.append(_paid(account.holder, account.holder_span, account.person, account.span))
    for name, evidence in _told(reading.folded, names(reading.pack), account_words(reading.pack)):
        if not _among(name.text, (*parties, *found)):
            found.append(_paid(as_written(reading.document.text, name), name.span, name.person, evidence))
    if not any(p.role in ("creditor", "agent") for p in parties):
        lender = next((p for p in found if lends(p.name, reading.pack)), None)
        found = [_as(p, "creditor") if p is lender else p for p in found]
    return tuple(found)


def _official(name: str, grammar: Names, words: AccountWords) -> bool:
    """A law firm, an insurer: paid for its own work; or no name but words of a sentence."""
    return grammar.runs_on(name) or any(word in name for word in words.official)


def _among(name: str, parties: tuple[Party, ...]) -> bool:
    return any(same(party.name, name) for party in parties)


def _paid(name: str, span: Span, person: bool, evidence: Span) -> Party:
    return Party(role="payee", name=name, person=person, span=span, labels=(span,), evidence=evidence)


def _as(party: Party, role: PartyRole) -> Party:
    return Party(
        role=role, name=party.name, person=party.person, span=party.span, labels=party.labels, evidence=party.evidence
    )


def _told(text: str, grammar: Names, words: AccountWords) -> list[tuple[Name, Span]]:
    """Firms to which a sentence has a charge paid, and relatives to whom it has money given, in order of place."""
    if not words.appointed:
        return []
    found: list[tuple[Name, Span]] = []
    fees = [
        rf"(?:{longest_first(lead)}) ?{_FIRM}(?={longest_first(words.charged)})"
        for lead in (words.appointed, words.toward)
    ]
    for hit in (hit for fee in fees for hit in re.finditer(fee, text)):
        who = hit["who"]
        name = grammar.name_at(who, 0)
        if name and not name.person and name.text == who and not _official(who, grammar, words):
            found.append((name_of(text, *hit.span("who"), person=False), Span(hit.start(), hit.end())))
    gift = compiled(rf"(?:{'|'.join(words.gives)}) ?[^。;\n,]{{1,10}}?(?:{longest_first(words.relative)}) ?:? ?")
    for hit in gift.finditer(text):
        name = grammar.person_at(text, hit.end(), set_off=False)
        if name:
            found.append((name, Span(hit.start(), name.span.end)))
    return sorted([f for f in found if not negated(text, f[1].start, words)], key=lambda f: f[0].span.start)
