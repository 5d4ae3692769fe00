"""Running headers, footers, page numbers and upright watermarks: what repeats from page to page."""

from collections import defaultdict
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.read.aligned import heads_table
from agreecheck.read.page import Line, PageContent, Rect

_NUMBER = compiled(
    r"\s*(?:[-—–~·•]?\s*\d{1,4}\s*[-—–~·•]?|第\s*\d{1,4}\s*[页頁](?:\s*[,，/、|]?\s*[（(]?\s*共\s*\d{1,4}\s*[页頁]\s*[）)]?)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|共\s*\d{1,4}\s*[页頁]\s*[,，/]?\s*第\s*\d{1,4}\s*[页頁])\s*"
)
_DIGITS = compiled(r"\d+")
_EDGE = 0.13  # of the page's height: headers and footers stand here
_MARGIN = 0.045  # of the page's height: small print this close to the edge of the paper is no text of the agreement
_NEAR = 3.0  # points


class _Hit(NamedTuple):
    """A line that may be furniture, and where it stands."""

    page: PageContent
    number: int  # of the line on its page
    line: Line


def find_furniture(pages: list[PageContent], tables: dict[int, list[Rect]]) -> set[tuple[int, int]]:
    """(page number, index of line) of what is no part of the agreement's own text; rows of tables never are."""
    hits = [
        _Hit(page, i, line)
        for page in pages
        for i, line in enumerate(page.lines)
        if not _in_table(line, tables.get(page.number, [])) and not heads_table(line)
    ]
    usual = sorted(hit.line.em for hit in hits)
    small = 0.93 * usual[len(usual) // 2] if usual else 0.0
    found = {(h.page.number, h.number) for h in hits if _is_number(h) or (_in_edge(h, _MARGIN) and h.line.em < small)}
    repeated: dict[tuple[str, bool], list[_Hit]] = defaultdict(list)
    for hit in hits:
        if (hit.page.number, hit.number) not in found:
            edge = _in_edge(hit, _EDGE)
            repeated[_DIGITS.sub("#", hit.line.text) if edge else hit.line.text, edge].append(hit)
    for (_, edge), same in repeated.items():
        for group in _same_height(same):
            on = {hit.page.number for hit in group}
            # In the middle of the page only what stands on most pages at the very same place is a watermark.
            if len(on) >= 2 if edge else len(on) >= max(3, 0.6 * len(pages)) and _same_left(group):
                found |= {(hit.page.number, hit.number) for hit in group}
    return found


def _in_table(line: Line, tables: list[Rect]) -> bool:
    return any(t[1] <= line.middle <= t[3] and line.x0 > t[0] - 2 and line.x1 < t[2] + 2 for t in tables)


def _is_number(hit: _Hit) -> bool:
    """A page number with nothing else on its height, as it would have in the row of a table."""
    if not _in_edge(hit, _EDGE * 0.8) or not _NUMBER.fullmatch(hit.line.text):
        return False
    return sum(abs(other.base - hit.line.base) < _NEAR for other in hit.page.lines) == 1


def _in_edge(hit: _Hit, share: float) -> bool:
    return hit.line.bottom < share * hit.page.height or hit.line.top > (1 - share) * hit.page.height


def _same_height(hits: list[_Hit]) -> list[list[_Hit]]:
    groups: list[list[_Hit]] = []
    for hit in sorted(hits, key=lambda h: h.line.base):
        if groups and hit.line.base - groups[-1][-1].line.base <= _NEAR:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _same_left(hits: list[_Hit]) -> bool:
    return max(h.line.x0 for h in hits) - min(h.line.x0 for h in hits) <= _NEAR
