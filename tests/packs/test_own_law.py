"""A law file of one's own: it replaces what it names, adds what is new, and says where it is wrong."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from agreecheck.errors import ConfigError
from agreecheck.packs.law import law, with_own


def written(folder: Path, text: str) -> Path:
    file = folder / "law.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_new_prime_rate_holds_from_its_day(tmp_path: Path) -> None:
    book = with_own(written(tmp_path, 'prime_rate = { points = [{ since = 2026-10-20, percent = "2.90" }] }'))
    before, after = book.prime_rate.on(date(2026, 10, 19)), book.prime_rate.on(date(2026, 10, 20))
    assert before
    assert before.percent == Decimal("3.00")
    assert after
    assert after.percent == Decimal("2.90")
    assert book.prime_rate.as_of == date(2026, 10, 20)


def test_a_named_ceiling_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    text = 'ceilings = [{ law = "court24", percent = 20, creditors = ["bank_card"] }]'
    book = with_own(written(tmp_path, text))
    assert [c.law for c in book.ceilings] == [c.law for c in law().ceilings]
    assert next(c for c in book.ceilings if c.law == "court24").percent == 20


def test_the_holidays_of_a_new_year_are_added(tmp_path: Path) -> None:
    text = '[[holidays]]\nyear = 2027\nsource = "x"\noff = [{ first = 2027-01-01, last = 2027-01-03 }]\nworked = []\n'
    assert [h.year for h in with_own(written(tmp_path, text)).holidays] == [2026, 2027]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert with_own(written(tmp_path, "")) == law()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("celings = []", "celings"),
        ('ceilings = [{ law = "nowhere", percent = 20 }]', "nowhere"),
        ('ceilings = [{ law = "court24" }]', "$.ceilings[0]"),
        ('prime_rate = { points = [{ since = 2026-10-20, percent = "x" }] }', "$.prime_rate.points[0].percent"),
        ("thresholds = { limitation = 3 }", "limitation"),
    ],
)
def test_a_wrong_entry_names_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        with_own(file)
    assert raised.value.where == str(file)
    assert named in raised.value.what
