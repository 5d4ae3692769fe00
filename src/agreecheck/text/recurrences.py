"""What comes back: 每月15日前, 每季度末月20日, 每月末, 次月10日, 每年."""

import re
from collections.abc import Iterator
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.calendar_words import small
from agreecheck.text.canon import plain

_N = r"(?>\d{1,2}|[一二两三四五六七八九十廿卅]{1,3})"
_S = " {0,2}"
# 每月还款日为15日
_NAMED = r"(?:(?:还款|扣款|账单|到期|付款|结息|付息|应还|还本|记账)日?[为是:于在的]{0,2}(?:当月)?(?=第?[\d一二三]))?"
_DAY = (
    rf"(?:(?:(?P<m>{_N}){_S}月{_S})?(?:(?P<low>{_N}){_S}[日号]?{_S}[至到~—-]{_S}(?:当月)?)?(?P<d>{_N}){_S}[日号](?!元)|(?P<end>(?:月?[末底]|最后一?个?(?:工作日|[日天]))[日天]?)"
    r"|(?<=[周期拜])(?P<w>[一二三四五六日天]))"
)
_BEFORE = r"(?P<mod>(?:\(含[^)]{0,4}\))?(?:之|以)?前|(?= ?\d{1,2}[时点:](?:\d\d)?(?:之|以)?前))?"
_EVERY = compiled(
    rf"每{_S}一?个?(?:自然)?(?:(?P<n>{_N}|半){_S}个?)?{_S}"
    r"(?P<u>季度?|月度?|年度?|周|星期|礼拜|[日天])(?!利|息|化|费|以[上下])"
    rf"(?:(?<=[季度]){_S}(?:[末首]月|(?P<quarter>末)|最后一个?月|第[一三]个?月)?|)"
    rf"(?:的?{_S}{_NAMED}第?{_DAY}|(?<=[年度])的?{_S}(?P<month>{_N}){_S}月份?(?:[至到~-]{_S}{_N}{_S}月份?)?(?!{_S}[\d一二三]))?"
    rf"{_BEFORE}"
)
_INTERVAL = compiled(rf"每隔{_S}(?P<n>{_N}|半)?{_S}个?(?P<u>[日天周年]|星期|月|季度)")
_NEXT = compiled(
    rf"(?P<rel>次|下一?个?|翌|当)月的?{_S}(?:(?P<d>{_N}){_S}[日号]|(?P<end>末|底|最后一[日天]))(?P<mod>(?:之|以)?前)?"
)
_MORE = compiled(rf" ?(?:、|和|及|,) ?(?:(?P<m>{_N}){_S}月{_S})?(?P<d>{_N}){_S}[日号](?P<mod>(?:之|以)?前)?")
_UNIT = {
    "季": (3, "M"),
    "月": (1, "M"),
    "年": (1, "Y"),
    "周": (1, "W"),
    "星": (1, "W"),
    "礼": (1, "W"),
    "日": (1, "D"),
    "天": (1, "D"),
}
_ENGLISH = compiled(
    r"(?=[TtEe\d])(?i:(?<![a-z])(?:(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)(?: day)? of"
    r" (?:each|every) (?:calendar )?month|(?:each|every) (?:(?P<n>two|three|four|six|other|second|\d{1,2}) )?"
    r"(?P<u>day|week|month|quarter|year)s?)(?![a-z]))"
)
_ENGLISH_UNIT = {"day": (1, "D"), "week": (1, "W"), "month": (1, "M"), "quarter": (3, "M"), "year": (1, "Y")}
_ENGLISH_COUNT = {"two": 2, "other": 2, "second": 2, "three": 3, "four": 4, "six": 6}


def read(text: str) -> list[Mention]:
    """All recurrences of a folded text."""
    found = []
    for pattern in (_EVERY, _INTERVAL):
        for match in pattern.finditer(text):
            one = _every(match)
            found.append(one)
            found += _listed(text, one)
    for match in _NEXT.finditer(text):
        day = "-1" if match["end"] else str(small(match["d"]))
        found.append(
            Mention(
                kind="recurrence",
                value=f"P1M@{day}",
                span=Span(*match.span()),
                mod="" if match["rel"] == "当" else "next",
                valid=_real(day),
            )
        )
    for match in _ENGLISH.finditer(text):
        value = f"P1M@{match['d']}" if match["d"] else _english(match["n"], match["u"])
        found.append(Mention(kind="recurrence", value=value, span=Span(*match.span())))
    return found


def _english(count: str | None, unit: str) -> str:
    """every week, every two weeks, every other month."""
    number, letter = _ENGLISH_UNIT[unit.lower()]
    times = _ENGLISH_COUNT.get((count or "").lower()) or int(count or 1)
    return f"P{number * times}{letter}"


def _listed(text: str, one: Mention) -> Iterator[Mention]:
    """每月1日、16日: the other days."""
    period, _, day = one.value.partition("@")
    more = _MORE.match(text, one.span.end) if day[:1].isdigit() else None
    while more and bool(more["m"]) == ("-" in day):
        day = _day(more["m"], more["d"])
        yield Mention(
            kind="recurrence",
            value=f"{period}@{day}",
            span=Span(more.start("m" if more["m"] else "d"), more.end()),
            mod="before" if more["mod"] else "",
            valid=_real(day),
        )
        more = _MORE.match(text, more.end())


def _every(match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    count, unit = _UNIT[match["u"][0]]
    if match["n"] == "半":
        period = f"P{plain(Decimal(count) / 2)}{unit}"
    else:
        period = f"P{count * (small(match['n']) or 1)}{unit}"
    day = ""
    note: tuple[str, ...] = ()
    if groups.get("end") or (groups.get("quarter") and not groups["d"]):
        day = "-1"
    elif groups.get("w"):
        day = "7" if groups["w"] in "日天" else str(small(groups["w"]))
    elif groups.get("d"):
        if groups.get("low"):
            note = (f"from_{small(groups['low'])}",)
        day = _day(groups["m"], groups["d"])
    elif groups.get("month"):  # 每年9月
        note = (f"month_{small(groups['month'])}",)
    return Mention(
        kind="recurrence", value=f"{period}@{day}" if day else period, span=Span(*match.span()),
        mod="" if groups.get("mod") is None else "before",
        valid=_real(day) if day else None, note=note,
    )  # fmt: skip


def _day(month: str | None, day: str) -> str:
    return f"{small(month):02d}-{small(day):02d}" if month else str(small(day))


def _real(day: str) -> bool:
    return "-" in day or 1 <= int(day) <= 31
