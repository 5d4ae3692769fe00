"""Every concept found in one pass over the folded characters.

A concept is a list of words. A word may hold alternatives, ``停止(一切|全部|)催收``; a word that begins with ``-`` is a
look-alike: no hit may lie inside it (``-认可`` keeps 可 from being seen in 认可); ``{name}`` takes in another concept.
Plain search for each word beats one expression a concept: nothing has to be compiled at the start.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product

from agreecheck.model.finding import Hit
from agreecheck.model.span import Span
from agreecheck.text.fold import fold

_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def find(folded: str, concepts: Mapping[str, tuple[str, ...]]) -> tuple[Hit, ...]:
    """All hits, sorted by place. Of hits of one concept that lie in each other the longest stays; hits of different
    concepts may overlap. Blanks between Chinese characters do not matter; Latin words match whole, in any case."""
    dense, places = _dense(folded.translate(_LOWER))
    seen: dict[str, tuple[tuple[int, int], ...]] = {}
    hits: list[Hit] = []
    for label, entries in concepts.items():
        words, lookalikes = expand(entries, concepts)
        found = [hit for word in words for hit in _occurrences(dense, word, seen)]
        barred = [hit for word in lookalikes for hit in _occurrences(dense, word, seen)] if found else []
        for start, end in _longest(found):
            if not any(bar[0] <= start and end <= bar[1] for bar in barred):
                hits.append(Hit(label=label, span=Span(places[start], places[end - 1] + 1)))
    return tuple(sorted(hits, key=lambda hit: (hit.span, hit.label)))


def expand(
    entries: tuple[str, ...], concepts: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The plain words and the plain look-alikes of a concept. Raises KeyError where it names a concept that is none."""
    words: dict[str, None] = {}
    lookalikes: dict[str, None] = {}
    for entry in entries:
        if entry.startswith("{"):
            inner = expand(concepts[entry[1:-1]], concepts)
            words.update(dict.fromkeys(inner[0]))
            lookalikes.update(dict.fromkeys(inner[1]))
        elif entry.startswith("-"):
            lookalikes.update(dict.fromkeys(alternatives(entry[1:])))
        else:
            words.update(dict.fromkeys(alternatives(entry)))
    return tuple(words), tuple(lookalikes)


@lru_cache(maxsize=1 << 16)
def alternatives(entry: str) -> tuple[str, ...]:
    """``停(止|)催收`` as 停止催收, 停催收; folded and in lower case, as the text is when it is searched."""
    if "(" not in entry:
        return (fold(entry).translate(_LOWER),)
    parts: list[list[str]] = []
    for piece in entry.split("("):
        inner, closed, rest = piece.partition(")")
        parts.extend([inner.split("|"), [rest]] if closed else [[piece]])
    return tuple(fold("".join(choice)).translate(_LOWER) for choice in product(*parts))


def _dense(text: str) -> tuple[str, list[int]]:
    """The text without blanks that touch a Chinese character, other runs of blanks as one; and where each character stood."""
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


def _occurrences(text: str, word: str, seen: dict[str, tuple[tuple[int, int], ...]]) -> tuple[tuple[int, int], ...]:
    if word not in seen:
        seen[word] = tuple(_search(text, word)) if word else ()
    return seen[word]


def _search(text: str, word: str) -> Iterable[tuple[int, int]]:
    size = len(word)
    left, right = _latin(word[0]), _latin(word[-1])
    at = text.find(word)
    while at >= 0:
        end = at + size
        inside = (left and at > 0 and _latin(text[at - 1])) or (right and end < len(text) and _latin(text[end]))
        if not inside:
            yield at, end
        at = text.find(word, at + 1)


def _latin(character: str) -> bool:
    return character < "\x80" and character.isalpha()


def _longest(found: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Without those that lie inside another."""
    reached = -1
    for start, end in sorted(set(found), key=lambda hit: (hit[0], -hit[1])):
        if end > reached:
            yield start, end
            reached = end
