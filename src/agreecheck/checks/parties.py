"""Is the money to go to the creditor? A24."""

from agreecheck.checks.case import Case, Outcome, together, unknown
from agreecheck.checks.matter import says
from agreecheck.model.fact import Account, Party
from agreecheck.model.finding import Input
from agreecheck.model.span import Span

_TAKES = ("creditor", "original_creditor", "agent", "platform", "guarantor")
_NEAR = 6  # characters between a title and the name that bears it
_OWES = ("debtor", "co_debtor")
_LICENSED = ("bank_card", "bank_loan", "consumer_finance", "small_loan")


def payee(case: Case) -> Outcome:
    """A24: the account is the creditor's, or that of a firm acting for it in the paper.

    A person who is not the creditor, or a QR code in a chat, is the usual fraud.
    """
    facts = case.facts
    outcomes = [_account(case, a) for a in facts.accounts]
    seen = {_folded(a.holder) for a in facts.accounts}
    outcomes += [
        _person(case, p.name, p.span)
        for p in facts.parties
        if p.role == "payee" and p.person and _folded(p.name) not in seen
    ]
    return together([o for o in outcomes if o], "no_account")


def _account(case: Case, account: Account) -> Outcome | None:
    span = account.holder_span or account.span
    party = _named(case, account.holder) if account.holder else None
    if account.qr_code and not (party and party.person and party.role == "creditor"):
        return _code(case, account, party)
    if not account.holder:
        return None
    if party and party.role in _OWES:
        return None  # the debtor's own account, from which instalments are taken
    if party and (party.role in ("creditor", "original_creditor") or not party.person):
        return Outcome(
            status="pass",
            equation=f"{account.holder} = {party.name}",
            inputs=(Input(name="payee", value=account.holder, span=span),),
            subject=(span,),
            reason=("payee_wallet" if account.qr_code else "") if party.role == "creditor" else f"payee_{party.role}",
        )
    if account.person:
        return _person(case, account.holder, span)
    return Outcome(
        status="not_computable",
        reason="payee_other_firm",
        equation=f"{account.holder} ≠ {_creditor(case)}",
        inputs=(Input(name="payee", value=account.holder, span=span),),
        subject=(span,),
        values={"holder": account.holder, "creditor": _creditor(case)},
    )


def _code(case: Case, account: Account, party: Party | None) -> Outcome | None:
    """A code to scan, which shows nobody's name: broken where a stranger or nobody is named beside it; where it is
    called the creditor's, or the creditor is a private person who may well use one, the holder remains to be seen."""
    if not account.holder and not says(case, account.span, "pays"):
        return None  # a code to sign by, to load a program, to be told news
    creditor = case.facts.party("creditor")
    own = party is not None and not party.person and party.role in _TAKES
    private = not account.holder and creditor is not None and creditor.person
    before = case.document.text[max(0, account.span.start - _NEAR) : account.span.start]
    official = not account.holder and any(word in before for word in case.cues["own_code"])
    return Outcome(
        status="not_computable" if own or private or official else "fail",
        equation="QR",
        inputs=(Input(name="payee", value="QR", span=account.span),),
        subject=(account.span,),
        reason="payee_qr_code",
        values={"holder": account.holder, "creditor": _creditor(case)},
    )


def _person(case: Case, name: str, span: Span) -> Outcome:
    """A private person is to be paid, and is no creditor of the paper."""
    creditor = case.facts.party("creditor")
    if creditor is None and case.facts.creditor_kind.value not in _LICENSED:
        return unknown("no_creditor", Input(name="payee", value=name, span=span))
    if _owns(case, name):
        return unknown(
            "payee_owner", Input(name="payee", value=name, span=span), equation=f"{name} → {_creditor(case)}"
        )
    return Outcome(
        status="fail",
        equation=f"{name} ≠ {_creditor(case)}",
        inputs=(
            Input(name="payee", value=name, span=span),
            Input(name="creditor", value=_creditor(case), span=creditor.span if creditor else None),
        ),
        subject=(span,),
        against=(creditor.span,) if creditor else (),
        reason="payee_person",
        values={"holder": name, "creditor": _creditor(case)},
    )


def _owns(case: Case, name: str) -> bool:
    """Is the person called the owner of a business that the creditor trades under (经营者：蔺九思)?"""
    text, at = case.document.text, -1
    while (at := text.find(name, at + 1)) >= 0:
        if any(word in text[max(0, at - _NEAR) : at] for word in case.cues["owner"]):
            return True
    return False


def _creditor(case: Case) -> str:
    party = case.facts.party("creditor")
    return party.name if party else "?"


def _named(case: Case, holder: str) -> Party | None:
    """The party whose name the holder is, or whose name holds it (a bank for its card centre)."""
    for role in (*_TAKES, *_OWES):
        for party in case.facts.parties:
            if party.role == role and same_name(holder, party.name, whole=party.person):
                return party
    return None


def same_name(one: str, other: str, *, whole: bool = False) -> bool:
    """Is it the same name, or (unless ``whole``) does one hold the other?"""
    name, known = _folded(one), _folded(other)
    return name == known or (not whole and len(name) > 3 and (name in known or known in name))


def _folded(name: str) -> str:
    """Without spaces, one kind of brackets."""
    return "".join(name.split()).replace("(", "（").replace(")", "）").casefold()
