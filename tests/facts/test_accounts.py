"""Where the money shall go, and who is paid without being a party."""

import pytest

from agreecheck.facts import understand
from agreecheck.model.fact import Facts
from facts.plain_papers import paper

HEAD = "还款协议\n出借人：岚山小额贷款有限公司\n借款人：周子墨\n"


def facts(text: str) -> Facts:
    return understand(paper(HEAD + text))


def test_holder_bank_and_number_of_an_account() -> None:
    text = "收款账户：户名：岚山小额贷款有限公司，开户行：岚山银行青禾支行，账号：9900 **** **** 1234。"
    [account] = facts(text).accounts
    assert (account.holder, account.bank, account.person) == ("岚山小额贷款有限公司", "岚山银行青禾支行", False)
    assert account.number is not None
    assert account.number.slice(HEAD + text) == "9900 **** **** 1234"


def test_an_account_block_in_lines() -> None:
    text = "收款信息\n开户名称：岚山小额贷款有限公司\n开户银行：岚山银行青禾支行\n银行账号：99001234567890\n"
    [account] = facts(text).accounts
    assert (account.holder, account.bank) == ("岚山小额贷款有限公司", "岚山银行青禾支行")
    assert account.number is not None
    assert account.number.slice(HEAD + text) == "99001234567890"


@pytest.mark.parametrize(
    ("text", "payee", "qr"),
    [
        ("收款人：郑可心，微信扫码支付。", "郑可心", True),
        ("还款转入户名郑可心的账户，卡号6222 0200 0000 0000 000。", "郑可心", False),
        ("款项请转给甲方财务郑可心的支付宝。", "郑可心", True),
        ("收款账号：郑可心，岚山银行，6222 0200 0000 0000 000", "郑可心", False),
        ("收款户名：郑可心；开户行：岚山银行；账号：99001234567890。", "郑可心", False),
    ],
)
def test_a_person_who_is_paid_is_a_payee(text: str, payee: str, qr: bool) -> None:
    found = facts(text)
    assert [p.name for p in found.parties if p.role == "payee"] == [payee]
    assert [(a.holder, a.person, a.qr_code) for a in found.accounts] == [(payee, True, qr)]


def test_the_creditor_who_is_paid_is_no_further_party() -> None:
    found = facts("户名：岚山小额贷款有限公司，账号：99001234567890。")
    assert [p.role for p in found.parties] == ["creditor", "debtor"]


def test_another_firm_that_is_paid_is_a_payee() -> None:
    found = facts("户名：柳叶商务咨询有限公司，账号：99001234567890。")
    assert [(p.name, p.person) for p in found.parties if p.role == "payee"] == [("柳叶商务咨询有限公司", False)]


@pytest.mark.parametrize(
    "text",
    [
        "甲方不会以任何理由让乙方扫描他人的收款码。",
        "有人让您打到私人账户、扫别人的收款码，都不是我们，请不要付。",
        "我行从不使用个人账户或者收款码收款。",
        "要求您扫描收款码的，均为诈骗，请拒付并举报。",
        "请勿向个人微信转账，谨防诈骗。",
        "借款人将款项存入其本人账户（户名：周子墨，尾号1234），由出借人扣收。",
        "收款账户由甲方另行通知。",
    ],
)
def test_what_forbids_or_draws_or_names_nobody_is_no_payee_account(text: str) -> None:
    assert facts(text).accounts == ()


def test_a_code_without_a_name_is_an_account() -> None:
    [account] = facts("乙方扫描甲方业务员发送的收款码支付。").accounts
    assert account.qr_code
    assert account.holder == ""
