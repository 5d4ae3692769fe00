"""Sums of money as they stand in the running text; words and digits of the same sum are one figure."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cores import core
from agreecheck.model.fact import Amount, AmountRole, RoleSource, WordsAndDigits
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

# What may stand between 壹万元整 and (¥10,000.00): brackets, currency signs, 小写, 大写, 人民币, "or".
_BETWEEN = compiled(r"(?:人民币|小写|大写|金额|数额|即|计|RMB|CNY|[()（）\[\]【】:：,，、¥￥$\s整正])*")


# What stands around a sum that is written as a bare number.
_PAID = compiled(
    r"(?:[还付交缴给欠借偿剩转差][款清掉上下]?|[每各一](?:期|个?月|次|笔|周|年|季))(?:了|约|是|为|:|：|我|你|他|她)?$"
)
_CLAUSE_END = compiled(r"[，,。；;、)）!！\n]|没[还付给清]|$")
_LEAST = 100  # smaller bare numbers count something else


class Figure(NamedTuple):
    """One sum: ``mentions`` is one mention, or two that say the same in words and in digits."""

    piece: Piece
    mentions: tuple[Mention, ...]

    @property
    def value(self) -> Decimal:
        """The value in digits, where written so."""
        return Decimal(self.main.value)

    @property
    def main(self) -> Mention:
        return next((m for m in self.mentions if m.form == "digits"), self.mentions[0])

    def amounts(self, role: AmountRole | None, evidence: Span | None, source: RoleSource = "") -> tuple[Amount, ...]:
        """The figure as facts: one, or two where words and digits disagree."""
        distinct = {Decimal(m.value): m for m in (*self.mentions, self.main)}
        return tuple(amount(m, role, evidence, source) for m in sorted(distinct.values(), key=lambda m: m.span.start))


def amount(
    mention: Mention, role: AmountRole | None = None, evidence: Span | None = None, source: RoleSource = ""
) -> Amount:
    """A mention of money as a fact."""
    return Amount(
        value=Decimal(mention.value),
        currency=mention.unit or "CNY",
        role=role,
        span=mention.span,
        form=mention.form or "digits",
        evidence=evidence,
        source=source,
    )


def figures(flow: Flow, mentions: Iterable[Mention]) -> tuple[Figure, ...]:
    """All sums of the flow, in order."""
    found: list[Figure] = []
    for mention in mentions:
        if mention.span not in flow or not (mention.kind == "money" or _bare(flow, mention)) or _idiom(mention):
            continue
        piece = core(flow, mention)
        mention = _unsigned(mention)
        if found and _twins(flow, found[-1], mention, piece):
            found[-1] = Figure(Piece(found[-1].piece.start, piece.end), (*found[-1].mentions, mention))
        else:
            found.append(Figure(piece, (mention,)))
    return tuple(found)


def _bare(flow: Flow, mention: Mention) -> bool:
    """还1万, 每月还3000，: in plain papers a number behind such words is a sum, with 万 or where its clause ends."""
    piece = flow.piece(mention.span)
    if flow.pack != "zh" or mention.kind != "number" or mention.value.startswith("-"):
        return False
    if flow.text[piece.start : piece.end].endswith("万"):
        return flow.text[piece.start - 1 : piece.start] in tuple("还付欠借给共的款金下余")
    alone = _CLAUSE_END.match(flow.text, piece.end) and _PAID.search(flow.text, max(0, piece.start - 8), piece.start)
    return bool(alone) and Decimal(mention.value) >= _LEAST and not _in_row(flow, piece)


def _in_row(flow: Flow, piece: Piece) -> bool:
    """Whether the number stands in a row of a table."""
    line = flow.line(piece.start)
    return "\t" in flow.text[line.start : line.end]


def _idiom(mention: Mention) -> bool:
    """一分钱没还: less than one yuan in words is a way to say nothing at all."""
    return mention.form == "chinese" and abs(Decimal(mention.value)) < 1


def _unsigned(mention: Mention) -> Mention:
    """优惠 -¥318.42: the minus says that the sum is taken off, which its role says as well."""
    return replace(mention, value=mention.value.removeprefix("-")) if mention.value.startswith("-") else mention


def _twins(flow: Flow, before: Figure, mention: Mention, piece: Piece) -> bool:
    """Whether a mention repeats the figure before it, once in capital numerals and once in digits."""
    if len(before.mentions) > 1 or {before.main.form == "capital", mention.form == "capital"} != {True, False}:
        return False
    between = flow.text[before.piece.end : piece.start]
    return len(between) <= 16 and "\n" not in between and _BETWEEN.fullmatch(between) is not None


def pairs(found: Iterable[Figure]) -> tuple[WordsAndDigits, ...]:
    """The sums that are written both in capital numerals and in digits."""
    result = []
    for figure in found:
        if len(figure.mentions) == 2:
            words = next(m for m in figure.mentions if m.form == "capital")
            digits = next(m for m in figure.mentions if m.form != "capital")
            result.append(WordsAndDigits(words=amount(words), digits=amount(digits)))
    return tuple(result)
