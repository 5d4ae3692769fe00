"""A whole and its parts as one value."""

from collections.abc import Sequence

from agreecheck.model.fact import Amount, Breakdown
from agreecheck.model.span import Span


def breakdown(kind: str, parts: Sequence[Amount], whole: Amount) -> Breakdown:
    """A whole and its parts, with the stretch of text that holds them."""
    spans = [a.span for a in (*parts, whole)]
    return Breakdown(
        kind=kind,
        parts=tuple(parts),
        whole=whole,
        span=Span(min(s.start for s in spans), max(s.end for s in spans)),
    )
