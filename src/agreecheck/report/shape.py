"""The view: what renderers see of a report. Worded, masked, sorted; its public part is the JSON report, key by key.

Money and percentages are decimal strings, dates ISO strings, offsets code points of the document's text.
"""

from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.fact import CreditorKind, DocumentType
from agreecheck.model.finding import CheckStatus, Reader, Severity, Status
from agreecheck.model.rule import Confidence
from agreecheck.report.shape_facts import FactRows, Placed, Quote

SCHEMA_VERSION = "1"


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


class Basis(Frozen):
    """A source: its key in law.toml, its name, and how sure it is (verified, secondary, unverified)."""

    key: str
    text: str
    confidence: Confidence


class Entry(Frozen):
    """One checklist item. ``headline`` is what the gravest rule says, or the item's title; ``also`` what others add.
    ``wording`` is what could be asked to be written where it is flagged: a suggestion, no words of the paper.
    ``ignored``: the user wants nothing of it; it is counted and told with the reason, and nothing is asked."""

    item: str
    group: str
    status: Status
    severity: Severity
    title: str
    headline: str
    why: str
    by: Reader
    also: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()
    wording: str = ""
    ignored: bool = False


class InputRow(Placed, kw_only=True):
    name: str
    value: str


class CheckRow(Frozen):
    """One computed check. ``compares`` says what with what; ``reason`` is a key, ``message`` says it in words;
    ``headline`` is the title, with what is the matter where the check fails; ``items`` are those it serves."""

    id: str
    status: CheckStatus
    severity: Severity
    title: str
    headline: str
    items: tuple[str, ...] = ()
    compares: str = ""
    equation: str = ""
    reason: str = ""
    message: str = ""
    why: str = ""
    ask: tuple[str, ...] = ()
    inputs: tuple[InputRow, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()
    ignored: bool = False


class CostRow(Frozen):
    basis: Literal["principal", "payable", "balance"]
    start: str
    financed: str
    nominal_percent: str | None
    effective_percent: str
    periods_per_year: int | None
    equation: str = ""


class LimitRow(Frozen):
    law: str
    name: str
    percent: str
    applies: bool
    equation: str = ""
    confidence: Confidence = "unverified"


class QuestionRow(Frozen):
    """``items`` are the checklist items and checks it serves; ``write`` the wording for a letter; ``first_sheet`` False
    for those that can wait."""

    rank: int
    items: tuple[str, ...]
    text: str
    write: str
    first_sheet: bool = True


class ChargeRow(Frozen):
    """What a delay adds by one clause; ``low`` and ``high`` are its two readings, ``equation`` that of the higher."""

    kind: Literal["overdue", "compound", "penalty", "fee", "costs", "revived"]
    low: str
    high: str
    equation: str
    evidence: tuple[Quote, ...] = ()


class LateRow(Frozen):
    """Instalment ``number`` is paid ``days`` late: ``low`` and ``high`` come on top of what the plan costs on time;
    ``at_once_low`` and ``at_once_high`` may fall due in one sum (null where no clause reached says so), ``on_time`` is
    what would be left to pay by the plan; ``capped_at`` is the most that charges may come to, null where a cap
    changes nothing. ``text`` says it in a line."""

    number: int
    days: int
    missed: str
    on_time: str
    currency: str
    low: str
    high: str
    text: str
    at_once_low: str | None = None
    at_once_high: str | None = None
    grace_days: int = 0
    charges: tuple[ChargeRow, ...] = ()
    at_once: tuple[Quote, ...] = ()
    capped_at: str | None = None
    cap: tuple[Quote, ...] = ()


class PromiseRow(Frozen):
    """What was promised, held against the paper: kept, contradicted or not_written; no evidence means nowhere."""

    said: str
    status: Literal["kept", "contradicted", "not_written"]
    items: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()


class AnswerRow(Frozen):
    """A question with its answer: ``in_text`` settled by the paper, ``promised`` only said and still to be written,
    ``refused``, ``open``; ``contradicted`` where the paper says otherwise; ``open_items`` are not settled yet."""

    question: str
    answer: str
    items: tuple[str, ...]
    status: Literal["in_text", "promised", "refused", "open"]
    open_items: tuple[str, ...] = ()
    contradicted: bool = False
    evidence: tuple[Quote, ...] = ()


class IgnoredRow(Frozen):
    """What was found and is ignored: ``key`` is the item or check it belongs to, ``code`` what the user named in
    ``ignore``, with the reason and the last day (empty: none)."""

    key: str
    code: str
    status: Status | CheckStatus
    severity: Severity
    headline: str
    reason: str
    until: str = ""
    evidence: tuple[Quote, ...] = ()


class ExpiredRow(Frozen):
    """What was to be ignored until a day that has passed: it is judged again."""

    code: str
    reason: str
    until: str


class DealLine(Frozen):
    """One of the seven lines of the deal; ``value`` empty where the paper does not say."""

    key: str
    label: str
    value: str


class Issue(Frozen):
    """Something to settle before signing, from an item or a check; ``question`` is the rank on the sheet, 0 if none."""

    key: str
    status: Status | CheckStatus
    severity: Severity
    headline: str
    why: str
    also: tuple[str, ...] = ()
    equation: str = ""
    ask: str = ""
    wording: str = ""
    question: int = 0
    by: Reader = "first"
    basis: tuple[Basis, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Summary(Frozen):
    """Numbers of flagged items and failing checks by severity, those absent or unreadable, those ignored at the user's
    wish (in none of the other numbers), and the words for it."""

    worst: Severity | None
    settle: dict[str, int]
    missing: int
    unreadable: int
    lines: tuple[str, ...]
    ignored: int = 0


class Public(Frozen):
    """The JSON report on one file. ``unclassified``: sentences that bind somebody and that no rule knows."""

    schema_version: str
    view_language: str
    as_of: str
    tool: ToolRow
    source: SourceRow
    document: DocumentRow
    summary: Summary
    deal: tuple[DealLine, ...]
    facts: FactRows
    costs: tuple[CostRow, ...]
    limits: tuple[LimitRow, ...]
    warnings: tuple[str, ...]
    checklist: tuple[Entry, ...]
    checks: tuple[CheckRow, ...]
    questions: tuple[QuestionRow, ...]
    late: LateRow | None = None
    promises: tuple[PromiseRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    unclassified: tuple[Quote, ...] = ()
    ignored: tuple[IgnoredRow, ...] = ()
    expired_ignores: tuple[ExpiredRow, ...] = ()


class Trace(Frozen):
    """What tells a paper among others. ``words``, ``numbers``: digests of all its words, and of numbers such as a
    contract's; ``sketch``: of its wording (see ``likeness``); ``debtor``: the name as it may be shown; ``tail``: the
    end of the identity number; ``person``: a digest of the name. Empty where not known."""

    words: str = ""
    numbers: str = ""
    sketch: bytes = b""
    debtor: str = ""
    tail: str = ""
    person: str = ""


class View(Public):
    """Everything a renderer may show: the public report, and its entries regrouped for people, worst first. ``trace``
    is for the summary of many files alone."""

    trace: Trace = Trace()
    issues: tuple[Issue, ...] = ()
    missing: tuple[Entry, ...] = ()
    unreadable: tuple[Entry, ...] = ()


class Error(Frozen):
    """Why there is no report: a code (missing, empty, encrypted, damaged, not_text, no_pages, too_big, unsupported,
    internal, ...) and a sentence."""

    code: str
    message: str


class NoSource(Frozen):
    name: str


class NoDocument(Frozen):
    coverage: float = 0.0


class Failure(Frozen):
    """What stands in the place of a report where a file could not be read at all."""

    schema_version: str
    tool: ToolRow
    source: NoSource
    document: NoDocument
    error: Error
