"""A plan in a table: columns by their headers, in whatever words."""

from decimal import Decimal

import pytest

from facts.money_papers import money_of, rows, sums

THREE = [(1, "2026-12-15", "3000.00"), (2, "2027-01-15", "3000.00"), (3, "2027-02-15", "2800.00")]
TABLES = [
    "\n".join(line.strip() for line in table.strip().split("\n"))
    for table in (
        """
    | 期数 | 还款日 | 应还金额 |
    | 1 | 2026年12月15日 | 3,000.00 |
    | 2 | 2027年1月15日 | 3,000.00 |
    | 3 | 2027年2月15日 | 2,800.00 |
    """,
        """
    | 期次 | 应还日 | 本息合计（元） |
    | 第1期 | 2026-12-15 | 3000 |
    | 第2期 | 2027-01-15 | 3000 |
    | 第3期 | 2027-02-15 | 2800 |
    """,
        """
    | 序号 | 还款日期 | 金额 |
    | 1 | 2026.12.15 | 3,000元 |
    | 2 | 2027.1.15 | 3,000元 |
    | 3 | 2027.2.15 | 2,800元 |
    | 合计 | | 8,800元 |
    """,
        """
    | 笔次 | 最迟支付日 | 应付款（人民币元） |
    | 一 | 2026/12/15 | ¥3,000.00 |
    | 二 | 2027/1/15 | ¥3,000.00 |
    | 三 | 2027/2/15 | ¥2,800.00 |
    """,
        """
    | 期号 | 到期日 | 应还本金 | 应还利息 | 应还合计 |
    | 1 | 2026年12月15日 | 2,900.00 | 100.00 | 3,000.00 |
    | 2 | 2027年1月15日 | 2,930.00 | 70.00 | 3,000.00 |
    | 3 | 2027年2月15日 | 2,770.00 | 30.00 | 2,800.00 |
    """,
        """
    | 期数 | 还款截止日 | 本金 | 息费 | 担保费 | 本期应还 | 剩余本金 |
    | 1 | 2026年12月15日 | 2,880.00 | 100.00 | 20.00 | 3,000.00 | 5,720.00 |
    | 2 | 2027年1月15日 | 2,930.00 | 50.00 | 20.00 | 3,000.00 | 2,790.00 |
    | 3 | 2027年2月15日 | 2,750.00 | 30.00 | 20.00 | 2,800.00 | 0.00 |
    """,
        """
    | 还款日期 | 还款金额（元） | 备注 |
    | 2026年12月15日 | 3000.00 | |
    | 2027年1月15日 | 3000.00 | |
    | 2027年2月15日 | 2800.00 | 结清 |
    """,
        """
    | 期数 | 应还日期 | 每期应还 | 期数 | 应还日期 | 每期应还 |
    | 1 | 2026年12月15日 | 3,000.00 | 3 | 2027年2月15日 | 2,800.00 |
    | 2 | 2027年1月15日 | 3,000.00 | | | |
    """,
        """
    | 期数 | 还款日 | 应还 | 应还 | 应还 |
    | 期数 | 还款日 | 本金 | 利息 | 合计 |
    | 1 | 2026年12月15日 | 2,900 | 100 | 3,000 |
    | 2 | 2027年1月15日 | 2,930 | 70 | 3,000 |
    | 3 | 2027年2月15日 | 2,770 | 30 | 2,800 |
    """,
        """
    | 期数 | 缴款日 | 应缴金额（万元） |
    | 1 | 2026年12月15日 | 0.30 |
    | 2 | 2027年1月15日 | 0.30 |
    | 3 | 2027年2月15日 | 0.28 |
    """,
        """
    | 还款期数 | 还款时间 | 还款本金 | 还款利息 |
    | 1 | 2026年12月15日 | 2,900 | 100 |
    | 2 | 2027年1月15日 | 2,930 | 70 |
    | 3 | 2027年2月15日 | 2,770 | 30 |
    """,
        """
    每月15日还款。
    | 期数 | 还款月份 | 还款额 |
    | 1 | 2026年12月 | 3,000 |
    | 2 | 2027年1月 | 3,000 |
    | 3 | 2027年2月 | 2,800 |
    """,
    )
]


@pytest.mark.parametrize("text", TABLES)
def test_a_table_in_any_words_gives_the_same_rows(text: str) -> None:
    found = rows(text)
    assert sorted(found) == THREE


def test_the_row_of_sums_is_no_instalment() -> None:
    schedule = money_of(TABLES[2]).schedule
    assert schedule is not None
    assert schedule.stated_total is not None
    assert schedule.stated_total.value == Decimal("8800")
    assert len(schedule.instalments) == 3


def test_a_table_goes_on_under_a_repeated_header() -> None:
    text = TABLES[0].replace("\n| 3 |", "\n| 期数 | 还款日 | 应还金额 |\n| 3 |")
    assert rows(text) == THREE


def test_a_table_goes_on_after_a_page_break_with_and_without_its_header() -> None:
    head, *lines = TABLES[0].split("\n")
    again = "\n".join([head, *lines[:2], "（续上表）", head, lines[2]])
    bare = "\n".join([head, *lines[:2], "（续上表）", lines[2]])
    assert rows(again) == THREE
    assert rows(bare) == THREE


def test_gaps_in_the_numbers_stay() -> None:
    text = TABLES[0].replace("| 3 | 2027年2月15日", "| 5 | 2027年4月15日")
    assert [n for n, _, _ in rows(text)] == [1, 2, 5]


def test_parts_and_balance_are_read() -> None:
    schedule = money_of(TABLES[5]).schedule
    assert schedule is not None
    first = schedule.instalments[0]
    assert (first.principal, first.interest, first.fee, first.balance) == tuple(
        map(Decimal, ("2880.00", "100.00", "20.00", "5720.00"))
    )


def test_a_range_of_periods_is_expanded() -> None:
    text = "| 期数 | 还款日 | 每期应还 |\n| 1-3 | 2026年12月15日 | 3,000 |\n| 4 | 2027年3月15日 | 2,000 |"
    assert rows(text) == [
        (1, "2026-12-15", "3000.00"),
        (2, "2027-01-15", "3000.00"),
        (3, "2027-02-15", "3000.00"),
        (4, "2027-03-15", "2000.00"),
    ]


def test_a_table_beats_the_sentence() -> None:
    text = "分3期偿还，每期3,100元，首期还款日为2026年12月15日，每月15日还款。\n" + TABLES[0]
    found = money_of(text)
    assert found.schedule is not None
    assert found.schedule.origin == "table"
    assert [str(i.total) for i in found.schedule.instalments] == ["3000.00", "3000.00", "2800.00"]


def test_the_usual_instalment_of_a_table_is_an_amount_and_so_is_a_different_last_one() -> None:
    assert sums(TABLES[0]) == {("3000.00", "instalment"), ("2800.00", "last_instalment")}


def test_a_date_in_a_table_that_does_not_exist() -> None:
    found = money_of(TABLES[0].replace("2027年2月15日", "2027年2月30日"))
    assert found.schedule is not None
    assert found.schedule.instalments[2].due is None
    assert [d.written for d in found.dates if not d.real] == ["2027-02-30"]


LOANS = """
| 序号 | 合同编号 | 放款日 | 剩余本金 | 欠息 | 罚息 | 小计 |
| 1 | A-1 | 2022年3月18日 | 46,000.00 | 1,983.50 | 612.20 | 48,595.70 |
| 2 | A-2 | 2023年9月7日 | 63,500.00 | 2,745.25 | 904.75 | 67,150.00 |
| 合计 | | | 109,500.00 | 4,728.75 | 1,516.95 | 115,745.70 |
"""
ITEMS = "| 项目 | 金额（元） |\n| 本金 | 26,400.00 |\n| 利息 | 1,890.00 |\n| 罚息 | 460.00 |\n| 合计 | 28,750.00 |"
MEANS = """
| 收支项目 | 每月金额 |
| 工资收入 | 5,600 |
| 房租 | 1,500 |
| 伙食费 | 1,400 |
| 其他 | 300 |
| 支出合计 | 3,200 |
"""
WAIVER = """
| 项目 | 欠款金额 | 减免金额 | 减免后应还 |
| 本金 | 26,400.00 | 0.00 | 26,400.00 |
| 利息 | 1,890.00 | 1,890.00 | 0.00 |
| 合计 | 28,290.00 | 1,890.00 | 26,400.00 |
"""
KEYS = "| 欠款总额 | 28,750.00元 | 减免金额 | 2,350.00元 |\n| 分期期数 | 16期 | 每期还款 | 1,650.00元 |"


@pytest.mark.parametrize("text", [LOANS, ITEMS, MEANS, WAIVER, KEYS])
def test_other_tables_are_no_plan(text: str) -> None:
    assert rows(text) == []


def test_a_table_of_loans_gives_balances_and_sums() -> None:
    found = money_of(LOANS)
    assert {("115745.70", "total_debt"), ("48595.70", "loan_balance"), ("67150.00", "loan_balance")} <= sums(LOANS)
    assert {("109500.00", "principal"), ("4728.75", "interest"), ("1516.95", "overdue_interest")} <= sums(LOANS)
    assert {d.value.isoformat() for d in found.dates if d.role == "original_contract" and d.value} == {
        "2022-03-18",
        "2023-09-07",
    }
    kinds = [b.kind for b in found.breakdowns]
    assert kinds.count("loan") == 2
    assert "balance" in kinds


def test_a_debt_item_by_item() -> None:
    assert sums(ITEMS) == {
        ("26400.00", "principal"),
        ("1890.00", "interest"),
        ("460.00", "overdue_interest"),
        ("28750.00", "total_debt"),
    }
    (found,) = money_of(ITEMS).breakdowns
    assert (found.kind, [str(p.value) for p in found.parts]) == ("balance", ["26400.00", "1890.00", "460.00"])


def test_a_column_of_shares_does_not_hide_the_items() -> None:
    shares = ("占比", "91.8%", "6.6%", "1.6%", "100%")
    table = "\n".join(f"{row} {share} |" for row, share in zip(ITEMS.splitlines(), shares, strict=True))
    assert sums(table) == sums(ITEMS)
    assert not [rate for rate in money_of(table).rates if rate.role]


def test_income_and_spending() -> None:
    assert {("5600.00", "income"), ("3200.00", "spending")} <= sums(MEANS)
    (found,) = money_of(MEANS).breakdowns
    assert (found.kind, [str(p.value) for p in found.parts], str(found.whole.value)) == (
        "spending",
        ["1500", "1400", "300"],
        "3200",
    )


def test_a_table_of_a_waiver() -> None:
    assert {("28290.00", "total_debt"), ("1890.00", "waived"), ("26400.00", "payable")} <= sums(WAIVER)
    kinds = [b.kind for b in money_of(WAIVER).breakdowns]
    assert kinds.count("payable") == 3


def test_a_table_of_terms_reads_like_a_text() -> None:
    assert sums(KEYS) == {("28750.00", "total_debt"), ("2350.00", "waived"), ("1650.00", "instalment")}


def test_plain_lines_of_numbers_are_a_plan_too() -> None:
    text = "分期明细：\n1 2026-10-25 1,000.00\n2 2026-11-25 1,000.00\n3 2026-12-25 1,050.00\n合计 3,050.00"
    assert rows(text) == [(1, "2026-10-25", "1000.00"), (2, "2026-11-25", "1000.00"), (3, "2026-12-25", "1050.00")]
    schedule = money_of(text).schedule
    assert schedule is not None
    assert schedule.stated_total is not None
    assert schedule.stated_total.value == Decimal("3050.00")


def test_plain_lines_take_their_columns_from_the_line_above() -> None:
    text = "期数 还款日 本金 利息 合计\n1 2026-10-25 900.00 100.00 1,000.00\n2 2026-11-25 950.00 50.00 1,000.00"
    schedule = money_of(text).schedule
    assert schedule is not None
    assert [(i.principal, i.interest, i.total) for i in schedule.instalments] == [
        (Decimal("900.00"), Decimal("100.00"), Decimal("1000.00")),
        (Decimal("950.00"), Decimal("50.00"), Decimal("1000.00")),
    ]


def test_sums_written_in_words_and_dates_with_a_word_behind() -> None:
    text = (
        "| 还款批次 | 还款金额 | 还款时间 |\n| 第一笔 | 叁仟元整（3,000元） | 2026年10月1日前 |\n"
        "| 第二笔 | 剩余全部款项4,500元 | 2026年11月1日前 |"
    )
    assert rows(text) == [(1, "2026-10-01", "3000.00"), (2, "2026-11-01", "4500.00")]


def test_a_list_of_terms_in_a_table() -> None:
    text = """
| 贷款发放日 | 2024年7月1日 | 贷款金额 | 60,000.00元 |
| 截至日期 | 2026年8月31日 | 欠款总额 | 41,230.77元 |
| 其中：本金 | 36,000.00元 | 利息 | 3,600.77元 |
| 罚息 | 1,630.00元 | 减免金额 | 5,230.77元 |
| 减免后应还 | 36,000.00元 | 期数 | 3期 |
| 每期应还 | 12,000.00元 | 首期还款日 | 2026年9月28日 |
"""
    assert sums(text) == {
        ("60000.00", "original_principal"),
        ("41230.77", "total_debt"),
        ("36000.00", "principal"),
        ("3600.77", "interest"),
        ("1630.00", "overdue_interest"),
        ("5230.77", "waived"),
        ("36000.00", "payable"),
        ("12000.00", "instalment"),
    }
    assert rows(text) == [
        (1, "2026-09-28", "12000.00"),
        (2, "2026-10-28", "12000.00"),
        (3, "2026-11-28", "12000.00"),
    ]


def test_opening_and_closing_principal_are_no_instalments() -> None:
    text = (
        "| 期数 | 应还款日 | 期初本金 | 应还本金 | 应还利息 | 应还总额 | 期末本金 |\n"
        "| 1 | 2026-10-25 | 6,700.00 | 3,350.00 | 33.50 | 3,383.50 | 3,350.00 |\n"
        "| 2 | 2026-11-25 | 3,350.00 | 3,350.00 | 16.75 | 3,366.75 | 0.00 |"
    )
    schedule = money_of(text).schedule
    assert schedule is not None
    assert [str(i.principal) for i in schedule.instalments] == ["3350.00", "3350.00"]
    assert [str(i.balance) for i in schedule.instalments] == ["3350.00", "0.00"]
