"""Every concept found in one pass over the folded characters.

A concept is a list of words. A word may hold alternatives, ``停止(一切|全部|)催收``; a word that begins with ``-`` is a
look-alike: no hit may lie inside it (``-认可`` keeps 可 from being seen in 认可); ``{name}`` takes in another concept.
At each place the few words are tried that begin as the text does there; no expression is compiled.
"""

from collections.abc import Mapping
from operator import itemgetter

from agreecheck.lexicon.index import Index, Word, index
from agreecheck.lexicon.words import Entries, Way, lower
from agreecheck.model.finding import Hit
from agreecheck.model.span import Span

_END = itemgetter(0)


def find(folded: str, concepts: Mapping[str, Entries]) -> tuple[Hit, ...]:
    """All hits, sorted by place. Of hits of one concept that lie in each other the longest stays; hits of different
    concepts may overlap. Blanks between Chinese characters do not matter; Latin words match whole, in any case."""
    text, places = _dense(lower(folded))
    vocabulary = index(tuple(concepts.items()))
    hits: list[Hit] = []
    reached: dict[str, int] = {}  # by concept, the last end of its words, and of its look-alikes, that began so far
    barred: dict[str, int] = {}
    for start in range(len(text)):
        seen = _seen(text, start, vocabulary)
        for end, word in seen:
            for label in word.lookalike_of:
                barred[label] = max(end, barred.get(label, 0))
        new = []
        for end, word in sorted(seen, key=_END, reverse=True):
            for label in word.word_of:
                if end > reached.get(label, 0):
                    reached[label] = end
                    if end > barred.get(label, 0):
                        new.append((end, label))
        for end, label in sorted(new):
            hits.append(Hit(label=label, span=Span(places[start], places[end - 1] + 1)))
    return tuple(hits)


def _seen(text: str, start: int, vocabulary: Index) -> list[tuple[int, Word]]:
    """The words that begin at a place, with their ends."""
    seen: list[tuple[int, Word]] = []
    if _cut(text, start):
        return seen
    for head in dict.fromkeys((text[start : start + 2], text[start])):
        for length, stems in vocabulary.stems(head):
            at = start + length
            for number, step in stems.get(text[start:at], ()):
                word = vocabulary.words[number]
                seen += [(end, word) for end in _ends(text, at, word.way, step) if not _cut(text, end)]
    return seen


def _ends(text: str, at: int, way: Way, step: int) -> tuple[int, ...]:
    if step == len(way):
        return (at,)
    if not text.startswith(way[step], at):
        return ()
    ends: tuple[int, ...] = ()
    for word in way[step]:
        if text.startswith(word, at):
            ends += _ends(text, at + len(word), way, step + 1)
    return ends


def _cut(text: str, at: int) -> bool:
    """Whether a place lies inside a Latin word."""
    return 0 < at < len(text) and _latin(text[at]) and _latin(text[at - 1])


def _latin(character: str) -> bool:
    return character < "\x80" and character.isalpha()


def _dense(text: str) -> tuple[str, list[int]]:
    """The text without blanks that touch a Chinese character, other runs of blanks as one; and where each stood."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isspace():
            if characters and characters[-1] != " " and characters[-1] < "\x80":
                characters.append(" ")
                places.append(place)
            continue
        if character >= "\x80" and characters and characters[-1] == " ":
            characters.pop()
            places.pop()
        characters.append(character)
        places.append(place)
    return "".join(characters), places
