"""Characters to lines: what stands at one height, with blanks as wide as their gaps."""

from array import array

import msgspec

from agreecheck.expressions import compiled
from agreecheck.read.page import Line

GENERATED = "\t"  # a blank that PDFium inferred from a gap
BLANKS = (" ", GENERATED)
_WIDE_BLANK = 1.4  # in em: from here on a blank is a gap of several characters
_AUTO_SPACE = 0.45  # in em: word processors set this much between Han and other characters
_MOST_BLANKS = 60
_NUMBERING = frozenset("0123456789.．")
_HAN = compiled(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]")


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """One character, its box and its baseline on the page."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float


def to_lines(glyphs: list[Glyph | None], page: int) -> list[Line]:
    """Runs of characters at one height; a jump up or down begins a new one even where PDFium saw none."""
    lines: list[Line] = []
    current: list[Glyph] = []
    last: Glyph | None = None
    broken = False
    for glyph in glyphs:
        if glyph is not None and glyph.char in BLANKS:
            if current and current[-1].char not in BLANKS:
                current.append(glyph)
            continue
        if glyph is None:
            broken = True
            continue
        if last is not None and (_jumps(last, glyph) or (broken and not _adjoins(last, glyph))):
            lines += _line(current, page)
            current = []
        broken, last = False, glyph
        current.append(glyph)
    return [*lines, *_line(current, page)]


def _adjoins(last: Glyph, glyph: Glyph) -> bool:
    """True where PDFium broke a line that goes on, as it does between fonts in narrow cells."""
    return -1.0 < glyph.x0 - last.x1 < 0.3 * (last.bottom - last.top) and abs(last.base - glyph.base) < 1.0


def _jumps(last: Glyph, glyph: Glyph) -> bool:
    high = max(min(last.bottom - last.top, glyph.bottom - glyph.top), min(last.x1 - last.x0, glyph.x1 - glyph.x0), 4.0)
    back = glyph.x0 < last.x0 - 6 * high  # jumps back to the left on the same height: another line of the stream
    return abs(last.base - glyph.base) > 0.7 * high or back


def _line(glyphs: list[Glyph], page: int) -> list[Line]:
    """At most one line; a wide blank becomes as many blanks as fit into it, a narrow one nobody typed is dropped."""
    while glyphs and glyphs[-1].char in BLANKS:
        glyphs.pop()
    if not glyphs:
        return []
    inked = [g for g in glyphs if g.char not in BLANKS]
    em, han = _em(inked)
    chars: list[str] = []
    xs: array[float] = array("f")
    for i, glyph in enumerate(glyphs):
        if glyph.char not in BLANKS:
            chars.append(glyph.char)
            xs.extend((glyph.x0, glyph.x1))
            continue
        before, after = glyphs[i - 1], glyphs[i + 1]
        left, right = before.x1, max(after.x0, before.x1)
        wide = (right - left) / em
        after_number = all(c in _NUMBERING for c in chars)  # the blank after 1.1 at a line's start separates
        if (
            glyph.char == GENERATED
            and not after_number
            and wide < _AUTO_SPACE
            and (_HAN.match(before.char) or _HAN.match(after.char))
        ):
            continue
        blanks = min(max(round(wide), 2), _MOST_BLANKS) if wide >= _WIDE_BLANK else 1
        step = (right - left) / blanks
        for k in range(blanks):
            chars.append("\u3000" if han and blanks > 1 else " ")
            xs.extend((left + k * step, left + (k + 1) * step))
    bases = sorted(g.base for g in inked)
    base = bases[len(bases) // 2]
    top = min(min(g.top for g in inked), base - 0.8 * em)
    bottom = max(max(g.bottom for g in inked), base + 0.1 * em)
    return [Line(text="".join(chars), xs=xs, top=top, bottom=bottom, base=base, page=page)]


def _em(glyphs: list[Glyph]) -> tuple[float, bool]:
    """The width of a full-width character and whether the line has any."""
    widths = sorted(g.x1 - g.x0 for g in glyphs if "\u3400" <= g.char <= "\u9fff")
    if widths:
        return max(widths[len(widths) // 2], 1.0), True
    heights = sorted(g.bottom - g.top for g in glyphs)
    return max(heights[-1] * 0.85, 1.0), False
