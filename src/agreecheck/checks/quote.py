"""Evidence for a stretch of text: the sentence it stands in, and the very words."""

from typing import Literal

from agreecheck.expressions import compiled
from agreecheck.model.document import Document
from agreecheck.model.finding import Evidence
from agreecheck.model.span import Span

LONGEST = 240
_END = compiled(r"[。；！？\n]|[.;!?](?=\s)")


def sentence(document: Document, span: Span) -> Span:
    """The sentence or line that holds ``span``, at most 240 characters, cut around it where longer."""
    text = document.text
    low, high = max(0, span.start - LONGEST), min(len(text), span.end + LONGEST)
    for block in document.blocks:
        if block.span.start <= span.start < block.span.end:
            low, high = max(low, block.span.start), min(high, max(block.span.end, span.end))
            break
    start = max((m.end() for m in _END.finditer(text, low, span.start)), default=low)
    stop = _END.search(text, max(span.start, span.end - 1), high)
    end = stop.end() if stop else high
    if end - start > LONGEST:
        start = max(start, min(span.start, span.end - LONGEST))
        end = min(end, start + LONGEST)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def evidence(document: Document, spans: tuple[Span, ...], role: Literal["subject", "against"]) -> tuple[Evidence, ...]:
    """One piece of evidence for each distinct span, as given; a focus longer than a quote is cut to it."""
    found = []
    for span in dict.fromkeys(spans):
        holder = sentence(document, span)
        focus = Span(max(span.start, holder.start), min(span.end, holder.end))
        if focus.start < focus.end:
            found.append(Evidence(span=holder, focus=focus, role=role))
    return tuple(found)
