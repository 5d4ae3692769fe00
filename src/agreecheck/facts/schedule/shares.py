"""Payments told as shares of the whole (首付30%，余款年底付清): the sums that they come to, where they stand."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.figures import Figure
from agreecheck.facts.money.plan_words import Name, words
from agreecheck.facts.money.roles import Choice
from agreecheck.facts.schedule.stepped import integer
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_WHOLE = ("payable", "total_debt", "plan_total", "original_principal")
_IN_WORDS: tuple[tuple[Name, Fraction], ...] = (("half", Fraction(1, 2)), ("third", Fraction(1, 3)))
_FINEST = 100  # the largest denominator of a share in words
_CENT = Decimal("0.01")
_BEFORE, _BEHIND = 24, 12  # characters around a share that say that it is paid
_SUM_BEHIND = 8  # 支付30%即30,000元: the sum stands there itself


class _Share(NamedTuple):
    piece: Piece
    span: Span
    of_all: Fraction


def with_shares(flow: Flow, mentions: Sequence[Mention], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The figures with a derived one for each share that is paid; as they were unless the shares make up the whole, or
    what is left is told as well."""
    shares = [share for share in _shares(flow, mentions) if _paid(flow, share.piece)]
    whole = _whole(flow, labelled, shares[0].piece.start) if shares else None
    if whole is None:
        return tuple(labelled)
    total = sum((share.of_all for share in shares), Fraction(0))
    rest = _rest(flow, labelled, shares[-1].piece.end)
    if total < 1 and rest is not None:
        shares.append(_Share(rest, shares[-1].span, 1 - total))
        total = Fraction(1)
    elif total != 1 and not (len(shares) == 1 and _rest_in_money(flow, labelled, shares[0].piece.end)):
        return tuple(labelled)
    sums = [_of(whole.figure.value, share.of_all) for share in shares]
    if total == 1:
        sums[-1] = whole.figure.value - sum(sums[:-1], Decimal(0))
    parts = _spread(flow, shares[-1].piece) if total == 1 else 1
    sums[-1], left = divmod(sums[-1] * 100, parts)
    if left:
        return tuple(labelled)
    sums[-1] /= 100
    first_alone = len(shares) == 1 or (len(shares) == 2 and parts > 1)
    derived = [
        _derived(flow, share, value, whole, "down_payment" if first_alone and share is shares[0] else "instalment")
        for share, value in zip(shares, sums, strict=True)
        if not _said(flow, labelled, share.piece)
    ]
    return tuple(sorted((*labelled, *derived), key=lambda one: one.figure.piece))


def _spread(flow: Flow, piece: Piece) -> int:
    """其余分10期归还: in how many even parts the last share is paid."""
    told = words(flow.pack, "spread").search(flow.text[piece.end : flow.sentence(piece.start).end])
    return max(1, integer(told["n"])) if told else 1


def _shares(flow: Flow, mentions: Sequence[Mention]) -> list[_Share]:
    """30%, 三分之一, 一半, one third, in order."""
    found = [
        _Share(flow.piece(m.span), m.span, _fraction(m))
        for m in mentions
        if m.span in flow and (m.kind == "percent" or (m.kind == "number" and "fraction" in m.note))
    ]
    found += [
        _Share(Piece(*match.span()), flow.span(*match.span()), of_all)
        for name, of_all in _IN_WORDS
        for match in words(flow.pack, name).finditer(flow.text)
    ]
    return sorted(share for share in found if 0 < share.of_all <= 1)


def _fraction(mention: Mention) -> Fraction:
    value = Fraction(Decimal(mention.value))
    return value / 100 if mention.kind == "percent" else value.limit_denominator(_FINEST)


def _of(whole: Decimal, share: Fraction) -> Decimal:
    return (whole * share.numerator / share.denominator).quantize(_CENT)


def _whole(flow: Flow, labelled: Sequence[Labelled], at: int) -> Labelled | None:
    """What the shares are of: a whole told before them, else the only sum before them in their sentence, else a whole
    told behind."""
    ordered = [one for role in _WHOLE for one in labelled if one.role == role]
    before = [one for one in ordered if one.figure.piece.start < at]
    beside = [one for one in labelled if flow.sentence(at).start <= one.figure.piece.start < at]
    alone = beside if len(beside) == 1 and beside[0].role == "" else []
    return next(iter(before or alone or ordered), None)


def _derived(flow: Flow, share: _Share, value: Decimal, whole: Labelled, role: str) -> Labelled:
    unit, span = whole.figure.main.unit, flow.span(*share.piece)
    money = Mention(kind="money", value=f"{value.normalize():f}", unit=unit, span=span, note=("share",))
    return Labelled(Figure(share.piece, (money,)), Choice(role, 60, share.span, "plan"))


def _paid(flow: Flow, piece: Piece) -> bool:
    """Whether words around say that a share of the debt is paid: no waiver, no rate, no penalty."""
    sentence = flow.sentence(piece.start)
    before = flow.text[max(sentence.start, piece.start - _BEFORE) : piece.start]
    behind = flow.text[piece.end : min(sentence.end, piece.end + _BEHIND)]
    if words(flow.pack, "no_share").search(before + "%" + behind):
        return False
    pays = words(flow.pack, "pays")
    spread = words(flow.pack, "spread").search(flow.text[piece.end : sentence.end])
    return bool(pays.search(before) or pays.search(behind) or spread)


def _rest(flow: Flow, labelled: Sequence[Labelled], start: int) -> Piece | None:
    """余款于12月31日前付清: what is left after the shares, told without a sum of its own."""
    line = flow.line(start)
    match = words(flow.pack, "rest").search(flow.text, start, line.end)
    if match is None or any(match.end() <= one.figure.piece.start < line.end for one in labelled):
        return None
    return (
        Piece(match.start(), match.end()) if words(flow.pack, "pays").search(flow.text, match.end(), line.end) else None
    )


def _rest_in_money(flow: Flow, labelled: Sequence[Labelled], start: int) -> bool:
    """余款21,000元分7个月: what is left after the first payment, with its sum or its instalments."""
    line = flow.line(start)
    match = words(flow.pack, "rest").search(flow.text, start, line.end)
    return match is not None and any(match.end() <= one.figure.piece.start < line.end for one in labelled)


def _said(flow: Flow, labelled: Sequence[Labelled], piece: Piece) -> bool:
    """支付30%即30,000元: the sum itself stands right behind."""
    return any(
        0 <= one.figure.piece.start - piece.end <= _SUM_BEHIND
        and not words(flow.pack, "rest").search(flow.text, piece.end, one.figure.piece.start)
        for one in labelled
    )
