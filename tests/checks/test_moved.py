"""A due date on a day off: where the paper's holiday clause moves it, by the calendar on record, and when it is late.

2026-10-01 to 10-07 are off, 10-10 (a Saturday) is worked; 2026-12-19 and 12-20 are a plain weekend. The calendar of
2027 is not on record.
"""

from datetime import date

import pytest

from agreecheck.checks import late
from agreecheck.checks.case import Case
from agreecheck.checks.moved import Due, due_on, holiday_clause
from agreecheck.model.fact import Term
from agreecheck.model.finding import Late
from agreecheck.model.given import Delay
from checks.deal import AS_OF, LAW, Deal

ANY = "还款日遇法定节假日或休息日的，顺延至下一工作日。"
STATUTORY = "还款日遇法定节假日顺延至下一工作日。"
EARLIER = "还款日为非工作日的，提前至前一工作日。"


def due(clause: str, day: str, currency: str = "CNY") -> Due:
    made = Deal(currency=currency)
    made.at(clause)
    case = Case(document=made.document(), facts=made.facts(), law=LAW, as_of=AS_OF)
    return due_on(case, date.fromisoformat(day), holiday_clause(case))


@pytest.mark.parametrize(
    ("clause", "day", "moved"),
    [
        (ANY, "2026-12-19", "2026-12-21"),
        (ANY, "2026-12-18", "2026-12-18"),
        (ANY, "2026-10-01", "2026-10-08"),
        (ANY, "2026-10-10", "2026-10-10"),
        (STATUTORY, "2026-10-03", "2026-10-08"),
        (EARLIER, "2026-12-20", "2026-12-18"),
        (EARLIER, "2026-10-05", "2026-09-30"),
        ("还款日遇节假日不顺延。", "2026-12-19", "2026-12-19"),
        ("还款日遇周末顺延。", "2026-12-19", "2026-12-21"),
        ("如还款日逢星期六、星期日或法定假日，以次一营业日为还款日。", "2026-12-19", "2026-12-21"),
        ("If a due date falls on a weekend, it moves to the next business day.", "2026-12-19", "2026-12-21"),
    ],
)
def test_a_day_off_moves_as_the_clause_says(clause: str, day: str, moved: str) -> None:
    found = due(clause, day)
    assert (str(found.day), found.unclear) == (moved, False)


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        (ANY, "2027-05-01"),  # the calendar of 2027 is not on record
        (ANY, "2027-03-10"),
        (ANY, "2026-12-31"),  # a Thursday: not off, see below
        (STATUTORY, "2026-12-19"),  # a plain weekend is no 法定节假日
    ],
)
def test_what_cannot_be_told_is_said(clause: str, day: str) -> None:
    found = due(clause, day)
    assert str(found.day) == day
    assert found.unclear == (day != "2026-12-31")


def test_a_calendar_is_one_countrys() -> None:
    assert due("If a due date falls on a weekend, it moves to the next business day.", "2026-12-19", "USD").unclear


def test_a_paper_without_such_a_clause_moves_nothing() -> None:
    assert due("按月还款。", "2027-05-01") == Due(plan=date(2027, 5, 1), day=date(2027, 5, 1))
    assert due(ANY + EARLIER, "2026-12-19").day == date(2026, 12, 19)


def reckon(clause: str, day: str) -> Late:
    made = Deal().amount("3000.00", "payable").rows((day, "1500.00"), ("2026-12-25", "1500.00"))
    made.add("terms", Term(count=1, unit="day", role="grace", span=made.at("宽限1个工作日"), working=True))
    made.at(clause)
    got = late(made.document(), made.facts(), LAW, AS_OF, (), Delay(miss=1, days=3))
    assert got is not None
    return got


def test_a_delay_counts_from_the_day_to_which_the_due_date_moves() -> None:
    plain, moved = reckon("无", "2026-12-19"), reckon(ANY, "2026-12-19")
    assert (plain.due, plain.moved_to, plain.grace_days) == (date(2026, 12, 19), None, 2)  # Monday is the first day
    assert (moved.due, moved.moved_to, moved.grace_days) == (date(2026, 12, 19), date(2026, 12, 21), 1)  # Tuesday
    assert not moved.move_unclear


def test_a_check_of_days_off_says_where_they_go() -> None:
    made = Deal().rows(("2026-12-19", "1.00"), ("2027-05-01", "1.00"))
    made.at(ANY)
    found = made.check("A20")
    assert (found.status, found.reason) == ("pass", "holiday_open")
    assert found.equation == "2 / 2: 2026-12-19 → 2026-12-21; 2027-05-01 → ?"


def test_a_first_payment_that_moves_behind_the_signing_is_not_too_early() -> None:
    for clause, status in (("无", "fail"), (ANY, "pass")):
        made = Deal().day("2026-12-20", "signing").rows(("2026-12-19", "1.00"), ("2027-01-20", "1.00"))
        made.at(clause)
        assert made.check("A07").status == status
