"""Annual costs: from which day, on which sum, out of which payments."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from agreecheck.model.base import Frozen
from agreecheck.model.finding import Computed, Cost
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from checks.deal import Deal, monthly

CENT = Decimal("0.01")


def costs(deal: Deal) -> dict[str, Cost]:
    return {c.basis: c for c in deal.compute().costs}


def test_twelve_times_nine_hundred() -> None:
    """10,000 → 12 × 900: 14.45 % nominal, 15.45 % effective; the days of a year differ from 12 months by a hair."""
    deal = Deal().amount("10000.00", "payable").day("2026-11-15", "signing").rows(*monthly("2026-12-15", 12, "900.00"))
    cost = costs(deal)["payable"]
    assert cost.nominal_percent is not None
    assert cost.nominal_percent.quantize(CENT) == Decimal("14.45")
    assert abs(cost.effective_percent - Decimal("15.45")) < Decimal("0.1")
    assert cost.periods_per_year == 12


def test_every_second_week_is_a_cycle_too() -> None:
    """1000 = 510 v + 510 v², so v = 0.98687 and 26 × (1/v - 1) = 34.59 %."""
    deal = Deal().amount("1000.00", "payable").day("2026-11-20", "signing")
    cost = costs(deal.rows(("2026-12-04", "510.00"), ("2026-12-18", "510.00")))["payable"]
    assert cost.nominal_percent is not None
    assert (cost.nominal_percent.quantize(CENT), cost.periods_per_year) == (Decimal("34.59"), 26)


def test_no_interest_costs_nothing() -> None:
    deal = Deal().amount("10800.00", "payable").day("2026-11-20", "signing").rows(*monthly("2026-12-15", 12, "900.00"))
    cost = costs(deal)["payable"]
    assert (cost.nominal_percent, cost.effective_percent) == (0, 0)


def test_the_sum_payable_is_the_headline_then_principal_then_balance() -> None:
    deal = Deal().amount("1200.00", "total_debt").amount("100.00", "waived").amount("1100.00", "payable")
    deal.amount("1000.00", "principal").day("2026-11-15", "signing").rows(*monthly("2026-12-15", 12, "101.00"))
    assert [c.basis for c in deal.compute().costs] == ["payable", "principal", "balance"]


def test_a_sum_of_which_less_is_paid_back_is_no_basis() -> None:
    deal = Deal().amount("5000.00", "total_debt").amount("3900.00", "waived").amount("1100.00", "payable")
    deal.day("2026-11-15", "signing").rows(*monthly("2026-12-15", 11, "100.00"))
    assert [c.basis for c in deal.compute().costs] == ["payable"]


def test_where_nothing_is_waived_the_debt_is_the_sum_payable() -> None:
    deal = Deal().amount("1000.00", "total_debt").amount("900.00", "principal").day("2026-11-15", "signing")
    deal.rows(*monthly("2026-12-15", 10, "101.00"))
    assert [(c.basis, c.financed) for c in deal.compute().costs] == [("payable", 1000), ("principal", 900)]


def test_balance_less_waiver_is_the_sum_payable_also_unsaid() -> None:
    deal = Deal().amount("1200.00", "total_debt").amount("150.00", "waived").amount("50.00", "waived")
    deal.amount("900.00", "principal").day("2026-11-15", "signing").rows(*monthly("2026-12-15", 10, "100.00"))
    found = deal.compute()
    assert [(c.basis, c.financed) for c in found.costs][:2] == [("payable", 1000), ("principal", 900)]
    assert next(c for c in found.checks if c.id == "A01").status == "pass"


def test_a_sum_payable_above_the_debt_is_what_the_instalments_come_to() -> None:
    deal = Deal().amount("10000.00", "total_debt").amount("10800.00", "payable").day("2026-11-15", "signing")
    deal.rows(*monthly("2026-12-15", 12, "900.00"))
    headline = deal.compute().costs[0]
    assert (headline.basis, headline.financed) == ("payable", 10000)
    assert headline.nominal_percent is not None
    assert headline.nominal_percent.quantize(CENT) == Decimal("14.45")
    assert deal.check("A01").status == "pass"


def test_older_interest_within_the_sum_payable_is_no_cost_of_the_plan() -> None:
    deal = Deal().amount("10000.00", "total_debt").amount("800.00", "interest").amount("10800.00", "payable")
    deal.day("2026-11-15", "signing").rows(*monthly("2026-12-15", 12, "900.00"))
    assert deal.compute().costs[0].financed == 10800


def test_principal_told_by_the_instalment_alone_is_summed_up() -> None:
    """540 of principal and 38.88 of charges, twelve times: 0.6 % flat a month on 6,480 costs 13.03 % a year."""
    deal = Deal().amount("540.00", "instalment_principal").day("2026-11-09", "signing")
    cost = costs(deal.rows(*monthly("2026-12-09", 12, "578.88")))["principal"]
    assert cost.financed == 6480
    assert cost.nominal_percent is not None
    assert cost.nominal_percent.quantize(CENT) == Decimal("13.03")


def test_a_difference_left_to_the_reader_is_never_failed_by() -> None:
    deal = Deal().amount("1200.00", "total_debt").amount("150.00", "waived").rows(*monthly("2026-12-15", 10, "100.00"))
    assert deal.check("A01").status == "not_computable"


def test_rows_that_hold_no_interest_say_nothing_of_the_cost() -> None:
    deal = Deal().amount("18000.00", "payable").amount("180.00", "instalment_interest").day("2026-06-10", "signing")
    assert costs(deal.rows(("2026-12-10", "18000.00"))) == {}


def test_interest_begins_on_its_stated_day_else_at_signing() -> None:
    deal = Deal().amount("1000.00", "payable").day("2026-11-01", "signing").rows(*monthly("2026-12-15", 10, "101.00"))
    assert costs(deal)["payable"].start.isoformat() == "2026-11-01"
    deal.day("2026-11-15", "interest_start")
    assert costs(deal)["payable"].start.isoformat() == "2026-11-15"


def test_interest_of_the_old_contract_does_not_start_the_plan() -> None:
    deal = Deal().amount("1000.00", "payable").day("2024-01-01", "interest_start").day("2026-11-15", "signing")
    deal.rows(*monthly("2026-12-15", 10, "101.00"))
    assert costs(deal)["payable"].start.isoformat() == "2026-11-15"


def test_without_any_start_there_is_no_cost() -> None:
    assert costs(Deal().amount("1000.00", "payable").rows(*monthly("2026-12-15", 10, "101.00"))) == {}


def test_a_missing_row_leaves_the_cost_open() -> None:
    deal = Deal().amount("400.00", "payable").day("2026-11-15", "signing")
    deal.rows(*monthly("2026-12-15", 4, "101.00"), numbers=(1, 2, 4, 5))
    assert costs(deal) == {}


def test_irregular_days_have_an_effective_rate_alone() -> None:
    deal = Deal().amount("300.00", "payable").day("2026-07-20", "signing")
    deal.rows(("2026-07-28", "110.00"), ("2026-09-10", "110.00"), ("2026-12-28", "110.00"))
    cost = costs(deal)["payable"]
    assert cost.nominal_percent is None
    assert cost.effective_percent > 0


def test_month_ends_are_one_due_day() -> None:
    deal = Deal().amount("300.00", "payable").day("2026-12-31", "signing")
    deal.rows(("2027-01-31", "101.00"), ("2027-02-28", "101.00"), ("2027-03-31", "101.00"))
    assert costs(deal)["payable"].periods_per_year == 12


def test_quarters_are_four_periods_a_year() -> None:
    """1 % a quarter on 1,000 paid back at once after it: 4 % nominal."""
    deal = Deal().amount("1000.00", "payable").day("2026-09-21", "signing")
    deal.rows(("2026-12-21", "10.00"), ("2027-03-21", "1010.00"))
    cost = costs(deal)["payable"]
    assert (cost.periods_per_year, cost.nominal_percent) == (4, Decimal("4.0000"))


def test_a_deferral_is_reckoned_on_the_principal_at_its_start() -> None:
    deal = Deal("deferral").amount("1000.00", "principal").amount("1020.00", "payable").day("2026-08-14", "signing")
    deal.day("2026-08-16", "deferral_start").day("2026-10-16", "deferral_end")
    deal.rows(("2026-11-16", "520.00"), ("2026-12-16", "520.00"))
    found = deal.compute().costs
    assert [c.basis for c in found] == ["principal"]
    assert found[0].start.isoformat() == "2026-08-16"


def test_fees_on_named_days_are_payments() -> None:
    """68 each on three days, written in the sentence that names the fee."""
    deal = Deal().amount("1000.00", "payable").day("2026-08-16", "signing").rows(*monthly("2026-12-16", 2, "500.00"))
    before = costs(deal)["payable"]
    start = len(deal.document().text) + 1
    sentence = "应于2026年9月16日、2026年10月16日、2026年11月16日各支付服务费68元。"
    deal.at(sentence)
    from datetime import date

    from agreecheck.model.fact import Amount, Day
    from agreecheck.model.span import Span

    for month in (9, 10, 11):
        words = f"2026年{month}月16日"
        at = start + sentence.index(words)
        deal.add("dates", Day(value=date(2026, month, 16), role=None, span=Span(at, at + len(words)), written=words))
    at = start + sentence.index("68元")
    deal.add("amounts", Amount(value=Decimal(68), currency="CNY", role="fee", span=Span(at, at + 3)))
    after = costs(deal)["payable"]
    assert before.effective_percent == 0
    assert after.effective_percent > 0
    assert [(f.due.month, f.amount) for f in after.flows] == [(9, 68), (10, 68), (11, 68), (12, 500), (1, 500)]


def test_a_fee_due_with_the_first_instalment_is_paid_on_its_day() -> None:
    """The first instalment of 100 brings another 30 with it: ten payments, and 1,030 in all."""
    deal = Deal().amount("1000.00", "payable").day("2026-08-16", "signing").rows(*monthly("2026-09-16", 10, "100.00"))
    deal.amount("30.00", "fee", words="借款人于首期还款日一并支付展期手续费30元。")
    cost = costs(deal)["payable"]
    assert sum(f.amount for f in cost.flows if f.due.month == 9 and f.due.year == 2026) == 130
    assert sum(f.amount for f in cost.flows) == 1030
    assert cost.effective_percent > 0


def test_a_fee_in_case_of_default_is_no_payment() -> None:
    deal = Deal().amount("1000.00", "payable").day("2026-08-16", "signing").rows(*monthly("2026-09-16", 10, "100.00"))
    deal.amount("200.00", "fee", words="若逾期，于签署时起另付催收费200元。")
    assert costs(deal)["payable"].effective_percent == 0


def test_a_fee_on_top_of_each_instalment_is_part_of_it() -> None:
    deal = Deal().amount("1000.00", "payable").day("2026-08-16", "signing").rows(*monthly("2026-09-16", 10, "100.00"))
    deal.amount("12.00", "instalment_fee", words="除上述款项外，每期另行支付账户管理费12.00元")
    assert {f.amount for f in costs(deal)["payable"].flows} == {112}


def test_prose_rows_that_are_not_as_many_as_said_are_not_reckoned_with() -> None:
    deal = Deal().amount("1000.00", "payable").day("2026-08-16", "signing").term(10)
    deal.rows(*monthly("2026-09-16", 2, "500.00"))
    assert deal.plan is not None
    deal.plan = replace(deal.plan, origin="prose")
    assert costs(deal) == {}
    assert deal.check("A01").status == "not_computable"


def test_a_down_payment_beside_the_rows_is_paid_at_the_start() -> None:
    deal = Deal().amount("15000.00", "payable").amount("12000.00", "payable").amount("3000.00", "down_payment")
    deal.day("2026-02-03", "signing").rows(*monthly("2026-03-15", 6, "2000.00"))
    cost = costs(deal)["payable"]
    assert (cost.financed, cost.effective_percent) == (15000, 0)
    assert (cost.flows[0].due.isoformat(), cost.flows[0].amount) == ("2026-02-03", 3000)


def test_the_old_contract_was_not_signed_with_the_plan() -> None:
    deal = Deal().amount("1000.00", "payable").day("2022-03-07", "signing").day("2026-11-15", "signing")
    assert costs(deal.rows(*monthly("2026-12-15", 10, "101.00")))["payable"].start.isoformat() == "2026-11-15"


def test_a_principal_above_all_payments_is_that_of_the_old_contract() -> None:
    deal = Deal().amount("6000.00", "principal").amount("4500.00", "principal").day("2026-11-15", "signing")
    assert costs(deal.rows(*monthly("2026-12-15", 9, "515.00")))["principal"].financed == 4500


def test_a_sum_paid_back_many_times_over_was_misread() -> None:
    deal = Deal().amount("210.00", "principal").day("2026-11-15", "signing").rows(*monthly("2026-12-15", 16, "200.00"))
    assert costs(deal) == {}


def test_no_cost_is_no_cost_however_short_the_first_period() -> None:
    deal = Deal().amount("1000.00", "payable").day("2026-12-10", "signing").rows(*monthly("2026-12-15", 10, "100.00"))
    cost = costs(deal)["payable"]
    assert (cost.nominal_percent, cost.periods_per_year) == (0, 12)


def numbers(value: object) -> list[object]:
    """Every leaf of a frozen value."""
    if isinstance(value, Frozen):
        return [leaf for name in value.__struct_fields__ for leaf in numbers(getattr(value, name))]
    if isinstance(value, tuple):
        return [leaf for part in value for leaf in numbers(part)]
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in numbers(part)]
    return [value]


@given(st.integers(2, 40), st.decimals("10", "5000", places=2), st.decimals("0.55", "1", places=2))
def test_no_binary_float_in_any_result(n: int, each: Decimal, share: Decimal) -> None:
    financed = (each * n * share).quantize(CENT)
    deal = Deal(creditor="bank_card").amount(str(financed), "payable").day("2026-01-02", "signing")
    deal.rate("12", "year", "interest").rate("0.05", "day", "overdue").rows(*monthly("2026-01-28", n, str(each)))
    computed: Computed = deal.compute()
    assert computed.costs
    assert not [leaf for leaf in numbers(computed) if isinstance(leaf, float)]


@given(st.integers(3, 36), st.decimals("10", "5000", places=2), st.integers(1, 500))
def test_a_dearer_instalment_costs_more(n: int, each: Decimal, more: int) -> None:
    assume(each + more < min(each * n, each * 5))  # else a figure would look misread

    def cost(sum_: Decimal) -> Decimal:
        deal = Deal().amount(str(each * n), "payable").day("2026-01-02", "signing")
        return costs(deal.rows(*monthly("2026-01-28", n, str(sum_))))["payable"].effective_percent

    assert cost(each + more) > cost(each) == 0


def test_the_interest_of_a_deferral_that_is_paid_on_its_own_day_is_a_cost() -> None:
    deal = Deal().amount("1000.00", "principal").amount("45.00", "interest")
    deal.day("2026-02-06", "signing").day("2026-02-10", "deferral_start")
    words = "延期利息45.00元由您于2026年5月10日一次付清。"
    start = deal.at(words).start
    deal.add("mentions", Mention(kind="money", value="45.00", span=Span(start + 4, start + 10)))
    deal.add("mentions", Mention(kind="date", value="2026-05-10", span=Span(start + 13, start + 23)))
    deal.rows(("2026-06-10", "510.00"), ("2026-07-10", "505.00"))
    flows = [(f.due.isoformat(), str(f.amount)) for f in costs(deal)["principal"].flows]
    assert flows == [("2026-05-10", "45.00"), ("2026-06-10", "510.00"), ("2026-07-10", "505.00")]
