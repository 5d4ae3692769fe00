"""Word's automatic numbers, as they stand on the printed page."""

import re
from typing import Any

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.read.wordxml import W

_HAN = "零一二三四五六七八九"
_HAN_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_PLACE = compiled(r"%([1-9])")


class Level(Frozen):
    """One level of a list: number format, text pattern, first number, what follows, Arabic outer numbers."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None


class Numbering:
    """Counters of all lists of a document; ask once per paragraph, in order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles = _style_numbers(styles)
        self._linked: dict[str, tuple[str, int]] = {}
        if numbering is None:
            return
        links: dict[str, str] = {}
        for node in numbering.iter(f"{W}abstractNum"):
            key = node.get(f"{W}abstractNumId", "")
            abstract[key] = {
                int(lvl.get(f"{W}ilvl", "0")): _level(lvl)
                for lvl in node.findall(f"{W}lvl")
                if lvl.get(f"{W}ilvl", "0").isdigit()
            }
            link = node.find(f"{W}numStyleLink")
            if link is not None:
                links[key] = link.get(f"{W}val", "")
        for node in numbering.findall(f"{W}num"):
            key = node.get(f"{W}numId", "")
            at = _value(node, "abstractNumId") or ""
            levels, starts = dict(abstract.get(at, {})), {}
            for override in node.findall(f"{W}lvlOverride"):
                depth = int(override.get(f"{W}ilvl", "0"))
                own = override.find(f"{W}lvl")
                if own is not None:
                    levels[depth] = _level(own)
                first = _value(override, "startOverride")
                if first is not None:
                    starts[depth] = _int(first, 1)
            self._lists[key] = (at, levels, starts)
        for key, (at, levels, starts) in list(self._lists.items()):
            if not levels and at in links and links[at] in self._styles:
                linked = self._styles[links[at]][0]
                if linked in self._lists:
                    self._lists[key] = (self._lists[linked][0], self._lists[linked][1], starts)

    def mark(self, properties: Any | None, style: str) -> str:
        """The number before a paragraph with these ``w:pPr``, blanks included; empty if it has none."""
        number, depth = self._styles.get(style, ("", 0))
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            number = _value(own, "numId") or number
            depth = _int(_value(own, "ilvl"), depth)
        if number in ("", "0") or number not in self._lists:
            return ""
        at, levels, starts = self._lists[number]
        if depth not in levels:
            return ""
        counters = self._counters.setdefault(at, {})
        self._count(number, counters, levels, starts, depth)
        return _written(levels, counters, depth)

    def _count(
        self, number: str, counters: dict[int, int], levels: dict[int, Level], starts: dict[int, int], depth: int
    ) -> None:
        level = levels[depth]
        if depth in starts and (number, depth) not in self._started:
            counters[depth] = starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = starts.get(depth, level.start)
        self._started.add((number, depth))
        for upper in range(depth):
            if upper in levels:
                counters.setdefault(upper, levels[upper].start)
        for lower in [d for d in counters if d > depth]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart and depth < restart):
                del counters[lower]


def _style_numbers(styles: Any | None) -> dict[str, tuple[str, int]]:
    """Numbers that paragraph styles bring, their own or inherited."""
    if styles is None:
        return {}
    own: dict[str, tuple[str | None, int | None]] = {}
    based: dict[str, str] = {}
    for node in styles.iter(f"{W}style"):
        key = node.get(f"{W}styleId", "")
        based[key] = _value(node, "basedOn") or ""
        mark = node.find(f"{W}pPr/{W}numPr")
        if mark is not None:
            depth = _value(mark, "ilvl")
            own[key] = (_value(mark, "numId"), _int(depth, 0) if depth is not None else None)
    found: dict[str, tuple[str, int]] = {}
    for key in based:
        number, level, at, seen = None, None, key, set()
        while at and at not in seen:
            seen.add(at)
            theirs = own.get(at, (None, None))
            number, level = number or theirs[0], level if level is not None else theirs[1]
            at = based.get(at, "")
        if number:
            found[key] = (number, level or 0)
    return found


def _level(node: Any) -> Level:
    legal = node.find(f"{W}isLgl")
    restart = _value(node, "lvlRestart")
    return Level(
        format=_value(node, "numFmt") or "decimal",
        text=_value(node, "lvlText") or "",
        start=_int(_value(node, "start"), 1),
        suffix=_value(node, "suff") or "tab",
        legal=legal is not None and legal.get(f"{W}val", "1") not in ("0", "false", "off"),
        restart=_int(restart, 0) if restart is not None else None,
    )


def _value(node: Any, tag: str) -> str | None:
    child = node.find(f"{W}{tag}")
    return child.get(f"{W}val") if child is not None else None


def _int(text: str | None, otherwise: int) -> int:
    try:
        return int(text) if text is not None else otherwise
    except ValueError:
        return otherwise


def _written(levels: dict[int, Level], counters: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.format in ("bullet", "none"):
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        format_ = levels[at].format if at in levels else "decimal"
        if level.legal:
            format_ = "decimal"
        return in_format(counters.get(at, 1), format_)

    text = _PLACE.sub(number, level.text)
    return text + ("" if level.suffix == "nothing" or not text else " ")


def in_format(value: int, format_: str) -> str:
    """A number in one of Word's formats; unknown formats are Arabic."""
    if format_ in (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCountingThousand",
        "taiwaneseCounting",
    ):
        return _chinese(value)
    if format_ in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join("〇" if c == "0" else _HAN[int(c)] for c in str(value))
    if format_ in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return _chinese(value, _HAN_CAPITAL, "拾佰仟", full=True)
    if format_ in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(c)) for c in str(value))
    if format_ == "ideographTraditional":
        return _STEMS[(value - 1) % 10] if value > 0 else str(value)
    if format_ == "ideographZodiac":
        return _BRANCHES[(value - 1) % 12] if value > 0 else str(value)
    if format_ in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if format_ == "decimalZero":
        return f"{value:02d}"
    if format_ in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman if format_ == "upperRoman" else roman.lower()
    if format_ in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if format_ == "upperLetter" else letter.lower()
    return str(value)


def _chinese(value: int, digits: str = _HAN, units: str = "十百千", *, full: bool = False) -> str:
    """A counting number below ten thousand: 十, 二十一, 一百零五."""
    if not 0 < value < 10000:
        return digits[0] if value == 0 else str(value)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            if gap and text:
                text += digits[0]
            text += digits[digit] + (units[power - 1] if power else "")
        gap = bool(text) and not digit
    return text if full or not 10 <= value < 20 else text[1:]


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    parts = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for worth, letters in parts:
        text += letters * (value // worth)
        value %= worth
    return text
