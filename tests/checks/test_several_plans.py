"""Whole papers with several plans: every debt is reckoned on its own; of alternatives the one that holds, by name."""

from datetime import date
from decimal import Decimal

from agreecheck.engine import check_text
from agreecheck.model.finding import CheckResult, Report
from agreecheck.model.given import Delay, Given, Me

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n签订日期：2026年11月20日\n"
DEBTS = (
    "一、借款一：欠款12,000元，自2026年12月15日起每月15日还款1,000元，共12期。\n"
    "二、借款二：欠款20,000元，自2026年12月20日起每月20日还款{each}元，共10期。\n"
    "三、逾期的，按应还未还金额每日0.05%支付违约金。\n"
)
WAYS = (
    "一、乙方欠甲方36,000元。\n"
    "二、方案一：乙方于2026年12月31日前一次性支付25,000元，其余减免。\n"
    "三、方案二：乙方自2026年12月15日起每月15日还款1,500元，共24期。\n"
)


def report(body: str, given: Given | None = None) -> Report:
    day = date(2026, 11, 23)
    return check_text(HEAD + body, as_of=day, second_reader=False, given=given or Given())


def check(found: Report, code: str) -> CheckResult:
    return next(c for c in found.checks if c.id == code)


def test_every_debt_adds_up_on_its_own() -> None:
    found = report(DEBTS.format(each="2,000"))
    assert check(found, "A01").status == "pass"
    assert check(found, "A01").equation == "[借款一] 1000.00 × 12 = 12000.00; [借款二] 2000.00 × 10 = 20000.00"
    assert found.warnings[-1] == "plans_apart"


def test_the_debt_that_does_not_add_up_is_named() -> None:
    broken = check(report(DEBTS.format(each="2,100")), "A01")
    assert (broken.status, broken.equation) == ("fail", "[借款二] 2100.00 × 10 = 21000.00 ≠ 20000.00")


def test_the_cost_of_each_debt_stands_for_itself_the_dearest_first() -> None:
    costs = report(DEBTS.format(each="2,100")).costs
    assert [c.financed for c in costs[:1]] == [Decimal(20000)]
    assert costs[0].equation.startswith("[借款二] 20000.00 ← ")
    assert {c.financed for c in costs} == {Decimal(12000), Decimal(20000)}


def test_a_delay_costs_most_in_the_plan_it_is_told_for() -> None:
    late = report(DEBTS.format(each="2,000"), Given(delay=Delay(miss=3, days=10))).late
    assert late is not None
    assert (late.plan, late.number, late.missed) == ("借款二", 3, Decimal(2000))
    assert late.high == Decimal("10.00")  # 2,000 × 0.05 % × 10


def test_the_instalments_of_all_debts_must_be_affordable_together() -> None:
    for income, status in (("5000", "pass"), ("4999", "fail")):
        me = Me(income=Decimal(income), spending=Decimal(2000))
        assert check(report(DEBTS.format(each="2,000"), Given(me=me)), "A18").status == status  # 1,000 + 2,000


def test_the_alternative_that_is_chosen_is_reckoned_with() -> None:
    found = report(WAYS + "四、乙方选择方案二。\n")
    assert check(found, "A01").equation == "[方案二] 1500.00 × 24 = 36000.00"
    assert found.warnings[-1] == "alternative_chosen"


def test_without_a_choice_it_is_the_first_and_the_reader_is_told() -> None:
    found = report(WAYS)
    assert check(found, "A01").equation == "[方案一] 25000.00 = 25000.00"
    assert found.warnings[-1] == "alternative_first"


def test_a_run_of_months_is_read_like_its_days() -> None:
    months = (
        "第一阶段自2026年12月至2027年5月，每月15日还款1000元；第二阶段自2027年6月至2027年11月，每月15日还款2000元。"
    )
    found = report(f"一、乙方欠甲方18,000元。\n二、{months}\n")
    assert check(found, "A01").equation == "1000.00 × 6 + 2000.00 × 6 = 18000.00"


def test_a_table_whose_sums_change_with_its_months_is_no_even_plan() -> None:
    found = report(
        "乙方欠甲方60,000元。还款计划如下：\n时间\t每月还款金额\n2026年12月—2027年5月\t3,000元\n"
        "2027年6月—2027年11月\t4,000元\n2027年12月—2028年5月\t3,000元\n每月20日前支付。\n"
    )
    assert check(found, "A05").status == "not_computable"
    assert check(found, "A01").equation == "3000.00 × 6 + 4000.00 × 6 + 3000.00 × 6 = 60000.00"
