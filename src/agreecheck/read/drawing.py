"""Rules, pictures and hidden text objects of a PDF page, through PDFium."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from agreecheck.read.page import Drawing, Rect
from agreecheck.read.view import View

MOST_OBJECTS = 60_000
THIN = 3.0  # points; a filled box this thin is a rule
SMALLEST = 2.0  # points; nobody reads smaller letters
MOST_COVERS = 50  # white areas that are looked under
_WHITE = 250
_DEPTH = 4


def read_drawing(page: Any, view: View) -> Drawing:
    """Everything on the page but its letters."""
    rules: list[Rect] = []
    images: list[Rect] = []
    grounds: list[Rect] = []  # filled areas so far, that make white letters visible
    texts: list[Any] = []
    covers: list[tuple[int, Rect]] = []  # white areas, and how many texts they may cover
    hidden: dict[int, str] = {}
    paths = unseen = 0
    for kind, obj in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(obj)
            reason = _hidden(obj, view, grounds)
            if reason:
                hidden[_address(obj)] = reason
                unseen += reason == "invisible"
            continue
        box = view.rect(_bounds(obj))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(box)
            grounds.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            colour = _fill(obj)
            if colour is not None and min(colour) >= _WHITE:
                covers.append((len(texts), box))
            elif colour is not None:
                grounds.append(box)
            if _stroked(obj) or (colour is not None and min(colour) < _WHITE):
                rules += _sides(box)
    for count, cover in covers[-MOST_COVERS:]:
        if count and cover[2] - cover[0] > THIN and cover[3] - cover[1] > THIN:
            hidden |= {_address(obj): "covered" for obj in texts[:count] if _lies_in(view.rect(_bounds(obj)), cover)}
    return Drawing(
        rules=tuple(rules), images=tuple(images), paths=paths, hidden=hidden, texts=len(texts), unseen=unseen
    )


def _address(obj: Any) -> int:
    return ctypes.addressof(obj.contents)


def _lies_in(box: Rect, cover: Rect) -> bool:
    return box[0] >= cover[0] - 1 and box[1] >= cover[1] - 1 and box[2] <= cover[2] + 1 and box[3] <= cover[3] + 1


def _objects(page: Any) -> Iterator[tuple[int, Any]]:
    """Objects in paint order, those inside forms included."""
    budget = MOST_OBJECTS
    stack = [(pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, page, 0)]
    while stack:
        count, get, owner, at = stack.pop()
        for i in range(at, count):
            budget -= 1
            if budget < 0:
                return
            obj = get(owner, i)
            if not obj:
                continue
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < _DEPTH:
                # Bounds of nested objects are in the form's own space; only untransformed forms are looked into.
                if _plain(obj):
                    stack.append((count, get, owner, i + 1))
                    stack.append((pdfium.FPDFFormObj_CountObjects(obj), pdfium.FPDFFormObj_GetObject, obj, 0))
                    break
                continue
            yield kind, obj


def _plain(obj: Any) -> bool:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, matrix):
        return False
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f) == (1, 0, 0, 1, 0, 0)


def _bounds(obj: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _fill(obj: Any) -> tuple[int, int, int] | None:
    """The fill colour of a path that is filled, else None."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(obj, mode, stroke) or not mode.value:
        return None
    return _colour(obj)


def _colour(obj: Any) -> tuple[int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(obj, red, green, blue, alpha) or not alpha.value:
        return None
    return red.value, green.value, blue.value


def _stroked(obj: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(obj, mode, stroke) and stroke.value)


def _sides(box: Rect) -> list[Rect]:
    """A thin shape is one rule; a box has four."""
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    if wide <= THIN or high <= THIN:
        return [box] if max(wide, high) > THIN else []
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _hidden(obj: Any, view: View, grounds: list[Rect]) -> str:
    """Why a text object cannot be seen: invisible, white, tiny; empty if it can."""
    if pdfium.FPDFTextObj_GetTextRenderMode(obj) in (
        pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        pdfium.FPDF_TEXTRENDERMODE_CLIP,
    ):
        return "invisible"
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    if pdfium.FPDFTextObj_GetFontSize(obj, size) and pdfium.FPDFPageObj_GetMatrix(obj, matrix):
        high = size.value * (matrix.c**2 + matrix.d**2) ** 0.5
        if 0 < high < SMALLEST:
            return "tiny"
    if pdfium.FPDFTextObj_GetTextRenderMode(obj) == pdfium.FPDF_TEXTRENDERMODE_FILL:
        colour = _colour(obj)
        if colour is None:
            return "transparent"
        if min(colour) >= _WHITE:
            box = view.rect(_bounds(obj))
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if not any(g[0] <= middle[0] <= g[2] and g[1] <= middle[1] <= g[3] for g in grounds):
                return "white"
    return ""
