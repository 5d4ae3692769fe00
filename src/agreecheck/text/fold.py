"""One spelling for every character, offsets kept: each code point becomes exactly one code point."""

import unicodedata
from collections.abc import Iterable

from agreecheck.expressions import compiled
from agreecheck.text.traditional import TRADITIONAL

# Horizontal white space only: line feeds and tabs carry the structure of the text.
_SPACES = "\u00a0\u1680\u180e\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)

# CJK Radicals Supplement: PDF files of browsers hold these for whole characters, and NFKC leaves them as they are.
# Pairs "radical, character" (Unicode's EquivalentUnifiedIdeograph, where the character is one that texts use).
_RADICALS = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫"
    "⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀"
    "⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐金⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠"
    "⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
_SIGNS = "￥¥−-‐-‑-‒-﹣-〜~∼~～~﹪%％%﹒.﹐,﹑、﹕:﹔;﹙(﹚)﹩$￡£￠¢"


def _compatible(first: int, last: int) -> Iterable[tuple[int, str]]:
    """Code points whose compatibility form is one other code point (Kangxi radicals, compatibility ideographs)."""
    for code in range(first, last + 1):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and ord(plain) != code:
            yield code, plain


def _pairs(text: str) -> Iterable[tuple[int, str]]:
    return zip(map(ord, text[::2]), text[1::2], strict=True)


def _table() -> dict[int, str]:
    table = dict(_compatible(0x2F00, 0x2FD5)) | dict(_compatible(0xF900, 0xFAD9)) | dict(_pairs(_RADICALS))
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict(_pairs(_SIGNS))
    simplified = dict(_pairs(TRADITIONAL))
    return simplified | {code: simplified.get(ord(char), char) for code, char in table.items()}


_TABLE = _table()


# 參 is a numeral only beside a unit (人民币參仟元, 貳佰零參, not 參加)
_THREE = compiled("参(?=[拾佰仟万亿元圆])|(?:(?<=[拾佰仟])|(?<=[拾佰仟万亿]零))参(?![加与照考见阅数])")


def fold(text: str) -> str:
    """The text in half-width, simplified, with plain spaces and whole characters; of the same length as ``text``."""
    if text.isascii():
        return text
    folded = text.translate(_TABLE)
    return _THREE.sub("叁", folded) if "参" in folded else folded
