"""A01 to A06 and A17: sums that should agree. Every expected figure was added up by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from checks.deal import Deal, monthly


def test_rows_that_make_the_stated_total_pass() -> None:
    deal = Deal().amount("36000.00", "payable").rows(*monthly("2026-12-15", 12, "3000.00"))
    got = deal.check("A01")
    assert (got.status, got.equation) == ("pass", "3000.00 × 12 = 36000.00")


def test_rows_that_fall_short_fail_with_the_difference() -> None:
    deal = Deal().amount("36000.00", "payable").rows(*monthly("2026-12-15", 12, "3000.00", "2000.00"))
    got = deal.check("A01")
    assert (got.status, got.severity, got.reason) == ("fail", "high", "sum_differs")
    assert got.equation == "3000.00 × 11 + 2000.00 = 35000.00 ≠ 36000.00"
    assert got.values["difference"] == "1000.00"
    text = deal.document().text
    assert {e.focus.slice(text) for e in got.evidence if e.role == "against"} == {"36000.00元"}


def test_one_fen_a_row_is_rounding() -> None:
    deal = Deal().amount("10000.00", "payable").rows(*monthly("2026-12-15", 3, "3333.33"))
    assert deal.check("A01").status == "pass"
    deal = Deal().amount("10000.10", "payable").rows(*monthly("2026-12-15", 3, "3333.33"))
    assert deal.check("A01").status == "fail"


def test_rows_with_interest_are_not_held_against_the_debt() -> None:
    deal = (
        Deal().amount("36000.00", "payable").rate("6", "year", "interest").rows(*monthly("2026-12-15", 12, "3100.00"))
    )
    got = deal.check("A01")
    assert (got.status, got.reason) == ("not_computable", "interest_in_rows")


def test_rows_with_interest_may_not_be_less_than_the_debt() -> None:
    deal = (
        Deal().amount("36000.00", "payable").rate("6", "year", "interest").rows(*monthly("2026-12-15", 12, "2900.00"))
    )
    assert deal.check("A01").status == "fail"


def test_a_total_row_is_held_against_its_rows_whatever_they_bear() -> None:
    deal = Deal().rate("6", "year", "interest").rows(*monthly("2026-12-15", 2, "100.00"), total="210.00")
    assert deal.check("A01").equation == "100.00 × 2 = 200.00 ≠ 210.00"


def test_a_down_payment_may_stand_beside_the_rows() -> None:
    deal = Deal().amount("10000.00", "payable").amount("1000.00", "down_payment")
    deal.rows(*monthly("2026-12-15", 9, "1000.00"))
    assert deal.check("A01").equation == "1000.00 × 9 + 1000.00 = 10000.00"
    assert (deal.check("A17").status, deal.check("A17").reason) == ("pass", "down_payment_beside")


def test_a_down_payment_may_be_the_first_row() -> None:
    deal = Deal().amount("10000.00", "payable").amount("1000.00", "down_payment")
    deal.rows(*monthly("2026-12-15", 10, "1000.00"))
    assert (deal.check("A17").status, deal.check("A17").reason) == ("pass", "down_payment_inside")


def test_a_down_payment_that_is_credited_nowhere_fails() -> None:
    deal = Deal().amount("10000.00", "payable").amount("800.00", "down_payment")
    deal.rows(*monthly("2026-12-15", 9, "1000.00"))
    got = deal.check("A17")
    assert got.status == "fail"
    assert got.equation == "9000.00 ≠ 10000.00; 800.00 + 9000.00 ≠ 10000.00"


def test_parts_make_the_whole() -> None:
    deal = Deal().breakdown("balance", "28750.00", "26400.00", "1890.00", "460.00")
    got = deal.check("A02")
    assert (got.status, got.equation) == ("pass", "26400.00 + 1890.00 + 460.00 = 28750.00")


def test_one_wrong_breakdown_speaks_alone() -> None:
    deal = Deal().breakdown("balance", "300.00", "100.00", "200.00").breakdown("loan", "50.00", "20.00", "20.00")
    got = deal.check("A02")
    assert (got.status, got.equation) == ("fail", "20.00 + 20.00 = 40.00 ≠ 50.00")


def test_loans_that_do_not_make_the_debt_fail() -> None:
    deal = Deal().breakdown("loan", "100.00", "60.00", "40.00").breakdown("loan", "200.00", "150.00", "50.00")
    assert deal.amount("360.00", "total_debt").check("A02").equation == "100.00 + 200.00 = 300.00 ≠ 360.00"


def test_a_row_whose_parts_do_not_make_it_fails_by_its_number() -> None:
    deal = Deal().parts(("2026-12-15", "100.00", "10.00", "110.00"), ("2027-01-15", "100.00", "10.00", "120.00"))
    got = deal.check("A02")
    assert (got.status, got.equation) == ("fail", "#2: 100.00 + 10.00 = 110.00 ≠ 120.00")


def test_roles_alone_never_break_the_sum() -> None:
    """A principal and some interest need not be all of the debt."""
    deal = Deal().amount("1000.00", "total_debt").amount("700.00", "principal").amount("100.00", "interest")
    assert deal.check("A02").status == "not_computable"


def test_balance_less_waiver_is_the_sum_payable() -> None:
    deal = Deal().amount("15742.88", "total_debt").amount("7142.88", "waived").amount("8600.00", "payable")
    assert deal.check("A03").equation == "15742.88 - 7142.88 = 8600.00"


def test_a_sum_payable_that_is_too_high_fails() -> None:
    deal = Deal().amount("41286.40", "total_debt").amount("12386.40", "waived").amount("29800.00", "payable")
    got = deal.check("A03")
    assert (got.status, got.equation) == ("fail", "41286.40 - 12386.40 = 28900.00 ≠ 29800.00")
    assert got.values["difference"] == "900.00"


def test_waivers_told_in_parts_are_added() -> None:
    deal = Deal().amount("1000.00", "total_debt").amount("100.00", "waived").amount("200.00", "waived")
    assert deal.amount("700.00", "payable").check("A03").status == "pass"


@pytest.mark.parametrize(("when", "status"), [("应在协议签订当日一次付清", "pass"), ("另有", "fail")])
def test_a_part_of_the_debt_that_is_paid_at_signing_is_no_part_of_the_plan(when: str, status: str) -> None:
    deal = Deal().amount("74140.50", "total_debt").amount("1728.00", "interest").amount("412.50", "waived")
    deal.amount("72000.00", "payable")
    words = f"{when}逾期利息1,728.00元。"
    start = deal.at(words).start + words.index("1,728")
    deal.add("mentions", Mention(kind="money", value="1728.00", span=Span(start, start + 9)))
    assert deal.check("A03").status == status


def test_several_waivers_without_a_sum_never_fail() -> None:
    deal = Deal().amount("1000.00", "total_debt").amount("100.00", "waived").amount("250.00", "waived")
    assert deal.amount("700.00", "payable").check("A03").reason == "several_values"


def test_what_the_plan_adds_is_part_of_the_sum_payable() -> None:
    deal = Deal().amount("1000.00", "total_debt").amount("200.00", "waived").amount("40.00", "instalment_interest")
    assert deal.amount("840.00", "payable").check("A03").equation == "1000.00 - 200.00 + 40.00 = 840.00"


def test_a_sum_payable_of_which_part_is_paid_at_once() -> None:
    deal = Deal().amount("62480.00", "total_debt").amount("10980.00", "down_payment")
    deal.breakdown("payable", "50000.00", "62480.00", "1500.00")
    assert deal.check("A03").equation == "62480.00 - 1500.00 - 10980.00 = 50000.00"


def test_words_and_digits() -> None:
    same = Deal().words("叁万陆仟元整", "36000.00", "36000.00").check("A04")
    assert (same.status, same.equation) == ("pass", "叁万陆仟元整 = 36000.00")
    other = Deal().words("陆万柒仟捌佰元整", "67800.00", "68700.00").check("A04")
    assert (other.status, other.severity) == ("fail", "critical")
    assert other.equation == "陆万柒仟捌佰元整 = 67800.00 ≠ 68700.00"


def test_one_fen_between_words_and_digits_is_a_difference() -> None:
    assert Deal().words("壹佰元零壹分", "100.01", "100.00").check("A04").status == "fail"


def test_count_times_instalment() -> None:
    deal = Deal().amount("36000.00", "payable").amount("3000.00", "instalment").term(12)
    assert deal.check("A05").equation == "3000.00 × 12 = 36000.00"
    deal = Deal().amount("35000.00", "payable").amount("3000.00", "instalment").term(12)
    got = deal.check("A05")
    assert (got.status, got.equation) == ("fail", "3000.00 × 12 = 36000.00 ≠ 35000.00")


def test_the_total_told_in_the_text_counts_also_where_the_principal_fits() -> None:
    deal = Deal().amount("50400.00", "payable").amount("57650.40", "plan_total").term(36)
    got = deal.amount("1576.40", "instalment").amount("1400.00", "instalment_principal").check("A05")
    assert (got.status, got.equation) == ("fail", "1576.40 × 36 = 56750.40 ≠ 57650.40")


def test_a_last_instalment_of_its_own() -> None:
    deal = Deal().amount("32400.00", "payable").amount("1350.00", "instalment").amount("17550.00", "last_instalment")
    assert deal.term(12).check("A05").equation == "1350.00 × 11 + 17550.00 = 32400.00"


def test_unequal_rows_are_no_equal_instalment() -> None:
    deal = Deal().amount("29800.00", "payable").amount("10000.00", "instalment").term(4)
    deal.rows(("2026-07-28", "9800"), ("2026-08-28", "8000"), ("2026-09-28", "9000"), ("2026-10-28", "3000"))
    assert deal.check("A05").reason == "unequal_rows"


def test_equal_principal_leads_to_the_debt_while_totals_fall() -> None:
    deal = Deal().amount("200.00", "payable").amount("100.00", "instalment_principal").term(2)
    deal.parts(("2026-12-15", "100.00", "2.00", "102.00"), ("2027-01-15", "100.00", "1.00", "101.00"))
    assert deal.check("A05").equation == "100.00 × 2 = 200.00"


def test_instalments_with_interest_are_not_held_against_the_debt() -> None:
    deal = Deal().amount("36000.00", "payable").amount("3100.00", "instalment").rate("6", "year", "interest").term(12)
    assert deal.check("A05").status == "not_computable"


def test_rows_are_counted_and_numbered() -> None:
    rows = monthly("2026-03-15", 5, "10.00")
    assert Deal().term(5).rows(*rows).check("A06").status == "pass"
    gap = Deal().term(6).rows(*rows, numbers=(1, 2, 3, 5, 6)).check("A06")
    assert (gap.status, gap.equation) == ("fail", "5 (1-3, 5-6) ≠ 6")
    short = Deal().term(6).rows(*rows).check("A06")
    assert (short.status, short.equation) == ("fail", "5 (1-5) ≠ 6")


def test_without_a_stated_count_rows_are_left_open() -> None:
    assert Deal().rows(*monthly("2026-03-15", 3, "10.00")).check("A06").reason == "no_count"


@given(st.integers(2, 60), st.decimals("1", "99999.99", places=2), st.decimals("0", "9999.99", places=2))
def test_a_plan_that_adds_up_never_fails_and_one_yuan_more_always_does(n: int, each: Decimal, tail: Decimal) -> None:
    rows = monthly("2026-01-15", n, str(each), str(each + tail))
    total = each * n + tail
    right = Deal().amount(str(total), "payable").term(n).rows(*rows).compute()
    assert {c.id for c in right.checks if c.status == "fail"} <= {"A20"}
    wrong = Deal().amount(str(total + n), "payable").term(n).rows(*rows)
    assert wrong.check("A01").status == "fail"
