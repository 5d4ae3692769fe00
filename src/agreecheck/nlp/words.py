"""Chinese text as words: jieba with a dictionary of our own.

jieba's dictionary of 350,000 words costs 0.65 s to load. Ours has two parts: ``common.txt``, the commoner words of
general Chinese (``word frequency tag``), and ``words.txt`` of the pack, the field's own words. Nothing is cached.
"""

import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from agreecheck.packs.find import folder

COMMON = Path(__file__).resolve().parent / "common.txt"
_FIELD_FREQUENCY = 3000  # a field word outweighs chance joins of common words


@lru_cache(maxsize=1)
def segmenter() -> Any:
    """The one ``jieba.Tokenizer`` of the process."""
    tokenizer = load("jieba").Tokenizer(dictionary=str(COMMON))
    tokenizer.FREQ = prefixes(frequencies())
    tokenizer.total = sum(tokenizer.FREQ.values())
    tokenizer.initialized = True  # keeps jieba from reading files and from writing its cache
    return tokenizer


@lru_cache(maxsize=1)
def frequencies() -> dict[str, int]:
    """All words and how often they are met in general text."""
    known = {}
    for line in COMMON.read_text("utf-8").splitlines():
        word, count, _ = line.split(" ")
        known[word] = int(count)
    for line in (folder("zh") / "words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            for entry in line.split():
                word, _, count = entry.partition("=")
                known[word] = int(count) if count else max(known.get(word, 0), _FIELD_FREQUENCY)
    return known


def prefixes(known: dict[str, int]) -> dict[str, int]:
    """The same with every beginning of a word (count 0), the form in which jieba looks words up."""
    table = dict(known)
    for word in known:
        for end in range(1, len(word)):
            table.setdefault(word[:end], 0)
    return table


def cut(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order; joined they are ``text`` again. Unknown characters stand alone."""
    return tuple(segmenter().cut(text, HMM=False))


def load(module: str) -> Any:
    """A module of jieba, without the slow ``pkg_resources`` that it would import only to find its own files."""
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # an import of it now fails; jieba expects that
    try:
        return import_module(module)
    finally:
        if absent:
            del sys.modules["pkg_resources"]
