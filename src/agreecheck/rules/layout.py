"""How a document is cut for the rules: sentences, and the scope around a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from agreecheck.model.base import Frozen
from agreecheck.model.document import Block, Clause, Document, Table
from agreecheck.model.rule import Pack, Scope
from agreecheck.model.span import Span

LONGEST_SENTENCE = 2_000
_UNSEARCHED = ("furniture", "contents")
# A full stop after a word of three letters or of two small ones ("it."): not after "Mr", "No", "U.S".
_LATIN_STOP = re.compile(r"(?:(?<=[\w)\]\"”][\w)\]\"”][\w)\]\"”])|(?<=\s[a-z][a-z]))\.(?=\s+[A-Z\"“(])")


class Sentence(Frozen):
    """A stretch that ends at a full stop, a semicolon or its block's end. ``operative`` is False for headings and
    for definitions: they name things, they do not agree them."""

    span: Span
    heading: bool = False
    definition: bool = False


class Layout:
    """Sentences in order, and the clause, article or document around a place."""

    def __init__(self, document: Document, folded: str, pack: Pack) -> None:
        self._document = document
        self._folded = folded
        self._breaks = pack.negation.breaks
        self.sentences = tuple(sorted(_sentences(document, folded, pack), key=lambda s: s.span))
        self._starts = [s.span.start for s in self.sentences]
        self._clauses = sorted(document.clauses, key=lambda c: (c.span.start, c.level))
        self._clause_starts = [c.span.start for c in self._clauses]
        self._by_path = {c.path: c for c in reversed(self._clauses)}
        self._whole = Span(0, len(document.text))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place; None in furniture, contents and between sentences."""
        at = bisect_right(self._starts, place) - 1
        return self.sentences[at] if at >= 0 and place < self.sentences[at].span.end else None

    def region(self, place: int, scope: Scope) -> Span | None:
        """The stretch of text that a scope means at a place, None where nothing is searched."""
        sentence = self.sentence_at(place)
        if sentence is None:
            return None
        if scope == "document":
            return self._whole
        if scope == "sentence":
            return sentence.span
        if scope == "part":
            return self._part(place, sentence.span)
        clause = self._clause_at(place)
        if clause is None:
            return self._block_at(place) or sentence.span
        if scope == "article" and "." in clause.path:
            clause = self._by_path.get(clause.path.split(".")[0], clause)
        return clause.span

    def _clause_at(self, place: int) -> Clause | None:
        at = bisect_right(self._clause_starts, place) - 1
        while at >= 0:
            if self._clauses[at].span.end > place:
                return self._clauses[at]
            at -= 1
        return None

    def _block_at(self, place: int) -> Span | None:
        blocks = self._document.blocks
        at = bisect_right(blocks, place, key=lambda b: b.span.start) - 1
        return blocks[at].span if at >= 0 and place < blocks[at].span.end else None

    def _part(self, place: int, sentence: Span) -> Span:
        start, end = place, place
        while start > sentence.start and not is_break(self._folded, start - 1, self._breaks):
            start -= 1
        while end < sentence.end and not is_break(self._folded, end, self._breaks):
            end += 1
        return Span(start, end)


def is_break(text: str, place: int, breaks: str) -> bool:
    """Whether the character parts a sentence; the comma of a number does not."""
    if text[place] not in breaks:
        return False
    return not (text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit())


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
