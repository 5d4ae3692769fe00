"""For each topic about to be reported absent: the sentence most likely to cover it."""

from collections.abc import Mapping

from agreecheck.model.document import Document
from agreecheck.model.finding import Proposal
from agreecheck.nlp.features import parts
from agreecheck.nlp.overlap import overlaps
from agreecheck.nlp.sentences import sentences
from agreecheck.text.fold import fold

LEAST = 0.35  # below this nothing is proposed

Best = dict[str, tuple[int, float]]  # topic -> number of the sentence, how likely it covers the topic (0 to 1)


def propose(document: Document, wanted: Mapping[str, tuple[str, ...]]) -> tuple[Proposal, ...]:
    """At most one proposal an item, in the order of ``wanted``; ``wanted`` gives each item its own words.

    Chinese sentences go to the trained classifier; for other languages, and for items that it never saw (users' own),
    the item's words are looked for instead.
    """
    spans = sentences(document) if wanted else ()
    texts = tuple(fold(document.quote(span)) for span in spans)
    best = _classified(texts) if spans and document.language.startswith("zh") else {}
    best |= overlaps(texts, {item: words for item, words in wanted.items() if item not in best})
    return tuple(
        Proposal(item=item, span=spans[best[item][0]], score=round(best[item][1], 3))
        for item in wanted
        if item in best and best[item][1] >= LEAST
    )


def _classified(texts: tuple[str, ...]) -> Best:
    """For every topic the classifier knows its best sentence; the earlier one where two are as good."""
    from agreecheck.nlp.pipeline import topics_of

    pieces = [(number, piece) for number, text in enumerate(texts) for piece in parts(text)]
    best: Best = {}
    for (number, _), topics in zip(pieces, topics_of([piece for _, piece in pieces]), strict=True):
        for topic, likelihood in topics.items():
            if likelihood > best.get(topic, (0, 0.0))[1]:
                best[topic] = (number, likelihood)
    return best
