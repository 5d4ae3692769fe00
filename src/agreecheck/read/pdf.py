"""PDF files: text and boxes through PDFium, page by page."""

from typing import Any

from agreecheck.errors import ReadError
from agreecheck.model.document import Note
from agreecheck.model.span import Place
from agreecheck.read.body import flow_of
from agreecheck.read.coverage import page_coverage
from agreecheck.read.flow import Hole, Item, PageStart
from agreecheck.read.page import PageContent

MOST_PAGES = 2000


def read_pdf(data: bytes, name: str) -> tuple[list[Item], float]:
    """The flow of a PDF and the share of its content that could be read. Raises ReadError."""
    pages, count, extras = _read(data, name)
    shares = {p.number: page_coverage(p) for p in pages}
    flow: list[Item] = [*extras]
    for item in flow_of(pages):
        if isinstance(item, PageStart):
            share, holes = shares[item.number]
            flow.append(PageStart(number=item.number, width=item.width, height=item.height, coverage=share))
            flow += holes
            flow += [note for page in pages if page.number == item.number for note in page.notes]
        else:
            flow.append(item)
    if count > len(pages):
        flow.append(Hole(place=Place(page=len(pages) + 1), reason="limit", share=1 - len(pages) / count))
    weights = [(share, 0.0 if holes and holes[0].reason == "empty" else 1.0) for share, holes in shares.values()]
    total = sum(w for _, w in weights)
    read = sum(s * w for s, w in weights) / total if total else 0.0
    return flow, read * len(pages) / max(count, 1)


def _read(data: bytes, name: str) -> tuple[list[PageContent], int, list[Note]]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        refusal = _refusal(error, name)
        if refusal.code == "damaged":
            from agreecheck.read.rescue import rescue

            rescued = rescue(data)
            if rescued:
                return rescued, len(rescued), []
        raise refusal from error
    try:
        form = pdf.formenv.raw if pdf.init_forms() else None
        count = len(pdf)
        if not count:
            raise ReadError(
                "the PDF has no pages.", where=name, todo="Get the file once more from where it came.", code="no_pages"
            )
        return [_page(pdf, form, number) for number in range(1, min(count, MOST_PAGES) + 1)], count, _extras(pdf)
    finally:
        pdf.close()


def _refusal(error: Exception, name: str) -> ReadError:
    if "password" in str(error).lower():
        return ReadError(
            "the PDF is locked with a password.",
            where=name,
            todo="Open it, save it without the password, and try again.",
            code="encrypted",
        )
    advice = "Get the file once more from where it came."
    return ReadError("the PDF is damaged and cannot be opened.", where=name, todo=advice, code="damaged")


def _page(pdf: Any, form: Any | None, number: int) -> PageContent:
    import pypdfium2

    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return _failed(number)
    try:
        return _content(page, form, number)
    except pypdfium2.PdfiumError:
        return _failed(number)
    finally:
        page.close()


def _failed(number: int) -> PageContent:
    from agreecheck.read.page import Drawing

    return PageContent(number=number, width=595.0, height=842.0, lines=(), drawing=Drawing(), failed=True)


def _content(page: Any, form: Any | None, number: int) -> PageContent:
    from agreecheck.read.drawing import read_drawing
    from agreecheck.read.forms import read_annotations
    from agreecheck.read.glyphs import read_glyphs
    from agreecheck.read.view import view_of

    view = view_of(page.raw)
    drawing = read_drawing(page.raw, view)
    ocr = drawing.texts > 0 and drawing.unseen == drawing.texts and bool(drawing.images)
    textpage = page.get_textpage()
    glyphs = read_glyphs(textpage.raw, view, number, {} if ocr else drawing.hidden)
    textpage.close()
    typed, remarks = read_annotations(page.raw, form, view, number)
    place = Place(page=number)
    notes = [
        Note(kind="hidden_text", place=place, values={"text": t, "reason": r}) for r, t in sorted(glyphs.hidden.items())
    ]
    notes += remarks
    if glyphs.turned:
        notes.append(Note(kind="watermark", place=place, values={"text": " ".join(dict.fromkeys(glyphs.turned))}))
    if ocr:
        notes.append(Note(kind="ocr_layer", place=place))
    return PageContent(
        number=number,
        width=view.width,
        height=view.height,
        lines=(*glyphs.lines, *typed),
        drawing=drawing,
        notes=tuple(notes),
        unmapped=glyphs.unmapped,
        characters=glyphs.total,
    )


def _extras(pdf: Any) -> list[Note]:
    """What the file carries besides its pages; presence only."""
    import pypdfium2.raw as pdfium

    counted = {
        "signature": pdfium.FPDF_GetSignatureCount(pdf.raw),
        "attachment": pdfium.FPDFDoc_GetAttachmentCount(pdf.raw),
        "javascript": pdfium.FPDFDoc_GetJavaScriptActionCount(pdf.raw),
    }
    return [Note(kind=kind, values={"count": str(count)}) for kind, count in counted.items() if count > 0]
