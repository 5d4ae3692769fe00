"""What a sentence says of days that fall on a holiday: a clause of its own, and a note of the date before it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_CLAUSE = compiled(
    r"(?=[节休非双公周例假星HhWwNn])(?i:(?:节假日|休息日|非(?:银行)?(?:工作|营业)日|双休日|公休日|休假日|例假日|假日|周[六末日]"
    r"|星期[六日天])[^。\n]{0,24}?"
    r"(?P<zh>不(?:作|予|再|得)?顺延|顺延|延至|延后|推迟|后延|提前|[以按][次下后翌]一个?(?:银行)?(?:工作|营业)日)"
    r"|(?:holiday|weekend|(?:non-|not an? )(?:business|working|banking) day)[^.\n]{0,60}?"
    r"(?P<en>next|following|preceding|previous) (?:business|working|banking) day)"
)
Way = Literal["next", "previous", "unmoved"]
_WAYS: dict[str, Way] = {"提": "previous", "p": "previous", "不": "unmoved"}
_STATUTORY = compiled(r"法定(?:的)?(?:节假日|休假日|假日|节日)|(?:public|bank|statutory) holiday", re.IGNORECASE)
_ANY_DAY_OFF = compiled(
    r"休息日|工作日|营业日|双休日|公休日|例假日|周末|周[六日]|星期[六日天]"
    r"|weekend|saturday|sunday|not an? (?:business|working|banking) day|non-(?:business|working|banking)",
    re.IGNORECASE,
)
_TARGET = compiled(r"(?:[下后上前次翌]一个?|首个|第一个)(?:银行)?(?:工作|营业)日")
_DATED = frozenset(("date", "recurrence", "deadline", "date_range"))


class Clause(NamedTuple):
    """A holiday clause: which ``way`` a day off moves, and whether by its words an ordinary weekend moves it too."""

    span: Span
    way: Way
    weekends: bool


def clauses(text: str) -> tuple[Clause, ...]:
    """The holiday clauses of a text (folded), in order."""
    return tuple(_clause(text, found) for found in _CLAUSE.finditer(text))


def _clause(text: str, found: re.Match[str]) -> Clause:
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；;\n") + 1
    when = _TARGET.sub("", text[start : found.end()])
    weekends = not _STATUTORY.search(when) or bool(_ANY_DAY_OFF.search(when))
    way = _WAYS.get((found["zh"] or found["en"])[0].lower(), "next")
    return Clause(Span(found.start(), found.end()), way, weekends)


def noted(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each date with the holiday clause of its own sentence as a note."""
    result = list(mentions)
    for clause in _CLAUSE.finditer(text):
        reach = max(0, clause.start() - 120)
        floor = max(reach - 1, text.rfind("。", reach, clause.start()), text.rfind("\n", reach, clause.start()))
        at = bisect_left(result, clause.start(), key=lambda one: one.span.start) - 1
        while at >= 0 and result[at].span.start > floor and result[at].kind not in _DATED:
            at -= 1
        if at >= 0 and result[at].span.start > floor:
            way = _WAYS.get((clause["zh"] or clause["en"])[0].lower(), "next")
            result[at] = replace(result[at], note=(*result[at].note, f"holiday_{way}"))
    return tuple(result)
