"""Write a paper as DOCX: numbering by Word's own lists, tracked changes as such; the same bytes each time."""

import datetime
import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from making.source import TRACKED, Block, Paper

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WHEN = datetime.datetime(2026, 1, 5, 9, 0, 0)
_FACE = "SimSun"
# Two levels of one list: what the first counts, and how both are written.
_LISTS = {
    "article": ("chineseCountingThousand", "第%1条", "chineseCountingThousand", "（%2）"),
    "comma": ("chineseCounting", "%1、", "decimal", "%2．"),
}


def _add_list(document: Document, style: str) -> None:
    first, first_text, second, second_text = _LISTS[style]
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="{suff}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, fmt, suff, text in ((0, first, "space", first_text), (1, second, "nothing", second_text))
    )
    abstract = parse_xml(
        f'<w:abstractNum xmlns:w="{_WORD}" w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num xmlns:w="{_WORD}" w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr xmlns:w="{_WORD}"><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def _run(paragraph: Paragraph, text: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FACE)


def _track(paragraph: Paragraph, sign: str, text: str, size: float, ident: int) -> None:
    """One tracked insertion (+) or deletion (-) around a run."""
    _run(paragraph, text, size)
    run = paragraph.runs[-1]._r
    change = OxmlElement("w:ins" if sign == "+" else "w:del")
    for key, value in (("id", str(ident)), ("author", "审阅人"), ("date", _WHEN.isoformat() + "Z")):
        change.set(qn(f"w:{key}"), value)
    run.addprevious(change)
    change.append(run)
    if sign == "-":
        for node in run.findall(qn("w:t")):
            node.tag = qn("w:delText")


def _write(paragraph: Paragraph, block: Block, size: float, first_ident: int) -> None:
    parts = TRACKED.split(block.text)
    _run(paragraph, parts[0], size)
    for at in range(1, len(parts), 3):
        _track(paragraph, parts[at], parts[at + 1], size, first_ident + at)
        if parts[at + 2]:
            _run(paragraph, parts[at + 2], size)


def _table(document: Document, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            _run(cell.paragraphs[0], text, 10)


def _still(data: bytes) -> bytes:
    """The same package with fixed times in its ZIP entries."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, (2026, 1, 5, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(entry.filename))
    return out.getvalue()


def docx_file(paper: Paper) -> bytes:
    """The paper as a Word document."""
    document = docx.Document()
    core = document.core_properties
    core.created = core.modified = _WHEN
    core.author, core.title, core.comments = "agreecheck samples", paper.name, ""
    _add_list(document, paper.head.get("list", "article"))
    for ident, block in enumerate(paper.blocks):
        if block.kind == "table":
            _table(document, block)
        elif block.kind == "break":
            document.add_page_break()
        else:
            paragraph = document.add_paragraph()
            if block.kind in ("first", "second"):
                _number(paragraph, 0 if block.kind == "first" else 1)
            if block.kind in ("title", "right"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if block.kind == "title" else WD_ALIGN_PARAGRAPH.RIGHT
            _write(paragraph, block, {"title": 16.0, "heading": 12.0, "small": 9.0}.get(block.kind, 10.5), 1000 * ident)
    out = BytesIO()
    document.save(out)
    return _still(out.getvalue())
