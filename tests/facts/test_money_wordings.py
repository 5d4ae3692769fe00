"""The same fact in many voices: each class of wording keeps its roles and its rows."""

import pytest

from facts.money_papers import days, money_of, sums

# A text, a sum in it, and the role that the sum has.
AMOUNTS = [
    # what is paid before a waiver takes effect is payable
    ("甲方同意乙方按如下计划偿还人民币20,000元（大写：贰万元整）后，免除其余债务。", "20000.00", "payable"),
    ("乙方于2026年7月10日前一次性偿还18,000元后，甲方同意免除其余全部债务。", "18000.00", "payable"),
    ("乙方支付30000元后，双方债权债务一笔勾销，剩余12,000元甲方不再主张。", "30000.00", "payable"),
    ("甲方减免利息5,000元后，乙方应付45,000元。", "45000.00", "payable"),
    ("申请执行人放弃利息13,540元；被执行人应付款项为94,460元。", "94460.00", "payable"),
    # what is waived, though called a debt
    ("乙方按期付清的，甲方免除乙方剩余债务38,042.65元。", "38042.65", "waived"),
    ("乙方支付30000元后，双方债权债务一笔勾销，剩余12,000元甲方不再主张。", "12000.00", "waived"),
    ("债务人支付结清款15,000元，债权人放弃剩余8,230.50元。", "8230.50", "waived"),
    ("待还总额 ￥6,318.42\n本次优惠 -￥318.42\n方案应还 ￥6,000.00", "318.42", "waived"),
    ("我行减免上述利息、违约金、分期手续费合计4,215.55元。", "4215.55", "waived"),
    # the debt before a waiver
    ("应还总金额 ￥15,230.88\n减免总金额 ￥5,230.88\n结清需还 ￥10,000.00", "15230.88", "total_debt"),
    ("应还总金额 ￥15,230.88\n减免总金额 ￥5,230.88\n结清需还 ￥10,000.00", "10000.00", "payable"),
    ("同意您以22,000元一次性结清全部欠款（截至2026年7月31日欠款总额35,690.40元）。", "35690.40", "total_debt"),
    ("乙方欠甲方借款120,000元。", "120000.00", "total_debt"),
    ("待还总额 ￥6,318.42\n本次优惠 -￥318.42\n方案应还 ￥6,000.00", "6318.42", "total_debt"),
    ("待还总额 ￥6,318.42\n本次优惠 -￥318.42\n方案应还 ￥6,000.00", "6000.00", "payable"),
    ("截至2026年10月8日，用户应还总额为12,195.00元，明细为：剩余本金9,876.54元。", "12195.00", "total_debt"),
    ("到2026年5月31日一共要还34,160元，其中本金27,800元，利息6,360元。", "34160.00", "total_debt"),
    ("您欠我公司人民币21,200.00元。", "21200.00", "total_debt"),
    ("截至2026年7月31日应还款项合计38,512元（其中本金32,000元、利息6,512元）。", "32000.00", "principal"),
    ("本金12,000元；利息1,500元；费用300元；合计13,800元。", "13800.00", "total_debt"),
    ("借款本金180,000元，此外还欠利息21,600元。", "21600.00", "interest"),
    # a first payment, whatever the app calls it
    ("激活款 ￥600.00，提交方案时立即支付", "600.00", "down_payment"),
    ("意向金500元，签署方案时支付。", "500.00", "down_payment"),
    ("被执行人于签订本协议当日支付14,460元，余款80,000元分十个月付清。", "14460.00", "down_payment"),
    # fees and what they are charged on
    ("按进入分期金额的3%一次性收取分期手续费1,249.20元。", "1249.20", "fee"),
    ("贷后管理费，每季按重组本金480,000元的1.5%计7,200元，与当期本息一并支付。", "7200.00", "fee"),
    ("签约时乙方一次性支付账户服务费500元。", "500.00", "fee"),
    ("利息（含罚息、复利）31,724.65元。", "31724.65", "interest"),
    ("哪个月晚了，晚一天罚200元。", "200.00", "penalty"),
    # parts of an instalment
    ("利息每个月都按3万元算，就是每月360元，跟本金一起给。", "360.00", "instalment_interest"),
    ("每月还本5,000元，另付利息360元。", "5000.00", "instalment_principal"),
    ("每月还本5,000元，另付利息360元。", "360.00", "instalment_interest"),
    ("每月归还本金2,000元及利息100元，合计2,100元。", "100.00", "instalment_interest"),
    ("每月归还本金2,000元及利息100元，合计2,100元。", "2100.00", "instalment"),
    ("每月21日归还5,150元，其中本金5,000元，延期利息150元。", "150.00", "instalment_interest"),
    # the sum of the plan
    ("每个月一共给5360元，6个月总共给32160元。", "32160.00", "plan_total"),
    ("各期应还款项如下，合计42,889.20元。", "42889.20", "plan_total"),
    ("前款合计634,800元。", "634800.00", "plan_total"),
    # history
    ("您2026年7月22日转来的1,400.00元已经全部用于归还本金。", "1400.00", "paid"),
    ("被申请人已于2026年2月3日归还6,000元。", "6000.00", "paid"),
    ("最后一次还款发生在2026年1月20日，金额800元。", "800.00", "paid"),
    ("供方已开具发票，价税合计418,500.00元。", "418500.00", "original_principal"),
    ("2024年11月5日借款本金30000元，已还12000元，尚欠18000元。", "30000.00", "original_principal"),
    ("甲方于2025年1月15日转账50,000元给乙方，月息1分5。", "50000.00", "original_principal"),
    # means
    ("我每月到手收入4,800元。", "4800.00", "income"),
    ("每月固定要花的有：房租1,100元、吃饭1,200元、交通250元，合计2,550元。", "2550.00", "spending"),
]

# Sums to which no role may be given.
NO_ROLE = [
    ("乙方还应以90,024.65元为基数，按每日万分之六支付违约金。", "90024.65"),
    ("需方另按全部货款418,500.00元的15%支付违约金。", "418500.00"),
    ("另外还有一张信用卡欠款约9,000元。", "9000.00"),
    ("扣掉必要开支，一个月最多能拿出1,500元还款。", "1500.00"),
]

DATES = [
    ("借款合同编号LY-1，签订于2022年7月19日。", "2022-07-19", "original_contract"),
    ("信用卡领用合约签订于2022年3月7日。", "2022-03-07", "original_contract"),
    ("乙方于2022年4月8日与某银行（“原债权人”）签订《个人消费贷款合同》。", "2022-04-08", "original_contract"),
    ("双方于2024年8月15日以电子方式签署的《个人消费借款合同》。", "2024-08-15", "original_contract"),
    ("2021年1月25日，乙方与某银行股份有限公司签订《个人信用贷款合同》。", "2021-01-25", "original_contract"),
    ("借款编号 CZ-1\n借款日期 2025年6月11日\n出借机构 以页面为准", "2025-06-11", "original_contract"),
    ("2024年11月5日借款本金30000元，已还12000元，尚欠18000元。", "2024-11-05", "original_contract"),
    ("您2026年5月1日转账1,500元已入账。", "2026-05-01", "last_payment"),
    ("签于2026年9月10日", "2026-09-10", "signing"),
    ("提交时间 2026年4月29日 10:12:46", "2026-04-29", "signing"),
    ("甲方（盖章）\n二〇二六年六月十八日", "2026-06-18", "signing"),
    ("当前欠款（数据更新至2026/04/28）", "2026-04-28", "debt_as_of"),
    ("账单明细（更新时间：2026年8月1日）", "2026-08-01", "debt_as_of"),
    ("截至2026年8月31日乙方尚欠本金20,000元。", "2026-08-31", "debt_as_of"),
    ("到2026年5月31日一共要还34,160元。", "2026-05-31", "debt_as_of"),
    ("您2026年7月22日转来的1,400.00元已经全部用于归还本金。", "2026-07-22", "last_payment"),
    ("被申请人已于2026年2月3日归还6,000元。", "2026-02-03", "last_payment"),
    ("乙方最后一次向原债权人还款的时间为2022年5月17日。", "2022-05-17", "last_payment"),
    ("2026年1月17日起没能按时还。", "2026-01-17", "overdue_since"),
    ("自2025年12月5日起，乙方未按期还款。", "2025-12-05", "overdue_since"),
    ("自2026年9月1日起至2027年2月28日止为宽限期，每月只付利息。", "2026-09-01", "deferral_start"),
    ("自2026年9月1日起至2027年2月28日止为宽限期，每月只付利息。", "2027-02-28", "deferral_end"),
    ("结清截止时间 2026-09-30 23:59:59", "2026-09-30", "due"),
    ("请您于2026年8月11日前，通过App清偿上述全部欠款。", "2026-08-11", "due"),
]


@pytest.mark.parametrize(("text", "value", "role"), AMOUNTS)
def test_a_sum_has_the_role_that_its_words_give(text: str, value: str, role: str) -> None:
    assert (value, role) in sums(text, "settlement")


@pytest.mark.parametrize(("text", "value"), NO_ROLE)
def test_a_sum_that_only_serves_as_a_base_or_belongs_to_another_has_no_role(text: str, value: str) -> None:
    assert {role for found, role in sums(text, "settlement") if found == value} <= {None}


def test_nothing_at_all_is_no_sum() -> None:
    assert sums("到今天一分钱本金没有还。") == set()


@pytest.mark.parametrize(("text", "value", "role"), DATES)
def test_a_date_has_the_role_that_its_words_give(text: str, value: str, role: str) -> None:
    assert (value, role) in days(text, "settlement")


@pytest.mark.parametrize("text", ["利息给到2026年2月1日。", "利息已付至2026年3月25日。", "利息结清至2026年3月25日。"])
def test_interest_that_is_paid_up_to_a_day_has_not_stopped_on_it(text: str) -> None:
    assert all(role != "interest_stop" for _, role in days(text))


def test_a_month_alone_is_no_date_without_words_for_it() -> None:
    dates = money_of("被申请人，男，1988年3月出生。双方于2025年3月至12月间有买卖。").dates
    assert all(d.value for d in dates)


def test_rates_for_the_use_of_money_during_the_plan_are_interest() -> None:
    for text in ["还款期间继续按每月3%收取资金占用费，未付部分计收复利。", "乙方另按每月3%支付资金占用费。"]:
        assert [(str(r.percent), r.role) for r in money_of(text).rates] == [("3", "interest")]


def test_a_share_of_the_interest_that_is_waived_is_no_interest_rate() -> None:
    assert [r.role for r in money_of("甲方同意减免50%的利息即800元。").rates] == [None]


def test_parts_of_the_debt_may_stand_in_lines_of_their_own() -> None:
    text = (
        "截至2026年6月30日欠款合计人民币44,276.00元。其中：\n"
        "1.透支本金38,640.00元；\n2.透支利息4,127.36元；\n3.违约金1,508.64元。"
    )
    found = [(b.kind, [str(p.value) for p in b.parts], str(b.whole.value)) for b in money_of(text).breakdowns]
    assert found == [("balance", ["38640.00", "4127.36", "1508.64"], "44276.00")]


def test_a_price_for_paying_early_is_a_penalty() -> None:
    assert [r.role for r in money_of("提前还款的，按提前归还本金的3%支付补偿金。").rates] == ["penalty"]
