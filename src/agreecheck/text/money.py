"""Amounts of money: ¥10,000.00, 3万5千元, 人民币壹万贰仟叁佰元整, USD 10,000, 3000元至5000元."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text import change
from agreecheck.text.bounds import bound
from agreecheck.text.canon import one_of, plain
from agreecheck.text.change import Change
from agreecheck.text.currencies import CODES, CURRENCIES, NAMES
from agreecheck.text.numerals import Quantity, negative_from, shared_unit

_UNITS = {"元": "CNY", "圆": "CNY", "块钱": "CNY", "块": "CNY", "yuan": "CNY"} | CURRENCIES
_CODE = {word.lower(): code for word, code in _UNITS.items()}
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
    rf"{_first(CURRENCIES)}(?<![A-Za-z])(?P<cur>{one_of(CODES)}|(?i:{one_of(NAMES)}))"
    r"(?:(?<=人民币)元)?(?:[(\[ :]{0,2}(?:大写|小写|金额)?[)\] :为]{0,3})(?:[¥$] ?)?[-负]? ?$"
)
_SUFFIX = compiled(
    r"[ |]{0,2}+(?P<scale>(?i:[kw](?![a-z])|million|thousand|billion))?+ ?+(?P<more>[余多来])?+个?+(?P<big>[万亿])?+"
    rf" {{0,2}}+{_first(_UNITS)}(?P<unit>元(?![旦化素宵老首件器])|块(?![砖地头])|{one_of(CODES)}"
    rf"|(?i:{one_of(unit for unit in _UNITS if unit not in ('元', '块', *CODES))}))(?:(?<![A-Za-z])|(?![A-Za-z]))"
)
_PREFIX_ENDS = frozenset("".join(word[-1] + word[-1].upper() for word in CURRENCIES) + "写额)] :为¥$-负")
# what may follow the digits of an amount: a unit, a scale, change, the link of a range
_FOLLOWS = frozenset(
    "".join(word[0] + word[0].upper() for word in _UNITS) + " |kKwWmMtTbB余多来个万亿角毛分(至到~-—–和与及"
)
_INFORMAL = compiled(r"(?:(?P<w>[wW])|[kK](?= ?(?:左右|上下)))(?![A-Za-z\d])")
_AFTER_UNIT = compiled(
    rf" ?(?P<cur>RMB|CNY|{one_of(name for name in CURRENCIES if name[-1] in '元币圆镑')})(?![ \d:(（¥])|"
)
_SCALE_WORD = compiled(r" (million|thousand|billion)\b", re.IGNORECASE)
_WHOLE = compiled(r" ?[整正](?![数常式])")
_RANGE = compiled(
    r" ?(?:元|\(含\)| )?(?:(?P<from>以上|起)[,、至到]?|(?P<and>和|与|及|and )|to |至|到|~|-{1,2}|—{1,2}|–)"
    r" ?(?:人民币|[A-Z]{3} ?|(?:HK|US)?\$|[¥€£])?"
)
_BETWEEN = compiled(r" ?(?:元|之)?间")


class _Amount:
    """An amount while it is being read."""

    __slots__ = ("currency", "end", "more", "next", "run", "scale", "start", "value", "written")

    def __init__(self, quantity: Quantity, value: Decimal, at: int) -> None:
        self.value, self.start, self.end, self.next = value, quantity.start, quantity.end, at + 1
        self.currency, self.more, self.written = "", False, quantity.run.isascii()
        self.run, self.scale = quantity.run, 1


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
        _scale(amount, _SCALE[scale[1].lower()])
        amount.end = scale.end()
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
            _scale(amount, 10**4 if informal["w"] else 10**3)
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
        small = change.alone(text, quantities, amount.next - 1)
        if small:
            amount.currency, amount.value, amount.next = small.currency, Decimal(0), amount.next - 1
            _add(amount, small)
            _add(amount, change.last_digit(text, amount.end))
        return
    for group in ("scale", "big"):
        if suffix[group]:
            _scale(amount, _SCALE[suffix[group].lower()])
    amount.more = bool(suffix["more"])
    amount.currency = _CODE[suffix["unit"].lower()]
    amount.end = suffix.end()
    _add(amount, change.behind(text, quantities, amount.next, amount.end))
    if suffix["unit"] == "块":
        _add(amount, change.last_digit(text, amount.end))
    named = _AFTER_UNIT.match(text, amount.end)
    if named and named["cur"]:  # 三万元港币
        amount.currency, amount.end = _CODE[named["cur"].lower()], named.end()
    whole = _WHOLE.match(text, amount.end)
    if whole:
        amount.end = whole.end()


def _scale(amount: _Amount, by: int) -> None:
    amount.value, amount.scale, amount.written = amount.value * by, amount.scale * by, False


def _add(amount: _Amount, more: Change | None) -> None:
    if more and more.used:
        amount.value, amount.end, amount.next = amount.value + more.value, more.end, amount.next + more.used
        amount.written = False


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
    if link["and"] and not (_BETWEEN.match(text, second.end) or text.endswith("between ", 0, first.start)):
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
        low = low * second.scale if first.scale == 1 and low * second.scale < high else low
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
