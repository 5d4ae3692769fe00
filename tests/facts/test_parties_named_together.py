"""Several debtors of one paper are all parties; who signs a letter about what he owes is its debtor."""

import pytest

from agreecheck.facts import understand
from agreecheck.read import read_bytes


def parties(text: str) -> list[tuple[str, str]]:
    return [(p.role, p.name) for p in understand(read_bytes(text.encode(), "a")).parties]


TOGETHER = [
    "还款协议书\n甲方（债权人）：海州银行股份有限公司\n乙方（债务人）：张小明、李小红（夫妻，共同借款人）\n乙方欠甲方本金18,000元。\n",
    "还款协议书\n债权人：海州银行股份有限公司\n借款人：张小明 李小红\n借款人欠债权人本金18,000元，分12期归还。\n",
    "还款协议书\n债权人：海州银行股份有限公司\n借款人：张小明 李小红（夫妻）\n借款人欠债权人本金18,000元。\n",
    "还款协议书\n甲方：海州银行股份有限公司\n乙方一：张小明\n乙方二：李小红\n乙方一、乙方二共同欠甲方本金18,000元。\n",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_all_debtors_named_together_are_parties(text: str) -> None:
    assert [name for role, name in parties(text) if role == "debtor"] == ["张小明", "李小红"]


def test_words_behind_a_name_are_no_second_debtor() -> None:
    for more in ("身份证号", "男", "联系电话", "签字", "手印"):
        text = f"还款协议书\n债权人：海州银行股份有限公司\n借款人：张小明 {more}\n借款人欠债权人本金18,000元。\n"
        assert [name for role, name in parties(text) if role == "debtor"] == ["张小明"]


def test_who_signs_a_letter_about_what_he_owes_is_its_debtor() -> None:
    text = (
        "李老师：\n您好！去年向您借的叁万元整至今未还，深感歉意。现承诺：自2026年12月起，每月月底前还2000元。\n"
        "此致\n敬礼\n王小明\n2026年11月20日\n"
    )
    assert parties(text) == [("creditor", "李老师"), ("debtor", "王小明")]
