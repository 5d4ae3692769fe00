"""For each topic about to be reported absent: the sentence most likely to cover it."""

from collections.abc import Mapping

from agreecheck.model.document import Document
from agreecheck.model.finding import Proposal
from agreecheck.nlp.overlap import overlaps
from agreecheck.nlp.sentences import sentences
from agreecheck.text.fold import fold

LEAST = 0.3  # below this nothing is proposed


def propose(document: Document, wanted: Mapping[str, tuple[str, ...]]) -> tuple[Proposal, ...]:
    """At most one proposal an item, in the order of ``wanted``; ``wanted`` gives each item its own words."""
    if not wanted:
        return ()
    spans = sentences(document)
    texts = tuple(fold(document.quote(span)) for span in spans)
    best = overlaps(texts, wanted)
    return tuple(
        Proposal(item=item, span=spans[best[item][0]], score=round(best[item][1], 3))
        for item in wanted
        if item in best and best[item][1] >= LEAST
    )
