"""English plans: steps in either order of words, fortnights, balloons, shares of the whole."""

import pytest

from facts.money_papers import money_of

HEAD = "Agreement dated 20 November 2026.\n"


def runs(body: str) -> list[tuple[str, str]]:
    """Runs of equal sums: the first day of each, the sum and how often."""
    schedule = money_of(HEAD + body, language="en").schedule
    found: list[tuple[str, str, int]] = []
    for row in schedule.instalments if schedule else ():
        if found and found[-1][1] == f"{row.total:.2f}":
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((str(row.due), f"{row.total:.2f}", 1))
    return [(day, f"{total} × {n}") for day, total, n in found]


STEPS = [
    (
        "The Borrower owes £2,100.\nReduced payments: £100.00 a month for six months, starting on 15 December 2026.\n"
        "Then: £150.00 a month for ten months, starting on 15 June 2027 and ending on 15 March 2028. "
        "The sixteen payments come to £2,100.00.\nYou are in breach only if two payments in a row are late."
    ),
    (
        "The Borrower owes £2,100. The Borrower shall pay £100 a month for the first six months, then £150 a "
        "month for the following ten months, on the 15th of each month starting on 15 December 2026."
    ),
    (
        "The Borrower owes £2,100. The Borrower shall pay £100 a month for the first six months, then £150 a "
        "month until the debt is repaid, on the 15th of each month starting on 15 December 2026."
    ),
    (
        "The Borrower owes £2,100. The Borrower shall pay £100 a month for the first six months and £150 a month "
        "thereafter, on the 15th of each month starting on 15 December 2026."
    ),
    (
        "The Borrower owes £2,100. For the first six months the Borrower shall pay £100 per month, and for the "
        "next ten months £150 per month, on the 15th of each month starting on 15 December 2026."
    ),
    (
        "The Borrower owes £2,100 and shall make six monthly payments of £100 followed by ten monthly payments of"
        " £150, the first on 15 December 2026."
    ),
    (
        "The Borrower owes £2,100. Repayments: £100 per month (months 1-6), £150 per month (months 7-16), due on "
        "the 15th of each month from 15 December 2026."
    ),
]


@pytest.mark.parametrize("text", STEPS)
def test_steps(text: str) -> None:
    assert runs(text) == [("2026-12-15", "100.00 × 6"), ("2027-06-15", "150.00 × 10")]
    assert money_of(HEAD + text, language="en").conflicts == ()


def test_a_number_of_payments_in_words_above_twelve() -> None:
    text = (
        "The Borrower owes £4,100. The Borrower shall pay £100 a month for eighteen months, then £100.50 a month for "
    )
    text += "twenty-three months, on the 15th of each month starting on 15 December 2026."
    assert runs(text) == [("2026-12-15", "100.00 × 18"), ("2028-06-15", "100.50 × 23")]


FORTNIGHTS = [
    "The Debtor owes £1,300 and will pay fortnightly instalments of £50, the first on 4 December 2026.",
    "The Debtor owes £1,300 and will pay £50 every fortnight from 4 December 2026 for 26 payments.",
    (
        "The Debtor owes £1,300. She will pay £50 fortnightly, starting on Friday 4 December 2026, until the "
        "balance is paid in full."
    ),
    "The Debtor owes £1,300 and will pay £50 a fortnight, beginning 4 December 2026, until the debt is cleared.",
]


@pytest.mark.parametrize("text", FORTNIGHTS)
def test_fortnights(text: str) -> None:
    assert runs(text) == [("2026-12-04", "50.00 × 26")]


BALLOONS = [
    (
        "The Borrower owes $10,000. The Borrower shall pay 35 monthly payments of $200 beginning January 1, 2027 "
        "and a final balloon payment of $3,000 due on December 1, 2029."
    ),
    (
        "The loan of $10,000 shall be repaid in 35 monthly payments of $200.00 each beginning on January 1, 2027 "
        "and a 36th and final payment of all principal then outstanding, being $3,000.00."
    ),
    (
        "The Borrower owes $10,000. There will be 36 monthly payments, the first 35 of $200 and the last of "
        "$3,000, beginning on January 1, 2027."
    ),
]


@pytest.mark.parametrize("text", BALLOONS)
def test_balloons(text: str) -> None:
    assert runs(text) == [("2027-01-01", "200.00 × 35"), ("2029-12-01", "3000.00 × 1")]


SHARES = [
    (
        (
            "The settlement amount is $6,000. The Debtor shall pay 60% on or before December 15, 2026 and the "
            "remaining 40% on or before January 15, 2027."
        ),
        [("2026-12-15", "3600.00 × 1"), ("2027-01-15", "2400.00 × 1")],
    ),
    (
        "The Borrower owes $10,000. Half is payable on December 15, 2026 and the other half on January 15, 2027.",
        [("2026-12-15", "5000.00 × 2")],
    ),
    (
        (
            "The settlement amount is $9,000: one third to be paid on December 15, 2026, one third on January 15,"
            " 2027 and the remaining third on February 15, 2027."
        ),
        [("2026-12-15", "3000.00 × 3")],
    ),
    (
        (
            "The total amount due is £3,000. The Debtor will pay 25% of the total by 1 December 2026; the balance"
            " will be paid in nine equal monthly instalments starting on 1 January 2027."
        ),
        [("2026-12-01", "750.00 × 1"), ("2027-01-01", "250.00 × 9")],
    ),
    (
        (
            "The total amount due is £3,000. The Debtor will pay 40% up front on 1 December 2026 and the "
            "remaining 60% in six equal monthly instalments starting on 1 January 2027."
        ),
        [("2026-12-01", "1200.00 × 1"), ("2027-01-01", "300.00 × 6")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected
