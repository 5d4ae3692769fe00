"""A paper of Hong Kong, Macau or Taiwan reckons in a yuan of its own."""

from decimal import Decimal

import pytest

from agreecheck import check_text

PAPER = """債務清償協議書
甲方（債權人）：松岬資產管理股份有限公司
乙方（債務人）：柯宥廷
一、乙方確認截至2026年10月31日，積欠甲方{unit}（下同）參拾陸萬元整。
二、乙方應自2026年12月起分12期償還，每月15日償還30,000元。
{more}
中華民國115年11月20日
"""


@pytest.mark.parametrize(("unit", "currency"), [("新臺幣", "TWD"), ("港幣", "HKD"), ("澳門幣", "MOP")])
def test_every_yuan_of_the_paper_is_the_one_that_it_names(unit: str, currency: str) -> None:
    facts = check_text(PAPER.format(unit=unit, more="")).facts
    assert facts.currency == currency
    assert {(a.value, a.currency) for a in facts.amounts} == {
        (Decimal(360000), currency),
        (Decimal(30000), currency),
    }


def test_a_paper_that_names_two_is_read_as_written() -> None:
    facts = check_text(PAPER.format(unit="港幣", more="另付人民幣500元。")).facts
    assert Decimal(500) in {a.value for a in facts.amounts if a.currency == "CNY"}
