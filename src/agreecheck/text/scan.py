"""All facts of a bare text: every kind reads it once, then the longest and most specific reading of a place stands."""

from collections.abc import Iterable

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.text import (
    bare_numbers,
    counts,
    customs,
    dates,
    durations,
    english_numbers,
    holidays,
    identifiers,
    money,
    named_days,
    numerals,
    rates,
    recurrences,
    silence,
    times,
)  # fmt: skip
from agreecheck.text.calendar_words import first_month
from agreecheck.text.fold import fold
from agreecheck.text.spacing import Compact

_SPECIFIC = (
    "rate",
    "money_range",
    "money",
    "percent",
    "recurrence",
    "deadline",
    "date_range",
    "date",
    "duration_range",
    "duration",
    "count",
    "ordinal_range",
    "ordinal",
    "time",
    "number_range",
    "number",
)
_RANK = {kind: rank for rank, kind in enumerate(_SPECIFIC)}
# A full-width comma between digits groups them only if the groups are right; else it divides two numbers.
_WIDE_COMMA = compiled(r"(?<![\d.,\uff0c])\d{1,3}(?:\uff0c\d{3})++(?!\d)|\uff0c(?= ?\d)")


def scan(text: str) -> tuple[Mention, ...]:
    """The mentions of ``text`` in order of place; none overlap. Offsets are those of ``text`` itself."""
    compact = Compact(_keep_wide_commas(text, fold(text)))
    named = _resolve(identifiers.read(compact.text), len(text))
    plain = first_month(silence.hush(compact.text, (one.span for one in named)))
    quantities = english_numbers.merged(plain, tuple(numerals.find(plain)))
    found = [*dates.read(plain), *named_days.read(plain), *recurrences.read(plain), *times.read(plain)]
    for reader in (money, rates, customs, durations, counts, bare_numbers):
        found += reader.read(plain, quantities)
    facts = holidays.noted(plain, sorted([*named, *_resolve(found, len(text))], key=lambda one: one.span))
    return (
        facts
        if len(compact.text) == len(text)
        else tuple(replace(one, span=compact.original(one.span)) for one in facts)
    )


def _keep_wide_commas(text: str, folded: str) -> str:
    if "\uff0c" not in text:
        return folded
    wide = {
        at
        for match in _WIDE_COMMA.finditer(text)
        if match[0] == "\uff0c"
        for at in (match.start(),)
        if at and text[at - 1].isdigit()
    }
    return "".join("\uff0c" if at in wide else char for at, char in enumerate(folded)) if wide else folded


def _resolve(found: Iterable[Mention], size: int) -> list[Mention]:
    taken = bytearray(size)
    kept = []
    for one in sorted(found, key=lambda m: (m.span.start - m.span.end, _RANK.get(m.kind, -1), m.span.start)):
        start, end = one.span.start, one.span.end
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept.append(one)
    return sorted(kept, key=lambda m: m.span)
