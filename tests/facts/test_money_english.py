"""English letters and agreements: the same facts from their words."""

import pytest

from facts.money_papers import days, money_of, rows, sums

AMOUNTS: dict[str, list[tuple[str, str]]] = {
    "total_debt": [
        ("As of July 20, 2026 the balance of this account is $14,318.77.", "14318.77"),
        ("The total amount owed is $14,318.77.", "14318.77"),
        ("You currently owe $14,318.77 on this account.", "14318.77"),
        ("Outstanding balance: $14,318.77", "14318.77"),
        ("Debtor is indebted to Creditor in the amount of $14,318.77.", "14318.77"),
        ("The current balance due is $14,318.77.", "14318.77"),
    ],
    "principal": [
        ("This includes principal of $12,940.00.", "12940.00"),
        ("Unpaid principal balance: $12,940.00", "12940.00"),
        ("The outstanding principal is $12,940.00.", "12940.00"),
    ],
    "interest": [("accrued interest of $1,118.77", "1118.77"), ("Interest: $1,118.77", "1118.77")],
    "fee": [
        ("late fees of $260.00", "260.00"),
        ("A processing fee of $260.00 applies.", "260.00"),
        ("court costs of $260.00", "260.00"),
    ],
    "payable": [
        ("We will accept $6,443.45 in full settlement of this account.", "6443.45"),
        ("Settlement amount: $6,443.45", "6443.45"),
        ("You may settle this account for $6,443.45.", "6443.45"),
        ("Pay a lump sum of $6,443.45 by August 31, 2026.", "6443.45"),
        ("Creditor agrees to accept a reduced sum of $6,443.45.", "6443.45"),
        ("$6,443.45 as full and final settlement", "6443.45"),
    ],
    "waived": [
        ("We will forgive the remaining $7,875.32.", "7875.32"),
        ("The remaining balance of $7,875.32 will be forgiven.", "7875.32"),
        ("We agree to waive late fees of $7,875.32.", "7875.32"),
        ("Amount forgiven: $7,875.32", "7875.32"),
    ],
    "instalment": [
        ("followed by four payments of $1,250.00 each", "1250.00"),
        ("You will pay $1,250.00 per month.", "1250.00"),
        ("12 equal monthly installments of $1,250.00", "1250.00"),
        ("Monthly payment: $1,250.00", "1250.00"),
        ("Each installment is $1,250.00.", "1250.00"),
        ("$1,250.00 each month", "1250.00"),
    ],
    "last_instalment": [
        ("a final payment of $980.00", "980.00"),
        ("The last installment will be $980.00.", "980.00"),
        ("with a balloon payment of $980.00", "980.00"),
    ],
    "down_payment": [
        ("You agree to make a down payment of $1,443.45.", "1443.45"),
        ("An initial payment of $1,443.45 is required.", "1443.45"),
        ("A good faith deposit of $1,443.45 is due at signing.", "1443.45"),
    ],
    "paid": [
        ("Your payment of $200.00 on 18 May 2026 has already been taken off the principal.", "200.00"),
        ("Your last payment of $200.00 was received on May 1, 2026.", "200.00"),
        ("You have already paid $200.00.", "200.00"),
        ("Payments received to date: $200.00", "200.00"),
    ],
    "income": [("My net monthly income is $3,200.00.", "3200.00")],
    "spending": [("My essential expenses are $2,700.00.", "2700.00")],
}
DATES: dict[str, list[tuple[str, str]]] = {
    "debt_as_of": [("As of July 20, 2026 the balance is $14,318.77.", "2026-07-20")],
    "assignment": [
        ("Current creditor: Harrow LLC (by assignment dated March 2, 2026)", "2026-03-02"),
        ("The account was sold to us on March 2, 2026.", "2026-03-02"),
    ],
    "offer_expiry": [
        ("This offer expires on August 10, 2026.", "2026-08-10"),
        ("This offer is valid until August 10, 2026.", "2026-08-10"),
    ],
    "signing": [("July 27, 2026\nDear Ms. Oduya,", "2026-07-27"), ("Dated: July 27, 2026", "2026-07-27")],
    "plan_end": [("All payments must be received no later than November 30, 2026.", "2026-11-30")],
    "first_due": [
        ("The first payment is due on September 15, 2026.", "2026-09-15"),
        ("beginning on September 15, 2026", "2026-09-15"),
    ],
    "last_due": [("The final payment is due on December 15, 2026.", "2026-12-15")],
    "last_payment": [("Your last payment was received on May 1, 2026.", "2026-05-01")],
}


@pytest.mark.parametrize(("role", "text", "value"), [(r, *case) for r, cases in AMOUNTS.items() for case in cases])
def test_the_words_around_a_sum_give_its_role(role: str, text: str, value: str) -> None:
    assert {r for v, r in sums(text, language="en") if v == value} == {role}


@pytest.mark.parametrize(("role", "text", "value"), [(r, *case) for r, cases in DATES.items() for case in cases])
def test_the_words_around_a_date_give_its_role(role: str, text: str, value: str) -> None:
    assert {r for v, r in days(text, language="en") if v == value} == {role}


def test_a_down_payment_and_payments_on_listed_dates() -> None:
    text = (
        "You agree to make a down payment of $1,443.45 on or before August 14, 2026, followed by four payments of "
        "$1,250.00 each, due September 15, 2026, October 15, 2026, November 16, 2026 and December 15, 2026."
    )
    assert rows(text, language="en") == [
        (1, "2026-08-14", "1443.45"),
        (2, "2026-09-15", "1250.00"),
        (3, "2026-10-15", "1250.00"),
        (4, "2026-11-16", "1250.00"),
        (5, "2026-12-15", "1250.00"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You will make three monthly payments of $500.00, beginning on September 15, 2026.",
        "You will pay $500.00 on the 15th of each month, with the first payment due September 15, 2026, in 3 payments.",
        "$500.00 due September 15, 2026; $500.00 due October 15, 2026; $500.00 due November 15, 2026.",
        """
        | Payment No. | Due date | Amount |
        | 1 | September 15, 2026 | $500.00 |
        | 2 | October 15, 2026 | $500.00 |
        | 3 | November 15, 2026 | $500.00 |
        | Total | | $1,500.00 |
        """,
    ],
)
def test_a_plan_of_three_payments(text: str) -> None:
    assert rows(text, language="en") == [
        (1, "2026-09-15", "500.00"),
        (2, "2026-10-15", "500.00"),
        (3, "2026-11-15", "500.00"),
    ]


def test_the_parts_of_the_balance_and_what_is_left() -> None:
    text = (
        "The balance is $14,318.77, consisting of principal of $12,940.00, interest of $1,118.77 and late fees of "
        "$260.00. "
        "We will accept $6,443.45, and will forgive the remaining $7,875.32."
    )
    found = [
        (b.kind, [str(p.value) for p in b.parts], str(b.whole.value)) for b in money_of(text, language="en").breakdowns
    ]
    assert found == [
        ("balance", ["12940.00", "1118.77", "260.00"], "14318.77"),
        ("payable", ["14318.77", "7875.32"], "6443.45"),
    ]


def test_dollars() -> None:
    assert money_of("The balance is $100.00.", language="en").currency == "USD"


def test_payments_missed_are_no_length_of_the_plan() -> None:
    text = (
        "You will make 24 monthly payments of $110.00. You are in default only if two payments in a row are missed. "
        "We keep copies of your payslips for one year."
    )
    terms = money_of(text, language="en").terms
    assert [(t.count, t.role) for t in terms if t.role != "other"] == [(24, "plan"), (2, "default")]


def test_payments_that_are_late_in_a_row_are_no_length_of_the_plan_either() -> None:
    text = "The twenty-four payments come to £3,690.00. You are in breach only if two payments in a row are more than "
    text += "14 days late."
    found = money_of(text, language="en")
    assert [(t.count, t.role) for t in found.terms] == [(24, "plan"), (2, "default"), (14, "default")]
    assert found.conflicts == ()


def test_a_budget_is_no_instalment() -> None:
    text = "Your budget shows income of $1,690.00 and essential spending of $1,535.00 a month, so $110.00 fits."
    assert {("1690.00", "income"), ("1535.00", "spending")} <= sums(text, language="en")


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("The Borrower shall pay a tracking fee of RMB 130.00 per month.", "130.00", "instalment_fee"),
        (
            "The total payable under this Agreement, including the tracking fee, is RMB 104,000.00.",
            "104000.00",
            "plan_total",
        ),
        (
            "The balance is £2,400.00. That is £2,250.00 of the money you borrowed and £150.00 of interest.",
            "2250.00",
            "principal",
        ),
    ],
)
def test_what_a_letter_calls_a_sum(text: str, value: str, role: str) -> None:
    assert (value, role) in sums(text, language="en")


def test_what_a_budget_leaves_is_no_sum_to_pay() -> None:
    text = "Your household income is £1,640.00 and your essential spending is £1,498.00, leaving £142.00 a month."
    found = {role: value for value, role in sums(text, language="en")}
    assert (found["income"], found["spending"]) == ("1640.00", "1498.00")
    assert "payable" not in found


def test_what_is_left_of_a_week_is_no_instalment() -> None:
    text = "Your budget sheet shows £52.00 a week left after rent and food. You will pay £45.00 a week."
    assert {value for value, role in sums(text, language="en") if role == "instalment"} == {"45.00"}


@pytest.mark.parametrize(
    "text",
    [
        "This letter is about the loan that you took out on 11 March 2024.",
        'The Parties entered into the Vehicle Loan Contract No. A-1 on 11 March 2024 (the "Original Contract").',
    ],
)
def test_when_the_loan_was_made(text: str) -> None:
    (day,) = money_of(text, language="en").dates
    assert (str(day.value), day.role) == ("2024-03-11", "original_contract")


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("The cost of this arrangement to you is nil (0% APR).", "0"),
        ("The all-in annual cost of this Agreement is 12%.", "12"),
    ],
)
def test_the_annual_cost_in_a_letter(text: str, percent: str) -> None:
    (rate,) = money_of(text, language="en").rates
    assert (str(rate.percent), rate.role) == (percent, "annual_cost")
