"""What the topic classifier sees of a sentence: its words, and its neighbouring characters in pairs.

Numbers and the names of the sides are taken out first: who is called 甲方 differs from paper to paper.
"""

from functools import lru_cache
from itertools import pairwise

from agreecheck.expressions import compiled
from agreecheck.nlp.words import cut
from agreecheck.text.fold import fold

_SIDES = compiled(
    "甲方|乙方|丙方|丁方|双方|债务人|债权人|出借人|借款人|贷款人|持卡人|承诺人|申请人|我司|我行|我方|我们|贵行|贵司|本人|客户|您"
)
_NOISE = compiled(r"[\d\W_]+")
_MARKS = compiled("[，：,:]")
_LEAST = 4  # characters of a part that is read on its own


def features(text: str) -> tuple[str, ...]:
    """Words and pairs of characters, pairs marked by a leading 2; never empty."""
    plain = _NOISE.sub(" ", _SIDES.sub("方", fold(text)))
    runs = plain.split()
    dense = "".join(runs)
    words = (word for run in runs for word in _words(run))
    return (*words, *("2" + dense[at : at + 2] for at in range(len(dense) - 1))) or ("2",)


@lru_cache(maxsize=1 << 12)
def _words(run: str) -> tuple[str, ...]:
    """The words of an unbroken run; kept, since a run is read alone and again with its neighbours."""
    return cut(run)


def parts(sentence: str) -> tuple[str, ...]:
    """The sentence, and what stands between its commas, one by one and in pairs: it may cover several topics."""
    pieces = [piece for piece in _MARKS.split(sentence) if len(piece) >= _LEAST]
    if len(pieces) < 2:
        return (sentence,)
    pairs = (f"{left}，{right}" for left, right in pairwise(pieces))
    return tuple(dict.fromkeys((sentence, *pieces, *pairs)))
