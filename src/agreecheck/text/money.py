"""Amounts of money: ¥10,000.00, 3万5千元, 人民币壹万贰仟叁佰元整, USD 10,000, 3000元至5000元."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import one_of, plain
from agreecheck.text.currencies import CURRENCIES
from agreecheck.text.numerals import Quantity, negative_from, parse, shared_unit

_UNITS = {"元": "CNY", "圆": "CNY", "块钱": "CNY", "块": "CNY", "yuan": "CNY"} | CURRENCIES
_CODE = {word.lower(): code for word, code in _UNITS.items()}
_CHANGE = {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01"), "美分": Decimal("0.01")}
_SCALE = {
    "k": 10**3,
    "w": 10**4,
    "m": 10**6,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "万": 10**4,
    "亿": 10**8,
}


def _first(words: Iterable[str]) -> str:
    """A look at what ``words`` begin with: where none can stand, their alternation is not tried."""
    return f"(?=[{re.escape(''.join(sorted({char for word in words for char in word[0] + word[0].swapcase()})))}])"


_PREFIX = compiled(
    rf"{_first(CURRENCIES)}(?<![A-Za-z])(?P<cur>(?i:{one_of(CURRENCIES)}))"
    r"(?:[(\[ :]{0,2}(?:大写|小写|金额)?[)\] :为]{0,3})(?:[¥$] ?)?[-负]? ?$"
)
_SUFFIX = compiled(
    r"[ |]{0,2}+(?P<scale>[kw](?![a-z])|million|thousand|billion)?+ ?+(?P<more>[余多来])?+个?+(?P<big>[万亿])?+ {0,2}+"
    rf"{_first(_UNITS)}(?P<unit>元(?![旦化素宵老首件器])|块(?![砖地头])"
    rf"|{one_of(unit for unit in _UNITS if unit not in '元块')})(?![a-z])",
    re.IGNORECASE,
)
_PREFIX_ENDS = frozenset("".join(word[-1] + word[-1].upper() for word in CURRENCIES) + "写额)] :为¥$-负")
# what may follow the digits of an amount: a unit, a scale, change, the link of a range
_FOLLOWS = frozenset("".join(word[0] + word[0].upper() for word in _UNITS) + " |kKwWmMtTbB余多来个万亿角毛分(至到~-—–")
_INFORMAL = compiled(r"(?:(?P<w>[wW])|[kK](?= ?(?:左右|上下)))(?![A-Za-z\d])")
_AFTER_UNIT = compiled(r" ?(?:人民币|RMB|CNY|港币)(?![ \d:(（¥])|")
_HALF_SAID = compiled(r"(?P<n>[一二三四五六七八九])(?![一二三四五六七八九十百千万亿元块角毛分个年月日天%])")
_SCALE_WORD = compiled(r" (million|thousand|billion)\b", re.IGNORECASE)
_WHOLE = compiled(r" ?[整正](?![数常式])")
_CHANGE_AT = compiled(r" ?(?P<unit>美分|[角毛](?![形色])|分(?![之期次钟批月年行部公别数析摊配店支]))")
_LINK = compiled(r"[ 又|]{0,2}")
_RANGE = compiled(r" ?(?:元|\(含\)| )?(?:(?P<from>以上|起)[,、至到]?|至|到|~|-{1,2}|—{1,2}|–) ?(?:人民币|¥|\$)?")
_CAPITAL_ALONE = compiled(r"[整正]|[角分]")


class _Amount:
    """An amount while it is being read."""

    __slots__ = ("currency", "end", "more", "next", "run", "start", "value", "written")

    def __init__(self, quantity: Quantity, value: Decimal, at: int) -> None:
        self.value, self.start, self.end, self.next = value, quantity.start, quantity.end, at + 1
        self.currency, self.more, self.written = "", False, quantity.run.isascii()
        self.run = quantity.run


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All amounts among the ``quantities`` of a folded text."""
    found = []
    at = floor = 0
    while at < len(quantities):
        first = _amount(text, quantities, at, floor)
        if first is None:
            at += 1
            continue
        second = _upper(text, quantities, first)
        if second is not None:
            found.append(_range(text, quantities[at], first, second))
            floor = second.end
        elif first.currency:
            found.append(_mention(text, quantities[at], first))
            floor = first.end
        at = (second or first).next if first.currency or second else at + 1
    return found


def _amount(text: str, quantities: Sequence[Quantity], at: int, floor: int) -> _Amount | None:
    """The amount that begins with a quantity; without currency if none is written. None if it is no number.

    ``floor`` is where the amount before ended: its currency is not taken for this one.
    """
    quantity = quantities[at]
    before, after = text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1]
    if quantity.value is None or (after not in _FOLLOWS and before not in _PREFIX_ENDS):
        return None
    if before == "," and text[quantity.start - 2 : quantity.start - 1].isdigit():
        return None  # 1,00,000元: no grouping of ours, and no guess
    amount = _Amount(quantity, quantity.value, at)
    _join_groups(text, quantities, amount)
    _take_unit(text, quantities, amount)
    near = text[amount.start - 1 : amount.start]
    prefix = _PREFIX.search(text, max(floor, amount.start - 20), amount.start) if near in _PREFIX_ENDS else None
    if prefix and not amount.currency and (scale := _SCALE_WORD.match(text, amount.end)):
        amount.value, amount.end, amount.written = amount.value * _SCALE[scale[1].lower()], scale.end(), False
    if prefix:
        amount.currency = _CODE[prefix["cur"].lower()]
        amount.start = prefix.start()
        if not amount.written or not text[amount.end : amount.end + 1].isdigit():
            whole = _WHOLE.match(text, amount.end)
            amount.end = whole.end() if whole else amount.end
    if not prefix and not amount.currency:
        informal = _INFORMAL.match(text, amount.end) if amount.written else None
        if informal:
            amount.currency, amount.end = "CNY", informal.end()
            amount.value *= 10**4 if informal["w"] else 10**3
            amount.written = False
    if amount.currency:
        _take_sign(text, quantity, amount)
    return amount


def _join_groups(text: str, quantities: Sequence[Quantity], amount: _Amount) -> None:
    """20 000 and 1 0000: groups that a space divides, all of three digits or all of four."""
    run = text[amount.start : amount.end]
    if not (run.isdigit() and run.isascii() and len(run) <= 4):
        return
    size, digits, end, following = 0, run, amount.end, amount.next
    while following < len(quantities) and quantities[following].start == end + 1 and text[end] == " ":
        group = re.match(r"(\d{3,4})(\.\d+)?(?![\d,])", quantities[following].run)
        if (
            group is None
            or (size and len(group[1]) != size)
            or len(run) > len(group[1])
            or (group.end() != len(quantities[following].run))
        ):
            break
        size, digits, end, following = len(group[1]), digits + group[0], quantities[following].end, following + 1
        if group[2]:
            break
    if size and _SUFFIX.match(text, end):
        amount.value, amount.end, amount.next = Decimal(digits), end, following


def _take_unit(text: str, quantities: Sequence[Quantity], amount: _Amount) -> None:
    suffix = _SUFFIX.match(text, amount.end)
    if suffix is None:
        _take_change(text, quantities, amount, alone=True)
        return
    for group in ("scale", "big"):
        if suffix[group]:
            amount.value *= _SCALE[suffix[group].lower()]
            amount.written = False
    amount.more = bool(suffix["more"])
    amount.currency = _CODE[suffix["unit"].lower()]
    amount.end = suffix.end()
    _take_change(text, quantities, amount, alone=False)
    if suffix["unit"] == "块" and (half := _HALF_SAID.match(text, amount.end)):  # 三块五
        amount.value += (parse(half["n"]) or Decimal(0)) / 10
        amount.end, amount.next, amount.written = half.end(), amount.next + 1, False
    amount.end = _AFTER_UNIT.match(text, amount.end).end()  # type: ignore[union-attr]
    whole = _WHOLE.match(text, amount.end)
    if whole:
        amount.end = whole.end()


def _take_change(text: str, quantities: Sequence[Quantity], amount: _Amount, *, alone: bool) -> None:
    """角 and 分 behind the yuan, or ``alone`` from the first quantity on (两角五分)."""
    end, following, value = amount.end, amount.next, amount.value
    if alone:
        unit = _CHANGE_AT.match(text, end)
        cents = unit is not None and unit["unit"] == "分" and text[unit.end() : unit.end() + 1] == "钱"
        dimes = (
            unit is not None
            and unit["unit"] in "角毛"
            and text[unit.end() : unit.end() + 1] not in ("的", "相", "度", "落")
        )
        if unit is None or not (cents or dimes):
            return
        amount.value, amount.end, amount.currency, amount.written = (
            value * _CHANGE[unit["unit"]],
            unit.end(),
            "CNY",
            False,
        )
    while following < len(quantities):
        small = quantities[following]
        if small.value is None or _LINK.match(text, amount.end).end() != small.start:  # type: ignore[union-attr]
            return
        unit = _CHANGE_AT.match(text, small.end)
        if unit is None:
            return
        amount.value += small.value * _CHANGE[unit["unit"]]
        amount.end, amount.written = unit.end(), False
        following += 1
        amount.next = following


def _take_sign(text: str, quantity: Quantity, amount: _Amount) -> None:
    """A minus before the digits or before the currency sign."""
    for start in (quantity.start, amount.start):
        sign = negative_from(text, start)
        if sign is not None:
            amount.value, amount.start = -amount.value, min(amount.start, sign)
            return


def _upper(text: str, quantities: Sequence[Quantity], first: _Amount) -> _Amount | None:
    """The upper end of a range that begins with ``first``."""
    link = _RANGE.match(text, first.end)
    if link is None or first.next >= len(quantities) or quantities[first.next].start != link.end():
        return None
    second = _amount(text, quantities, first.next, first.end)
    if second is None or not (second.currency or first.currency):
        return None
    if link["from"]:
        if text[second.end : second.end + 2] not in ("以下", "以内"):
            return None
        second.end += 2
    if not second.currency and not re.search(r"[¥$]|人民币|[A-Z]{3}", text[first.start : first.end]):
        return None
    return second


def _range(text: str, quantity: Quantity, first: _Amount, second: _Amount) -> Mention:
    low, high = first.value, second.value
    if not first.currency or text[first.end - 1] not in "元圆块":
        low = shared_unit(low, high, quantity.run, second.run)
    currency = first.currency if first.currency not in ("", "CNY") else second.currency or first.currency
    return Mention(
        kind="money_range", value=f"{plain(low)}..{plain(high)}", unit=currency,
        span=Span(first.start, second.end), form=quantity.form,
    )  # fmt: skip


def _mention(text: str, quantity: Quantity, amount: _Amount) -> Mention:
    return Mention(
        kind="money", value=plain(amount.value, as_written=amount.written), unit=amount.currency, form=quantity.form,
        span=Span(amount.start, amount.end), mod=">" if amount.more else bound(text, amount.start, amount.end),
    )  # fmt: skip
