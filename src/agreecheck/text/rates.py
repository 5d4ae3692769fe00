"""Percentages and rates: 24%/年, 日万分之五, 月息2分, LPR的4倍, 上浮50%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity, negative_from, parse

DAYS, MONTHS = 365, 12
_SIGN = re.compile(r" {0,2}(?P<sign>[%‰‱])")
_KILO = re.compile(r" ?[kK](?![A-Za-z])")
_SIGNS = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}
_POINTS = re.compile(r" {0,2}(?P<k>[kK])? {0,2}(?:个 {0,2})?百 {0,2}分 {0,2}点")
_DENOMINATOR = re.compile(r" {0,2}分 {0,2}之 {0,2}")
_PARTS = {100: Decimal(1), 1000: Decimal("0.1"), 10000: Decimal("0.01")}
_FEN = re.compile(r" {0,2}(?P<u>[分厘毫])(?!之|期|次|钟|批)")
_CUE = re.compile(
    r"(?P<strong>(?P<a>[年月日天])(?=利率|利息|息|化|费率|罚息|综合|单利|复利|(?:贷款)?(?:基准)?利率|违约金|滞纳金|计|按)|每(?:逾期|延迟|迟延|拖延|拖欠|延期|超期)(?:还款|支付|付款)?一?(?P<b>[年月日天])|(?:按|逐|以)(?P<c>[年月日天])(?!期|初|末)|per (?P<e>day|month|year|annum)|(?P<f>annual|monthly|daily)|(?P<g>APR))"
    r"|每一?个?(?P<d>[年月日天])(?![\d]|[一二三四五六七八九十]+[日号]|末|的?\d)",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"(?<![\d个一二三四五六七八九十几半第])(?P<a>[年月日天]) ?$")
_AFTER = re.compile(r" ?(?:\(? ?(?:/|每|per |a )? ?(?P<u>(?<=/)[年月日天]|(?<=每)[年月日天]|(?<=/ )[年月日天]|day|month|year|annum)|(?P<p>p\.a\.|per annum|APR|annual))", re.IGNORECASE)
_PERIOD = {"年": "year", "月": "month", "日": "day", "天": "day", "annum": "year", "apr": "year", "annual": "year", "monthly": "month", "daily": "day", "p.a.": "year"}
_UPLIFT = re.compile(r"(?P<up>上浮|加收|上调|提高|加点?)(?P<down>)[至了按 ]{0,2}$|(?P<down2>下浮|下调)[了 ]?$")
_LPR = r"(?:[一1]年期|五年期以上|5年期以上)?(?:全国银行间同业拆借中心(?:公布|发布)?的?)?[^。,;、\n]{0,12}?"
_LPR_WORD = r"(?:贷款市场报价利率 ?(?:\(? ?(?:LPR|简称[^)]{0,6}) ?\)?)?|LPR)"


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All percentages and rates among the ``quantities`` of a folded text."""
    found = []
    floor = 0
    for value, start, end, quantity in _percentages(text, quantities):
        mention = _judge(text, value, start, end, quantity, floor)
        found.append(mention)
        floor = end
    found += _fen(text, quantities)
    found += _lpr(text, quantities)
    return found


def _percentages(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[Decimal, int, int, Quantity]]:
    for at, quantity in enumerate(quantities):
        over = _DENOMINATOR.match(text, quantity.end)
        if over is not None and at + 1 < len(quantities) and quantities[at + 1].start == over.end():
            base = parse(quantity.run, bare_unit=True)
            above = quantities[at + 1]
            if quantity.value is None and base in (100, 1000, 10000, 10**6, 10**8, 10**10) and above.value is not None:
                kilo = _KILO.match(text, above.end)
                yield above.value * 100 / base * (1000 if kilo else 1), quantity.start, kilo.end() if kilo else above.end, above
            continue
        if quantity.value is None:
            continue
        sign = _SIGN.match(text, quantity.end)
        if sign is not None:
            minus = negative_from(text, quantity.start)
            value = quantity.value * _SIGNS[sign["sign"]]
            yield (value, quantity.start, sign.end(), quantity) if minus is None else (-value, minus, sign.end(), quantity)
            continue
        points = _POINTS.match(text, quantity.end)
        if points is not None:
            yield quantity.value * (1000 if points["k"] else 1), quantity.start, points.end(), quantity


def _judge(text: str, value: Decimal, start: int, end: int, quantity: Quantity, floor: int) -> Mention:
    number = plain(value)
    before = text[max(floor, start - 30) : start]
    cut = max(before.rfind("。"), before.rfind(";"), before.rfind("\n"))
    before = before[cut + 1 :]
    uplift = _UPLIFT.search(before)
    if uplift and (uplift[0].startswith(("上浮", "下浮")) or re.search("利率|罚息|LPR", before)):
        down = bool(uplift["down2"])
        return Mention(kind="rate", value=f"{'-' if down else '+'}{number}%", unit="uplift", span=Span(start - len(before) + uplift.start(), end), form=quantity.form)
    after = _AFTER.match(text, end)
    begin, period = start, ""
    if after and (after["u"] or after["p"]):
        word = (after["u"] or after["p"]).lower()
        period, end = _PERIOD.get(word, word), after.end()
    elif direct := _DIRECT.search(before):
        period, begin = _PERIOD[direct["a"]], start - len(before) + direct.start()
    else:
        cue = None
        for match in _CUE.finditer(before):
            rest = before[match.end() :]
            if "," not in rest or match["strong"]:
                cue = match
        if cue:
            word = next(w for w in (cue["a"], cue["b"], cue["c"], cue["d"], cue["e"], cue["f"], cue["g"]) if w).lower()
            period = _PERIOD.get(word, word)
            if "," not in before[cue.end() :]:
                begin = start - len(before) + cue.start()
    if not period:
        return Mention(kind="percent", value=number, unit="%", span=Span(start, end), mod=bound(text, start, end), form=quantity.form)
    return rate(text, value, period, Span(begin, end), quantity, bound(text, begin, end) or bound(text, start, end))


def rate(text: str, value: Decimal, period: str, span: Span, quantity: Quantity, mod: str = "", note: tuple[str, ...] = ()) -> Mention:
    """A rate in percent per period with its yearly equivalent (simple, 365 days or 12 months)."""
    around = text[max(0, span.start - 8) : span.end + 8]
    kinds = tuple(name for word, name in (("单利", "simple"), ("复利", "compound")) if word in around)
    yearly = value * {"day": DAYS, "month": MONTHS, "year": 1}[period]
    return Mention(
        kind="rate", value=plain(value), unit=f"%/{period}", span=span, mod=mod, form=quantity.form, per_year=plain(yearly),
        day_count=str(DAYS) if period == "day" else "", note=note + kinds,
    )  # fmt: skip


_FEN_CUE = re.compile(r"(?P<p>[年月日]?)(?:利率|利息|息|利)[为按是:计 ]{0,2}$")
_FEN_VALUE = {"year": {"分": 10, "厘": 1, "毫": Decimal("0.1")}, "month": {"分": 1, "厘": Decimal("0.1"), "毫": Decimal("0.01")}, "day": {"分": Decimal("0.1"), "厘": Decimal("0.01"), "毫": Decimal("0.001")}}


def _fen(text: str, quantities: Sequence[Quantity]) -> Iterator[Mention]:
    """月息2分, 年息一分五厘: tenths a year, hundredths a month, thousandths a day, by old custom."""
    for at, quantity in enumerate(quantities):
        unit = _FEN.match(text, quantity.end)
        if unit is None or quantity.value is None:
            continue
        cue = _FEN_CUE.search(text, max(0, quantity.start - 8), quantity.start)
        if cue is None:
            continue
        period = _PERIOD[cue["p"]] if cue["p"] else "month"
        value, end = quantity.value * _FEN_VALUE[period][unit["u"]], unit.end()
        if at + 1 < len(quantities) and quantities[at + 1].start == end and (more := _FEN.match(text, quantities[at + 1].end)):
            value, end = value + (quantities[at + 1].value or 0) * _FEN_VALUE[period][more["u"]], more.end()
        yield rate(text, value, period, Span(cue.start(), end), quantity, note=() if cue["p"] else ("period_assumed",))


_LPR_BEFORE = re.compile(rf"(?:全国银行间同业拆借中心[^。,;\n]{{0,12}})?(?:[一二三四五1-5] ?年期(?:以上)?(?:的)?)?{_LPR_WORD}[^。,;、\n\d]{{0,6}}?(?P<op>的|加|减|\+|-|上浮|×|\*)? ?$")
_TIMES = re.compile(r" ?倍(?P<lpr> ?的?(?:同期|[一1]年期|[^。,;\n]{0,6})?(?:LPR|贷款市场报价利率))?")
_POINTS_BP = re.compile(r" ?(?:个)? ?(?:基点|bps?|BPS?|个?点)")


def _lpr(text: str, quantities: Sequence[Quantity]) -> Iterator[Mention]:
    for quantity in quantities:
        if quantity.value is None:
            continue
        times = _TIMES.match(text, quantity.end)
        points = None if times else _POINTS_BP.match(text, quantity.end)
        if times is None and points is None:
            continue
        before = _LPR_BEFORE.search(text, max(0, quantity.start - 48), quantity.start)
        if times and (times["lpr"] or before):
            start = before.start() if before else quantity.start
            yield Mention(kind="rate", value=plain(quantity.value), unit="xLPR", span=Span(start, times.end()), mod=bound(text, start, times.end()), form=quantity.form)
        elif points and before:
            down = before["op"] in ("减", "-")
            yield Mention(kind="rate", value=("-" if down else "") + plain(quantity.value), unit="LPR+bp", span=Span(before.start(), points.end()), form=quantity.form)
