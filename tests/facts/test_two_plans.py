"""Two debts, each with a table of its own: both plans are kept; a table that goes on is one plan."""

from datetime import date

import pytest

from agreecheck.engine import check_text
from agreecheck.facts import understand
from agreecheck.model.fact import Facts
from agreecheck.read import read_bytes

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n"
COLUMNS = "期数\t还款日\t金额\n"


def facts(body: str) -> Facts:
    return understand(read_bytes((HEAD + body).encode(), "a"))


def table(*rows: str) -> str:
    return COLUMNS + "\n".join(rows) + "\n"


TWO = (
    "借款一：本金10,000元，还款计划如下：\n"
    + table("1\t2026-12-10\t5000", "2\t2027-01-10\t5000")
    + "借款二：本金6,000元，还款计划如下：\n"
    + table("1\t2026-12-15\t3000", "2\t2027-01-15\t3000")
)


def test_both_plans_are_kept() -> None:
    found = facts(TWO)
    assert found.schedule is not None
    (other,) = found.more_schedules
    assert [(str(r.due), r.total) for r in found.schedule.instalments] == [("2026-12-10", 5000), ("2027-01-10", 5000)]
    assert [(str(r.due), r.total) for r in other.instalments] == [("2026-12-15", 3000), ("2027-01-15", 3000)]
    assert {a.value for a in found.amounts if a.role == "instalment"} == {5000, 3000}


def test_the_reader_is_told_that_only_the_first_is_reckoned_with() -> None:
    assert "further_plans" in check_text(HEAD + TWO, as_of=date(2026, 11, 1), second_reader=False).warnings


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1\t2026-12-10\t500", "2\t2027-01-10\t500"), ("3\t2027-02-10\t500", "4\t2027-03-10\t500")),
        (("1\t2026-12-10\t500", "2\t2027-01-10\t500"), ("1\t2027-02-10\t500", "2\t2027-03-10\t500")),
    ],
)
def test_a_table_whose_numbers_or_dates_go_on_is_the_same_plan(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    found = facts(table(*first) + "续表：\n" + table(*second))
    assert found.more_schedules == ()
    assert found.schedule is not None
    assert len(found.schedule.instalments) == 4
