"""What a sentence says of days that fall on a holiday, as a note of the date before it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from agreecheck.model.mention import Mention

_CLAUSE = re.compile(
    r"(?=[节休非双公周HhWwNn])(?i:(?:节假日|休息日|非(?:银行)?工作日|双休日|公休日|周末)[^。\n]{0,24}?"
    r"(?P<zh>不(?:作|予|再|得)?顺延|顺延|延至|延后|推迟|后延|提前)"
    r"|(?:holiday|weekend|(?:non-|not an? )(?:business|working|banking) day)[^.\n]{0,60}?"
    r"(?P<en>next|following|preceding|previous) (?:business|working|banking) day)"
)
_NOTE = {"提": "holiday_previous", "p": "holiday_previous", "不": "holiday_unmoved"}
_DATED = frozenset(("date", "recurrence", "deadline", "date_range"))


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
            note = _NOTE.get((clause["zh"] or clause["en"])[0].lower(), "holiday_next")
            result[at] = replace(result[at], note=(*result[at].note, note))
    return tuple(result)
