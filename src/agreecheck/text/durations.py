"""Durations and deadlines: 十二个月, 一年半, 3至6个月, 自签订之日起30日内, within 30 days after receipt."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text import events
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity

_RATE_WORD = "利息费率化"
_CHINESE_UNIT = (
    r"(?P<B>个? ?(?:工作|营业|交易|银行)日)"
    rf"|(?P<Y>[个周]?年(?![{_RATE_WORD}度级代底末初中]))"
    rf"|(?P<M>个?半?(?:自然|足)?个?月(?![{_RATE_WORD}份底末初])|个半月|个?季度)"
    rf"|(?P<W>个?(?:星期|礼拜|周(?![{_RATE_WORD}年末岁])))"
    rf"|(?P<D>个?(?:自然|日历)?[日天](?![{_RATE_WORD}元圆币常均]))"
    r"|(?P<H>个?(?:小时|钟头))|(?P<I>分钟)"
)
_ENGLISH_UNIT = (
    r"(?i:\)? ?(?:(?P<eB>(?:business|working|banking)[ -]days?)|(?P<eD>(?:calendar )?days?)"
    r"|(?P<eM>(?:calendar )?months?)|(?P<eW>weeks?)|(?P<eY>years?)|(?P<eH>hours?))(?![a-z]))"
)
_UNIT = re.compile(rf" {{0,2}}(?:{_CHINESE_UNIT}|{_ENGLISH_UNIT})(?P<half>半)?")
_HALF = re.compile(
    r"(?<![一二两俩三四五六七八九十\d年月天个大过每多下上前后])半(?:(?P<Y>年)|(?P<M>个?月)|(?P<D>[天日])"
    r"|(?P<H>个?小时))(?!度)"
)
_LINK = re.compile(r" ?(?:(?:以上|起)[,、至到]?|至|到|-|~|—{1,2}|–|to|或) ?")
_UP_TO = re.compile(r"以下|以内")
_INSIDE = re.compile(
    r" ?(?:\(含\))?(?:(?P<within>(?:之|以)?内(?!容))|(?P<after>(?:之|以)?后(?![续期]))|(?P<before>(?:之|以)?前"
    r"(?![述款期])))"
)
_NOTHING = re.compile(r"(?P<within>)(?P<after>^(?!))?(?P<before>^(?!))?")
_WITHIN = re.compile(r"(?:within|no later than|not later than) (?:\w{1,12} \()?$", re.IGNORECASE)
_MONTH_CUE = re.compile(
    r"(?:期限?|期为|共|计|为期|满|达|超过|连续|累计|延长|延期|分|还款期|账期|[于过短长])[ 为:达]{0,2}$"
)
_DAY_CUE = re.compile(r"(?:日[期为是:]{0,3}|(?<![少多低高大小等])于|[在至到自从]|定为|[本该当]月)$")
_DAY_REST = re.compile(r"[^\d。;,\n]{0,3}(?:宽限|补救|犹豫|冷静|异议|期限|时间|通知|仍|未)")
_NO_LENGTH = re.compile(r"(?:[第每.]|每(?:逾期|延迟|迟延|拖欠|拖延|延期|超期|超过|提前|推迟)(?:还款|支付|付款)?满?)$")
_UNIT_FIRST = frozenset(" 个工营交银周年半自足月季星礼日天小钟分(bBwWcCdDmMyYhH)")
_LINK_FIRST = frozenset(" 以起至到~-—–t或")
_SOME = frozenset("下前后次首某任那这同当有")
_YEAR_CUE = re.compile(r"(?:^|[,。;、(于自从在至截到])$")


class _Length(NamedTuple):
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


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All durations and deadlines among the ``quantities`` of a folded text."""
    found = [_half(text, match) for match in _HALF.finditer(text)]
    at = 0
    while at < len(quantities):
        one, used = _at(text, quantities, at)
        if one is not None:
            found.append(one)
        at += used
    return found


def _at(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    quantity = quantities[at]
    after = text[quantity.end : quantity.end + 1]
    if quantity.value is None or (after not in _UNIT_FIRST and after not in _LINK_FIRST):
        return None, 1
    if _NO_LENGTH.search(text, max(0, quantity.start - 6), quantity.start):
        return _nth_day(text, quantities, at)
    if quantity.run == "一" and text[quantity.start - 1 : quantity.start] in _SOME:
        return None, 1
    length = _length(text, quantities, at)
    ranged = _range(text, quantities, at, length)
    if ranged is not None:
        return ranged
    if length is None:
        return None, 1
    inside = _INSIDE.match(text, length.end)
    if not (inside and inside["within"]) and _is_date(text, quantity, length, bool(inside)):
        return _date(text, quantity, length), length.used
    return _mention(text, quantity.start, length, quantity.form), length.used


def _nth_day(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    """账单日后第20日: the day so many days behind an event."""
    start = quantities[at].start
    event = events.before(text, start - 1) if text[start - 1 : start] == "第" else None
    length = _length(text, quantities, at) if event else None
    if event is None or length is None or len(length.parts) != 1 or not length.parts.keys() & {"D", "B"}:
        return None, 1
    words = text[event.start : event.end]
    if words.endswith("其"):  # 顺延至其后第一个工作日 counts from no event of its own
        return None, 1
    span = Span(start - 1 if any(char.isdigit() for char in words) else event.begin, length.end)
    return Mention(
        kind="deadline", value=length.iso, span=span, event=words, mod="after", form=quantities[at].form
    ), length.used


def _mention(text: str, start: int, length: _Length, form: str) -> Mention:
    """A deadline where it is said to end (内, 后) or to count from an event, else a duration."""
    inside = _INSIDE.match(text, length.end)
    event = events.before(text, start)
    if (
        inside is None
        and event
        and text[start - 1] not in "后前"
        and (event.begin < event.start or text[start - 1] == "起")
    ):
        inside = _NOTHING.match(text, length.end)  # 自届满之日起三年: counted from an event though no 内 follows
    if inside is None or inside["before"]:
        within = _WITHIN.search(text, max(0, start - 30), start)
        event = events.after(text, length.end) if within or text[length.end : length.end + 1] == " " else None
        if within:
            end = event.end if event else length.end
            words = text[event.start : event.end] if event else ""
            return Mention(kind="deadline", value=length.iso, span=Span(start, end), event=words, form=form)
        mod = "before" if inside else "" if text[start - 1 : start] == "近" else bound(text, start, length.end)
        return Mention(kind="duration", value=length.iso, span=Span(start, length.end), mod=mod, form=form)
    words = text[event.start : event.end] if event else ""
    # an event that holds facts of its own (a date, an amount) keeps its place for them
    begin = event.begin if event and not any(char.isdigit() for char in words) and "年" not in words else start
    return Mention(
        kind="deadline", value=length.iso, span=Span(begin, inside.end()), event=words, form=form,
        mod="after" if inside["after"] else "",
    )  # fmt: skip


def _half(text: str, match: re.Match[str]) -> Mention:
    unit = match.lastgroup or "Y"
    return _mention(text, match.start(), _Length({unit: Decimal("0.5")}, match.end(), 0), "chinese")


def _date(text: str, quantity: Quantity, length: _Length) -> Mention | None:
    """A bare day of some month, a month of some year, a year of two digits."""
    unit, number = next(iter(length.parts.items()))
    if number == 0 or quantity.run in "一零" or (unit == "Y" and number > 100):
        return None
    year = int(number) + (1900 if number >= 50 else 2000)
    value = {"Y": f"{year}", "M": f"XXXX-{int(number):02d}", "D": f"XXXX-XX-{int(number):02d}"}[unit]
    inside = _INSIDE.match(text, length.end)
    mod = ("before" if inside["before"] else "after") if inside else ""
    return Mention(
        kind="date", value=value, span=Span(quantity.start, inside.end() if inside else length.end), mod=mod, valid=True
    )


def _length(text: str, quantities: Sequence[Quantity], at: int) -> _Length | None:
    parts: dict[str, Decimal] = {}
    end, used = quantities[at].start, 0
    for quantity in quantities[at : at + 4]:
        if quantity.value is None or (used and text[end : quantity.start].strip(" 零又")):
            break
        match = _UNIT.match(text, quantity.end) if text[quantity.end : quantity.end + 1] in _UNIT_FIRST else None
        if match is None:
            break
        unit, word = next((name[-1], word) for name, word in match.groupdict().items() if word and name != "half")
        if unit in parts or (parts and (unit == "B" or "YMWDHI".index(unit) < "YMWDHI".index(list(parts)[-1]))):
            break
        if unit == "Y" and quantity.value > 100:
            break
        value = quantity.value * (3 if "季度" in word else 1)
        parts[unit] = value + (Decimal("0.5") if match["half"] or (unit == "M" and "半" in word) else 0)
        end, used = match.end(), used + 1
        if match["half"]:
            break
    return _Length(parts, end, used) if used else None


def _range(text: str, quantities: Sequence[Quantity], at: int, low: _Length | None) -> tuple[Mention, int] | None:
    """3至6个月, 十五年以上,30年以下."""
    first = quantities[at]
    end = low.end if low else first.end
    link = _LINK.match(text, end) if text[end : end + 1] in _LINK_FIRST else None
    following = at + (low.used if low else 1)
    if link is None or following >= len(quantities) or quantities[following].start != link.end():
        return None
    high = _length(text, quantities, following)
    if high is None or len(high.parts) != 1 or (low and low.parts.keys() != high.parts.keys() and len(low.parts) != 1):
        return None
    if "以上" in link[0] and not _UP_TO.match(text, high.end):
        return None
    low_parts = low.parts if low else {unit: first.value or Decimal(0) for unit in high.parts}
    unit = next(iter(high.parts))
    if low_parts.keys() == high.parts.keys() and low_parts[unit] >= high.parts[unit]:
        return None
    if low is None and (first.value is None or first.value > 1000):
        return None
    if (
        unit == "D"
        and "日" in text[high.end - 1 : high.end]
        and _DAY_CUE.search(text, max(0, first.start - 6), first.start)
    ):
        return None
    if unit == "M" and text[high.end - 2 : high.end - 1] != "个" and "个" not in text[first.start : high.end]:
        return None
    if unit == "Y" and max(low_parts.get("Y", Decimal(0)), high.parts["Y"]) > 100:
        return None
    value = f"{_Length(low_parts, 0, 0).iso}..{high.iso}"
    return Mention(
        kind="duration_range", value=value, span=Span(first.start, high.end), form=first.form
    ), following - at + high.used


def _is_date(text: str, quantity: Quantity, length: _Length, bounded: bool) -> bool:
    """Whether 15日, 10月, 24年 name a day, a month, a year and count nothing."""
    if len(length.parts) != 1:
        return False
    unit, value = next(iter(length.parts.items()))
    word = text[quantity.end : length.end].strip()
    before = text[max(0, quantity.start - 10) : quantity.start]
    if unit == "Y" and word == "年":
        if value > 100 or (len(quantity.run) == 2 and quantity.run[0] in "0零"):
            return True
        alone = text[length.end : length.end + 1] in ("", ",", "。", ";") and not bounded
        return bool(
            alone
            and quantity.run.isascii()
            and 20 <= value <= 39
            and len(quantity.run) == 2
            and _YEAR_CUE.search(before)
        )
    if unit == "M" and word == "月":
        return value <= 12 and not _MONTH_CUE.search(before)
    if unit == "D" and word == "日":
        if value > 31 or value != int(value):
            return False
        if value == 1 and quantity.run == "一":
            return not bounded and not _MONTH_CUE.search(before)  # 一日之计 is neither; see _date
        if _DAY_REST.match(text, length.end):
            return False
        cue = _DAY_CUE.search(before)
        if quantity.form != "digits":
            return bool(cue) and not bounded
        alone = not before.strip() and text[length.end : length.end + 1] in ("", "前", "。", ",")
        alone |= bool(re.match(r"为?(?:还款|到期|账单|扣款|付款|付息|结息|应还)日", text[length.end : length.end + 5]))
        return (bool(cue) or alone) and not before.endswith(("期至", "延长至"))
    return False
