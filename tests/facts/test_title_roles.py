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


@pytest.mark.parametrize(
    ("paper", "role"),
    [
        ("第三条 减免金额\n就上述债务，甲方对乙方作出让步，数额为人民币3,600元。", "waived"),
        ("二、债务本金\n经核对，乙方共欠人民币3,600元。", "principal"),
        ("二、债务本金：经双方核对，截至2026年11月1日，乙方共欠人民币3,600元。", "principal"),
        ("第五条 首付款\n乙方应于2026年12月1日前向甲方支付人民币3,600元。", "down_payment"),
        ("第六条 违约金\n乙方逾期的，应向甲方支付3,600元。", "penalty"),
        ("第二条 利息减免\n甲方同意3,600元。", "waived"),
    ],
)
def test_a_title_goes_before_words_that_stand_before_any_sum_or_far_off(paper: str, role: str) -> None:
    assert roles(paper + "\n第九条 其他\n双方各执一份。\n")["3600"] == role


@pytest.mark.parametrize(
    ("paper", "role"),
    [
        ("第四条 减免金额\n减免后乙方应付3,600元。", "payable"),
        ("第六条 违约金\n如乙方未按约付款，全部剩余欠款3,600元立即到期。", "total_debt"),
        ("第二条 债务\n乙方尚欠利息3,600元。", "interest"),
    ],
)
def test_a_sentence_that_names_its_figure_goes_before_the_title(paper: str, role: str) -> None:
    assert roles(paper + "\n第九条 其他\n双方各执一份。\n")["3600"] == role


def test_a_name_defined_for_the_figure_goes_before_title_and_sentence() -> None:
    body = "第三条 减免金额\n乙方尚欠3,600元（以下简称“本金”）。\n"
    assert roles(body)["3600"] == "principal"


def test_a_title_over_two_roles_gives_none() -> None:
    assert roles("第二条 本金和利息\n共计3,600元。\n第三条 其他\n双方各执一份。\n")["3600"] == ""


SOURCES = [
    ("definition", "乙方尚欠3,600元（以下简称“本金”）。"),
    ("title", "第三条 减免金额\n人民币3,600元。"),
    ("sentence", "乙方尚欠本金3,600元。"),
    ("table", "项目\t金额（元）\n本金\t3,600\n利息\t400\n合计\t4,000"),
]


@pytest.mark.parametrize(("source", "body"), SOURCES)
def test_each_role_says_what_gave_it_and_where_that_stands(source: str, body: str) -> None:
    document = read_bytes((HEAD + body + "\n").encode(), "a")
    amount = next(a for a in understand(document).amounts if a.value == 3600)
    assert amount.source == source
    assert amount.evidence is not None
    words = document.quote(amount.evidence)
    assert words in body
    assert "3,600" not in words


def test_two_values_for_one_role_are_both_kept_and_told_of() -> None:
    body = "第二条 欠款总额\n乙方尚欠甲方人民币50,000元。\n第三条 其他\n双方再次确认欠款总额为48,000元。\n"
    facts = understand(read_bytes((HEAD + body).encode(), "a"))
    assert [str(a.value) for a in facts.amounts if a.role == "total_debt"] == ["50000", "48000"]
    assert ("total_debt", ("50000", "48000")) in [(c.fact, c.values) for c in facts.conflicts]
