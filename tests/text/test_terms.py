"""Durations, deadlines, counts and ordinals of instalments."""

import pytest

from agreecheck.text.extract import Extracted, extract

KINDS = ("duration", "duration_range", "deadline", "count", "ordinal", "ordinal_range")


def terms(text: str) -> list[Extracted]:
    return [one for one in extract(text) if one.kind in KINDS]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("共十二个月", "P12M"),
        ("一年半", "P1.5Y"),
        ("半年", "P0.5Y"),
        ("两个半月", "P2.5M"),
        ("三年零六个月", "P3Y6M"),
        ("1年6个月", "P1Y6M"),
        ("宽限期为7日", "P7D"),
        ("逾期超过15日", "P15D"),
        ("提前十日通知", "P10D"),
        ("给予15日补救期", "P15D"),
        ("五个工作日", "P5B"),
        ("10个银行工作日", "P10B"),
        ("14個工作天", "P14B"),
        ("三十（30）个月", "P30M"),
        ("24小时", "PT24H"),
        ("俩礼拜", "P2W"),
        ("保存五年", "P5Y"),
        ("期限20年", "P20Y"),
        ("近三月", "P3M"),
        ("近仨月", "P3M"),
        ("每期宽限5日", "P5D"),
        ("满三十日", "P30D"),
        ("逾期满15天", "P15D"),
        ("for 36 consecutive months", "P36M"),
        ("a term of 12 months", "P12M"),
    ],
)
def test_a_duration(text: str, value: str) -> None:
    [one] = terms(text)
    assert (one.kind, one.value) == ("duration", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3至6个月", "P3M..P6M"),
        ("3~6个月", "P3M..P6M"),
        ("十五年以上,30年以下", "P15Y..P30Y"),
        ("3-5个工作日", "P3B..P5B"),
        ("1年至3年", "P1Y..P3Y"),
    ],
)
def test_a_range_of_durations(text: str, value: str) -> None:
    [one] = terms(text)
    assert (one.kind, one.value) == ("duration_range", value)


@pytest.mark.parametrize(
    ("text", "value", "event"),
    [
        ("应自签订之日起30日内付清", "P30D", "签订之日"),
        ("乙方应在收到通知后3个工作日内答复", "P3B", "收到通知"),
        ("本协议生效之日起三十个自然日内支付", "P30D", "本协议生效之日"),
        ("收到甲方书面催告后十五日内仍未支付的", "P15D", "收到甲方书面催告"),
        ("全部结清款到账后的7个工作日内", "P7B", "全部结清款到账"),
        ("结清次日起3日内", "P3D", "结清次日"),
        ("应在10个工作日内书面答复", "P10B", ""),
        ("自2026年3月1日起六个月内", "P6M", "2026年3月1日"),
        ("自主债务履行期届满之日起三年", "P3Y", "主债务履行期届满之日"),
        ("within 30 days after receipt of the notice", "P30D", "receipt of the notice"),
        ("within ten (10) business days", "P10B", ""),
        ("24小时内", "PT24H", ""),
        ("60日内", "P60D", ""),
    ],
)
def test_a_deadline_and_its_event(text: str, value: str, event: str) -> None:
    [one] = terms(text)
    assert (one.kind, one.value, one.event) == ("deadline", value, event)


def test_a_date_that_a_deadline_counts_from_stays_a_date() -> None:
    assert [(one.kind, one.value) for one in extract("自2026年3月1日起六个月内")] == [
        ("date", "2026-03-01"),
        ("deadline", "P6M"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("分12期偿还", "12"),
        ("共十二期", "12"),
        ("分四次把钱还清", "4"),
        ("连续两期", "2"),
        ("分三笔支付", "3"),
        ("12 monthly payments", "12"),
    ],
)
def test_a_count_of_instalments(text: str, value: str) -> None:
    [one] = terms(text)
    assert (one.kind, one.value, one.unit) == ("count", value, "期")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("第3期", "ordinal", "3"),
        ("第十二期", "ordinal", "12"),
        ("第1期至第11期", "ordinal_range", "1..11"),
        ("第1-11期每期", "ordinal_range", "1..11"),
        ("第二，", "ordinal", "2"),
    ],
)
def test_which_instalment(text: str, kind: str, value: str) -> None:
    [one] = terms(text)
    assert (one.kind, one.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "任何一期逾期",
        "最后一期款项",
        "一次性还清",
        "第三条第（二）项第1款",
        "一年按360天计算",
        "顺延至下一工作日",
        "每逾期一日",
        "那一天",
        "一期",
    ],
)
def test_what_is_no_term(text: str) -> None:
    assert terms(text) == []


def test_a_deadline_does_not_reach_back_over_a_question() -> None:
    text = "还清以后呢？您付清最后一期后7个工作日内出具结清证明。"
    assert [one.text for one in terms(text)] == ["您付清最后一期后7个工作日内"]


@pytest.mark.parametrize(("text", "value"), [("3个多月", "P3M"), ("一年多", "P1Y"), ("20余天", "P20D")])
def test_some_more_than_a_length_is_a_lower_bound(text: str, value: str) -> None:
    [one] = terms(f"已逾期{text}")
    assert (one.kind, one.value, one.mod) == ("duration", value, ">")


def test_years_of_the_calendar_are_no_length() -> None:
    assert terms("取最高的两个年份") == []
