"""What the paper is, and how much of it could be read."""

from typing import cast

from agreecheck.messages import Messages
from agreecheck.model.document import Document, Gap, Note
from agreecheck.model.fact import CreditorKind, DocumentType
from agreecheck.report.context import Context
from agreecheck.report.plain import flow
from agreecheck.report.shape.paper import DocumentRow, GapRow, NoteRow

ALMOST_ALL, ALMOST_NOTHING = 0.95, 0.10
_NOTED = 80  # characters of a note that are shown
_ALWAYS_A_LOSS, _LOSS_IF_LARGE, _LARGE = {"encrypted", "error", "limit"}, {"image", "glyphs"}, 0.5


def read_in_full(document: Document) -> bool:
    """Whether nothing that matters can have been lost: a logo or a blank page is no loss, a picture of a page is."""
    return document.coverage >= ALMOST_ALL and bool(document.text.strip()) and not any(map(_loss, document.gaps))


def almost_unread(document: Document) -> bool:
    """Whether there is next to no text to judge."""
    return document.coverage < ALMOST_NOTHING or not document.text.strip()


def _loss(gap: Gap) -> bool:
    return gap.reason in _ALWAYS_A_LOSS or (gap.reason in _LOSS_IF_LARGE and gap.share >= _LARGE)


def paper(context: Context) -> DocumentRow:
    """The document's own line of the report."""
    document, facts, say = context.report.document, context.report.facts, context.messages
    return DocumentRow(
        type=cast(DocumentType, facts.type.value),
        type_name=type_name(say, facts.type.value, facts.type.detail),
        type_detail=facts.type.detail,
        title=flow(context.places.words(facts.title)),
        pages=len(document.pages) or None,
        coverage=round(document.coverage, 4),
        read_in_full=read_in_full(document),
        language=document.language,
        creditor_kind=cast(CreditorKind, facts.creditor_kind.value),
        type_evidence=context.places.bare(facts.type.evidence),
        creditor_kind_evidence=context.places.bare(facts.creditor_kind.evidence),
        gaps=tuple(_gap(context, gap) for gap in document.gaps),
        notes=_notes(context),
    )


def type_name(say: Messages, type: str, detail: str) -> str:
    """What a paper of this type is called."""
    return say.get(f"paper_kind.{detail}") or say.name("type", type)


def _gap(context: Context, gap: Gap) -> GapRow:
    say = context.messages
    page = say("report.page", page=gap.place.page) if gap.place.page else ""
    text = say("gap.line", page=page, reason=say.name("gap", gap.reason)).strip()
    return GapRow(reason=gap.reason, page=gap.place.page, at=gap.at, share=round(gap.share, 4), text=text)


def _notes(context: Context) -> tuple[NoteRow, ...]:
    lost = (r.span for r in context.report.facts.references if r.missing)
    missing = tuple(Note(kind="missing_reference", span=span) for span in lost)
    return tuple(
        NoteRow(
            kind=n.kind, page=_page(context, n), text=context.messages.name("note", n.kind), quote=_quote(context, n)
        )
        for n in (*context.report.document.notes, *missing)
    )


def _page(context: Context, note: Note) -> int | None:
    if note.place and note.place.page:
        return note.place.page
    return context.places.page(note.span.start) if note.span else None


def _quote(context: Context, note: Note) -> str:
    """What the note is about: words outside the text (hidden, deleted, a comment), else the words it stands at."""
    outside = next((note.values[key] for key in ("text", "deleted", "inserted") if note.values.get(key)), "")
    at = context.places.words(note.span)[:_NOTED] if note.span else ""
    return context.name(outside)[:_NOTED] if outside else context.name(at)
