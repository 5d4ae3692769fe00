"""Plans that run by weeks, by several days of a month, by years, or until all is paid. Rows counted on a calendar."""

from datetime import date
from decimal import Decimal
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.facts.schedule.due_dates import Cycle
from facts.money_papers import money_of

PLANS = [  # text, number of rows, first, second and last due date
    ("欠款24,000元，每两周还款1,000元，自2026年12月4日起，直至还清。", 24, "2026-12-04", "2026-12-18", "2027-10-22"),
    ("欠款24,000元，自2026年12月4日起每周五还款500元，直至还清为止。", 48, "2026-12-04", "2026-12-11", "2027-10-29"),
    ("乙方欠款2,000元，自2026年12月1日起每周五还款500元，共4期。", 4, "2026-12-04", "2026-12-11", "2026-12-25"),
    ("乙方欠款3000元，从2026年12月1日开始每10天还500元，到还清为止。", 6, "2026-12-01", "2026-12-11", "2027-01-20"),
    (
        "欠款2,000元，按周还款，每周500元，首期2026年12月7日，末期2026年12月28日。",
        4,
        "2026-12-07",
        "2026-12-14",
        "2026-12-28",
    ),
    ("乙方同意自2026年12月起，每月10日、25日各还500元，共计还款6000元。", 12, "2026-12-10", "2026-12-25", "2027-05-25"),
    (
        "乙方欠款6000元，每月10日和25日还500元，首期2026年12月25日，分12次还清。",
        12,
        "2026-12-25",
        "2027-01-10",
        "2027-06-10",
    ),
    ("乙方欠甲方9万元，分三年还清，每年12月31日前还3万元，自2026年起。", 3, "2026-12-31", "2027-12-31", "2028-12-31"),
    ("乙方欠甲方9万元，自2027年起每年年底前还3万元，三年还清。", 3, "2027-12-31", "2028-12-31", "2029-12-31"),
    ("乙方欠款36,000元，2026年12月15日起每三个月还9000元，共四次。", 4, "2026-12-15", "2027-03-15", "2027-09-15"),
    (
        "欠款24,000元，每半年还款一次，每次6,000元，首次还款日为2026年12月31日，共4次。",
        4,
        "2026-12-31",
        "2027-06-30",
        "2028-06-30",
    ),
    (
        "乙方欠款30,000元，以后每个月还3000，到还清为止，第一次2026年12月10日。",
        10,
        "2026-12-10",
        "2027-01-10",
        "2027-09-10",
    ),
    (
        "自7月起每月8日还款2,000元，共欠24,000元，直至还清。\n签订日期：2026年6月20日",
        12,
        "2026-07-08",
        "2026-08-08",
        "2027-06-08",
    ),
    (
        "欠款6000，分三次还，12月底还2000，1月底还2000，2月底还2000。\n签订日期：2026年11月20日",
        3,
        "2026-12-31",
        "2027-01-31",
        "2027-02-28",
    ),
]


@pytest.mark.parametrize(("text", "count", "first", "second", "last"), PLANS)
def test_the_rows_of_such_a_plan(text: str, count: int, first: str, second: str, last: str) -> None:
    schedule = money_of(text).schedule
    assert schedule is not None
    dues = [str(row.due) for row in schedule.instalments]
    assert (len(dues), dues[0], dues[1], dues[-1]) == (count, first, second, last)


def test_two_days_of_each_month_told_in_a_row_are_no_conflict() -> None:
    assert money_of("乙方自2026年12月起，每月10日、25日各还500元，共计还款6000元。").conflicts == ()


def test_two_days_of_the_month_in_two_clauses_are_one() -> None:
    told = money_of("乙方自2026年12月起，每月10日还500元，共12期。\n双方再次确认乙方应于每月25日还款。").conflicts
    assert [c.fact for c in told] == ["due_day"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("以后每个月还3000，到还清为止。", 3000),
        ("以后每月3000，分10个月还清。", 3000),
        ("剩下的2027年6月前还清，现在先还款5000。", 5000),
        ("还欠我8600，一直没还。", 8600),
    ],
)
def test_a_bare_number_behind_a_word_of_paying_is_a_sum(text: str, value: int) -> None:
    assert Decimal(value) in {a.value for a in money_of(text).amounts}


@pytest.mark.parametrize("text", ["还了12，没有别的。", "按第3条还款100次。", "于2026年还清。", "每期3000字。"])
def test_other_bare_numbers_are_none(text: str) -> None:
    assert money_of(text).amounts == ()


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
CYCLES = st.one_of(
    st.sampled_from([1, 2, 3, 6, 12]).map(lambda months: Cycle(months=months)),
    st.tuples(st.sampled_from([7, 10, 14, 15]), st.none() | st.integers(1, 7)).map(
        lambda both: Cycle(days=both[0], weekday=both[1])
    ),
    st.lists(st.integers(1, 31), min_size=2, max_size=3, unique=True).map(lambda days: Cycle(on=tuple(days))),
)


@given(CYCLES, DAYS, st.integers(1, 40))
def test_due_dates_rise_from_the_first_one_on(cycle: Cycle, first: date, count: int) -> None:
    dates = list(islice(cycle.dates(first), count))
    assert len(dates) == count
    assert dates[0] >= first
    assert all(a < b for a, b in pairwise(dates))


@given(CYCLES.filter(lambda cycle: cycle.weekday is None), DAYS, st.integers(1, 40))
def test_payments_are_counted_as_they_are_laid_out(cycle: Cycle, first: date, count: int) -> None:
    dates = list(islice(cycle.dates(first), count))
    assert cycle.payments(dates[0], dates[-1]) == count
