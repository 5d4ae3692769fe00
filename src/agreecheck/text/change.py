"""Parts of a yuan: 角 and 分 behind it (三元五角) or alone (两角五分, 伍分), a last digit without unit (三块四毛五)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.text.numerals import CAPITAL, DIGIT, Quantity

_WORTH = {"角": Decimal("0.1"), "毛": Decimal("0.1")} | dict.fromkeys(
    ("分", "美分", "cent", "cents", "pence"), Decimal("0.01")
)
_UNIT = compiled(
    r" ?(?P<unit>美分|[角毛](?![形色]|大楼)|分(?![之期次钟批月年行部公别数析摊配店支])|(?i:cents?|pence)(?![a-z]))"
)
_LINK = compiled(r" and |[ 又|]{0,2}")
_LAST = compiled(r"(?P<zero>零)?(?P<n>[一二三四五六七八九])(?![一二三四五六七八九十百千万亿元块角毛分个年月日天%])")
_BELOW = {"块": Decimal("0.1"), "毛": Decimal("0.01"), "角": Decimal("0.01")}
_NO_DIME = frozenset("的相度落")


class Change(NamedTuple):
    """``value`` in the currency's unit, read up to ``end``; ``used`` quantities made it."""

    value: Decimal
    end: int
    used: int
    currency: str = ""


def behind(text: str, quantities: Sequence[Quantity], at: int, end: int) -> Change:
    """What follows an amount that ends at ``end``, from ``quantities[at]`` on; of value 0 where nothing does."""
    value, used = Decimal(0), 0
    for small in quantities[at : at + 2]:
        link = _LINK.match(text, end)
        if small.value is None or link is None or link.end() != small.start:
            break
        unit = _UNIT.match(text, small.end)
        if unit is None:
            break
        value, end, used = value + small.value * _WORTH[unit["unit"].lower()], unit.end(), used + 1
    return Change(value, end, used)


def alone(text: str, quantities: Sequence[Quantity], at: int) -> Change | None:
    """角 and 分 without a yuan; 分 only as money (钱, capitals), for it counts marks and minutes as well."""
    first = quantities[at]
    unit = _UNIT.match(text, first.end)
    if unit is None or first.value is None:
        return None
    word, after = unit["unit"], text[unit.end() : unit.end() + 1]
    dimes = word in "角毛" and not (after and after in _NO_DIME)
    if not (dimes or word == "美分" or (word == "分" and (after == "钱" or not CAPITAL.isdisjoint(first.run)))):
        return None
    more = behind(text, quantities, at + 1, unit.end())
    value = first.value * _WORTH[word] + more.value
    return Change(value, more.end, more.used + 1, "USD" if word == "美分" else "CNY")


def last_digit(text: str, end: int) -> Change | None:
    """三块五, 三块四毛五, 三块零四: a digit without its unit is the one below the unit that ends at ``end``."""
    below = _BELOW.get(text[end - 1 : end])
    match = _LAST.match(text, end) if below else None
    if match is None or below is None:
        return None
    return Change(DIGIT[match["n"]] * (below / 10 if match["zero"] else below), match.end(), 1)
