"""All facts of a bare text: every kind reads the text once, then the longest and most specific reading of a place stands."""

from collections.abc import Iterable

from agreecheck.model.mention import Mention
from agreecheck.text import counts, dates, durations, identifiers, money, numbers, numerals, rates, recurrences, silence
from agreecheck.text.fold import fold

_RANK = {kind: rank for rank, kind in enumerate(("rate", "money_range", "money", "percent", "recurrence", "deadline", "date_range", "date", "duration_range", "duration", "count", "ordinal", "number_range", "number"))}


def scan(text: str) -> tuple[Mention, ...]:
    """The mentions of ``text`` in order of place; none overlap. Offsets are those of ``text`` itself."""
    folded = fold(text)
    named = _resolve(identifiers.read(folded), len(text))
    folded = silence.hush(folded, (one.span for one in named))
    quantities = tuple(numerals.find(folded))
    found = [*dates.read(folded), *recurrences.read(folded)]
    for reader in (money, rates, durations, counts, numbers):
        found += reader.read(folded, quantities)
    return tuple(sorted([*named, *_resolve(found, len(text))], key=lambda one: one.span))


def _resolve(found: Iterable[Mention], size: int) -> list[Mention]:
    taken = bytearray(size)
    kept = []
    for one in sorted(found, key=lambda m: (m.span.start - m.span.end, _RANK.get(m.kind, -1), m.span.start)):
        start, end = one.span.start, one.span.end
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept.append(one)
    return sorted(kept, key=lambda m: m.span)
