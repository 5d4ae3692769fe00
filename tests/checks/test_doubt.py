"""What we may have misread is not held against the paper."""

from datetime import date

import pytest

import agreecheck
from agreecheck.model.fact import Conflict
from agreecheck.model.finding import CheckResult, Report
from agreecheck.model.span import Span
from checks.deal import Deal, monthly

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n"
FOOT = "\n甲方：澄江小额贷款有限公司\n乙方：丁小满\n2026年5月8日\n"


def review(body: str) -> Report:
    return agreecheck.check_text(HEAD + body + FOOT, as_of=date(2026, 11, 1), second_reader=False)


def result(code: str, body: str) -> CheckResult:
    return next(c for c in review(body).checks if c.id == code)


def test_a_counted_plan_that_misses_its_total_fails() -> None:
    body = "一、乙方尚欠甲方12,000元，不计利息。\n二、乙方分12期偿还，每期900元，每月10日支付，首期2026年6月10日。"
    assert result("A01", body).status == "fail"
    assert result("A05", body).status == "fail"


def test_parts_of_quite_another_size_are_no_breakdown() -> None:
    body = "一、乙方尚欠甲方本金14,610元，其中材料费60元、邮寄费80元。\n二、乙方于2026年6月10日前一次付清14,610元。"
    assert result("A02", body).status != "fail"


def test_a_slip_of_the_pen_in_a_breakdown_still_fails() -> None:
    body = (
        "一、截至2026年5月1日，乙方尚欠甲方12,000元，其中本金10,000元、利息1,900元。\n"
        "二、乙方于2026年6月10日前一次付清。"
    )
    assert result("A02", body).status == "fail"


@pytest.mark.parametrize("role", ["fee", "interest", "paid", "down_payment"])
def test_rows_that_miss_the_total_by_another_sum_of_the_paper_are_left_open(role: str) -> None:
    """12 × 900 is 10,800; the stated 11,040 are 240 more, which the paper names: both readings are shown."""
    deal = Deal().amount("240.00", role).rows(*monthly("2026-12-15", 12, "900.00"), total="11040.00")
    got = deal.check("A01")
    if role == "down_payment":
        assert got.status == "pass"
    else:
        assert (got.status, got.reason) == ("not_computable", "other_reading")
        assert got.equation == "900.00 × 12 = 10800.00 ≠ 11040.00; 10800.00 + 240.00 = 11040.00"


def test_a_fee_of_every_row_may_lie_outside_the_rows() -> None:
    deal = Deal().amount("20.00", "instalment_fee").rows(*monthly("2026-12-15", 12, "900.00"), total="11040.00")
    assert deal.check("A01").equation.endswith("10800.00 + 20.00 × 12 = 11040.00")
    assert deal.check("A01").status == "not_computable"


def test_rows_that_do_not_grant_the_waiver_still_fail() -> None:
    """The rows pay 12,000, as if the 1,200 had never been waived."""
    deal = Deal().amount("12000.00", "total_debt").amount("1200.00", "waived").amount("10800.00", "payable")
    assert deal.rows(*monthly("2026-12-15", 12, "1000.00")).check("A01").status == "fail"


def test_a_part_that_may_be_a_share_of_another_is_left_open() -> None:
    """10,000 and 2,000 make 12,000; the 500 may be told as a share of the 2,000."""
    got = Deal().breakdown("debt", "12000.00", "10000.00", "2000.00", "500.00").check("A02")
    assert (got.status, got.reason) == ("not_computable", "other_reading")
    assert got.equation.endswith("; 10000.00 + 2000.00 = 12000.00")
    assert Deal().breakdown("debt", "11900.00", "10000.00", "2000.00", "400.00").check("A02").status == "fail"


def test_parts_that_need_another_sum_of_the_paper_are_left_open() -> None:
    deal = Deal().amount("700.00", "paid").breakdown("debt", "11300.00", "10000.00", "2000.00")
    assert deal.check("A02").equation == "10000.00 + 2000.00 = 12000.00 ≠ 11300.00; 12000.00 - 700.00 = 11300.00"


def test_a_code_that_is_not_paid_by_accuses_nobody() -> None:
    body = "一、乙方尚欠甲方12,000元，于2026年6月10日付清。\n二、乙方扫描二维码下载甲方的应用程序查看账单。"
    assert result("A24", body).status != "fail"
    paid = "一、乙方尚欠甲方12,000元，于2026年6月10日付清。\n二、乙方扫描业务员发来的收款码支付。"
    assert result("A24", paid).reason == "payee_qr_code"


def test_the_periods_of_the_contract_before_contradict_nothing() -> None:
    deal = Deal().conflict("plan_periods", "36", "26")
    deal.lines = ["鉴于双方签订《汽车贷款合同》，期限36期", "现重新分为26期"]
    start = len(deal.lines[0]) + 1
    spans = (Span(start - 4, start - 1), Span(start + 5, start + 8))
    deal.lists["conflicts"] = [Conflict(fact="plan_periods", values=("36", "26"), spans=spans)]
    assert deal.amount("26.00", "payable").check("A09").status == "pass"
    deal.lines[0] = "双方商定分期偿还债务的期限总计为36期"
    assert deal.check("A09").status == "fail"


def test_rows_that_leave_out_a_named_instalment_are_left_open() -> None:
    body = (
        "一、乙方尚欠甲方64,000元，不计利息。\n二、第1期还款1,343.00元，第2至48期每期还款1,333.00元，第48期另加尾差6.00元。"
        "每期还款日：每月8日，首期2026年12月8日。还款期数：48期。"
    )
    assert result("A01", body).status != "fail"
    assert review(body).costs == ()


def test_rows_told_one_by_one_beside_their_principal_still_fail() -> None:
    """3,150 + 3,135 + 3,120 = 9,405 and not 9,505; the 3,000 of principal is in each of them."""
    body = (
        "一、乙方尚欠甲方9,000元。\n二、乙方自2026年6月起分3期支付，每月5日支付3,000.00元，另付资金使用费，具体："
        "第一期3,150.00元，第二期3,135.00元，第三期3,120.00元，合计9,505.00元。"
    )
    assert result("A01", body).status == "fail"
    assert result("A01", body.replace("9,505.00", "9,405.00")).status == "pass"


def test_quarter_ends_that_were_not_read_accuse_nobody() -> None:
    body = (
        "一、乙方尚欠甲方100,000元。\n二、乙方于2026年12月、2027年3月、2027年6月、2027年9月的最后一日前各付25,000元。\n"
        "三、如有一期迟延，自2026年4月1日起按年利率3.6%计算利息至付清。"
    )
    assert result("A07", body).status != "fail"
    assert result("A20", body).status != "fail"


def test_the_owner_of_the_creditors_shop_is_no_stranger() -> None:
    deal = Deal("trade_debt", creditor="trade").party("creditor", "澄湖建材商行").account("蔺九思", person=True)
    assert deal.check("A24").reason == "payee_person"
    deal.at("债权人：澄湖建材商行（经营者：蔺九思）")
    assert (deal.check("A24").status, deal.check("A24").reason) == ("not_computable", "payee_owner")


def test_a_row_that_holds_another_sum_of_the_paper_is_left_open() -> None:
    """2,500 and 280 are 2,780; the older interest of 2,800 is paid with the first row of 5,580."""
    deal = Deal().amount("2800.00", "interest")
    deal.parts(("2026-12-28", "2500.00", "280.00", "5580.00"), ("2027-01-28", "2500.00", "260.00", "2760.00"))
    got = deal.check("A02")
    assert got.status != "fail"
    deal.parts(("2026-12-28", "2500.00", "280.00", "5500.00"), ("2027-01-28", "2500.00", "260.00", "2760.00"))
    assert deal.check("A02").status == "fail"


def test_what_was_paid_before_the_signing_is_not_due_too_early() -> None:
    body = (
        "一、乙方尚欠甲方92,000元。\n二、给付方式：2026年5月6日给付32,000元（已支付），其余60,000元分5个月，"
        "每月10日前给付12,000元，从2026年6月10日起。"
    )
    assert result("A07", body).status != "fail"
    assert result("A07", body.replace("（已支付）", "")).status == "fail"


def test_the_code_at_the_creditors_own_counter_is_left_open() -> None:
    body = "一、乙方尚欠甲方8,400元，每月1,200元，分7期，自2026年6月起每月28日前扫描服务中心收款码缴纳。"
    assert result("A24", body).status == "not_computable"


def test_a_penalty_run_up_before_is_no_charge_for_a_later_delay() -> None:
    body = (
        "一、乙方尚欠甲方本金21,600元。\n应收违约金：864.00元\n二、乙方分18期偿还，每期1,200元，每月20日支付，"
        "首期2026年6月20日。乙方逾期的，按逾期金额的5%支付违约金。"
    )
    late = review(body).late
    assert late is not None
    assert [str(c.high) for c in late.charges] == ["60.00"]


def test_an_old_debt_with_a_judgment_is_left_open() -> None:
    deal = Deal().day("2021-01-10", "last_payment").day("2026-11-20", "signing")
    assert deal.check("A19").reason == "limitation_passed"
    deal.at("经本院作出的民事判决书确认")
    assert (deal.check("A19").status, deal.check("A19").reason) == ("not_computable", "claim_in_court")


def test_a_small_principal_beside_a_large_one_is_no_basis_for_reckoned_rows() -> None:
    body = (
        "一、此后乙方还款8000元，冲抵本金2000元，尚欠本金48000元。\n二、乙方自2026年6月1日起每月1日还本金2000元，共24个月，"
        "利息按月息一分照剩余本金计算。第一个月应付2480元，以后每月递减20元，最后一个月付2020元。"
    )
    assert all(cost.financed > 10000 for cost in review(body).costs)


def test_rows_with_interest_and_a_down_payment_beside_them_may_be_more_than_the_debt() -> None:
    """7,633 at once and 3 × 10,300 with interest make 38,533: more than the debt, which contradicts nothing."""
    deal = (
        Deal().amount("37633.00", "payable").amount("7633.00", "down_payment").amount("300.00", "instalment_interest")
    )
    assert deal.rows(*monthly("2026-12-05", 3, "10300.00")).check("A01").status != "fail"


@pytest.mark.parametrize(
    ("clause", "computed"),
    [
        ("三、分期期间按年利率15.4%继续计息，利息于末期一并支付。", False),
        ("三、剩余本金按年利率15.4%另计利息。", False),
        ("三、分期期间停止计息，年利率0%。", True),
        ("三、原借款合同约定的年利率15.4%自签订之日起不再执行。", True),
    ],
)
def test_a_plan_that_pays_the_debt_alone_is_not_free_where_interest_runs_on(clause: str, computed: bool) -> None:
    """How much that interest comes to is not told: the cost is left open rather than called 0 %."""
    plan = "一、乙方尚欠甲方本金24,000元。\n二、乙方分12期偿还，每期2,000元，首期2026年6月25日，每月25日还款。\n"
    costs = review(plan + clause + "\n").costs
    assert bool(costs) is computed
    assert not any(cost.effective_percent for cost in costs)
