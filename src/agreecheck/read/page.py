"""What one page of a PDF holds, in points from its top left corner as a viewer shows it."""

from array import array
from functools import cached_property

import msgspec

from agreecheck.expressions import compiled
from agreecheck.model.document import Note
from agreecheck.model.span import Box, Place

Rect = tuple[float, float, float, float]  # x0, top, x1, bottom
_BLANKS = compiled(r"\s+")


class Line(msgspec.Struct, frozen=True, dict=True):
    """One line of text. ``xs`` holds left and right edge of each character, blanks included."""

    text: str
    xs: "array[float]"
    top: float
    bottom: float
    base: float
    page: int

    @cached_property
    def x0(self) -> float:
        return self.xs[0]

    @cached_property
    def x1(self) -> float:
        return self.xs[-1]

    @cached_property
    def em(self) -> float:
        """The width of a full-width character: the upper quartile of Han characters, else a share of the height.

        Some files give the ink of a character only, so that 日 is narrower than its square.
        """
        widths = sorted(
            self.xs[2 * i + 1] - self.xs[2 * i] for i, c in enumerate(self.text) if "\u3400" <= c <= "\u9fff"
        )
        return max(widths[len(widths) * 3 // 4], 1.0) if widths else max(1.0, (self.bottom - self.top) * 0.85)

    @cached_property
    def han(self) -> int:
        """How many Han characters stand in the line."""
        return sum("\u3400" <= c <= "\u9fff" for c in self.text)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def part(self, start: int, end: int) -> "Line":
        """Characters [start, end) as a line of their own."""
        return Line(
            text=self.text[start:end],
            xs=self.xs[2 * start : 2 * end],
            top=self.top,
            bottom=self.bottom,
            base=self.base,
            page=self.page,
        )

    def cuts(self, gap: float) -> list[tuple[int, int]]:
        """Stretches [start, end) of words between blanks of at least ``gap`` em."""
        found: list[tuple[int, int]] = []
        start = 0
        for match in _BLANKS.finditer(self.text):
            if self.xs[2 * match.end() - 1] - self.xs[2 * match.start()] >= gap * self.em:
                found.append((start, match.start()))
                start = match.end()
        return [*found, (start, len(self.text))]

    def place(self, start: int, end: int) -> Place:
        """Page and box of characters [start, end)."""
        box = Box(x0=self.xs[2 * start], top=self.top, x1=self.xs[2 * end - 1], bottom=self.bottom)
        return Place(page=self.page, box=box)


class Drawing(msgspec.Struct, frozen=True):
    """What is drawn on a page besides text: thin rules, sides of boxes, pictures; ``paths`` counts all shapes."""

    rules: tuple[Rect, ...] = ()
    images: tuple[Rect, ...] = ()
    paths: int = 0
    hidden: dict[int, str] = {}  # address of a text object: why nobody sees it
    texts: int = 0
    unseen: int = 0  # text objects drawn in invisible mode


class PageContent(msgspec.Struct, frozen=True):
    """All that was read from one page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    drawing: Drawing
    notes: tuple[Note, ...] = ()
    unmapped: int = 0
    characters: int = 0
    failed: bool = False  # PDFium could not load it
