"""What the sentence around a figure speaks of."""

from collections.abc import Iterable

from agreecheck.checks.case import Case
from agreecheck.checks.quote import sentence
from agreecheck.model.span import Span

_PARTS = ("，", "。", "；")
_NEAR = 16  # characters between a figure and the words that make it a cap


def says(case: Case, span: Span, cue: str) -> bool:
    """Does the sentence hold one of the words of this cue?"""
    return holds(case, sentence(case.document, span).slice(case.document.text), cue)


def holds(case: Case, words: str, cue: str) -> bool:
    """Do these words hold one of the words of this cue?"""
    return any(word in words for word in case.cues.get(cue, ()))


def other_matter(case: Case, span: Span) -> bool:
    """Does the sentence charge something else than a delay: early payment of one's own will, misuse, complaints?"""
    own_will = says(case, span, "early") and not says(case, span, "late")
    return own_will or says(case, span, "not_late")


def near(case: Case, span: Span, cue: str) -> bool:
    """Does one of the words of this cue stand right before or behind the figure, in its own part of the sentence?"""
    text = case.document.text
    before, behind = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    own = max(_last(before, _PARTS) + 1, 0)
    return any(word in before[own:] or word in _first_clause(behind) for word in case.cues[cue])


def capped(case: Case, span: Span) -> bool:
    """Is the figure a cap: 不超过 before it, 为限 behind it?"""
    text = case.document.text
    before, behind = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR // 2]
    said = _last(before, case.cues["at_most"]) > _last(before, _PARTS)
    return said or any(word in _first_clause(behind) for word in case.cues["cap_behind"])


def _last(text: str, words: Iterable[str]) -> int:
    return max((text.rfind(word) for word in words), default=-1)


def _first_clause(text: str) -> str:
    return text.replace("。", "，").replace("；", "，").split("，", maxsplit=1)[0]
