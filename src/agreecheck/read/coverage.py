"""How much of a page could be read as text, and what could not."""

from agreecheck.model.span import Place
from agreecheck.read.flow import Hole
from agreecheck.read.page import PageContent

_SMALL = 0.12  # of the page: logos, seals and codes below this carry no text of the agreement
_BACKGROUND = 0.18  # of the page covered by lines: a picture behind that much text is its background
_LEADING = 1.5
_OUTLINES = 150  # paths on a page without text: its letters were turned into shapes


def page_coverage(page: PageContent) -> tuple[float, list[Hole]]:
    """The share read, 0 to 1, and the holes of the page."""
    place = Place(page=page.number)
    if page.failed:
        return 0.0, [Hole(place=place, reason="error")]
    area = max(page.width * page.height, 1.0)
    text = sum((ln.x1 - ln.x0) * (ln.bottom - ln.top) for ln in page.lines) * _LEADING / area
    picture = min(1.0, sum(_clip(r, page) for r in page.drawing.images) / area)
    if not page.lines:
        if picture > 0.02 or page.drawing.paths > _OUTLINES:
            return 0.0, [Hole(place=place, reason="image")]
        if page.characters:
            return 0.0, [Hole(place=place, reason="invisible")]
        return 1.0, [Hole(place=place, reason="empty", share=0.0)]
    holes = []
    coverage = 1.0
    if page.unmapped:
        lost = page.unmapped / max(page.characters, 1)
        coverage = 1 - lost
        holes.append(Hole(place=place, reason="glyphs", share=lost))
    if picture >= _SMALL and text < _BACKGROUND:
        read = min(1.0, text / _BACKGROUND) if picture > 0.5 else text / (text + picture)
        coverage *= read
        holes.append(Hole(place=place, reason="image", share=1 - read))
    return coverage, holes


def _clip(rect: tuple[float, float, float, float], page: PageContent) -> float:
    x0, top, x1, bottom = rect
    return max(0.0, min(x1, page.width) - max(x0, 0.0)) * max(0.0, min(bottom, page.height) - max(top, 0.0))
