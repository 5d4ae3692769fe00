"""A07, A08, A19, A20, A26, A28: days and terms."""

import pytest
from msgspec.structs import replace

from agreecheck.engine import check_text
from checks.deal import Deal, monthly

ROWS = monthly("2026-12-15", 3, "100.00")


def test_rising_dates_between_signing_and_end_pass() -> None:
    deal = Deal().day("2026-11-20", "signing").day("2027-02-15", "last_due").rows(*ROWS)
    got = deal.check("A07")
    assert (got.status, got.equation) == ("pass", "2026-11-20 ≤ 2026-12-15 < 2027-02-15 ≤ 2027-02-15")


def test_a_first_payment_before_the_signing_fails() -> None:
    got = Deal().day("2026-12-20", "signing").rows(*ROWS).check("A07")
    assert (got.status, got.reason, got.equation) == ("fail", "due_before_signing", "2026-12-15 < 2026-12-20")


def test_a_first_date_that_is_only_reckoned_breaks_nothing() -> None:
    deal = Deal().day("2026-12-20", "signing").rows(*ROWS)
    assert deal.plan is not None
    deal.plan = replace(deal.plan, instalments=tuple(replace(r, derived=True) for r in deal.plan.instalments))
    assert deal.check("A07").reason == "start_unknown"


def test_a_payment_after_the_stated_end_fails() -> None:
    got = Deal().day("2027-01-31", "plan_end").rows(*ROWS).check("A07")
    assert (got.status, got.reason, got.equation) == ("fail", "due_after_end", "2027-02-15 > 2027-01-31")


def test_an_end_before_any_payment_ends_something_else() -> None:
    assert Deal().day("2026-10-16", "plan_end").rows(*ROWS).check("A07").status == "pass"


def test_dates_that_do_not_rise_fail() -> None:
    got = Deal().rows(("2026-12-15", "1"), ("2027-02-15", "1"), ("2027-01-15", "1")).check("A07")
    assert (got.reason, got.equation) == ("dates_fall", "2027-02-15 ≥ 2027-01-15")


def test_a_day_that_no_calendar_has_fails_twice() -> None:
    deal = Deal().no_day("2026年11月31日", "due").rows(*ROWS)
    assert deal.check("A07").status == "fail"
    assert deal.check("A28").equation == "2026年11月31日 = ∅"


def test_a_month_without_its_day_is_only_incomplete() -> None:
    deal = Deal().no_day("2026年6月", "first_due").rows(*ROWS)
    assert deal.check("A07").status == "pass"
    assert deal.check("A28").status == "not_computable"


def test_the_last_payment_made_lies_in_the_past() -> None:
    deal = Deal().day("2026-05-30", "last_payment").day("2026-05-20", "signing")
    got = deal.check("A28")
    assert (got.status, got.reason) == ("fail", "payment_in_future")


@pytest.mark.parametrize(
    ("start", "end", "months", "status"),
    [
        ("2026-08-16", "2026-10-16", 3, "fail"),
        ("2026-08-16", "2026-10-16", 2, "pass"),
        ("2026-08-16", "2026-11-15", 3, "pass"),  # to the eve of the corresponding day
        ("2026-08-31", "2026-11-30", 3, "pass"),  # November has no 31st
    ],
)
def test_months_of_a_deferral(start: str, end: str, months: int, status: str) -> None:
    deal = Deal("deferral").day(start, "deferral_start").day(end, "deferral_end").term(months, "month", "deferral")
    assert deal.check("A08").status == status


def test_periods_between_first_and_last_date() -> None:
    def deal(count: int, last: str) -> Deal:
        made = Deal().day("2026-10-12", "first_due").day(last, "last_due").term(count)
        return made.rows(*monthly("2026-10-12", 3, "1.00"), step_months=1)

    assert deal(48, "2030-09-12").check("A08").status == "pass"
    got = deal(36, "2030-09-12").check("A08")
    assert (got.status, got.equation) == ("fail", "2026-10-12 → 2030-09-12: 47 / 1 + 1 = 48 ≠ 36")


def test_quarters_are_periods_of_three_months() -> None:
    deal = Deal().day("2026-12-21", "first_due").day("2029-03-21", "last_due").term(10)
    deal.rows(("2026-12-21", "1"), ("2027-03-21", "1"), step_months=3)
    assert deal.check("A08").equation == "2026-12-21 → 2029-03-21: 27 / 3 + 1 = 10"


def test_a_card_plan_of_more_than_five_years_fails_and_a_loan_does_not() -> None:
    rows = monthly("2026-10-12", 3, "1.00")
    card = Deal("card_workout", "bank_card").term(72).rows(*rows, step_months=1).check("A08")
    assert (card.status, card.severity, card.equation) == ("fail", "critical", "72 > 60")
    assert Deal("card_workout", "bank_card").term(60).rows(*rows, step_months=1).check("A08").status == "pass"
    other = Deal("loan_instalment", "bank_card").term(72).rows(*rows, step_months=1).check("A08")
    assert other.reason == "card_term_too_long"
    assert Deal("loan_instalment", "bank_loan").term(72).rows(*rows, step_months=1).check("A08").status != "fail"


def test_limitation_is_three_years_from_the_last_payment() -> None:
    def check(last: str) -> str:
        return Deal().day(last, "last_payment").day("2026-05-22", "signing").check("A19").status

    assert check("2021-03-18") == "fail"
    assert check("2023-05-22") == "pass"  # the very last day
    assert check("2023-05-21") == "fail"


def test_the_later_of_payment_and_arrears_counts() -> None:
    deal = Deal().day("2020-01-01", "overdue_since").day("2025-01-01", "last_payment").day("2026-05-22", "signing")
    assert deal.check("A19").status == "pass"


def test_a_sunday_without_a_rule_is_noted() -> None:
    """25 October 2026 is a Sunday."""
    got = Deal().rows(("2026-10-25", "1"), ("2026-11-25", "1")).check("A20")
    assert (got.status, got.severity, got.values["date"]) == ("fail", "info", "2026-10-25")


def test_a_worked_saturday_is_a_working_day_and_a_holiday_is_none() -> None:
    """10 October 2026 is a Saturday that is worked; 1 October is National Day."""
    assert Deal().rows(("2026-10-10", "1")).check("A20").status == "pass"
    assert Deal().rows(("2026-10-01", "1")).check("A20").status == "fail"


@pytest.mark.parametrize(
    "rule",
    [
        "还款日遇节假日的，顺延至下一工作日。",
        "碰到银行放假，过完假头一个上班日付。",
        "繳款日如為星期日或公眾假期，順延至下一個營業日。",
        "If a due date is a weekend or bank holiday, you may pay on the next working day.",
    ],
)
def test_a_rule_for_holidays_settles_it(rule: str) -> None:
    deal = Deal().rows(("2026-10-25", "1"))
    deal.at(rule)
    assert deal.check("A20").reason == "holiday_rule"


def test_a_guarantee_reaches_to_the_last_due_date() -> None:
    short = Deal().day("2027-01-31", "guarantee_end").rows(*ROWS).check("A26")
    assert (short.status, short.equation) == ("fail", "2027-01-31 < 2027-02-15")
    assert Deal().day("2027-02-15", "guarantee_end").rows(*ROWS).check("A26").status == "pass"


@pytest.mark.parametrize(
    ("demands", "status", "equation"),
    [
        (
            "甲方于2022年4月1日、2025年2月3日两次向乙方送达催收通知，乙方均已签收。",
            "pass",
            "2020-03-01 → 2022-04-01 → 2025-02-03 + 3 × 12 = 2028-02-03 ≥ 2026-11-20",
        ),
        ("甲方于2025年2月3日向乙方送达催收通知。", "fail", "2020-03-01 + 3 × 12 = 2023-03-01 < 2026-11-20"),
        ("甲方自2022年4月1日起停止催收，不再发送催收通知。", "fail", "2020-03-01 + 3 × 12 = 2023-03-01 < 2026-11-20"),
    ],
)
def test_a_demand_within_the_period_restarts_it(demands: str, status: str, equation: str) -> None:
    """The first demand keeps the second in time; one that comes after the three years restarts nothing."""
    text = f"""还款协议
甲方（债权人）：青禾资产管理有限公司
乙方（债务人）：文书宁
一、乙方最后一次还款日为2020年3月1日，尚欠本金20,000元。{demands}
二、乙方自2026年12月起分10期偿还，每月15日还2,000元。
签订日期：2026年11月20日
"""
    got = next(check for check in check_text(text).checks if check.id == "A19")
    assert (got.status, got.equation) == (status, equation)
