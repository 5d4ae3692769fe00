"""Numbers in English words where a unit makes them facts, and dates of which day and month could change places."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck import extract

ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int) -> str:
    """The value as it is written out, from 1 to 999,999."""
    if value >= 1000:
        rest = f" {in_words(value % 1000)}" if value % 1000 else ""
        return f"{in_words(value // 1000)} thousand{rest}"
    if value >= 100:
        return f"{ONES[value // 100]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    if value >= 20:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    return ONES[value]


def read(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.text) for one in extract(text)]


@given(st.integers(1, 999_999))
def test_any_sum_in_words_is_read_back(value: int) -> None:
    words = f"{in_words(value)} dollars"
    assert read(f"You agree to pay {words} in full.") == [("money", str(value), words)]


@given(st.integers(2, 120))
def test_any_number_of_payments_and_days_in_words(value: int) -> None:
    assert read(f"in {in_words(value)} equal monthly payments")[0][:2] == ("count", str(value))
    assert read(f"a notice of {in_words(value)} days")[0][:2] == ("duration", f"P{value}D")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within fourteen (14) days after receipt", ("deadline", "P14D")),
        ("within thirty days", ("deadline", "P30D")),
        ("fifteen hundred dollars", ("money", "1500")),
        ("four payments", ("count", "4")),
        ("every two weeks", ("recurrence", "P2W")),
        ("every other month", ("recurrence", "P2M")),
    ],
)
def test_such_numbers_in_a_sentence(text: str, expected: tuple[str, str]) -> None:
    assert [found[:2] for found in read(f"The debtor pays {text}.")] == [expected]


def test_words_and_digits_that_differ_stay_two_numbers() -> None:
    assert {value for _, value, _ in read("twenty-five dollars ($35.00)")} == {"25", "35.00"}


@pytest.mark.parametrize("text", ["No one owes it.", "One of the parties signs.", "The two of us agree, one by one."])
def test_number_words_without_a_unit_are_silent(text: str) -> None:
    assert read(text) == []


def test_a_date_that_reads_both_ways_keeps_both_readings() -> None:
    (one,) = extract("Payment is due 08/10/2026.")
    assert (one.value, one.note) == ("2026-XX-XX", ("2026-08-10", "2026-10-08"))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)).filter(lambda day: day.day <= 12), st.booleans())
def test_another_date_of_the_text_shows_the_order(day: date, day_first: bool) -> None:
    form = "%d/%m/%Y" if day_first else "%m/%d/%Y"
    text = f"Signed {date(2026, 3, 25).strftime(form)}, due {day.strftime(form)}."
    assert [one.value for one in extract(text)] == ["2026-03-25", day.isoformat()]


def test_texts_that_show_both_orders_show_none() -> None:
    values = [one.value for one in extract("25/03/2026, 03/25/2026 and 08/10/2026")]
    assert values[-1] == "2026-XX-XX"
