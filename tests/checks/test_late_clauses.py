"""Every combination of clauses on delay, by hand: 12 × 3,000 after a waiver of 4,000, the third paid 30 days late.

From the third instalment on 30,000 are left. A penalty of 0.05 % a day is 45.00 on the 3,000 and 450.00 on all 30,000;
interest of 7.3 % a year is 18.00 and 180.00. With five days of grace the easier reading counts 25 days: 37.50, 15.00.
A reminder costs 80 once. A cap of 2 % of what is overdue is 60.00, 600.00 once all is.
"""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.checks import late
from agreecheck.checks.holidays import day_off, working_day
from agreecheck.model.fact import Rate, Term
from agreecheck.model.given import Delay
from agreecheck.model.span import Span
from checks.deal import AS_OF, LAW, Deal
from checks.test_late import call, deal, lose, reckon, says, told

D = Decimal
CLAUSES = ("penalty", "interest", "fee", "revived", "called", "grace", "cap")


def paper(*, penalty: bool, interest: bool, fee: bool, grace: bool, cap: bool) -> Deal:
    made = deal()
    if penalty:
        made.rate("0.05", "day", "penalty", base="overdue")
    if interest:
        made.rate("7.3", "year", "overdue", base="overdue")
    if fee:
        made.amount("80.00", "fee", "每逾期一期另收催告费80.00元")
    if grace:
        made.term(5, "day", "grace")
    return capped(made, "违约金、罚息和费用合计不超过逾期金额的2%") if cap else made


def capped(made: Deal, words: str, percent: str = "2", period: str = "once") -> Deal:
    at = made.at(words).start + words.index(f"{percent}%")
    span = Span(at, at + len(percent) + 1)
    return made.add("rates", Rate(percent=D(percent), period=period, role="penalty", span=span))  # type: ignore[arg-type]


@pytest.mark.parametrize("chosen", list(product((False, True), repeat=len(CLAUSES))))
def test_every_combination_of_clauses(chosen: tuple[bool, ...]) -> None:
    has = dict(zip(CLAUSES, chosen, strict=True))
    made = paper(**{name: on for name, on in has.items() if name not in ("revived", "called")})
    got = reckon(made, *([lose(made)] if has["revived"] else []), *([call(made)] if has["called"] else []))
    highs = [
        has["penalty"] * (D("450.00") if has["called"] else D("45.00")),
        has["interest"] * (D("180.00") if has["called"] else D("18.00")),
        has["fee"] * D("80.00"),
    ]
    lows = [
        has["penalty"] * (D("37.50") if has["grace"] else D("45.00")),
        has["interest"] * (D("15.00") if has["grace"] else D("18.00")),
    ]
    most = D("600.00") if has["called"] else D("60.00")
    charged = min(sum(highs), most) if has["cap"] else sum(highs)
    assert got.low == max(lows)
    assert got.high == charged + has["revived"] * 4000
    assert got.on_time == D(30000)
    assert got.at_once_low == (D(30000) if has["called"] else None)
    assert got.at_once_high == (D(30000 + has["revived"] * 4000) if has["called"] else None)
    assert 0 <= got.low <= got.high


# days late, penalty (low, high) with 5 days of grace, compound interest on the overdue interest, all charges at most
BY_DAY = [
    (1, None, None, "0"),
    (5, None, None, "0"),
    (6, ("1.50", "9.00"), "0.01", "18.01"),
    (10, ("7.50", "15.00"), "0.03", "30.03"),
    (30, ("37.50", "45.00"), "0.33", "90.33"),
    (90, ("127.50", "135.00"), "3.05", "273.05"),
]


@pytest.mark.parametrize(("days", "penalty", "compound", "high"), BY_DAY)
def test_day_by_day(days: int, penalty: tuple[str, str] | None, compound: str | None, high: str) -> None:
    """Penalty and interest of 0.05 % a day each on 3,000; the interest bears interest from day to day:
    in 30 days 435 pairs of days bring 3,000 × 0.0005² each and 4,060 triples 3,000 × 0.0005³, together 0.33."""
    made = paper(penalty=True, interest=False, fee=False, grace=True, cap=False)
    made.rate("0.05", "day", "overdue", base="overdue", words="按日0.05%计收罚息")
    made.at("对未付的罚息计收复利")
    got = reckon(made, days=days)
    assert got.high == D(high)
    if penalty and compound:
        assert told(got)[0] == ("penalty", D(penalty[0]), D(penalty[1]))
        assert ("compound", D(0), D(compound)) in told(got)


def test_a_yearly_rate_is_compounded_by_the_month() -> None:
    """12 % a year on 3,000: after 60 days 3,000 × (1.01² - 1 - 0.02) = 0.30."""
    made = deal().rate("12", "year", "overdue", base="overdue")
    made.at("未支付的利息按月计收复利")
    got = reckon(made, days=60)
    assert ("compound", D(0), D("0.30")) in told(got)


@pytest.mark.parametrize(
    "words", ["逾期期间不计复利", "分期期间不再计收罚息、复利", "减免复利500.00元", "其中复利500.00元"]
)
def test_compound_interest_that_is_denied_or_only_owed_is_not_charged(words: str) -> None:
    made = deal().rate("0.05", "day", "overdue", base="overdue")
    made.at(words)
    assert [kind for kind, _, _ in told(reckon(made, days=90))] == ["overdue"]


def test_a_cap_is_shown_where_it_bites_and_is_no_charge_itself() -> None:
    made = capped(deal().rate("0.5", "day", "penalty", base="overdue"), "违约金累计不超过逾期金额的10%", "10")
    got = reckon(made, days=30)
    assert told(got) == [("penalty", D("450.00"), D("450.00"))]  # 3,000 × 0.5 % × 30
    assert (got.low, got.high, got.capped_at) == (D("300.00"), D("300.00"), D("300.00"))
    before = reckon(made, days=10)
    assert (before.high, before.capped_at) == (D("150.00"), None)


def test_a_cap_on_one_kind_leaves_the_others() -> None:
    made = deal().rate("0.5", "day", "penalty", base="overdue").rate("7.3", "year", "overdue", base="overdue")
    got = reckon(capped(made, "违约金以逾期金额的10%为限", "10"), days=30)
    assert (got.low, got.high) == (D("300.00"), D("318.00"))  # 450 brought down to 300, interest of 18


def test_a_yearly_cap_grows_with_the_days() -> None:
    made = capped(deal().rate("0.2", "day", "penalty", base="overdue"), "违约金不超过逾期金额的年化24%", "24", "year")
    assert reckon(made, days=30).high == D("59.18")  # 3,000 × 24 % × 30 / 365


def working(made: Deal, words: str, count: int, role: str) -> Span:
    span = made.at(words)
    at = span.start + words.index(str(count))
    made.add("terms", Term(count=count, unit="day", role=role, working=True, span=Span(at, at + 1)))  # type: ignore[arg-type]
    return span


def test_working_days_of_grace_pass_over_the_holidays() -> None:
    """Due on Wednesday 30 September 2026, National Day until the 7th: the third working day is Saturday the 10th, which
    is worked; so the ten days from 1 October on are free."""
    made = Deal().rows(("2026-09-30", "3000.00"), ("2026-10-30", "3000.00"))
    made.rate("0.05", "day", "penalty", base="overdue")
    working(made, "宽限3个工作日", 3, "grace")
    assert working_day(LAW, date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert reckon(made, miss=1, days=10).high == 0
    assert reckon(made, miss=1, days=10).grace_days == 10
    assert told(reckon(made, miss=1, days=11)) == [("penalty", D("1.50"), D("16.50"))]


def test_a_call_after_working_days_waits_for_them() -> None:
    """Due on Friday 20 November 2026: five working days end on Friday the 27th."""
    made = Deal().rows(("2026-11-20", "3000.00"), ("2026-12-20", "3000.00"))
    words = "逾期超过5个工作日的，剩余款项提前到期。"
    span = working(made, words, 5, "default")
    verdict = says(made, "default-accel", words)
    made.lists["terms"][0] = Term(
        count=5, unit="day", role="default", working=True,
        span=Span(verdict.evidence[0].span.start + 4, verdict.evidence[0].span.start + 5),
    )  # fmt: skip
    assert len(span)
    assert reckon(made, verdict, miss=1, days=7).at_once_low is None
    assert reckon(made, verdict, miss=1, days=8).at_once_low == D(6000)


@given(start=st.dates(date(2026, 1, 1), date(2026, 12, 1)), count=st.integers(0, 20))
def test_as_many_working_days_lie_behind_as_were_counted(start: date, count: int) -> None:
    end = working_day(LAW, start, count)
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(not day_off(LAW, day) for day in passed) == count
    assert not passed or not day_off(LAW, end)


@given(days=st.integers(1, 120), more=st.integers(0, 120), rate=st.decimals("0.01", "0.5", places=2))
def test_compound_interest_never_falls_with_the_days(days: int, more: int, rate: Decimal) -> None:
    made = deal().rate(str(rate), "day", "overdue", base="overdue")
    made.at("按日计收复利")
    assert reckon(made, days=days).high <= reckon(made, days=days + more).high


def test_a_base_that_is_what_is_left_is_the_rest_of_the_plan() -> None:
    made = deal().rate("3", "once", "penalty", base="total", words="3%")
    made.lines[-1] = "未还款项总额3%"
    rate = made.lists["rates"][0]
    made.lists["rates"][0] = Rate(
        percent=rate.percent, period="once", role="penalty", base="total",
        span=Span(rate.span.start + 6, rate.span.end + 6),
    )  # fmt: skip
    assert told(reckon(made)) == [("penalty", D("900.00"), D("1020.00"))]  # on 30,000, with the waiver 34,000


def test_an_uplift_on_one_of_two_contract_rates_has_two_readings() -> None:
    """Half as much again on 3.65 % is 5.475 %, on 7.3 % it is 10.95 %: 13.50 and 27.00 for 30 days of 3,000."""
    made = deal().rate("7.3", "year", "interest").rate("3.65", "year", "interest")
    uplift = Rate(percent=D(50), period="year", role="overdue", base="overdue", relative="uplift", span=made.at("50%"))
    assert told(reckon(made.add("rates", uplift))) == [("overdue", D("13.50"), D("27.00"))]


def test_a_plan_that_could_not_be_made_out_is_not_taken_for_one_payment() -> None:
    made = Deal().amount("3287.20", "total_debt").amount("1636.10", "instalment").amount("1362.17", "instalment")
    assert late(made.term(48).document(), made.facts(), LAW, AS_OF, (), Delay(days=40)) is None


def test_working_days_that_run_into_a_year_without_a_calendar_are_warned_of() -> None:
    made = Deal().rows(("2026-12-21", "3000.00"))
    assert "holidays_missing" not in made.compute().warnings
    working(made, "宽限3个工作日", 3, "grace")
    assert "holidays_missing" in made.compute().warnings
