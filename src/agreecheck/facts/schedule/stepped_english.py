"""Steps as English tells them: the sum before its payments (£100 a month for the first six months, then £150) or behind
them (six monthly payments of £100, followed by ten of £150)."""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.text.english_numbers import BELOW_HUNDRED, parse

Step = tuple[int, int, Decimal]
_PAID = ("instalment", "proposed_instalment", "last_instalment", "")
_UNIT = r"(?:payments?|instal?lments?|months?|weeks?|fortnights?)"
_COUNTED = compiled(
    rf"\b{_UNIT} (?P<a>\d+) ?(?:to|through|-|–) ?(?P<b>\d+)\b"
    rf"|\b(?P<n>\d{{1,3}}|{BELOW_HUNDRED})(?: \(\d{{1,3}}\))?(?: (?:equal|further|more|consecutive|successive"
    rf"|calendar|regular|monthly|weekly|fortnightly|quarterly)){{0,3}} {_UNIT}\b",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """A sum, or the payments of a step; exactly one of the two."""

    at: int
    paid: Labelled | None = None
    match: re.Match[str] | None = None


def english_steps(flow: Flow, labelled: Sequence[Labelled], total: Decimal | None) -> tuple[Step, ...]:
    """The sums with the first and last period of each; ``total`` counts the last of them where the text does not."""
    sentences = [(a, b) for a, b in itertools.pairwise((0, *flow.stops)) if flow.text[a:b].strip()]
    two = [(a, b) for (a, _), (_, b) in itertools.pairwise(sentences)]  # a step may have a line of its own
    for start, end in (*sentences, *two):
        found = _steps(_told(flow, labelled, start, end), total)
        if len(found) > 1:
            return found
    return ()


def _told(flow: Flow, labelled: Sequence[Labelled], start: int, end: int) -> list[_Told]:
    """Sums and counts of payments in their order."""
    sums = [
        _Told(one.figure.piece.start, paid=one)
        for one in labelled
        if start <= one.figure.piece.start < end and one.role in _PAID
    ]
    if len(sums) < 2:
        return []
    return sorted((*sums, *(_Told(m.start(), match=m) for m in _COUNTED.finditer(flow.text, start, end))))


def _steps(told: Sequence[_Told], total: Decimal | None) -> tuple[Step, ...]:
    """Sums and counts that take turns, whichever begins; the last sum may be paid until nothing is left."""
    turns = [one.match is None for one in told]
    if any(a == b for a, b in itertools.pairwise(turns)):
        return ()
    sums, counts = [one.paid for one in told if one.paid], [one.match for one in told if one.match]
    found: list[Step] = []
    for paid, match in itertools.zip_longest(sums, counts):
        step = _step(paid.figure.value, match, found, total) if paid else None
        if step is None:
            return ()
        found.append(step)
    return tuple(found)


def _step(value: Decimal, match: re.Match[str] | None, before: Sequence[Step], total: Decimal | None) -> Step | None:
    begin = before[-1][1] + 1 if before else 1
    if match is None:
        count = _until_paid(value, before, total)
        return (begin, begin + count - 1, value) if count else None
    if match["a"]:
        return (begin, int(match["b"]), value) if int(match["a"]) == begin <= int(match["b"]) else None
    count = int(match["n"]) if match["n"].isdigit() else parse(match["n"]) or 0
    return (begin, begin + count - 1, value) if count else None


def _until_paid(value: Decimal, before: Sequence[Step], total: Decimal | None) -> int:
    """How many payments of the last sum leave nothing of the whole, 0 if they do not come out even."""
    if not before or not value or total is None:
        return 0
    number, left = divmod(total - sum((b - a + 1) * v for a, b, v in before), value)
    return int(number) if number > 0 and not left else 0
