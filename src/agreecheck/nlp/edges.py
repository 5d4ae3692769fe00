"""Word edges: a hit that begins or ends inside a word of its own right is no hit (本金 in 日本｜金融).

A hit is dropped only on strong evidence: it is made of words itself (a fragment like 期款 was chosen by its author and
is taken as written), the likeliest cut has a word that stands across one of its edges, and every cut that respects the
edges is much less likely. A term that our dictionary lacks is therefore kept.
"""

from bisect import bisect_left
from functools import lru_cache
from math import log

from agreecheck.expressions import compiled
from agreecheck.model.finding import Hit
from agreecheck.nlp.words import segmenter
from agreecheck.text.fold import fold

_BLANK = compiled(r"(?<=[\u4e00-\u9fff])[ \n\u3000]+(?=[\u4e00-\u9fff])")
_STOP = compiled(r"[^\u4e00-\u9fff]+")
_REACH = 8  # characters left and right of a hit that may bear on its edges
_LONGEST = 5  # characters of the longest word looked for across an edge
_MARGIN = log(200)  # how many times likelier the cut across the edge must be
_NEGATIONS = "不未无免勿毋"
_LOOSE = compiled("[不未无没]|^[欠还付借收]款$")  # words whose parts mean the same apart: 尚未, 未付, 欠款


def veto(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that straddle a word edge, in the same order."""
    dense, places = _dense(fold(text))
    judged = {
        span: straddles(dense, bisect_left(places, span.start), bisect_left(places, span.end))
        for span in dict.fromkeys(hit.span for hit in hits)
    }
    return tuple(hit for hit in hits if not judged[hit.span])


def straddles(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins or ends inside a word, at offsets of ``text``."""
    if not (_word_across(text, start, start, end) or _word_across(text, end, start, end)):
        return False
    hit = text[start:end]
    if any(len(word) < 2 for word in _likeliest(hit)[1]):
        return False
    left = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    right = _STOP.split(text[end : end + _REACH])[0]
    likelihood, words = _likeliest(left + hit + right)
    if not _crossing(words, len(left), len(left) + len(hit), hit[0] in _NEGATIONS):
        return False
    return likelihood - sum(_likeliest(part)[0] for part in (left, hit, right)) > _MARGIN


def _word_across(text: str, edge: int, start: int, end: int) -> bool:
    """Whether any dictionary word lies across the edge and reaches into the hit without holding all of it."""
    known = segmenter().FREQ
    for begin in range(max(0, edge - _LONGEST + 1), edge):
        for stop in range(edge + 1, min(len(text), begin + _LONGEST) + 1):
            if (begin > start or stop < end) and known.get(text[begin:stop]):
                return True
    return False


def _crossing(words: tuple[str, ...], start: int, end: int, negated: bool) -> bool:
    """Whether a word of the cut lies across one edge and reaches into the hit, without holding all of it.

    What a compound ends with keeps its meaning (转让 in 债权转让); a compound of two words is but two words (提前清偿).
    A hit that opens with a negation keeps its meaning when the verb goes on (不计 in 不｜计收): only its start counts.
    """
    at = 0
    for word in words:
        stop = at + len(word)
        if at < start < stop < end:
            across = not _is_word(word[start - at :])
        else:
            halves = _is_word(word[: end - at]) and _is_word(word[end - at :])
            across = start < at < end < stop and not negated and not halves
        if across and not _LOOSE.search(word):
            return True
        at = stop
    return False


def _is_word(text: str) -> bool:
    return len(text) > 1 and bool(segmenter().FREQ.get(text))


@lru_cache(maxsize=1 << 14)
def _likeliest(text: str) -> tuple[float, tuple[str, ...]]:
    """The likeliest cut: its log probability and its words."""
    if not text:
        return 0.0, ()
    jieba = segmenter()
    route: dict[int, tuple[float, int]] = {}
    jieba.calc(text, jieba.get_DAG(text), route)
    at = 0
    words: list[str] = []
    while at < len(text):
        words.append(text[at : route[at][1] + 1])
        at += len(words[-1])
    return route[0][0], tuple(words)


def _dense(text: str) -> tuple[str, list[int]]:
    """The text without blanks between Chinese characters, and where each of its characters stood."""
    kept: list[int] = []
    at = 0
    for gap in _BLANK.finditer(text):
        kept.extend(range(at, gap.start()))
        at = gap.end()
    kept.extend(range(at, len(text)))
    return "".join(text[n] for n in kept), kept
