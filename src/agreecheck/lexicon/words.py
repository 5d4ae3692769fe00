"""The notation of words: alternatives, look-alikes, concepts that take in others."""

from collections.abc import Iterable, Mapping

from agreecheck.text.fold import fold

Entries = tuple[str, ...]
Way = tuple[Entries, ...]  # the alternatives of each step
_MOST_STEMS = 4
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


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


def openings(way: Way) -> Iterable[tuple[str, int]]:
    """All that a word may begin with, spelled out as far as that has few readings, and how many steps that takes."""
    for number, step in enumerate(way, start=1):
        for first in filter(None, step):
            stems: Entries = (first,)
            at = number
            while at < len(way) and len(stems) * len(way[at]) <= _MOST_STEMS:
                stems, at = tuple(stem + more for stem in stems for more in way[at]), at + 1
            yield from ((stem, at) for stem in stems)
        if "" not in step:
            return


def lower(text: str) -> str:
    """Latin capitals as small letters; of the same length as ``text``."""
    return text.translate(_LOWER)


def steps(word: str) -> Way:
    """``停(止|)催收`` as ``(停,), (止, ""), (催收,)``; folded and in lower case, as the text is when it is searched."""
    made: list[Entries] = []
    for piece in word.split("("):
        inner, closed, rest = piece.partition(")")
        made.append(tuple(inner.split("|") if closed else [piece]))
        made.append((rest if closed else "",))
    return tuple(tuple(lower(fold(part)) for part in step) for step in made if step != ("",))
