"""The language of a text, told by its characters."""

from agreecheck.expressions import compiled

_HAN = compiled(r"[\u3400-\u9fff]")
_LATIN = compiled(r"[A-Za-z]")
# Characters of the field that are written differently in the two scripts.
_TRADITIONAL = frozenset("還協議債務償貸約應該雙與為於個們這說對會國萬億違處將時間開戶銀號書簽訂費項條賬後證據擔")
_SIMPLIFIED = frozenset("还协议债务偿贷约应该双与为于个们这说对会国万亿违处将时间开户银号书签订费项条账后证据担")
_LATIN_PER_HAN = 6  # an English word against a Chinese one


def language_of(text: str) -> str:
    """``zh-Hans``, ``zh-Hant`` or ``en``; a text without letters counts as Chinese."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if latin > han * _LATIN_PER_HAN:
        return "en"
    traditional = sum(c in _TRADITIONAL for c in text)
    simplified = sum(c in _SIMPLIFIED for c in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
