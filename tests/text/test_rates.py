"""Rates and percentages; a rate per thousand or ten thousand is given in percent."""

from decimal import Decimal

import pytest

from agreecheck.text.extract import Extracted, extract


def rates(text: str) -> list[Extracted]:
    return [one for one in extract(text) if one.kind in ("rate", "percent")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "per_year"),
    [
        ("年利率为15.4%（单利）", "15.4", "%/year", "15.4"),
        ("综合融资成本（年化）为12%", "12", "%/year", "12"),
        ("年化综合资金成本为23.98%", "23.98", "%/year", "23.98"),
        ("利息按24%/年计算", "24", "%/year", "24"),
        ("利率：12%（年利率）", "12", "%/year", "12"),
        ("按年24%计息", "24", "%/year", "24"),
        ("月利率千分之八", "0.8", "%/month", "9.6"),
        ("每月3%收取账户管理费", "3", "%/month", "36"),
        ("月费率0.75%", "0.75", "%/month", "9"),
        ("逾期按日利率万分之五计收违约金", "0.05", "%/day", "18.25"),
        ("按5,000元的0.5%逐月收分期手续费", "0.5", "%/month", "6"),
        ("一个月600元，一年12%", "12", "%/year", "12"),
        ("日万分之六", "0.06", "%/day", "21.9"),
        ("按0.05%/日计收", "0.05", "%/day", "18.25"),
        ("日0.05%", "0.05", "%/day", "18.25"),
        ("每日0.05%", "0.05", "%/day", "18.25"),
        ("每天千分之二", "0.2", "%/day", "73"),
        ("每日1‰", "0.1", "%/day", "36.5"),
        ("按日加收0.05%的滞纳金", "0.05", "%/day", "18.25"),
        ("每日逾期金额的1‰", "0.1", "%/day", "36.5"),
        ("每逾期一日，按逾期金额的万分之五支付违约金", "0.05", "%/day", "18.25"),
        ("每延迟一天应按未付款项的0.1%支付", "0.1", "%/day", "36.5"),
        ("日息万五", "0.05", "%/day", "18.25"),
        ("月息2分", "2", "%/month", "24"),
        ("月息二分五厘", "2.5", "%/month", "30"),
        ("月息2厘", "0.2", "%/month", "2.4"),
        ("月平息0.28厘", "0.28", "%/month", "3.36"),
        ("年息一分五厘", "15", "%/year", "15"),
        ("a monthly rate of 1.5%", "1.5", "%/month", "18"),
        ("interest at 0.05% per day", "0.05", "%/day", "18.25"),
        ("18% per annum", "18", "%/year", "18"),
        ("12 percent per annum", "12", "%/year", "12"),
        ("eight per cent per year", "8", "%/year", "8"),
        ("月平息0.38%", "0.38", "%/month", "4.56"),
        ("24.99% APR", "24.99", "%/year", "24.99"),
        ("15.4%的年利率", "15.4", "%/year", "15.4"),
        ("利息按每月2分计算", "2", "%/month", "24"),
    ],
)
def test_a_rate_and_what_it_is_a_year(text: str, value: str, unit: str, per_year: str) -> None:
    [one] = rates(text)
    assert (one.kind, Decimal(one.value), one.unit, Decimal(one.per_year)) == (
        "rate",
        Decimal(value),
        unit,
        Decimal(per_year),
    )
    assert one.day_count == ("365" if unit == "%/day" else "")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("按一年期贷款市场报价利率（LPR）的四倍计算", "4", "xLPR"),
        ("不超过合同成立时一年期贷款市场报价利率四倍", "4", "xLPR"),
        ("按同期LPR的1.5倍计收", "1.5", "xLPR"),
        ("4倍LPR", "4", "xLPR"),
        ("利率按LPR+50BP执行", "50", "LPR+bp"),
        ("一年期LPR加50个基点", "50", "LPR+bp"),
        ("LPR减20基点", "-20", "LPR+bp"),
        ("LPR+1.5%", "150", "LPR+bp"),
        ("罚息利率在借款利率基础上加收50%", "+50%", "uplift"),
        ("合同利率上浮30%", "+30%", "uplift"),
        ("LPR下浮10%", "-10%", "uplift"),
        ("按合同利率的1.5倍计收罚息", "+50%", "uplift"),
    ],
)
def test_a_rate_that_hangs_on_another(text: str, value: str, unit: str) -> None:
    [one] = rates(text)
    assert (one.kind, one.value, one.unit) == ("rate", value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("按欠款总额的20%支付违约金", "20"),
        ("百分之二十", "20"),
        ("千分之一", "0.1"),
        ("萬分之肆", "0.04"),
        ("三个百分点", "3"),
        ("负3.9%", "-3.9"),
        ("每月15日前还款，违约金为欠款的20%", "20"),
        ("每月还款3,000元，另付5%手续费", "5"),
        ("2026年12月31日前减免45%", "45"),
    ],
)
def test_a_percentage_without_a_period_stays_a_percentage(text: str, value: str) -> None:
    [one] = rates(text)
    assert (one.kind, Decimal(one.value), one.unit) == ("percent", Decimal(value), "%")


def test_the_upper_end_of_a_range_has_the_period_of_the_lower() -> None:
    assert [(one.value, one.unit) for one in rates("年利率6%至8%")] == [("6", "%/year"), ("8", "%/year")]


def test_each_rate_has_the_period_that_stands_with_it() -> None:
    assert [(one.value, one.unit) for one in rates("年利率5.40%（月利率0.45%），逾期按日0.05%，另收2%")] == [
        ("5.4", "%/year"),
        ("0.45", "%/month"),
        ("0.05", "%/day"),
        ("2", "%"),
    ]


def test_simple_and_compound_interest_are_noted_where_they_are_said() -> None:
    assert [one.note for one in rates("月利率为0.6%，年化利率（单利）7.2%，复利按0.05%/日计收")] == [
        (),
        ("simple",),
        ("compound",),
    ]


def test_an_interest_of_custom_without_a_period_is_marked_as_assumed() -> None:
    [one] = rates("约定利息二分五厘")
    assert (one.value, one.unit, one.note) == ("2.5", "%/month", ("period_assumed",))


def test_a_fee_per_instalment_is_no_rate_per_month() -> None:
    [one] = rates("分期手续费率为每期0.66%")
    assert (one.kind, one.note) == ("percent", ("per_instalment",))


def test_no_percentage_is_read_out_of_an_address() -> None:
    assert rates("见 https://www.bank.example/q=30%25%2020% 。") == []


def test_a_yearly_rate_with_its_monthly_one_in_brackets_is_two_rates() -> None:
    found = [(one.value, one.unit) for one in rates("按年利率9.60%（每月0.80%，以剩余本金为基数）计息")]
    assert found == [("9.6", "%/year"), ("0.8", "%/month")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("百分之百", "100"),
        ("百分之负三点八", "-3.8"),
        ("负千分之十五", "-1.5"),
        ("千万分之六", "0.00006"),
        ("five per cent", "5"),
        ("5 percent", "5"),
    ],
)
def test_percentages_in_words(text: str, value: str) -> None:
    [one] = rates(text)
    assert (one.kind, Decimal(one.value), one.text) == ("percent", Decimal(value), text)


def test_both_ends_of_a_range_have_the_sign_that_one_of_them_bears() -> None:
    assert [(one.kind, one.value) for one in rates("减免5至20%的罚息")] == [("percent", "5"), ("percent", "20")]


def test_a_share_of_what_is_paid_each_month_is_no_monthly_rate() -> None:
    assert [one.kind for one in rates("每月还款额不少于欠款的10%")] == ["percent"]
    assert [one.unit for one in rates("每月按欠款的1%收取手续费")] == ["%/month"]


def test_the_other_bound_has_the_period_of_the_first() -> None:
    assert [(one.value, one.unit, one.mod) for one in rates("年利率不高于24%且不低于8%")] == [
        ("24", "%/year", "<="),
        ("8", "%/year", ">="),
    ]


def test_a_percentage_told_twice_has_its_period() -> None:
    assert [one.unit for one in rates("interest at eight percent (8%) per annum")] == ["%", "%/year"]


def test_the_term_of_the_prime_rate_is_no_term_of_the_paper() -> None:
    assert [one.kind for one in extract("以一年期LPR上浮40%计息")] == ["rate"]
