"""A10, A11, A13 to A16, A27: rates and ceilings."""

import pytest
from msgspec.structs import replace

from agreecheck.model.finding import Limit
from checks.deal import Deal, monthly


def plan(creditor: str, each: str = "900.00") -> Deal:
    """10,000 paid back in twelve parts from a month after the signing; 900 each is 14.45 % nominal (12 × IRR)."""
    deal = Deal(creditor=creditor).amount("10000.00", "payable").day("2026-11-15", "signing")
    return deal.rows(*monthly("2026-12-15", 12, each))


def test_a_stated_rate_near_the_computed_cost_passes() -> None:
    assert plan("bank_loan").rate("14.00", "year", "annual_cost").check("A10").status == "pass"


def test_a_stated_rate_below_the_cost_fails() -> None:
    got = plan("bank_loan").rate("8.00", "year", "interest").check("A10")
    assert (got.status, got.reason) == ("fail", "cost_above_stated")
    assert got.equation.endswith("|14.45 % - 8 %| > 0.5 %")


def test_a_stated_rate_above_the_cost_is_left_open() -> None:
    """The rate of the old contract is often told in a plan without interest."""
    got = plan("bank_loan", "833.33").rate("15.4", "year", "interest").check("A10")
    assert (got.status, got.reason) == ("not_computable", "below_stated")


@pytest.mark.parametrize(
    ("creditor", "each", "status"),
    [
        ("bank_card", "900.00", "pass"),
        ("bank_card", "950.00", "fail"),  # 24.9 % a year
        ("consumer_finance", "950.00", "fail"),
        ("small_loan", "900.00", "pass"),
        ("private", "900.00", "fail"),  # above 4 × 3.00
        ("private", "880.00", "pass"),  # 9.99 % a year
    ],
)
def test_the_ceiling_of_the_creditors_kind(creditor: str, each: str, status: str) -> None:
    assert plan(creditor, each).check("A11").status == status


@pytest.mark.parametrize("creditor", ["unknown", "platform", "assignee"])
def test_an_unknown_kind_fails_only_above_all_ceilings(creditor: str) -> None:
    between = plan(creditor, "900.00").check("A11")
    assert (between.status, between.reason) == ("not_computable", "limit_unclear")
    assert {i.name for i in between.inputs} >= {"limit.court24", "limit.lpr4x", "limit.mark36"}
    assert plan(creditor, "880.00").check("A11").status == "pass"
    assert plan(creditor, "1000.00").check("A11").status == "fail"


def limits(deal: Deal) -> list[tuple[str, str, bool]]:
    def short(limit: Limit) -> tuple[str, str, bool]:
        return limit.law, str(limit.percent), limit.applies

    return [short(limit) for limit in deal.compute().limits]


def test_a_private_loan_has_the_ceiling_of_its_original_contract_and_shows_the_other() -> None:
    deal = Deal(creditor="private").day("2024-09-20", "original_contract").day("2026-01-18", "signing")
    assert limits(deal)[0] == ("lpr4x", "13.40", True)
    assert ("lpr4x", "12.00", False) in limits(deal)


def test_a_contract_older_than_the_prime_rate_uses_the_signing() -> None:
    deal = Deal(creditor="private").day("2019-08-19", "original_contract").day("2026-01-18", "signing")
    assert [x for x in limits(deal) if x[0] == "lpr4x"] == [("lpr4x", "12.00", True)]
    assert "contract_before_prime_rate" in deal.compute().warnings


def test_a_bank_has_24_percent() -> None:
    assert limits(Deal(creditor="bank_card"))[0] == ("court24", "24", True)


def test_foreign_currency_has_no_ceiling_here() -> None:
    deal = Deal(currency="USD").rate("30", "year", "interest")
    assert deal.compute().limits == ()
    assert deal.check("A11").reason == "other_law"


def test_a_monthly_fee_is_held_against_the_ceiling_even_beside_a_cheap_plan() -> None:
    got = plan("private", "840.00").rate("3", "month", "fee").check("A11")
    assert (got.status, got.equation) == ("fail", "3 %/month = 36 %; 36 % > 12 %")


def test_a_high_stated_rate_beside_rows_without_cost_is_left_open() -> None:
    """It may be the rate of the old loan, or the rows may hold the principal alone."""
    high = plan("bank_loan", "833.33").rate("30", "year", "interest").check("A11")
    assert (high.status, high.reason) == ("not_computable", "below_stated")
    assert plan("bank_loan", "833.33").rate("12", "year", "interest").check("A11").status == "pass"


def test_principal_alone_is_no_measure_where_older_interest_is_owed_too() -> None:
    deal = Deal(creditor="private").amount("5000.00", "principal").amount("750.00", "interest")
    deal.day("2026-11-15", "signing").rows(*monthly("2026-12-15", 10, "575.00"))
    assert deal.check("A11").status == "not_computable"


def test_overdue_rate_up_to_one_and_a_half_times_the_contract_rate() -> None:
    def check(overdue: tuple[str, str], base: tuple[str, str]) -> str:
        return Deal().rate(*overdue, "overdue").rate(*base, "interest").check("A13").status

    assert check(("0.06", "day"), ("0.04", "day")) == "pass"  # 21.9 = 1.5 × 14.6
    assert check(("9.45", "year"), ("6.30", "year")) == "pass"
    assert check(("0.06", "day"), ("9.6", "year")) == "fail"  # 21.9 > 14.4
    assert check(("0.06", "day"), ("14.4", "year")) == "pass"  # 21.6 by 360 days


def test_an_overdue_rate_against_a_plan_without_interest_is_left_open() -> None:
    got = Deal().rate("6", "year", "overdue").rate("0", "year", "interest").check("A13")
    assert (got.status, got.reason) == ("not_computable", "no_contract_rate")


def test_charges_on_default_are_added_by_the_year() -> None:
    deal = Deal(creditor="bank_loan").rate("0.05", "day", "overdue").rate("0.03", "day", "penalty")
    got = deal.check("A14")
    assert (got.status, got.severity) == ("fail", "critical")
    assert got.equation == "0.05 %/day + 0.03 %/day = 29.2 % (360: 28.8 %) > 24 %"  # 18.25 + 10.95


def test_charges_that_exclude_each_other_are_not_added() -> None:
    deal = Deal(creditor="bank_loan").rate("0.05", "day", "overdue", words="罚息与违约金不重复收取0.05%")
    assert deal.rate("0.03", "day", "penalty").check("A14").status == "pass"


def test_one_rate_told_twice_is_not_added() -> None:
    deal = Deal(creditor="bank_loan").rate("0.05", "day", "overdue").rate("0.05", "day", "penalty")
    assert deal.check("A14").equation == "0.05 %/day = 18.25 % (360: 18 %) ≤ 24 %"


def test_a_penalty_on_the_whole_debt_fails_and_is_estimated() -> None:
    deal = Deal().amount("68700.00", "total_debt").rate("0.2", "day", "penalty", base="total")
    got = deal.check("A16")
    assert (got.status, got.severity) == ("fail", "high")
    assert "= 4122.00" in got.equation  # 68,700 × 0.2 % × 30 days
    assert Deal().rate("0.03", "day", "penalty", base="overdue").check("A16").status == "pass"
    assert Deal().rate("0.03", "day", "penalty").check("A16").status == "not_computable"


def test_short_rates_by_the_year() -> None:
    got = Deal().rate("0.05", "day", "penalty").rate("1", "month", "interest").check("A15")
    assert got.equation == ("0.05 %/day × 365 = 18.25 %, × 360 = 18 %; 1 %/month × 12 = 12 %, (1 + m)^12 - 1 = 12.68 %")


def side_by_side(first: tuple[str, str, str], second: tuple[str, str, str]) -> Deal:
    """Two rates in one line: 「0.5%（日万分之五）」."""
    from decimal import Decimal

    from agreecheck.model.fact import Rate
    from agreecheck.model.span import Span

    deal = Deal()
    line = deal.at(f"{first[2]}（{second[2]}）")
    at = [Span(line.start, line.start + len(first[2])), Span(line.start + len(first[2]) + 1, line.end - 1)]
    for (value, period, _), span in zip((first, second), at, strict=True):
        deal.add("rates", Rate(percent=Decimal(value), period=period, role="penalty", span=span))
    return deal


def test_a_slip_of_the_decimal_point_between_two_notations_fails() -> None:
    got = side_by_side(("0.5", "day", "每日0.5%"), ("0.05", "day", "日万分之五")).check("A27")
    assert (got.status, got.equation) == ("fail", "0.5 %/day ≠ 0.05 %/day")


def test_equal_notations_pass_by_360_and_365_days() -> None:
    assert side_by_side(("0.05", "day", "0.05%"), ("18.25", "year", "18.25%")).check("A27").status == "pass"
    assert side_by_side(("0.05", "day", "0.05%"), ("18", "year", "18%")).check("A27").status == "pass"


def test_a_flat_rate_beside_its_annual_cost_is_no_slip() -> None:
    got = side_by_side(("0.75", "month", "月费率0.75%"), ("16.22", "year", "年化16.22%")).check("A27")
    assert got.status == "not_computable"


def test_a_flat_fee_told_by_the_year_is_a_stated_cost() -> None:
    """0.6 % of the first sum each month is told as 7.2 % a year and costs 13.17 % on what is still owed."""
    deal = Deal(creditor="bank_card").amount("36000.00", "payable").day("2026-10-08", "signing")
    got = deal.rate("7.2", "year", "fee").rows(*monthly("2026-11-08", 36, "1216.00")).check("A10")
    assert (got.status, got.values["computed"], got.values["stated"]) == ("fail", "13.17", "7.2")


def test_an_uplift_is_added_to_the_contract_rate() -> None:
    """Half as much again on 18 % a year is 27 %."""
    deal = Deal(creditor="bank_loan").rate("18", "year", "interest").rate("50", "once", "overdue")
    deal.lists["rates"][1] = replace(deal.lists["rates"][1], relative="uplift")
    assert deal.check("A14").equation == "18 % × (1 + 50 %) = 27 % > 24 %"
    assert deal.check("A13").equation == "1 + 50 % ≤ 1.5"


def test_what_early_repayment_costs_is_no_charge_on_default() -> None:
    deal = Deal(creditor="bank_loan").rate("0.05", "day", "overdue", base="overdue", words="逾期按日0.05%计收罚息")
    deal.rate("40", "year", "penalty", base="total", words="提前还款的，按年40%支付违约金")
    assert deal.check("A14").equation == "0.05 %/day = 18.25 % (360: 18 %) ≤ 24 %"
    assert deal.check("A16").status == "pass"


def test_a_fee_told_by_the_month_states_no_annual_cost() -> None:
    """4 % once over nine instalments is 0.44 % a month: true of the first sum, and no yearly rate of the plan."""
    deal = Deal().amount("18000.00", "payable").day("2026-06-25", "signing").term(9)
    deal.rate("4", "once", "fee").rate("0.44", "month", "interest")
    got = deal.rows(("2026-07-25", "2720.00"), *monthly("2026-08-25", 8, "2000.00")).check("A10")
    assert (got.status, got.reason) == ("not_computable", "no_stated_rate")


def test_a_cost_between_two_stated_rates_is_left_open() -> None:
    """12 × 900 on 10,000 costs 14.45 % a year: more than the 9 % of one loan, less than the 18 % of the other."""
    deal = Deal().amount("10000.00", "payable").day("2026-11-15", "signing")
    deal.rate("9", "year", "interest").rate("18", "year", "interest")
    got = deal.rows(*monthly("2026-12-15", 12, "900.00")).check("A10")
    assert (got.status, got.reason) == ("not_computable", "several_values")


def test_a_first_period_cut_short_is_no_lie_about_the_rate() -> None:
    """10,000 at 1 % a month in twelve instalments of 888.49: due ten days after the signing, interest may have run
    from a month before the first of them."""
    deal = Deal().amount("10000.00", "payable").day("2026-12-05", "signing").rate("12", "year", "interest")
    got = deal.rows(*monthly("2026-12-15", 12, "888.49")).check("A10")
    assert (got.status, got.reason) == ("not_computable", "start_unknown")
    assert "12 %" in got.equation


def test_a_rate_that_is_true_of_the_principal_is_left_open() -> None:
    """The same instalments pay 9,500 after a waiver; on the principal of 10,000 they cost the stated 12 %."""
    deal = Deal().amount("10000.00", "principal").amount("9500.00", "payable").day("2026-11-15", "signing")
    deal.rate("12", "year", "interest")
    got = deal.rows(*monthly("2026-12-15", 12, "888.49")).check("A10")
    assert (got.status, got.reason) == ("not_computable", "other_sum")
    assert got.equation.count("888.49") == 2


def test_a_seller_who_charges_for_time_has_the_private_ceiling_for_the_price_alone() -> None:
    """12 × 900 on 10,000 is 14.45 % a year, over 4 × 3.00 %; 18.25 % for default lies between the ceilings."""
    deal = Deal("trade_debt", creditor="trade").amount("10000.00", "payable").day("2026-11-15", "signing")
    deal.rate("0.05", "day", "penalty", base="overdue").rows(*monthly("2026-12-15", 12, "900.00"))
    assert (deal.check("A11").status, deal.check("A11").values["law"]) == ("fail", "lpr4x")
    assert deal.check("A14").reason == "limit_unclear"
