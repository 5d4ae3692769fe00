"""Times of the day: 16:00, 24时前, 下午5点, 5 p.m."""

import re
from collections.abc import Iterator

from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.calendar_words import small

_END = r"(?P<before>(?:\(含\))?(?:之|以)?前|止|为止)?(?P<after>(?:之|以)?后)?"
_DAYTIME = r"(?:(?P<am>凌晨|早上|上午|早)|(?P<noon>中午)|(?P<pm>下午|傍晚|晚上|晚))"
_CLOCK = re.compile(rf"{_DAYTIME}?(?<![\d:.]) ?(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?(?P<half>[ap])\.?m\b\.?)?{_END}", re.IGNORECASE)
_HOUR = re.compile(
    rf"(?:{_DAYTIME} ?|(?<=[日天午]) ?|(?<![\d.点])(?=\d{{1,2}}时(?:整|[前止])))(?P<h>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:时|点(?!\d|[一二三四五六七八九零]))(?!间|候)"
    rf"(?:整|(?P<m>\d{{1,2}})分|(?P<thirty>半))?{_END}"
)
_ENGLISH = re.compile(r"(?<![\d:.$])(?P<h>1[0-2]|0?[1-9]) ?(?P<half>[ap])\.?m\.?(?![a-z])", re.IGNORECASE)


def read(text: str) -> Iterator[Mention]:
    """All times of the day of a folded text; value ``HH:MM``."""
    for pattern in (_CLOCK, _HOUR, _ENGLISH):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            hour = small(groups["h"]) or 0
            if (groups.get("pm") or (groups.get("half") or "").lower() == "p" or (groups.get("noon") and hour < 3)) and hour < 12:
                hour += 12
            minute = int(groups.get("m") or (30 if groups.get("thirty") else 0))
            if hour < 24 or (hour == 24 and minute == 0):
                mod = "before" if groups.get("before") else "after" if groups.get("after") else ""
                yield Mention(kind="time", value=f"{hour:02d}:{minute:02d}", span=Span(*match.span()), mod=mod)
