"""The same sentence set in another way holds the same facts."""

import re

import pytest

from agreecheck.text.scan import scan
from text.written_forms import full_width

SENTENCES = (
    "截至2026年8月25日，乙方尚欠本金71,800.00元、利息6,902.18元，合计人民币柒万捌仟柒佰零贰元壹角捌分（¥78,702.18）。",
    "上述欠款分48期偿还，首期还款日为2026年10月12日，每月12日23:00前入账，遇法定节假日顺延。",
    "第1期至第11期每期3000元，第12期2,800元，于2027年9月15日前付清。",
    "年利率5.40%（月利率0.45%），逾期按日万分之5计收罚息，罚息利率加收50%，按一年360天计算。",
    "每逾期1日，按未还金额的0.05%支付违约金；月息2分5厘。",
    "应自收到通知之日起30日内付清，账单日后第20日，宽限期3个工作日，24小时内答复。",
    "自2026年3月1日起至2027年2月28日止，每月还款日为15日，次月10日前，每季度末月20日结息。",
    "住所：沐泽市文汇路50号3号楼2单元1501室，邮编610000，案号（2026）川0107民初1234号。",
    "按一年期LPR加50个基点，不超过贷款市场报价利率的4倍，不低于3000元，3至6个月，3000元至5000元。",
)


def facts(text: str) -> list[tuple[str, ...]]:
    return [(one.kind, one.value, one.unit, one.mod, one.event, *one.note) for one in scan(text)]


def spaced(text: str, space: str) -> str:
    """With a space between digits and Chinese, as many word processors set it."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", space, text)


@pytest.mark.parametrize("space", [" ", "  ", "\u3000", "\u00a0", "\u2009"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_spaces_around_digits_change_nothing(sentence: str, space: str) -> None:
    assert facts(spaced(sentence, space)) == facts(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_full_width_signs_change_nothing(sentence: str) -> None:
    assert facts(re.sub(r"\d[\d.,]*\d|[\d%]", lambda match: full_width(match[0]), sentence)) == facts(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_facts_do_not_depend_on_the_sentence_before(sentence: str) -> None:
    assert facts(f"甲方为债权人。{sentence}") == facts(sentence)
    assert facts(f"{sentence}\n{sentence}") == facts(sentence) * 2


def test_a_place_includes_the_spaces_inside_and_none_outside() -> None:
    text = "应于 2026 年 3 月 15 日 支付 5,000 元 整"
    assert [one.span.slice(text) for one in scan(text)] == ["2026 年 3 月 15 日", "5,000 元 整"]


def test_columns_are_not_joined() -> None:
    assert [one.value for one in scan("1\t2026-12-15\t3,000.00\t2,900.00")] == ["1", "2026-12-15", "3000.00", "2900.00"]
    assert [one.value for one in scan("第12期 2027年1月15日 3,000.00元")] == ["12", "2027-01-15", "3000.00"]
    assert [one.value for one in scan("2026年12月 15,000元")] == ["2026-12", "15000"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("二、利率\n2.2 月利率为0.9%。", "0.9", "%/month"),
        ("二、利率\n3.1  日利率为0.05%。", "0.05", "%/day"),
        ("二、利率\n4 年利率为8%。", "8", "%/year"),
    ],
)
def test_the_number_of_a_clause_does_not_count_what_the_clause_is_about(text: str, value: str, unit: str) -> None:
    assert [(m.value, m.unit) for m in scan(text) if m.kind == "rate"] == [(value, unit)]
