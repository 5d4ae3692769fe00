"""What was read, from what, and by what."""

from agreecheck.model.base import Frozen
from agreecheck.model.fact import CreditorKind, DocumentType
from agreecheck.report.shape.place import Quote


class GapRow(Frozen):
    """``at`` is the offset in the text where the lost content would stand; ``text`` says it in words."""

    reason: str
    page: int | None
    at: int
    share: float
    text: str


class NoteRow(Frozen):
    kind: str
    page: int | None
    text: str
    quote: str = ""


class DocumentRow(Frozen):
    """``coverage`` 0 to 1; ``read_in_full`` False where anything that matters may have been lost."""

    type: DocumentType
    type_name: str
    type_detail: str
    title: str
    pages: int | None
    coverage: float
    read_in_full: bool
    language: str
    creditor_kind: CreditorKind
    type_evidence: tuple[Quote, ...] = ()
    creditor_kind_evidence: tuple[Quote, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()


class SourceRow(Frozen):
    name: str
    sha256: str
    kind: str


class ToolRow(Frozen):
    name: str
    version: str
    packs: tuple[str, ...] = ()
    second_reader: bool = True
