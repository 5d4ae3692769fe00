"""The text as it runs: paragraphs without the line breaks of the page, so that words next to each other are next to
each other; every character knows where it came from."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.document import Document
from agreecheck.model.span import Span

_SENTENCE_END = {
    "zh": compiled(r"[。；;！!\n]"),  # a question goes with its answer (欠多少？一共…)
    "en": compiled(r"\n|(?<![ .][A-Za-z]\.[a-z])(?<! Mr)(?<! Ms)(?<! No)(?<! Dr)(?<!Mrs)[.;!?](?= [A-Z(]|\n|$)"),
}
_SKIPPED = ("furniture", "contents")


class Piece(NamedTuple):
    """A stretch of the flow, half-open."""

    start: int
    end: int


class Flow(Frozen):
    """``text`` holds the paragraphs one a line, cells of a table row parted by tabs, Chinese without any blanks.
    ``origin[i]`` is the offset of character i in the document. ``stops`` are the ends of sentences."""

    text: str
    origin: tuple[int, ...]
    stops: tuple[int, ...]
    pack: str

    def piece(self, span: Span) -> Piece:
        """Where a span of the document lies in the flow (empty where it is not part of it)."""
        return Piece(bisect_left(self.origin, span.start), bisect_left(self.origin, span.end))

    def span(self, start: int, end: int) -> Span:
        """The document's span of a stretch of the flow."""
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def sentence(self, at: int) -> Piece:
        """The sentence that holds position ``at``; its end mark belongs to it."""
        index = bisect_right(self.stops, at)
        return Piece(
            self.stops[index - 1] if index else 0, self.stops[index] if index < len(self.stops) else len(self.text)
        )

    def line(self, at: int) -> Piece:
        """The paragraph or table row that holds position ``at``."""
        end = self.text.find("\n", at)
        return Piece(self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end)

    def __contains__(self, span: Span) -> bool:
        piece = self.piece(span)
        return piece.end > piece.start and self.origin[piece.start] == span.start


def run(reading: Reading) -> Flow:
    """The flow of one document."""
    chars: list[str] = []
    origin: list[int] = []

    def put(char: str, at: int) -> None:
        chars.append(char)
        origin.append(at)

    for span, table in _paragraphs(reading.document):
        for at in range(span.start, span.end):
            char = reading.folded[at]
            if char == "\t" or not char.isspace() or (table and char == "\n"):
                put(char, at)
            elif reading.pack == "en" and chars and chars[-1] not in " \n\t":
                put(" ", at)
        if chars and chars[-1] != "\n":
            put("\n", min(span.end, len(reading.folded) - 1))
    text = "".join(chars)
    stops = tuple(match.end() for match in _SENTENCE_END[reading.pack].finditer(text))
    return Flow(text=text, origin=tuple(origin), stops=stops, pack=reading.pack)


def _paragraphs(document: Document) -> list[tuple[Span, bool]]:
    """Spans of text that belong together, and whether it is a table (where line breaks part rows)."""
    if not document.blocks:
        return [(Span(m.start(), m.end()), False) for m in re.finditer(r"[^\n]+", document.text)]
    return [(block.span, block.kind == "table") for block in document.blocks if block.kind not in _SKIPPED]
