"""What kind of creditor stands behind a paper."""

import pytest

from agreecheck.facts import understand
from facts.plain_papers import paper

KINDS = [
    ("分期还款协议\n债权人：岚山银行股份有限公司信用卡中心\n债务人：周子墨", "bank_card"),
    ("分期还款协议\n甲方（发卡行）：岚山银行股份有限公司\n乙方（持卡人）：周子墨\n乙方信用卡欠款3万元。", "bank_card"),
    ("分期还款协议\n贷款人：岚山银行股份有限公司\n借款人：周子墨\n根据《个人贷款合同》", "bank_loan"),
    ("分期还款协议\n贷款人：青禾农村信用合作联社\n借款人：周子墨", "bank_loan"),
    ("分期还款协议\n贷款人：青禾消费金融有限公司\n借款人：周子墨", "consumer_finance"),
    ("分期还款协议\n贷款人：青禾汽车金融有限公司\n借款人：周子墨", "consumer_finance"),
    ("分期还款协议\n贷款人：青禾信托有限责任公司\n借款人：周子墨", "consumer_finance"),
    ("分期还款协议\n出借人：青禾小额贷款有限公司\n借款人：周子墨", "small_loan"),
    ("分期还款协议\n出借人：青禾典当有限责任公司\n借款人：周子墨", "small_loan"),
    ("分期还款协议\n出借人：青禾网络小额贷款有限公司\n借款人：周子墨", "small_loan"),
    ("分期还款协议\n出借人：柳叶网络科技有限公司\n借款人：周子墨", "platform"),
    ("分期还款协议\n甲方（债权受让人）：青禾商务服务有限公司\n乙方（债务人）：周子墨", "assignee"),
    ("分期还款协议\n债权人：青禾资产管理有限公司\n债务人：周子墨", "assignee"),
    ("分期还款协议\n债权人：青禾商务服务有限公司\n原债权人：岚山银行股份有限公司\n债务人：周子墨", "assignee"),
    ("还款协议\n出借人：林小满\n借款人：周子墨", "private"),
    ("还款协议\n甲方：青禾商务信息咨询部\n乙方：周子墨\n乙方向甲方借款1万元。", "private"),
    ("货款分期付款协议\n甲方：山岚五金经营部\n乙方：泽川装饰工程有限公司\n乙方尚欠甲方货款5万元。", "trade"),
    ("分期支付协议\n甲方：柳叶职业培训学校有限公司\n乙方：周子墨\n乙方尚欠甲方培训费2万元。", "trade"),
    ("分期还款协议\n出借人：____\n借款人：____", "unknown"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_follows_from_name_and_debt(text: str, kind: str) -> None:
    assert understand(paper(text)).creditor_kind.value == kind


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_known_kind_has_evidence(text: str, kind: str) -> None:
    guess = understand(paper(text)).creditor_kind
    assert bool(guess.evidence) == (kind != "unknown")


def test_a_platform_that_does_not_lend_is_not_the_creditor() -> None:
    text = "三方协议\n出借人：青禾消费金融有限公司\n借款人：周子墨\n平台方：柳叶网络科技有限公司"
    assert understand(paper(text)).creditor_kind.value == "consumer_finance"
