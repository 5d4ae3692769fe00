"""Years that are said by another: 今年, 明年 by the one in which the paper speaks, 次年 by that of the date before."""

from collections.abc import Iterator

from agreecheck.expressions import compiled

_YEARS = {
    "year_this": "今年 本年 本年度 当年",
    "year_next": "明年 来年 下一年 下一年度",
    "year_after_next": "后年",
    "year_last": "去年 上一年 上年",
    "year_following": "次年 翌年 第二年",
}
_WORDS = {word: name for name, words in _YEARS.items() for word in words.split()}
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_BEFORE = compiled(rf"(?P<w>{_ANY})的? {{0,3}}$")
_LAST = frozenset("年度的 ")
_LONGEST = 8
_END = compiled(rf"(?P<w>{_ANY})的?年?(?:[底末]|最后一[天日])")
_BARE_END = compiled(
    r"年(?<![\d一二两三四五六七八九十零〇○每今明后去前来上下次翌本当半周年].)(?:年)?[底末](?=(?:之|以)?前)"
)


def year_word(text: str, at: int) -> tuple[int, str] | None:
    """The word for a year right before position ``at``: where it begins, and which year it is (a note of a mention)."""
    match = _BEFORE.search(text, max(0, at - _LONGEST), at) if text[at - 1 : at] in _LAST else None
    return (match.start(), _WORDS[match["w"]]) if match else None


def year_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Each 今年底, 明年年末: where it stands, and which year it is; of 年底前 alone it is the next one (no word)."""
    for match in _END.finditer(text):
        yield match.start(), match.end(), _WORDS[match["w"]]
    for match in _BARE_END.finditer(text):
        yield match.start(), match.end(), ""
