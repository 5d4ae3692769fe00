"""Durations and deadlines: 十二个月, 一年半, 3至6个月, 自签订之日起30日内, within 30 days after receipt."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text import bare_dates, events
from agreecheck.text.bounds import bound
from agreecheck.text.lengths import FIRST, Length, length_at
from agreecheck.text.numerals import Quantity
from agreecheck.text.walk import walk

_HALF = compiled(
    r"半(?<![一二两俩三四五六七八九十\d年月天个大过每多下上前后].)(?:(?P<Y>年)|(?P<M>个?月)|(?P<D>[天日])"
    r"|(?P<H>个?小时))(?!度)"
)
_MOST = compiled(
    r"大(?<![一二两俩三四五六七八九十过].)半(?:个)?(?:(?P<Y>年)|(?P<M>月)|(?P<D>[天日])|(?P<H>小时))(?!度)"
)
_HALF_OF, _MOST_OF = Decimal("0.5"), Decimal("0.9")
_LINK = compiled(r" ?(?:(?:以上|起)[,、至到]?|至|到|-|~|—{1,2}|–|to|或) ?")
_UP_TO = compiled(r"以下|以内")
_SIDE = compiled(
    r" ?(?:\(含\))?(?:(?P<within>(?:之|以)?内(?!容))|(?P<after>(?:之|以)?后(?![续期]))"
    r"|(?P<before>(?:之|以)?前(?![述款期])))"
)
_WITHIN = compiled(r"(?:within|no later than|not later than) (?:\w{1,12} \()?$", re.IGNORECASE)
_NO_LENGTH = compiled(r"(?:[第每.]|每(?:逾期|延迟|迟延|拖欠|拖延|延期|超期|超过|提前|推迟)(?:还款|支付|付款)?满?)$")
_MORE = compiled(r"[多余]")  # 3个多月, 一年多
_LINK_FIRST = frozenset(" 以起至到~-—–t或")
_SOME = frozenset("下前后次首某任那这同当有")


class _Side(NamedTuple):
    """within, after or before, as 内, 后, 前 behind a length say, or empty; ``end`` is behind that word."""

    word: str
    end: int

    @property
    def mod(self) -> str:
        return "" if self.word == "within" else self.word


def _side(text: str, end: int) -> _Side:
    match = _SIDE.match(text, end)
    return _Side(match.lastgroup or "", match.end()) if match else _Side("", end)


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All durations and deadlines among the ``quantities`` of a folded text."""
    halves = [_half(text, match) for match in _HALF.finditer(text)]
    return [*halves, *_more_than_half(text), *walk(text, quantities, _at)]


def _more_than_half(text: str) -> list[Mention]:
    """拖了大半年: more than half of it and less than the whole, taken as up to nine tenths."""
    if "大半" not in text:
        return []
    return [
        Mention(
            kind="duration_range",
            value="..".join(Length({match.lastgroup or "Y": share}, 0, 0).iso for share in (_HALF_OF, _MOST_OF)),
            span=Span(*match.span()),
            form="chinese",
        )
        for match in _MOST.finditer(text)
    ]


def _at(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    quantity = quantities[at]
    after = text[quantity.end : quantity.end + 1]
    if quantity.value is None or (after not in FIRST and after not in _LINK_FIRST):
        return None, 1
    if _NO_LENGTH.search(text, max(0, quantity.start - 6), quantity.start):
        return _nth_day(text, quantities, at)
    if quantity.run == "一" and text[quantity.start - 1 : quantity.start] in _SOME:
        return None, 1
    length = length_at(text, quantities, at)
    ranged = _range(text, quantities, at, length)
    if ranged is not None:
        return ranged
    if length is None:
        return None, 1
    side = _side(text, length.end)
    if side.word != "within" and bare_dates.is_date(text, quantity, length, bounded=bool(side.word)):
        return bare_dates.date(text, quantity, length, side.mod, side.end), length.used
    return _mention(text, quantity.start, length, quantity.form), length.used


def _nth_day(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    """账单日后第20日: the day so many days behind an event."""
    start = quantities[at].start
    event = events.before(text, start - 1) if text[start - 1 : start] == "第" else None
    length = length_at(text, quantities, at) if event else None
    if event is None or length is None or len(length.parts) != 1 or not length.parts.keys() & {"D", "B"}:
        return None, 1
    words = text[event.start : event.end]
    if words.endswith("其"):  # 顺延至其后第一个工作日 counts from no event of its own
        return None, 1
    span = Span(start - 1 if any(char.isdigit() for char in words) else event.begin, length.end)
    return Mention(
        kind="deadline", value=length.iso, span=span, event=words, mod="after", form=quantities[at].form
    ), length.used


def _mention(text: str, start: int, length: Length, form: str) -> Mention:
    """A deadline where it is said to end (内, 后) or to count from an event, else a duration."""
    side, event = _side(text, length.end), events.before(text, start)
    if side.word in ("within", "after") or (not side.word and event and _counts_from(text, event, start)):
        words = text[event.start : event.end] if event else ""
        # an event that holds facts of its own (a date, an amount) keeps its place for them
        begin = event.begin if event and not any(char.isdigit() for char in words) and "年" not in words else start
        span = Span(begin, side.end)
        return Mention(kind="deadline", value=length.iso, span=span, event=words, mod=side.mod, form=form)
    if _WITHIN.search(text, max(0, start - 30), start):
        event = events.after(text, length.end)
        words = text[event.start : event.end] if event else ""
        span = Span(start, event.end if event else length.end)
        return Mention(kind="deadline", value=length.iso, span=span, event=words, form=form)
    recent = text[start - 1 : start] == "近"  # 近三个月 is the time just past, not about as much
    more = _MORE.search(text, start, length.end + 1)
    mod = side.mod or (">" if more else "" if recent else bound(text, start, length.end))
    return Mention(kind="duration", value=length.iso, span=Span(start, length.end), mod=mod, form=form)


def _counts_from(text: str, event: events.Event, start: int) -> bool:
    """自届满之日起三年: counted from an event though no 内 follows."""
    return text[start - 1] not in "后前" and (event.begin < event.start or text[start - 1] == "起")


def _half(text: str, match: re.Match[str]) -> Mention:
    unit = match.lastgroup or "Y"
    return _mention(text, match.start(), Length({unit: Decimal("0.5")}, match.end(), 0), "chinese")


def _range(text: str, quantities: Sequence[Quantity], at: int, low: Length | None) -> tuple[Mention, int] | None:
    """3至6个月, 十五年以上,30年以下."""
    first = quantities[at]
    end = low.end if low else first.end
    link = _LINK.match(text, end) if text[end : end + 1] in _LINK_FIRST else None
    following = at + (low.used if low else 1)
    if link is None or following >= len(quantities) or quantities[following].start != link.end():
        return None
    high = length_at(text, quantities, following)
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
        and bare_dates.DAY_CUE.search(text, max(0, first.start - 6), first.start)
    ):
        return None
    if unit == "M" and text[high.end - 2 : high.end - 1] != "个" and "个" not in text[first.start : high.end]:
        return None
    if unit == "Y" and max(low_parts.get("Y", Decimal(0)), high.parts["Y"]) > 100:
        return None
    value = f"{Length(low_parts, 0, 0).iso}..{high.iso}"
    return Mention(
        kind="duration_range", value=value, span=Span(first.start, high.end), form=first.form
    ), following - at + high.used
