"""Percentages however written: 24%, 百分之二十四, 千分之八, 0.5‰, 三个百分点; always in percent."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.text.numerals import Quantity, negative_from, parse

_SIGN = compiled(r" {0,2}(?:(?P<sign>[%‰‱])|(?i:per ?cent(?:age)?s?(?: points?)?)(?![A-Za-z]))")
_SIGNS = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01"), None: Decimal(1)}
_POINTS = compiled(r" {0,2}(?P<k>[kK])? {0,2}(?:个 {0,2})?百 {0,2}分 {0,2}点")
_OF = compiled(r" {0,2}分 {0,2}之 {0,2}(?P<minus>[负-])? {0,2}")
_TO = compiled(r" ?(?:至|到|-|~|—|–) ?")
_KILO = compiled(r" ?[kK](?![A-Za-z])")
_PARTS = frozenset(10**zeros for zeros in (2, 3, 4, 5, 6, 7, 8, 10))
_TO_FIRST = frozenset(" 至到~-—–")
_NEXT = frozenset("%‰‱ 个百kKpP")


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
        if char in _TO_FIRST and (shared := _shared(text, quantities, at)):
            yield shared
        if char not in _NEXT:
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


def _shared(text: str, quantities: Sequence[Quantity], at: int) -> Percentage | None:
    """5至20%: the lower end, which leaves the sign to the upper one."""
    low, link = quantities[at], _TO.match(text, quantities[at].end)
    if link is None or at + 1 >= len(quantities) or quantities[at + 1].start != link.end():
        return None
    high = quantities[at + 1]
    sign = _SIGN.match(text, high.end)
    if sign is None or low.value is None or high.value is None or low.value >= high.value:
        return None
    return Percentage(low.value * _SIGNS[sign["sign"]], low.start, low.end, low.form)


def _parts(text: str, unit: Quantity, above: Quantity) -> Percentage | None:
    """万分之五, 百分之负三, 负千分之八, 百分之百: a unit alone, then how many of it."""
    of = _OF.match(text, unit.end)
    if of is None or of.end() != above.start:
        return None
    base = parse(unit.run, bare_unit=True)
    count = parse(above.run, bare_unit=True) if above.value is None else above.value
    if base not in _PARTS or base is None or count is None:
        return None
    kilo = _KILO.match(text, above.end)
    minus = negative_from(text, unit.start)
    value = count * 100 / base * (1000 if kilo else 1)
    return Percentage(
        -value if (minus is None) == bool(of["minus"]) else value,
        unit.start if minus is None else minus,
        kilo.end() if kilo else above.end,
        above.form,
    )
