"""Numerals in running text: digits, Chinese numerals, capital numerals (大写) and mixtures of them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod
from typing import NamedTuple

from agreecheck.expressions import compiled

_DIGITS = ("零〇○", "一壹弌", "二贰两弍俩", "三叁弎仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGIT = {char: value for value, chars in enumerate(_DIGITS) for char in chars}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
CAPITAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")

_D = "".join(DIGIT)
_U = "".join(SMALL) + "".join(BIG)
_C = _D + _U + "".join(TENS)
_CHINESE, _ONLY_DIGITS, _ASCII_DIGITS = frozenset(_C), frozenset(_D), frozenset("0123456789")
_AFTER_VALUE = frozenset("元圆块角分万亿千百十年月日号期%至到")
# A number in digits; groups of three or, as some write it, of four.
PLAIN = r"(?>\d{1,3}(?:,\d{3})++(?!\d)|\d{1,4}(?:,\d{4})++(?!\d)|\d++)(?>\.\d++)?"
_GAP = "[ |]{0,3}+"
_RUN = compiled(
    rf"(?=[\d{_C}.])(?:(?<![\d{_C}])|(?<=[周期拜][一二三四五六])(?=\d))"  # 每周五650元: a weekday ends before the sum
    r"(?:"
    rf"(?>{PLAIN}(?:{_GAP}[{_U}](?!分之))?+|[{_C}])"
    rf"(?>{_GAP}(?:(?<!\d)(?<!\d[ |])(?<!\d[ |]{{2}})(?<!\d[ |]{{3}})[{_C}]|点{_GAP}(?=[{_D}\d])"
    rf"|(?<=[{_U}零〇点]){PLAIN}(?:{_GAP}[{_U}](?!分之))?+))*+"
    rf"|(?<!\.)\.\d++)"
)
_APPROXIMATE = compiled(r"[一二两三四五六七八九]{2}")  # 三五天: some days, not 35
_LAST_UNITS = compiled(rf"[{_U}]+$")
_TOKEN = compiled(r"[\d,]+(?:\.\d+)?|\.\d+|.")


class Quantity(NamedTuple):
    """A numeral at ``[start, end)``; ``value`` None where it can only be part of another word (百 of 百分之)."""

    value: Decimal | None
    start: int
    end: int
    run: str

    @property
    def form(self) -> str:
        """digits, capital (also of English words), chinese or mixed."""
        if self.run.isascii():
            return "capital" if self.run[:1].isalpha() else "digits"
        if not _ASCII_DIGITS.isdisjoint(self.run):
            return "digits" if _CHINESE.isdisjoint(self.run) else "mixed"
        return "capital" if not CAPITAL.isdisjoint(self.run) else "chinese"


_MINUS = compiled(r"(?:(?<![\d\w)%\]-])|(?<=[\u4e00-\u9fff]))-$|负 ?$")


def negative_from(text: str, start: int) -> int | None:
    """Where the minus sign of the number at ``start`` stands, if it has one. A dash between two values is none."""
    if text[start - 1 : start] not in ("-", "负", " "):
        return None
    sign = _MINUS.search(text, max(0, start - 2), start)
    if sign is None or (sign[0] == "-" and text[sign.start() - 1 : sign.start()] in _AFTER_VALUE):
        return None
    return sign.start()


def find(text: str) -> Iterator[Quantity]:
    """Every numeral of a folded text, in order, none overlapping; 三十(30) is one where both say the same."""
    held: Quantity | None = None
    for one in _runs(text):
        if held is not None:
            if text[held.end : one.start] == "(" and one.value == held.value and text[one.end : one.end + 1] == ")":
                held = Quantity(held.value, held.start, one.end + 1, held.run)
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _runs(text: str) -> Iterator[Quantity]:
    for match in _RUN.finditer(text):
        run, start = match[0], match.start()
        value = parse(run)
        if value is None and (" " in run or "|" in run):
            yield from _pieces(run, start)
        else:
            yield Quantity(value, start, start + len(run), run)


def shared_unit(low: Decimal, high: Decimal, low_run: str, high_run: str) -> Decimal:
    """The lower end of a range with the units that only the upper end writes: 2 of 2至3万 is 20000."""
    units = _LAST_UNITS.search(high_run)
    if units is None or low >= high or any(char in BIG for char in low_run):
        return low
    scales = [(SMALL | BIG)[char] for char in units[0]]
    for at in range(len(scales)):
        scaled = low * prod(scales[at:])
        if scaled < high:
            return scaled
    return low


def _pieces(run: str, start: int) -> Iterator[Quantity]:
    """Numerals that only stand side by side."""
    for piece in re.finditer(r"[^ |]+", run):
        yield Quantity(parse(piece[0]), start + piece.start(), start + piece.end(), piece[0])


def parse(run: str, *, bare_unit: bool = False) -> Decimal | None:
    """The value of a folded numeral, None if it is none.

    Colloquial ends are filled up (三万五 is 35000); with ``bare_unit`` a unit alone counts as one of it (百, 万万).
    """
    if run and run.isascii() and run[0] in "0123456789." and " " not in run:
        return Decimal(run.replace(",", ""))
    spaced = " " in run or "|" in run
    run = run.replace(" ", "").replace("|", "")
    head, point, tail = run.partition("点")
    if not point:
        return _integer(head, spaced=spaced, bare_unit=bare_unit)
    plain = _ONLY_DIGITS.issuperset(head) and not spaced  # 一二点三零 is told digit by digit
    whole = _digits(head) if plain else _integer(head, spaced=spaced, bare_unit=False)
    digits = tail.rstrip("万亿兆")
    fraction = "".join(str(DIGIT[char]) if char in DIGIT else char for char in digits)
    if whole is None or not fraction.isascii() or not fraction.isdigit():
        return None
    value = whole + Decimal(f"0.{fraction}")
    for unit in tail[len(digits) :]:
        value *= BIG[unit]
    return value


def _digits(run: str) -> Decimal | None:
    return Decimal("".join(str(DIGIT[char]) for char in run)) if run else None


def _integer(run: str, *, spaced: bool, bare_unit: bool) -> Decimal | None:
    if _ONLY_DIGITS.issuperset(run):
        if len(run) > 1 and (spaced or (len(run) == 2 and _APPROXIMATE.search(run))):
            return None
        return _digits(run)
    total, section, pending = Decimal(0), Decimal(0), None
    last_unit, lowest, single = 1, 10**4, False
    seen = False
    for token in _TOKEN.findall(run):
        if token in SMALL:
            unit = SMALL[token]
            if unit >= lowest or (pending is None and unit > 10 and not seen and not bare_unit):
                return None
            implied = pending is None or (
                pending == 0 and token == "十"
            )  # 一百零十 says 110; 零拾 of a form says nothing
            section += unit if implied or pending is None else pending * unit
            last_unit, lowest, pending = unit, unit, None
        elif token in BIG:
            scaled = _scale(total, section + (pending or 0), BIG[token], seen, bare_unit)
            if scaled is None:
                return None
            total, section, pending, last_unit, lowest = scaled, Decimal(0), None, BIG[token], 10**4
        elif token in TENS:
            section, last_unit, lowest, pending = section + TENS[token], 10, 10, None
        else:
            value = Decimal(DIGIT[token]) if token in DIGIT else Decimal(token.replace(",", ""))
            if pending:
                return None
            single = pending is None and len(token) == 1
            pending = value
        seen = True
    if pending is not None:
        colloquial = single and last_unit >= 100
        section += pending * last_unit / 10 if colloquial else pending
    return total + section


def _scale(total: Decimal, section: Decimal, unit: int, seen_digit: bool, bare_unit: bool) -> Decimal | None:
    """Multiply by a big unit all that stands before it and is smaller than it (一万五千亿), or all (四万万)."""
    low = total % unit + section
    if low:
        return total - total % unit + low * unit
    if total:
        return total * unit
    return Decimal(0) if seen_digit else Decimal(unit) if bare_unit else None
