"""Where the sentence says nothing of its only figure, the title above it does."""

import pytest

from agreecheck.facts import understand
from agreecheck.read import read_bytes

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n"


def roles(body: str) -> dict[str, str]:
    facts = understand(read_bytes((HEAD + body).encode(), "a"))
    return {str(a.value): a.role or "" for a in facts.amounts}


@pytest.mark.parametrize(
    ("title", "role"),
    [("减免金额", "waived"), ("尚欠本金", "principal"), ("欠款总额", "total_debt"), ("首付款", "down_payment")],
)
def test_the_title_of_a_clause_gives_the_role(title: str, role: str) -> None:
    assert roles(f"第一条 {title}\n人民币叁仟陆佰元。\n第二条 其他\n双方各执一份。\n")["3600"] == role


def test_a_sentence_of_its_own_goes_before_the_title() -> None:
    assert roles("第一条 减免金额\n乙方尚欠本金3,600元。\n第二条 其他\n双方各执一份。\n")["3600"] == "principal"


def test_a_title_over_several_figures_gives_none() -> None:
    got = roles("第一条 减免金额\n3,600元和400元。\n第二条 其他\n双方各执一份。\n")
    assert "waived" not in got.values()
