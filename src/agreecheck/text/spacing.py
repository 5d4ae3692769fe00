"""Spaces that typesetting puts between digits and Chinese (于 2026 年 3 月) and line ends inside a fact, taken out with
the way back."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from agreecheck.expressions import compiled
from agreecheck.model.span import Span
from agreecheck.text.wrapping import breaks

# A wider gap may be a column or a blank to fill in; digits are only divided from digits by what they mean.
_LOOSE = compiled(r" (?:(?<=[\u4e00-\u9fff].) {0,2}(?=\d)|(?<=\d.) {0,2}(?=[\u4e00-\u9fff]))")
# 2.2 月利率为0.9%: the number of a clause and what it is about
_NUMBERED = compiled(r"^[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}( +)(?=[年月日](?:平?[利费]率|化|息|平息|综合))", re.MULTILINE)
# ￥ 3 , 000.00 元: spaces that recognition of characters puts into an amount
_AMOUNT = compiled(
    r"\d(?<![\d,.]\d)(?=[\d ,])\d{0,2}(?: {0,2}, {0,2}\d{3}(?!\d))++(?: ?\. ?\d{1,2}(?!\d))?(?= {0,2}[万亿]?元)"
)
_SPACE = compiled(" +")


class Compact:
    """A text without loose spaces; ``original`` turns a span of it into one of the text it came from."""

    __slots__ = ("_removed", "_starts", "text")

    def __init__(self, text: str) -> None:
        kept = {match.span(1) for match in _NUMBERED.finditer(text)}
        loose = (match.span() for match in _LOOSE.finditer(text))
        gaps = _apart([*(gap for gap in loose if gap not in kept), *_in_amounts(text), *breaks(text)])
        self._removed = list(accumulate(end - start for start, end in gaps))
        self._starts = [start - removed for (start, _), removed in zip(gaps, [0, *self._removed], strict=False)]
        self.text = _without(text, gaps) if gaps else text

    def original(self, span: Span) -> Span:
        """The span of the text given, from the first character to the last."""
        return Span(self._at(span.start), self._at(span.end - 1) + 1) if self._starts else span

    def _at(self, offset: int) -> int:
        before = bisect_right(self._starts, offset)
        return offset + (self._removed[before - 1] if before else 0)


def _in_amounts(text: str) -> Iterator[tuple[int, int]]:
    for match in _AMOUNT.finditer(text):
        yield from (space.span() for space in _SPACE.finditer(text, *match.span()))


def _apart(gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The gaps in order, those that touch as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(gaps):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _without(text: str, gaps: list[tuple[int, int]]) -> str:
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
