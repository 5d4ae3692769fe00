"""Places: in the document's text, and on the paper."""

import msgspec

from agreecheck.model.base import Frozen


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open range ``[start, end)`` of code points in one text."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def __len__(self) -> int:
        return self.end - self.start


class Box(Frozen):
    """A rectangle on a page in points, origin at the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


class Place(Frozen):
    """Where a piece of text stands in the file.

    ``page`` counts from 1 (None where the format has no pages); ``part`` is body, header, footer,
    footnote, endnote, textbox, comment; ``path`` is the paragraph and run in a DOCX.
    """

    page: int | None = None
    box: Box | None = None
    part: str = "body"
    path: tuple[int, ...] = ()
