"""Print a paper as PDF, or as the picture of one. Fonts are embedded as subsets, so readers need none."""

import random
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from making.source import Block, Paper

# WenQuanYi Zen Hei: GPL with font embedding exception (Debian: fonts-wqy-zenhei). DejaVu: free (fonts-dejavu-core).
FONTS = {
    "zh": Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
    "en": Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"),
}
SCAN_DPI = 110


def _font(language: str) -> str:
    if not FONTS[language].exists():
        raise SystemExit(f"{FONTS[language]} is missing: install fonts-wqy-zenhei and fonts-dejavu-core")
    if language not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(language, str(FONTS[language]), subfontIndex=0))
    return language


def _styles(face: str) -> dict[str, ParagraphStyle]:
    wrap = "CJK" if face == "zh" else None
    base = ParagraphStyle("paragraph", fontName=face, fontSize=10.5, leading=17.5, wordWrap=wrap, spaceAfter=3)
    return {
        "paragraph": base,
        "title": ParagraphStyle("title", base, fontSize=16, leading=26, alignment=TA_CENTER, spaceAfter=9),
        "heading": ParagraphStyle("heading", base, fontSize=12, spaceBefore=7, spaceAfter=4, keepWithNext=True),
        "right": ParagraphStyle("right", base, alignment=TA_RIGHT),
        "small": ParagraphStyle("small", base, fontSize=8.5, leading=13),
        "first": base,
        "second": ParagraphStyle("second", base, leftIndent=16),
    }


def _table(block: Block, face: str) -> Table:
    table = Table([list(row) for row in block.rows], repeatRows=1)
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), face, 9),
            ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ]
    )
    return table


def pdf(paper: Paper) -> bytes:
    """The paper as a text PDF; the same bytes each time."""
    face = _font(paper.head.get("language", "zh"))
    styles, flow = _styles(face), []
    for block in paper.blocks:
        if block.kind == "break":
            flow.append(PageBreak())
        elif block.kind == "table":
            flow += [Spacer(1, 4), _table(block, face), Spacer(1, 6)]
        else:
            flow.append(Paragraph(escape(block.accepted), styles[block.kind]))
    total = paper.head.get("pages", "")

    def furniture(canvas: Any, doc: Any) -> None:
        canvas.setFont(face, 8)
        canvas.drawString(22 * mm, A4[1] - 12 * mm, paper.head.get("header", ""))
        canvas.drawCentredString(A4[0] / 2, 11 * mm, total.format(page=doc.page))

    out = BytesIO()
    margins = {f"{side}Margin": 22 * mm for side in ("left", "right", "top", "bottom")}
    SimpleDocTemplate(out, pagesize=A4, title=paper.name, author="agreecheck samples", invariant=1, **margins).build(
        flow, onFirstPage=furniture, onLaterPages=furniture
    )
    return out.getvalue()


def scan(paper: Paper) -> bytes:
    """A picture of the printed paper, a little askew and grey: no text in it."""
    import pypdfium2
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    tilt, out = random.Random(7), BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pypdfium2.PdfDocument(pdf(paper)):
        picture = page.render(scale=SCAN_DPI / 72).to_pil().convert("L")
        picture = picture.rotate(tilt.uniform(-0.7, 0.7), fillcolor=246, resample=Image.Resampling.BICUBIC)
        packed = BytesIO()
        picture.quantize(8).save(packed, "PNG", optimize=True)
        canvas.drawImage(ImageReader(packed), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
