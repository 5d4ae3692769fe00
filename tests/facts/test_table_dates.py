"""Tables that leave something of their dates to the rest of the paper, or that run from left to right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.facts import understand
from agreecheck.model.fact import Schedule
from agreecheck.read import read_bytes

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n还款计划：\n"
SIGNED = "\n签订日期：2026年11月20日\n"


def schedule(body: str) -> Schedule:
    found = understand(read_bytes((HEAD + body + "\n").encode(), "a")).schedule
    assert found is not None
    return found


def dues(body: str) -> list[str]:
    return [str(row.due) for row in schedule(body).instalments]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("12月5日", "次年1月5日", "2月5日"), ["2026-12-05", "2027-01-05", "2027-02-05"]),
        (("12月31日", "1月31日", "2月底"), ["2026-12-31", "2027-01-31", "2027-02-28"]),
        (("2027年11月30日", "12月31日", "1月31日"), ["2027-11-30", "2027-12-31", "2028-01-31"]),
        (("今年12月5日", "明年6月5日", "明年12月5日"), ["2026-12-05", "2027-06-05", "2027-12-05"]),
    ],
)
def test_years_go_on_down_a_column_from_the_day_of_the_paper(cells: tuple[str, ...], expected: list[str]) -> None:
    assert dues("还款时间\t还款金额\n" + "\n".join(f"{cell}\t800" for cell in cells) + SIGNED) == expected


def test_without_a_day_of_the_paper_no_year_is_made_up() -> None:
    body = "期次\t还款日\t还款额\n1\t12月31日\t800\n2\t1月31日\t800"
    assert dues(body) == ["None", "None"]


def test_rows_without_dates_take_them_from_the_text() -> None:
    body = "期数\t还款金额\n1\t1000\n2\t1000\n3\t1000\n自2026年12月起，每月10日还款。"
    assert dues(body) == ["2026-12-10", "2027-01-10", "2027-02-10"]
    assert all(row.derived for row in schedule(body).instalments)


def test_rows_told_together_take_their_month_from_the_text() -> None:
    body = "期数\t还款日期\t还款金额\n1-3期\t每月10日\t1000元/期\n4-6期\t每月10日\t1500元/期\n自2026年12月起还款。"
    assert dues(body)[::5] == ["2026-12-10", "2027-05-10"]
    assert [row.total for row in schedule(body).instalments] == [1000] * 3 + [1500] * 3


def test_a_table_from_left_to_right_with_parts_and_a_column_of_sums() -> None:
    body = (
        "\t第1期\t第2期\t第3期\t合计\n还款日\t2026-12-10\t2027-01-10\t2027-02-10\t\n"
        "本金\t1000\t1000\t1000\t3000\n利息\t30\t20\t10\t60\n应还\t1030\t1020\t1010\t3060"
    )
    rows = schedule(body).instalments
    assert [(r.number, str(r.due), r.principal, r.interest, r.total) for r in rows] == [
        (1, "2026-12-10", 1000, 30, 1030),
        (2, "2027-01-10", 1000, 20, 1020),
        (3, "2027-02-10", 1000, 10, 1010),
    ]


def test_numerals_of_any_kind_in_the_cells() -> None:
    body = "期次\t日期\t金额（万元）\n第一期\t二〇二六年十二月十日\t壹万元\n第二期\t贰零贰柒年壹月拾日\t0.5"
    rows = schedule(body).instalments
    assert [(str(r.due), r.total) for r in rows] == [("2026-12-10", 10000), ("2027-01-10", 5000)]


COLUMNS = {"期次": "第{n}期", "还款日": "{due}", "本金": "1000", "利息": "{interest}", "应还金额": "{total}"}


@given(st.permutations(list(COLUMNS)))
def test_the_order_of_the_columns_says_nothing(order: list[str]) -> None:
    rows = [{"n": n, "due": f"2027年{n}月10日", "interest": 10 * n, "total": 1000 + 10 * n} for n in range(1, 4)]
    lines = ["\t".join(order), *("\t".join(COLUMNS[name].format(**row) for name in order) for row in rows)]
    got = schedule("\n".join(lines)).instalments
    assert [(r.number, str(r.due), r.principal, r.interest, r.total) for r in got] == [
        (n, f"2027-0{n}-10", 1000, 10 * n, 1000 + 10 * n) for n in range(1, 4)
    ]


@pytest.mark.parametrize("to", ["—", "至", "-", "~"])
def test_a_row_may_hold_for_a_run_of_months(to: str) -> None:
    body = (
        f"时间\t每月还款金额\n2026年12月{to}2027年5月\t3,000元\n2027年6月{to}11月\t4,000元\n每月20日前支付。" + SIGNED
    )
    rows = schedule(body).instalments
    assert [(str(r.due), r.total, r.number) for r in rows[5:7]] == [("2027-05-20", 3000, 6), ("2027-06-20", 4000, 7)]
    assert (str(rows[0].due), str(rows[-1].due), len(rows)) == ("2026-12-20", "2027-11-20", 12)


def test_a_run_of_months_beside_one_sum_for_all_is_one_row() -> None:
    body = "时间\t应还金额\n2026年12月—2027年5月\t18,000元\n2027年6月—2027年11月\t24,000元\n每月20日前支付。" + SIGNED
    assert len(schedule(body).instalments) == 2


def test_principal_and_interest_in_tables_of_their_own_are_one_plan() -> None:
    body = (
        "期数\t还款日\t应还本金（元）\n1\t2026-12-20\t4,000.00\n2\t2027-01-20\t4,000.00\n利息还款计划\n"
        "期数\t还款日\t应还利息（元）\n1\t2026-12-20\t40.00\n2\t2027-01-20\t20.00"
    )
    rows = schedule(body).instalments
    assert [(r.principal, r.interest, r.total) for r in rows] == [(4000, 40, 4040), (4000, 20, 4020)]
