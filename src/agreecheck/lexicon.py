"""Every concept found in one pass over the folded characters.

A concept is a list of words. A word may hold alternatives, ``停止(一切|全部|)催收``; a word that begins with ``-`` is a
look-alike: no hit may lie inside it (``-认可`` keeps 可 from being seen in 认可); ``{name}`` takes in another concept.
Plain search for each word beats one expression a concept: nothing has to be compiled at the start.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from agreecheck.model.finding import Hit
from agreecheck.model.span import Span
from agreecheck.text.fold import fold

Place = tuple[int, int]
Entries = tuple[str, ...]
Way = tuple[Entries, ...]  # the alternatives of each step
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def find(folded: str, concepts: Mapping[str, Entries]) -> tuple[Hit, ...]:
    """All hits, sorted by place. Of hits of one concept that lie in each other the longest stays; hits of different
    concepts may overlap. Blanks between Chinese characters do not matter; Latin words match whole, in any case."""
    dense, places = _dense(folded.translate(_LOWER))
    starts = _starts(dense)
    by_head, expanded = _prepared(tuple(concepts.items()))
    words = dict.fromkeys(word for head in starts for word in by_head.get(head, ()))
    seen = {word: found for word in words if (found := _occurrences(dense, starts, steps(word)))}
    hits: list[tuple[int, int, str]] = []
    for label, wanted, lookalikes in expanded:
        found = [hit for word in wanted if word in seen for hit in seen[word]]
        if found:
            barred = [hit for word in lookalikes if word in seen for hit in seen[word]]
            hits += [(places[start], places[end - 1] + 1, label) for start, end in _outside(_longest(found), barred)]
    return tuple(Hit(label=label, span=Span(start, end)) for start, end, label in sorted(hits))


def _starts(text: str) -> dict[str, list[int]]:
    """Where each character and each two neighbours stand."""
    starts: dict[str, list[int]] = {}
    for length in (1, 2):
        for at in range(len(text) - length + 1):
            starts.setdefault(text[at : at + length], []).append(at)
    return starts


@lru_cache(maxsize=8)
def _prepared(
    concepts: tuple[tuple[str, Entries], ...],
) -> tuple[dict[str, list[str]], tuple[tuple[str, Entries, Entries], ...]]:
    """The words by the characters that they may begin with; and the words and look-alikes of each concept."""
    known = dict(concepts)
    expanded = tuple((label, *expand(entries, known)) for label, entries in concepts)
    by_head: dict[str, list[str]] = {}
    for word in dict.fromkeys(word for _, *both in expanded for part in both for word in part):
        for head in _heads(word):
            by_head.setdefault(head, []).append(word)
    return by_head, expanded


def expand(entries: Entries, concepts: Mapping[str, Entries]) -> tuple[Entries, Entries]:
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
def steps(word: str) -> Way:
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


def _heads(word: str) -> Iterable[str]:
    """The one or two characters that a word may begin with: most words are ruled out by them."""
    if "(" not in word[:2]:
        return (_plain(word[:2]),)
    return dict.fromkeys(first[:2] for first, _ in _beginnings(steps(word)))


def _beginnings(way: Way) -> Iterable[tuple[str, int]]:
    """The alternatives that may come first, and the number of the step that follows each."""
    for number, step in enumerate(way, start=1):
        yield from ((first, number) for first in step if first)
        if "" not in step:
            return


def _occurrences(text: str, starts: Mapping[str, list[int]], way: Way) -> list[Place]:
    """All places where one alternative of each step follows the other."""
    return [
        (start, end)
        for first, step in _beginnings(way)
        for start in starts.get(first[:2], ())
        if len(first) <= 2 or text.startswith(first, start)
        for end in _ends(text, start + len(first), way, step)
        if _whole(text, start, end)
    ]


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
