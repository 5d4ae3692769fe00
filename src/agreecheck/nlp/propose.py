"""For each topic about to be reported absent: the sentence most likely to cover it."""

from collections.abc import Iterable, Mapping

from agreecheck.model.document import Document
from agreecheck.model.finding import Proposal
from agreecheck.nlp.features import parts
from agreecheck.nlp.overlap import overlaps
from agreecheck.nlp.sentences import sentences
from agreecheck.text.fold import fold

LEAST = 0.35  # below this nothing is proposed
APPLICATION = "ha-"  # how the items of a borrower's application begin; no other paper has them

Best = dict[str, tuple[int, float]]  # topic -> number of the sentence, how likely it covers the topic (0 to 1)


def propose(document: Document, wanted: Mapping[str, tuple[str, ...]]) -> tuple[Proposal, ...]:
    """At most one proposal an item, in the order of ``wanted``; ``wanted`` gives each item its own words.

    Chinese sentences go to the trained classifier; for other languages, and for items that it never saw (users' own),
    the item's words are looked for instead.
    """
    spans = sentences(document) if wanted else ()
    texts = tuple(fold(document.quote(span)) for span in spans)
    best = _classified(texts, wanted) if spans and document.language.startswith("zh") else {}
    best |= overlaps(texts, {item: words for item, words in wanted.items() if item not in best})
    return tuple(
        Proposal(item=item, span=spans[best[item][0]], score=round(best[item][1], 3))
        for item in wanted
        if item in best and best[item][1] >= LEAST
    )


def _classified(texts: tuple[str, ...], wanted: Iterable[str]) -> Best:
    """For every topic of this sort of paper its best sentence; the earlier one where two are as good."""
    from agreecheck.nlp.pipeline import NO_TOPIC, topics_of

    applied = any(item.startswith(APPLICATION) for item in wanted)
    pieces = [(number, piece) for number, text in enumerate(texts) for piece in parts(text)]
    best: Best = {}
    for (number, _), topics in zip(pieces, topics_of([piece for _, piece in pieces]), strict=True):
        fitting = {t: chance for t, chance in topics.items() if t == NO_TOPIC or t.startswith(APPLICATION) == applied}
        total = sum(fitting.values())
        for topic, chance in fitting.items():
            if chance / total > best.get(topic, (0, 0.0))[1]:
                best[topic] = (number, chance / total)
    return best
