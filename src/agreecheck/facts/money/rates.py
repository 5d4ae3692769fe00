"""Which rate is what: interest, overdue interest, penalty, fee, a share of costs; and on what it is charged."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cores import core
from agreecheck.facts.money.plan_words import bases, words
from agreecheck.facts.money.roles import Choice, best, choose
from agreecheck.model.fact import Period, Rate
from agreecheck.model.mention import Mention

KINDS = ("rate", "percent")
_PERIODS: dict[str, Period] = {"%/day": "day", "%/month": "month", "%/year": "year"}
_PER_YEAR = {"day": 365, "month": 12, "year": 1}
_BRACKET = re.compile(r"[（(]即?")
_BASE_AHEAD = 40  # characters behind "on" and "of" that may name what a rate is charged on


class Charged(NamedTuple):
    """A rate in the text with its role; ``said``: the words that speak of it in another place (逾期利率同此)."""

    mention: Mention
    piece: Piece
    choice: Choice | None
    said: Piece | None = None

    @property
    def place(self) -> Piece:
        """Where the paper says what the rate is for."""
        return self.said or self.piece


def charged(flow: Flow, mentions: Sequence[Mention], others: Sequence[Piece]) -> tuple[Charged, ...]:
    """All rates and percentages of the flow with the role that the words around them give."""
    found = [m for m in mentions if m.kind in KINDS and m.span in flow]
    pieces = [flow.piece(m.span) if _relative(m) else core(flow, m) for m in found]
    chosen = choose(flow, "rate", pieces, others)
    return _repeated(flow, [Charged(m, p, best(c)) for m, p, c in zip(found, pieces, chosen, strict=True)])


def _repeated(flow: Flow, found: Sequence[Charged]) -> tuple[Charged, ...]:
    """上浮50%，即6.525%: a rate that says the one before it in other words has its role; 每日万分之三（0.3%）: a bare
    percentage in brackets behind a rate is for the same time."""
    result: list[Charged] = []
    for one in found:
        between = flow.text[result[-1].piece.end : one.piece.start] if result else ""
        if _BRACKET.fullmatch(between) and one.mention.kind == "percent" and result[-1].mention.unit in _PERIODS:
            one = one._replace(mention=replace(one.mention, kind="rate", unit=result[-1].mention.unit))
        if one.choice is None and result and words(flow.pack, "same_rate").search(between):
            one = one._replace(choice=result[-1].choice)
        result.append(one)
    return tuple(result)


def _relative(mention: Mention) -> bool:
    """A rate by another one: LPR, times LPR, so much above the contract's rate."""
    return mention.kind == "rate" and mention.unit not in _PERIODS


def rates_of(flow: Flow, found: Sequence[Charged], *, monthly: bool) -> tuple[Rate, ...]:
    """The rates as facts, each once in each role and on each base. ``monthly``: an instalment is a month's."""
    seen: set[tuple[object, ...]] = set()
    result = []
    for one in found:
        rate = _rate(flow, one, monthly=monthly)
        key = (rate.percent, rate.period, rate.role, rate.relative)
        if key not in seen:
            seen.add(key)
            result.append(rate)
    return tuple(result)


def _rate(flow: Flow, one: Charged, *, monthly: bool) -> Rate:
    mention, role = one.mention, one.choice.role if one.choice else None
    period = _period(flow, one, role, monthly=monthly)
    relative = "" if mention.kind == "percent" or mention.unit in _PERIODS else mention.unit or mention.value
    percent = _decimal(mention.value)
    if relative or period == "once":
        per_year = None
    else:
        per_year = Decimal(mention.per_year) if mention.per_year else percent * _PER_YEAR[period]
    return Rate(
        percent=percent,
        period=period,
        role=role,  # type: ignore[arg-type]
        span=mention.span,
        per_year_percent=per_year,
        base=_base(flow, one),
        relative=relative,
        evidence=one.choice.evidence if one.choice else None,
        source=one.choice.source if one.choice else "",
    )


def _decimal(text: str) -> Decimal:
    match = re.search(r"-?\d+(?:\.\d+)?", text)
    return Decimal(match[0]) if match else Decimal(0)


def _period(flow: Flow, one: Charged, role: str | None, *, monthly: bool) -> Period:
    if one.mention.unit in _PERIODS:
        return _PERIODS[one.mention.unit]
    if monthly and role in ("interest", "fee") and "per_instalment" in one.mention.note:
        return "month"
    if one.mention.kind == "rate":
        return "year"
    if role in ("fee", "cost_share", "penalty") or role is None:
        return "once"
    before = flow.text[max(flow.sentence(one.piece.start).start, one.piece.start - 24) : one.piece.start]
    return "year" if role == "annual_cost" or words(flow.pack, "yearly").search(before) else "once"


def _base(flow: Flow, one: Charged) -> str:
    """What the rate is charged on: what follows (0.1% a day on the late part), else the words nearest before it."""
    if not one.choice or one.choice.role in ("interest", "annual_cost"):
        return ""
    sentence = flow.sentence(one.place.start)
    if leads := words(flow.pack, "base_follows").match(flow.text, one.place.start, sentence.end):
        behind = flow.text[leads.end() : min(sentence.end, leads.end() + _BASE_AHEAD)]
        first = [(m.start(), base) for base, near in bases(flow.pack) if (m := near.search(behind))]
        if first:
            return min(first)[1]
    before = flow.text[sentence.start : one.place.end]
    nearest = ("", -1)
    for base, near in bases(flow.pack):
        at = max((m.end() for m in near.finditer(before)), default=-1)
        if at > nearest[1]:
            nearest = (base, at)
    return nearest[0]
