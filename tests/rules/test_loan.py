"""A loan contract is held against its own list: a sound one passes, one with every fault is caught, others lack it."""

import agreecheck
from agreecheck.model.finding import Status

SOUND = """个人借款合同
贷款人：云汀银行股份有限公司，金融许可证号B0000H0001
借款人：曾映雪，身份证号码：9901**********8125，手机：139****1234
第一条 借款金额人民币50,000.00元，贷款人全额发放至借款人在本行开立的账户。
第二条 借款用途：个人装修。
第三条 借款年利率为7.2%（单利），自放款之日起按实际天数计息。
第四条 借款期限自2026年3月11日至2027年3月10日，等额本息，每月10日还款。
第五条 除利息外，贷款人不收取服务费、担保费等任何其他费用。
第六条 逾期部分按年利率10.8%计收罚息，不计复利。
第七条 借款人可以提前还款，不收取违约金，利息计至实际还款之日。
第八条 借款人连续三期未还，经贷款人书面催告后十五日内仍未偿还的，贷款人可宣布贷款提前到期。
第九条 个人信息仅用于审批和管理本笔借款，向第三方提供须取得借款人单独同意。
第十条 借款人授权贷款人为审批本笔贷款，向金融信用信息基础数据库查询信用报告并报送还款信息。
第十一条 贷款人转让债权的，应当书面通知借款人。
第十二条 争议由借款人住所地人民法院管辖。
第十三条 本合同一式两份，双方各执一份。
"""
FAULTY = """借款协议
出借人：以系统展示为准
借款人：曾映雪，身份证号码：9901**********8125
一、借款金额30,000元，放款时一次性扣除服务费2,400元。
二、日利率0.06%，月还款额以系统展示为准。
三、担保费由借款人与担保公司另行签订合同支付。
四、还款方式以系统展示为准。
五、擅自改变用途的，另付借款总额20%的违约金。
六、逾期的，应支付罚息，并另付本金20%的违约金。
七、提前还款应支付全部利息。
八、出借人认为可能影响债权安全的，有权宣布借款立即到期。
九、紧急联系人视为提供担保。
十、借款人授权平台读取通讯录、相册，该授权不可撤销。
十一、平台可向任何机构报送借款人的征信信息，无需另行通知。
十二、出借人可随时转让债权，无需通知借款人。
十三、争议提交平台指定的仲裁委员会网络仲裁。
十四、合同文本由平台保管，不支持下载。
"""


def judged(text: str) -> dict[str, Status]:
    report = agreecheck.check_text(text, second_reader=False, as_type="loan")
    return {v.item: v.status for v in report.verdicts}


def test_a_sound_loan_contract_has_all_that_its_list_asks_for() -> None:
    found = {item: status for item, status in judged(SOUND).items() if item.startswith("ln-")}
    assert len(found) == 15
    assert found.pop("ln-guarantee") == "not_applicable"
    assert set(found.values()) == {"found"}


def test_every_fault_of_a_bad_one_is_caught() -> None:
    found = {item: status for item, status in judged(FAULTY).items() if item.startswith("ln-")}
    assert found.pop("ln-term-repay") == "ambiguous"
    assert set(found.values()) == {"risky"}


def test_what_belongs_to_a_debt_rearranged_is_not_asked_of_a_loan() -> None:
    verdicts = judged(SOUND)
    for item in ("debt-origin", "debt-balance", "waive-scope", "plan-schedule", "coll-stop", "settle-cert"):
        assert verdicts[item] == "not_applicable"


def test_a_risk_outside_the_list_is_still_told() -> None:
    assert judged(SOUND + "第十四条 借款人放弃一切抗辩权利。\n")["waive-defence"] == "risky"


def test_other_papers_have_no_lines_of_the_loan_list() -> None:
    plan = "分期还款协议\n甲方：云汀银行股份有限公司\n乙方：曾映雪\n一、乙方欠款12,000元，分12期偿还，每期1,000元。\n"
    report = agreecheck.check_text(plan, second_reader=False)
    assert not [v for v in report.verdicts if v.item.startswith("ln-")]


def test_a_clause_of_a_loan_contract_is_told_once() -> None:
    found = judged(FAULTY)
    for of_loans, of_plans in (("ln-early", "early-repay"), ("ln-assign", "assign-debt"), ("ln-data", "data-consent")):
        assert found[of_loans] == "risky"
        assert found[of_plans] == "not_applicable"


def test_other_words_of_the_same_matter_are_told_beside_it() -> None:
    found = judged(FAULTY.replace("网络仲裁。", "网络仲裁，并办理强制执行公证。"))
    assert (found["ln-dispute"], found["dispute-notarial"]) == ("risky", "risky")
