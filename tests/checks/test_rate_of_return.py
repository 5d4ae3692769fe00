"""Annual cost in exact decimals, against named vectors and against its own definition."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.checks.rate_of_return import discount_factor, effective_percent, nominal_percent

D = Decimal
CENT = D("0.01")


def level(each: str, count: int) -> list[tuple[int, D]]:
    return [(k, D(each)) for k in range(1, count + 1)]


def yearly(financed: str, payments: list[tuple[int, D]]) -> D:
    """Effective rate of twelve equal periods a year."""
    v = discount_factor(D(financed), payments)
    assert v is not None
    return ((1 / v) ** 12 - 1) * 100


@pytest.mark.parametrize(
    ("financed", "each", "count", "nominal", "effective"),
    [
        ("10000", "900", 12, "14.45", "15.45"),
        ("12000", "1090", 12, "16.22", "17.48"),  # 0.75 % of the first sum each month on top
        ("36000", "1216", 36, "13.17", "14.00"),  # 0.6 %
        ("60000", "1300", 60, "10.85", "11.40"),  # 0.5 %
        ("24000", "1240", 24, "21.57", "23.84"),  # 1 %
    ],
)
def test_level_payments(financed: str, each: str, count: int, nominal: str, effective: str) -> None:
    got = nominal_percent(D(financed), level(each, count), 12)
    assert got is not None
    assert got.quantize(CENT) == D(nominal)
    assert yearly(financed, level(each, count)).quantize(CENT) == D(effective)


def test_a_fee_kept_back_at_payout_is_cost() -> None:
    """10,000 paid back in twelve equal parts, 500 kept back at once."""
    payments = [(0, D(500)), *((k, D(10000) / 12) for k in range(1, 13))]
    got = nominal_percent(D(10000), payments, 12)
    assert got is not None
    assert got.quantize(CENT) == D("9.58")


def test_the_published_example_of_the_spreadsheet_function_xirr() -> None:
    """Microsoft's documentation of XIRR: 0.373362535, dates counted from 2008-01-01."""
    payments = [(60, D(2750)), (303, D(4250)), (411, D(3250)), (456, D(2750))]
    assert effective_percent(D(10000), payments) == D("37.3363")


def test_one_year_later_ten_percent_more() -> None:
    assert effective_percent(D(1000), [(365, D(1100))]) == D("10.0000")


def test_ten_percent_each_half_year_is_twenty_nominal_and_twenty_one_effective() -> None:
    v = discount_factor(D(1000), [(1, D(1100))])
    assert v is not None
    assert nominal_percent(D(1000), [(1, D(1100))], 2) == D("20.0000")
    assert ((1 / v) ** 2 - 1).quantize(D("0.0001")) == D("0.2100")


def test_paying_back_what_was_had_costs_nothing() -> None:
    assert effective_percent(D(900), [(30, D(300)), (60, D(300)), (91, D(300))]) == 0


@pytest.mark.parametrize(
    ("financed", "payments"),
    [("1000", [(30, D(999))]), ("1000", [(0, D(1000))]), ("1000", []), ("0", [(30, D(10))]), ("10", [(-3, D(20))])],
)
def test_no_rate_where_less_is_paid_or_nothing_later(financed: str, payments: list[tuple[int, D]]) -> None:
    assert effective_percent(D(financed), payments) is None


def test_three_hundred_percent_and_more_is_still_found() -> None:
    """100 paid back as 1000 after a year is 900 %."""
    assert effective_percent(D(100), [(365, D(1000))]) == D("900.0000")


# Periods stay below 40: at some hundred percent a payment further away is worth less than any digit kept.
amounts = st.decimals(min_value=1, max_value=100000, places=2)
plans = st.lists(st.tuples(st.integers(1, 40), amounts), min_size=1, max_size=40)


@given(plans, st.decimals(min_value="0.2", max_value="1", places=3))
def test_the_rate_makes_the_payments_worth_the_sum(plan: list[tuple[int, D]], share: D) -> None:
    financed = sum((a for _, a in plan), D(0)) * share
    v = discount_factor(financed, plan)
    assert v is not None
    with localcontext() as context:
        context.prec = 50
        worth = sum((a * v**k for k, a in plan), D(0))
    assert abs(worth - financed) < D("1e-25")


@given(plans, st.integers(1, 40), amounts)
def test_any_fee_makes_the_plan_dearer(plan: list[tuple[int, D]], day: int, fee: D) -> None:
    financed = sum((a for _, a in plan), D(0)) * D("0.9")
    before, after = discount_factor(financed, plan), discount_factor(financed, [*plan, (day, fee)])
    assert before is not None
    assert after is not None
    assert after < before


@given(plans, st.decimals(min_value="0.01", max_value="0.5", places=2))
def test_any_waiver_makes_it_cheaper(plan: list[tuple[int, D]], part: D) -> None:
    financed = sum((a for _, a in plan), D(0)) * D("0.4")
    less = [(plan[0][0], plan[0][1] * (1 - part)), *plan[1:]]
    before, after = discount_factor(financed, plan), discount_factor(financed, less)
    assert before is not None
    assert after is not None
    assert after > before
