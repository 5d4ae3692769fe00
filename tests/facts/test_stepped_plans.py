"""Plans whose sums change, that are told as shares of the whole, or in parts. Rows reckoned by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    (
        "第一个月5000元，之后每月2500元，直到还完，总欠款20000元，2026年12月10日为第一次还款日。",
        "2026-12-10",
        "2027-06-10",
        [(1, "5000"), (6, "2500")],
    ),
    (
        "乙方尚欠20,000元，于2026年12月31日前偿还三分之一，2027年6月30日前偿还三分之一，余款于2027年12月31日前付清。",
        "2026-12-31",
        "2027-12-31",
        [(2, "6666.67"), (1, "6666.66")],
    ),
    (
        "乙方尚欠30,000元，2026年12月31日前偿还一半，余款2027年6月30日前付清。",
        "2026-12-31",
        "2027-06-30",
        [(2, "15000")],
    ),
    (
        "2026年：10月15日还2000元，11月15日还2000元；2027年：1月15日还2000元，2月15日还3000元。",
        "2026-10-15",
        "2027-02-15",
        [(3, "2000"), (1, "3000")],
    ),
    (
        "货款80,000元分四个月付清，每月25日前付贰万元整，首月为2026年12月。",
        "2026-12-25",
        "2027-03-25",
        [(4, "20000")],
    ),
    (
        "尚欠本金29,000元：2026年12月到2027年2月铺子刚开张，每月10日还3,000元；2027年3月到5月，每月10日还5,000元；"
        "2027年6月10日把剩下的5,000元一次还清。",
        "2026-12-10",
        "2027-06-10",
        [(3, "3000"), (4, "5000")],
    ),
    (
        "被告应付26,000元，于2026年11月20日前支付6,000元，余款20,000元自2026年12月起，于每月20日前各支付4,000元，"
        "至2027年4月20日前付清。",
        "2026-11-20",
        "2027-04-20",
        [(1, "6000"), (5, "4000")],
    ),
]


@pytest.mark.parametrize(("text", "first", "last", "sums"), PLANS)
def test_the_rows_of_such_a_plan(text: str, first: str, last: str, sums: list[tuple[int, str]]) -> None:
    schedule = money_of(text).schedule
    assert schedule is not None
    rows = schedule.instalments
    assert (str(rows[0].due), str(rows[-1].due)) == (first, last)
    assert [row.total for row in rows] == [Decimal(value) for count, value in sums for _ in range(count)]


RELATIVE = [  # a first payment that counts from the day of signing
    ("乙方欠款3000元。自下月起每月10日还1000元，直至还清。", ["2026-12-10", "2027-01-10", "2027-02-10"]),
    ("自签订本协议次月起，每月5日前偿还2,000元，分3期还清。", ["2026-12-05", "2027-01-05", "2027-02-05"]),
    ("自本协议签订之日起每月25日前还1000元，共3期。", ["2026-11-25", "2026-12-25", "2027-01-25"]),
    ("自本协议签订之日起每月10日前还1000元，共3期。", ["2026-12-10", "2027-01-10", "2027-02-10"]),
]


@pytest.mark.parametrize(("text", "dues"), RELATIVE)
def test_a_plan_that_begins_after_the_signing(text: str, dues: list[str]) -> None:
    schedule = money_of(text + "\n签订日期：2026年11月20日").schedule
    assert schedule is not None
    assert [str(row.due) for row in schedule.instalments] == dues
    unsigned = money_of(text).schedule
    assert unsigned is None or unsigned.instalments[0].due is None


@pytest.mark.parametrize("left", ["减免后应还10000元，", "余10000元"])
def test_an_even_plan_of_which_only_the_whole_is_told(left: str) -> None:
    text = f"欠款12000元，减免2000元，{left}分十个月等额偿还，每月20日为还款日，2026年12月开始。"
    schedule = money_of(text).schedule
    assert schedule is not None
    assert [row.total for row in schedule.instalments] == [1000] * 10
    assert all(row.derived for row in schedule.instalments)


@pytest.mark.parametrize(
    "text",
    [
        "应还总额10,000元分3期等额偿还，每月20日为还款日，2026年12月开始。",
        "欠款12000元，已还2000元，分十个月等额偿还，每月20日为还款日，2026年12月开始。",
    ],
)
def test_a_whole_that_does_not_divide_or_stands_before_another_sum_is_not_split(text: str) -> None:
    assert money_of(text).schedule is None


def test_what_is_left_after_a_payment_in_kind_is_the_whole_of_the_plan() -> None:
    text = "债务总额240,000元，以房抵债100,000元，余款140,000元自2026年12月起每季度末偿还35,000元。"
    schedule = money_of(text).schedule
    assert schedule is not None
    assert [str(row.due) for row in schedule.instalments][::3] == ["2026-12-31", "2027-09-30"]


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


@given(st.integers(1, 99), st.decimals(1, 10**6, places=2))
def test_the_shares_of_a_whole_add_up_to_it(first: int, whole: Decimal) -> None:
    schedule = money_of(
        f"欠款总额{whole}元，2026年12月31日前支付{first}%，2027年6月30日前支付{100 - first}%。"
    ).schedule
    assert schedule is not None
    paid = [row.total or Decimal(0) for row in schedule.instalments]
    assert sum(paid) == whole
    assert abs(paid[0] - whole * first / 100) <= Decimal("0.005")


@given(st.integers(1, 11), st.integers(1, 9), st.integers(1, 9))
def test_two_steps_in_any_of_their_wordings(turn: int, low: int, high: int) -> None:
    sums = [Decimal(low * 100)] * turn + [Decimal(high * 1000)] * (12 - turn)
    for steps in (
        f"前{turn}期每期{low}00元，后{12 - turn}期每期{high}000元",
        f"第1至{turn}期每期{low}00元，第{turn + 1}至12期每期{high}000元" if 1 < turn < 11 else "",
        f"前{turn}个月每月还{low}00元，从第{turn + 1}个月起每月还{high}000元",
        f"前{turn}期每期{low}00元，其余每期{high}000元",
    ):
        if steps:
            schedule = money_of(f"分12期还清，{steps}，首期还款日2026年12月10日。").schedule
            assert schedule is not None
            assert [row.total for row in schedule.instalments] == sums
