"""Evidence: the sentence, at most 240 characters of it, and the very words in it."""

from agreecheck.model.finding import Evidence
from agreecheck.model.span import Span
from agreecheck.rules.ground import Ground
from agreecheck.rules.phrase import Match

LONGEST = 240
MOST = 3
_MARGIN = 60


def of_match(match: Match, ground: Ground) -> Evidence:
    """The sentence around a match; the words of its other parts are drawn into the focus when they stand near."""
    focus = match.span
    for more in match.also:
        joined = Span(min(focus.start, more.start), max(focus.end, more.end))
        if len(joined) <= _MARGIN:
            focus = joined
    return of_span(focus, ground)


def of_span(focus: Span, ground: Ground) -> Evidence:
    """The sentence (or table row) that holds ``focus``, shortened around it."""
    sentence = ground.layout.sentence_at(focus.start)
    whole = sentence.span if sentence else focus
    if focus.end > whole.end:
        whole = Span(whole.start, focus.end)
    if len(focus) > LONGEST:
        focus = Span(focus.start, focus.start + LONGEST)
    return Evidence(
        span=_trimmed(_shortened(whole, focus), focus, ground.document.text),
        focus=_trimmed(focus, focus, ground.document.text),
    )


def _shortened(whole: Span, focus: Span) -> Span:
    """At most LONGEST characters of ``whole`` that hold ``focus``, as even on both sides as may be."""
    if len(whole) <= LONGEST:
        return whole
    spare = LONGEST - len(focus)
    start = max(whole.start, focus.start - spare // 2)
    end = min(whole.end, start + LONGEST)
    return Span(max(whole.start, end - LONGEST), end)


def _trimmed(span: Span, keep: Span, text: str) -> Span:
    """Without blanks at the ends, never less than ``keep`` where that is not blank."""
    start, end = span.start, span.end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if text[start:end].strip() else keep
