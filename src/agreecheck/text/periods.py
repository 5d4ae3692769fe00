"""Parts of years and spans of months and years: 2026年第三季度, 2026年1-9月, 2025.08-2026.07, 2025至2027年."""

import re
from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.calendar_words import small, year

_N = r"(?>\d{1,2}|[一二三四五六七八九十]{1,2})"
_SEP = r" {0,2}(?:至|到|-|—{1,2}|–|~|[与和及](?=[^。,;]{1,8}间)) {0,2}"
_DOTTED = compiled(
    r"(?P<a>[12](?<![\dA-Za-z./-].)(?:(?<=1)9|(?<=2)0)\d\d[./-](?:0[1-9]|1[0-2]))"
    r" ?(?:-|—{1,2}|–|~|至|到) ?(?P<b>(?:19|20)\d\d[./-](?:0[1-9]|1[0-2]))(?![\dA-Za-z元%万./-])"
)
_MONTHS = compiled(
    rf"(?=[\d一二三四五六七八九十])(?<![\d-])(?:(?P<y>\d{{4}}) {{0,2}}年 {{0,2}})?(?P<a>{_N})"
    rf" {{0,2}}月?{_SEP}(?P<b>{_N}) {{0,2}}月份?(?! {{0,2}}[\d一二三四五六七八九十])"
)
_YEARS = compiled(
    rf"(?P<a>[12](?<![\d.].)(?:(?<=1)9|(?<=2)0)\d\d) {{0,2}}年?{_SEP}(?P<b>(?:19|20)\d\d|\d\d)(?: {{0,2}}年(?: {{0,2}}"
    rf"(?P<m>{_N}) {{0,2}}月)?|(?![\d.\-/年元%万]))"
)
_C = "零〇○一二三四五六七八九"
_PART = compiled(
    rf"(?=[\d{_C}])(?<![\d{_C}.])(?:(?P<y>\d{{4}}|[{_C}]{{4}})|(?P<short>\d\d|[{_C}]{{2}})(?! ?年前))"
    r" {0,2}年(?:度)?的? {0,2}"
    r"(?:第?(?P<quarter>[一二三四1-4首]) {0,2}季度|(?P<half>[上下])半年|前 ?(?P<quarters>[一二两三1-3]) ?个? ?季度"
    rf"|前 ?(?P<months>{_N}) ?个?月(?![底末初内])|(?P<first>首)月|第(?P<nth>{_N})个月)"
)


def read(text: str) -> Iterator[Mention]:
    """All such periods of a folded text."""
    for reader in (_parts, _dotted, _years, _months):
        for first, last, span in reader(text):
            value = first if first == last else f"{first}/{last}"
            yield Mention(kind="date" if first == last else "date_range", value=value, span=span, valid=True)


def _parts(text: str) -> Iterator[tuple[str, str, Span]]:
    """2026年第三季度, 二〇二六年下半年, 2026年前两个季度, 2026年前三个月, 26年首月."""
    for match in _PART.finditer(text):
        first, last = _part(match)
        if 1 <= first <= last <= 12:
            head = year(match["y"] or match["short"])
            yield f"{head}-{first:02d}", f"{head}-{last:02d}", Span(*match.span())


def _part(match: re.Match[str]) -> tuple[int, int]:
    """The first month and the last."""
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarters"] or match["months"]:
        return 1, 3 * (small(match["quarters"]) or 0) + (small(match["months"]) or 0)
    if match["quarter"]:
        last = 3 * (1 if match["quarter"] == "首" else small(match["quarter"]) or 0)
        return last - 2, last
    only = 1 if match["first"] else small(match["nth"]) or 0
    return only, only


def _dotted(text: str) -> Iterator[tuple[str, str, Span]]:
    """2025.08-2026.07."""
    for match in _DOTTED.finditer(text):
        first, last = (f"{match[name][:4]}-{match[name][5:]}" for name in "ab")
        if first < last:
            yield first, last, Span(*match.span())


def _years(text: str) -> Iterator[tuple[str, str, Span]]:
    """2025至2027年, 1985到89年9月."""
    for match in _YEARS.finditer(text):
        last, month = year(match["b"]), small(match["m"])
        if last is not None and last > int(match["a"]):
            yield match["a"], f"{last}" + (f"-{month:02d}" if month else ""), Span(*match.span())


def _months(text: str) -> Iterator[tuple[str, str, Span]]:
    """2026年1-9月, 3月至5月."""
    for match in _MONTHS.finditer(text):
        first, last = small(match["a"]), small(match["b"])
        if first and last and first <= 12 and last <= 12 and first != last:
            head = match["y"] or "XXXX"
            yield f"{head}-{first:02d}", f"{head}-{last:02d}", Span(*match.span())
