"""What kind of paper it is, with and without a title, and what is no agreement at all."""

import pytest

from agreecheck.facts import understand
from facts.plain_papers import paper

PAPERS: list[tuple[str, str, str]] = [
    (
        "信用卡个性化分期还款协议\n甲方：岚山银行股份有限公司信用卡中心\n乙方分60期偿还。",
        "card_workout",
        "",
    ),
    (
        "个性化分期方案确认函\n您的信用卡透支欠款分36期偿还，卡片将停用。",
        "card_workout",
        "",
    ),
    (
        "甲方：岚山银行\n乙方：周子墨\n乙方信用卡透支欠款5万元，经协商个性化分期，分60期归还。",
        "card_workout",
        "",
    ),
    (
        "贷款分期还款协议\n乙方尚欠贷款5万元，分12期偿还。",
        "loan_instalment",
        "",
    ),
    (
        "逾期账单分期协议\n每期还款",
        "loan_instalment",
        "",
    ),
    (
        "还款协议书\n乙方尚欠甲方借款3万元，分10期还清。",
        "loan_instalment",
        "",
    ),
    (
        "债务减免协议\n减免后一次性支付2万元，剩余债务免除。",
        "waiver_settlement",
        "",
    ),
    (
        "一次性结清协议书\n乙方于8月1日前一次性支付3万元，甲方免除其余欠款。",
        "waiver_settlement",
        "",
    ),
    (
        "优惠结清方案确认函\n您一次性支付结清款12000元后，剩余欠款予以免除。",
        "waiver_settlement",
        "",
    ),
    (
        "协议书\n甲乙双方就欠款达成如下协议：乙方一次性支付2万元，甲方同意减免利息罚息总额1万元，其余不再追究。",
        "waiver_settlement",
        "",
    ),
    (
        "延期还款协议\n还款日延期三个月。",
        "deferral",
        "",
    ),
    (
        "借款展期协议\n原借款到期日展期至2027年。",
        "deferral",
        "",
    ),
    (
        "关于贷款还款期限调整的协议\n甲方同意将到期日延长至2027年5月1日，延期期间只付利息，展期利率5%。",
        "deferral",
        "",
    ),
    (
        "和解协议\n双方自愿和解，原告撤诉。",
        "settlement",
        "",
    ),
    (
        "执行和解协议书\n申请执行人与被执行人达成和解，解除查封。",
        "settlement",
        "",
    ),
    (
        "债务重组协议\n三笔贷款合并为一笔。",
        "restructuring",
        "",
    ),
    (
        "贷款整合协议书\n下列四笔贷款合并为一笔，重组后按月还款。",
        "restructuring",
        "",
    ),
    (
        "还款承诺书\n本人承诺还款。承诺人：周子墨",
        "pledge",
        "",
    ),
    (
        "还款保证书\n我叫周子墨，我保证每月还1000元。",
        "pledge",
        "",
    ),
    (
        "我叫周子墨，欠贵公司3万元，我承诺分三次还清。特此承诺。\n承诺人：周子墨",
        "pledge",
        "",
    ),
    (
        "欠条\n今欠林小满人民币2万元，定于2026年还清。欠款人：周子墨",
        "pledge",
        "",
    ),
    (
        "困难减免申请书\n致岚山银行：因失业，恳请贵行减免利息。申请人：周子墨",
        "hardship_application",
        "",
    ),
    (
        "延期还款申请\n尊敬的领导：特向贵公司申请延期，望批准。此致敬礼",
        "hardship_application",
        "",
    ),
    (
        "协商还款申请表\n申请人姓名：周子墨\n申请事项：分期",
        "hardship_application",
        "",
    ),
    (
        "个人借款合同\n借款用途：装修。贷款人向借款人发放贷款10万元。",
        "loan",
        "",
    ),
    (
        "借条\n今借到林小满人民币5万元，借款期限一年。",
        "loan",
        "",
    ),
    (
        "消费贷款合同\n第一条 借款金额为5万元，借款用途为消费。",
        "loan",
        "",
    ),
    (
        "人民调解协议书\n经岚山市人民调解委员会主持调解，双方达成协议：分期偿还借款。",
        "mediation",
        "",
    ),
    (
        "民事调解书\n（2026）岚0102民初123号\n原告林小满，被告周子墨，经本院主持调解，双方自愿达成协议。",
        "mediation",
        "",
    ),
    (
        "货款还款协议\n乙方拖欠甲方货款10万元，分5期支付。",
        "trade_debt",
        "",
    ),
    (
        "分期付款协议\n乙方尚欠甲方工程款20万元，施工合同编号1，分4期付清。",
        "trade_debt",
        "",
    ),
    (
        "还款协议\n乙方因采购合同欠付甲方材料款8万元，双方对账单货物无误，分3期支付。",
        "trade_debt",
        "",
    ),
    (
        "房屋租赁合同\n出租方：林小满\n承租方：周子墨\n租赁期限一年，租金每月2000元。",
        "other",
        "lease",
    ),
    (
        "催收函\n周子墨：您的贷款已逾期，请于三日内还清。",
        "other",
        "dunning_letter",
    ),
    (
        "律师函\n受岚山银行委托，本所函告如下：请您于7日内清偿欠款。",
        "other",
        "dunning_letter",
    ),
    (
        "逾期还款通知书\n您的借款已逾期30天，请尽快还款。",
        "other",
        "dunning_letter",
    ),
    (
        "增值税电子普通发票\n发票代码：1\n价税合计",
        "other",
        "invoice",
    ),
    (
        "民事起诉状\n原告：林小满\n诉讼请求：判令被告偿还借款5万元。\n事实与理由",
        "other",
        "complaint",
    ),
    (
        "中华人民共和国民法典\n第一条 为了保护民事主体的合法权益",
        "other",
        "statute",
    ),
    (
        "商业银行信用卡业务监督管理办法\n第一条 为规范信用卡业务，根据法律制定本办法。",
        "other",
        "statute",
    ),
    (
        "劳动合同\n用人单位（甲方）：\n劳动者（乙方）：\n试用期三个月",
        "other",
        "employment",
    ),
    (
        "工资条\n姓名 周子墨 基本工资 5000 实发工资 4500",
        "other",
        "payslip",
    ),
    (
        "债权转让通知书\n致周子墨：岚山银行已将对您的债权转让给青禾资产管理有限公司。",
        "other",
        "assignment_notice",
    ),
    (
        "今天天气很好，我们去公园玩。",
        "other",
        "unknown",
    ),
    (
        "红烧肉的做法\n五花肉500克，冰糖30克，生抽两勺。",
        "other",
        "unknown",
    ),
    (
        "信用卡2026年5月账单\n本期应还金额 5000 最低还款额 500 到期还款日",
        "other",
        "statement",
    ),
    (
        "结清证明\n兹证明周子墨已于2026年结清全部贷款。",
        "other",
        "settlement_certificate",
    ),
    (
        "债务优化咨询服务协议\n甲方委托乙方与银行协商。",
        "other",
        "power_of_attorney",
    ),
    (
        "商品房买卖合同\n出卖人：",
        "other",
        "sale",
    ),
    (
        "分期还款变更协议（展期）\n原还款日延后至每月20日，还款期限延长6个月",
        "deferral",
        "",
    ),
    (
        "信用卡债务和解协议\n持卡人与发卡行达成和解，和解款一次性支付",
        "settlement",
        "",
    ),
    (
        "信用卡欠款减免结清协议\n一次性支付减免后金额，剩余免除。",
        "waiver_settlement",
        "",
    ),
    ("还钱的计划\n周子墨是欠钱的，林小满是借钱给他的。每个月还3,000元。", "loan_instalment", ""),
    (
        "这笔钱怎么还\n周子墨还欠林小满42,000元，说好每个月给林小满3,000元。\n周子墨（签字）\n林小满（签字）",
        "loan_instalment",
        "",
    ),
    ("老同学的账\n欠钱的是周子墨，出钱的是林小满，两个人商定分10次给清。", "loan_instalment", ""),
    ("周末聚餐\n林小满（签字）和周子墨（签字）每个月轮流请客。", "other", "unknown"),
]


@pytest.mark.parametrize(("text", "type_", "detail"), PAPERS)
def test_the_type_is_known(text: str, type_: str, detail: str) -> None:
    guess = understand(paper(text)).type
    assert (guess.value, guess.detail) == (type_, detail)


@pytest.mark.parametrize(("text", "type_", "detail"), PAPERS)
def test_a_guess_quotes_the_words_that_led_to_it(text: str, type_: str, detail: str) -> None:
    guess = understand(paper(text)).type
    assert bool(guess.evidence) == (detail != "unknown")
    assert all(span.slice(text) for span in guess.evidence)


NOTICE = (
    "周子墨先生：您的申请收悉。贷款本金1万元，自2026年6月10日起分10期，每月10日归还1,000元；逾期的按年利率24%计罚息。\n"
)


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("关于同意延期还款的通知", "deferral"),
        ("延期还款通知书", "deferral"),
        ("分期还款通知书", "loan_instalment"),
        ("还款提醒及分期方案", "loan_instalment"),
        ("关于重组贷款的决定书", "restructuring"),
        ("会议纪要（还款协商）", "loan_instalment"),
        ("关于减免部分欠款的通知", "waiver_settlement"),
        ("【某某钱包】优惠结清确认页", "waiver_settlement"),
    ],
)
def test_a_notice_that_grants_a_deal_is_an_agreement(title: str, type_: str) -> None:
    assert understand(paper(f"{title}\n{NOTICE}")).type.value == type_


def test_a_lawyers_letter_that_offers_a_plan_is_an_agreement_and_one_that_threatens_is_none() -> None:
    head = (
        "律师函\n周子墨：\n柳叶律师事务所受岚山银行委托，就您的信用卡欠款致函如下："
        "您尚欠61,400元，请于10日内联系还清。\n"
    )
    plan = "岚山银行同意减免利息，您分14期偿还52,380元，首期2026年11月15日还3,750元，以后每月15日还3,740元。\n"
    assert understand(paper(head)).type.value == "other"
    assert understand(paper(head + plan)).type.value != "other"


def test_the_heading_of_a_section_is_no_title() -> None:
    text = "【某某钱包】专属优惠\n周子墨，您好！\n▍您的账单\n您欠3,000元，分3笔归还，每笔1,000元。"
    assert understand(paper(text)).type.value != "other"


def test_the_user_may_say_the_type() -> None:
    assert understand(paper("还款承诺书\n本人承诺还款。"), as_type="deferral").type.value == "deferral"


def test_the_title_is_the_first_short_line_that_ends_like_one() -> None:
    text = "岚山银行股份有限公司\n个人贷款分期还款协议书（2026版）\n一、还款计划\n甲方：岚山银行股份有限公司"
    title = understand(paper(text)).title
    assert title is not None
    assert title.slice(text) == "个人贷款分期还款协议书（2026版）"


def test_a_numbered_heading_is_no_title() -> None:
    assert understand(paper("甲方：林小满\n乙方：周子墨\n一、还款方案\n乙方每月还款1000元。")).title is None
