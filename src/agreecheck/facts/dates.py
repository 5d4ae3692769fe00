"""Which date is what: signing, statement of the debt, due dates, start and end of interest and deferral."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from agreecheck.facts.cores import DATE, core
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.roles import Choice, best, choose
from agreecheck.model.fact import Day
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_ALONE = {
    "zh": re.compile(r"(?:[\t ]|(?:签[署订字约章名])?(?:日期|时间)[:：]?)*"),
    "en": re.compile(r"(?:\s|dated?:?)*", re.IGNORECASE),
}
_SIGNATURE = {
    "zh": re.compile(
        r"盖章|签名|签字|签章|公章|手印|捺印|签署人|法定代表人|经办人|授权代表|承诺人[:：]|[甲乙丙]方[:：]"
    ),
    "en": re.compile(r"signature|signed|by:|date:", re.IGNORECASE),
}
_DAYS = re.compile(r"P(\d+)D")
_SIGNED = {
    "zh": re.compile(r"(?:签订|签署|签字|签约|生效|成立)(?:之日|之后|后|日|当日|次日)?起?|本(?:协议|合同)"),
    "en": re.compile(r"(?:sign|execut|accept|effective date|date of this)", re.IGNORECASE),
}
_AT_SIGNING = re.compile(
    r"(?:签订|签署|签约|签字|生效)(?:本协议|协议)?(?:之日|当日|当天|时)(?=[^起，,。；;]{0,8}(?:付|还|缴|存|偿))"
)
_COMPLETE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ALONE_WEIGHT = 62.0


class Dated(NamedTuple):
    """One date in the text. ``value`` is ISO with X for what is open."""

    piece: Piece
    span: Span
    value: str
    real: bool

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
            found.append(_dated(core(flow, mention), mention.span, mention.value, mention.valid))
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
    return _in_time(result)


def _in_time(marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """末次还款日 before the paper was signed is the last payment made, after it the last one to come."""
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
            one = one._replace(choice=one.choice._replace(role=role))
        result.append(one)
    return tuple(result)


def _stands_alone(flow: Flow, one: Dated) -> bool:
    """A date that has a line to itself, or stands on a signature line."""
    if one.day is None:
        return False
    line = flow.line(one.piece.start)
    rest = flow.text[line.start : one.piece.start] + flow.text[one.piece.end : line.end]
    if _ALONE[flow.pack].fullmatch(DATE.sub("", rest)):
        return True
    behind = flow.text[one.piece.end : line.end]
    return len(rest) <= 80 and len(behind) <= 10 and "。" not in rest and bool(_SIGNATURE[flow.pack].search(rest))


def promised(flow: Flow, mentions: Iterable[Mention], marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """Due dates that count from the signing of the paper (本协议签订之日起5日内), where it is dated."""
    signed = next((m.dated.day for m in marked if m.role == "signing" and m.dated.day), None)
    result = []
    for mention in mentions:
        match = _DAYS.fullmatch(mention.value) if mention.kind == "deadline" else None
        if signed is None or match is None or mention.span not in flow:
            continue
        piece = flow.piece(mention.span)
        words = flow.text[max(flow.sentence(piece.start).start, piece.start - 16) : piece.end]
        if _SIGNED[flow.pack].search(words):
            day = signed + timedelta(days=int(match[1]))
            one = Dated(core(flow, mention), mention.span, day.isoformat(), True)
            result.append(Marked(one, Choice("due", 60, mention.span)))
    for match in _AT_SIGNING.finditer(flow.text) if signed and flow.pack == "zh" else ():
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
        if key in seen or (not one.role and one.dated.value in known):
            continue
        seen.add(key)
        result.append(
            Day(
                value=one.dated.day,
                role=one.role or None,  # type: ignore[arg-type]
                span=one.dated.span,
                written=one.dated.value if not one.dated.real else quote[one.dated.span.start : one.dated.span.end],
                real=one.dated.real,
                evidence=one.choice.evidence if one.choice else None,
            )
        )
    return tuple(result)
