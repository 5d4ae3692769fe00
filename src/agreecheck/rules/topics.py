"""Promises by their topic: the words of the phone and those of the paper for one matter, from ``promises.toml``."""

from collections.abc import Iterator
from functools import cache

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_PARTS = compiled(r"[;；，]|,(?!\d)")


class Topic(Frozen):
    """See ``promises.toml``. ``role`` is that of the amount that is the whole of the matter."""

    item: str
    about: tuple[tuple[str, ...], ...]
    against: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    role: str = ""

    def speaks(self, folded: str) -> bool:
        """Whether a promise or a sentence is about it."""
        return all(has(words, folded) for words in self.about)

    def parts(self, sentence: str, said: str) -> list[str]:
        """The parts of a sentence with the last words of ``about``: if they can be found, with those of the promise."""
        last = self.about[-1]
        parts = [part for part in _PARTS.split(sentence) if has(last, part)]
        named = tuple(word for word in last if word in said.lower())
        return [part for part in parts if has(named, part)] or parts or [sentence]


class PromiseWords(Frozen):
    """``promises.toml``"""

    whole: tuple[str, ...]
    topic: tuple[Topic, ...]


@cache
def promise_words(language: str) -> PromiseWords:
    """The topics of a language. Raises PackError."""
    return decode(folder("en" if language.startswith("en") else "zh") / "promises.toml", PromiseWords)


def topics(folded: str, language: str) -> Iterator[Topic]:
    """The topics that a promise is about."""
    return (topic for topic in promise_words(language).topic if topic.speaks(folded))


def has(words: tuple[str, ...], folded: str) -> bool:
    """Whether one of the words stands in it."""
    lowered = folded.lower()
    return any(word in lowered for word in words)
