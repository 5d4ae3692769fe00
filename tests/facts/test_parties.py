"""Who owes whom, in many layouts and wordings; 甲 and 乙 stand on either side. People and firms are invented."""

from time import process_time

import pytest

from agreecheck.facts import understand
from agreecheck.facts.parties.find import find_parties
from agreecheck.facts.reading import Reading
from agreecheck.read import read_bytes
from agreecheck.text.fold import fold
from facts import (
    party_papers,
    party_papers_forms,
    party_papers_more,
    party_papers_notices,
    party_papers_plain,
    party_papers_voices,
)
from facts.plain_papers import paper

PAPERS = [
    *party_papers.PAPERS,
    *party_papers_more.PAPERS,
    *party_papers_voices.PAPERS,
    *party_papers_forms.PAPERS,
    *party_papers_plain.PAPERS,
    *party_papers_notices.PAPERS,
]


@pytest.mark.parametrize(("text", "roles"), PAPERS)
def test_each_party_has_its_role(text: str, roles: dict[str, str]) -> None:
    assert {p.name: p.role for p in understand(paper(text)).parties} == roles


@pytest.mark.parametrize(("text", "roles"), PAPERS)
def test_a_party_is_quoted_from_the_paper(text: str, roles: dict[str, str]) -> None:
    for party in understand(paper(text)).parties:
        assert party.span.slice(text).replace(" ", "").replace("\u3000", "") == party.name
        assert all(text[span.start : span.end].strip() for span in party.labels)


def test_asking_the_borrowers_people_about_repayment_makes_nobody_a_debtor() -> None:
    text = (
        "分期还款协议\n甲方：岚山信托有限公司，住所：岚山市1号\n乙方：周子墨，身份证号码：9901**********6625\n"
        "甲方有权向乙方的紧急联系人、工作单位核实还款情况并请求其协助催促。"
    )
    assert {p.name: p.role for p in understand(paper(text)).parties} == {
        "岚山信托有限公司": "creditor",
        "周子墨": "debtor",
    }


def test_a_lease_has_no_creditor_and_no_debtor() -> None:
    text = "房屋租赁合同\n出租人：林小满　　承租人：周子墨\n租赁期限一年，月租金2000元。"
    assert understand(paper(text)).parties == ()


def test_a_lender_that_only_the_account_names_is_the_creditor() -> None:
    text = "分期还款方案\n借款人：周子墨\n每月还款1000元，付至户名：岚山消费金融有限公司，账号：9908 1147。"
    assert {p.name: p.role for p in understand(paper(text)).parties} == {
        "周子墨": "debtor",
        "岚山消费金融有限公司": "creditor",
    }


def test_a_firm_that_only_the_account_names_and_that_does_not_lend_is_the_payee() -> None:
    text = "分期还款方案\n借款人：周子墨\n每月还款1000元，付至户名：柳叶商务咨询有限公司，账号：9908 1147。"
    assert understand(paper(text)).party("creditor") is None
    assert {p.name for p in understand(paper(text)).parties if p.role == "payee"} == {"柳叶商务咨询有限公司"}


LOAN = "还款协议\n出借人：岚山小额贷款有限公司\n借款人：周子墨\n"
OTHERS = [
    "争议由岚山仲裁委员会仲裁，律师费由柳叶律师事务所收取的以发票为准。信息报送百行征信有限公司。",
    "自动扣款账户：借款人在禾川银行股份有限公司的储蓄卡（尾号0001）。开户行：青禾银行岚山支行。",
    "借款人就职于泽川服饰有限公司，联系人：吴一凡（同事）。",
    "借款人在青禾消费金融有限公司、禾川银行股份有限公司的其他债务不受影响。",
    "任何以柳叶咨询服务部名义收取费用的，均与出借人无关，请勿向柳叶咨询服务部支付费用。",
    "还款由青禾支付有限公司提供支付通道，资金由禾川银行股份有限公司存管。",
    "见证人：吴一凡\n借款人的妻子郑可心知悉本协议。",
    "借款人逾期的，出借人可以联系其父亲吴一凡代为转告，吴一凡不承担保证责任。",
]


@pytest.mark.parametrize("body", OTHERS)
def test_who_is_only_mentioned_is_no_party(body: str) -> None:
    parties = {p.name: p.role for p in understand(paper(LOAN + body)).parties}
    assert parties == {"岚山小额贷款有限公司": "creditor", "周子墨": "debtor"}


def test_a_wife_who_signs_to_repay_together_is_a_co_debtor() -> None:
    text = LOAN + "借款人妻子郑可心在本协议上签字，愿意与借款人共同偿还上述借款。"
    assert {p.name: p.role for p in understand(paper(text)).parties}["郑可心"] == "co_debtor"


def _swap(text: str) -> str:
    return text.replace("甲方", "\0").replace("乙方", "甲方").replace("\0", "乙方")


@pytest.mark.parametrize(("text", "roles"), PAPERS)
def test_swapping_the_letters_changes_no_role(text: str, roles: dict[str, str]) -> None:
    assert {p.name: p.role for p in understand(paper(_swap(text))).parties} == roles


def test_later_mentions_of_the_letter_belong_to_the_party() -> None:
    text = "还款协议\n甲方：林小满\n乙方：周子墨\n乙方向甲方借款5万元。乙方每月还款。"
    debtor = next(p for p in understand(paper(text)).parties if p.role == "debtor")
    assert [span.slice(text) for span in debtor.labels] == ["乙方", "周子墨", "乙方", "乙方"]


def test_the_identity_number_stands_with_its_own_party() -> None:
    text = "还款协议\n出借人：林小满，身份证号99010119900101123X\n借款人：周子墨，身份证号990102199308172048"
    by_role = {p.role: p.identity and p.identity.slice(text) for p in understand(paper(text)).parties}
    assert by_role == {"creditor": "99010119900101123X", "debtor": "990102199308172048"}


def test_a_form_with_blanks_has_no_parties() -> None:
    assert (
        understand(
            paper("借款合同\n出借方：____________（以下简称甲方）\n借款方：____________（以下简称乙方）")
        ).parties
        == ()
    )


def test_names_below_labels_in_a_header_row() -> None:
    rows = [["出借人", "借款人", "担保人"], ["青禾小额贷款有限公司", "周子墨", "林小满"]]
    assert {p.name: p.role for p in understand(paper("还款协议\n", rows=rows)).parties} == {
        "青禾小额贷款有限公司": "creditor",
        "周子墨": "debtor",
        "林小满": "guarantor",
    }


def test_names_in_a_table_with_a_row_for_names() -> None:
    rows = [
        ["项目", "甲方（出借人）", "乙方（借款人）"],
        ["名称/姓名", "青禾小额贷款有限公司", "周子墨"],
        ["法定代表人", "王强", "/"],
    ]
    assert {p.name: p.role for p in understand(paper("还款协议\n", rows=rows)).parties} == {
        "青禾小额贷款有限公司": "creditor",
        "周子墨": "debtor",
    }


def test_names_in_a_table_whose_last_column_tells_the_role() -> None:
    rows = [
        ["姓名", "身份证号", "身份"],
        ["周子墨", "9901**********1234", "借款人"],
        ["林小满", "9901**********5678", "出借人"],
    ]
    assert {p.name: p.role for p in understand(paper("还款协议\n", rows=rows)).parties} == {
        "周子墨": "debtor",
        "林小满": "creditor",
    }


def test_a_section_for_each_party_with_its_own_fields() -> None:
    borrower = "还款协议\n一、借款人信息\n姓名\t周子墨\n身份证号\t9901\n"
    text = borrower + "二、出借人信息\n名称\t青禾小额贷款有限公司\n法定代表人\t王强\n"
    assert {p.name: p.role for p in understand(paper(text)).parties} == {
        "周子墨": "debtor",
        "青禾小额贷款有限公司": "creditor",
    }


@pytest.mark.parametrize(
    "unit", ["乙方向甲方转给的当事人借款公司", "柳叶有限公司", "（甲方）（乙方），男，", "我周子墨向"]
)
def test_the_work_grows_with_the_length_of_the_paper_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        reading = Reading(document=(d := paper(unit * times)), folded=fold(d.text), mentions=(), pack="zh")
        start = process_time()
        find_parties(reading)
        return process_time() - start

    seconds(100)  # what is compiled once
    assert seconds(4000) < 10 * max(seconds(1000), 0.01)  # four times the text: quadratic work would take sixteen times


def test_a_label_inside_a_longer_label_speaks_of_the_other_party():
    text = (
        "人民调解协议书\n申请人（出借人）：褚云帆\n被申请人（借款人）：陶砚秋\n"
        "一、被申请人可以提前付款，申请人应当接受。"
    )
    parties = {p.role: p for p in understand(read_bytes(text.encode(), "a")).parties}
    said = {
        role: [text[s.start - 1 : s.end] for s in p.labels if p.label == text[s.start : s.end]]
        for role, p in parties.items()
    }
    assert "被申请人" not in said["creditor"]
    assert said["debtor"][-1] == "、被申请人"
