"""Percentages and rates: 20%, 24%/年, 日利率万分之五, 每逾期一日按…的0.05%, 上浮50%."""

import re
from collections.abc import Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.bounds import bound
from agreecheck.text.canon import plain
from agreecheck.text.numerals import Quantity
from agreecheck.text.percentages import Percentage, percentages

DAYS, MONTHS = 365, 12
PERIOD = {
    "年": "year",
    "月": "month",
    "日": "day",
    "天": "day",
    "annum": "year",
    "year": "year",
    "yearly": "year",
    "apr": "year",
    "annual": "year",
    "annually": "year",
    "month": "month",
    "monthly": "month",
    "day": "day",
    "daily": "day",
    "p.a.": "year",
}
_PER_YEAR = {"day": DAYS, "month": MONTHS, "year": 1}

_LATE = "(?:逾期|延迟|迟延|拖延|拖欠|延期|超期|违约|推迟)"
_RATE_WORD = (
    "(?:平?利率|平息|百分率|利息|息|计|化|综合|费率|率|罚息|违约金|滞纳金|单利|复利|利(?!润|益)|收益率|基准|固定|执行|标准|贷款|借款"
    "|名义|实际|的)"
)
# strong cues reach over a comma, weak ones do not
_SHARE = r"(?![^,。;]{0,6}(?:还款|偿还|归还|应还|还本|最低|月供|工资|收入))"  # 每月还款不少于本金的10% is no rate
_CUES = (
    (compiled(rf"(?<![\d一二三四五六七八九十半个每])(?P<p>[年月日])(?={_RATE_WORD})"), False),
    (compiled(rf"每{_LATE}(?:还款|支付|付款|履行)?满?(?:一个?|1个?)?(?P<p>[年月日天])"), True),
    (compiled(r"(?:晚|迟|拖)[还付交了]?[一1](?P<p>[天日])"), True),
    (compiled(r"(?:按|逐|以)(?:照)?(?P<p>[年月日天])(?![期初末底])"), True),
    (compiled(rf"每(?:一?个?)(?P<p>[年月日天])(?!的?(?:第?[\d一二三四五六七八九十]+[日号]|[末底初])){_SHARE}"), False),
    (compiled(r"(?i:\b(?P<p>annual|yearly|monthly|daily|APR|per (?:day|month|year|annum))\b)"), False),
)
_STRONG = compiled(r"(?:年|月|日)利率(?:为|:)?$")
_DIRECT = compiled(r"(?:每?(?<![\d一二三四五六七八九十几半个第])|(?<=[,;。、是合于即计])一个?)(?P<p>[年月日天]) ?$")
_BEHIND = compiled(
    r"(?: ?|\) (?=[a-z]))"
    r"(?:\( ?(?:/ ?|每(?:一个?)?)(?P<in>[年月日天])\)|(?:/ ?|每(?:一个?)?)(?P<zh>[年月日天])(?! ?[\d万千])"
    r"|[按逐](?P<by>[年月日天])(?=[收计支缴付算加])|\((?P<named>[年月日天])(?:利率|化|息"
    r"|费率)[^)\d]{0,6}\)|的(?P<of>[年月日天])(?:利率|化|息|费率)"
    r"|(?i:(?:per|a|each|/) ?(?P<en>day|month|year|annum)\b|(?P<adv>p\.a\.|APR\b|annually|annual\b|daily\b"
    r"|monthly\b|yearly\b)))"
    r"|(?i: of (?:the|your|any|each|all|such) [^.,;:%\d\n]{1,50}?(?:per|each|every) (?P<part>day|month|year)\b)"
)
# (LPR的4倍,即13.8%): a rate that is said of the prime rate is a yearly one
_PRIME = compiled(r"(?:LPR|贷款市场报价利率)[^。;\n]{0,24}?[,(](?:即|为|折合|目前|当前|现为)?[^\d,(]{0,6}$")
_INSTALMENT = compiled(r"(?:每(?:一)?|当|各)期[^。,;\d]{0,12}$")
_SHARE_OF_ALL = compiled(r"各期[^按以收，,。；;]{0,8}(?:总额|总和|合计|之和)的?$")  # 剩余各期手续费总额的50%
_UPLIFT = compiled(r"(?P<word>上浮|下浮|上调|下调|加收|增加|提高|加|\+)(?:(?P<to>至)|了|按|不超过| ){0,2}$")
_RELATIVE = compiled(r"利率|罚息|LPR|利息")
_RANGE = compiled(
    r" ?(?:至|到|-|~|—|–|(?:,|且|并|并且|和|、)?(?:不得?[低高]于|不得?超过|不得?少于|最[低高]|至少|至多)为?) ?$"
)
_SOLE_INTEREST = compiled(r"[,;。、\n]")


def read(text: str, quantities: Sequence[Quantity]) -> list[Mention]:
    """All percentages and rates among the ``quantities`` of a folded text."""
    found: list[Mention] = []
    floor, period = 0, ""
    for one in percentages(text, quantities):
        between = text[floor : one.start] if floor else ""
        follows = period if period and _RANGE.fullmatch(between) else ""
        mention = _judge(text, one, floor, follows)
        found.append(mention)
        floor, period = mention.span.end, mention.unit.partition("/")[2]
    return found


def rate(
    text: str, percent: Decimal, period: str, span: Span, form: str, mod: str = "", note: tuple[str, ...] = ()
) -> Mention:
    """A rate in percent per day, month or year, with its simple yearly equivalent by 365 days or 12 months."""
    around = _SOLE_INTEREST.split(text[max(0, span.start - 8) : span.start])[-1] + span.slice(text)
    around += _SOLE_INTEREST.split(text[span.end : span.end + 8])[0]
    kinds = tuple(name for word, name in (("单利", "simple"), ("复利", "compound")) if word in around)
    return Mention(
        kind="rate", value=plain(percent), unit=f"%/{period}", span=span, mod=mod, form=form,
        per_year=plain(percent * _PER_YEAR[period]),
        day_count=str(DAYS) if period == "day" else "", note=note + kinds,
    )  # fmt: skip


def _judge(text: str, one: Percentage, floor: int, period: str) -> Mention:
    """A percentage by the words around it: rate per period, uplift of another rate, or percentage."""
    offset = max(floor, one.start - 34, 0)
    offset = max(offset, *(text.rfind(stop, offset, one.start) + 1 for stop in "。;\n"))
    before = text[offset : one.start]
    uplift = _UPLIFT.search(before)
    if uplift and (uplift["word"] in ("上浮", "下浮") or _RELATIVE.search(before)):
        sign = "-" if uplift["word"].startswith("下") else "+"
        if "LPR" in before[-8:] and uplift["word"] in "加+":
            return Mention(
                kind="rate",
                value=plain(one.percent * 100),
                unit="LPR+bp",
                span=Span(offset + before.rfind("LPR"), one.end),
                form=one.form,
            )
        span = Span(offset + uplift.start(), one.end)
        percent = abs(one.percent - 100) if uplift["to"] else one.percent  # 下浮至85% is 15% less
        return Mention(kind="rate", value=f"{sign}{plain(percent)}%", unit="uplift", span=span, form=one.form)
    start, end = one.start, one.end
    if behind := _BEHIND.match(text, end):
        period, end = PERIOD[behind[behind.lastgroup or 0].lower()], behind.end()
    elif direct := _DIRECT.search(before):
        period, start = PERIOD[direct["p"]], offset + direct.start()
    elif not period and _PRIME.search(text, max(0, one.start - 48), one.start):
        period = "year"
    elif not period:
        period, start = _cue(before, offset, start)
    mod = bound(text, one.start, end) or (bound(text, start, end) if start != one.start else "")
    if period:
        return rate(text, one.percent, period, Span(start, end), one.form, mod)
    each = _INSTALMENT.search(before) and not _SHARE_OF_ALL.search(before)
    note = ("per_instalment",) if each else ()
    return Mention(
        kind="percent", value=plain(one.percent), unit="%", span=Span(start, end), mod=mod, form=one.form, note=note
    )


def _cue(before: str, offset: int, start: int) -> tuple[str, int]:
    """The period named last before the percentage, and where the rate's words begin (its own place behind a comma)."""
    best: re.Match[str] | None = None
    for pattern, strong in _CUES:
        for match in pattern.finditer(before):
            rest = before[match.end() :]
            reaches = "," not in rest or (strong and rest.count(",") == 1)
            if reaches and (best is None or match.start() > best.start()):
                best = match
    if best is None:
        return "", start
    word = best["p"].lower().removeprefix("per ")
    return PERIOD[word], start if "," in before[best.end() :] else offset + best.start()
