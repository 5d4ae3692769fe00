"""Dates such as 08/10/2026, in which day and month could change places: read as the other dates of the text show, or
kept open with both readings."""

from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_DATE = compiled(r"(?P<a>\d\d?)/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])")
_BEFORE = frozenset("0123456789./-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def read(text: str) -> Iterator[Mention]:
    """Each date of which both readings are real; the note of an open one holds them (2026-08-10, 2026-10-08)."""
    if "/" not in text:
        return
    found = [m for m in _DATE.finditer(text) if text[m.start() - 1 : m.start()] not in _BEFORE or not m.start()]
    day_first = {int(m["a"]) > 12 for m in found if (int(m["a"]) > 12) != (int(m["b"]) > 12)}
    for match in found:
        one, other, year = int(match["a"]), int(match["b"]), match["y"]
        if not (1 <= one <= 12 and 1 <= other <= 12):
            continue
        readings = (f"{year}-{one:02}-{other:02}", f"{year}-{other:02}-{one:02}")
        span = Span(*match.span())
        if one == other or len(day_first) == 1:
            value = readings[1] if day_first == {True} else readings[0]
            yield Mention(kind="date", value=value, span=span, valid=True)
        else:
            yield Mention(kind="date", value=f"{year}-XX-XX", span=span, note=readings)
