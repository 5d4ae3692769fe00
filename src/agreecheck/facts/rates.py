"""Which rate is what: interest, overdue interest, penalty, fee, a share of costs; and on what it is charged."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.facts.cores import core
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.roles import Choice, best, choose
from agreecheck.model.fact import Period, Rate
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

KINDS = ("rate", "percent")
_PERIODS: dict[str, Period] = {"%/day": "day", "%/month": "month", "%/year": "year"}
_PER_YEAR = {"day": 365, "month": 12, "year": 1}
_YEARLY = {
    "zh": re.compile(r"年化|年利率|综合.{0,6}成本|年息|每年"),
    "en": re.compile(r"annual|per year|a year|APR|per annum", re.IGNORECASE),
}
_BASES = {
    "zh": (
        ("overdue", re.compile(r"逾期(?:本金|部分|款项|金额|未)|(?:逾期|迟延|延迟|到期)?未(?:付|还|支付|偿还|清偿|足额)|迟延部分|延迟部分|拖欠(?:部分|金额|款)|当期(?:应还|欠)|该期|欠付|逾期")),
        ("total", re.compile(r"(?:欠款|债务|应还|借款|贷款|合同|全部)(?:总额|总金额|金额|款项)|全部(?:欠款|债务|剩余)|重组债务|总欠款|欠款总|总额")),
        ("principal", re.compile(r"本金")),
    ),
    "en": (
        ("overdue", re.compile(r"overdue|past due|late amount|unpaid instal", re.IGNORECASE)),
        ("total", re.compile(r"(?:total|full|entire|whole) (?:balance|debt|amount)", re.IGNORECASE)),
        ("principal", re.compile(r"principal", re.IGNORECASE)),
    ),
}  # fmt: skip


class Charged(NamedTuple):
    """A rate in the text with its role."""

    mention: Mention
    piece: Piece
    choice: Choice | None


def charged(flow: Flow, mentions: Sequence[Mention], others: Sequence[Piece]) -> tuple[Charged, ...]:
    """All rates and percentages of the flow with the role that the words around them give."""
    found = [m for m in mentions if m.kind in KINDS and m.span in flow]
    pieces = [core(flow, m) for m in found]
    chosen = choose(flow, "rate", pieces, others)
    return tuple(Charged(m, p, best(c)) for m, p, c in zip(found, pieces, chosen, strict=True))


def rates_of(flow: Flow, found: Sequence[Charged]) -> tuple[Rate, ...]:
    """The rates as facts, each once in each role and on each base."""
    seen: set[tuple[object, ...]] = set()
    result = []
    for one in found:
        rate = _rate(flow, one)
        key = (rate.percent, rate.period, rate.role, rate.relative)
        if key not in seen:
            seen.add(key)
            result.append(rate)
    return tuple(result)


def _rate(flow: Flow, one: Charged) -> Rate:
    mention, role = one.mention, one.choice.role if one.choice else None
    period = _period(flow, one, role)
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
    )


def _decimal(text: str) -> Decimal:
    match = re.search(r"-?\d+(?:\.\d+)?", text)
    return Decimal(match[0]) if match else Decimal(0)


def _period(flow: Flow, one: Charged, role: str | None) -> Period:
    if one.mention.unit in _PERIODS:
        return _PERIODS[one.mention.unit]
    if one.mention.kind == "rate":
        return "year"
    if role in ("fee", "cost_share", "penalty") or role is None:
        return "once"
    before = flow.text[max(flow.sentence(one.piece.start).start, one.piece.start - 24) : one.piece.start]
    return "year" if role == "annual_cost" or _YEARLY[flow.pack].search(before) else "once"


def _base(flow: Flow, one: Charged) -> str:
    """What the rate is charged on: the words nearest before it in the sentence."""
    if not one.choice or one.choice.role in ("interest", "annual_cost"):
        return ""
    sentence = flow.sentence(one.piece.start)
    before = flow.text[sentence.start : one.piece.start]
    nearest = ("", -1)
    for base, words in _BASES[flow.pack]:
        at = max((m.end() for m in words.finditer(before)), default=-1)
        if at > nearest[1]:
            nearest = (base, at)
    return nearest[0]


def spans(found: Sequence[Charged]) -> list[Span]:
    """Where the rates stand."""
    return [one.mention.span for one in found]
