"""One missed instalment, by hand: 12 × 3,000 with 4,000 waived off 40,000."""

from decimal import Decimal

from agreecheck.checks.late import late
from checks.deal import Deal, monthly

D = Decimal


def deal() -> Deal:
    made = Deal().amount("40000.00", "total_debt").amount("4000.00", "waived").amount("36000.00", "payable")
    return made.rows(*monthly("2026-12-15", 12, "3000.00"))


def test_a_penalty_on_the_missed_part() -> None:
    got = late(deal().rate("0.05", "day", "penalty", base="overdue").facts(), 3)
    assert got is not None
    assert [(c.base, c.amount) for c in got.charges] == [("overdue", D("45.00"))]  # 3,000 × 0.05 % × 30
    assert got.charges[0].equation == "3000.00 × 0.05 % × 30 = 45.00"


def test_a_penalty_on_the_whole_debt() -> None:
    got = late(deal().rate("0.05", "day", "penalty", base="total").facts(), 3)
    assert got is not None
    assert [(c.base, c.amount) for c in got.charges] == [("total", D("540.00"))]  # 36,000 × 0.05 % × 30


def test_a_yearly_rate_counts_days_over_365() -> None:
    got = late(deal().rate("7.3", "year", "overdue", base="overdue").facts(), 1, days=10)
    assert got is not None
    assert got.charges[0].amount == D("6.00")  # 3,000 × 7.3 % × 10 / 365


def test_the_rest_and_the_revived_debt_stand_side_by_side() -> None:
    got = late(deal().facts(), 3)
    assert got is not None
    assert (got.rest, got.revived) == (D("30000.00"), D("34000.00"))  # two instalments paid


def test_without_a_waiver_nothing_revives() -> None:
    got = late(Deal().rows(*monthly("2026-12-15", 2, "10.00")).facts(), 1)
    assert got is not None
    assert got.revived is None


def test_no_such_row() -> None:
    assert late(deal().facts(), 13) is None
    assert late(Deal().facts(), 1) is None
