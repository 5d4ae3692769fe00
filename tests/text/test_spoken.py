"""Figures in questions are written as people write them."""

import pytest

from agreecheck.text.spoken import spoken


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("30420.00", "30,420.00", "30,420.00"),
        ("999.50", "999.50", "999.50"),
        ("1234567.89", "1,234,567.89", "1,234,567.89"),
        ("欠30420.00元", "欠30420.00元", "欠30420.00元"),
        ("2026-06-08", "2026年6月8日", "2026-06-08"),
        ("2026年11月31日", "2026年11月31日", "2026年11月31日"),
        ("36", "36", "36"),
        ("CN-2026-11-08801", "CN-2026-11-08801", "CN-2026-11-08801"),
    ],
)
def test_spoken(value: str, zh: str, en: str) -> None:
    assert (spoken(value, "zh"), spoken(value, "en")) == (zh, en)
