"""Times of the day: 16:00, 24时前, 下午5点, 5 p.m."""

import re
from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.calendar_words import small

_CLOCK = compiled(r"(?P<h>\d\d?):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_HOUR = compiled(
    r"(?P<h>\d{1,2}|[一二三四五六七八九十]{1,3}|零)(?:(?P<o>时(?![间候效刻]))|点(?![\d一二三四五六七八九零〇心]))(?:"
    r"(?P<whole>整)|(?P<m>\d{1,2})分|(?P<half>半))?"
)
_ENGLISH = compiled(r"(?P<h>\d\d?)(?<![\d:.$,]\d)(?<![\d:.$,]\d\d) ?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
_PART = compiled(r"(?:(?P<am>凌晨|早上|上午|早)|(?P<noon>中午)|(?P<pm>下午|傍晚|晚上|晚)) ?$")
_DAY = compiled(r"[日号天] ?$")
_HALF = compiled(r" ?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
_TO = compiled(r" ?(?:至|到|-|~|—|–) ?(?:次日|当日|晚上?|下午)?\d{1,2} ?(?:时(?![间候效刻])|点)")
_FROM = compiled(r"\d{1,2} ?(?:时|点) ?(?:至|到|-|~|—|–) ?(?:次日|当日|晚上?|下午)?$")
_END = compiled(r"(?P<before>(?:\(含\))?(?:之|以)?前|为?止)|(?P<after>(?:之|以)?后)")


def read(text: str) -> Iterator[Mention]:
    """All times of the day of a folded text; value ``HH:MM``."""
    for match in _CLOCK.finditer(text):
        if text[match.start() - 1 : match.start()] not in (*"0123456789:.",):
            yield from _mention(text, match, int(match["m"]))
    for match in _HOUR.finditer(text):
        known = _PART.search(text, max(0, match.start() - 3), match.start()) or _DAY.search(
            text, max(0, match.start() - 2), match.start()
        )
        if (
            known
            or _of_range(text, match)
            or (match["o"] and match["h"].isdigit() and (match["whole"] or _END.match(text, match.end())))
        ):
            yield from _mention(text, match, int(match["m"] or 0) or (30 if match["half"] else 0))
    for match in _ENGLISH.finditer(text):
        yield from _mention(text, match, 0)


def _of_range(text: str, match: re.Match[str]) -> bool:
    """8时至20时: an hour that begins or ends a stretch of the day."""
    return match["h"].isdigit() and bool(
        _TO.match(text, match.end()) or _FROM.search(text, max(0, match.start() - 9), match.start())
    )


def _mention(text: str, match: re.Match[str], minute: int) -> Iterator[Mention]:
    start, end = match.span()
    hour = small(match["h"])
    if hour is None:
        return
    part = _PART.search(text, max(0, start - 3), start)
    half = match if match.re is _ENGLISH else _HALF.match(text, end)
    end = half.end() if half else end
    afternoon = (part and (part["pm"] or (part["noon"] and hour < 3))) or (half and half["half"].lower() == "p")
    hour += 12 if afternoon and hour < 12 else 0
    bounded = _END.match(text, end)
    if hour < 24 or (hour == 24 and minute == 0):
        span = Span(part.start() if part else start, bounded.end() if bounded else end)
        yield Mention(
            kind="time", value=f"{hour:02d}:{minute:02d}", span=span, mod=(bounded.lastgroup or "") if bounded else ""
        )
