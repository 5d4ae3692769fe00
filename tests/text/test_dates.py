"""Dates, ranges of dates, days that come back, times."""

from datetime import date

import pytest

from agreecheck.text.extract import Extracted, extract

KINDS = ("date", "date_range", "recurrence", "time")


def dated(text: str, as_of: date | None = None) -> list[Extracted]:
    return [one for one in extract(text, as_of) if one.kind in KINDS]


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("本协议于2026年3月15日签订", "2026-03-15", ""),
        ("二〇二六年三月十五日", "2026-03-15", ""),
        ("二○二六年三月十五日", "2026-03-15", ""),
        ("贰零贰陆年叁月壹拾伍日", "2026-03-15", ""),
        ("2026 年 5 月 1 日", "2026-05-01", ""),
        ("2026.3.15", "2026-03-15", ""),
        ("20260315", "2026-03-15", ""),
        ("民國115年3月15日", "2026-03-15", ""),
        ("民国一一五年三月十五日", "2026-03-15", ""),
        ("08/14/2026", "2026-08-14", ""),
        ("14/08/2026", "2026-08-14", ""),
        ("两千零二十六年三月十五日", "2026-03-15", ""),
        ("于15号前", "XXXX-XX-15", "before"),
        ("15年3月2日", "2015-03-02", ""),
        ("2026年12月31日前还清", "2026-12-31", "before"),
        ("不晚于2026年6月30日付清", "2026-06-30", "before"),
        ("最迟2026年6月30日付清", "2026-06-30", "before"),
        ("2026年6月30日之后", "2026-06-30", "after"),
        ("自2026年3月1日起计息", "2026-03-01", "after"),
        ("有效期至2026年12月31日止", "2026-12-31", "before"),
        ("2026年3月底前", "2026-03-31", "before"),
        ("2028年2月末", "2028-02-29", ""),
        ("2026年底前", "2026-12-31", "before"),
        ("26年年底前", "2026-12-31", "before"),
        ("二〇二七年元月十五日", "2027-01-15", ""),
        ("于元月15日前", "XXXX-01-15", "before"),
        ("最晚2027年6月30日", "2027-06-30", "before"),
        ("年底前", "XXXX-12-31", "before"),
        ("2026年12月月底", "2026-12-31", ""),
        ("3月份前", "XXXX-03", "before"),
        ("8月初前", "XXXX-08", "before"),
        ("星期一 2026年11月23日", "2026-11-23", ""),
        ("2026 11 23", "2026-11-23", ""),
        ("2026年首月", "2026-01", ""),
        ("on or before 15 March", "XXXX-03-15", "before"),
        ("by the end of March 2027", "2027-03-31", "before"),
        ("15日还款3000元", "XXXX-XX-15", ""),
        ("2026年3月", "2026-03", ""),
        ("2026年度", "2026", ""),
        ("3月15日前支付", "XXXX-03-15", "before"),
        ("于15日前支付", "XXXX-XX-15", "before"),
        ("by August 14, 2026", "2026-08-14", "before"),
        ("no later than 30 November 2026", "2026-11-30", "before"),
        ("after July 2026", "2026-07", "after"),
    ],
)
def test_one_date(text: str, value: str, mod: str) -> None:
    [one] = dated(text)
    assert (one.kind, one.value, one.mod, one.valid) == ("date", value, mod, True)


@pytest.mark.parametrize("text", ["2026年11月31日", "2026年2月30日", "2025年2月29日", "2026-13-05", "2026年6月31日"])
def test_a_date_that_does_not_exist_is_reported_as_written(text: str) -> None:
    [one] = dated(f"于{text}支付")
    assert (one.kind, one.valid, one.text) == ("date", False, text)


def test_the_29th_of_february_exists_in_a_leap_year() -> None:
    assert [one.valid for one in dated("2028年2月29日、2027年2月29日")] == [True, False]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("自2026年1月1日起至2026年12月31日止", "2026-01-01/2026-12-31"),
        ("2026.01.01-2026.12.31", "2026-01-01/2026-12-31"),
        ("2026年8月11日至8月22日", "2026-08-11/2026-08-22"),
        ("2026年12月9日到15日", "2026-12-09/2026-12-15"),
        ("2026年1月至2027年12月", "2026-01/2027-12"),
        ("2026年1-9月", "2026-01/2026-09"),
        ("2024-2026年", "2024/2026"),
        ("2026年第三季度", "2026-07/2026-09"),
        ("2026年上半年", "2026-01/2026-06"),
        ("二〇二六年下半年", "2026-07/2026-12"),
        ("26年第一季度", "2026-01/2026-03"),
        ("2026年前两个季度", "2026-01/2026-06"),
        ("2026年前三个月", "2026-01/2026-03"),
        ("2025.08-2026.07", "2025-08/2026-07"),
        ("2025年和2027年之间", "2025/2027"),
        ("2026年1月1日和2026年6月30日之间", "2026-01-01/2026-06-30"),
        ("2026年9月下旬", "2026-09-21/2026-09-30"),
        ("9月下旬", "XXXX-09-21/XXXX-09-30"),
        ("from July 1, 2026 to June 30, 2027", "2026-07-01/2027-06-30"),
    ],
)
def test_a_range_of_dates(text: str, value: str) -> None:
    [one] = dated(text)
    assert (one.kind, one.value) == ("date_range", value)


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("每月15日前还款", "P1M@15", "before"),
        ("每月15日（含）前", "P1M@15", "before"),
        ("每个自然月的10号之前", "P1M@10", "before"),
        ("每月还款日为15日", "P1M@15", ""),
        ("还款日：每月二十日", "P1M@20", ""),
        ("每月末", "P1M@-1", ""),
        ("每个月月底", "P1M@-1", ""),
        ("每月最后一日", "P1M@-1", ""),
        ("每月最后一个工作日", "P1M@-1", ""),
        ("每季度末月20日", "P3M@20", ""),
        ("每季末月的21日", "P3M@21", ""),
        ("每季度最后一个月的20日", "P3M@20", ""),
        ("每年6月30日前", "P1Y@06-30", "before"),
        ("每半年", "P0.5Y", ""),
        ("每三个月", "P3M", ""),
        ("每两周", "P2W", ""),
        ("每周三", "P1W@3", ""),
        ("每隔3天", "P3D", ""),
        ("次月10日", "P1M@10", "next"),
        ("当月25日", "P1M@25", ""),
        ("每月10日至15日", "P1M@15", ""),
        ("the 15th of each month", "P1M@15", ""),
        ("every month", "P1M", ""),
    ],
)
def test_what_comes_back(text: str, value: str, mod: str) -> None:
    [one] = dated(text)
    assert (one.kind, one.value, one.mod) == ("recurrence", value, mod)


def test_dates_on_a_list_share_the_year() -> None:
    assert [one.value for one in dated("2026年1月15日、2月15日和3月15日各还1,000元")] == [
        "2026-01-15",
        "2026-02-15",
        "2026-03-15",
    ]


def test_days_on_a_list_share_year_and_month() -> None:
    assert [(one.value, one.mod) for one in dated("2026年3月10日前、20日前、30日前各还1,000元")] == [
        ("2026-03-10", "before"),
        ("2026-03-20", "before"),
        ("2026-03-30", "before"),
    ]


def test_a_term_behind_a_date_is_no_day_of_its_month() -> None:
    assert [one.value for one in dated("2026年3月10日、15日内付清")] == ["2026-03-10"]


def test_a_month_of_each_year_is_no_date_of_one_year() -> None:
    [one] = dated("每年9月还款")
    assert (one.kind, one.value, one.note) == ("recurrence", "P1Y", ("month_9",))


def test_a_bare_day_gets_month_and_year_from_the_day_it_is_read() -> None:
    assert [one.value for one in dated("于30日支付", date(2026, 6, 14))] == ["2026-06-30"]
    assert [one.value for one in dated("于30日支付")] == ["XXXX-XX-30"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("每月15日前还款，遇法定节假日顺延至下一工作日", "holiday_next"),
        ("还款日为2026年5月1日，如遇节假日提前至前一工作日", "holiday_previous"),
        ("每月5日还款，遇节假日不顺延", "holiday_unmoved"),
        ("due 28 May 2026. If the 28th is not a working day, pay on the next working day", "holiday_next"),
        ("due May 28, 2026, or, on a weekend or public holiday, the preceding business day", "holiday_previous"),
    ],
)
def test_what_happens_on_a_holiday_is_a_note_of_the_date(text: str, note: str) -> None:
    assert dated(text)[0].note == (note,)


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("当日16:00前", "16:00", "before"),
        ("下午5时前", "17:00", "before"),
        ("24时", "24:00", ""),
        ("9:30", "09:30", ""),
        ("8 a.m.", "08:00", ""),
        ("晚上8点半", "20:30", ""),
    ],
)
def test_times(text: str, value: str, mod: str) -> None:
    [one] = dated(f"2026年3月15日{text}")[1:]
    assert (one.kind, one.value, one.mod) == ("time", value, mod)


@pytest.mark.parametrize(
    "text",
    [
        "2026年    月    日",
        "____年__月__日",
        "第六百七十六条",
        "1499只是一个数字",
        "零点五",
        "一日之计在于晨",
        "￥1,234,567.89",
        "法发〔2017〕22号",
        "编号：20240307001",
        "MZ-FQHK-2026-11-0260",
        "文汇路3月酒店5号楼",
        "比例为3.12",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [one for one in dated(text) if one.kind != "date" or one.value != "XXXX-03"] == []
