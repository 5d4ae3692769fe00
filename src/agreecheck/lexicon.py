"""Every concept found in one pass over the folded characters.

A concept is a list of words. A word may hold alternatives, ``停止(一切|全部|)催收``; a word that begins with ``-`` is a
look-alike: no hit may lie inside it (``-认可`` keeps 可 from being seen in 认可); ``{name}`` takes in another concept.
Plain search for each word beats one expression a concept: nothing has to be compiled at the start.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from agreecheck.model.finding import Hit
from agreecheck.model.span import Span
from agreecheck.text.fold import fold

Place = tuple[int, int]
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def find(folded: str, concepts: Mapping[str, tuple[str, ...]]) -> tuple[Hit, ...]:
    """All hits, sorted by place. Of hits of one concept that lie in each other the longest stays; hits of different
    concepts may overlap. Blanks between Chinese characters do not matter; Latin words match whole, in any case."""
    dense, places = _dense(folded.translate(_LOWER))
    pairs = frozenset(map("".join, pairwise(dense)))
    seen: dict[str, tuple[Place, ...]] = {}
    hits: list[tuple[int, int, str]] = []
    for label, entries in concepts.items():
        words, lookalikes = expand(entries, concepts)
        found = [hit for word in words for hit in _occurrences(dense, pairs, word, seen)]
        barred = [hit for word in lookalikes for hit in _occurrences(dense, pairs, word, seen)] if found else []
        hits += [(places[start], places[end - 1] + 1, label) for start, end in _outside(_longest(found), barred)]
    return tuple(Hit(label=label, span=Span(start, end)) for start, end, label in sorted(hits))


def expand(
    entries: tuple[str, ...], concepts: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and the look-alikes of a concept, those of concepts it takes in among them. Raises KeyError where it
    names a concept that is none."""
    words: dict[str, None] = {}
    lookalikes: dict[str, None] = {}
    for entry in entries:
        if entry.startswith("{"):
            inner = expand(concepts[entry[1:-1]], concepts)
            words.update(dict.fromkeys(inner[0]))
            lookalikes.update(dict.fromkeys(inner[1]))
        elif entry.startswith("-"):
            lookalikes[entry[1:]] = None
        else:
            words[entry] = None
    return tuple(words), tuple(lookalikes)


@lru_cache(maxsize=1 << 16)
def steps(word: str) -> tuple[tuple[str, ...], ...]:
    """``停(止|)催收`` as ``(停,), (止, ""), (催收,)``; folded and in lower case, as the text is when it is searched."""
    made: list[tuple[str, ...]] = []
    for piece in word.split("("):
        inner, closed, rest = piece.partition(")")
        made.append(tuple(inner.split("|")) if closed else (piece,))
        made.append((rest,) if closed else ("",))
    return tuple(tuple(_plain(word) for word in step) for step in made if step != ("",))


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    return fold(word).translate(_LOWER)


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


def _occurrences(text: str, pairs: frozenset[str], word: str, seen: dict[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    """All places of a word. ``pairs`` are all neighbours in the text: most words are ruled out by their first two."""
    if word not in seen:
        head = word[:2]
        if len(head) == 2 and "(" not in head and _plain(head) not in pairs:
            seen[word] = ()
        else:
            seen[word] = tuple(place for place in _walks(text, steps(word)) if _whole(text, *place))
    return seen[word]


def _walks(text: str, way: tuple[tuple[str, ...], ...]) -> Iterable[Place]:
    """Places where one alternative of each step follows the other."""
    for first in way[0] if way else ():
        if not first:
            yield from _walks(text, way[1:])
        for start, end in _search(text, first) if first else ():
            yield from ((start, reached) for reached in _ends(text, end, way, 1))


def _ends(text: str, at: int, way: tuple[tuple[str, ...], ...], step: int) -> Iterable[int]:
    if step == len(way):
        yield at
        return
    for word in way[step]:
        if text.startswith(word, at):
            yield from _ends(text, at + len(word), way, step + 1)


def _search(text: str, word: str) -> Iterable[Place]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """A Latin word must not be a part of a longer one."""
    cut_left = start > 0 and _latin(text[start]) and _latin(text[start - 1])
    return not cut_left and not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(character: str) -> bool:
    return character < "\x80" and character.isalpha()


def _outside(found: Iterable[Place], barred: list[Place]) -> Iterable[Place]:
    """Hits that lie in none of the barred places; both walked once, in order."""
    if not barred:
        yield from found
        return
    bars = list(_longest(barred))
    at = 0
    for start, end in found:
        while at < len(bars) and bars[at][1] < end:
            at += 1
        if not (at < len(bars) and bars[at][0] <= start):
            yield start, end


def _longest(found: Iterable[Place]) -> Iterable[Place]:
    """Without those that lie inside another."""
    reached = -1
    for start, end in sorted(set(found), key=lambda hit: (hit[0], -hit[1])):
        if end > reached:
            yield start, end
            reached = end
