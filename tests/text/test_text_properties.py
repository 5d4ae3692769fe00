"""Promises that hold for every value and for every text."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agreecheck.text.extract import extract
from agreecheck.text.fold import fold
from agreecheck.text.numerals import parse
from agreecheck.text.scan import scan
from text.written_forms import amounts, chinese, dates, full_width

SIGNS = (
    "0123456789０１９零〇一二两三十百千万亿壹贰叁拾佰仟元圆角分整年月日天期个工作自起至到内前后第每息利率按%％‰"
    ".，,。；、：:-—~/（）()¥￥$ 　\t\n*＊_LPRbpAPRkwxX@\0⺠⽉"
)
written = st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=80))


@given(st.integers(0, 10**16 - 1))
@example(10**8)
@example(1_0000_0001)
def test_a_whole_number_in_chinese_reads_back(number: int) -> None:
    assert parse(chinese(number)) == number
    assert parse(chinese(number, capital=True)) == number


@given(
    st.integers(1, 10**12), st.sampled_from([("应还", "。"), ("本金为", "，"), ("（", "）"), ("\n", "\n"), ("", "")])
)
def test_an_amount_reads_back_from_every_form_with_its_place(cents: int, around: tuple[str, str]) -> None:
    for form in amounts(cents):
        text = form.join(around)
        facts = [one for one in extract(text) if one.kind == "money"]
        assert [(Decimal(one.value), one.unit, one.text) for one in facts] == [(Decimal(cents) / 100, "CNY", form)], (
            text
        )


@given(st.integers(1, 10**9), st.sampled_from(["-{}元", "负{}元", "-¥{}", "¥-{}"]))
def test_a_minus_sign_is_kept(yuan: int, form: str) -> None:
    [one] = extract("余额为" + form.format(yuan))
    assert Decimal(one.value) == -yuan


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["{}元至{}元", "{}-{}元", "¥{}~¥{}", "人民币{}元到{}元"]),
)
def test_a_range_of_amounts_is_one_fact(low: int, more: int, form: str) -> None:
    [one] = extract(form.format(low, low + more))
    assert (one.kind, one.value) == ("money_range", f"{low}..{low + more}")


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    st.sampled_from([("于", "支付"), ("签订日期：", "。"), ("（", "）")]),
)
def test_a_date_reads_back_from_every_form_with_its_place(day: date, around: tuple[str, str]) -> None:
    for form in dates(day):
        text = form.join(around)
        facts = [(one.kind, one.value, one.text, one.valid) for one in extract(text)]
        assert facts == [("date", day.isoformat(), form, True)], text


@given(st.integers(2000, 2099), st.integers(1, 12), st.integers(32, 99))
def test_a_day_that_no_month_has_is_still_a_date(year: int, month: int, day: int) -> None:
    [one] = extract(f"于{year}年{month}月{day}日支付")
    assert (one.kind, one.value, one.valid) == ("date", f"{year}-{month:02d}-{day:02d}", False)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 30)),
    st.integers(1, 3000),
    st.sampled_from(["自{}起至{}止", "{}至{}", "{}-{}", "从{}到{}"]),
)
def test_two_dates_with_a_link_are_one_range(start: date, days: int, form: str) -> None:
    end = date.fromordinal(min(start.toordinal() + days, date(2099, 12, 31).toordinal()))
    text = form.format(*(f"{day.year}年{day.month}月{day.day}日" for day in (start, end)))
    [one] = extract(text)
    assert (one.kind, one.value) == ("date_range", f"{start}/{end}")


TENTHS = {"百分之": Decimal(1), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}


@given(st.integers(1, 99), st.sampled_from(list(TENTHS)), st.sampled_from(["年", "月", "日"]))
def test_a_rate_in_parts_is_in_percent(parts: int, unit: str, period: str) -> None:
    expected = TENTHS[unit] * parts
    per_year = expected * {"年": 1, "月": 12, "日": 365}[period]
    name = {"年": "year", "月": "month", "日": "day"}[period]
    for form in (
        f"{period}利率{unit}{chinese(parts)}",
        f"{period}利率为{unit}{parts}",
        f"按{period}{unit}{chinese(parts)}",
        f"每{period}{unit}{parts}",
    ):
        [one] = extract(form)
        assert (one.kind, Decimal(one.value), one.unit, Decimal(one.per_year)) == (
            "rate",
            expected,
            f"%/{name}",
            per_year,
        ), form


@given(st.decimals("0.001", "99.999", places=3), st.sampled_from(["年", "月", "日"]))
def test_a_rate_in_percent_has_its_period_from_either_side(percent: Decimal, period: str) -> None:
    name = {"年": "year", "月": "month", "日": "day"}[period]
    forms = [
        f"{period}利率{percent}%",
        f"{period}利率为{full_width(str(percent))}％",
        f"{percent}%/{period}",
        f"按{period}{percent}%计收",
        f"{period}利率：{percent * 10}‰",
    ]
    for form in forms:
        [one] = extract(form)
        assert (one.kind, Decimal(one.value), one.unit) == ("rate", percent, f"%/{name}"), form


UNITS = {"个月": "M", "年": "Y", "天": "D", "个工作日": "B", "周": "W"}


@given(st.integers(2, 60), st.sampled_from(list(UNITS)))
def test_a_duration_reads_back(count: int, unit: str) -> None:
    for number in (str(count), chinese(count), full_width(str(count)), f"{count} "):
        [one] = extract(f"期限为{number}{unit}")
        assert (one.kind, one.value, one.text) == ("duration", f"P{count}{UNITS[unit]}", number + unit)


@given(st.integers(2, 90), st.sampled_from(["签订", "收到书面通知", "本协议生效"]))
def test_a_deadline_keeps_the_event_it_counts_from(days: int, event: str) -> None:
    [one] = extract(f"应自{event}之日起{days}日内付清")
    assert (one.kind, one.value, one.event, one.text) == (
        "deadline",
        f"P{days}D",
        f"{event}之日",
        f"自{event}之日起{days}日内",
    )


@given(st.integers(1, 31))
def test_a_day_of_every_month_is_a_recurrence(day: int) -> None:
    for form in (f"每月{day}日", f"每月{chinese(day)}日", f"每个月的{day}号", f"每月还款日为{day}日"):
        [one] = extract(form)
        assert (one.kind, one.value) == ("recurrence", f"P1M@{day}"), form


@given(st.integers(2, 360))
def test_the_number_of_instalments_is_a_count(count: int) -> None:
    for form in (f"分{count}期偿还", f"共{chinese(count)}期", f"分{count}次还清"):
        [one] = extract(form)
        assert (one.kind, one.value, one.unit) == ("count", str(count), "期"), form


@settings(max_examples=400)
@given(written)
def test_every_text_can_be_scanned_and_every_fact_is_a_slice_of_it(text: str) -> None:
    end = 0
    for one in scan(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
    assert all(one.text == text[one.start : one.end] for one in extract(text))


@given(written)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "万",
        "1,",
        "1 ",
        "每",
        "自",
        "年",
        "2026年",
        "1元",
        "%",
        "*",
        "(",
        "第",
        "-",
        "A1-",
        "壹拾",
        "1分之",
        ".",
        "每月1日至",
        "LPR",
        "a@",
        "1万",
        " ",
    ],
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            scan(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 16 * max(seconds(5_000), 0.01)
