"""Facts that a line end cuts in two (人民币3,⏎000元, 2026年12月⏎15日): which line ends are none of the sense."""

from agreecheck.expressions import compiled

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
# what stands right before the line end, and what right behind it
_CUTS = tuple(
    (compiled(rf"(?:{before})$"), compiled(after))
    for before, after in (
        (r"\d,", r"\d{3}(?!\d)"),
        (r"\d{3}\.", r"\d\d元"),
        (r"(?<!\d)(?:19|20)\d\d|[二〇零一三四五六七八九]{4}", rf"年{_N}月"),
        (r"(?:\d|[〇零一二三四五六七八九]{4})年", rf"{_N}月"),
        (rf"年{_N}", rf"月{_N}[日号]"),
        (rf"{_N}月", rf"{_N}[日号]"),
        (rf"月{_N}", r"[日号](?!期)"),
        (r"每[个]?月的?", r"\d{1,2}[日号]"),
        (r"每[个]?月的?\d{1,2}", r"[日号](?!期)"),
        (r"\d", r"[万亿]?元(?![旦月日])|个月|个?工作日|[%‰]|[日天](?:[内前后]|之?[内前后]|起)|期[,，。;；]"),
        (rf"[{_CAPITAL}]", rf"[{_CAPITAL}]|[元圆](?![旦月日])"),
        (r"(?:人民币|[¥￥]|RMB)", rf"\d|[{_CAPITAL}]"),
        (r"[年月日](?:利率|息)[为是:]?", r"\d|[百千万]分"),
        (r"[年月日]", r"利率|化[利率综]"),
        (r"[分共计第]\d{1,3}", r"期(?![限间])"),
        (r"[百千万]分", r"之"),
        (r"[百千万]分之", r"[\d零一二三四五六七八九]"),
    )
)
_REACH = 8  # characters on either side that tell
# what the two sides can end and begin with: most line ends have neither
_LAST = frozenset("0123456789,.〇零一二三四五六七八九十年月的率息为是:币¥￥B分之" + _CAPITAL)
_FIRST = frozenset("0123456789〇零一二三四五六七八九十年月日号万亿元圆个工天期之百千%‰利化" + _CAPITAL)
_BREAK = compiled(rf"[{''.join(sorted(_LAST))}]([ \t]{{0,4}}\r?\n[ \t\u3000]{{0,8}})(?=[{''.join(sorted(_FIRST))}])")


def breaks(text: str) -> list[tuple[int, int]]:
    """Where such line ends stand in a folded text, with the blanks around them."""
    if "\n" not in text:
        return []
    return [
        (start, end)
        for start, end in (match.span(1) for match in _BREAK.finditer(text))
        if cuts(text[max(0, start - _REACH) : start], text[end : end + _REACH])
    ]


def cuts(before: str, after: str) -> bool:
    """Whether one fact ends a line and goes on in the next."""
    if before[-1:] not in _LAST or after[:1] not in _FIRST:
        return False
    return any(second.match(after) and first.search(before) for first, second in _CUTS)
