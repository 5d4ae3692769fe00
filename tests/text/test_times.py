"""Times of the day, also as the two ends of a stretch of it; and lengths that are more than a half."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck import extract


def times(text: str) -> list[str]:
    return [one.value for one in extract(text) if one.kind == "time"]


@given(st.integers(0, 23), st.integers(0, 23), st.sampled_from("至到-~—"), st.sampled_from("时点"))
def test_both_ends_of_a_stretch_of_the_day(first: int, last: int, link: str, unit: str) -> None:
    assert times(f"每日{first}{unit}{link}{last}{unit}之间联系") == [f"{first:02}:00", f"{last:02}:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8时至次日6时", ["08:00", "06:00"]),
        ("上午9时至下午6时", ["09:00", "18:00"]),
        ("21:00至次日8:00", ["21:00", "08:00"]),
        ("早8点到晚8点", ["08:00", "20:00"]),
    ],
)
def test_a_stretch_in_other_words(text: str, expected: list[str]) -> None:
    assert times(f"不得在{text}致电。") == expected


@pytest.mark.parametrize("text", ["第8时间段", "8时间隔20时候", "比例为3点5"])
def test_other_words_are_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("大半天", "P0.5D..P0.9D"), ("大半年", "P0.5Y..P0.9Y"), ("大半个月", "P0.5M..P0.9M")]
)
def test_more_than_a_half(text: str, value: str) -> None:
    assert [(one.kind, one.value, one.text) for one in extract(f"拖了{text}没还。")] == [
        ("duration_range", value, text)
    ]


@pytest.mark.parametrize("text", ["一大半", "过大半年", "大半年度"])
def test_other_halves_are_silent(text: str) -> None:
    assert extract(text) == []


@given(st.sampled_from(["联系人", "邮箱", "张三", "至"]), st.sampled_from(["即可", "收", "。", "，抄送"]))
def test_an_address_right_beside_chinese(before: str, behind: str) -> None:
    found = extract(f"{before}wang.li@mail.example{behind}")
    assert [(one.kind, one.text) for one in found] == [("email", "wang.li@mail.example")]
