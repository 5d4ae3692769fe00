"""Open fields of a form, each counted once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.facts import understand
from facts.plain_papers import paper


def blanks(text: str, language: str = "zh-Hans") -> list[str]:
    return [b.span.slice(text) for b in understand(paper(text, language=language)).blanks]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("出借方：____________（以下简称甲方）", 1),
        ("每期＿＿＿＿元，共＿＿＿期。", 2),
        ("合同编号：【　　　】", 1),
        ("合同编号：【】", 1),
        ("户名【　　】，开户行［　　］，账号（　　　）。", 3),
        ("到____年____月____日为止。", 1),
        ("自＿＿＿＿年＿＿月起还款。", 1),
        ("自　　　　年　　月　　日起还款。", 1),
        ("于20__年__月__日前付清。", 1),
        ("于2026年__月__日前付清。", 1),
        ("于2026年　　月　　日前付清。", 1),
        ("于2026年8月____日前付清。", 1),
        ("自____年__月__日起至____年__月__日止。", 2),
        ("每月____日前支付。", 1),
        ("（大写）____________元，（小写）￥____________。", 2),
        ("选择第____种方式：□向____法院起诉；□提交____仲裁。", 3),
        ("□同意　□不同意", 0),
        ("借款期限为三年六个月零三日。", 0),
        ("本协议共（3）页。", 0),
        ("微信号：daocao_88", 0),
        ("自2026年8月1日起至2027年8月1日止。", 0),
    ],
)
def test_each_open_field_counts_once(text: str, count: int) -> None:
    assert len(blanks("还款合同\n" + text)) == count


@pytest.mark.parametrize(
    "block",
    [
        "甲方（签章）：　　　　　　　　乙方（签章）：\n　　　　年　　月　　日",
        "甲方（盖章）：____________\n乙方（签字）：____________\n日期：____年__月__日",
        "甲方（签字）：__________  日期：__________\n乙方（签字）：__________  日期：__________",
        "出借人：____________\n借款人（签名按手印）：____________\n签订日期：    年    月    日",
        "承诺人签字：__________\n____年____月____日",
    ],
)
def test_lines_to_sign_on_and_their_date_do_not_count(block: str) -> None:
    body = (
        "还款合同\n第一条 乙方应于每月十日前还款，逾期的按日计收违约金。\n第二条 本合同一式两份，自签字之日起生效。\n"
    )
    assert blanks(body + block) == []


def test_other_fields_beside_a_signature_count() -> None:
    body = "还款合同\n第一条 乙方应于每月十日前还款。\n第二条 本合同一式两份。\n"
    assert len(blanks(body + "乙方（签字）：________\n身份证号码：________\n联系电话：________")) == 2


def test_a_blank_party_field_at_the_head_counts() -> None:
    assert len(blanks("还款合同\n甲方：__________\n乙方：__________\n第一条 乙方每月还款。\n第二条 一式两份。")) == 2


def test_names_of_the_paper_each_with_a_rule_are_lines_to_sign_on() -> None:
    head = "Settlement Agreement between Lanshan Bank, N.A. and Jordan Ellery.\n"
    assert blanks(head + "Lanshan Bank, N.A. ____________   Jordan Ellery ____________", "en") == []
    assert len(blanks(head + "Account Number ____________   Due Date ____________", "en")) == 2


def test_english_lines_to_sign_on_do_not_count() -> None:
    text = "REPAYMENT PLAN\nYou will pay $____ per month.\nAccepted: ______________________  Date: ______________"
    assert blanks(text, "en") == ["____"]


@given(st.lists(st.integers(min_value=2, max_value=12), min_size=1, max_size=6))
def test_runs_set_apart_by_words_are_as_many_fields(lengths: list[int]) -> None:
    text = "还款合同\n" + "，".join(f"金额{'_' * n}元" for n in lengths) + "。"
    assert [len(b) for b in blanks(text)] == lengths
