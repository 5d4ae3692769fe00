"""Days with a name: those of the lunar calendar are never taken for days of the other one."""

from datetime import date

import pytest

from agreecheck.text.extract import extract


@pytest.mark.parametrize(
    ("text", "value", "words", "mod"),
    [
        ("农历正月十五前还清", "XXXX-XX-XX", "农历正月十五前", "before"),
        ("于农历八月十五付清", "XXXX-XX-XX", "农历八月十五", ""),
        ("農曆八月十五前", "XXXX-XX-XX", "農曆八月十五前", "before"),
        ("2026年农历腊月二十三前", "2026-XX-XX", "2026年农历腊月二十三前", "before"),
        ("农历二〇二六年闰六月初一", "2026-XX-XX", "农历二〇二六年闰六月初一", ""),
        ("腊月二十八之前", "XXXX-XX-XX", "腊月二十八之前", "before"),
        ("正月底前", "XXXX-XX-XX", "正月底前", "before"),
        ("大年三十前", "XXXX-XX-XX", "大年三十前", "before"),
        ("春节前付一半", "XXXX-XX-XX", "春节前", "before"),
        ("中秋节后结清", "XXXX-XX-XX", "中秋节后", "after"),
    ],
)
def test_a_lunar_day_keeps_its_month_and_day_open(text: str, value: str, words: str, mod: str) -> None:
    [one] = extract(text)
    assert (one.kind, one.value, one.text, one.mod, one.note) == ("date", value, words, mod, ("lunar",))


def test_the_day_of_reading_does_not_fill_it_in() -> None:
    assert [one.value for one in extract("农历正月十五前", date(2026, 11, 23))] == ["XXXX-XX-XX"]


def test_the_other_calendar_beside_it_is_read_as_ever() -> None:
    first, second = extract("2026年9月25日（农历八月十五）")
    assert (first.value, second.value) == ("2026-09-25", "XXXX-XX-XX")


@pytest.mark.parametrize("text", ["遇春节、中秋节等法定节假日", "日历年", "本公司历任负责人"])
def test_holidays_that_are_only_named_are_no_dates(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("2027年元旦前付清", "2027-01-01", "2027年元旦前"),
        ("元旦之前", "XXXX-01-01", "元旦之前"),
        ("国庆节前", "XXXX-10-01", "国庆节前"),
    ],
)
def test_a_holiday_of_a_fixed_day_has_its_date(text: str, value: str, words: str) -> None:
    [one] = extract(text)
    assert (one.kind, one.value, one.text, one.mod) == ("date", value, words, "before")
