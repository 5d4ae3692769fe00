"""Plans told in many voices become the rows that they mean. Rows were counted by hand on a calendar."""

import pytest

from facts.money_papers import money_of, rows

# A text, the number of rows, the first row and the last one.
PLANS = [
    (
        "剩余62,426.93元自2026年7月起分60个月归还，其中第1至59个月每月归还1,040.00元，最后一个月归还1,066.93元，还款日为每月25日。",
        60, (1, "2026-07-25", "1040.00"), (60, "2031-06-25", "1066.93"),
    ),
    (
        "余款分二十四个月归还，其中前23个月每月归还2,000元，最后一个月归还1,850元，首次还款日2026年9月15日。",
        24, (1, "2026-09-15", "2000.00"), (24, "2028-08-15", "1850.00"),
    ),
    (
        "约定借期一年。乙方分三年还清，每季度末月的最后一天归还7500元，第一次还款日期为2026年6月30日。",
        12, (1, "2026-06-30", "7500.00"), (12, "2029-03-31", "7500.00"),
    ),
    (
        "2026年9月至2027年8月期间，每月28日前支付2,800元，最后一期支付2,810元。",
        12, (1, "2026-09-28", "2800.00"), (12, "2027-08-28", "2810.00"),
    ),
    (
        "2026年10月至2027年3月，每月5日前归还2,000元，余款5,000元于2027年4月5日前付清。",
        7, (1, "2026-10-05", "2000.00"), (7, "2027-04-05", "5000.00"),
    ),
    (
        "2026年3月31日前付16,800元；其余30,000元自2026年4月起，每月月底前付5,000元，至2026年9月30日付清。",
        7, (1, "2026-03-31", "16800.00"), (7, "2026-09-30", "5000.00"),
    ),
    (
        "首付10,000元于2026年5月20日前支付，余款40,000元自2026年6月起每月20日前支付5,000元，至2027年1月20日付清。",
        9, (1, "2026-05-20", "10000.00"), (9, "2027-01-20", "5000.00"),
    ),
    (
        "2026年4月30日前付清8,000元，剩余24,000元从2026年5月起每月末支付4,000元，直至付清。",
        7, (1, "2026-04-30", "8000.00"), (7, "2026-10-31", "4000.00"),
    ),
    (
        "首期还款3,100元，其余11期每期3,000元，首期还款日2026年8月18日。",
        12, (1, "2026-08-18", "3100.00"), (12, "2027-07-18", "3000.00"),
    ),
    (
        "每月还本5,000元，另付利息360元，自2026年9月起每月8日前支付，共6期。",
        6, (1, "2026-09-08", "5360.00"), (6, "2027-02-08", "5360.00"),
    ),
    (
        "每季末月20日支付利息900元，2027年6月20日归还本金60,000元，首次付息日2026年9月20日。",
        4, (1, "2026-09-20", "900.00"), (4, "2027-06-20", "60900.00"),
    ),
    (
        "每月10日支付利息600元，首次付息日为2026年8月10日，2027年7月25日一次性归还本金50,000元。",
        13, (1, "2026-08-10", "600.00"), (13, "2027-07-25", "50000.00"),
    ),
    (
        "2026年9月15日还5000元，10月15日还5000元，12月15日还5000元，次年的余款另议。",
        3, (1, "2026-09-15", "5000.00"), (3, "2026-12-15", "5000.00"),
    ),
    (
        "乙方于2026年10月31日、2026年11月30日、2026年12月31日分别向甲方支付5,000元、5,000元、6,000元。",
        3, (1, "2026-10-31", "5000.00"), (3, "2026-12-31", "6000.00"),
    ),
    (
        "余款100,000元在2027年6月30日、2027年12月31日各支付50,000元。",
        2, (1, "2027-06-30", "50000.00"), (2, "2027-12-31", "50000.00"),
    ),
    (
        "期间只还利息，每月利息310元；自2027年9月20日起恢复等额本息还款，每月3,150元，共24期。",
        24, (1, "2027-09-20", "3150.00"), (24, "2029-08-20", "3150.00"),
    ),
    (
        "1期 2026-10-31 还款额5000元 已还0元\n2期 2026-11-30 还款额5000元 已还0元\n3期 2026-12-31 还款额6000元 已还0元",
        3, (1, "2026-10-31", "5000.00"), (3, "2026-12-31", "6000.00"),
    ),
    (
        "于2026年8月1日前支付首期款15,000元，剩余50,000元分10个月支付，每月5,000元，每月1日前支付，最后一期于2027年6月1日前付清。",
        11, (1, "2026-08-01", "15000.00"), (11, "2027-06-01", "5000.00"),
    ),
    (
        "双方同意自2026年9月起至2028年8月止每月30日前归还5,000元。",
        24, (1, "2026-09-30", "5000.00"), (24, "2028-08-30", "5000.00"),
    ),
    (
        "| 期数 | 1 | 2 | 3 |\n| 还款日 | 2026.9.10 | 2026.10.10 | 2026.11.10 |\n| 金额 | 1000 | 1000 | 1200 |",
        3, (1, "2026-09-10", "1000.00"), (3, "2026-11-10", "1200.00"),
    ),
    (
        "| 期次 | 应还日期 | 应还金额（万元） | 剩余本金（万元） |\n"
        "| 1 | 2026/9/30 | 1.5 | 6 |\n| 2 | 2026/12/31 | 6 | 0 |",
        2, (1, "2026-09-30", "15000.00"), (2, "2026-12-31", "60000.00"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "first", "last"), PLANS)
def test_a_plan_has_its_rows(text: str, count: int, first: tuple[int, str, str], last: tuple[int, str, str]) -> None:
    found = rows(text)
    assert (len(found), found[0], found[-1]) == (count, first, last)


def test_a_line_that_sums_up_a_list_is_no_payment() -> None:
    text = (
        "剩余￥1,800.00分2期，每期约￥900.00，以账单为准\n"
        "· 第1期　2026/05/25　￥900.00\n· 第2期　2026/06/25　￥900.00\n每月25日前还款"
    )
    assert rows(text) == [(1, "2026-05-25", "900.00"), (2, "2026-06-25", "900.00")]


def test_what_is_paid_on_signing_stands_before_the_plan() -> None:
    text = (
        "被执行人于签订本协议当日支付14,460元，余款80,000元分十个月付清，"
        "即自2026年7月起至2027年4月止，每月8日前支付8,000元。\n2026年6月8日"
    )
    money = money_of(text)
    assert money.schedule is not None
    assert [str(i.due) for i in money.schedule.instalments][::9] == ["2026-07-08", "2027-04-08"]
    assert {("14460", "down_payment"), ("80000", "plan_total")} <= {(str(a.value), a.role) for a in money.amounts}


def test_a_fee_in_the_first_row_is_known_as_that() -> None:
    text = (
        "一次性收取分期手续费120元，与首期一并支付。\n"
        "| 期次 | 还款日 | 应还 |\n| 1 | 2026-08-18 | 1,120.00 |\n"
        "| 2 | 2026-09-18 | 1,000.00 |\n| 3 | 2026-10-18 | 1,000.00 |"
    )
    schedule = money_of(text).schedule
    assert schedule is not None
    assert [str(i.fee) for i in schedule.instalments] == ["120.00", "None", "None"]


def test_interest_told_for_another_time_is_no_part_of_the_instalments() -> None:
    text = "第一年只还利息，每月15日付利息500元；自2027年9月15日起，分10期归还本金50,000元，每期5,000元。"
    schedule = money_of(text).schedule
    assert schedule is not None
    assert {i.interest for i in schedule.instalments} == {None}


ENGLISH = [
    ("You will pay $400 a month for six months. Payments start on July 15, 2026.", 6, "2026-07-15", "2026-12-15"),
    (
        "You will pay 13 monthly instalments of £500, the first on 1 July 2026 and the last on 1 July 2027.",
        13, "2026-07-01", "2027-07-01",
    ),
    (
        "You agreed to repay the arrears of £1,260 in 9 monthly payments of £140 starting on 1 May 2026.",
        9, "2026-05-01", "2027-01-01",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "first", "last"), ENGLISH)
def test_an_english_plan_has_its_rows(text: str, count: int, first: str, last: str) -> None:
    found = rows(text, language="en")
    assert (len(found), found[0][1], found[-1][1]) == (count, first, last)


def test_no_first_payment_is_counted_back_beyond_the_start_of_the_plan() -> None:
    text = "截至2026年9月1日尚欠本金80,000元，分30期每期3,200元。合同期限至2027年2月28日。"
    assert all(due >= "2026-09-01" for _, due, _ in rows(text))


def test_english_parts_follow_their_sums() -> None:
    text = (
        "The balance was £1,548.00. It is made up of £1,386.00 principal, £126.00 interest and £36.00 arrears charges."
    )
    money = money_of(text, language="en")
    assert {(f"{a.value}", a.role) for a in money.amounts} == {
        ("1548.00", "total_debt"), ("1386.00", "principal"), ("126.00", "interest"), ("36.00", "fee"),
    }  # fmt: skip
    assert [(b.kind, str(b.whole.value)) for b in money.breakdowns] == [("balance", "1548.00")]
