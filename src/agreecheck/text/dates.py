"""Dates and date ranges: 2026年3月15日, 自2026年1月1日起至12月31日止, 2026年1-9月."""

import re
from collections.abc import Sequence

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text import periods, slashed
from agreecheck.text.calendar_words import Written, find, small
from agreecheck.text.year_words import year_ends, year_word

_LINK = compiled(
    r" {0,2}(?:\((?:含|包括)[^)]{0,3}\)|\d{1,2}(?::\d\d|[时点]))?(?:起|开始)?(?:算|计算)?,? {0,2}"
    r"(?:至|到|-{1,2}|—{1,2}|–|~|[与和及](?=[^。,;]{1,12}间)|截止到?|through|to|until) {0,2}"
)
_LIST = compiled(r" ?(?:、|,|和|与|及|以及) ?")
_MORE_DAY = compiled(
    r"(?:之?前)? ?(?:、|和|及|以及|,(?=[^。;,]{2,4}[日号](?:[,、。;]|$|[各均分和及前])))"
    r" ?(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3}) {0,2}[日号](?![内后期以之]|个)"
)
_TAIL_DAY = compiled(
    r"(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3}) {0,2}[日号]|(?P<m>\d{1,2}"
    r"|[一二三四五六七八九十]{1,2}) {0,2}月份?(?!\d)"
)
_YEAR_MONTH_END = compiled(r"[年月]?(?P<e>[底末]|最后一[天日])|[年月]?(?P<b>伊始|初)|(?P<ten>[上中下])旬")
_END_OF = compiled(r"(?:the )?(?:end|last day) of (?:the month of )?$", re.IGNORECASE)
_BEFORE = compiled(
    r" ?(?:\(?(?:含|包括)[^)。]{0,4}\)?)?(?P<before>(?:及其?|或者?|之|以)*前|止|为止|截止)|(?P<after>(?:及其?|或者?"
    r"|之|以)*[后]|起|开始)"
)
_BEFORE_TIME = compiled(r" ?(?:上午|下午)?\d{1,2}(?::\d\d|[时点](?:\d{1,2}分)?)(?:之|以)?前")
_PREFIX = compiled(
    r"(?P<before>不[晚迟]于|不得[晚迟]于|(?:[最至]迟|最晚)(?:应?[于在])?|by|before|no later than|on or before|until)"
    r"(?P<x>)[ 于在]{0,2}$|(?P<after>不早于|from|after|starting|自|从)[ 于]?$",
    re.IGNORECASE,
)


def read(text: str) -> list[Mention]:
    """All dates and date ranges of a folded text."""
    written = _longest(list(find(text)), len(text))
    found = [*periods.read(text), *_year_ends(text), *slashed.read(text)]
    at = 0
    while at < len(written):
        first = written[at]
        second = _second(text, written, at)
        if second is not None:
            last, used = second
            end = last.end + (1 if text[last.end : last.end + 1] == "止" else 0)
            found.append(
                Mention(
                    kind="date_range",
                    value=f"{first.value}/{last.value}",
                    span=Span(first.start, end),
                    valid=first.exists and last.exists,
                )
            )
            at += used
        else:
            if at and first.year is None and first.month and _listed(text, written[at - 1], first):
                first = written[at] = first._replace(year=written[at - 1].year)
            found.append(_single(text, first))
            found += _more_days(text, first)
            at += 1
    return found


def _longest(written: Sequence[Written], size: int) -> list[Written]:
    """Of overlapping readings the longest."""
    taken = bytearray(size)
    kept = []
    for one in sorted(written, key=lambda w: (w.start - w.end, w.start)):
        if 1 not in taken[one.start : one.end]:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept)


def _second(text: str, written: Sequence[Written], at: int) -> tuple[Written, int] | None:
    """The end of a range that begins with ``written[at]``, completed from it, and how many dates were used."""
    first = written[at]
    link = _LINK.match(text, first.end)
    if link is None:
        return None
    if at + 1 < len(written) and written[at + 1].start == link.end():
        last = written[at + 1]
        if last.month is None and last.day is not None:
            last = last._replace(month=first.month)
        return last._replace(year=last.year if last.year is not None else first.year), 2
    tail = _TAIL_DAY.match(text, link.end())
    if tail is None or (tail["d"] and first.day is None) or (tail["m"] and first.month is None):
        return None
    if tail["d"]:
        return Written(tail.start(), tail.end(), first.year, first.month, small(tail["d"])), 1
    return Written(tail.start(), tail.end(), first.year, small(tail["m"]), None), 1


def _more_days(text: str, first: Written) -> list[Mention]:
    """2026年3月10日、20日、30日: the other days of the month."""
    found: list[Mention] = []
    last = first
    while (
        last.month is not None
        and last.day is not None
        and (more := _MORE_DAY.match(text, last.end))
        and last.day < (day := small(more["d"]) or 0) <= 31
    ):
        last = last._replace(start=more.start("d"), end=more.end(), day=day)
        found.append(_single(text, last))
    return found


def _listed(text: str, before: Written, one: Written) -> bool:
    """Whether a date goes on a list and so shares the year: 2026年1月15日、2月15日."""
    later = before.year is not None and (before.month or 0, before.day or 0) < (one.month or 0, one.day or 0)
    return later and _LIST.fullmatch(text, before.end, one.start) is not None


def _single(text: str, one: Written) -> Mention:
    end = _YEAR_MONTH_END.match(text, one.end) if one.day is None else None
    if end and end["ten"]:
        if one.month is not None:
            return _ten_days(one, end)
        end = None
    one, note = _ended(text, one, end)
    said = year_word(text, one.start) if one.year is None and one.month is not None else None
    if said is not None:
        one, note = one._replace(start=said[0]), (*note, said[1])
    after = _BEFORE.match(text, one.end)
    before = _PREFIX.search(text, max(0, one.start - 14), one.start)
    mod = after.lastgroup if after else "before" if _BEFORE_TIME.match(text, one.end) else ""
    if not mod and before:
        mod = "before" if before["before"] else "after"
    span = Span(one.start, after.end() if after else one.end)
    return Mention(kind="date", value=one.value, span=span, mod=mod or "", valid=one.exists, note=note)


def _ended(text: str, one: Written, end: re.Match[str] | None) -> tuple[Written, tuple[str, ...]]:
    """3月底, 2026年底, the end of March 2027: with its last day, or without a year a note that it is meant."""
    start = _END_OF.search(text, max(0, one.start - 24), one.start) if one.day is None and end is None else None
    if end is None and start is None:
        return one, ()
    last = start is not None or (end is not None and bool(end["e"]))
    one = one._replace(start=start.start() if start else one.start, end=end.end() if end else one.end)
    if one.year is None:
        return one, ("month_end",) if last else ()
    month = one.month or (12 if last else 1)
    return one._replace(month=month, day=_last_day(one.year, month) if last else None), ()


def _year_ends(text: str) -> list[Mention]:
    """明年底前: the last day of a year that is said by another."""
    found = []
    for start, end, word in year_ends(text):
        after = _BEFORE.match(text, end)
        found.append(
            Mention(
                kind="date",
                value="XXXX-12-31",
                span=Span(start, after.end() if after else end),
                mod=(after.lastgroup or "") if after else "",
                valid=True,
                note=(word,) if word else (),
            )
        )
    return found


def _ten_days(one: Written, end: re.Match[str]) -> Mention:
    """2026年3月上旬: the first ten days of the month."""
    first = {"上": 1, "中": 11, "下": 21}[end["ten"]]
    last = first + 9 if first < 21 else _last_day(one.year or 0, one.month or 12)
    value = f"{one.value}-{first:02d}/{one.value}-{last:02d}"
    return Mention(kind="date_range", value=value, span=Span(one.start, end.end()), valid=True)


def _last_day(in_year: int, month: int) -> int:
    return (
        30
        if month in (4, 6, 9, 11)
        else 31
        if month != 2
        else 29
        if (in_year % 4 == 0 and in_year % 100) or in_year % 400 == 0
        else 28
    )
