"""An English loan contract is held against the same list as a Chinese one."""

import agreecheck
from agreecheck.model.finding import Status

SOUND = """LOAN AGREEMENT
Lender: Larkfield Bank, N.A., NMLS 990001
Borrower: Jordan Ellery, 88 Oak Court
1. The Lender shall disburse the loan amount of $8,000.00 in full to the Borrower's account on March 11, 2026.
2. Purpose of the loan: home improvement.
3. The loan bears interest at a fixed rate of 7.2% per annum, simple interest.
4. The loan term is 12 months; the Borrower repays in 12 equal monthly instalments on the 10th of each month.
5. Apart from interest there are no fees.
6. Overdue amounts bear default interest at 10.8% per annum, which is not compounded.
7. The Borrower may repay early without penalty; interest is calculated only to the day of payment.
8. If three consecutive instalments remain unpaid and the Borrower does not pay within 15 days of a written demand, \
the Lender may declare the loan due and payable.
9. Personal information is used only for approving and managing this loan.
10. To assess this application the Lender may query Experian and report the repayment record to it.
11. The Lender shall notify the Borrower in writing when it assigns the loan.
12. Disputes are heard by the court where the Borrower lives.
13. This Agreement is made in two originals, each party holding one.
"""
FAULTY = """LOAN AGREEMENT
Lender: as shown in the app
Borrower: Jordan Ellery
1. Loan amount: $3,000.00. A service fee of $240.00 is deducted from the loan amount at disbursement.
2. Interest is charged at 0.06% per day.
3. The guarantee fee is payable under a separate agreement with the guarantee company.
4. The repayment method is as displayed in the app.
5. If the Borrower changes the purpose of the loan, a penalty of 20% of the principal is payable.
6. The Borrower shall pay default interest and, in addition, a penalty of 20% of the principal.
7. If the Borrower repays early, all remaining interest is payable.
8. If the Lender considers that repayment may be affected, it may declare the loan immediately due and payable.
9. The emergency contact is deemed to guarantee the loan.
10. The Borrower authorises the platform to read the contact list and photo album, and this consent is irrevocable.
11. The platform may report the Borrower's credit record to any institution without further notice.
12. The Lender may assign the loan at any time without notice to the Borrower.
13. Disputes are submitted to online arbitration before an institution designated by the platform.
14. The electronic contract is kept by the platform only and cannot be downloaded.
"""


def judged(text: str) -> dict[str, Status]:
    report = agreecheck.check_text(text, second_reader=False, as_type="loan")
    assert report.packs == ("en",)
    return {v.item: v.status for v in report.verdicts if v.item.startswith("ln-")}


def test_a_sound_loan_contract_has_all_that_its_list_asks_for() -> None:
    found = judged(SOUND)
    assert len(found) == 15
    assert found.pop("ln-guarantee") == "not_applicable"
    assert {item: status for item, status in found.items() if status != "found"} == {}


def test_every_fault_of_a_bad_one_is_caught() -> None:
    found = judged(FAULTY)
    assert found.pop("ln-term-repay") == "ambiguous"
    assert {item: status for item, status in found.items() if status != "risky"} == {}


def test_a_repayment_letter_has_no_lines_of_the_loan_list() -> None:
    letter = "REPAYMENT PLAN\nLarkfield Bank\nDear Mr Ellery,\nYou owe us $900.00 and pay $100.00 a month on the 5th.\n"
    report = agreecheck.check_text(letter, second_reader=False)
    assert not [v for v in report.verdicts if v.item.startswith("ln-")]


def test_an_agreement_that_names_the_act_it_is_under_is_no_statute() -> None:
    title = "FIXED SUM LOAN AGREEMENT regulated by the Consumer Credit Act 1974"
    report = agreecheck.check_text(SOUND.replace("LOAN AGREEMENT", title), second_reader=False)
    assert {v.item: v.status for v in report.verdicts}["ln-rate"] == "found"
