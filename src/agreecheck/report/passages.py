"""Quotes for people: where they stand, and their words in pieces, marked or not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from agreecheck.expressions import compiled
from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.mask import shortened
from agreecheck.report.plain import flow_parts
from agreecheck.report.shape.judged import Issue
from agreecheck.report.shape.place import Placed, Quote

_SHORT = 30  # characters of a sentence that may be quoted again and again
_TELLING = 8  # marked characters that speak for themselves
_BARE = compiled(r"[一二三四五六七八九十百零〇\d.]+")


class Passage(Frozen):
    """A quoted sentence in pieces, each marked or not; ``against``: it is what another differs from."""

    where: str
    against: bool
    pieces: tuple[tuple[str, bool], ...]


def clause_name(say: Messages, label: str) -> str:
    """A clause as people name it: a bare number gets its word (8 is 第8条)."""
    return say("report.clause", label=label) if _BARE.fullmatch(label) else label


def where(say: Messages, place: Placed) -> str:
    """Clause and page of a place, as far as they are known."""
    page = say("report.page", page=place.page) if place.page else ""
    clause = clause_name(say, place.clause_label)
    return ("，" if say.language == "zh" else ", ").join(part for part in (clause, page) if part)


def passages(quotes: Iterable[Quote], say: Messages) -> list[Passage]:
    """Quotes of the same sentence as one, with all their words marked; which side it is on, the first of them says."""
    groups: list[list[Quote]] = []
    sides: list[bool] = []
    for quote in quotes:
        same = next((group for group in groups if _one_holds(group[0], quote)), None)
        if same is None:
            groups.append([quote])
            sides.append(quote.role == "against")
        else:
            same.append(quote)
            same.sort(key=lambda q: q.start - q.end)  # the longest stands for all
    return [
        Passage(where=where(say, group[0]), against=against, pieces=_marked(group))
        for group, against in zip(groups, sides, strict=True)
    ]


def in_turn(issues: Iterable[Issue], say: Messages, most: int | None = None) -> Iterator[tuple[Issue, list[Passage]]]:
    """Each issue with its passages (at most so many); of a sentence quoted before only the marked words are told."""
    told: set[tuple[str, str]] = set()
    for issue in issues:
        quoted = _first(passages(issue.quotes, say), most)
        yield issue, [_briefly(p) if (p.where, _words(p.pieces)) in told else p for p in quoted]
        told.update((p.where, _words(p.pieces)) for p in quoted)


def _first(quoted: list[Passage], most: int | None) -> list[Passage]:
    """At most so many, and of two sides one of each."""
    if most is None or len(quoted) <= most:
        return quoted
    against = next((p for p in quoted if p.against), None)
    return quoted[:most] if against is None or against in quoted[:most] else [*quoted[: most - 1], against]


def _words(pieces: Iterable[tuple[str, bool]]) -> str:
    return "".join(piece for piece, _ in pieces)


def _briefly(passage: Passage) -> Passage:
    """The marked words alone, what is left out shown by dots; a short sentence or a bare mark as it is."""
    marked = sum(len(piece) for piece, mark in passage.pieces if mark)
    if len(_words(passage.pieces)) <= _SHORT or marked < _TELLING:
        return passage
    runs: list[Sequence[tuple[str, bool]]] = [list(run) for _, run in groupby(passage.pieces, key=lambda p: p[1])]
    pieces = tuple((_words(run), True) if run[0][1] else ("…", False) for run in runs)
    return Passage(where=passage.where, against=passage.against, pieces=pieces)


def _one_holds(a: Quote, b: Quote) -> bool:
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


def _marked(quotes: list[Quote]) -> tuple[tuple[str, bool], ...]:
    """The sentence in pieces, with whether each is to be marked; a mark over the whole sentence is none."""
    text, base = quotes[0].quote, quotes[0].start
    spans = [(max(q.focus_start - base, 0), min(q.focus_end - base, len(text))) for q in quotes]
    marks = [any(a <= at < b for a, b in spans if (a, b) != (0, len(text))) for at in range(len(text))]
    cuts = [0, *(at for at in range(1, len(text)) if marks[at] != marks[at - 1]), len(text)]
    lines = flow_parts([text[a:b] for a, b in pairwise(cuts)])
    kept = [(shortened(line), marks[at]) for line, at in zip(lines, cuts, strict=False) if line]
    return tuple(kept)
