"""Plans whose sums change (前6期每期1,000元，后6期每期2,000元): each sum with the periods that it is paid for."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.schedule.due_dates import months_between
from agreecheck.facts.schedule.stepped_english import english_steps
from agreecheck.text import numerals
from agreecheck.text.english_numbers import TO_TWELVE

Step = tuple[int, int, Decimal]
_N = r"[\d一二三四五六七八九十]{1,4}"
_STEPPED = {
    "zh": compiled(
        rf"第(?P<a>{_N})(?:期|笔|个月|次)?(?:至|到|-|~|—)第?(?P<b>{_N})(?:期|笔|个月|次)"
        rf"|(?P<w>前|后|其余|剩余|余下|首)(?P<n>{_N})(?:期|笔|个月|次)"
        rf"|(?:从|自)?第(?P<o>{_N})(?:期|笔|个月|次)(?:起|开始)|第(?P<y>{_N})年(?=[^，,。；;]{{0,8}}每)"
        rf"|第(?P<l>\d{{1,3}}(?:[、和]\d{{1,3}})+)(?:期|笔|次)"
        rf"|第(?P<c>{_N})(?:期|笔|次|个月)|(?P<f>首)(?:期|笔|次)|(?P<r>其余|余下|剩余|以后|此后|之后)[每各](?:期|月|笔|次)"
    ),
    "en": compiled(
        r"(?:payments?|instal?lments?|months?) (?P<a>\d+) (?:to|through|-) (?P<b>\d+)"
        r"|(?P<w>first|last|remaining) (?P<n>\d+|[a-z]+) (?:payments|instal?lments|months)"
        r"|(?P<c>(?!))",
        re.IGNORECASE,
    ),
}
_PAID = ("instalment", "proposed_instalment", "last_instalment", "")
_REACH = 24  # characters from the words for the periods to their sum
_RANGE = compiled(r"起?(?:至|到|-|~|—)")
_MONTH = compiled(r"\d{4}-\d{2}(?:-XX)?")
_ENGLISH = {"zero": 0, **TO_TWELVE}


def steps(
    flow: Flow, labelled: Sequence[Labelled], count: int | None, a_year: int, total: Decimal | None = None
) -> tuple[Step, ...]:
    """The sums with the first and last period of each, empty if there is but one sum; ``a_year`` payments a year, of
    ``total`` together, which counts them where the text does not (此后每月2,500元，直到还完)."""
    found: list[Step] = []
    for match in _STEPPED[flow.pack].finditer(flow.text):
        sentence = flow.sentence(match.start())
        paid = next(
            (
                one
                for one in labelled
                if match.end() <= one.figure.piece.start < min(sentence.end, match.end() + 24) and one.role in _PAID
            ),
            None,
        )
        if paid is None or any(flow.text[match.end() : paid.figure.piece.start].count(c) for c in "，,、"):
            continue
        value = paid.figure.value
        bounds = _bounds(match, found, count or _count_of(found, value, total), a_year)
        if bounds:
            found.append((*bounds, paid.figure.value))
    covered = [n for a, b, _ in found for n in range(a, b + 1)]
    counts = (None, len(covered), len(covered) - 1 if found and found[0][:2] == (1, 1) else None)  # 首期…，其余11期
    whole = covered == list(range(1, len(covered) + 1)) and count in counts
    if len(found) > 1 and whole:
        return tuple(found)
    return english_steps(flow, labelled, total) if flow.pack == "en" else ()


def _count_of(before: Sequence[Step], value: Decimal, total: Decimal | None) -> int | None:
    """How many payments there are if the last of the steps is paid until nothing is left."""
    if not before or not value or total is None:
        return None
    number, left = divmod(total - sum((b - a + 1) * v for a, b, v in before), value)
    return before[-1][1] + int(number) if number > 0 and not left else None


def _bounds(match: re.Match[str], before: Sequence[Step], count: int | None, a_year: int) -> tuple[int, int] | None:
    if match["a"]:
        return integer(match["a"]), integer(match["b"])
    groups = match.groupdict()
    if groups.get("f"):
        return 1, 1
    if groups.get("y"):
        year = integer(match["y"])
        return (year - 1) * a_year + 1, year * a_year
    if groups.get("l"):
        listed = [integer(n) for n in re.split("[、和]", match["l"])]
        return (listed[0], listed[-1]) if listed == list(range(listed[0], listed[-1] + 1)) else None
    if groups.get("o"):
        return (integer(match["o"]), count) if count and integer(match["o"]) <= count else None
    if groups.get("r"):
        start = max((b for _, b, _ in before), default=0) + 1
        return (start, count) if count and start <= count else None
    if match["c"]:
        n = integer(match["c"])
        return (n, n)
    n = integer(match["n"])
    start = max((b for _, b, _ in before), default=0) + 1
    if match["w"].lower() in ("后", "其余", "剩余", "余下", "last", "remaining") and count and not before:
        start = count - n + 1
    return (start, start + n - 1) if n else None


def integer(text: str) -> int:
    """A number in digits or words, 0 if it is none."""
    if text.lower() in _ENGLISH:
        return _ENGLISH[text.lower()]
    value = numerals.parse(text)
    return int(value) if value is not None else 0


def monthly_steps(flow: Flow, labelled: Sequence[Labelled], marked: Sequence[Marked]) -> tuple[tuple[Step, ...], str]:
    """2026年12月至2027年2月每月还1,000元，2027年3月至…还2,000元: the steps, and the month that they begin in."""
    open_ = [m for m in marked if m.dated.real and _MONTH.fullmatch(m.dated.value)]
    ranges = [
        (first, last)
        for first, last in itertools.pairwise(open_)
        if _RANGE.fullmatch(flow.text[first.dated.piece.end : last.dated.piece.start])
    ]
    found: list[Step] = []
    for first, last in ranges:
        paid = next((one for one in labelled if 0 <= one.figure.piece.start - last.dated.piece.end <= _REACH), None)
        if paid is None or paid.role not in _PAID or "。" in flow.text[last.dated.piece.end : paid.figure.piece.start]:
            return (), ""
        begin = _day(ranges[0][0])
        span = (months_between(begin, _day(first)) + 1, months_between(begin, _day(last)) + 1)
        if span[0] != (found[-1][1] + 1 if found else 1) or span[1] < span[0]:
            return (), ""
        found.append((*span, paid.figure.value))
    return (tuple(found), ranges[0][0].dated.value) if len(found) > 1 else ((), "")


def _day(month: Marked) -> date:
    return date(int(month.dated.value[:4]), int(month.dated.value[5:7]), 1)
