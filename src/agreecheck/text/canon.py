"""How values are written in a mention, and how words become an expression."""

import re
from collections.abc import Iterable
from decimal import Decimal


def plain(value: Decimal, *, as_written: bool = False) -> str:
    """A plain decimal string; trailing zeros only where they were ``as_written``."""
    return format(value if as_written else value.normalize() if value else Decimal(0), "f")


def one_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
