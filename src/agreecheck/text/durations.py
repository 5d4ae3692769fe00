"""Durations, deadlines, recurrences, instalment counts and ordinals of instalments."""

import re
from collections.abc import Sequence
from decimal import Decimal

from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity

_UNIT = re.compile(
    r" {0,2}(?:(?P<B>个? ?(?:工作|营业|交易)日)|(?P<Y>(?:个|周)?年(?!度|级|代|利|息|化|费|底|末|初|中))|(?P<M>个?半?(?:自然)?月(?!份|利|息|费)|个半月|个季度)|(?P<W>个?(?:星期|礼拜|周(?!年)))|"
    r"(?P<D>个?(?:自然|日历)?[日天](?!利|息|元|圆|币))|(?P<H>个?(?:小时|钟头))|(?P<mi>分钟)|"
    r"(?P<eB>(?:business|working|banking) days?)|(?P<eD>(?:calendar )?days?)|(?P<eM>(?:calendar )?months?)|(?P<eW>weeks?)|(?P<eY>years?)|(?P<eH>hours?))(?P<half>半)?"
)
_COUNT = re.compile(r" {0,2}个?(?:期(?!间|限|待|望|货)|instalments?|installments?|(?:monthly )?payments)")
_DAY_CUE = re.compile(r"(?:超过|满|期限?|期为|期限为|逾期|宽限|提前|延长|延期|展期|共|计|约|少于|多于|至少|至多|最多|最长|最短|连续|累计|达|每隔|后|前|为期|经过|届满)[ 为到达:了]{0,2}$")
_DATE_CUE = re.compile(r"(?:日[期为是:]{0,3}|[于在至到]|^|[。;\n])$")
_INSIDE = re.compile(r" ?(?P<in>(?:之|以)?内)|(?P<after>(?:之|以)?后)")
_EVENT = re.compile(r"(?:自从|自|从|于|在|应|须|经)?(?P<e>[^。;,、:\n()]{1,28}?(?:之日|当日|次日|当天|之次日|日|后|后的|之时|时)?)(?:起算?|开始)?(?:的)?(?:[,]?(?:及时)?)(?: ?[第] ?)?$")
_START = re.compile(r"(?:自|从|于|在)(?P<e>[^。;,、\n]{1,28}?(?:之日|当日|次日|之次日|日|之时|时|后|完毕))(?:起|开始|后)?(?:的)?$|(?P<f>[^。;,、\n自从于在应:()]{2,16}?(?:后|之日起|日起|次日起|起))(?:的)?$")
_ENGLISH_EVENT = re.compile(r" (?:after|of|from|following) (?P<e>[^.;,\n]{1,50})")


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All durations, deadlines and counts among the ``quantities`` of a folded text."""
    found = []
    at = 0
    while at < len(quantities):
        one, used = _duration(text, quantities, at)
        if one is not None:
            found.append(one)
        elif (count := _count(text, quantities[at])) is not None:
            found.append(count)
        at += used
    return found


def _count(text: str, quantity: Quantity) -> Mention | None:
    match = _COUNT.match(text, quantity.end)
    if match is None or quantity.value is None or quantity.value != int(quantity.value):
        return None
    if text[max(0, quantity.start - 2) : quantity.start].rstrip().endswith("第"):
        start = text.rindex("第", 0, quantity.start)
        return Mention(kind="ordinal", value=plain(quantity.value), unit="期", span=Span(start, match.end()), form=quantity.form)
    return Mention(
        kind="count", value=plain(quantity.value), unit="期", span=Span(quantity.start, match.end()), form=quantity.form,
        mod=bound(text, quantity.start, match.end()),
    )  # fmt: skip


def _parts(text: str, quantities: Sequence[Quantity], at: int) -> tuple[dict[str, Decimal], int, int]:
    """Amounts by unit from ``quantities[at]`` on, the end, how many quantities were used."""
    parts: dict[str, Decimal] = {}
    end, used = quantities[at].start, 0
    for quantity in quantities[at:]:
        if quantity.value is None or (used and text[end : quantity.start].strip(" 零又")):
            break
        match = _UNIT.match(text, quantity.end)
        if match is None:
            break
        unit = next(name for name, word in match.groupdict().items() if word and name != "half")
        value = quantity.value + (Decimal("0.5") if match["half"] else 0)
        word = match[unit]
        unit = unit[-1] if unit != "mi" else "mi"
        if unit == "M" and "半" in word:
            value += Decimal("0.5")
        if unit == "M" and "季度" in word:
            value *= 3
        if unit in parts or (parts and unit == "B"):
            break
        parts[unit] = value
        end, used = match.end(), used + 1
    return parts, end, used


def _iso(parts: dict[str, Decimal]) -> str:
    days = "".join(f"{plain(parts[unit])}{unit}" for unit in "YMWDB" if unit in parts)
    clock = "".join(f"{plain(parts[unit])}{unit[0].upper()}" for unit in ("H", "mi") if unit in parts)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _duration(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    quantity = quantities[at]
    parts, end, used = _parts(text, quantities, at)
    if not used:
        return None, 1
    if text[quantity.start - 1 : quantity.start] in ("第", "每", ".") or ("Y" in parts and quantity.value is not None and quantity.value > 100):
        return None, used
    inside = _INSIDE.match(text, end)
    value = _iso(parts)
    before = text[max(0, quantity.start - 40) : quantity.start]
    if inside is None:
        if set(parts) == {"D"} and text[end - 1] == "日" and not _is_days(quantity, before):
            return None, used
        return Mention(kind="duration", value=value, span=Span(quantity.start, end), mod=bound(text, quantity.start, end), form=quantity.form), used
    start = _START.search(before)
    event = (start["e"] or start["f"]) if start else ""
    begin = quantity.start - (len(before) - start.start()) if start and not any(c.isdigit() for c in event) else quantity.start
    return Mention(
        kind="deadline", value=value, span=Span(begin, inside.end()), event=event, mod="after" if inside["after"] else "", form=quantity.form
    ), used


def _is_days(quantity: Quantity, before: str) -> bool:
    """Whether 15日 counts days; else it is a day of a month."""
    if quantity.value is None or quantity.value > 31 or quantity.value != int(quantity.value):
        return True
    return bool(_DAY_CUE.search(before)) and not before.endswith(("日为", "日:", "日期为"))
