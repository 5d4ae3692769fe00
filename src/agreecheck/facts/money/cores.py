"""The figure proper inside a mention: words such as 按年利率 or 起 that the scanner takes along are cues as well."""

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.model.mention import Mention

_NUMERAL = "零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
DATE = compiled(
    r"民国\d{2,3}年\d{1,2}月(?:\d{1,2}[日号])?"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}[日号])?|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}月(?:\d{1,2}[日号])?"
    rf"|[{_NUMERAL}]+年[{_NUMERAL}]+月(?:[{_NUMERAL}]+[日号])?|[A-Z][a-z]+\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,? \d{4}|\d{1,2}/\d{1,2}/\d{4}|(?<=[至到])\d{1,2}[日号]"
)
_SHARE = (
    rf"(?:(?:百|千|万)分之|[\d{_NUMERAL}](?![\d{_NUMERAL}]*个?[天日月年]|分率))[^\n]*"  # not the 一天 of 晚一天加收…
)
_CORE = {
    "money": compiled(rf"(?:(?:CNY|RMB|USD|HKD|GBP|EUR|US(?=\$)|HK(?=\$)) ?)?[¥￥$£€\d{_NUMERAL}][^\n]*"),
    "rate": compiled(_SHARE),
    "percent": compiled(_SHARE),
    "date": DATE,
    "duration": compiled(
        rf"[\d{_NUMERAL}]+(?:个|整)?(?:工作|自然|公历|营业|银行)?(?:日|天|月|年|周|星期|季)"
        r"|(?i:\b(?:\d+|[a-z-]+)(?: ?\(\d+\))?(?:[ -](?:calendar|business|working|banking|clear|full))?"
        r"[ -](?:day|week|month|year)s?\b)"
    ),
}
_CORE["deadline"] = _CORE["duration"]


def core(flow: Flow, mention: Mention) -> Piece:
    """The stretch of the flow with the figure itself; of several, the last of a deadline, else the first."""
    piece = flow.piece(mention.span)
    expression = _CORE.get(mention.kind)
    if expression is None:
        return piece
    found = list(expression.finditer(flow.text, piece.start, piece.end))
    if not found:
        return piece
    match = found[-1 if mention.kind == "deadline" else 0]
    return Piece(match.start(), match.end())
