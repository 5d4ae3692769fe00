"""Running headers, footers, page numbers and upright watermarks: what repeats from page to page."""

import re
from collections import defaultdict

from agreecheck.read.page import Line, PageContent

_NUMBER = re.compile(
    r"\s*(?:[-—–~·•]?\s*\d{1,4}\s*[-—–~·•]?|第\s*\d{1,4}\s*[页頁](?:\s*[,，/、|]?\s*[（(]?\s*共\s*\d{1,4}\s*[页頁]\s*[）)]?)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|共\s*\d{1,4}\s*[页頁]\s*[,，/]?\s*第\s*\d{1,4}\s*[页頁])\s*"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.13  # of the page's height: headers and footers stand here
_MARGIN = 0.045  # of the page's height: small print this close to the edge of the paper is no text of the agreement
_NEAR = 3.0  # points


def find_furniture(pages: list[PageContent]) -> set[tuple[int, int]]:
    """(page number, index of line) of what is no part of the agreement's own text."""
    found = {
        (page.number, i)
        for page in pages
        for i, line in enumerate(page.lines)
        if _in_edge(line, page, _EDGE * 0.8) and _NUMBER.fullmatch(line.text) and _alone(line, page)
    }
    usual = sorted(line.em for page in pages for line in page.lines)
    small = 0.93 * usual[len(usual) // 2] if usual else 0.0
    found |= {
        (page.number, i)
        for page in pages
        for i, line in enumerate(page.lines)
        if _in_edge(line, page, _MARGIN) and line.em < small
    }
    repeated: dict[tuple[str, int], list[tuple[int, int, Line]]] = defaultdict(list)
    for page in pages:
        for i, line in enumerate(page.lines):
            if (page.number, i) not in found:
                edge = _in_edge(line, page, _EDGE)
                key = _DIGITS.sub("#", line.text) if edge else line.text
                repeated[key, 1 if edge else 0].append((page.number, i, line))
    for (_, kind), hits in repeated.items():
        edge = kind == 1
        groups = _same_height(hits)
        for group in groups:
            on = {number for number, _, _ in group}
            if len(on) >= (2 if edge else max(3, 0.6 * len(pages))) and (edge or _same_left(group)):
                found |= {(number, i) for number, i, _ in group}
    return found


def _alone(line: Line, page: PageContent) -> bool:
    """True if nothing else stands on the same height, as it does in the row of a table."""
    return sum(abs(other.base - line.base) < _NEAR for other in page.lines) == 1


def _in_edge(line: Line, page: PageContent, share: float) -> bool:
    return line.bottom < share * page.height or line.top > (1 - share) * page.height


def _same_height(hits: list[tuple[int, int, Line]]) -> list[list[tuple[int, int, Line]]]:
    groups: list[list[tuple[int, int, Line]]] = []
    for hit in sorted(hits, key=lambda h: h[2].base):
        if groups and hit[2].base - groups[-1][-1][2].base <= _NEAR:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _same_left(hits: list[tuple[int, int, Line]]) -> bool:
    return max(h[2].x0 for h in hits) - min(h[2].x0 for h in hits) <= _NEAR
