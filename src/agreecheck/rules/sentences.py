"""A document cut into sentences for the rules."""

import re
from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.document import Block, Document, Table
from agreecheck.model.rule import Pack
from agreecheck.model.span import Span

LONGEST_SENTENCE = 2_000
_UNSEARCHED = ("furniture", "contents")
# A full stop after a word of three letters or of two small ones ("it."): not after "Mr", "No", "U.S".
_LATIN_STOP = compiled(r"(?:(?<=[\w)\]\"”][\w)\]\"”][\w)\]\"”])|(?<=\s[a-z][a-z]))\.(?=\s+[A-Z\"“(])")


class Sentence(Frozen):
    """A stretch that ends at a full stop, a semicolon or its block's end. ``operative`` is False for headings and
    for definitions: they name things, they do not agree them. ``denied``: a question in it that its answer denies."""

    span: Span
    heading: bool = False
    definition: bool = False
    denied: Span | None = None


def sentences(document: Document, folded: str, pack: Pack) -> list[Sentence]:
    """The sentences in order, without those of page furniture and tables of contents."""
    return sorted(_sentences(document, folded, pack), key=lambda s: s.span)


def _sentences(document: Document, folded: str, pack: Pack) -> Iterator[Sentence]:
    for block in document.blocks or _lines(document.text):
        if block.kind in _UNSEARCHED:
            continue
        table = (
            next((t for t in document.tables if t.span.overlaps(block.span)), None) if block.kind == "table" else None
        )
        for span in _rows(table) if table else _split(folded, block.span, pack.sentence_ends):
            if folded[span.start : span.end].strip():
                yield Sentence(
                    span=span, heading=block.kind == "heading", definition=_defines(folded, span, pack.definition_cues)
                )


def _lines(text: str) -> list[Block]:
    """A document without blocks: each line is a paragraph."""
    return [Block(kind="paragraph", span=Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text)]


def _rows(table: Table) -> list[Span]:
    """Each row of a table as one stretch."""
    rows: dict[int, list[Span]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.span)
    return [Span(min(s.start for s in spans), max(s.end for s in spans)) for _, spans in sorted(rows.items())]


def _split(folded: str, block: Span, ends: str) -> Iterator[Span]:
    stops = {place + 1 for place in range(block.start, block.end) if folded[place] in ends}
    stops |= {m.end() for m in _LATIN_STOP.finditer(folded, block.start, block.end)}
    start = block.start
    for stop in [*sorted(stops), block.end]:
        while stop - start > LONGEST_SENTENCE:  # a paper without full stops must not cost more than one with them
            yield Span(start, start + LONGEST_SENTENCE)
            start += LONGEST_SENTENCE
        if stop > start:
            yield Span(start, stop)
            start = stop


def _defines(folded: str, span: Span, cues: tuple[str, ...]) -> bool:
    head = folded[span.start : min(span.end, span.start + 40)]
    return any(cue in head for cue in cues)
