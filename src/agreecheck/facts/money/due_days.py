"""On which day of the month payments fall due, and how many months lie between two payments."""

import itertools
from collections.abc import Sequence

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.facts.money.cues import not_due
from agreecheck.facts.money.plan_words import step_days, steps, words
from agreecheck.facts.schedule.due_dates import Cycle
from agreecheck.model.fact import DueDay
from agreecheck.model.mention import Mention

_RECURRENCE = compiled(r"P(\d+)([MYW])(?:@(-?\d{1,2}))?")
# 每月还款日为12日, 12日为每月还款日: a day of the month that no 每月 stands before.
_NAMED = compiled(
    r"(?:每[月期](?:的)?(?:固定)?(?:还款|付款|扣款)日(?:期|均)?(?:为|是|[:：])(?:每月|当月)?(?:的)?|还款日(?:为|是|[:：])(?:每月|当月)的?|逐月)"
    r"(?P<a>\d{1,2})[日号]|(?P<end>每个?月的?(?:月[底末]|最后那?一?[天日]))(?=[^，,。；;]{0,8}[还付支偿缴归])|(?<![\d月])(?P<b>\d{1,2})[日号]为每[月期]的?(?:还款|付款)日"
)
_IN_A_ROW = compiled(r"前?(?:、|[，,]|和|与|及|以及|, | and (?:the )?)(?:每?月)?")
_WEEKDAY = compiled(r"P\dW@([1-7])")
_EACH_YEAR = compiled(r"P1Y@(\d\d)-(\d\d)")
_COMMA = compiled(r"[，,；;]")


def due_days(flow: Flow, mentions: Sequence[Mention]) -> tuple[DueDay, ...]:
    """Each stated due day once, the first mention of it; days of statements, wages and the like are none."""
    found: list[DueDay] = []
    for mention in mentions:
        match = _RECURRENCE.fullmatch(mention.value) if mention.kind == "recurrence" else None
        if not match or match[2] != "M" or not match[3] or mention.span not in flow:
            continue
        if _about_payment(flow, flow.piece(mention.span).start, flow.piece(mention.span).end):
            found.append(DueDay(day=int(match[3]), span=mention.span))
    if flow.pack == "zh":
        for named in _NAMED.finditer(flow.text):
            day = -1 if named["end"] else int(named["a"] or named["b"])
            found.append(DueDay(day=day, span=flow.span(named.start(), named.end())))
    seen: dict[int, DueDay] = {}
    for one in sorted(found, key=lambda d: d.span):
        if 1 <= one.day <= 31 or one.day == -1:
            seen.setdefault(one.day, one)
    return tuple(seen.values())


def _about_payment(flow: Flow, start: int, end: int) -> bool:
    """No word right around the day says that it is another kind of day."""
    sentence = flow.sentence(start)
    before = _COMMA.split(flow.text[max(sentence.start, start - 12) : start])[-1]
    behind = _COMMA.split(flow.text[end : min(sentence.end, end + 14)])[0]
    around = before + flow.text[start:end] + behind
    other = not_due(flow.pack)
    return other is None or not other.search(around)


def cycle_of(flow: Flow, mentions: Sequence[Mention], days: Sequence[DueDay]) -> Cycle:
    """How often is paid; every so many days only where no day of the month is said."""
    if not days:
        for cycle, said in step_days(flow.pack):
            if match := said.search(flow.text):
                return Cycle(days=cycle, weekday=_weekday(flow, mentions, match.start()))
    on = tuple(one.day for one in days) if in_a_row(flow, days) else ()
    yearly = _yearly(flow, mentions) if not days else None
    return Cycle(months=12 if yearly else _step_months(flow, mentions), on=on, yearly=yearly)


def _yearly(flow: Flow, mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """每年12月31日, 每年年底: month and day of a payment that comes each year."""
    for mention in mentions:
        match = _EACH_YEAR.fullmatch(mention.value) if mention.kind == "recurrence" else None
        if match and mention.span in flow and _about_payment(flow, *flow.piece(mention.span)):
            return int(match[1]), int(match[2])
    return (12, 31) if words(flow.pack, "year_end").search(flow.text) else None


def in_a_row(flow: Flow, days: Sequence[DueDay]) -> bool:
    """每月10日、25日各还500元: several days of each month, told in a row."""
    pieces = [flow.piece(one.span) for one in days]
    gaps = [flow.text[a.end : b.start] for a, b in itertools.pairwise(pieces)]
    return len(days) > 1 and all(_IN_A_ROW.fullmatch(gap) for gap in gaps)


def _weekday(flow: Flow, mentions: Sequence[Mention], at: int) -> int | None:
    """The day of the week (每周五) that stands at a place of the flow."""
    for mention in mentions:
        match = _WEEKDAY.fullmatch(mention.value) if mention.kind == "recurrence" else None
        if match and mention.span in flow and abs(flow.piece(mention.span).start - at) <= 2:
            return int(match[1])
    return None


def _step_months(flow: Flow, mentions: Sequence[Mention]) -> int:
    """The plan's cycle in months: what a recurrence or a word such as 按季 says, else 1."""
    months = []
    for mention in mentions:
        match = _RECURRENCE.fullmatch(mention.value) if mention.kind == "recurrence" else None
        if match and match[3] and match[2] == "M" and mention.span in flow:
            months.append(int(match[1]))
    if months:
        return months[0]
    for cycle, said in steps(flow.pack):
        if said.search(flow.text):
            return cycle
    return 1
