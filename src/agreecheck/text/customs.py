"""Rates in the words of custom: 月息2分, 年息一分五厘, 日息万五, LPR的四倍, LPR加50个基点, 合同利率的1.5倍."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity, parse
from agreecheck.text.rates import PERIOD, rate

# Tenths of the principal a year, hundredths a month, thousandths a day; ten 厘 make a 分, ten 毫 a 厘.
_PART = {"year": Decimal(10), "month": Decimal(1), "day": Decimal("0.1")}
_STEP = {"分": Decimal(1), "厘": Decimal("0.1"), "毫": Decimal("0.01")}
_UNIT = compiled(r" {0,2}(?P<u>[分厘毫])(?!之|期|次|钟|批|别)")
_INTEREST_EVERY = compiled(r"(?:利率|利息|息)[^。,;\n\d]{0,6}每(?P<p>[年月日])$")
_BARE = compiled(r"[\d一二三四五六七八九](?![\d一二三四五六七八九十百千万元%个年月日天期.])")
_INTEREST = compiled(r"(?P<p>[年月日]?)(?P<flat>平)?(?:利率|利息|息|利)[为按是:计 ]{0,2}$")
_FLAT = {"分": Decimal(10), "厘": Decimal(1), "毫": Decimal("0.1")}  # 月平息0.28厘 of Hong Kong: a 厘 is one per cent
_WAN = compiled(
    r"(?P<p>[年月日])(?:利率|利息|息)?[为按是: ]{0,2}(?P<b>[千万])(?:分)?(?P<n>[一二三四五六七八九]|\d(?:\.\d{1,2})?)"
    r"(?![\d万千百十元圆个分.%])"
)

_PRIME = r"(?:贷款市场报价利率(?: ?\([^()]{0,12}\))?|LPR)"
_PRIME_BEFORE = compiled(
    rf"(?:全国银行间同业拆借中心[^。,;\n]{{0,12}}?)?(?:[一二三四五1-5] ?年期(?:以上)?的?)?{_PRIME}(?:利率|报价"
    rf"|标准|水平)?(?:\([^()]{{0,14}}\))?"
    r" ?(?P<op>的|(?<= )(?:plus|minus)|加点?|减点?|\+|-|上浮|下浮|×|\*|之)? ?$"
)
_TIMES = compiled(
    r" ?倍(?:以内)?(?P<prime>(?: ?的)?(?:(?:同期|[一1]年期|[^。,;\n\d]{0,12}公布的?)[^。,;\n\d]{0,12}?)?(?:LPR"
    r"|贷款市场报价利率))?"
)
_POINTS = compiled(r" ?(?:个 ?)?(?:基点|[bB][pP][sS]?(?![A-Za-z])|basis points?|点)")
_CONTRACT_RATE = compiled(r"(?:利率|利息)(?:标准|水平)?(?:\([^()]{0,12}\))?的? ?$")


def read(text: str, quantities: Sequence[Quantity]) -> Iterator[Mention]:
    """All rates of custom among the ``quantities`` of a folded text."""
    for at, quantity in enumerate(quantities):
        if quantity.value is None:
            continue
        after = text[quantity.end : quantity.end + 3].lstrip()[:1]
        if after and after in "分厘毫":
            yield from _fen(text, quantities, at)
        elif after == "倍":
            yield from _multiple(text, quantity)
        elif text[quantity.start - 1 : quantity.start] in ("×", "*"):
            yield from _product(text, quantity)
        elif after and after in "个基点bB":
            yield from _points(text, quantity)
    for match in _WAN.finditer(text):
        percent = (parse(match["n"]) or Decimal(0)) * (Decimal("0.01") if match["b"] == "万" else Decimal("0.1"))
        yield rate(text, percent, PERIOD[match["p"]], Span(*match.span()), "chinese")


def _fen(text: str, quantities: Sequence[Quantity], at: int) -> Iterator[Mention]:
    quantity = quantities[at]
    unit = _UNIT.match(text, quantity.end)
    cue = _INTEREST.search(text, max(0, quantity.start - 8), quantity.start) or _INTEREST_EVERY.search(
        text, max(0, quantity.start - 12), quantity.start
    )
    if unit is None or quantity.value is None:
        return
    end = unit.end()
    value = quantity.value * _STEP[unit["u"]]
    if (
        at + 1 < len(quantities)
        and quantities[at + 1].start == end
        and (more := _UNIT.match(text, quantities[at + 1].end))
    ):
        value, end = value + (quantities[at + 1].value or 0) * _STEP[more["u"]], more.end()
    elif at + 1 < len(quantities) and (next_one := quantities[at + 1]).start == end and _BARE.match(text, end):
        value, end = value + (next_one.value or 0) * _STEP[unit["u"]] / 10, next_one.end
    behind = re.match("[的]?利(?!润)", text[end : end + 2])
    if cue is None and not behind:
        return
    period = PERIOD[cue["p"]] if cue and cue["p"] else "month"
    note = () if cue and cue["p"] else ("period_assumed",)
    percent = quantity.value * _FLAT[unit["u"]] if cue and cue.groupdict().get("flat") else value * _PART[period]
    yield rate(text, percent, period, Span(cue.start() if cue else quantity.start, end), quantity.form, note=note)


def _multiple(text: str, quantity: Quantity) -> Iterator[Mention]:
    times = _TIMES.match(text, quantity.end)
    if times is None or quantity.value is None:
        return
    before = _PRIME_BEFORE.search(text, max(0, quantity.start - 60), quantity.start)
    if before or times["prime"]:
        start = before.start() if before else quantity.start
        end = times.end() if times["prime"] else quantity.end + text[quantity.end :].index("倍") + 1
        yield Mention(
            kind="rate",
            value=plain(quantity.value),
            unit="xLPR",
            span=Span(start, end),
            mod=bound(text, start, end),
            form=quantity.form,
        )
    elif quantity.value > 1 and (base := _CONTRACT_RATE.search(text, max(0, quantity.start - 20), quantity.start)):
        more = plain((quantity.value - 1) * 100)
        span = Span(base.start(), times.end())
        yield Mention(
            kind="rate",
            value=f"+{more}%",
            unit="uplift",
            span=span,
            mod=bound(text, span.start, span.end),
            form=quantity.form,
            note=("multiple",),
        )


def _product(text: str, quantity: Quantity) -> Iterator[Mention]:
    """LPR×4."""
    before = _PRIME_BEFORE.search(text, max(0, quantity.start - 60), quantity.start)
    if before and quantity.value is not None:
        span = Span(before.start(), quantity.end)
        yield Mention(kind="rate", value=plain(quantity.value), unit="xLPR", span=span, form=quantity.form)


def _points(text: str, quantity: Quantity) -> Iterator[Mention]:
    points = _POINTS.match(text, quantity.end)
    before = _PRIME_BEFORE.search(text, max(0, quantity.start - 60), quantity.start)
    if points is None or before is None or quantity.value is None:
        return
    down = (before["op"] or "").startswith(("减", "-", "下", "minus"))
    value = plain(-quantity.value if down else quantity.value)
    yield Mention(kind="rate", value=value, unit="LPR+bp", span=Span(before.start(), points.end()), form=quantity.form)
