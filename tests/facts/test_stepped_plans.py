"""Plans whose sums change, that are told as shares of the whole, or in parts. Rows reckoned by hand."""

from decimal import Decimal

import pytest

from facts.money_papers import money_of

PLANS = [  # text, due dates and sums of the rows: each sum with the number of rows in turn that have it
    (
        "前三个月每月15日还1000元，从第四个月起每月还2000元，首期2026年12月15日，共九期，欠款总额15000元。",
        "2026-12-15",
        "2027-08-15",
        [(3, "1000"), (6, "2000")],
    ),
    (
        "第1-3期每期1000元，第4-12期每期3000元，自2026年12月起每月10日还款。",
        "2026-12-10",
        "2027-11-10",
        [(3, "1000"), (9, "3000")],
    ),
    (
        "尚欠15,000元，第一年每月还500元，第二年每月还750元，自2026年12月起每月10日还款，两年还清。",
        "2026-12-10",
        "2028-11-10",
        [(12, "500"), (12, "750")],
    ),
    (
        "尚欠15,000元，2026年12月至2027年2月每月10日还1,000元，2027年3月至2027年8月每月10日还2,000元。",
        "2026-12-10",
        "2027-08-10",
        [(3, "1000"), (6, "2000")],
    ),
    (
        "第1、2期各还500元，第3期还1000元，自2026年12月起每月10日还款，共3期，合计2000元。",
        "2026-12-10",
        "2027-02-10",
        [(2, "500"), (1, "1000")],
    ),
    (
        "乙方应付总额100,000元，2026年11月30日前支付30%，2026年12月31日前支付40%，2027年3月31日前付清余款30%。",
        "2026-11-30",
        "2027-03-31",
        [(1, "30000"), (1, "40000"), (1, "30000")],
    ),
    (
        "欠款总额50,000元：第一期：2026年12月31日前支付总额的50%；第二期：2027年3月31日前支付总额的30%；"
        "第三期：2027年6月30日前支付20%。",
        "2026-12-31",
        "2027-06-30",
        [(1, "25000"), (1, "15000"), (1, "10000")],
    ),
    (
        "乙方应还50,000元，2026年12月1日前首付30%，余款于2027年3月31日前付清。",
        "2026-12-01",
        "2027-03-31",
        [(1, "15000"), (1, "35000")],
    ),
    (
        "截至2026年11月20日，乙方尚欠30,000元。乙方于2026年12月10日前支付首期款，首期支付债务总额的30%，"
        "余款21,000元自2027年1月起分7个月，每月10日支付3,000元。",
        "2026-12-10",
        "2027-07-10",
        [(1, "9000"), (7, "3000")],
    ),
]


@pytest.mark.parametrize(("text", "first", "last", "sums"), PLANS)
def test_the_rows_of_such_a_plan(text: str, first: str, last: str, sums: list[tuple[int, str]]) -> None:
    schedule = money_of(text).schedule
    assert schedule is not None
    rows = schedule.instalments
    assert (str(rows[0].due), str(rows[-1].due)) == (first, last)
    assert [row.total for row in rows] == [Decimal(value) for count, value in sums for _ in range(count)]


def test_a_share_that_is_worked_out_is_derived_and_no_amount_of_the_paper() -> None:
    found = money_of("乙方应还50,000元，2026年12月1日前首付30%，余款于2027年3月31日前付清。")
    assert found.schedule is not None
    assert all(row.derived for row in found.schedule.instalments)
    assert {a.value for a in found.amounts} == {Decimal(50000)}


def test_a_share_beside_its_sum_is_not_counted_twice() -> None:
    schedule = money_of(
        "欠款总额50,000元，2026年12月1日前支付30%即15,000元，2027年1月1日前支付70%即35,000元。"
    ).schedule
    assert schedule is not None
    assert [(row.total, row.derived) for row in schedule.instalments] == [(15000, False), (35000, False)]


@pytest.mark.parametrize(
    "text",
    [
        "乙方欠款50,000元，2026年12月31日前付清的减免30%，余款另议。",
        "乙方欠款50,000元，逾期支付的按30%支付违约金，2026年12月31日前付清。",
        "乙方欠款50,000元，2026年12月31日前支付30%。",
    ],
)
def test_a_waiver_a_penalty_or_a_lone_share_makes_no_plan_of_shares(text: str) -> None:
    schedule = money_of(text).schedule
    assert schedule is None or all(row.total == 50000 for row in schedule.instalments)


def test_principal_and_interest_of_each_instalment_told_apart() -> None:
    found = money_of(
        "乙方欠款30000元，每期归还本金2500元，利息每期50元，共12期，首期还款日2026年12月10日，"
        "此后每月10日还款。本息合计30600元。"
    )
    assert found.schedule is not None
    row = found.schedule.instalments[0]
    assert (row.principal, row.interest, row.total) == (2500, 50, 2550)
    assert next(a.role for a in found.amounts if a.value == 30600) == "plan_total"
    assert found.conflicts == ()
