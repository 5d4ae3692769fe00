"""A fact that a line end cuts in two is read as one, at its whole place; other line ends part facts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck import extract


def read(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.text) for one in extract(text)]


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["\n", " \n", "\n  ", "\r\n"]))
def test_an_amount_cut_behind_a_comma(high: int, low: int, end: str) -> None:
    text = f"人民币{high},{end}{low:03}元"
    assert read(f"支付{text}。") == [("money", str(high * 1000 + low), text)]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_date_cut_behind_year_or_month(day: date) -> None:
    year, month, number = str(day).split("-")
    for text in (f"{year}年\n{month}月{number}日", f"{year}年{month}月\n{number}日", f"{year}\n年{month}月{number}日"):
        assert read(f"于{text}还清。") == [("date", str(day), text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("人民币3000\n元整", "money", "3000"),
        ("人民币壹万贰仟\n叁佰元整", "money", "12300"),
        ("人民币\n3,000元", "money", "3000"),
        ("每月15\n日", "recurrence", "P1M@15"),
        ("每月\n15日", "recurrence", "P1M@15"),
        ("二〇二六年\n三月十五日", "date", "2026-03-15"),
        ("日万分\n之五", "rate", "0.05"),
        ("年利率\n12%", "rate", "12"),
        ("30\n日内", "deadline", "P30D"),
        ("贷款年\n利率12%", "rate", "12"),
        ("分12\n期偿还", "count", "12"),
    ],
)
def test_other_facts_cut_in_two(text: str, kind: str, value: str) -> None:
    assert [(k, v) for k, v, _ in read(f"乙方{text}。")] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("共2\n12月5日", ["2", "XXXX-12-05"]),
        ("1\n2026-12-10", ["1", "2026-12-10"]),
        ("3,000\n500元", ["3000", "500"]),
        ("2026年12月\n5,000元", ["2026-12", "5000"]),
        ("12\n日期", ["12"]),
    ],
)
def test_facts_on_lines_of_their_own_stay_apart(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values
