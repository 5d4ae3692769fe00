"""What the sentence around a figure speaks of."""

from agreecheck.checks.case import Case
from agreecheck.checks.quote import sentence
from agreecheck.model.span import Span


def says(case: Case, span: Span, cue: str) -> bool:
    """Does the sentence hold one of the words of this cue?"""
    words = sentence(case.document, span).slice(case.document.text)
    return any(word in words for word in case.cues.get(cue, ()))


def other_matter(case: Case, span: Span) -> bool:
    """Does the sentence charge something else than a delay: early payment of one's own will, misuse, complaints?"""
    own_will = says(case, span, "early") and not says(case, span, "late")
    return own_will or says(case, span, "not_late")
