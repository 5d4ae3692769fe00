"""A second try with pdfplumber where PDFium refuses a file: in a process of its own, with limits on time and memory.

pdfplumber opens some broken files that PDFium does not, but others make it loop or grow without end.
"""

import json
import subprocess
import sys
from io import BytesIO
from typing import Any

from agreecheck.read.lines import GENERATED, Glyph, to_lines
from agreecheck.read.page import Drawing, PageContent

SECONDS = 20
MEMORY = 1 << 30  # bytes
MOST_PAGES = 200
_GAP = 0.2  # of the height: a wider step between two characters is a blank


def rescue(data: bytes) -> list[PageContent]:
    """The pages that pdfplumber can read; none if it fails, takes too long or finds no text."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", __name__], input=data, capture_output=True, timeout=SECONDS, check=True
        )
        pages = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return []
    contents = [_content(number, page) for number, page in enumerate(pages, 1)]
    return contents if any(content.lines for content in contents) else []


def _content(number: int, page: dict[str, Any]) -> PageContent:
    glyphs: list[Glyph | None] = []
    last: Glyph | None = None
    for char, x0, top, x1, bottom in page["chars"]:
        glyph = Glyph(" " if char.isspace() else char, x0, top, x1, bottom, bottom - 0.15 * (bottom - top))
        if last is not None:
            if abs(last.base - glyph.base) > 0.5 * (bottom - top) or x0 < last.x0:
                glyphs.append(None)
            elif x0 - last.x1 > _GAP * (bottom - top):
                glyphs.append(Glyph(GENERATED, last.x1, top, x0, bottom, glyph.base))
        glyphs.append(glyph)
        last = glyph
    lines = to_lines(glyphs, number)
    rules = tuple((r[0], r[1], r[2], r[3]) for r in page["rules"])
    return PageContent(
        number=number,
        width=page["width"],
        height=page["height"],
        lines=tuple(lines),
        drawing=Drawing(rules=rules),
        characters=len(page["chars"]),
    )


def _read(data: bytes) -> list[dict[str, Any]]:
    """What pdfplumber sees: upright characters in stream order, and rules."""
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    pages = []
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages[:MOST_PAGES]:
            # "upright" is true of a watermark at 45 degrees; the matrix tells.
            chars = [c for c in page.chars if abs(c["matrix"][1]) <= 0.05 * abs(c["matrix"][0])]
            pages.append(
                {
                    "width": float(page.width),
                    "height": float(page.height),
                    "chars": [
                        [c["text"][:1] or " ", *(float(c[k]) for k in ("x0", "top", "x1", "bottom"))] for c in chars
                    ],
                    "rules": [[float(e[k]) for k in ("x0", "top", "x1", "bottom")] for e in page.edges[:6000]],
                }
            )
    return pages


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):  # not on this system; time is still limited
        return


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))
