"""Numbers of instalments, days and months: the length of the plan, grace, cure, deferral."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cores import core
from agreecheck.facts.money.roles import best, choose
from agreecheck.model.fact import Term, TermRole
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text import numerals
from agreecheck.text.english_numbers import TO_TWELVE

Unit = Literal["instalment", "day", "month", "year"]
_ISO = compiled(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)(B?D|B))?(?:T.*)?$")
# 分四次, 分三笔支付, three payments: what the scanner does not count as instalments.
_TIMES = {
    "zh": compiled(
        r"(?:分|分成|分为|共|共支付|共计|计|总共|共(?:付|还|偿还|归还|支付))(?:为|成)?(?P<n>[\d一二三四五六七八九十两]{1,4})(?:个)?(?:期|次|笔)(?!以|逾)"
    ),
    "en": compiled(
        rf"(?<![.\d\n])\b(?P<n>\d{{1,3}}|{'|'.join(TO_TWELVE)}) "
        r"(?:(?:equal|monthly|weekly|quarterly|consecutive|successive|regular) )*(?:payments|instal?lments)\b",
        re.IGNORECASE,
    ),
}
_MISSED = compiled(
    r" (?:in a row|running|(?:are |is |remain |go )?(?:missed|late|overdue|unpaid|behind|in arrears))", re.IGNORECASE
)
_WORD_MONTHS = compiled(rf"\b(?P<n>{'|'.join(TO_TWELVE)}) (?:consecutive |calendar )?months\b", re.IGNORECASE)
_LABELLED = compiled(r"number of (?:monthly )?(?:payments|instal?lments) ?: ?(?P<n>\d{1,3})\b", re.IGNORECASE)
_REACHED = compiled(r"(?:达到?|超过|满|逾)$")
_NUMBERED = compiled(r"第$")
_OF_DEBTS = compiled(r"(?:贷款|借款|欠款|债务|债权|合同|账单)(?:共|共计|合计|总共)?$")  # 贷款共三笔
_PART = compiled(r"(?:本金|利息|余款|尾款)(?:分|共)?$")
# 第1至59个月, 其中前23个月: months of a plan, not its length.
_RANGE_END = compiled(
    r"(?:第[\d一二三四五六七八九十]{1,4}(?:期|个月|次|笔|月)?(?:至|到|-|~|—)第?|(?:其中|[，,；;：:（(])[前首])$"
)


class Counted(NamedTuple):
    """A count in the text."""

    piece: Piece
    span: Span
    count: int  # type: ignore[assignment]  # a tuple's own count is not needed
    unit: Unit
    working: bool
    implied: bool = False  # the words themselves (分三次, three payments) make it the plan's


def counted(flow: Flow, mentions: Sequence[Mention]) -> tuple[Counted, ...]:
    """Every count of instalments, days, months or years, in order."""
    found = [c for m in mentions if m.span in flow and (c := _counted(flow, m))]
    taken = [c.piece for c in found]
    for match in _TIMES[flow.pack].finditer(flow.text):
        piece = Piece(match.start("n"), match.end())
        number = TO_TWELVE.get(match["n"].lower()) or numerals.parse(match["n"])
        if (
            number is not None
            and not _counts_debts(flow, piece)
            and not any(p.start < piece.end and piece.start < p.end for p in taken)
        ):
            implied = not _MISSED.match(flow.text, piece.end)
            found.append(Counted(piece, flow.span(*piece), int(number), "instalment", False, implied))
    if flow.pack == "en":
        found += _english(flow, taken)
    return tuple(sorted(found))


def _counts_debts(flow: Flow, piece: Piece) -> bool:
    return _OF_DEBTS.search(flow.text, max(0, piece.start - 4), piece.start) is not None


def _english(flow: Flow, taken: Sequence[Piece]) -> list[Counted]:
    """What English papers write otherwise: six months, Number of payments: 12."""
    found = []
    for match in _WORD_MONTHS.finditer(flow.text):
        piece = Piece(match.start(), match.end())
        if not any(p.start < piece.end and piece.start < p.end for p in taken):
            found.append(Counted(piece, flow.span(*piece), TO_TWELVE[match["n"].lower()], "month", False))
    for match in _LABELLED.finditer(flow.text):
        piece = Piece(match.start("n"), match.end("n"))
        found.append(Counted(piece, flow.span(*piece), int(match["n"]), "instalment", False, True))
    return found


def _counted(flow: Flow, mention: Mention) -> Counted | None:
    piece = core(flow, mention)
    if mention.kind == "count" and mention.unit in ("期", "instalment", "payment"):
        if not mention.value.isdigit() or _NUMBERED.search(flow.text, max(0, piece.start - 1), piece.start):
            return None
        if _counts_debts(flow, piece):
            return None
        implied = flow.pack == "en" and not _MISSED.match(flow.text, piece.end)
        return Counted(piece, mention.span, int(mention.value), "instalment", False, implied)
    if mention.kind == "date" and mention.value.startswith("XXXX-XX-") and _REACHED.search(flow.text[: piece.start]):
        return Counted(piece, mention.span, int(mention.value[-2:]), "day", False)  # 达到30日 is no day of a month
    if mention.kind not in ("duration", "deadline"):
        return None
    if _RANGE_END.search(flow.text, max(0, piece.start - 12), piece.start):
        return None
    match = _ISO.match(mention.value)
    if not match:
        return None
    years, months, weeks, days, kind = match.groups()
    if days:
        return Counted(piece, mention.span, int(days), "day", kind.startswith("B"))
    if weeks:
        return Counted(piece, mention.span, 7 * int(weeks), "day", False)
    if months:
        return Counted(piece, mention.span, int(months) + 12 * int(years or 0), "month", False)
    return Counted(piece, mention.span, int(years), "year", False) if years else None


def _of_a_part(flow: Flow, one: Counted) -> bool:
    """本金分两次归还: how often a part of each debt is paid, where the paper counts its instalments elsewhere."""
    return (
        one.unit == "instalment" and _PART.search(flow.text, max(0, one.piece.start - 4), one.piece.start) is not None
    )


def terms_of(flow: Flow, found: Sequence[Counted], others: Sequence[Piece]) -> tuple[Term, ...]:
    """The counts as facts, each once in each role; a count of instalments without words is the plan's."""
    chosen = choose(flow, "term", [c.piece for c in found], others)
    most = max((c.count for c in found if c.unit == "instalment" and not _of_a_part(flow, c)), default=0)
    seen: set[tuple[object, ...]] = set()
    result = []
    for one, choices in zip(found, chosen, strict=True):
        choice = best(choices)
        role: TermRole = choice.role if choice else "plan" if one.implied else "other"  # type: ignore[assignment]
        if role == "deferral" and one.unit == "instalment":
            role = "plan"  # 展期期间共12期
        if role == "plan" and (one.unit == "day" or (one.count < most and _of_a_part(flow, one))):
            role = "other"
        key = (one.count, one.unit, role)
        if key not in seen:
            seen.add(key)
            result.append(
                Term(
                    count=one.count,
                    unit=one.unit,
                    role=role,
                    span=one.span,
                    working=one.working,
                    evidence=choice.evidence if choice else None,
                    source=choice.source if choice else "",
                )
            )
    return tuple(result)
