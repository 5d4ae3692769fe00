"""A risky finding says what it can cost: figures worked out by hand, and none where the paper leaves them in doubt."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import agreecheck
from agreecheck.model.finding import Price, Report
from agreecheck.packs.load import load
from agreecheck.report import render
from agreecheck.report.json import as_object
from agreecheck.report.view import view

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AS_OF = date(2026, 11, 23)
DEBT = "截至2026年11月1日，乙方尚欠甲方本金10,000.00元、利息1,500.00元、罚息500.00元，合计12,000.00元。"
PLAN = "上述款项分12期偿还，每期1,000.00元，自2026年12月15日起每月15日还款。"
WAIVED = (
    "甲方减免罚息500.00元和利息1,500.00元，合计减免2,000.00元，减免后应还10,000.00元，"
    "分10期偿还，每期1,000.00元，自2026年12月15日起每月15日还款。"
)


def review(*clauses: str, debt: str = DEBT, plan: str = PLAN) -> Report:
    """A small agreement with these clauses."""
    articles = (debt, plan, *clauses, "本协议自双方签字盖章之日起生效，一式两份，双方各执一份。")
    body = "\n".join(f"第{number}条 {words}" for number, words in zip("一二三四五六七八九十", articles, strict=False))
    head = "分期还款协议\n\n甲方（债权人）：云杉消费金融有限公司\n乙方（债务人）：祝小满\n\n"
    return agreecheck.check_text(f"{head}{body}\n2026年11月5日\n", as_of=AS_OF)


def price(report: Report, item: str) -> Price | None:
    return next((p for p in report.prices if p.item == item), None)


@pytest.mark.parametrize(
    ("item", "clause", "amount", "equation"),
    [
        ("default-notice", "乙方任何一期逾期的，甲方有权不经通知宣布全部剩余款项立即到期。", "12000",
         "1000.00 × 12 = 12000.00"),
        ("default-penalty", "乙方逾期的，按全部未还款项每日0.05%支付违约金，乙方不得请求调低。", "180",
         "12000.00 × 0.05 % × 30 = 180.00"),
        ("default-penalty", "乙方逾期的，按当期逾期金额每日千分之一支付违约金，并同时收取罚息，不得请求减少。", "30",
         "1000.00 × 0.1 % × 30 = 30.00"),
        ("default-penalty", "乙方逾期的，每逾期一天支付违约金50元。", "1500", "50.00 × 30 = 1500.00"),
        ("default-costs", "违约的，乙方承担固定律师费8,000元。", "8000", "8000.00"),
        ("default-costs", "律师费按未还款项的20%计算，由债务人承担。", "2400", "12000.00 × 20 % = 2400.00"),
        ("fee-service", "出借人放款的本金为10,000元，先扣除手续费1,500元后，乙方实际收到8,500元。", "1500",
         "10000.00 - 8500.00 = 1500.00"),
        ("fee-service", "乙方应另按每期60元支付账户管理费。", "720", "60.00 × 12 = 720.00"),
        ("fee-service", "乙方签约时应先缴纳手续费300元。", "300", "300.00"),
        ("early-repay", "提前还款的，应按剩余本金的3%支付违约金。", "300", "10000.00 × 3 % = 300.00"),
        ("settle-cert", "结清后开具结清证明收取工本费200元。", "200", "200.00"),
        ("waive-complaint", "乙方不得投诉，否则支付违约金20,000元。", "20000", "20000.00"),
        ("pay-appropriation", "已还款项先抵费用、违约金，再抵利息，最后抵本金。", "2000", "1500.00 + 500.00 = 2000.00"),
        ("pay-account", "乙方应将款项支付至甲方业务员个人微信收款码。", "12000", "1000.00 × 12 = 12000.00"),
        ("co-debtor", "乙方父亲作为共同还款人，对本协议全部债务承担连带责任。", "12000", "1000.00 × 12 = 12000.00"),
        ("limitation-revival", "乙方放弃诉讼时效抗辩。", "12000", "12000.00"),
    ],
)  # fmt: skip
def test_what_a_clause_can_cost(item: str, clause: str, amount: str, equation: str) -> None:
    found = price(review(clause), item)
    assert found is not None
    assert (found.amount, found.equation, found.currency) == (Decimal(amount), equation, "CNY")


def test_a_lost_waiver_costs_what_was_waived_and_calls_in_both() -> None:
    report = review("乙方任何一期逾期的，减免全部取消，恢复原债务，全部款项立即到期。", plan=WAIVED)
    lost, called = price(report, "waive-revoke"), price(report, "default-accel")
    assert lost is not None
    assert lost.amount == Decimal(2000)
    assert called is not None
    assert called.equation == "1000.00 × 10 = 10000.00; 10000.00 + 2000.00 = 12000.00"


def test_every_figure_stands_where_it_says() -> None:
    report = review("乙方任何一期逾期的，减免全部取消。", "乙方放弃诉讼时效抗辩。", plan=WAIVED)
    assert len(report.prices) >= 2
    for found in report.prices:
        for one in found.inputs:
            assert one.span is not None
            written = report.document.quote(one.span).replace(",", "")
            assert f"{Decimal(one.value):f}".removesuffix(".00") in written


@pytest.mark.parametrize(
    ("item", "clause", "changed"),
    [
        ("waive-revoke", "乙方任何一期逾期的，减免全部取消。",
         {"plan": WAIVED.replace("应还10,000.00", "应还10,700.00")}),
        ("co-debtor", "乙方父亲作为共同还款人，对本协议全部债务承担连带责任。", {"plan": PLAN.replace("12期", "11期")}),
        ("limitation-revival", "乙方放弃诉讼时效抗辩。",
         {"debt": DEBT.replace("12,000.00元", "壹万贰仟元整（12,600.00元）")}),
        ("fee-service", "乙方应另按每期60元支付账户管理费。", {"plan": PLAN.replace("12期", "11期")}),
    ],
)  # fmt: skip
def test_nothing_is_said_where_the_papers_own_figures_disagree(item: str, clause: str, changed: dict[str, str]) -> None:
    report = review(clause, **changed)
    assert any(v.item == item and v.status == "risky" for v in report.verdicts)
    assert any(c.status == "fail" for c in report.checks)
    assert price(report, item) is None


@pytest.mark.parametrize(
    ("item", "clause"),
    [
        ("guarantor", "祝大山作为保证人承担连带责任保证，以5,000元为限。"),  # less than the whole
        ("default-costs", "每次上门催收，乙方应支付200元。"),  # nobody knows how often
        ("default-costs", "每逾期一天，另收催收管理费100元。"),  # nobody knows for how many days
        ("default-penalty", "乙方改变借款用途的，另付贷款总额20%的违约金。"),  # no charge for paying late
        ("early-repay", "提前还款的，乙方应支付两个月利息作为补偿。"),  # no figure in the paper
        ("default-def", "乙方任何一期晚还一天，即为违约。"),  # nothing says that all falls due
    ],
)
def test_nothing_is_said_that_the_clause_does_not_say(item: str, clause: str) -> None:
    report = review(clause)
    assert any(v.item == item and v.status == "risky" for v in report.verdicts)
    assert price(report, item) is None


def worked_out(left: str) -> Fraction:
    """A sum of products as it is written: ``12000.00 × 0.05 % × 30``."""
    whole = Fraction(0)
    for sign, product in re.findall(r"([+-]?) ?((?:[\d.]+(?: %)?(?: [×/] )?)+)", left):
        value = Fraction(1)
        for by, number, percent in re.findall(r"([×/]?) ?([\d.]+)( %)?", product):
            factor = Fraction(number) / (100 if percent else 1)
            value = value / factor if by == "/" else value * factor
        whole += -value if sign == "-" else value
    return whole


@pytest.mark.parametrize("name", ["card-plan.pdf", "debt-buyer.pdf", "predatory.pdf", "promise.docx", "uk-plan.pdf"])
def test_every_equation_comes_to_the_amount(name: str) -> None:
    for found in agreecheck.check(SAMPLES / name, as_of=AS_OF).prices:
        steps = [step.split(" = ") for step in found.equation.split("; ")]
        assert Decimal(steps[-1][-1]) == found.amount
        for left, *right in steps:
            assert all(abs(worked_out(left) - Fraction(told)) <= Fraction(1, 200) for told in right)


@pytest.mark.parametrize("name", ["sound.pdf", "hardship.docx", "goods.pdf"])
def test_sound_papers_and_applications_cost_nothing(name: str) -> None:
    assert agreecheck.check(SAMPLES / name, as_of=AS_OF).prices == ()


@settings(max_examples=25)
@given(count=st.integers(2, 60), each=st.integers(5_000, 900_000))
def test_what_may_fall_due_at_once_is_the_sum_of_the_plan(count: int, each: int) -> None:
    """Fen; the paper names the whole, so that the plan can be held against it."""
    one, whole = Decimal(each) / 100, Decimal(each) * count / 100
    report = review(
        "乙方任何一期逾期的，甲方有权不经通知宣布全部剩余款项立即到期。",
        debt=f"截至2026年11月1日，乙方尚欠甲方本金{whole:,.2f}元。",
        plan=f"上述款项分{count}期偿还，每期{one:,.2f}元，自2026年12月15日起每月15日还款。",
    )
    found = price(report, "default-notice")
    assert found is not None
    assert (found.amount, found.equation) == (whole, f"{one:.2f} × {count} = {whole:.2f}")


def test_json_carries_it_with_equation_and_places() -> None:
    report = review("乙方应另按每期60元支付账户管理费。")
    row = next(e for e in as_object(view(report))["checklist"] if e["item"] == "fee-service")["cost"]
    assert (row["amount"], row["currency"], row["equation"]) == ("720.00", "CNY", "60.00 × 12 = 720.00")
    assert row["text"] == "按计划付完，这项费用共 720.00 元"
    assert row["inputs"][0] | {"value": "60.00", "clause": "3"} == row["inputs"][0]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
@pytest.mark.parametrize(("language", "said"), [("zh", "这项费用共 720.00 元"), ("en", "this fee comes to CNY 720.00")])
def test_people_read_it_beside_the_reason(form: str, language: str, said: str) -> None:
    text = render(view(review("乙方应另按每期60元支付账户管理费。"), language=language), form)
    assert "".join(text.split()).count("".join(said.split())) == 1
    assert "60.00×12=720.00" in "".join(text.split())


def test_what_the_line_on_late_payment_says_is_not_said_again() -> None:
    report = review("乙方任何一期逾期的，即为违约，甲方有权不经通知宣布全部剩余款项立即到期。")
    shown = view(report)
    assert {"default-notice", "default-def"} <= {p.item for p in report.prices}
    assert next(line.value for line in shown.deal if line.key == "late").endswith(
        "可能要一次还清 12,000.00 元，见第三条"
    )
    assert [i.key for i in shown.issues if i.cost] == []


def test_one_sum_is_told_once() -> None:
    report = review("乙方不得投诉、起诉，否则支付违约金20,000元；乙方放弃一切抗辩权。")
    told = [e.item for e in view(report).checklist if e.cost]
    assert {"waive-complaint", "waive-defence"} <= set(told)
    assert len([i for i in view(report).issues if i.cost and i.cost.amount == "20000.00"]) == 1


@pytest.mark.parametrize("pack", ["zh", "en"])
def test_what_packs_say_of_costs_names_the_amount_and_no_other_slot(pack: str) -> None:
    assert load(pack).pricing
    for entry in load(pack).pricing:
        for text in (entry.zh, entry.en):
            assert "{amount}" in text
            assert set(re.findall(r"\{(\w+)\}", text)) <= {"amount", "days"}
