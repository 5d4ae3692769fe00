"""Parties and types of English papers."""

import pytest

from agreecheck.facts import understand
from facts import party_papers_forms, party_papers_voices
from facts.plain_papers import paper

PAPERS: list[tuple[str, dict[str, str], str]] = [
    (
        'REPAYMENT AGREEMENT\nThis Agreement is made between Fallow Creek Bank (the "Lender") and Jane Roe '
        '(the "Borrower").\nThe Borrower owes the Lender $5,000, payable in monthly instalments.',
        {"Fallow Creek Bank": "creditor", "Jane Roe": "debtor"},
        "loan_instalment",
    ),
    (
        "PAYMENT PLAN AGREEMENT\nCreditor: Alder Finance LLC\nDebtor: John Q. Public\nGuarantor: Mary Public\n"
        "1. The debtor shall pay $200 per month in equal monthly instalments.",
        {"Alder Finance LLC": "creditor", "John Q. Public": "debtor", "Mary Public": "guarantor"},
        "loan_instalment",
    ),
    (
        "Northgate Recovery Services Inc.\n1 Mill Street\nMay 1, 2026\nJane Roe\n12 Elm Lane\nRe: Settlement offer\n"
        "Dear Jane Roe:\nWe write on behalf of our client, Alder Bank, N.A. The balance is $900. Our client will "
        "accept $500 as settlement in full.",
        {"Northgate Recovery Services Inc.": "agent", "Alder Bank, N.A.": "creditor", "Jane Roe": "debtor"},
        "waiver_settlement",
    ),
    (
        "Fernhill Receivables LLC\nMay 1, 2026\nJane Roe\n12 Elm Lane\nRe: Settlement offer\n"
        "Original creditor: Alder Bank, N.A.\nDear Ms. Roe,\nWe will accept $500 and forgive the remaining $400.",
        {"Fernhill Receivables LLC": "creditor", "Alder Bank, N.A.": "original_creditor", "Jane Roe": "debtor"},
        "waiver_settlement",
    ),
    (
        "PROMISSORY NOTE\nFor value received, the undersigned promises to pay.\nBorrower: Jane Roe\nLender: Sam Poe\n"
        "Co-signer: Ann Roe",
        {"Jane Roe": "debtor", "Sam Poe": "creditor", "Ann Roe": "co_debtor"},
        "loan",
    ),
    (
        'SETTLEMENT AGREEMENT AND RELEASE\nThis agreement is between Alder Bank ("Creditor") and Jane Roe, residing at '
        '12 Elm Lane, Eddington ("Debtor"). Creditor will dismiss the lawsuit, case no. 12.',
        {"Alder Bank": "creditor", "Jane Roe": "debtor"},
        "settlement",
    ),
    (
        "FORBEARANCE AGREEMENT\nLender: Alder Credit Union\nBorrower: Jane Roe\nPayments deferred: three months.",
        {"Alder Credit Union": "creditor", "Jane Roe": "debtor"},
        "deferral",
    ),
    (
        "HARDSHIP APPLICATION\nTo: Alder Bank\nMy name is Jane Roe. I lost my job and I am writing to request "
        "lower payments.",
        {"Alder Bank": "creditor", "Jane Roe": "debtor"},
        "hardship_application",
    ),
    (
        "DEBT CONSOLIDATION AGREEMENT\nLender: Alder Bank\nBorrower: Jane Roe\nThese loans are combined into one.",
        {"Alder Bank": "creditor", "Jane Roe": "debtor"},
        "restructuring",
    ),
    (
        "Repayment Agreement\nParty A: Jane Roe\nParty B: Alder Lending Inc.\nParty A owes Party B $100. Party A "
        "agrees to pay in instalments.",
        {"Jane Roe": "debtor", "Alder Lending Inc.": "creditor"},
        "loan_instalment",
    ),
]


@pytest.mark.parametrize(("text", "roles", "type_"), PAPERS)
def test_roles_and_type(text: str, roles: dict[str, str], type_: str) -> None:
    facts = understand(paper(text, language="en"))
    assert {p.name: p.role for p in facts.parties} == roles
    assert facts.type.value == type_


@pytest.mark.parametrize(("text", "roles"), [*party_papers_voices.ENGLISH, *party_papers_forms.ENGLISH])
def test_letters_and_prose_name_both_sides(text: str, roles: dict[str, str]) -> None:
    assert {p.name: p.role for p in understand(paper(text, language="en")).parties} == roles


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("LEASE AGREEMENT\nLandlord: Alder Homes LLC\nTenant: Jane Roe\nThe premises at 12 Elm Lane", "lease"),
        ("INVOICE\nInvoice number 12\nBill to Jane Roe\nSubtotal $3", "invoice"),
        ("FINAL NOTICE\nYour account is past due. We demand immediate payment.", "dunning_letter"),
        ("PRIVACY POLICY\nWe collect data.", "other_paper"),
    ],
)
def test_other_papers_are_said_to_be_that(text: str, detail: str) -> None:
    guess = understand(paper(text, language="en")).type
    assert (guess.value, guess.detail) == ("other", detail)


def test_the_subject_line_of_a_letter_is_its_title() -> None:
    text = "Alder Bank\nJune 1, 2026\nRe: Settlement offer, account ending in 1234\nDear Jane Roe,\nWe will accept $5."
    title = understand(paper(text, language="en")).title
    assert title is not None
    assert title.slice(text) == "Settlement offer, account ending in 1234"


def test_a_page_number_above_the_letterhead_hides_no_sender() -> None:
    text = (
        "Page 1\nThornlea Mutual Finance plc\n12 Market Row\nDear Mr Pennock,\nYou owe us £4,968.00.\nYours sincerely"
    )
    parties = understand(paper(text, language="en")).parties
    assert ("creditor", "Thornlea Mutual Finance plc") in {(p.role, p.name) for p in parties}
