"""Payments told as shares of the whole (首付30%，余款年底付清): the sums that they come to, where they stand."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.figures import Figure
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.roles import Choice
from agreecheck.model.mention import Mention

_WHOLE = ("payable", "total_debt", "plan_total", "original_principal")
_ALL = Decimal(100)
_CENT = Decimal("0.01")
_BEFORE, _BEHIND = 24, 8  # characters around a share that say that it is paid
_SUM_BEHIND = 8  # 支付30%即30,000元: the sum stands there itself


def with_shares(flow: Flow, mentions: Sequence[Mention], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The figures with a derived one for each share that is paid; as they were unless the shares make up the whole, or
    what is left is told as well."""
    found = [m for m in mentions if m.kind == "percent" and m.span in flow and _paid(flow, flow.piece(m.span))]
    whole = _whole(flow, labelled, flow.piece(found[0].span).start) if found else None
    if whole is None:
        return tuple(labelled)
    shares = [(flow.piece(m.span), m, Decimal(m.value)) for m in found]
    total = sum((share for *_, share in shares), Decimal(0))
    rest = _rest(flow, labelled, shares[-1][0].end)
    if total < _ALL and rest is not None:
        shares.append((rest, shares[-1][1], _ALL - total))
    elif total != _ALL and not (len(shares) == 1 and _rest_in_money(flow, labelled, shares[0][0].end)):
        return tuple(labelled)
    derived = [
        _derived(
            flow,
            piece,
            mention,
            (whole.figure.value * share / _ALL).quantize(_CENT),
            whole,
            first=not at and len(shares) == 1,
        )
        for at, (piece, mention, share) in enumerate(shares)
        if not _said(flow, labelled, piece)
    ]
    return tuple(sorted((*labelled, *derived), key=lambda one: one.figure.piece))


def _whole(flow: Flow, labelled: Sequence[Labelled], at: int) -> Labelled | None:
    """What the shares are of: a whole told before them, else the only sum before them in their sentence, else a whole
    told behind."""
    ordered = [one for role in _WHOLE for one in labelled if one.role == role]
    before = [one for one in ordered if one.figure.piece.start < at]
    beside = [one for one in labelled if flow.sentence(at).start <= one.figure.piece.start < at]
    alone = beside if len(beside) == 1 and beside[0].role == "" else []
    return next(iter(before or alone or ordered), None)


def _derived(flow: Flow, piece: Piece, mention: Mention, value: Decimal, whole: Labelled, *, first: bool) -> Labelled:
    unit = whole.figure.main.unit
    money = Mention(kind="money", value=f"{value.normalize():f}", unit=unit, span=flow.span(*piece), note=("share",))
    role = "down_payment" if first else "instalment"
    return Labelled(Figure(piece, (money,)), Choice(role, 60, mention.span, "plan"))


def _paid(flow: Flow, piece: Piece) -> bool:
    """Whether words around say that a share of the debt is paid: no waiver, no rate, no penalty."""
    sentence = flow.sentence(piece.start)
    before = flow.text[max(sentence.start, piece.start - _BEFORE) : piece.start]
    behind = flow.text[piece.end : min(sentence.end, piece.end + _BEHIND)]
    if words(flow.pack, "no_share").search(before + "%" + behind):
        return False
    return bool(words(flow.pack, "pays").search(before))


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
