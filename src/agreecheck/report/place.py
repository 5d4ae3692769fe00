"""Where a span stands: clause, page, offsets; and the sentence that quotes it, sliced from the masked text."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec import structs

from agreecheck.model.document import Clause, Document
from agreecheck.model.finding import Evidence
from agreecheck.model.span import Span
from agreecheck.report.shape.place import Placed, Quote

Row = TypeVar("Row", bound=Placed)

LONGEST = 240
_BEFORE = 60  # of a sentence that is too long, so much is shown before the words that matter


class Places:
    """Looks up places in one document. ``text`` is its masked copy."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._starts, self._clauses = _sweep(document.clauses)

    def clause(self, offset: int) -> Clause | None:
        """The innermost clause at an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._clauses[at] if at >= 0 else None

    def page(self, offset: int) -> int | None:
        """The page at an offset."""
        return self._document.page_of(offset)

    def placed(self, span: Span | None) -> Placed:
        """The place of a span, an empty one where there is none."""
        if span is None:
            return Placed()
        clause = self.clause(span.start)
        return Placed(
            clause=clause.path if clause else None,
            clause_label=clause.label if clause else "",
            page=self.page(span.start),
            start=span.start,
            end=span.end,
        )

    def at(self, span: Span | None, kind: type[Row], **values: Any) -> Row:
        """A row of this kind at the place of a span."""
        return kind(**structs.asdict(self.placed(span)), **values)

    def words(self, span: Span | None) -> str:
        """The masked words at a span."""
        return self._text[span.start : span.end] if span else ""

    def quote(self, evidence: Evidence) -> Quote:
        """The sentence around the focus, cut to 240 characters."""
        focus = evidence.focus
        span = _window(evidence.span, focus)
        place = self.placed(Span(min(max(focus.start, span.start), max(span.start, span.end - 1)), span.end))
        return Quote(
            clause=place.clause,
            clause_label=place.clause_label,
            page=place.page,
            start=span.start,
            end=span.end,
            quote=self.words(span),
            focus=self.words(focus)[:LONGEST],
            focus_start=focus.start,
            focus_end=focus.end,
            role=evidence.role,
        )

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """The quotes of all evidence, each place once."""
        return tuple(self.quote(e) for e in dict.fromkeys(evidence))

    def bare(self, spans: Iterable[Span]) -> tuple[Quote, ...]:
        """Spans quoted as they are."""
        return self.quotes(Evidence(span=s, focus=s) for s in spans)


def _window(span: Span, focus: Span) -> Span:
    if len(span) <= LONGEST:
        return span
    start = max(span.start, min(focus.start - _BEFORE, span.end - LONGEST))
    return Span(start, min(span.end, start + LONGEST))


def _sweep(clauses: Iterable[Clause]) -> tuple[list[int], list[Clause | None]]:
    """Offsets at which the innermost clause changes, and the clause from there on."""
    starts: list[int] = []
    holders: list[Clause | None] = []
    stack: list[Clause] = []

    def close(until: int) -> None:
        while stack and stack[-1].span.end <= until:
            ended = stack.pop()
            starts.append(ended.span.end)
            holders.append(stack[-1] if stack else None)

    for clause in sorted(clauses, key=lambda c: (c.span.start, c.level)):
        close(clause.span.start)
        stack.append(clause)
        starts.append(clause.span.start)
        holders.append(clause)
    close(max((c.span.end for c in stack), default=0))
    return starts, holders
