"""Twenty traps that borrowers report: each is caught in a plain agreement, and its harmless twin is not."""

from functools import cache

import pytest

import agreecheck
from agreecheck.model.finding import Report

FRAME = """分期还款协议
甲方：禾梧消费金融有限公司，统一社会信用代码：991101MA00000001X，客服热线：400-000-0000
乙方：曾映雪，身份证号码：9901**********8125，手机：139****1234，住址：澜口市枕水巷9号
第一条 乙方与甲方于2024年5月6日签订编号为HW-2024-0506的借款合同。截至2026年3月9日，乙方尚欠本金12,000.00元，无其他欠款。
第二条 上述欠款分12期偿还，每期1,000.00元，合计12,000.00元，首期2026年4月15日，此后每月15日还款，末期2027年3月15日。
第三条 {0}
第四条 本协议自双方签字或盖章之日起生效，一式两份，双方各执一份。
甲方（盖章）：　　　乙方（签字）：　　　签署日期：2026年3月9日
"""

# Number in the list of traps, the items that may catch it, wordings that are caught, harmless twins.
TRAPS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "01 one day late brings the waived part back": (
        ("waive-revoke",),
        (
            "甲方减免乙方利息3,000.00元。乙方任意一期逾期的，减免全部取消，恢复原债务并重新计算罚息。",
            "若您有任何一期未按时足额还款，本次优惠作废，已减免的息费一并恢复计收。",
        ),
        (
            "甲方减免乙方利息3,000.00元。乙方连续两期逾期，经甲方书面通知后十五日内仍未补足的，甲方可以取消尚未生效的减免，已还款项有效。",
            "甲方减免乙方利息3,000.00元，该减免不因乙方逾期而取消。",
        ),
    ),
    "02 extras on top of the instalment": (
        ("fee-service",),
        (
            "乙方另须按月支付账户管理费60元和短信服务费10元。",
            "每期还款时一并收取咨询服务费，费率由甲方合作机构确定。",
        ),
        ("除本协议列明的款项外，甲方及任何第三方不再收取服务费、担保费、咨询费等任何费用。",),
    ),
    "03 promises that stay oral": (
        ("oral-promise",),
        (
            "本协议构成双方全部约定，此前客服的口头承诺均不作数。",
            "减免事宜以客服与乙方电话沟通的结果为准。",
        ),
        ("客服在电话中承诺的减免均已写入本协议，通话录音保存至全部结清。",),
    ),
    "04 a private account": (
        ("pay-account",),
        (
            "乙方应将款项转入以下账户：户名：郗大奎，开户行：澜口银行枕水支行，账号：622202*********0000。",
            "还款请转至业务员微信收款码，转账后截图发给业务员。",
        ),
        ("收款户名：禾梧消费金融有限公司，开户行：澜口银行枕水支行，账号：9900*********0001。",),
    ),
    "05 paid agents of a workout": (
        ("fee-service", "party-third-agent", "waive-condition"),
        (
            "乙方委托正和法务咨询公司代办停息挂账，须在办理前一次性支付代理服务费2,000元。",
            "乙方应先向第三方咨询公司支付债务优化服务费1,500元，费用不予退还。",
        ),
        ("乙方可以自行与甲方协商，甲方不收取任何协商费用，也未委托任何第三方收取费用。",),
    ),
    "06 a clean record for sale": (
        ("credit-after",),
        (
            "乙方还清后，甲方协助乙方消除不良征信记录，征信修复名额需另付费用。",
            "结清后甲方负责删除乙方的逾期记录，恢复良好征信。",
        ),
        ("乙方还清后十个工作日内，甲方向征信系统如实报送，账户状态更新为“结清”。",),
    ),
    "07 pay first, then perhaps a plan": (
        ("plan-first",),
        (
            "乙方须在签约前先支付诚意金2,000元，方案未获批准的，诚意金不予退还。",
            "首付款3,000元于审批通过前缴纳，未通过的转为冲抵违约金。",
        ),
        ("乙方无须支付首付款、诚意金或保证金。",),
    ),
    "08 interest stopped in name only": (
        ("int-during", "int-stop-date"),
        (
            "本方案为停息挂账，息费按甲方规定执行。",
            "分期期间息费优惠，具体按规定计收。",
        ),
        ("自2026年3月9日起停止计收利息、罚息、复利和违约金，分期期间不再产生任何费用。",),
    ),
    "09 enforcement without trial": (
        ("dispute-notarial",),
        (
            "双方同意对本协议办理赋予强制执行效力的公证，乙方逾期的，甲方可直接向法院申请强制执行，乙方放弃抗辩。",
            "乙方同意通过视频方式办理具有强制执行效力的债权文书公证，自愿接受强制执行。",
        ),
        ("本协议不办理强制执行公证。",),
    ),
    "10 penalties piled up": (
        ("default-penalty",),
        (
            "乙方逾期的，应按全部欠款的20%支付违约金，并另按原利率的1.5倍计收罚息和复利。",
            "逾期一日，按欠款总额每日千分之三支付违约金，且乙方不得请求调整。",
        ),
        ("乙方逾期的，只按当期逾期未付金额以年利率6%支付违约金，不再另计罚息和复利。",),
    ),
    "11 a relative signs": (
        ("co-debtor", "guarantor"),
        (
            "乙方配偶温以宁作为共同还款人签字，对全部欠款承担连带清偿责任。",
            "乙方之父曾怀安自愿为上述债务提供无条件连带责任保证。",
        ),
        ("乙方家属签字仅表示知情，不承担任何还款责任，也不提供担保。",),
    ),
    "12 an old debt signed again": (
        ("limitation-revival",),
        (
            "乙方确认上述债务真实有效，并自愿放弃诉讼时效抗辩。",
            "乙方最后一次还款为2019年6月1日，乙方确认继续承担还款责任，不再以超过时效为由拒绝。",
        ),
        ("签署本协议不视为乙方放弃时效利益。",),
    ),
    "13 a buyer not bound by the plan": (
        ("assign-debt",),
        (
            "甲方有权将债权转让给任何第三方，无需通知乙方，受让方不受本协议减免约束。",
            "我司可随时转让本债权，您对此无异议，转让后按受让方要求还款。",
        ),
        ("甲方转让债权的，应当提前书面通知乙方，受让人继续履行本协议，受本协议约束。",),
    ),
    "14 complaints to be withdrawn": (
        ("waive-complaint",),
        (
            "乙方应在签约当日撤回向监管部门的全部投诉，并承诺不再投诉，否则减免取消。",
            "乙方不得就此事向任何机构投诉或在网络上发表评论，违者支付违约金5,000元。",
        ),
        ("本协议不影响乙方依法投诉、举报的权利。",),
    ),
    "15 no certificate at the end": (
        ("settle-cert", "settle-release"),
        (
            "乙方还清后，甲方视情况决定是否开具结清证明，如有其他费用仍可追索。",
            "结清证明由乙方自行申请，每份收取工本费200元，是否出具由甲方审核。",
        ),
        ("乙方还清后五个工作日内，甲方免费出具加盖公章的结清证明，双方就编号HW-2024-0506的合同再无任何纠纷。",),
    ),
    "16 data without end": (
        ("data-consent", "coll-third-party"),
        (
            "乙方授权甲方读取其手机通讯录、相册及位置信息，并提供给合作方用于催收和营销，该授权不可撤销。",
            "乙方须提供银行卡密码、短信验证码以及全部亲友的联系方式。",
        ),
        ("乙方提供的收入证明只用于本次协商，甲方保存至结清之日后删除，不提供给任何第三方。",),
    ),
    "17 a new loan hides the old one": (
        ("debt-origin", "fee-service", "amend-effect", "plan-first"),
        (
            "甲方向乙方发放新贷款用于归还原欠款，新贷款另收手续费5%，原欠款视为结清。",
            "原逾期金额转为新的分期贷款，放款时扣收服务费800元。",
        ),
        ("本协议只调整原借款合同的还款安排，不构成新的借款，不另收手续费。",),
    ),
    "18 the schedule is elsewhere": (
        ("plan-schedule", "amend-method"),
        (
            "还款计划以甲方APP实时展示为准，甲方可根据情况调整。",
            "具体还款计划详见附件一。",
        ),
        ("还款计划只有经双方书面同意才能变更，App展示与本协议不一致的，以本协议为准。",),
    ),
    "19 a screenshot for an approval": (
        ("sign-effective",),
        (
            "本方案以客服发送的审批通过截图为准，甲方无需盖章，乙方签字即生效。",
            "乙方单方签字后本协议即对乙方生效，甲方是否盖章由甲方审批后决定。",
        ),
        ("本协议经甲方加盖公章、乙方签字后生效。",),
    ),
    "20 a court far away": (
        ("dispute-court",),
        (
            "因本协议发生的争议，由甲方指定的仲裁委员会网络仲裁，一裁终局。",
            "本协议签订地为远山市云顶区，发生争议由签订地法院管辖，乙方放弃管辖异议。",
        ),
        ("因本协议发生的争议，由乙方住所地人民法院管辖。",),
    ),
}
CAUGHT = [(name, text) for name, (_, caught, _) in TRAPS.items() for text in caught]
HARMLESS = [(name, text) for name, (_, _, harmless) in TRAPS.items() for text in harmless]


@cache
def review(passage: str) -> Report:
    return agreecheck.check_text(FRAME.format(passage), second_reader=False)


def doubted(name: str, passage: str) -> list[str]:
    """The trap's items that are risky or unclear in a paper with this passage."""
    items = TRAPS[name][0]
    return [v.item for v in review(passage).verdicts if v.item in items and v.status in ("risky", "ambiguous")]


@pytest.mark.parametrize(("name", "passage"), CAUGHT)
def test_the_trap_is_caught(name: str, passage: str) -> None:
    assert doubted(name, passage)


@pytest.mark.parametrize(("name", "passage"), HARMLESS)
def test_the_harmless_twin_is_not(name: str, passage: str) -> None:
    assert doubted(name, passage) == []


def test_all_twenty_are_here() -> None:
    assert [int(name[:2]) for name in TRAPS] == list(range(1, 21))
