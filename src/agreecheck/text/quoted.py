"""The very words of a finding, as a sentence about them can quote them: in one line, whole, not too long."""

from agreecheck.expressions import compiled
from agreecheck.model.document import Document
from agreecheck.model.finding import Evidence
from agreecheck.model.span import Span

_LONGEST = 30
_STOP = compiled(r"[，,。；;：:！!？?、（）()“”\n]")


def quoted(document: Document, evidence: Evidence) -> str:
    """The words in focus, up to the next sign of punctuation where that is near, at most 30 characters."""
    phrase = " ".join(document.quote(_to_its_end(evidence, document)).split())
    return phrase if len(phrase) <= _LONGEST else phrase[: _LONGEST - 1] + "…"


def _to_its_end(evidence: Evidence, document: Document) -> Span:
    """No phrase is cut in two where its end is near."""
    focus = evidence.focus
    stop = _STOP.search(document.text, focus.end, evidence.span.end)
    end = stop.start() if stop else evidence.span.end
    near = end - focus.start <= _LONGEST
    return Span(focus.start, max(focus.end, end)) if near else focus
