"""How many instalments (12期, 分12次), and which one (第3期, 第1至12期)."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity
from agreecheck.text.walk import walk

_INSTALMENT = compiled(
    r" {0,2}个?(?:期(?![间限待望货刊末初内])|(?i:(?:(?:equal|regular|consecutive|successive"
    r"|weekly|bi-?weekly|monthly|quarterly) ){0,3}(?:instal?lments|payments)(?![a-z])))"
)
_TIMES = compiled(r" {0,2}(?:次|笔)(?:性)?")
_DIVIDED = compiled(r"(?:分(?:成|为|作)?|等额|共(?:计|分)?)[ 等额]{0,3}$")
_NTH = compiled(r"第 ?$")
_ANY = compiled(r"(?:任何?|任意|每|某|上|下|最后|首|末|前|后|该|这|本|同|当|各|一期[又或])$")
_NEXT = frozenset(" 个期次笔emipERMIPQCSWB")
_LINK = compiled(r" ?(?:期|笔)?(?:至|到|-|~|—)第? ?")


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All counts and ordinals of instalments among the ``quantities`` of a folded text."""
    return walk(text, quantities, _at)


def _at(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    quantity = quantities[at]
    if not _whole(quantity):
        return None, 1
    if text[quantity.end : quantity.end + 1] not in _NEXT and text[quantity.start - 1 : quantity.start] not in (
        "第",
        " ",
    ):
        return None, 1
    unit = _INSTALMENT.match(text, quantity.end)
    nth = _NTH.search(text, max(0, quantity.start - 2), quantity.start)
    if nth:
        return _ordinal(text, quantities, at, nth.start(), unit.end() if unit else 0)
    before = text[max(0, quantity.start - 6) : quantity.start]
    if unit is None:
        times = _TIMES.match(text, quantity.end)
        if times is None or times[0].endswith("性") or not _DIVIDED.search(before):
            return None, 1
        unit = times
    if quantity.value == 1 and (_ANY.search(before) or quantity.form == "chinese"):
        return None, 1
    span = Span(quantity.start, unit.end())
    mod = bound(text, span.start, span.end)
    return Mention(
        kind="count", value=plain(quantity.value or Decimal(0)), unit="期", span=span, form=quantity.form, mod=mod
    ), 1  # fmt: skip


def _ordinal(text: str, quantities: Sequence[Quantity], at: int, start: int, end: int) -> tuple[Mention | None, int]:
    """第3期, or 第1期至第12期 as a range."""
    first = quantities[at]
    link = _LINK.match(text, end or first.end)
    if link and at + 1 < len(quantities) and quantities[at + 1].start == link.end() and _whole(quantities[at + 1]):
        last = quantities[at + 1]
        unit = _INSTALMENT.match(text, last.end)
        if unit and first.value is not None and last.value is not None and first.value < last.value:
            value = f"{plain(first.value)}..{plain(last.value)}"
            return Mention(
                kind="ordinal_range", value=value, unit="期", span=Span(start, unit.end()), form=first.form
            ), 2
    if not end:
        return None, 1
    return Mention(
        kind="ordinal", value=plain(first.value or Decimal(0)), unit="期", span=Span(start, end), form=first.form
    ), 1


def _whole(quantity: Quantity) -> bool:
    return (
        quantity.value is not None and quantity.value == quantity.value.to_integral_value() and quantity.value < 10**6
    )
