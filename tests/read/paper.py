"""Small writers of real files: Word packages from raw XML, PDFs from drawn lines. All names are invented."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from agreecheck.model.document import Document
from agreecheck.read import read_bytes

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FONTS = ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


def p(*runs: str, props: str = "") -> str:
    """A paragraph; plain strings become runs, strings that start with ``<`` are XML."""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def run(text: str, props: str = "") -> str:
    """A run with optional ``w:rPr`` content."""
    inside = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="1" w:author="办公室"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="2" w:author="办公室">{run(text)}</w:ins>'


def cell(*content: str, props: str = "") -> str:
    """A table cell; plain strings become paragraphs."""
    inner = "".join(c if c.startswith("<") else p(c) for c in content) or p()
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{inner}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table; plain strings become cells."""
    body = "".join("<w:tr>" + "".join(c if c.startswith("<w:tc") else cell(c) for c in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{body}</w:tbl>"


def word(
    body: str, *, parts: dict[str, str] | None = None, main: str = _MAIN, change: Callable[[str], str] = str
) -> bytes:
    """A Word package; ``parts`` are further parts by kind (numbering, styles, footnotes, comments, header, footer)."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts)
    )
    content = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, inner in parts.items():
        root = roots.get(kind, kind)
        content[f"word/{kind}.xml"] = f"<w:{root} {_NAMES}>{inner}</w:{root}>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, change(text))
    return file.getvalue()


def read_word(body: str, **kinds: object) -> Document:
    """The document of a Word package with this body."""
    return read_bytes(word(body, **kinds), "paper.docx")  # type: ignore[arg-type]


def read_text(text: str) -> Document:
    """The document of a text file."""
    return read_bytes(text.encode(), "paper.txt")


def pdf(*draw: Callable[..., None], size: tuple[float, float] = (595, 842), **options: object) -> bytes:
    """A PDF with one page for each function, called with the canvas; font ``zh`` is at 11 points."""
    from reportlab.pdfgen import canvas

    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=size, invariant=1, **options)
    for page in draw:
        sheet.setFont(font(), 11)
        page(sheet)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def font() -> str:
    """The name of a font with Chinese characters: an installed one, else the standard CID font."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    path = next((f for f in _FONTS if Path(f).exists()), None)
    if path is None:
        if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        return "STSong-Light"
    if "zh" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("zh", path, subfontIndex=0))
    return "zh"


def lines(*texts: str, left: float = 70, top: float = 90, step: float = 18) -> Callable[..., None]:
    """Draws each text on a line of its own, from the top down; the margins leave 41 characters of 11 points."""

    def draw(sheet: object) -> None:
        for i, text in enumerate(texts):
            sheet.drawString(left, 842 - top - i * step, text)  # type: ignore[attr-defined]

    return draw


def grid(sheet: object, rows: Sequence[Sequence[str]], xs: Sequence[float], top: float, high: float = 18) -> None:
    """Draws a ruled table; ``top`` counts from the top of the page."""
    for i in range(len(rows) + 1):
        y = 842 - top - i * high
        sheet.line(xs[0], y, xs[-1], y)  # type: ignore[attr-defined]
    for x in xs:
        sheet.line(x, 842 - top, x, 842 - top - len(rows) * high)  # type: ignore[attr-defined]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            sheet.drawString(xs[c] + 4, 842 - top - (r + 1) * high + 5, text)  # type: ignore[attr-defined]


def read_pdf(*draw: Callable[..., None], **options: object) -> Document:
    """The document of a PDF drawn page by page."""
    return read_bytes(pdf(*draw, **options), "paper.pdf")  # type: ignore[arg-type]


def blocks(document: Document, *kinds: str) -> list[str]:
    """Texts of the blocks of these kinds, of all but furniture if none is named."""
    return [document.quote(b.span) for b in document.blocks if (b.kind in kinds if kinds else b.kind != "furniture")]


def rows(document: Document, number: int = 0) -> list[list[str]]:
    """A table's cell texts row by row."""
    found: dict[int, list[str]] = {}
    for c in document.tables[number].cells:
        found.setdefault(c.row, []).append(document.quote(c.span))
    return [found[r] for r in sorted(found)]


def paths(document: Document) -> list[str]:
    """Paths of all clauses in order."""
    return [c.path for c in document.clauses]
