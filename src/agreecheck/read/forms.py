"""Filled form fields and text typed onto a page: PDFium's text leaves them out, the paper shows them."""

import ctypes
from array import array
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from agreecheck.model.document import Note
from agreecheck.model.span import Box, Place
from agreecheck.read.page import Line, Rect
from agreecheck.read.view import View

MOST_ANNOTATIONS = 5000
_REMARKS = {
    pdfium.FPDF_ANNOT_TEXT: "comment",
    pdfium.FPDF_ANNOT_STRIKEOUT: "strike_out",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "comment",
    pdfium.FPDF_ANNOT_POPUP: "",
}
_HIDDEN = 0x2  # annotation flag


def read_annotations(page: Any, form: Any | None, view: View, number: int) -> tuple[list[Line], list[Note]]:
    """Values as lines where they stand on the page, and remarks as notes."""
    lines: list[Line] = []
    notes: list[Note] = []
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annot = pdfium.FPDFPage_GetAnnot(page, i)
        if not annot:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annot)
            rect = _rect(annot, view)
            text = _text(annot, form, kind)
            if rect is None or not text.strip() or pdfium.FPDFAnnot_GetFlags(annot) & _HIDDEN:
                continue
            place = Place(page=number, box=Box(x0=rect[0], top=rect[1], x1=rect[2], bottom=rect[3]))
            if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
                lines += _lines(text, rect, number)
                notes.append(Note(kind="form_field", place=place, values={"text": text.strip()}))
            elif _REMARKS.get(kind):
                notes.append(Note(kind=_REMARKS[kind], place=place, values={"text": text.strip()}))
        finally:
            pdfium.FPDFPage_CloseAnnot(annot)
    return lines, notes


def _rect(annot: Any, view: View) -> Rect | None:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annot, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return view.rect((left, bottom, right, top))


def _text(annot: Any, form: Any | None, kind: int) -> str:
    if kind != pdfium.FPDF_ANNOT_WIDGET:
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annot, b"Contents", buffer, size))
    if form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, annot)
    if field in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        return "☑" if pdfium.FPDFAnnot_IsChecked(form, annot) else "□"
    if field in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annot, buffer, size))
    return ""


def _string(get: Any) -> str:
    """A UTF-16 string that PDFium writes into a buffer."""
    size = get(None, 0)
    if not 2 < size < 1_000_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").replace("\x00", "")


def _lines(text: str, rect: Rect, page: int) -> Iterator[Line]:
    """The value spread over its field, a line of print for each of its lines."""
    rows = [row.strip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if row.strip()]
    x0, top, x1, bottom = rect
    high = (bottom - top) / len(rows)
    for i, row in enumerate(rows):
        shares = [0.55 if char.isascii() else 1.0 for char in row]
        em = min(0.75 * min(high, 20.0), (x1 - x0) / sum(shares))
        xs: array[float] = array("f")
        at = x0
        for share in shares:
            xs.extend((at, at + share * em))
            at += share * em
        lower = top + (i + 1) * high
        yield Line(text=row, xs=xs, top=lower - high, bottom=lower, base=lower - 0.25 * min(high, 16.0), page=page)
