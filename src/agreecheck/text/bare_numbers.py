"""Bare numbers, fractions, ranges of numbers and ordinals: what is left when the number has no unit of ours."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation, localcontext

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import BIG, Quantity, negative_from, parse, shared_unit
from agreecheck.text.walk import walk

_OVER = compiled(r" {0,3}分 {0,3}之? {0,3}[负-]?")
_AND = compiled(r" {0,3}又 {0,3}")
_SLASH = compiled(r"/")
_TILDE = compiled(r" ?(?:(?P<and>和|与|及)|至|到|~|-|–|—) ?")
_BETWEEN = compiled(r" ?(?:个|之)?间")
_SCALE = compiled(r" ?(?:(?P<k>[kKmM])(?![A-Za-z])|[eE](?P<e>[+-]?\d{1,2})(?!\d)|(?P<pc>%)(?P<w>万))")
_ABOUT = compiled(r" {0,2}[多余来几] {0,2}(?P<big>[万亿])?")
_FRACTION_NEXT = frozenset("分又/ ")
_TILDE_FIRST = frozenset(" 至到~-–—和与及")
_NO_RANGE_BEFORE = frozenset("-/\0*%‰")
_OPEN = frozenset(("<", "<=", ">", ">="))
_BOTH = compiled(
    r" ?(?:(?:以[上下])? ?(?:的?同时|且|并且?|而且|,)? ?(?=[不大小高低超多少至最≤≥<>])|以[上下][,、且]? ?$)"
)
_POWERS = {"k": 10**3, "m": 10**6}
# 第三条 is a place, no number
_PLACE = compiled(
    r" ?(?:条|款|项|章|节|页|目|编|号|部分|附件|层|栋|幢|类|种|审|顺位|季度|个?月|个?(?:工作|自然|交易|营业)日|者"
    r"|二?天|百|方|[一二三四五六七八九十\d])"
)
_COUNTED = compiled(r"[个对双名人份笔台项张倍家种件处套户位元岁只条只支辆间平亩吨斤公千米]")
_SAID = compiled(r"(?:[是为即约共有]|等于|[(“\"‘至到和与或、])$")
_SOME = frozenset("任每某近前下上后各首这那同该")
_GLUED = compiled(r"[A-Za-z](?<![kKmMeE])|-[A-Za-z]")
_HAN = compiled(r"[\u4e00-\u9fff]")
_PLAIN_DIGITS = frozenset("零〇一二两三四五六七八九")
# words that begin like a number and are none
_NO_NUMBER = """
一切 一看 一样 一般 一起 一致 一直 一定 一旦 一律 一经 一并 一方 一次性 一人 一时 一些 一下 一面 一边
一项 一个月 一家 一种
两两 两方 双方 三方 四方 四川 五台 十分
"""
_WORDS = tuple(_NO_NUMBER.split())


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All bare numbers and ordinals among the ``quantities`` of a folded text."""
    return walk(text, quantities, _at)


def _at(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention | None, int]:
    quantity = quantities[at]
    if text[quantity.start - 1 : quantity.start] == "第":
        return _ordinal(text, quantity), 1
    if text[quantity.end : quantity.end + 1] in _FRACTION_NEXT:
        fraction = _fraction(text, quantities, at)
        if fraction is not None:
            return fraction
    if quantity.value is None or not _free(text, quantity):
        return None, 1
    value, end, more = _scaled(text, quantity)
    ranged = _range(text, quantities, at, value, end)
    if ranged is not None:
        return ranged, 2
    sign = negative_from(text, quantity.start)
    start = quantity.start if sign is None else sign
    number = plain(-value if sign is not None else value, as_written=quantity.run.isascii() and end == quantity.end)
    mod = ">" if more else bound(text, start, end)
    if mod in _OPEN and not more:
        return _bounded(text, quantities, at, number, mod, Span(start, end))
    return Mention(kind="number", value=number, span=Span(start, end), mod=mod, form=quantity.form), 1


def _bounded(
    text: str, quantities: Sequence[Quantity], at: int, number: str, mod: str, span: Span
) -> tuple[Mention, int]:
    """不超过3 as an open range; 大于10小于20 as a closed one."""
    low, high = (number, "") if mod in (">", ">=") else ("", number)
    used = 1
    if at + 1 < len(quantities) and (other := quantities[at + 1]).value is not None:
        end = other.end
        words = text[span.end : other.start]
        second = bound(text, other.start, end) if len(words) <= 10 and _BOTH.match(words) else ""
        more = plain(other.value)
        if second in _OPEN and bool(low) == (second in ("<", "<=")) and Decimal(low or more) < Decimal(high or more):
            low, high, span, used = low or more, high or more, Span(span.start, end), 2
    return Mention(
        kind="number_range", value=f"{low}..{high}", span=span, mod=mod if used == 1 else "", form=quantities[at].form
    ), used


def _ordinal(text: str, quantity: Quantity) -> Mention | None:
    if quantity.value is None or _PLACE.match(text, quantity.end):
        return None
    return Mention(
        kind="ordinal", value=plain(quantity.value), span=Span(quantity.start - 1, quantity.end), form=quantity.form
    )


def _free(text: str, quantity: Quantity) -> bool:
    """Whether the number stands for itself and is no part of a word, a code or a numbering."""
    start, end = quantity.start, quantity.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if quantity.run[0].isdigit() and quantity.run.isascii():
        if after and after in "./" and text[end + 1 : end + 2].isdigit():
            return False
        glued = before.isascii() and (before.isalpha() or before in ("_", "/", "#", "@", "*", "\0", "."))
        if before == "," and text[start - 2 : start - 1].isdigit():
            return False
        return not (glued and before) and not (after in ("*", "_", "\0") and after) and not _GLUED.match(text, end)
    if len(quantity.run) > 1 and not (
        quantity.value is not None and quantity.value < 100 and _is_word_of_digits(quantity.run)
    ):
        return True
    if negative_from(text, start) is not None or _ABOUT.match(text, end):
        return True
    if text[start : end + 2].startswith(_WORDS):
        return (text[start : end + 2].startswith("一种") and before == "另") or text[start : end + 1] == "五台"
    alone = not (_HAN.match(before) or _HAN.match(after))
    if quantity.form == "capital" and not alone and _HAN.match(after):
        return False
    if quantity.run == "一" and before in _SOME:
        return False
    return (
        alone
        or bool(_COUNTED.match(after))
        or bool(_SAID.search(text, max(0, start - 3), start))
        or (before == "" and after in ("的", ""))
    )


def _is_word_of_digits(run: str) -> bool:
    """九九, 三三: digits side by side that may be a name."""
    return _PLAIN_DIGITS.issuperset(run)


def _scaled(text: str, quantity: Quantity) -> tuple[Decimal, int, bool]:
    """The value with what scales it: 40k, 21.2E0, 十多万."""
    value, end = quantity.value or Decimal(0), quantity.end
    scale = _SCALE.match(text, end) if quantity.run.isascii() else None
    if scale:
        if scale["k"]:
            return value * _POWERS[scale["k"].lower()], scale.end(), False
        if scale["pc"]:
            return value * 100, scale.end(), False
        return value * Decimal(10) ** int(scale["e"]), scale.end(), False
    about = _ABOUT.match(text, end)
    if about and (about["big"] or "几" not in about[0]):
        return value * BIG[about["big"]] if about["big"] else value, about.end(), True
    return value, end, False


def _fraction(text: str, quantities: Sequence[Quantity], at: int) -> tuple[Mention, int] | None:
    """四分之三, 三又三分之一, 4/3, 1 4/3."""
    whole, used, first = None, 0, quantities[at]
    if text[first.start - 1 : first.start] == "/":
        return None
    link = _AND.match(text, first.end)
    if (link and at + 1 < len(quantities) and quantities[at + 1].start == link.end()) or (
        first.run.isdigit()
        and at + 2 < len(quantities)
        and text[first.end : quantities[at + 1].start] == " "
        and _next(text, quantities[at + 1]) == "/"
    ):
        whole, used = first.value, 1
    if at + used + 1 >= len(quantities) or (used and whole is None):
        return None
    one, two = quantities[at + used], quantities[at + used + 1]
    slash = _SLASH.match(text, one.end)
    over = _OVER.match(text, one.end)
    if (
        slash
        and slash.end() == two.start
        and one.run.isdigit()
        and two.run.isdigit()
        and two.value
        and text[two.end : two.end + 1] not in ("/", "-")
    ):
        above: Decimal | None = one.value
        below: Decimal | None = two.value
    elif over and over.end() == two.start and ("之" in over[0] or used):
        above, below = two.value, parse(one.run, bare_unit=True)
    else:
        return None
    if not below or above is None:
        return None
    with localcontext() as context:
        context.prec = 28
        try:
            value = above / below + (whole or 0)
        except InvalidOperation:
            return None
    sign = negative_from(text, first.start)
    if (sign is None) == bool(over and over[0].endswith(("负", "-"))):
        value = -value
    span = Span(first.start if sign is None else sign, two.end)
    mod = bound(text, span.start, span.end)
    return Mention(kind="number", value=plain(value), span=span, mod=mod, form=first.form, note=("fraction",)), used + 2


def _next(text: str, quantity: Quantity) -> str:
    return text[quantity.end : quantity.end + 1]


def _range(text: str, quantities: Sequence[Quantity], at: int, low: Decimal, end: int) -> Mention | None:
    """20-100, 一千到一千五百."""
    link = _TILDE.match(text, end) if text[end : end + 1] in _TILDE_FIRST else None
    if (
        link is None
        or at + 1 >= len(quantities)
        or quantities[at + 1].start != link.end()
        or quantities[at + 1].value is None
    ):
        return None
    high, high_end, _ = _scaled(text, quantities[at + 1])
    if link["and"] and not _BETWEEN.match(text, high_end):
        return None
    low = shared_unit(low, high, quantities[at].run, quantities[at + 1].run)
    sign = negative_from(text, quantities[at].start)
    low, start = (low, quantities[at].start) if sign is None else (-low, sign)
    if low >= high or (text[high_end : high_end + 1] in _NO_RANGE_BEFORE and text[high_end : high_end + 1]):
        return None
    return Mention(
        kind="number_range",
        value=f"{plain(low)}..{plain(high)}",
        span=Span(start, high_end),
        form=quantities[at].form,
    )
