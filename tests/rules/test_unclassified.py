"""What binds somebody and fits no rule is listed for the reader; what a rule knows, or what binds nobody, is not."""

import pytest

import agreecheck
from agreecheck.report import render
from agreecheck.report.view import view

FRAME = """分期还款协议
甲方：云汀银行股份有限公司
乙方：曾映雪，身份证号码：9901**********8125
第一条 截至2026年3月9日，乙方欠款本金12,000.00元。
第二条 乙方分12期偿还，每期1,000.00元，每月15日还款，首期2026年4月15日。
第三条 {0}
第四条 全部还清后五个工作日内，甲方免费出具结清证明。
"""


def listed(sentence: str) -> list[str]:
    report = agreecheck.check_text(FRAME.format(sentence), second_reader=False)
    return [report.document.quote(span) for span in report.unclassified]


@pytest.mark.parametrize(
    "sentence",
    [
        "乙方应定期参加甲方组织的诚信学习班。",
        "甲方有权使用乙方的肖像进行宣传。",
        "乙方承诺为甲方推荐三名新客户。",
        "乙方不得离开本市超过十五日。",
    ],
)
def test_a_duty_that_no_rule_knows_is_listed(sentence: str) -> None:
    assert [words.removeprefix("第三条 ") for words in listed(sentence)] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "乙方任意一期逾期的，甲方有权不经催告宣布全部款项立即到期。",
        "甲方不得联系乙方的家属和单位。",
        "乙方可以提前还清，无需支付违约金。",
    ],
)
def test_a_sentence_that_some_rule_knows_is_not(sentence: str) -> None:
    assert listed(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["双方经友好协商，达成一致。", "“学习班”是指应由甲方组织的学习班。", "应还款项如上。"]
)
def test_what_binds_nobody_is_not(sentence: str) -> None:
    assert listed(sentence) == []


def test_the_report_gives_place_and_number() -> None:
    shown = view(agreecheck.check_text(FRAME.format("乙方应定期参加诚信学习班。"), second_reader=False))
    (quote,) = shown.unclassified
    assert (quote.clause, quote.quote.endswith("诚信学习班。")) == ("3", True)
    for form in ("terminal", "markdown", "html"):
        assert "未归类，请自行阅读" in render(shown, form)
    assert "1 处（第三条）" in render(shown, "terminal")


def test_a_paper_that_is_no_agreement_lists_nothing() -> None:
    report = agreecheck.check_text(
        "房屋租赁合同\n出租人：甲\n承租人：乙\n承租人应定期打扫。\n租金每月2,000元，租期一年。", second_reader=False
    )
    assert report.unclassified == ()
