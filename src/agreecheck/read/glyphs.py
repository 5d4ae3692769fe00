"""Characters with boxes through PDFium, put into lines; turned and hidden ones are set apart."""

import ctypes
import math
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from agreecheck.read.lines import BLANKS, GENERATED, Glyph, to_lines
from agreecheck.read.page import Line
from agreecheck.read.symbols import symbol
from agreecheck.read.view import View

UNREADABLE = "\ufffd"
_TURN = 0.06  # radians; a scan set a little askew still reads as upright


class Glyphs(msgspec.Struct):
    """A page's characters: lines to read, words that stand askew, words nobody sees by reason."""

    lines: list[Line]
    turned: list[str]
    hidden: dict[str, str]
    unmapped: int
    total: int


def read_glyphs(textpage: Any, view: View, page: int, hidden: dict[int, str]) -> Glyphs:
    """All characters of a page in the order of its content stream."""
    count = pdfium.FPDFText_CountChars(textpage)
    found: list[Glyph | None] = []  # None breaks the line
    angles: list[float] = []
    away: dict[str, list[str]] = {}
    unmapped = total = 0
    rect = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    width, height = view.width, view.height
    get_code, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    get_angle, get_origin = pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_GetCharOrigin
    for i in range(count):
        code = get_code(textpage, i)
        if code in (10, 13):
            found.append(None)
            angles.append(0.0)
            continue
        char = _char(code)
        if char is None:
            continue
        get_box(textpage, i, rect)
        x0, top, x1, bottom = view.rect((rect.left, rect.bottom, rect.right, rect.top))
        blank = char == " "
        if blank and pdfium.FPDFText_IsGenerated(textpage, i) == 1:
            char = GENERATED
        if not blank:
            total += 1
            if char == UNREADABLE:
                unmapped += 1
            reason = hidden.get(_address(textpage, i), "") if hidden else ""
            if not reason and not (-1 <= (x0 + x1) / 2 <= width + 1 and -1 <= (top + bottom) / 2 <= height + 1):
                reason = "off_page"
            if reason:
                away.setdefault(reason, []).append(char)
                continue
        get_origin(textpage, i, x, y)
        base = view.rect((x.value, y.value, x.value, y.value))[1]
        found.append(Glyph(char, x0, top, x1, bottom, base))
        angles.append(get_angle(textpage, i) if not blank else 0.0)
    straight, turned = _upright(found, angles, view.turns)
    return Glyphs(
        lines=to_lines(straight, page),
        turned=turned,
        hidden={k: "".join(v) for k, v in away.items()},
        unmapped=unmapped,
        total=total,
    )


def _address(textpage: Any, i: int) -> int:
    obj = pdfium.FPDFText_GetTextObject(textpage, i)
    return ctypes.addressof(obj.contents) if obj else 0


def _char(code: int) -> str | None:
    """The character of a code point; private ones by what their fonts show; None for what prints nothing."""
    if code in (0x2, 0xAD):  # PDFium's mark for a hyphen at a line's end
        return "-"
    if 0xE000 <= code <= 0xF8FF:
        return symbol(code) or UNREADABLE
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or 0xFFFE <= code <= 0xFFFF:
        return UNREADABLE
    if (code < 32 and code != 9) or 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or code == 0xFEFF:
        return None
    return " " if code in (9, 0xA0) else chr(code)


def _upright(glyphs: list[Glyph | None], angles: list[float], turns: int) -> tuple[list[Glyph | None], list[str]]:
    """Characters in the main direction of the page, and the words of the others (watermarks, seals)."""
    want = (math.tau - turns * math.pi / 2) % math.tau if turns else 0.0
    straight: list[Glyph | None] = []
    words: list[list[str]] = [[]]
    for glyph, angle in zip(glyphs, angles, strict=True):
        if glyph is None:
            straight.append(None)
            words.append([])
        elif glyph.char in BLANKS or _near(angle, want) or (turns and _near(angle, -want)):
            straight.append(glyph)
        else:
            words[-1].append(glyph.char)
    return straight, ["".join(w) for w in words if w]


def _near(angle: float, want: float) -> bool:
    apart = abs(angle - want) % math.tau
    return min(apart, math.tau - apart) < _TURN
