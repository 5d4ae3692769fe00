"""From PDF user space to the page as a viewer shows it: origin top left, /Rotate and the crop box applied."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from agreecheck.model.base import Frozen
from agreecheck.read.page import Rect


class View(Frozen):
    """The crop box in user space and the quarter turns of the page."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def rect(self, bounds: tuple[float, float, float, float]) -> Rect:
        """Left, bottom, right, top in user space as a rectangle of the page."""
        left, bottom, right, top = bounds
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turns == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def view_of(page: Any) -> View:
    """The view of a PDFium page; its crop box, else its media box, else A4."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for get in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if get(page, left, bottom, right, top) and right.value - left.value > 1 and top.value - bottom.value > 1:
            break
    else:
        left.value, bottom.value, right.value, top.value = 0, 0, 595, 842
    return View(
        left=left.value,
        bottom=bottom.value,
        right=right.value,
        top=top.value,
        turns=pdfium.FPDFPage_GetRotation(page) % 4,
    )
