"""Whole letters in English: a sound one raises no alarm, one that holds every trap is told trap by trap."""

from pathlib import Path

import pytest

from agreecheck.engine import check_text
from agreecheck.model.finding import FLAGGED, Report

LETTERS = Path(__file__).resolve().parent / "letters"
SOUND = (LETTERS / "sound.txt").read_text(encoding="utf-8")
TRAPS = (LETTERS / "traps.txt").read_text(encoding="utf-8")

RISKS = {
    "limitation-revival": "renews the statute of limitations",
    "int-during": "Interest will continue",
    "fee-service": "enrollment fee",
    "pay-account": "Zelle",
    "pay-autodebit": "withdraw any amount",
    "coll-suit-stay": "take legal action at any time",
    "coll-third-party": "employer",
    "coll-time": "call you at any time",
    "default-notice": "without notice",
    "default-accel": "the whole balance is due immediately",
    "default-penalty": "25% of the outstanding balance",
    "default-costs": "costs of collection",
    "default-hardship": "No extensions",
    "early-repay": "prepayment penalty",
    "guarantor": "unconditionally guarantees",
    "co-debtor": "jointly and severally",
    "collateral-new": "lien on your vehicle",
    "assign-debt": "sell the account without notice",
    "data-consent": "third parties for any purpose",
    "amend-effect": "Your credit agreement prevails",
    "amend-method": "change these terms at any time",
    "notice-address": "whether or not you receive",
    "dispute-court": "arbitration",
    "waive-complaint": "withdraw any complaint",
    "waive-defence": "waive all defenses",
    "admission-truth": "fraud",
    "settle-release": "remaining balance",
    "oral-promise": "not binding",
}
UNCLEAR = {
    "party-creditor": "our client",
    "debt-balance": "plus costs",
    "plan-periods": "until the debt is paid",
    "plan-amount": "about $250.00",
    "pay-appropriation": "in any order",
    "sign-effective": "final approval",
}


@pytest.fixture(scope="module")
def traps() -> Report:
    return check_text(TRAPS)


def flags(report: Report) -> list[tuple[str, str]]:
    return [(v.item, v.status) for v in report.verdicts if v.status in FLAGGED and v.status != "absent"]


def test_a_sound_agreement_raises_no_alarm_and_lacks_next_to_nothing() -> None:
    report = check_text(SOUND)
    assert report.packs == ("en",)
    assert flags(report) == []
    assert {v.item for v in report.verdicts if v.status == "absent"} <= {
        "plan-schedule",
        "followup-contact",
        "pay-receipt",
    }


@pytest.mark.parametrize(("item", "words"), RISKS.items())
def test_each_trap_is_called_risky_and_quoted(traps: Report, item: str, words: str) -> None:
    verdict = next(v for v in traps.verdicts if v.item == item)
    assert verdict.status == "risky"
    assert any(words in traps.document.quote(e.span) for e in verdict.evidence)


@pytest.mark.parametrize(("item", "words"), UNCLEAR.items())
def test_vague_wording_is_called_ambiguous_and_quoted(traps: Report, item: str, words: str) -> None:
    verdict = next(v for v in traps.verdicts if v.item == item)
    assert verdict.status == "ambiguous"
    assert any(words in traps.document.quote(e.span) for e in verdict.evidence)


def test_the_same_words_denied_are_no_trap() -> None:
    """Each sentence of the traps turned round: nothing is risky."""
    report = check_text(
        "Repayment plan\nFellmoor Home Credit Limited\n12 January 2026\nMr Edmund Stell\nDear Mr Stell,\n"
        "You will pay £50.00 on the 1st of each month for 12 months, from 1 February 2026.\n"
        "Interest will not accrue and nothing is compounded. No enrollment fee is due in advance.\n"
        "We will never ask you to pay by gift card or into a personal account.\n"
        "We will not debit any account but the one you gave us. We will not contact your employer, family or friends.\n"
        "We will not take legal action while you pay. If a payment is late we give you 14 days to put things right; "
        "the whole balance does not become due without notice. No penalty or late fee is charged.\n"
        "Nobody else is jointly and severally liable, no guarantor is needed and you grant no lien on your home.\n"
        "We will not sell the account without notice. We do not share your personal information with third parties.\n"
        "We cannot change these terms without your consent. You do not waive any defence or any claim.\n"
        "There is no arbitration. You may complain to the ombudsman at any time. There is no early repayment charge.\n"
    )
    assert [item for item, status in flags(report) if status == "risky"] == []


def test_questions_are_put_in_both_languages(traps: Report) -> None:
    assert traps.questions
    assert all(q.text.zh and q.text.en and "{" not in q.text.zh + q.text.en for q in traps.questions)


def test_rules_over_the_names_are_lines_to_sign_and_no_blanks() -> None:
    report = check_text(
        "REPAYMENT AGREEMENT\nCreditor: Calder Ridge Federal Credit Union\nDebtor: Jonas Whitlow\n"
        "1. Debtor owes Creditor $900.00 and pays $100.00 a month on the 5th for nine months.\n"
        "_________________________        _________________________\n"
        "Jonas Whitlow                    Calder Ridge Federal Credit Union\n"
    )
    assert "sign-blank" not in dict(flags(report))
