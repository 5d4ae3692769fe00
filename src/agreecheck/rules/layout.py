"""How a document is cut for the rules: sentences, and the scope around a place."""

from bisect import bisect_right

from agreecheck.model.document import Clause, Document
from agreecheck.model.rule import Pack, Scope
from agreecheck.model.span import Span
from agreecheck.rules.answered import answered
from agreecheck.rules.sentences import Sentence, sentences


class Layout:
    """Sentences in order, and the clause, article or document around a place."""

    def __init__(self, document: Document, folded: str, pack: Pack) -> None:
        self._document = document
        self._folded = folded
        self._breaks = pack.negation.breaks
        self.sentences = tuple(answered(sentences(document, folded, pack), folded, pack.negation))
        self._starts = [s.span.start for s in self.sentences]
        self._clauses = sorted(document.clauses, key=lambda c: (c.span.start, c.level))
        self._clause_starts = [c.span.start for c in self._clauses]
        self._by_path = {c.path: c for c in reversed(self._clauses)}
        self._whole = Span(0, len(document.text))
        self._sentence_at: dict[int, Sentence | None] = {}
        self._region: dict[tuple[int, Scope], Span | None] = {}

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place; None in furniture, contents and between sentences."""
        if place not in self._sentence_at:
            at = bisect_right(self._starts, place) - 1
            inside = at >= 0 and place < self.sentences[at].span.end
            self._sentence_at[place] = self.sentences[at] if inside else None
        return self._sentence_at[place]

    def region(self, place: int, scope: Scope) -> Span | None:
        """The stretch of text that a scope means at a place, None where nothing is searched."""
        if (place, scope) not in self._region:
            self._region[place, scope] = self._found(place, scope)
        return self._region[place, scope]

    def _found(self, place: int, scope: Scope) -> Span | None:
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
