"""Amounts as agreements write them; expected values read off by hand."""

from decimal import Decimal

import pytest

from agreecheck.text.extract import Extracted, extract


def money(text: str) -> list[Extracted]:
    return [one for one in extract(text) if one.kind.startswith("money")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("尚欠本金３５０００元。", "35000", "CNY", "３５０００元"),
        ("每周五650.00元，另收", "650.00", "CNY", "650.00元"),
        ("星期三500元", "500", "CNY", "500元"),
        ("欠款合计3万5千元。", "35000", "CNY", "3万5千元"),
        ("首付款伍万元应于签订当日支付", "50000", "CNY", "伍万元"),
        ("人民币（大写）：叁万伍仟元整", "35000", "CNY", "人民币（大写）：叁万伍仟元整"),
        ("人民币大写叁万伍仟圆正", "35000", "CNY", "人民币大写叁万伍仟圆正"),
        ("大写：人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78", "CNY", "人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
        ("人民币贰仟零伍拾元零叁分", "2050.03", "CNY", "人民币贰仟零伍拾元零叁分"),
        ("人民币壹佰万元零伍角", "1000000.5", "CNY", "人民币壹佰万元零伍角"),
        ("肆佰叁拾萬圓整", "4300000", "CNY", "肆佰叁拾萬圓整"),
        (
            "⼈⺠币 叁 万 伍 仟 零 佰 零 拾 零 元 零 角 零 分",
            "35000",
            "CNY",
            "⼈⺠币 叁 万 伍 仟 零 佰 零 拾 零 元 零 角 零 分",
        ),
        ("叁|万|伍|仟|零|佰|元", "35000", "CNY", "叁|万|伍|仟|零|佰|元"),
        ("本金20 000元", "20000", "CNY", "20 000元"),
        ("本金1 0000元", "10000", "CNY", "1 0000元"),
        ("利息1 250.5元", "1250.5", "CNY", "1 250.5元"),
        ("利息3，200.50元", "3200.50", "CNY", "3，200.50元"),
        ("冲抵后余额为-500.00元", "-500", "CNY", "-500.00元"),
        ("123元1角1分", "123.11", "CNY", "123元1角1分"),
        ("十块三毛", "10.3", "CNY", "十块三毛"),
        ("三块五", "3.5", "CNY", "三块五"),
        ("三块四毛五", "3.45", "CNY", "三块四毛五"),
        ("三块零四", "3.04", "CNY", "三块零四"),
        ("两毛五", "0.25", "CNY", "两毛五"),
        ("伍分", "0.05", "CNY", "伍分"),
        ("五十美分", "0.5", "USD", "五十美分"),
        ("3.14人民币", "3.14", "CNY", "3.14人民币"),
        ("三万元港币", "30000", "HKD", "三万元港币"),
        ("5000元人民币", "5000", "CNY", "5000元人民币"),
        ("金额（人民币元）：18,000", "18000", "CNY", "人民币元）：18,000"),
        ("人民币參拾參元整", "33", "CNY", "人民币參拾參元整"),
        ("￥ 3 , 000.00 元", "3000", "CNY", "￥ 3 , 000.00 元"),
        ("2, 350 . 60元", "2350.6", "CNY", "2, 350 . 60元"),
        ("1,000 US dollars", "1000", "USD", "1,000 US dollars"),
        ("8,000 Hong Kong dollars", "8000", "HKD", "8,000 Hong Kong dollars"),
        ("12 dollars and 45 cents", "12.45", "USD", "12 dollars and 45 cents"),
        ("两角五分", "0.25", "CNY", "两角五分"),
        ("1.5亿元", "150000000", "CNY", "1.5亿元"),
        ("USD 10,000", "10000", "USD", "USD 10,000"),
        ("$14,318.77", "14318.77", "USD", "$14,318.77"),
        ("HK$300", "300", "HKD", "HK$300"),
        ("usd 300", "300", "USD", "usd 300"),
        ("300 THB", "300", "THB", "300 THB"),
        ("500元POS机费", "500", "CNY", "500元"),
        ("二千港元", "2000", "HKD", "二千港元"),
        ("€50.00", "50", "EUR", "€50.00"),
        ("１０００日元", "1000", "JPY", "１０００日元"),
        ("USD 5.5 million", "5500000", "USD", "USD 5.5 million"),
        ("two hundred or 250 dollars", "250", "USD", "250 dollars"),
    ],
)
def test_one_amount(text: str, value: str, unit: str, words: str) -> None:
    [one] = money(text)
    assert (one.kind, Decimal(one.value), one.unit, one.text) == ("money", Decimal(value), unit, words)


def test_words_and_digits_side_by_side_are_two_facts_of_their_own_form() -> None:
    words, digits = money("借款金额为人民币叁万伍仟元整（¥36,000.00）。")
    assert (words.value, words.form, words.text) == ("35000", "capital", "人民币叁万伍仟元整")
    assert (digits.value, digits.form, digits.text) == ("36000.00", "digits", "¥36,000.00")


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("违约金总额不超过人民币50万元", "<="),
        ("最高50万元", "<="),
        ("3000元以内", "<="),
        ("5000元以下", "<="),
        ("不低于3000元", ">="),
        ("至少3000元", ">="),
        ("3000元以上", ">="),
        ("超过3000元", ">"),
        ("2000余元", ">"),
        ("不足3000元", "<"),
        ("约3000元", "~"),
        ("3000元左右", "~"),
        ("最低还款额为100元", ">="),
        ("至少应还500元", ">="),
        ("最多可减免3000元", "<="),
        ("最高债权额人民币50万元", "<="),
        ("违约应付500元", ""),
        ("如约还款3000元", ""),
        ("5000元或以上", ">="),
        ("not less than $100", ">="),
        ("a maximum of $100", "<="),
        ("应还3000元", ""),
        ("最近3000元", ""),
    ],
)
def test_bounds(text: str, mod: str) -> None:
    [one] = money(text)
    assert one.mod == mod


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3000元至5000元", "3000..5000"),
        ("3,000元—5,000元", "3000..5000"),
        ("￥3,000至￥5,000", "3000..5000"),
        ("3~5万元", "30000..50000"),
        ("八千到一万元", "8000..10000"),
        ("500元至1万元", "500..10000"),
        ("1 万(含)-5 万元之间", "10000..50000"),
        ("5.6到5.78元", "5.6..5.78"),
        ("100-20000元", "100..20000"),
        ("5到8百元", "500..800"),
        ("八到九百亿元", "80000000000..90000000000"),
        ("5000元以上10000元以下", "5000..10000"),
        ("叁仟元至伍仟元", "3000..5000"),
        ("介于3000元和5000元之间", "3000..5000"),
        ("3000与5000元之间", "3000..5000"),
        ("五块六到五块七毛八", "5.6..5.78"),
        ("10~15k元", "10000..15000"),
    ],
)
def test_ranges(text: str, value: str) -> None:
    [one] = money(text)
    assert (one.kind, one.value, one.unit) == ("money_range", value, "CNY")


def test_a_full_width_comma_divides_two_amounts_where_it_cannot_group() -> None:
    assert [one.value for one in money("已还1000，500元为手续费")] == ["500"]


def test_a_number_of_the_list_does_not_run_into_the_amount() -> None:
    assert [one.value for one in money("1．5,000元；\n2.3,000元")] == ["5000", "3000"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("between $200 and $300", "200..300", "USD"),
        ("between USD 200 and USD 300", "200..300", "USD"),
        ("from €200 to €300", "200..300", "EUR"),
    ],
)
def test_ranges_in_english(text: str, value: str, unit: str) -> None:
    [one] = money(text)
    assert (one.kind, one.value, one.unit) == ("money_range", value, unit)


def test_two_amounts_that_are_only_added_are_no_range() -> None:
    assert [one.value for one in money("本金3000元和利息500元")] == ["3000", "500"]
    assert [one.value for one in money("本金3000元和5000元")] == ["3000", "5000"]


def test_amounts_on_a_list_with_spaces_stay_apart() -> None:
    assert [one.value for one in money("分别为3000元， 500元")] == ["3000", "500"]


def test_a_broken_grouping_is_not_guessed() -> None:
    assert [one.value for one in money("金额1,00,000元") if Decimal(one.value) in (0, 1, 1000)] == []


@pytest.mark.parametrize(
    "text",
    [
        "单元1501室",
        "多元化",
        "公元",
        "三角形",
        "五角大楼",
        "Bob 3 times",
        "try 3 times",
        "5元旦",
        "万元",
        "（元）",
        "第2分公司",
        "月利率2分",
        "3分钟",
    ],
)
def test_what_is_no_money(text: str) -> None:
    assert money(text) == []
