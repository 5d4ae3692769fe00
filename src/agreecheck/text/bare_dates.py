"""Bare days, months and years: 15日, 10月, 24年 may name a date or count; the words around decide."""

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.lengths import Length
from agreecheck.text.numerals import Quantity
from agreecheck.text.year_words import year_word

_MONTH_CUE = compiled(
    r"(?:期限?|期为|共|计|为期|满|达|超过|连续|累计|延长|延期|分|还款期|账期|最近|未来|[于过短长近])[ 为:达]{0,2}$"
)
DAY_CUE = compiled(r"(?:日[期为是:]{0,3}|(?<![少多低高大小等])于|[在至到自从]|定为|[本该当]月)$")
_DAY_REST = compiled(r"[^\d。;,\n]{0,3}(?:宽限|补救|犹豫|冷静|异议|期限|时间|通知|仍|未)")
# what makes days at the head of a text a length: 15日内, 30日以上, 7日后
_COUNTED = compiled(r" ?(?:[(内后的无免]|以|之|左右|或|起|至|到|、|-|~|—)")
_YEAR_CUE = compiled(r"(?:^|[,。;、(于自从在至截到])$")
_NAMED_DAY = compiled(r"为?(?:还款|到期|账单|扣款|付款|付息|结息|应还)日")
_CALENDAR = {"年": "Y", "月": "M", "日": "D"}


def is_date(text: str, quantity: Quantity, length: Length, *, bounded: bool) -> bool:
    """Whether the words name a date and count nothing. ``bounded``: 前 or 后 follows."""
    unit = _CALENDAR.get(text[quantity.end : length.end].strip())
    if unit is None or quantity.value is None or len(length.parts) != 1 or unit not in length.parts:
        return False
    before = text[max(0, quantity.start - 10) : quantity.start]
    if unit == "Y":
        return _is_year(text, quantity, length, before, bounded)
    if unit == "M":
        return quantity.value <= 12 and not _MONTH_CUE.search(before)
    return _is_day(text, quantity, length, before, bounded)


def _is_year(text: str, quantity: Quantity, length: Length, before: str, bounded: bool) -> bool:
    """07年, or 24年 alone between marks; else 20年 is how long something lasts."""
    if len(quantity.run) != 2 or quantity.value is None:
        return False
    if quantity.run[0] in "0零":
        return True
    alone = text[length.end : length.end + 1] in ("", ",", "。", ";") and not bounded and _YEAR_CUE.search(before)
    return bool(alone) and quantity.run.isascii() and 20 <= quantity.value <= 39


def _is_day(text: str, quantity: Quantity, length: Length, before: str, bounded: bool) -> bool:
    if quantity.value is None or quantity.value > 31 or quantity.value != int(quantity.value):
        return False
    if quantity.run == "一":
        return not bounded and not _MONTH_CUE.search(before)  # 一日之计 counts nothing; date() drops it
    if _DAY_REST.match(text, length.end):
        return False
    cue = bool(DAY_CUE.search(before))
    if quantity.form != "digits":
        return cue and not bounded
    alone = not before.strip() and not _COUNTED.match(text, length.end)
    return (cue or alone or bool(_NAMED_DAY.match(text, length.end))) and not before.endswith(("期至", "延长至"))


def date(text: str, quantity: Quantity, length: Length, mod: str, end: int) -> Mention | None:
    """The date that is named, with X for what is not written; ``end`` includes the words of ``mod``."""
    unit, number = next(iter(length.parts.items()))
    if number == 0 or quantity.run in "一零":
        return None
    year = int(number) + (1900 if number >= 50 else 2000)
    value = {"Y": f"{year}", "M": f"XXXX-{int(number):02d}", "D": f"XXXX-XX-{int(number):02d}"}[unit]
    said = year_word(text, quantity.start) if unit == "M" else None
    start, note = (said[0], (said[1],)) if said else (quantity.start, ())
    return Mention(kind="date", value=value, span=Span(start, end), mod=mod, valid=True, note=note)
