"""The sentences of a paper that may cover a topic."""

from itertools import pairwise

from agreecheck.expressions import compiled
from agreecheck.model.document import Document
from agreecheck.model.span import Span
from agreecheck.packs.load import load
from agreecheck.text.fold import fold

_ENDS = compiled(r"(?<=[。；！？;!?\n])|(?<=\.)(?= [A-Z])")
_PROSE = ("paragraph",)
_LEAST = 6  # letters or characters; shorter ones are headings, labels, leftovers
_HEAD = 40  # characters from the start of a sentence in which it would say that it only explains a word


def sentences(document: Document) -> tuple[Span, ...]:
    """All sentences of the running text that agree anything, in order: no headings, tables, furniture, definitions."""
    blocks = [block.span for block in document.blocks if block.kind in _PROSE] or [Span(0, len(document.text))]
    found = (part for span in blocks for part in _split(document.text, span))
    return tuple(part for part in found if not _defines(document.text[part.start : part.end]))


def _defines(sentence: str) -> bool:
    head = fold(sentence[:_HEAD])
    return any(cue in head for cue in load("zh").definition_cues)


def _split(text: str, span: Span) -> list[Span]:
    """The sentences of one block, without the blanks around them."""
    inside = text[span.start : span.end]
    cuts = [0, *(m.end() for m in _ENDS.finditer(inside)), len(inside)]
    found = []
    for start, end in pairwise(cuts):
        part = inside[start:end]
        words = part.strip()
        if sum(letter.isalpha() for letter in words) >= _LEAST:
            begin = span.start + start + part.index(words)
            found.append(Span(begin, begin + len(words)))
    return found
