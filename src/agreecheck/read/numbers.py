"""Numbering styles: how a numbered unit begins, and which number it is."""

import re

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
_DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "陸": 6}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_HAN = "[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰]"
_ANY = rf"(?:{_HAN}{{1,7}}|[0-9０-９]{{1,4}})"
_NUM = r"[0-9０-９]{1,3}"
_B = r"[ \t\u00a0\u3000]*"
# What makes a number a quantity: 3期, 1.5%, 10.00元.
_QUANTITY = r"[%％‰‱年月日号號期天个個元圆角分万萬亿億倍折笔筆份次名人家页頁户戶张張套岁歲时時小周季块塊]"


class Mark(Frozen):
    """A number at the start of a paragraph: style, values outermost first, as written, and its length."""

    style: str
    values: tuple[str, ...]
    written: str
    length: int


_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, compiled(_B + pattern))
    for name, pattern in (
        ("chapter", rf"(第{_B}({_ANY}){_B}(?:[编編章节節]|部分))(?![^\s：:、，]{{30}})"),
        ("article", rf"(第{_B}({_ANY}){_B}[条條](?:之{_HAN})?)(?![^\n]{{0,3}}(?:所列|所述|约定的|規定的|规定的))"),
        ("comma", rf"(({_HAN}{{1,5}}){_B}[、.．])(?!{_HAN}+、)"),
        ("ordinal", rf"(第({_HAN}{{1,3}})(?=[，、,：:]))[，、,：:]"),
        ("bracket", rf"([（(〔\[]{_B}({_HAN}{{1,5}}){_B}[）)〕\]])"),
        (
            "dotted",
            rf"(({_NUM}(?:[.．]{_NUM}){{1,4}}))"
            rf"(?:[.．、](?![0-9０-９])|[ \u00a0\u3000\t]+|(?![0-9０-９,，.．])(?!{_QUANTITY}))",
        ),
        ("point", rf"(({_NUM}){_B}[.．、])(?![0-9０-９])"),
        ("round", rf"([（(]{_B}({_NUM}){_B}[）)])"),
        ("half", rf"(({_NUM})[）)])"),
        ("circled", r"(([①-⑳㈠-㈩⑴-⒇⒈-⒛]))"),
        ("bare", rf"(({_NUM}))[ \u00a0\u3000\t]+(?!{_QUANTITY})(?=[\u4e00-\u9fff“《])"),
        ("en_article", r"((?:ARTICLE|Article)\s+([0-9]{1,3}|[IVXLC]{1,6}))\b(?!\s+(?:of|above|below|hereof))"),
        (
            "en_section",
            r"((?:SECTION|Section|Clause|CLAUSE|§)\s*([0-9]{1,3}(?:\.[0-9]{1,3}){0,3}))\b[.:]?(?!\s+(?:of|above|below|hereof))",
        ),
        ("roman", r"(([IVX]{1,5}))\.\s(?=[A-Z])"),
        ("en_letter", r"(\(([a-z])\))\s"),
    )
)
_CIRCLED = {
    chr(first + i): str(i + 1)
    for first, n in ((0x2460, 20), (0x3220, 10), (0x2474, 20), (0x2488, 20))
    for i in range(n)
}


def read_mark(text: str) -> Mark | None:
    """The numbering at the start of ``text``, or None."""
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match:
            values = _values(match.group(2))
            if values:
                return Mark(
                    style="dotted" if len(values) > 1 else style,
                    values=values,
                    written=match.group(1).strip(),
                    length=match.end(),
                )
    return None


def _values(written: str) -> tuple[str, ...]:
    """Arabic numbers of a written one: ``3.2`` gives ("3", "2"), ``十二`` ("12",), ``c`` ("3",)."""
    parts = re.split(r"[.．]", written)
    values = [_value(part) for part in parts]
    return tuple(str(v) for v in values) if all(v is not None for v in values) else ()


def _value(written: str) -> int | None:
    if written in _CIRCLED:
        return int(_CIRCLED[written])
    if written.isdecimal():
        return int(written)
    if len(written) == 1 and "a" <= written <= "z":
        return ord(written) - ord("a") + 1
    if written and all(c in _ROMAN for c in written):
        worth = [_ROMAN[c] for c in written]
        return sum(-w if w < max(worth[i:]) else w for i, w in enumerate(worth))
    return _chinese(written)


def _chinese(written: str) -> int | None:
    """A Chinese number below ten thousand: 二十一, 一百零二, or digit by digit 二〇."""
    if all(c in _DIGITS for c in written):
        return int("".join(str(_DIGITS[c]) for c in written)) if written else None
    total, digit = 0, 0
    for c in written:
        if c in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[c], 0
        elif c in _DIGITS:
            digit = _DIGITS[c]
        else:
            return None
    return total + digit
