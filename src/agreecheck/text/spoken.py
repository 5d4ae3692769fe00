"""Figures as people write them: 30420.00 as 30,420.00, 2026-06-08 as 2026年6月8日 in Chinese."""

from agreecheck.expressions import compiled

_MONEY = compiled(r"(\d{4,})(\.\d\d)")
_DAY = compiled(r"(\d{4})-(\d\d)-(\d\d)")


def spoken(value: str, language: str) -> str:
    """A sum or a date for reading; whatever is more than that stays as it is."""
    if sum_ := _MONEY.fullmatch(value):
        return f"{int(sum_[1]):,}{sum_[2]}"
    day = _DAY.fullmatch(value) if language == "zh" else None
    return f"{day[1]}年{int(day[2])}月{int(day[3])}日" if day else value
