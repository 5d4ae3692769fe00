"""A date without a year gets it from words, or from the day of the paper where it is due; otherwise it stays open."""

import pytest

from agreecheck.facts import understand
from agreecheck.model.fact import Day
from agreecheck.read import read_bytes

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n"


def day(body: str, signed: str = "签订日期：2026年11月20日\n") -> Day:
    facts = understand(read_bytes((HEAD + body + "\n" + signed).encode(), "a"))
    return next(d for d in facts.dates if d.role != "signing")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("今年12月20日", "2026-12-20"),
        ("本年12月31日", "2026-12-31"),
        ("明年2月20日", "2027-02-20"),
        ("明年2月底", "2027-02-28"),
        ("后年2月底", "2028-02-29"),
        ("来年3月底", "2027-03-31"),
        ("今年底", "2026-12-31"),
        ("明年年底", "2027-12-31"),
        ("12月20日", "2026-12-20"),
        ("1月5日", "2027-01-05"),
        ("11月20日", "2026-11-20"),
    ],
)
def test_the_year_counts_from_the_day_of_signing(words: str, value: str) -> None:
    assert str(day(f"乙方承诺于{words}前还清全部欠款8,000元。").value) == value


def test_without_a_day_of_the_paper_the_year_stays_open() -> None:
    open_ = day("乙方承诺于今年12月20日前还清全部欠款8,000元。", "")
    assert open_.value is None
    assert open_.written == "今年12月20日前"


def test_the_following_year_counts_from_the_date_before_it() -> None:
    body = "乙方于2027年11月30日前还4,000元，次年1月31日前还4,000元。\n签订日期：2026年11月20日\n"
    schedule = understand(read_bytes((HEAD + body).encode(), "a")).schedule
    assert schedule is not None
    assert [str(row.due) for row in schedule.instalments] == ["2027-11-30", "2028-01-31"]


def test_a_day_that_its_year_lacks_does_not_exist() -> None:
    lacking = day("乙方承诺于明年2月29日前还清全部欠款8,000元。")
    assert lacking.value is None
    assert not lacking.real


def test_what_lies_behind_is_not_moved_to_the_future() -> None:
    assert day("乙方于去年3月1日向甲方借款8,000元。").value is not None
    assert str(day("乙方于去年3月1日向甲方借款8,000元。").value) == "2025-03-01"


def test_a_date_that_does_not_exist_gives_no_year_on() -> None:
    body = "乙方于2026年11月31日前还4,000元，12月31日前还4,000元。\n签订日期：2026年11月20日\n"
    facts = understand(read_bytes((HEAD + body).encode(), "a"))
    assert "2026-12-31" in {str(d.value) for d in facts.dates}
