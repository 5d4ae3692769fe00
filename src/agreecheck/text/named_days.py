"""Days that have a name and no number: 元旦前, 国庆节前, and those of the lunar calendar (农历正月十五前, 腊月二十三,
春节前). The latter are named and not computed here, so that nobody takes 农历八月十五 for 15 August."""

from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.text.calendar_words import year

_D = "零〇○一二三四五六七八九"
_YEAR = rf"(?:(\d{{4}}|[{_D}]{{4}}) ?年的?)?"
_DAY = rf"(?:初[{_D}十]|[廿卅]?[{_D}十]{{1,3}}|廿|\d{{1,2}}|底|末)(?:[日号](?!期))?"
_BOUND = r"(?=(?:当[天日])?(?:之|以)?[前后](?!后))"
_LUNAR = compiled(
    rf"(?=[农阴旧正腊冬大除春元端中\d{_D}])(?:"
    rf"{_YEAR}(?:农历|阴历|旧历)(?:的|:| )?{_YEAR}闰?(?:[正冬腊]|\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:{_DAY})?"
    rf"|{_YEAR}(?:[正腊]月(?:{_DAY})?|冬月{_DAY}|大年(?:初[{_D}十]|三十))"
    rf"|{_YEAR}(?:除夕|春节|元宵节?|端午节?|中秋节?){_BOUND})"
)
_WORDS = ("历", "正月", "腊月", "冬月", "大年", "除夕", "春节", "元宵", "端午", "中秋")
_SOLAR = {"元旦": "01-01", "劳动节": "05-01", "国庆": "10-01"}
_FIXED = compiled(rf"(?=[元劳国\d{_D}]){_YEAR}(?P<day>{'|'.join(_SOLAR)})节?{_BOUND}")
_SIDE = compiled(r"(?:当[天日])?(?:(?P<before>(?:之|以)?前)|(?P<after>(?:之|以)?后(?!续)))")


def read(text: str) -> Iterator[Mention]:
    """Each such date. One of the lunar calendar keeps month and day open and has the note ``lunar``."""
    if any(word in text for word in _WORDS):
        for match in _LUNAR.finditer(text):
            said = next(filter(None, match.groups()), None)
            yield _mention(text, Span(*match.span()), said, "XX-XX", None, ("lunar",))
    if any(word in text for word in _SOLAR):
        for match in _FIXED.finditer(text):
            yield _mention(text, Span(*match.span()), match[1], _SOLAR[match["day"]], True, ())


def _mention(text: str, span: Span, said: str | None, day: str, valid: bool | None, note: tuple[str, ...]) -> Mention:
    side = _SIDE.match(text, span.end)
    return Mention(
        kind="date",
        value=f"{year(said) if said else 'XXXX'}-{day}",
        span=Span(span.start, side.end()) if side else span,
        mod=(side.lastgroup or "") if side else "",
        valid=valid,
        note=note,
    )
