"""Dates as written, before they are joined to ranges: year, month and day as far as they stand there."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.text.numerals import DIGIT, parse

_D = "".join(DIGIT)
_N = rf"(?>\d{{1,2}}(?!\d)|[{_D}十拾廿卅]{{1,4}})"
_Y4 = rf"(?>\d{{4}}(?!\d)|[{_D}\d]{{4}}|[一二两贰壹][千仟][{_D}百十佰拾]{{0,6}})"
_Y2 = rf"(?>\d{{2}}(?!\d)|[{_D}]{{2}})"
_S = " {0,3}"
# Where no numeral begins a form fails at once, before the costlier looks behind; a leading class lets the search skip.
_HERE = rf"(?=[\d{_D}十拾廿卅])"
_YEAR = r"(?P<y>[12](?<![\dA-Za-z./-].)(?:(?<=1)9|(?<=2)0)\d\d)"
_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True))  # noqa: SIM905
# begins with a class of letters, so that the search skips Chinese text
_MONTH = (
    r"(?P<em>[JFMASOND](?<![A-Za-z].)(?i:an(?:uary)?|eb(?:ruary)?|ar(?:ch)?|pr(?:il)?|ay|une?|uly?|ug(?:ust)?|ep"
    r"(?:t(?:ember)?)?|ct(?:ober)?"
    r"|ov(?:ember)?|ec(?:ember)?))\b\.?"
)
_FORMS = (
    # 民国115年9月30日, 民国一一五年: years of Taiwan count from 1912
    (
        rf"民国{_S}(?P<roc>\d{{2,3}}(?!\d)|[{_D}十百]{{1,5}}){_S}年(?:{_S}(?P<m>{_N}){_S}月份?"
        rf"(?:{_S}(?P<d>{_N}){_S}[日号])?+)?+"
    ),
    # 2026年3月15日, 二〇二六年三月, 2026年, 15年3月2日
    (
        rf"{_HERE}(?:(?<![\d{_D}.])|(?<=[周期拜][一二三四五六]))(?P<y>{_Y4}){_S}年(?:度(?!\d))?(?![ _\0]{{0,20}}月)"
        rf"(?:(?:的?第|的)?{_S}(?P<m>{_N}){_S}(?:月份?|(?<=第[一二三四五六七八九])个月|(?<=第\d)个月)(?:{_S}(?P<d>{_N})(?:{_S}[日号]"
        rf"|(?![\d{_D}十百万亿., 个年元%期天])))?+)?+"
    ),
    rf"{_HERE}(?<![\d{_D}十百千.])(?P<y>{_Y2}){_S}年{_S}(?P<m>{_N}){_S}月份?(?:{_S}(?P<d>{_N}){_S}[日号])?+",
    rf"(?P<y>[089零八九](?<![\d{_D}十百千.].)[\d{_D}])年(?!{_S}[\d{_D}十])",
    # 3月15日, 十月31
    rf"{_HERE}(?<![\d{_D}十.])(?P<m>{_N}){_S}月份?{_S}(?P<d>{_N})(?:{_S}[日号]|(?=[至到\-~—])|$|(?=[,。;、)]))",
    # 3月底, 3月份, 9月下旬
    (
        rf"{_HERE}(?<![\d{_D}十百.])(?P<m>{_N}){_S}(?:月份?(?={_S}(?:月?[底末初](?![日期])|[上中下]旬))"
        rf"|月份(?!额|{_S}[\d{_D}十]))"
    ),
    # 26年底
    rf"(?P<y>[23]\d(?<![\d.十百第满]\d\d)){_S}年(?={_S}年?[底末](?![日期]))",
    # 于15号
    rf"{_HERE}(?:(?<=[于在到至从自我])|(?<![\s\S]))(?P<d>{_N}){_S}号(?![楼院线店室卡机车单门铺桌])",
    # 2026-3-15, 2026/3/15, 2026.3.15
    (
        r"(?P<y>[12](?<![\dA-Za-z.].)(?<![A-Za-z]-.)(?:(?<=1)9|(?<=2)0)\d\d) ?(?P<s>[-/.])"
        r" ?(?P<m>\d{1,2}) ?(?P=s) ?(?P<d>\d{1,2})(?:日|T\d\d:\d\d(?::\d\d)?Z?)?"
        r"(?![\dA-Za-z]|\.\d|-(?!(?:19|20)\d\d[-/.])[A-Za-z\d])"
    ),
    rf"{_YEAR}[-/.](?P<m>0[1-9]|1[0-2])(?![\dA-Za-z元%./-])",
    # 2026 03 15
    rf"{_YEAR} (?P<m>0[1-9]|1[0-2]) (?P<d>0[1-9]|[12]\d|3[01])(?![\dA-Za-z元%.,/-]| \d|万)",
    rf"{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\dA-Za-z元%.,/-]|万)",
    # 08/14/2026 and 14/08/2026, where the day cannot be a month
    r"(?=\d)(?<![\dA-Za-z./-])(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    r"(?<![\dA-Za-z./-])(?P<d>1[3-9]|2\d|3[01])/(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    # 09-01, 12/15 standing free
    r"(?<![^\s,;:(])(?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?![^\s,;:)前止])",
    r"(?<![^\s(])(?P<m>1[0-2])/(?P<d>[1-9])(?![^\s)])",
    # July 27, 2026, 27 July 2026, July 2026
    rf"{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? ?(?P<y>\d{{4}}))?(?!\d)",
    rf"(?P<d>\d(?<![A-Za-z\d].)\d?)(?:st|nd|rd|th)?(?: day)?(?: of)? {_MONTH}(?:,? ?(?P<y>\d{{4}}))?(?!\d)",
    rf"{_MONTH},? (?P<y>\d{{4}})(?!\d)",
)
_PATTERNS = tuple(compiled(form) for form in _FORMS)

_FIRST_MONTH = compiled(r"(?:(?<=[年于在至到自从每])|(?<![\u4e00-\u9fff\d]))元(?=月)")


class Written(NamedTuple):
    """A date as written; ``year`` None where none stands there, ``month`` and ``day`` likewise."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def value(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None and self.day is None:
            return year
        month = "XX" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}"

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; a day without a year may lie in a leap year."""
        try:
            date(self.year or 2024, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


def first_month(text: str) -> str:
    """The folded text with 元月 as 一月, of the same length."""
    return _FIRST_MONTH.sub("一", text) if "元月" in text else text


def small(text: str | None) -> int | None:
    """A numeral of a date as a whole number."""
    if text is None:
        return None
    value = int(text) if text.isascii() else parse(text)
    return None if value is None else int(value)


def year(text: str) -> int | None:
    """A year of four digits, or of two (50 to 99 are the last century's)."""
    if "千" in text or "仟" in text:
        return small(text)
    digits = "".join(str(DIGIT[char]) if char in DIGIT else char for char in text)
    if not digits.isdigit():
        return None
    value = int(digits)
    return value if len(digits) == 4 else value + (1900 if value >= 50 else 2000)


def _minguo(text: str) -> int | None:
    """The year 115 (一一五, 一百一十五) of the Republic is 2026."""
    counted = small(text) if text.isascii() or set(text) & set("十百") else int("".join(str(DIGIT[c]) for c in text))
    return None if counted is None else 1911 + counted


def find(text: str) -> Iterator[Written]:
    """Every date of a folded text, overlapping readings included, form by form."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if "em" in groups:
                month = _MONTHS.get(groups["em"][:3].lower())
                if month is None:
                    continue
            else:
                month = small(groups.get("m"))
            written = Written(
                match.start(),
                match.end(),
                _minguo(groups["roc"]) if groups.get("roc") else year(groups["y"]) if groups.get("y") else None,
                month,
                small(groups.get("d")),
            )
            if _plausible(written):
                yield written


def _plausible(written: Written) -> bool:
    """Not every pair of numbers is a date, but a wrong day of a real month is one that does not exist."""
    if written.year is not None and not 1900 <= written.year <= 2199:
        return False
    if written.year is None and written.month is None:
        return written.day is not None and 1 <= written.day <= 31
    if written.year is None and (written.month is None or not 1 <= written.month <= 12):
        return False
    return (written.month is None or written.month <= 31) and (written.day is None or 1 <= written.day <= 99)
