"""The event that a deadline counts from: 自签订之日起, 收到通知后, after receipt of the notice."""

import re
from typing import NamedTuple

from agreecheck.expressions import compiled

_LINK = compiled(
    r"(?:(?:之日|当日|当天|次日|之时|日|时|届满|完毕)?(?:起算?|开始|以?后|之后)|之日|当日|次日)(?:的|,| ){0,2}(?:第"
    r"|最[长迟晚]|至多|最多|不超过)?$"
)
_STOP = compiled(r"[间限期]为|[。;,、:!?\n\t()\[\]\"“”\0]")
_FROM = compiled(r"(?:自从|自|从)(?!然|己|愿|行|动|有|身|事)")
_AT = compiled(r"(?<![由等关对属位处至归终])(?:于|在)")
_LEAD = compiled(
    r"^(?:[甲乙丙丁]方|我方|本人|借款人|债务人|债权人|出借人|贷款人|银行|您|我司|我行|双方)?(?:应当|应该|应|须|需"
    r"|必须|可以?|有权|承诺|保证|同意|并|且|则|将)+(?:及时|立即)?"
)
_ENGLISH = compiled(r" ?(?:after|of|from|following|upon) (?P<event>(?:the )?[A-Za-z][^.;,\n\0]{1,60})", re.IGNORECASE)


class Event(NamedTuple):
    """``[start, end)`` are the event's words; ``begin`` is where the whole phrase with its preposition begins."""

    begin: int
    start: int
    end: int


def before(text: str, at: int) -> Event | None:
    """The event whose phrase ends right before ``at``."""
    floor = max(0, at - 44)
    link = _LINK.search(text, max(floor, at - 14), at)
    if link is None:
        return None
    start = floor
    for stop in _STOP.finditer(text, floor, link.start()):
        start = stop.end()
    begin = start
    preposition = _FROM.search(text, start, link.start()) or _last(_AT, text, start, link.start())
    if preposition:
        begin, start = preposition.span()
    else:
        lead = _LEAD.match(text[start : link.start()])
        if lead:
            start += lead.end()
        while start < link.start() and text[start] == " ":
            start += 1
        begin = start
    end = link.start() + len(
        re.sub(r"(?:起算?|开始|以?后|之后)?[的, ]*(?:第|最[长迟晚]|至多|最多|不超过)?$", "", link[0])
    )
    return Event(begin, start, end) if end > start else None


def after(text: str, at: int) -> Event | None:
    """The English event right behind a duration."""
    match = _ENGLISH.match(text, at)
    return Event(at, *match.span("event")) if match else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
