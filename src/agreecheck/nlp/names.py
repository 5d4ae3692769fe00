"""Names of persons by part of speech, for places where no label (姓名, 乙方) says that a name stands there."""

from functools import lru_cache
from typing import Any

from agreecheck.expressions import compiled
from agreecheck.model.span import Span
from agreecheck.nlp.words import load, segmenter

_NAME_TAGS = ("nr", "nrfg", "nrt")
_NAME = compiled(r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{2,8})?")


def names(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """What jieba tags as a person's name inside the given spans of ``text``, in order. A proposal, no fact."""
    found = []
    for span in spans:
        at = span.start
        for word, tag in _tagger().cut(text[span.start : span.end], HMM=True):
            if tag in _NAME_TAGS and _NAME.fullmatch(word):
                found.append(Span(at, at + len(word)))
            at += len(word)
    return tuple(found)


@lru_cache(maxsize=1)
def _tagger() -> Any:
    """jieba's tagger over our dictionary; its model of unknown words costs 0.3 s, so it loads only here."""
    return load("jieba.posseg").POSTokenizer(segmenter())
