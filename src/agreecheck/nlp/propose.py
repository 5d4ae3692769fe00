"""For each topic about to be reported absent: the sentence most likely to cover it."""

from collections.abc import Iterable, Mapping

from agreecheck.model.document import Document
from agreecheck.model.finding import Proposal
from agreecheck.nlp.features import parts
from agreecheck.nlp.overlap import overlaps
from agreecheck.nlp.sentences import sentences
from agreecheck.text.fold import fold

LEAST = 0.5  # below this nothing is proposed
_LONGEST = 600  # characters of a sentence that are read
WORDS_ONLY = 0.69  # the most that shared words weigh where no classifier reads: they point, they do not convince
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
    by_words = overlaps(texts, {item: words for item, words in wanted.items() if item not in best})
    if not document.language.startswith("zh"):
        by_words = {item: (at, min(share, WORDS_ONLY)) for item, (at, share) in by_words.items()}
    best |= by_words
    return tuple(
        Proposal(item=item, span=spans[best[item][0]], score=round(best[item][1], 3))
        for item in wanted
        if item in best and best[item][1] >= LEAST
    )


def _classified(texts: tuple[str, ...], wanted: Iterable[str]) -> Best:
    """For every topic of this sort of paper its best sentence; the earliest one where several are as good."""
    from agreecheck.nlp.pipeline import NO_TOPIC, likelihoods, topics

    applied = any(item.startswith(APPLICATION) for item in wanted)
    fitting = [n for n, topic in enumerate(topics()) if topic == NO_TOPIC or topic.startswith(APPLICATION) == applied]
    first = {piece: number for number in reversed(range(len(texts))) for piece in parts(texts[number][:_LONGEST])}
    pieces = sorted(first, key=lambda piece: (first[piece], piece))
    chances = likelihoods(pieces)[:, fitting]
    chances = chances / chances.sum(axis=1, keepdims=True).clip(min=1e-12)
    best = chances.argmax(axis=0)
    return {
        topics()[topic]: (first[pieces[best[at]]], float(chances[best[at], at])) for at, topic in enumerate(fitting)
    }
