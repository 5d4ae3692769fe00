"""References to clauses and annexes: the paper's own are found, those that lead nowhere are missing, no others are."""

import pytest
from msgspec.structs import replace

from agreecheck.facts import understand
from agreecheck.model.document import Document, Gap
from agreecheck.model.fact import Reference
from agreecheck.model.span import Place
from agreecheck.read import read_bytes

FRAME = """分期还款协议
甲方：云汀银行股份有限公司
乙方：曾映雪
第一条 截至2026年3月9日，乙方欠款12,000.00元。
第二条 乙方分12期偿还，每期1,000.00元。
第三条 {0}
第四条 本协议自双方签字之日起生效。
"""


def paper(sentence: str, annex: str = "") -> Document:
    return read_bytes((FRAME.format(sentence) + annex).encode(), "plan.txt")


def seen(document: Document) -> list[tuple[str, str, bool]]:
    return [(r.kind, document.quote(r.span), r.missing) for r in references(document)]


def references(document: Document) -> tuple[Reference, ...]:
    return understand(document).references


@pytest.mark.parametrize(
    "sentence",
    [
        "乙方逾期的，按第五条处理。",
        "乙方逾期的，按照本协议第九条承担责任。",
        "乙方违反第十二条的，甲方可以书面通知。",
        "第八条所列减免同时取消。",
        "逾期三期的，依据第7条执行。",
        "甲方可依本协议第六条宣布到期。",
    ],
)
def test_a_clause_that_is_not_there_is_missing(sentence: str) -> None:
    assert [(kind, lost) for kind, _, lost in seen(paper(sentence))] == [("clause", True)]


@pytest.mark.parametrize("sentence", ["乙方逾期的，按第二条处理。", "本协议第一条所列欠款不再变动。"])
def test_a_clause_that_is_there_is_not(sentence: str) -> None:
    assert [(kind, lost) for kind, _, lost in seen(paper(sentence))] == [("clause", False)]


def test_each_clause_of_a_list_is_looked_for() -> None:
    found = seen(paper("乙方违反本协议第一条、第二条或第九条的，视为违约。"))
    assert [(words, lost) for _, words, lost in found] == [("第一条", False), ("第二条", False), ("第九条", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "双方依据《民法典》第五百八十五条约定违约金。",
        "按照《中华人民共和国民法典》第五百八十五条、第五百八十六条执行。",
        "依照民法典第六百七十六条处理。",
        "按原合同第五条计收利息。",
        "利率按照借款合同第八条第二款执行。",
        "依据《信用卡领用合约》第十二条，甲方可以停卡。",
        "根据商业银行信用卡业务监督管理办法第七十条协商。",
        "利息按原协议第五条及第六条计算。",
    ],
)
def test_a_clause_of_a_law_or_another_contract_is_no_reference(sentence: str) -> None:
    assert seen(paper(sentence)) == []


def test_the_number_of_a_clause_refers_to_nothing() -> None:
    assert seen(paper("乙方应当按期还款。")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "费用标准见附件一。",
        "各项费用详见附表。",
        "本协议附件是本协议的组成部分。",
        "还款计划以附件二《还款计划表》为准。",
        "抵押物按照本协议附件三所列办理。",
    ],
)
def test_an_annex_that_is_not_there_is_missing(sentence: str) -> None:
    assert {(kind, lost) for kind, _, lost in seen(paper(sentence))} == {("annex", True)}


LIST = "附件一：费用标准\n账户管理费每月十元，短信费每月二元，其余不收费。\n"


def test_an_annex_with_something_below_its_heading_is_there() -> None:
    assert [lost for _, _, lost in seen(paper("费用标准见附件一。", LIST))] == [False]
    assert [lost for _, _, lost in seen(paper("费用标准见附件。", LIST))] == [False]
    assert [lost for _, _, lost in seen(paper("费用标准见附件二。", LIST))] == [True]


def test_a_heading_alone_is_no_annex() -> None:
    assert [lost for _, _, lost in seen(paper("费用标准见附件一。", "附件一：费用标准\n"))] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "本协议附件（如有）为本协议的组成部分。",
        "本协议无附件。",
        "还款计划以正文为准，不另附表。",
        "乙方身份证复印件作为附件。",
        "费用标准见原合同附件一。",
        "材料以邮件附件发送。",
        "受托方的授权委托书见附件。",
    ],
)
def test_what_is_no_annex_of_this_paper(sentence: str) -> None:
    assert seen(paper(sentence)) == []


def test_a_schedule_in_the_text_is_no_missing_annex() -> None:
    rows = "期次\t还款日\t应还金额\n" + "".join(f"{n}\t2026年{n + 3}月15日\t1,000.00元\n" for n in range(1, 7))
    assert [lost for _, _, lost in seen(paper("还款计划表见附件。", "附件：还款计划表\n" + rows))] == [False]


def test_nothing_is_missing_from_a_paper_that_was_not_read_in_full() -> None:
    partly = replace(
        paper("乙方逾期的，按第五条处理，费用标准见附件一。"),
        coverage=0.8,
        gaps=(Gap(place=Place(page=2), reason="image", at=0),),
    )
    assert [lost for _, _, lost in seen(partly)] == [False, False]


def test_a_paper_without_numbered_clauses_misses_none() -> None:
    document = read_bytes("还款承诺书\n本人欠款9,000元，逾期的，按第五条处理。\n".encode(), "pledge.txt")
    assert not [r for r in references(document) if r.missing]


def test_clauses_numbered_in_another_style_count() -> None:
    lines = (
        "还款协议",
        "一、乙方欠款9,000元。",
        "二、逾期的，按第三条处理。",
        "三、甲方可通知。",
        "四、违反第六条的，视为违约。",
    )
    document = read_bytes("\n".join(lines).encode(), "plan.txt")
    assert [(words, lost) for _, words, lost in seen(document)] == [("第三条", False), ("第六条", True)]
