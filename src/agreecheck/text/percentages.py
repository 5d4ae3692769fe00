"""Percentages however written: 24%, 百分之二十四, 千分之八, 0.5‰, 三个百分点; always in percent."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.text.numerals import Quantity, negative_from, parse

_SIGN = compiled(r" {0,2}(?P<sign>[%‰‱])")
_SIGNS = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}
_POINTS = compiled(r" {0,2}(?P<k>[kK])? {0,2}(?:个 {0,2})?百 {0,2}分 {0,2}点")
_OF = compiled(r" {0,2}分 {0,2}之 {0,2}")
_KILO = compiled(r" ?[kK](?![A-Za-z])")
_PARTS = frozenset((100, 1000, 10**4, 10**6, 10**8, 10**10))


class Percentage(NamedTuple):
    """``percent`` written at ``[start, end)``."""

    percent: Decimal
    start: int
    end: int
    form: str


def percentages(text: str, quantities: Sequence[Quantity]) -> Iterator[Percentage]:
    """Every percentage among the ``quantities`` of a folded text, in order."""
    for at, quantity in enumerate(quantities):
        if quantity.value is None:
            found = _parts(text, quantity, quantities[at + 1]) if at + 1 < len(quantities) else None
            if found:
                yield found
            continue
        char = text[quantity.end : quantity.end + 1]
        if char not in "%‰‱ 个百kK":
            continue
        if sign := _SIGN.match(text, quantity.end):
            value, end = quantity.value * _SIGNS[sign["sign"]], sign.end()
        elif points := _POINTS.match(text, quantity.end):
            value, end = quantity.value * (1000 if points["k"] else 1), points.end()
        else:
            continue
        minus = negative_from(text, quantity.start)
        yield (
            Percentage(value, quantity.start, end, quantity.form)
            if minus is None
            else Percentage(-value, minus, end, quantity.form)
        )


def _parts(text: str, unit: Quantity, above: Quantity) -> Percentage | None:
    """万分之五: a unit alone, then how many of it."""
    of = _OF.match(text, unit.end)
    base = parse(unit.run, bare_unit=True) if of and of.end() == above.start and above.value is not None else None
    if base not in _PARTS or above.value is None or base is None:
        return None
    kilo = _KILO.match(text, above.end)
    value = above.value * 100 / base
    return (
        Percentage(value * 1000, unit.start, kilo.end(), above.form)
        if kilo
        else Percentage(value, unit.start, above.end, above.form)
    )
