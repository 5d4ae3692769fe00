"""The spaCy pipeline: Chinese cut by jieba, and the topic classifier; built once a process (importing spaCy: 0.7 s)."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from agreecheck.model.base import Frozen
from agreecheck.nlp.bare import spacy
from agreecheck.nlp.features import features
from agreecheck.nlp.words import cut

TOPICS = Path(__file__).resolve().parent / "topics.bin"
NO_TOPIC = "none"


class Topics(Frozen):
    """The trained classifier as it is shipped: its size, what it knows of a sentence, spaCy's own bytes."""

    rows: int
    known: tuple[str, ...]
    textcat: bytes


class Words:
    """spaCy's tokenizer: the words of ``nlp.words``."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Any:
        from spacy.tokens import Doc

        words = list(cut(text))
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """A blank Chinese ``Language`` whose tokens are jieba's words; users' Matcher rules run on it."""
    nlp = spacy().blank("zh")
    nlp.tokenizer = Words(nlp.vocab)
    return nlp


def add_classifier(nlp: Any, rows: int) -> Any:
    """An untrained bag-of-words classifier of one topic a sentence; ``rows`` is the height of its weight table."""
    model = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "ngram_size": 1,
        "no_output_layer": False,
        "length": rows,
    }
    return nlp.add_pipe("textcat", config={"model": model})


def as_doc(nlp: Any, text: str, known: frozenset[str]) -> Any:
    """The features of ``text`` that the classifier knows, as the words of a ``Doc``."""
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=[feature for feature in features(text) if feature in known] or ["2"])


@lru_cache(maxsize=1)
def _classifier() -> tuple[Any, Any, frozenset[str]]:
    topics = msgspec.msgpack.decode(zlib.decompress(TOPICS.read_bytes()), type=Topics)
    nlp = pipeline()
    return nlp, add_classifier(nlp, topics.rows).from_bytes(topics.textcat), frozenset(topics.known)


def topics() -> tuple[str, ...]:
    """The topics that the classifier knows, in the order of its scores."""
    return tuple(_classifier()[1].labels)


def likelihoods(texts: Sequence[str]) -> Any:
    """An array, a row for each text: the probability of each topic, 0 to 1; rows add up to 1."""
    nlp, textcat, known = _classifier()
    return textcat.predict([as_doc(nlp, text, known) for text in texts])
