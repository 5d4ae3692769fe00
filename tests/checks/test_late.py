"""One missed instalment, reckoned by hand clause by clause: 12 × 3,000, 4,000 waived off 40,000."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.checks import exposure, late
from agreecheck.model.fact import Amount, Day, Rate, Term
from agreecheck.model.finding import Charge, Evidence, Late, Status, Verdict
from agreecheck.model.given import Delay
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from checks.deal import AS_OF, LAW, Deal, monthly

D = Decimal


def deal(each: str = "3000.00") -> Deal:
    made = Deal().amount("40000.00", "total_debt").amount("4000.00", "waived").amount("36000.00", "payable")
    return made.rows(*monthly("2026-12-15", 12, each))


def says(made: Deal, item: str, words: str, status: Status = "risky") -> Verdict:
    span = made.at(words)
    return Verdict(item=item, status=status, severity="high", evidence=(Evidence(span=span, focus=span),))


def lose(made: Deal, words: str = "任何一期逾期，减免取消。") -> Verdict:
    return says(made, "waive-revoke", words)


def call(made: Deal, words: str = "逾期的，剩余款项提前到期。") -> Verdict:
    return says(made, "default-accel", words)


def reckon(made: Deal, *verdicts: Verdict, miss: int | None = 3, days: int = 30) -> Late:
    got = late(made.document(), made.facts(), LAW, AS_OF, verdicts, Delay(miss=miss, days=days))
    assert got is not None
    return got


def told(got: Late) -> list[tuple[str, Decimal, Decimal]]:
    return [(c.kind, c.low, c.high) for c in got.charges]


def test_a_penalty_on_the_missed_part() -> None:
    got = reckon(deal().rate("0.05", "day", "penalty", base="overdue"))
    assert told(got) == [("penalty", D("45.00"), D("45.00"))]  # 3,000 × 0.05 % × 30
    assert got.charges[0].equation == "3000.00 × 0.05 % × 30 = 45.00"
    assert (got.low, got.high) == (D("45.00"), D("45.00"))


def test_a_rate_that_holds_for_default_by_reference_waits_as_the_words_that_refer_to_it_say() -> None:
    made = deal()
    rate, words = made.at("年利率7.3%"), made.at("逾期超过30日的，按上述利率计息")
    term = Term(count=30, unit="day", role="default", span=Span(words.start + 4, words.start + 7))
    again = Rate(
        percent=D("7.3"), period="year", role="overdue", base="overdue", span=rate, evidence=words, source="sentence"
    )
    made.add("rates", again).add("terms", term)
    assert told(reckon(made, days=30)) == []
    (charge,) = reckon(made, days=31).charges
    assert (charge.kind, charge.high) == ("overdue", D("18.60"))  # 3,000 × 7.3 % / 365 × 31
    assert charge.evidence[0].focus == words


def test_a_penalty_on_the_whole_debt_has_two_readings_where_something_is_waived() -> None:
    got = reckon(deal().rate("0.05", "day", "penalty", base="total"))
    assert told(got) == [("penalty", D("540.00"), D("600.00"))]  # on 36,000 and on 40,000


def test_a_base_that_is_not_said_is_the_missed_part_or_the_whole() -> None:
    got = reckon(deal().rate("0.05", "day", "penalty"))
    assert told(got) == [("penalty", D("45.00"), D("600.00"))]


def test_a_yearly_rate_counts_days_over_365() -> None:
    got = reckon(deal().rate("7.3", "year", "overdue", base="overdue"), miss=1, days=10)
    assert told(got) == [("overdue", D("6.00"), D("6.00"))]  # 3,000 × 7.3 % × 10 / 365


def test_a_penalty_charged_once_knows_no_days() -> None:
    for days in (1, 90):
        got = reckon(deal().rate("20", "once", "penalty", base="overdue"), days=days)
        assert told(got) == [("penalty", D("600.00"), D("600.00"))]


def test_two_kinds_are_added_by_the_harder_reading_only() -> None:
    made = deal().rate("0.05", "day", "penalty", base="overdue").rate("7.3", "year", "overdue", base="overdue")
    got = reckon(made, days=10)
    assert (got.low, got.high) == (D("15.00"), D("21.00"))  # 15 penalty, 6 interest


def test_of_charges_that_exclude_each_other_the_larger_counts() -> None:
    made = deal().rate("0.05", "day", "penalty", base="overdue", words="0.05%违约金，与罚息择一收取")
    got = reckon(made.rate("7.3", "year", "overdue", base="overdue"), days=10)
    assert got.high == D("15.00")


def test_a_fixed_sum_for_each_day_grows_with_them() -> None:
    made = deal()
    span = made.at("哪期晚还，每天罚50.00元")
    sum_ = Amount(value=D("50.00"), currency="CNY", role="penalty", span=Span(span.start + 8, span.end))
    got = reckon(made.add("amounts", sum_), days=10)
    assert told(got) == [("penalty", D("500.00"), D("500.00"))]
    assert got.charges[0].equation == "50.00 × 10 = 500.00"


def test_a_fee_is_charged_once_and_may_be_left_unasked() -> None:
    got = reckon(deal().amount("80.00", "fee", "每逾期一期另收催告费80.00元"), days=10)
    assert told(got) == [("fee", D(0), D("80.00"))]


def test_a_sum_that_has_nothing_to_do_with_delay_is_left_out() -> None:
    got = reckon(deal().amount("200.00", "fee", "结清证明工本费200.00元"))
    assert got.charges == ()


def test_the_fee_for_early_repayment_is_no_charge_for_delay() -> None:
    got = reckon(deal().rate("3", "once", "penalty", base="principal", words="提前还款的，按3%支付违约金"))
    assert got.charges == ()


def test_grace_lets_days_pass_and_leaves_two_readings_after_it() -> None:
    made = deal().rate("0.05", "day", "penalty", base="overdue").term(5, "day", "grace")
    assert reckon(made, days=5).charges == ()
    after = reckon(made, days=6)
    assert told(after) == [("penalty", D("1.50"), D("9.00"))]  # one day beyond the grace, or all six


@pytest.mark.parametrize(
    ("revoked", "called", "high", "at_once"),
    [
        (False, False, D(45), None),
        (True, False, D(4045), None),
        (False, True, D(450), (D(30000), D(30000))),  # all 30,000 overdue: × 0.05 % × 30
        (True, True, D(4450), (D(30000), D(34000))),
    ],
)
def test_the_combinations_of_penalty_lost_waiver_and_acceleration(
    revoked: bool, called: bool, high: Decimal, at_once: tuple[Decimal, Decimal] | None
) -> None:
    made = deal().rate("0.05", "day", "penalty", base="overdue")
    got = reckon(made, *([lose(made)] if revoked else []), *([call(made)] if called else []))
    assert (got.low, got.high) == (D(45), high)
    assert (got.at_once_low, got.at_once_high) == (at_once or (None, None))
    assert got.on_time == D(30000)


def within(made: Deal, item: str, words: str, count: int, unit: str, role: str = "default") -> Verdict:
    """A clause whose term lies inside its own words."""
    verdict = says(made, item, words)
    made.add("terms", Term(count=count, unit=unit, role=role, span=_inside(verdict.evidence[0].span, words)))  # type: ignore[arg-type]
    return verdict


def _inside(span: Span, words: str) -> Span:
    at = next(i for i, sign in enumerate(words) if sign in "0123456789两三")
    return Span(span.start + at, span.start + at + 2)


def test_a_call_after_days_is_reached_the_day_after() -> None:
    made = deal()
    verdict = within(made, "default-accel", "逾期超过30日的，提前到期。", 30, "day")
    assert reckon(made, verdict, days=30).at_once_low is None
    assert reckon(made, verdict, days=31).at_once_low == D(30000)


def test_a_call_on_full_days_is_reached_on_that_day() -> None:
    made = deal()
    verdict = within(made, "default-accel", "逾期满30日的，提前到期。", 30, "day")
    assert reckon(made, verdict, days=29).at_once_low is None
    assert reckon(made, verdict, days=30).at_once_low == D(30000)


def test_one_missed_instalment_is_not_two() -> None:
    made = deal()
    verdict = within(made, "default-accel", "连续两期逾期的，提前到期。", 2, "instalment")
    assert reckon(made, verdict, days=300).at_once_low is None


def test_a_waiver_lost_where_the_plan_ends_waits_for_that() -> None:
    made = deal()
    ends = within(made, "default-accel", "连续两期逾期的，本协议终止。", 2, "instalment")
    assert reckon(made, ends, lose(made, "依前条终止的，减免可以取消。"), days=300).charges == ()


def test_a_waiver_that_stays_is_not_lost() -> None:
    made = deal()
    stays = says(made, "waive-revoke", "减免不因逾期而取消。", "found")
    assert reckon(made, stays).charges == ()


def test_what_is_lost_comes_with_its_clause() -> None:
    made = deal()
    verdict = lose(made)
    assert reckon(made, verdict).charges == (
        Charge(kind="revived", low=D(0), high=D(4000), equation="4000.00", evidence=verdict.evidence),
    )


def test_interest_that_comes_back_from_a_day_counts_from_it() -> None:
    words = "自2026年12月5日起恢复计算利息，年利率7.3%"
    made = deal().day("2026-12-05", "interest_start", "x").rate("7.3", "year", "overdue", base="overdue", words=words)
    made.lists["dates"][0] = _moved(made, words)
    got = reckon(made, miss=1, days=10)
    assert told(got) == [("overdue", D("6.00"), D("12.00"))]  # ten days, or twenty from 5 December


def _moved(made: Deal, words: str) -> object:
    span = made.lists["rates"][0].span
    return Day(value=date(2026, 12, 5), role="interest_start", span=Span(span.start + 1, span.start + 5))


def test_without_a_number_the_dearest_instalment_is_told() -> None:
    made = Deal().rows(*monthly("2026-12-15", 3, "100.00", last="900.00"))
    got = reckon(made.rate("0.1", "day", "penalty", base="overdue"), miss=None, days=1)
    assert (got.number, got.high) == (3, D("0.90"))


def test_no_such_row_and_no_plan_at_all() -> None:
    made = deal()
    assert late(made.document(), made.facts(), LAW, AS_OF, (), Delay(miss=13)) is None
    assert late(Deal().document(), Deal().facts(), LAW, AS_OF, (), Delay()) is None


def test_a25_shows_both_sums_and_never_fails() -> None:
    made = deal()
    both = exposure(reckon(made, lose(made), call(made)))
    assert (both.status, both.equation) == ("pass", "30000.00 / 34000.00")
    assert exposure(None).status == "not_computable"
    assert exposure(reckon(deal())).reason == "not_called"


_BASES = st.sampled_from(["overdue", "total", "principal", ""])
_RATES = st.lists(
    st.tuples(
        st.decimals("0.01", "3", places=2), st.sampled_from(["day", "month", "year", "once"]),
        st.sampled_from(["penalty", "overdue"]), _BASES,
    ),
    max_size=3,
)  # fmt: skip


@given(rates=_RATES, days=st.integers(1, 400), lost=st.booleans(), called=st.booleans(), miss=st.integers(1, 12))
def test_late_is_never_cheaper_than_on_time(
    rates: list[tuple[Decimal, str, str, str]], days: int, lost: bool, called: bool, miss: int
) -> None:
    made = deal()
    for percent, period, role, base in rates:
        made.rate(str(percent), period, role, base=base)
    got = reckon(made, *([lose(made)] if lost else []), *([call(made)] if called else []), miss=miss, days=days)
    assert 0 <= got.low <= got.high
    assert all(0 <= c.low <= c.high for c in got.charges)
    assert got.at_once_low is None or got.missed <= got.at_once_low <= (got.at_once_high or 0)


@given(rates=_RATES, days=st.integers(1, 200), more=st.integers(1, 200))
def test_more_days_and_further_fees_never_cost_less(
    rates: list[tuple[Decimal, str, str, str]], days: int, more: int
) -> None:
    made = deal()
    for percent, period, role, base in rates:
        made.rate(str(percent), period, role, base=base)
    before = reckon(made, days=days).high
    assert reckon(made, days=days + more).high >= before
    made.amount("80.00", "fee", "每逾期一期另收催告费80.00元")
    assert reckon(made, days=days).high >= before + 80


def test_a_rate_for_the_time_after_the_call_is_charged_with_it() -> None:
    words = "逾期的，乙方有权要求提前归还剩余本金，并对逾期金额按年利率7.3%计收逾期利息"
    got = reckon(deal().rate("7.3", "year", "overdue", base="overdue", words=words), days=10)
    assert told(got) == [("overdue", D("6.00"), D("6.00"))]


def test_days_of_delay_told_without_a_term_are_waited_for() -> None:
    made = deal()
    words = "If a payment is more than 14 days late the whole balance is due."
    verdict = call(made, words)
    start = verdict.evidence[0].span.start + words.index("14 days")
    made.add("mentions", Mention(kind="duration", value="P14D", span=Span(start, start + 7)))
    assert reckon(made, verdict, days=14).at_once_low is None
    assert reckon(made, verdict, days=15).at_once_low == D(30000)


def test_what_one_asks_for_binds_nobody() -> None:
    made = Deal("hardship_application").rows(*monthly("2026-12-15", 2, "10.00"))
    assert late(made.document(), made.facts(), LAW, AS_OF, (), Delay()) is None
