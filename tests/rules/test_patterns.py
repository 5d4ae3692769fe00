"""The notation of patterns keeps its promises (patterns/README.md)."""

import pytest

from agreecheck.errors import PackError
from agreecheck.model.fact import Amount, Party
from agreecheck.model.span import Span
from agreecheck.rules.notation import parse
from rules.small import NOTHING, clauses, said

FEE = {"fee": ("手续费", "服务费"), "charge": ("收取", "计收")}


def test_words_in_order_within_the_gap() -> None:
    assert said("甲方收取服务费", "{charge} ..0 {fee}", **FEE) == ["收取服务费"]
    assert said("甲方收取一定数额的服务费", "{charge} ..5 {fee}", **FEE) == ["收取一定数额的服务费"]
    assert said("甲方收取一定数额的服务费", "{charge} ..4 {fee}", **FEE) == []
    assert said("服务费由甲方收取", "{charge} ..9 {fee}", **FEE) == []


def test_words_that_touch_need_no_gap() -> None:
    assert said("收取服务费", "{charge} {fee}", **FEE) == ["收取服务费"]


def test_an_open_gap_runs_to_the_end_of_the_sentence_only() -> None:
    assert said("甲方收取款项，其中包括各类服务费。", "{charge} .. {fee}", **FEE) == ["收取款项，其中包括各类服务费"]
    assert said("甲方收取款项。其中包括各类服务费。", "{charge} .. {fee}", **FEE) == []


def test_and_looks_both_ways_in_the_scope() -> None:
    assert said("服务费由甲方收取", "{charge} & {fee}", **FEE) == ["收取"]
    assert said("服务费若干。甲方收取利息", "{charge} & {fee}", **FEE) == []
    assert said("服务费若干。甲方收取利息", "{charge} & {fee}", scope="document", **FEE) == ["收取"]


def test_and_not_bars_the_scope() -> None:
    assert said("甲方收取服务费，已减免", "{charge} ..9 {fee} &! 减免", **FEE) == []
    assert said("甲方收取服务费。已减免利息", "{charge} ..9 {fee} &! 减免", **FEE) == ["收取服务费"]


def test_literals_and_alternatives() -> None:
    assert said("乙方抛弃时效利益", "(放弃|抛弃) ..2 时效") == ["抛弃时效"]
    assert said("乙方放弃时效抗辩", "放弃 ..4 {claim|'抗辩}", claim=("诉权",)) == ["放弃时效抗辩"]
    assert said("a late fee applies", "late_fee") == ["late fee"]


@pytest.mark.parametrize(
    "denied",
    [
        "甲方不收取服务费", "甲方不另行收取服务费", "甲方不得以任何理由收取服务费", "甲方未曾收取服务费",
        "甲方不计收利息、罚息、复利及服务费",
    ],
)  # fmt: skip
def test_a_denied_word_is_no_hit(denied: str) -> None:
    pattern = "{charge}" if "复利" not in denied else "{fee}"
    assert said(denied, pattern, **FEE) == []
    assert said(denied, "!" + pattern, **FEE) != []
    assert said(denied, "?" + pattern, **FEE) != []


@pytest.mark.parametrize(
    "affirmed",
    [
        "乙方不得不支付，甲方收取服务费", "甲方无条件收取服务费", "乙方未还款的，甲方收取服务费", "不仅收取服务费",
        "甲方不经同意即可收取服务费",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_denial(affirmed: str) -> None:
    assert said(affirmed, "{charge}", **FEE) == ["收取"]
    assert said(affirmed, "!{charge}", **FEE) == []


def test_a_negation_that_is_the_words_own_does_not_turn_it() -> None:
    assert said("承诺均不作数", "{nil}", nil=("不作数",)) == ["不作数"]
    assert said("不以系统为准", "{by}", by=("以系统为准",)) == []


def test_a_comma_inside_a_number_parts_nothing() -> None:
    assert said("不收取12,000元服务费", "!{fee}", fee=("服务费",)) == []
    assert said("不得收取12,000元服务费", "!{fee}", fee=("服务费",)) == ["服务费"]


def test_figures_answer_by_kind_and_role() -> None:
    text = "甲方收取服务费800元"
    facts = type(NOTHING)(
        **{f: getattr(NOTHING, f) for f in ("type", "creditor_kind")},
        amounts=(Amount(value=800, currency="CNY", role="fee", span=Span(7, 11)),),
    )
    assert said(text, "{fee} ..4 {money}", facts, **FEE) == ["服务费800元"]
    assert said(text, "{fee} ..4 {amount:fee}", facts, **FEE) == ["服务费800元"]
    assert said(text, "{fee} ..4 {amount:penalty}", facts, **FEE) == []


def test_a_party_is_who_the_paper_says() -> None:
    text = "乙方有权取消减免"
    lender = Party(role="creditor", name="乙方", person=False, span=Span(0, 2), label="乙方", labels=(Span(0, 2),))
    facts = type(NOTHING)(type=NOTHING.type, creditor_kind=NOTHING.creditor_kind, parties=(lender,))
    assert said(text, "{creditor} ..2 取消", facts) == ["乙方有权取消"]
    assert said(text, "{debtor} ..2 取消", facts) == []
    assert said(text, "{debtor} ..2 取消") == ["乙方有权取消"]
    assert said(text, "{any_party} ..2 取消") == ["乙方有权取消"]


def test_scopes_clause_and_article() -> None:
    text = "一、违约\n1．逾期三期构成违约。\n2．甲方可宣布到期。\n二、其他\n3．甲方应通知。"
    paper = clauses(text, ("1", "一、"), ("1.1", "1．"), ("1.2", "2．"), ("2", "二、"), ("2.3", "3．"))
    assert said(paper, "到期 & 三期", scope="clause") == []
    assert said(paper, "到期 & 三期", scope="article") == ["到期"]
    assert said(paper, "@article 到期 & 三期") == ["到期"]
    assert said(paper, "到期 & 通知", scope="article") == []
    assert said(paper, "@document 到期 & 通知") == ["到期"]


def test_the_part_between_commas() -> None:
    assert said("甲方停止催收，乙方按期还款", "@part 停止 & 乙方") == []
    assert said("甲方停止催收，乙方按期还款", "停止 & 乙方") == ["停止"]


def test_definitions_start_no_match() -> None:
    assert said("“减免”指甲方不再收取的金额", "减免") == []
    assert said("甲方减免利息", "减免") == ["减免"]


@pytest.mark.parametrize("bad", ["", "{a} ..4", "& {a}", "{a} & ", "{a} @clause", "@nowhere {a}", "{} ..3 {a}", "!"])
def test_a_pattern_that_cannot_be_read_says_so(bad: str) -> None:
    with pytest.raises(PackError, match=r"cannot be read"):
        parse(bad)
