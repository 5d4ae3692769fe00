"""English papers: what a figure is said to be, in plain letters and in translated agreements."""

from decimal import Decimal

from agreecheck.facts import understand
from agreecheck.model.fact import Facts
from agreecheck.read import read_bytes

OWED = "Lender: Kelford Bank plc\nBorrower: Perrin Vale\n"


def facts(text: str) -> Facts:
    return understand(read_bytes((OWED + text).encode(), "paper.txt"))


def rates(text: str) -> list[tuple[str, str, str | None, str]]:
    return [(str(r.percent), r.period, r.role, r.base) for r in facts(text).rates]


def terms(text: str) -> list[tuple[int, str, str]]:
    return [(t.count, t.unit, t.role) for t in facts(text).terms]


def test_a_rate_on_a_sum_per_month_is_a_monthly_rate() -> None:
    assert rates("The handling fee is charged at 0.75% of the Rescheduled Amount per month.")[0][:3] == (
        "0.75",
        "month",
        "fee",
    )


def test_what_a_late_charge_is_on_may_stand_behind_it() -> None:
    whole = "A late charge of 0.1% per day, calculated on the entire Rescheduled Amount, is payable."
    part = "A late charge of 0.1% per day on the overdue instalment is payable."
    assert rates(whole) == [("0.1", "day", "penalty", "total")]
    assert rates(part) == [("0.1", "day", "penalty", "overdue")]


def test_the_number_of_a_clause_counts_no_instalments() -> None:
    assert terms("2.2 Instalments fall due on the 15th day of each month.") == []


def test_days_unpaid_make_default_and_days_of_a_notice_cure_it() -> None:
    text = (
        "If an instalment remains unpaid for 10 days after its due date, the Lender shall give written notice. "
        "If the Borrower does not pay within 15 days of the notice, the Lender may end the plan."
    )
    assert terms(text) == [(10, "day", "default"), (15, "day", "cure")]


def test_a_sum_behind_the_creditors_name_and_a_currency_is_the_debt() -> None:
    found = facts("Until 30 September 2026 the Borrower still owes Kelford Bank plc RMB 48,600.00 in total.")
    assert [(a.value, a.role) for a in found.amounts] == [(Decimal("48600.00"), "total_debt")]
    assert [(str(d.value), d.role) for d in found.dates] == [("2026-09-30", "debt_as_of")]


def test_from_one_day_to_another_is_the_first_and_the_last_due_date() -> None:
    found = facts("The Borrower repays in 18 instalments of RMB 2,700.00 each, from 20 November 2026 to 20 April 2028.")
    assert [(str(d.value), d.role) for d in found.dates] == [("2026-11-20", "first_due"), ("2028-04-20", "last_due")]


def test_payments_left_out_are_no_length_of_the_plan() -> None:
    assert terms("The three skipped payments are moved to the end of the loan.") == []
    assert (3, "instalment", "plan") not in terms("You do not have to make the three payments due in autumn.")


def test_a_letter_may_greet_by_the_first_name_and_write_an_address_in_one_line() -> None:
    text = (
        "KELFORD COLLECTIONS LTD\n2 November 2026\nMs Yewande Castellan, 5 Tideway Mews, Port Ellery\n"
        "Dear {}\nYou agree to pay us £100.00 a month.\n"
    )
    for greeted in ("Ms Castellan", "Yewande"):
        found = understand(read_bytes(text.format(greeted).encode(), "letter.txt"))
        assert [p.name for p in found.parties if p.role == "debtor"] == ["Yewande Castellan"]


def test_a_place_in_brackets_belongs_to_the_name_of_a_firm() -> None:
    found = understand(read_bytes(b"Lender: Fortune Gate Finance (H.K.) Limited\nBorrower: Perrin Vale\n", "a.txt"))
    assert [p.name for p in found.parties if p.role == "creditor"] == ["Fortune Gate Finance (H.K.) Limited"]
