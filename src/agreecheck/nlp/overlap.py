"""How much of a topic's own words a sentence holds: the plain second opinion, for topics no model was trained on."""

from collections import Counter
from collections.abc import Mapping
from math import log

from agreecheck.expressions import compiled

_LATIN = compiled(r"[a-z]{2,}")
_HAN = compiled(r"[\u4e00-\u9fff]+")


def terms(text: str) -> frozenset[str]:
    """Latin words, and every two neighbouring Chinese characters."""
    han = (run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1))
    return frozenset([*_LATIN.findall(text.lower()), *han])


def overlaps(sentences: tuple[str, ...], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[int, float]]:
    """For each topic the number of the sentence that holds most of its words, and the share held, 0 to 1.

    Words weigh by how few sentences of the paper hold them; only words that the paper uses at all are counted.
    """
    held = [terms(sentence) for sentence in sentences]
    spread = Counter(term for one in held for term in sorted(one))
    best = {}
    for item, words in wanted.items():
        topic = sorted(term for term in terms("\n".join(words)) if term in spread)
        weight = {term: log(1 + len(held) / spread[term]) for term in topic}
        total = sum(weight.values())
        scores = [sum(weight[term] for term in topic if term in one) / total if total else 0.0 for one in held]
        if scores:
            at = max(range(len(scores)), key=lambda n: (scores[n], -n))
            best[item] = (at, scores[at])
    return best
