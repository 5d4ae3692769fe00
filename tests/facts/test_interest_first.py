"""Interest first, the principal at the end: even payments of interest, then the whole. Rows counted on a calendar."""

import pytest

from facts.money_papers import money_of

PLANS = [  # text, number of rows, first due date and sum, last due date and sum
    (
        "乙方欠甲方借款本金100,000元。自2026年12月起每月20日付利息500元，本金于2027年11月20日一次性归还。",
        12,
        ("2026-12-20", 500),
        ("2027-11-20", 100500),
    ),
    (
        "借款本金100,000元，自2026年12月20日起每月20日支付利息500元，到期一次还本，到期日2027年11月20日。",
        12,
        ("2026-12-20", 500),
        ("2027-11-20", 100500),
    ),
    (
        "借款本金100,000元，每季末月21日付息1,500元，首次付息日2026年12月21日，2027年12月21日到期归还全部本金。",
        5,
        ("2026-12-21", 1500),
        ("2027-12-21", 101500),
    ),
    (
        "尚欠本金60,000元，先息后本：自2026年12月10日起每月10日还利息300元，2027年5月20日前还清本金。",
        7,
        ("2026-12-10", 300),
        ("2027-05-20", 60000),
    ),
]


@pytest.mark.parametrize(("text", "count", "first", "last"), PLANS)
def test_the_rows_of_such_a_plan(text: str, count: int, first: tuple[str, int], last: tuple[str, int]) -> None:
    schedule = money_of(text).schedule
    assert schedule is not None
    rows = schedule.instalments
    assert len(rows) == count
    assert (str(rows[0].due), rows[0].total) == first
    assert (str(rows[-1].due), rows[-1].total) == last
    assert all(row.derived for row in rows)


def test_two_principals_leave_the_last_row_open() -> None:
    text = "甲借款本金60,000元，乙借款本金40,000元，自2026年12月10日起每月10日还利息300元，本金于2027年5月10日前还清。"
    schedule = money_of(text).schedule
    assert schedule is None or schedule.instalments[-1].principal is None
