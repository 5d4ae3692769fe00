"""Several plans told in prose, each under a head of its own: phases of one plan (第一阶段), debts (第二笔借款), or ways
to pay of which one is chosen (方案一)."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.plan_words import heads, ordinal, words
from agreecheck.facts.money.terms import Counted
from agreecheck.model.document import Document

Kind = Literal["phase", "debt", "alternative"]
_NAMED_BEFORE = 12  # characters before a head that say that it is chosen
_OPENS = compiled(r"(?:^|[\n\t。；;：:，,、（(.．)）])[ \t]*$")
_ROW = compiled(r" ?(?:或者?|和|与|及|、|以及|/|and|or|,) ?")  # 方案一或方案二: named in a row, none is told
_LIST_MARK = compiled(
    r"^(?:第[\d一二三四五六七八九十]{1,3}[条款]|[(（]?[\d一二三四五六七八九十]{1,3}[)）.、]|[，,；;])+"
)


class Part(NamedTuple):
    """What the text says under the heads of one name; ``chosen`` where it says that this one is taken."""

    kind: Kind
    name: str
    pieces: tuple[Piece, ...]
    chosen: bool = False

    def holds(self, piece: Piece) -> bool:
        return any(own.start <= piece.start < own.end for own in self.pieces)


class _Head(NamedTuple):
    start: int
    end: int
    number: str
    name: str


def parts(
    flow: Flow, document: Document, labelled: Sequence[Labelled], counted: Sequence[Counted]
) -> list[tuple[Part, ...]]:
    """Every way to see several plans in the text, those with heads first; each has two parts or more."""
    found = [_under_heads(flow, document, kind) for kind in ("alternative", "debt", "phase")]
    return [group for group in (*found, _either(flow), _by_sums(flow, labelled, counted)) if len(group) > 1]


def alone(flow: Flow, part: Part, group: Sequence[Part]) -> Flow:
    """The flow with what belongs to the other parts blanked out; every place stays where it is."""
    text = flow.text
    for start, end in (piece for other in group if other is not part for piece in other.pieces):
        text = text[:start] + "\n" * (end - start) + text[end:]
    return replace(flow, text=text)


def _under_heads(flow: Flow, document: Document, kind: Kind) -> tuple[Part, ...]:
    named = [
        _Head(m.start(), m.end(), ordinal(flow.pack, m[m.lastgroup or 0]), flow.text[m.start() : m.end()].strip())
        for m in heads(flow.pack, kind).finditer(flow.text)
    ]
    chosen = {head.number for head in named if _chosen(flow, head)}
    opening = [h for h in named if not _chosen(flow, h) and not _in_row(flow, h, named) and _opens(flow, h)]
    pieces: dict[str, list[Piece]] = defaultdict(list)
    for head, after in itertools.zip_longest(opening, opening[1:]):
        end = min(_end(flow, document, head.start), after.start if after else len(flow.text))
        pieces[head.number].append(Piece(head.start, end))
    names = {head.number: head.name for head in reversed(opening)}
    only = len(chosen) == 1
    return tuple(Part(kind, names[number], tuple(found), only and number in chosen) for number, found in pieces.items())


def _either(flow: Flow) -> tuple[Part, ...]:
    """于12月15日前一次性还款15,000元，即视为结清；或分6期偿还，每期3,000元: two ways to pay without a name."""
    for match in words(flow.pack, "or_else").finditer(flow.text):
        first, second = flow.sentence(match.start()), flow.sentence(match.end())
        one, other = Piece(first.start, match.start() + 1), Piece(match.start() + 1, second.end)
        ways = [words(flow.pack, "at_once").search(flow.text, *piece) is not None for piece in (one, other)]
        if ways[0] != ways[1]:
            return Part("alternative", "", (one,)), Part("alternative", "", (other,))
    return ()


def _opens(flow: Flow, head: _Head) -> bool:
    return _OPENS.search(flow.text[max(0, head.start - 4) : head.start]) is not None


def _chosen(flow: Flow, head: _Head) -> bool:
    """乙方选择：方案二; ☑方案二."""
    before = flow.text[max(0, head.start - _NAMED_BEFORE) : head.start]
    return words(flow.pack, "chosen").search(before) is not None


def _in_row(flow: Flow, head: _Head, named: Sequence[_Head]) -> bool:
    """方案一或方案二: heads named together."""
    return any(
        _ROW.fullmatch(flow.text, min(head.end, other.end), max(head.start, other.start))
        for other in named
        if other is not head
    )


def _end(flow: Flow, document: Document, at: int) -> int:
    """Where what is under a head ends: with its clause, else its paragraph, or the next one where it says nothing."""
    clause = document.clause_at(flow.origin[at])
    if clause is not None:
        return flow.piece(clause.span).end
    line = flow.line(at)
    return line.end if any(c.isdigit() for c in flow.text[at : line.end]) else flow.line(line.end + 1).end


def _by_sums(flow: Flow, labelled: Sequence[Labelled], counted: Sequence[Counted]) -> tuple[Part, ...]:
    """信用卡欠款12,000元分12期…每期1,000元；消费贷款24,000元分24期…: sentences that tell a whole each, and how many
    payments of which sum make it up."""
    found = []
    for start, end in itertools.pairwise((0, *flow.stops)):
        sums = [one for one in labelled if start <= one.figure.piece.start < end]
        counts = {c.count for c in counted if c.unit == "instalment" and start <= c.piece.start < end and c.count > 1}
        if len(sums) < 2 or len(counts) != 1:
            continue
        whole, n = sums[0], counts.pop()
        if any(one.figure.value * n == whole.figure.value for one in sums[1:]):
            name = _LIST_MARK.sub("", flow.text[start : whole.figure.piece.start].strip()).strip()
            found.append(Part("debt", name if 0 < len(name) <= _NAMED_BEFORE else "", (Piece(start, end),)))
    return tuple(found) if len({part.name for part in found}) == len(found) else ()
