"""Which date is what: signing, statement of the debt, due dates, start and end of interest and deferral."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts import years
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cores import DATE, core
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.roles import Choice, best, choose
from agreecheck.model.fact import Day
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_DAYS = compiled(r"P(\d+)D")
_COMPLETE = compiled(r"\d{4}-\d{2}-\d{2}")
_TO_COME = ("due", "first_due", "last_due", "plan_end", "deferral_end", "offer_expiry")
_ALONE_WEIGHT = 62.0
_WELL_BEFORE = timedelta(days=60)
_NAMES = compiled(r"[\u4e00-\u9fff]{2,4}(?:[、,，][\u4e00-\u9fff]{2,4})?[,，]?")
_MESSAGE_HEAD = compiled(r"(?:[+\d*-]{5,20}|[（(]\w{2,6}[）)])?\d{1,2}:\d{2}(?::\d{2})?")  # sender and time of day


class Dated(NamedTuple):
    """One date in the text. ``value`` is ISO with X for what is open, ``note`` as of its mention."""

    piece: Piece
    span: Span
    value: str
    real: bool
    note: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.value) if self.real and _COMPLETE.fullmatch(self.value) else None


class Marked(NamedTuple):
    """A date with its role."""

    dated: Dated
    choice: Choice | None

    @property
    def role(self) -> str:
        return self.choice.role if self.choice else ""


def dated(flow: Flow, mentions: Iterable[Mention]) -> tuple[Dated, ...]:
    """All dates of the flow, both ends of ranges, in order."""
    found: list[Dated] = []
    for mention in mentions:
        if mention.span not in flow or mention.value.startswith("XXXX-XX"):
            continue
        if mention.kind == "date":
            one = _dated(core(flow, mention), mention.span, mention.value, mention.valid)
            found.append(one._replace(note=mention.note))
        elif mention.kind == "date_range" and "/" in mention.value:
            found += _ends(flow, mention)
    return tuple(found)


def _dated(piece: Piece, span: Span, value: str, valid: bool | None) -> Dated:
    real = valid is not False
    if real and _COMPLETE.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            real = False
    return Dated(piece, span, value, real)


def _ends(flow: Flow, mention: Mention) -> list[Dated]:
    """The two dates of a range, where each is written."""
    piece = flow.piece(mention.span)
    written = list(DATE.finditer(flow.text, piece.start, piece.end))
    values = mention.value.split("/")
    if len(written) != len(values):
        return [_dated(piece, mention.span, values[0], mention.valid)]
    return [
        _dated(Piece(m.start(), m.end()), flow.span(m.start(), m.end()), value, None)
        for m, value in zip(written, values, strict=True)
    ]


def mark(flow: Flow, found: Sequence[Dated], others: Sequence[Piece]) -> tuple[Marked, ...]:
    """Each date with the role that the words around it give."""
    chosen = [best(c) for c in choose(flow, "date", [d.piece for d in found], others)]
    result = []
    for one, choice in zip(found, chosen, strict=True):
        if (choice is None or choice.weight < _ALONE_WEIGHT) and _stands_alone(flow, one):
            choice = Choice("signing", _ALONE_WEIGHT, one.span)
        result.append(Marked(one, choice))
    return _in_time(_in_years(flow, _enumerated(flow, result)))


def _in_years(flow: Flow, marked: Sequence[Marked]) -> list[Marked]:
    """Dates without a year in the year that words give them, counted from the day of the paper; due dates without such
    words are the next such days after it; under a year with a colon (2026年：10月15日…) all are of that year."""
    speaks = spoken_on(marked)
    result: list[Marked] = []
    before: Dated | None = None
    heading = 0
    for one in marked:
        if one.dated.value.isdigit():
            heading = (
                int(one.dated.value) if words(flow.pack, "opens_list").match(flow.text, one.dated.piece.end) else 0
            )
        value = years.said(one.dated.value, one.dated.note, speaks, before.value if before else "")
        if heading and years.is_open(value):
            value = years.ended(years.in_year(value, heading), one.dated.note)
        if value == one.dated.value and speaks and one.role in _TO_COME:
            known = before.day if before and before.day else speaks
            value = years.next_after(value, one.dated.note, max(known, speaks))
        if value != one.dated.value:
            one = one._replace(dated=_dated(one.dated.piece, one.dated.span, value, one.dated.real))
        before = one.dated if value[:4].isdigit() else before
        result.append(one)
    return result


def spoken_on(marked: Iterable[Marked]) -> date | None:
    """The day that the paper speaks on: its signing, else the day for which it states the debt."""
    days = {m.role: m.dated.day for m in reversed(list(marked)) if m.dated.day}
    return days.get("signing") or days.get("debt_as_of")


def _enumerated(flow: Flow, marked: Sequence[Marked]) -> list[Marked]:
    """2024年10月1日、12月5日分别借款: dates in a row have one role, that of the last."""
    result = list(marked)
    for index in range(len(result) - 2, -1, -1):
        one, after = result[index], result[index + 1]
        between = flow.text[one.dated.piece.end : after.dated.piece.start]
        if one.choice is None and after.choice and between in ("、", "和", "及", "与", ", ", " and "):
            result[index] = one._replace(choice=after.choice)
    return result


def _in_time(marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """末次还款日 before the paper was signed is the last payment made, after it the last one to come."""
    marked = _signed_before(marked)
    known = [m.dated.day for m in marked if m.role in ("signing", "debt_as_of") and m.dated.day]
    if not known:
        return tuple(marked)
    swap = {"last_due": "last_payment"}, {"last_payment": "last_due"}
    result = []
    for one in marked:
        role = one.role
        if one.dated.day and one.choice:
            role = swap[0].get(role, role) if one.dated.day < min(known) else role
            role = swap[1].get(role, role) if one.dated.day > max(known) else role
            if role == "plan_end" and one.dated.day < min(known):
                result.append(one._replace(choice=None))  # the end of an earlier term
                continue
            one = one._replace(choice=one.choice._replace(role=role))
        result.append(one)
    return tuple(result)


def _signed_before(marked: Sequence[Marked]) -> list[Marked]:
    """What was signed well before the day for which the paper states the debt is the contract that the debt is from."""
    stated = [m.dated.day for m in marked if m.role == "debt_as_of" and m.dated.day]
    earlier = min(stated) - _WELL_BEFORE if stated else date.min
    return [
        one._replace(choice=one.choice._replace(role="original_contract"))
        if one.choice and one.role == "signing" and one.dated.day and one.dated.day < earlier
        else one
        for one in marked
    ]


def _stands_alone(flow: Flow, one: Dated) -> bool:
    """A date that has a line to itself, or stands on a signature line."""
    if one.day is None:
        return False
    line = flow.line(one.piece.start)
    rest = flow.text[line.start : one.piece.start] + flow.text[one.piece.end : line.end]
    if not words(flow.pack, "date_label").sub("", DATE.sub("", rest)).strip(" ()") or _MESSAGE_HEAD.fullmatch(rest):
        return True
    if _NAMES.fullmatch(DATE.sub("", rest)) and not flow.text[line.end :].strip():
        return True  # the last line of a note: a name and the day
    at_edge = line.end - one.piece.end <= 10 or one.piece.start - line.start <= 2
    return len(rest) <= 80 and at_edge and "。" not in rest and bool(words(flow.pack, "signature").search(rest))


def promised(flow: Flow, mentions: Iterable[Mention], marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """Due dates that count from the signing of the paper (本协议签订之日起5日内), where it is dated."""
    signed = next((m.dated.day for m in marked if m.role == "signing" and m.dated.day), None)
    result = []
    for mention in mentions:
        match = _DAYS.fullmatch(mention.value) if mention.kind == "deadline" else None
        if signed is None or match is None or mention.span not in flow:
            continue
        piece = flow.piece(mention.span)
        around = flow.text[max(flow.sentence(piece.start).start, piece.start - 16) : piece.end]
        if words(flow.pack, "from_signing").search(around):
            day = signed + timedelta(days=int(match[1]))
            one = Dated(core(flow, mention), mention.span, day.isoformat(), True)
            result.append(Marked(one, Choice("due", 60, mention.span)))
    for match in words(flow.pack, "at_signing").finditer(flow.text) if signed else ():
        span = flow.span(match.start(), match.end())
        same_day = Dated(Piece(match.start(), match.end()), span, str(signed), True)
        result.append(Marked(same_day, Choice("due", 60, span)))
    return tuple(result)


def days_of(marked: Iterable[Marked], quote: str) -> tuple[Day, ...]:
    """The dates as facts, each value once in each role; without a role only where it has none anywhere."""
    found = list(marked)
    known = {m.dated.value for m in found if m.choice}
    seen: set[tuple[str, str]] = set()
    result = []
    for one in found:
        key = (one.dated.value, one.role)
        if key in seen or (not one.role and (one.dated.value in known or not (one.dated.day or not one.dated.real))):
            continue  # a month or year alone says nothing unless words give it a role
        seen.add(key)
        result.append(
            Day(
                value=one.dated.day,
                role=one.role or None,  # type: ignore[arg-type]
                span=one.dated.span,
                written=one.dated.value if not one.dated.real else quote[one.dated.span.start : one.dated.span.end],
                real=one.dated.real,
                evidence=one.choice.evidence if one.choice else None,
                source=one.choice.source if one.choice else "",
            )
        )
    return tuple(result)
