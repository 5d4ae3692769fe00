"""Lengths of time: numerals with their units, such as 十二个月, 一年半, 3年6个月, 5个工作日, 10 business days."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity

_RATE_WORD = "利息费率化"
_CHINESE_UNIT = (
    r"(?P<B>个? ?(?:银行)?(?:工作|营业|交易)日|个? ?工作天|个? ?银行日)"
    rf"|(?P<Y>[个周]?年(?![{_RATE_WORD}度级代底末初中份]|期(?:以上)?的?(?:LPR|贷款市场报价)))"
    rf"|(?P<M>个?半?(?:自然|足)?个?月(?![{_RATE_WORD}份底末初])|个半月|个?季度)"
    rf"|(?P<W>个?(?:星期|礼拜|周(?![{_RATE_WORD}年末岁])))"
    rf"|(?P<D>个?(?:自然|日历)?[日天](?![{_RATE_WORD}元圆币常均]))"
    r"|(?P<H>个?(?:小时|钟头))|(?P<I>分钟)"
)
_ENGLISH_UNIT = (
    r"(?i:\)? ?(?:(?:full|whole|consecutive|successive) )?"
    r"(?:(?P<eB>(?:business|working|banking)[ -]days?)|(?P<eD>(?:calendar )?days?)"
    r"|(?P<eM>(?:calendar )?months?)|(?P<eW>weeks?)|(?P<eY>years?)|(?P<eH>hours?))(?![a-z]))"
)
_UNIT = compiled(rf" {{0,2}}(?:个?[多余])?(?:{_CHINESE_UNIT}|{_ENGLISH_UNIT})(?P<half>半)?")
# what a unit can begin with
FIRST = frozenset(" 多余个工营交银周年半自足月季星礼日天小钟分(bBwWcCdDmMyYhHfFsS)")
_ORDER = "YMWDBHI"


class Length(NamedTuple):
    """Amounts by ISO letter (B working days, I minutes), where they end, how many quantities they took."""

    parts: dict[str, Decimal]
    end: int
    used: int

    @property
    def iso(self) -> str:
        days = "".join(f"{plain(self.parts[unit])}{unit}" for unit in "YMWDB" if unit in self.parts)
        clock = "".join(
            f"{plain(self.parts[unit])}{letter}" for unit, letter in (("H", "H"), ("I", "M")) if unit in self.parts
        )
        return f"P{days}" + (f"T{clock}" if clock else "")


def length_at(text: str, quantities: Sequence[Quantity], at: int) -> Length | None:
    """The length that begins with ``quantities[at]``; units from the largest to the smallest."""
    parts: dict[str, Decimal] = {}
    end, used = quantities[at].start, 0
    for quantity in quantities[at : at + 4]:
        if quantity.value is None or (used and text[end : quantity.start].strip(" 零又")):
            break
        match = _UNIT.match(text, quantity.end) if text[quantity.end : quantity.end + 1] in FIRST else None
        if match is None:
            break
        unit, word = next((name[-1], word) for name, word in match.groupdict().items() if word and name != "half")
        if unit in parts or (parts and (unit == "B" or _ORDER.index(unit) < _ORDER.index(list(parts)[-1]))):
            break
        if unit == "Y" and quantity.value > 100:
            break
        value = quantity.value * (3 if "季度" in word else 1)
        parts[unit] = value + (Decimal("0.5") if match["half"] or (unit == "M" and "半" in word) else 0)
        end, used = match.end(), used + 1
        if match["half"]:
            break
    return Length(parts, end, used) if used else None
