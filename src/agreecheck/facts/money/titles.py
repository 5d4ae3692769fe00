"""What the title of a clause says of its only figure (第三条 减免金额), and when that goes before the sentence."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cues import Hit, general

_LONGEST = 24  # characters of a title with its number
_INLINE = compiled(r"[^。；，,;：:\t\n]{2,18}[：:]")
_NO_TITLE = compiled(r"[。；，,;\t]")
_SEVERAL = compiled(r"[及和与、或/]| and | or ")
_NUMBER = compiled(
    r"(?:第[\d一二三四五六七八九十百]{1,4}[条章]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|\d+(?:\.\d+)+"
    r"|(?:article|section|clause) \d+\.?)\s*",
    re.IGNORECASE,
)
_REST = {"zh": 2, "en": 10}  # characters of a title beside the words of the role (确认, 约定, the)
_TOPIC = {
    "zh": 4,
    "en": 12,
}  # shorter words for a debt (债务, 欠款) say what the clause is about, not which sum stands there
_NAMED = 52.0  # weaker words of a sentence do not name a figure


class Title(NamedTuple):
    """The cue in a title; ``names`` if the title is a name for a figure rather than a topic."""

    hit: Hit
    names: bool


def title_of(flow: Flow, found: Sequence[Hit], figure: Piece, figures: Sequence[Piece]) -> Title | None:
    """The title of the figure's paragraph, where it names one role and the figure is the only one there."""
    line = flow.line(figure.start)
    if sum(line.start <= other.start < line.end for other in figures) != 1 or "\t" in flow.text[line.start : line.end]:
        return None
    for head in (_inline(flow, line, figure), _above(flow, line, figures)):
        if head is not None and (title := _named(flow, found, head)):
            return title
    return None


def goes_before(flow: Flow, title: Title, said: Iterable[tuple[str, float]]) -> bool:
    """Whether a title goes before its sentence: where all that speaks there are words far off, or words for any sum
    (欠, 应付). ``said`` are the sentence's words and how strongly they speak."""
    return title.names and all(weight < _NAMED or general(flow.pack).fullmatch(words) for words, weight in said)


def _inline(flow: Flow, line: Piece, figure: Piece) -> Piece | None:
    """三、债务本金：经核对…: the words up to the first colon of a numbered paragraph."""
    number = _NUMBER.match(flow.text, line.start, line.end)
    match = _INLINE.match(flow.text, number.end(), line.end) if number else None
    return Piece(match.start(), match.end()) if match and match.end() < figure.start else None


def _above(flow: Flow, line: Piece, figures: Sequence[Piece]) -> Piece | None:
    """The line right above, if it is short, no sentence, and has no figure of its own."""
    if not line.start:
        return None
    head = flow.line(line.start - 1)
    if head.end - head.start > _LONGEST or _NO_TITLE.search(flow.text, head.start, head.end):
        return None
    if any(head.start <= other.start < head.end for other in figures):
        return None
    number = _NUMBER.match(flow.text, head.start, head.end)
    return Piece(number.end() if number else head.start, head.end)


def _named(flow: Flow, found: Sequence[Hit], head: Piece) -> Title | None:
    """The one role that the words of a title name: what is done (减免), else the last word, the head of the others."""
    words = flow.text[head.start : flow.line(head.end + 1).end]
    told = [h for h in found if head.start <= h.start and h.end <= head.end and _applies(h, words)]
    told = [h for h in told if not any(_inside(h, other) for other in told)]
    if not told:
        return None
    best = max(told, key=lambda h: (h.by.cue.where == "scope", h.end, h.by.cue.weight, _size(h)))
    beside = flow.text[head.start : best.start] + "\n" + flow.text[best.end : head.end]
    if _SEVERAL.search(beside) and len({h.by.cue.role for h in told}) > 1:
        return None
    rest = len(beside.strip(" \n：:"))
    topic = best.by.cue.role in ("total_debt", "due") and _size(best) < _TOPIC[flow.pack]
    return Title(best, rest <= _REST[flow.pack] and not topic)


def _applies(hit: Hit, words: str) -> bool:
    by = hit.by
    return not (by.then or (by.needs and not by.needs.search(words)) or (by.unless and by.unless.search(words)))


def _inside(hit: Hit, other: Hit) -> bool:
    """本金 in 尚欠本金."""
    return other.start <= hit.start and hit.end <= other.end and _size(other) > _size(hit)


def _size(hit: Hit) -> int:
    return hit.end - hit.start
