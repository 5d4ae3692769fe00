"""Numerals alone."""

from decimal import Decimal

import pytest

from agreecheck.text.fold import fold
from agreecheck.text.numerals import find, parse


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("一百二十三", "123"),
        ("一百零三", "103"),
        ("一百三", "130"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("两千三百五", "2350"),
        ("一万五千亿", "1500000000000"),
        ("四万万", "400000000"),
        ("二〇二六", "2026"),
        ("廿二", "22"),
        ("卅", "30"),
        ("卌", "40"),
        ("一二点三零", "12.3"),
        ("十", "10"),
        ("3万5千", "35000"),
        ("3.5万", "35000"),
        ("200亿零四千230", "20000004230"),
        ("一千六点五", "1600.5"),
        ("零点零五", "0.05"),
        ("1.25亿", "125000000"),
        ("12,345.60", "12345.60"),
        ("1,2345", "12345"),
        ("叁 万 伍 仟", "35000"),
        ("叁|万|零|仟|伍|佰", "30500"),
        ("一百零十万三千", "1103000"),
        ("一千零一万一千零一", "10011001"),
    ],
)
def test_the_value_of_a_numeral(run: str, value: str) -> None:
    assert parse(run) == Decimal(value)


@pytest.mark.parametrize("run", ["", "百", "万", "千万", "百十", "二三十", "五十千", "一 二", "点五", "十百", "一点十"])
def test_what_is_no_numeral_has_no_value(run: str) -> None:
    assert parse(run) is None


def test_a_unit_alone_counts_as_one_where_it_is_asked_for() -> None:
    assert parse("百", bare_unit=True) == 100
    assert parse("万万", bare_unit=True) == 10**8


@pytest.mark.parametrize(
    ("run", "form"), [("35,000", "digits"), ("叁万", "capital"), ("三万", "chinese"), ("3万", "mixed")]
)
def test_the_form_of_a_numeral(run: str, form: str) -> None:
    [quantity] = find(fold(run))
    assert quantity.form == form


def test_numerals_side_by_side_stay_apart() -> None:
    assert [quantity.run for quantity in find("1 一次 3,000.00 2,900.00")] == ["1", "一", "3,000.00", "2,900.00"]
