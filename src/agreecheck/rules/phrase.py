"""Patterns tried on a document: sequences of hits with limited gaps, joined inside a scope."""

from collections.abc import Iterator

from agreecheck.model.base import Frozen
from agreecheck.model.rule import Scope
from agreecheck.model.span import Span
from agreecheck.rules.ground import Ground, Place
from agreecheck.rules.notation import AFFIRMED, ANY, ANYWHERE, Element, Pattern


class Match(Frozen):
    """``span`` holds the first sequence, the very words; ``also`` the others; ``region`` is the scope it stands in."""

    span: Span
    region: Span
    also: tuple[Span, ...] = ()


def matches(
    pattern: Pattern, ground: Ground, scope: Scope, *, within: Span | None = None, definitions: bool = False
) -> Iterator[Match]:
    """Each place where the pattern holds, in order. No word of a heading starts one, nor does a definition unwanted."""
    reach = pattern.scope or scope
    first = pattern.wanted[0]
    if not possible(pattern, ground):
        return
    for start, end in ground.places(first[0].labels):
        if within is not None and not (within.start <= start and end <= within.end):
            continue
        sentence = ground.layout.sentence_at(start)
        if sentence is None or (sentence.definition and not definitions):
            continue
        if sentence.heading and ground.has_polarity(first[0].labels):
            continue
        region = ground.layout.region(start, reach)
        match = _whole(pattern, (start, end), ground, region) if region else None
        if match:
            yield match


def possible(pattern: Pattern, ground: Ground) -> bool:
    """Whether the document has each word that the pattern wants, anywhere."""
    if pattern.written not in ground.known:
        ground.known[pattern.written] = all(
            ground.places(element.labels) for part in pattern.wanted for element in part
        )
    return bool(ground.known[pattern.written])


def holds(pattern: Pattern, ground: Ground, near: Span, scope: Scope) -> Match | None:
    """The first place in the scope around ``near`` where the pattern holds; headings and definitions count."""
    region = ground.layout.region(near.start, pattern.scope or scope) if possible(pattern, ground) else None
    if region is None:
        return None
    for start, end in ground.places_from(pattern.wanted[0][0].labels, region.start, region.end):
        match = _whole(pattern, (start, end), ground, region)
        if match:
            return match
    return None


def _whole(pattern: Pattern, first: Place, ground: Ground, region: Span) -> Match | None:
    """The pattern with its first sequence beginning at ``first``, everything inside ``region``; remembered, for the
    same pattern is asked for by more than one stage."""
    key = (pattern.written, first, region)
    if key not in ground.known:
        ground.known[key] = _tried(pattern, first, ground, region)
    known: Match | None = ground.known[key]
    return known


def _tried(pattern: Pattern, first: Place, ground: Ground, region: Span) -> Match | None:
    span = _sequence(pattern.wanted[0], first, ground, region)
    if span is None:
        return None
    also = []
    for part in pattern.wanted[1:]:
        found = _anywhere(part, ground, region)
        if found is None:
            return None
        also.append(found)
    if any(_anywhere(part, ground, region) for part in pattern.barred):
        return None
    return Match(span=span, region=region, also=tuple(also))


def _anywhere(part: tuple[Element, ...], ground: Ground, region: Span) -> Span | None:
    """The first place of a sequence in a region; remembered, for many starts ask for the same."""
    key = (part, region)
    if key not in ground.known:
        places = ground.places_from(part[0].labels, region.start, region.end)
        found = (_sequence(part, place, ground, region) for place in places)
        ground.known[key] = next((span for span in found if span), None)
    known: Span | None = ground.known[key]
    return known


def _sequence(part: tuple[Element, ...], first: Place, ground: Ground, region: Span) -> Span | None:
    """The words in order from ``first`` on, inside one sentence and the region; the nearest ones are taken."""
    sentence = ground.layout.sentence_at(first[0])
    if sentence is None or first[1] > min(sentence.span.end, region.end) or not _wanted(part[0], first, ground):
        return None
    limit = min(sentence.span.end, region.end)
    end = _rest(part, 1, first[1], ground, limit, set())
    return Span(first[0], end) if end is not None else None


def _rest(
    part: tuple[Element, ...], at: int, reached: int, ground: Ground, limit: int, dead: set[tuple[int, int]]
) -> int | None:
    """Where the sequence ends; ``dead`` keeps what led nowhere, so that no way is tried twice."""
    if at == len(part):
        return reached
    if (at, reached) in dead:
        return None
    element = part[at]
    last = limit if element.gap >= ANYWHERE else min(limit, reached + element.gap)
    for place in ground.places_from(element.labels, reached, last):
        if place[1] <= limit and _wanted(element, place, ground):
            end = _rest(part, at + 1, place[1], ground, limit, dead)
            if end is not None:
                return end
    dead.add((at, reached))
    return None


def _wanted(element: Element, place: Place, ground: Ground) -> bool:
    if element.polarity == ANY:
        return True
    if element.polarity == AFFIRMED and not ground.has_polarity(element.labels):
        return True
    return ground.polarity.negated(place[0]) == (element.polarity != AFFIRMED)
