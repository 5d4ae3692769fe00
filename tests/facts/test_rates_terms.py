"""Rates by what they are charged for and on; numbers of instalments, days and months by what they limit."""

from decimal import Decimal

import pytest

from facts.money_papers import money_of

RATES: dict[str, list[tuple[str, str, str]]] = {
    "interest": [
        ("分期期间按年利率6.5%计收利息。", "6.5", "year"),
        ("月利率0.5%。", "0.5", "month"),
        ("利息按日利率万分之三计算。", "0.03", "day"),
        ("借款利率为月息二分。", "2", "month"),
        ("按剩余本金以年化10.8%的利率计息。", "10.8", "year"),
        ("另按月息2分支付利息。", "2", "month"),
        ("资金占用利息按年利率4.35%支付。", "4.35", "year"),
    ],
    "annual_cost": [
        ("依前款計算，總費用年百分率為4%。", "4", "year"),
        ("综合融资成本（年化）为12.6%。", "12.6", "year"),
        ("年化综合成本：12.6%（内部收益率法）", "12.6", "year"),
        ("综合年化成本不超过12.6%。", "12.6", "year"),
        ("实际年化利率（IRR）为12.6%", "12.6", "year"),
    ],
    "overdue": [
        ("过了七天，晚的那部分还是按月息一分算，不另罚。", "1", "month"),
        ("拖一天按千分之一补给我利息。", "0.1", "day"),
        ("逾期部分按日万分之五计收罚息。", "0.05", "day"),
        ("逾期罚息利率为年利率9.75%。", "9.75", "year"),
        ("未按期支付的，就未付金额按日0.05%加收逾期利息。", "0.05", "day"),
        ("罚息按每日0.05%计算。", "0.05", "day"),
        ("迟延期间按年利率12%支付迟延利息。", "12", "year"),
        ("逾期费用按0.06%/日收取。", "0.06", "day"),
        ("借款人未按期还款的，按年利率13.8%支付利息。", "13.8", "year"),
        ("逾期罚息利率为6.525%。", "6.525", "year"),
    ],
    "penalty": [
        ("晚一天，按8,000元总数每天加收百分之一。", "1", "day"),
        ("晚一天加收欠款总额的千分之五。", "0.5", "day"),
        ("每逾期一日，按未付金额的万分之五支付违约金。", "0.05", "day"),
        ("违约金按日千分之一计收。", "0.1", "day"),
        ("乙方应按欠款总额每日0.3%向甲方支付滞纳金。", "0.3", "day"),
        ("按每日1‰的标准承担违约金。", "0.1", "day"),
        ("逾期的，按日万分之三支付违约金。", "0.03", "day"),
        ("违约方应支付欠款总额20%的违约金。", "20", "once"),
    ],
    "fee": [
        ("服务费按分期本金的0.45%/月收取。", "0.45", "month"),
        ("每月按欠款总额的3%收取账户管理费。", "3", "month"),
        ("手续费率为每期0.6%。", "0.6", "once"),
        ("另收取代偿款20%的追偿服务费。", "20", "once"),
    ],
    "cost_share": [
        ("乙方应按欠款的10%向甲方支付律师费。", "10", "once"),
        ("律师费按债务总额的10%计算。", "10", "once"),
        ("按未还金额的10%承担清收费用。", "10", "once"),
    ],
}
TERMS: dict[str, list[tuple[str, int, str]]] = {
    "plan": [
        ("上述款项分24期偿还。", 24, "instalment"),
        ("分期期数：24期", 24, "instalment"),
        ("乙方分三次付清。", 3, "instalment"),
        ("共计二十四期，每月一期。", 24, "instalment"),
        ("还款期限36个月。", 36, "month"),
        ("结清款分两笔支付。", 2, "instalment"),
    ],
    "grace": [
        ("每期设3日宽限期。", 3, "day"),
        ("宽限期为3个自然日。", 3, "day"),
        ("每期还款日后另有3天的宽限。", 3, "day"),
        ("宽限期：3天", 3, "day"),
    ],
    "cure": [
        ("甲方书面催告后15日内乙方仍未支付的，", 15, "day"),
        ("自收到通知之日起有15日的补救期。", 15, "day"),
        ("经甲方催告满15日仍不还的，", 15, "day"),
        ("应先通知并给予15日补救期。", 15, "day"),
    ],
    "default": [
        ("逾期超过30日的，甲方可以解除协议。", 30, "day"),
        ("任一期逾期满30日，", 30, "day"),
        ("乙方连续两期未还款的，", 2, "instalment"),
        ("累计三期未足额还款，", 3, "instalment"),
    ],
    "deferral": [
        ("同意延期三个月。", 3, "month"),
        ("展期6个月。", 6, "month"),
        ("给予乙方3个月的延期。", 3, "month"),
    ],
    "certificate": [
        ("结清后7个工作日内出具结清证明。", 7, "day"),
        ("甲方应在还清后10日内开具结清证明。", 10, "day"),
        ("全部款项到账后5个工作日内，甲方向乙方出具加盖公章的结清证明。", 5, "day"),
    ],
    "objection": [
        ("乙方可自收到对账单之日起60日内提出异议。", 60, "day"),
        ("对金额有异议的，应在收到对账单后15日内书面提出。", 15, "day"),
    ],
}


@pytest.mark.parametrize(
    ("role", "text", "percent", "period"), [(role, *case) for role, cases in RATES.items() for case in cases]
)
def test_the_words_around_a_rate_give_its_role(role: str, text: str, percent: str, period: str) -> None:
    found = {(f"{r.percent.normalize():f}", r.period, r.role) for r in money_of(text).rates}
    assert found == {(percent, period, role)}


@pytest.mark.parametrize(
    ("text", "percent", "role"),
    [
        ("利息按月息一分算，就是一个月600元，一年12%，不利滚利。", "12", "interest"),
        ("罚息利率在展期利率基础上加收50%，即年利率11.52%。", "11.52", "overdue"),
    ],
)
def test_a_rate_told_again_in_other_terms_keeps_its_role(text: str, percent: str, role: str) -> None:
    assert [(str(r.percent), r.role) for r in money_of(text).rates][-1] == (percent, role)


def test_a_percentage_in_brackets_behind_a_rate_is_for_the_same_time() -> None:
    rates = money_of("乙方按迟延金额每日万分之四（0.4%）支付违约金。").rates
    assert [(str(r.percent), r.period, r.role) for r in rates] == [
        ("0.04", "day", "penalty"),
        ("0.4", "day", "penalty"),
    ]


def test_a_rate_that_bears_no_compound_interest_is_no_default_rate() -> None:
    rates = money_of("延期期间按年利率12%（月利率1%）计息，不计收复利。").rates
    assert {r.role for r in rates} == {"interest"}


def test_a_share_of_all_that_is_left_is_no_monthly_rate() -> None:
    text = "分期12期，每月10日还款。提前清偿的，应按剩余各期手续费总额的40%支付补偿款。"
    assert [r.period for r in money_of(text).rates] == ["once"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("列入本协议的贷款共三笔，重组后分20期按月偿还。", "zh-Hans"),
        ("You will make 20 monthly payments of £50. We may end this if two payments in a row are missed.", "en"),
    ],
)
def test_loans_and_missed_payments_are_no_length_of_the_plan(text: str, language: str) -> None:
    assert [t.count for t in money_of(text, language=language).terms if t.role == "plan"] == [20]


def test_what_is_not_paid_bears_the_rate_for_default_in_plain_words_too() -> None:
    for text in ("从第六天起，没还的那部分按年利率7%补利息。", "哪一笔没有按时付，这一笔从第二天起改按月息二分计算。"):
        assert [r.role for r in money_of(text).rates] == ["overdue"]


def test_a_rate_for_each_instalment_of_a_monthly_plan_is_a_monthly_rate() -> None:
    (rate,) = money_of("分12期，每月22日还款。每期归还本金900.00元，另按当期期初剩余本金之0.3%支付分期利息。").rates
    assert (rate.percent, rate.period, rate.role, rate.per_year_percent) == (
        Decimal("0.3"),
        "month",
        "interest",
        Decimal("3.6"),
    )


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("逾期未付部分按日万分之五计收违约金。", "overdue"),
        ("按逾期本金以日利率0.05%计收罚息。", "overdue"),
        ("就迟延部分按日万分之三支付违约金。", "overdue"),
        ("按欠款总额每日0.1%支付违约金。", "total"),
        ("按全部剩余债务每日0.1%支付违约金。", "total"),
        ("服务费按分期本金的0.45%/月收取。", "principal"),
        ("从第二天起就当周没付的部分每天按5‰收滞纳金。", "overdue"),
        ("晚一天，按8,000元总数每天加收百分之一。", "total"),
    ],
)
def test_what_a_rate_is_charged_on(text: str, base: str) -> None:
    assert [r.base for r in money_of(text).rates] == [base]


@pytest.mark.parametrize(
    ("role", "text", "count", "unit"), [(role, *case) for role, cases in TERMS.items() for case in cases]
)
def test_the_words_around_a_count_give_its_role(role: str, text: str, count: int, unit: str) -> None:
    assert (count, unit, role) in {(t.count, t.unit, t.role) for t in money_of(text).terms}


def test_working_days_are_told_from_days() -> None:
    terms = money_of("结清后7个工作日内出具结清证明，并在15日内更新征信。").terms
    assert {(t.count, t.working) for t in terms} == {(7, True), (15, False)}


def test_a_rate_for_a_year_is_reckoned() -> None:
    (rate,) = money_of("逾期部分按日0.05%计收罚息。").rates
    assert rate.per_year_percent is not None
    assert rate.per_year_percent.normalize() == rate.per_year_percent.__class__("18.25")


def test_how_often_the_principal_is_paid_is_not_the_number_of_instalments() -> None:
    text = (
        "展期期限十二个月。展期期间共12期，每月20日为付款日。本金分两次归还：第6期归还30,000.00元，其余于末期归还。"
        "保证期间为展期后借款到期之日起三年。"
    )
    assert [(t.count, t.unit) for t in money_of(text).terms if t.role == "plan"] == [(12, "instalment")]


def test_a_principal_paid_in_instalments_alone_is_the_plan() -> None:
    terms = money_of("剩余本金分6期归还，连续两期未还的视为违约。").terms
    assert (6, "plan") in {(t.count, t.role) for t in terms}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("终止后，逾期部分按日利率0.04%计收利息，不再另收违约金。", "overdue"),
        ("逾期部分按日利率0.04%支付违约金。", "penalty"),
        ("上述手续费率折合年化3.60%（单利），供您参考。", "annual_cost"),
    ],
)
def test_what_a_rate_is_called_at_its_end_does_not_hide_what_it_is(text: str, role: str) -> None:
    assert [r.role for r in money_of(text).rates] == [role]
