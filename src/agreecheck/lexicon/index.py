"""All words of a vocabulary by their beginnings, the form in which they are looked for.

Making it takes a sixth of a second for a full pack; it is kept beside the pack, and what a text has no word of stays
packed.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from agreecheck.lexicon.words import Entries, Way, expand, openings, steps
from agreecheck.model.base import Frozen
from agreecheck.packs import store

_MAKERS = ("lexicon/index.py", "lexicon/words.py", "text/fold.py", "text/traditional.py")
_WORTH_KEEPING = 1_000  # concepts; a smaller vocabulary is made as fast as it is read


class Word(NamedTuple):
    """The concepts that a word speaks for, and those that it is a look-alike of; its steps where it has several."""

    word_of: tuple[str, ...]
    lookalike_of: tuple[str, ...]
    way: Way


Stems = tuple[tuple[int, dict[str, tuple[tuple[int, int], ...]]], ...]
"""By length, the beginnings of words; for each the numbers of the words and of the steps taken."""


class Packed(Frozen):
    """``heads`` gives the one or two characters that a word begins with its ``Stems``."""

    words: tuple[Word, ...]
    heads: dict[str, msgspec.Raw]


class Index:
    """``Packed``, each head unpacked when a text first has it."""

    def __init__(self, packed: Packed) -> None:
        self.words = packed.words
        self._heads = packed.heads
        self._known: dict[str, Stems] = {}

    def stems(self, head: str) -> Stems:
        """What words begin with that begin with these one or two characters."""
        if head in self._heads and head not in self._known:
            self._known[head] = msgspec.msgpack.decode(self._heads[head], type=Stems)
        return self._known.get(head, ())


@lru_cache(maxsize=8)
def index(concepts: tuple[tuple[str, Entries], ...]) -> Index:
    """The index of a vocabulary."""
    if len(concepts) < _WORTH_KEEPING:
        return Index(_packed(dict(concepts)))
    digest = sha256(_makers() + msgspec.msgpack.encode(concepts)).hexdigest()
    packed = store.fetch(digest, Packed)
    if packed is None:
        packed = _packed(dict(concepts))
        store.keep(digest, packed)
    return Index(packed)


def _makers() -> bytes:
    """The code that an index depends on."""
    home = Path(__file__).resolve().parents[1]
    return b"".join((home / name).read_bytes() for name in _MAKERS)


def _packed(concepts: Mapping[str, Entries]) -> Packed:
    written: dict[str, tuple[list[str], list[str]]] = {}
    for label, entries in concepts.items():
        for side, words in enumerate(expand(entries, concepts)):
            for word in words:
                written.setdefault(word, ([], []))[side].append(label)
    made = []
    heads: dict[str, dict[int, dict[str, list[tuple[int, int]]]]] = {}
    for number, (word, (word_of, lookalike_of)) in enumerate(written.items()):
        way = steps(word)
        made.append(Word(tuple(word_of), tuple(lookalike_of), way if len(way) > 1 else ()))
        for stem, taken in openings(way):
            by_stem = heads.setdefault(stem[:2], {}).setdefault(len(stem), {})
            by_stem.setdefault(stem, []).append((number, taken if len(way) > 1 else 0))
    packed = {head: msgspec.Raw(msgspec.msgpack.encode(tuple(stems.items()))) for head, stems in heads.items()}
    return Packed(words=tuple(made), heads=packed)
