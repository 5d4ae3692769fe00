"""The view: what renderers see of a report. Worded, masked, sorted; its public part is the JSON report, key by key.

Money and percentages are decimal strings, dates ISO strings, offsets code points of the document's text.
"""

from agreecheck.model.base import Frozen

SCHEMA_VERSION = "1"


class Placed(Frozen):
    """A stretch of the text: ``clause`` is its dotted path, ``page`` from 1 or None where the format has no pages."""

    clause: str | None = None
    clause_label: str = ""
    page: int | None = None
    start: int = 0
    end: int = 0


class Quote(Placed, kw_only=True):
    """A sentence of the masked text (at most 240 characters); ``focus_start`` and ``focus_end`` are offsets in the
    document like ``start``, ``focus`` the words there. ``role``: subject, against, searched."""

    quote: str
    focus: str
    focus_start: int
    focus_end: int
    role: str = "subject"

    def parts(self) -> tuple[str, str, str]:
        """The quote before, at and after its focus."""
        at = min(max(self.focus_start - self.start, 0), len(self.quote))
        end = min(max(self.focus_end - self.start, at), len(self.quote))
        return self.quote[:at], self.quote[at:end], self.quote[end:]


class PartyRow(Placed, kw_only=True):
    name: str
    role: str
    person: bool
    label: str = ""


class AmountRow(Placed, kw_only=True):
    value: str
    currency: str
    role: str | None
    form: str = "digits"


class DateRow(Placed, kw_only=True):
    value: str | None
    role: str | None
    written: str = ""
    real: bool = True


class RateRow(Placed, kw_only=True):
    percent: str
    period: str
    per_year_percent: str | None
    role: str | None
    base: str = ""
    relative: str = ""


class TermRow(Placed, kw_only=True):
    count: int
    unit: str
    role: str
    working: bool = False


class AccountRow(Placed, kw_only=True):
    holder: str
    bank: str = ""
    number: str | None = None
    qr_code: bool = False
    person: bool = False


class ScheduleRow(Frozen):
    number: int
    due: str | None
    total: str | None
    principal: str | None = None
    interest: str | None = None
    fee: str | None = None
    balance: str | None = None
    derived: bool = False


class ConflictRow(Frozen):
    fact: str
    values: tuple[str, ...]
    evidence: tuple[Quote, ...] = ()


class FactRows(Frozen):
    """``due_days`` holds every stated due day, ``due_day`` the first; -1 is the last day of the month."""

    currency: str
    parties: tuple[PartyRow, ...] = ()
    amounts: tuple[AmountRow, ...] = ()
    dates: tuple[DateRow, ...] = ()
    rates: tuple[RateRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    due_day: int | None = None
    due_days: tuple[int, ...] = ()
    schedule: tuple[ScheduleRow, ...] = ()
    schedule_origin: str | None = None
    accounts: tuple[AccountRow, ...] = ()
    blanks: tuple[Placed, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()


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

    type: str
    type_name: str
    type_detail: str
    title: str
    pages: int | None
    coverage: float
    read_in_full: bool
    language: str
    creditor_kind: str
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
    confidence: str


class Entry(Frozen):
    """One checklist item. ``headline`` is what the gravest rule says, or the item's title; ``also`` what others add."""

    item: str
    group: str
    status: str
    severity: str
    title: str
    headline: str
    why: str
    by: str
    also: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()


class InputRow(Placed, kw_only=True):
    name: str
    value: str


class CheckRow(Frozen):
    """One computed check. ``compares`` says what with what; ``reason`` is a key, ``message`` says it in words."""

    id: str
    status: str
    severity: str
    title: str
    compares: str = ""
    equation: str = ""
    reason: str = ""
    message: str = ""
    why: str = ""
    ask: tuple[str, ...] = ()
    inputs: tuple[InputRow, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()


class CostRow(Frozen):
    basis: str
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
    confidence: str = ""


class QuestionRow(Frozen):
    """``items`` are the checklist items and checks it serves; ``write`` the wording for a letter."""

    rank: int
    items: tuple[str, ...]
    text: str
    write: str


class DealLine(Frozen):
    """One of the six lines of the deal; ``value`` empty where the paper does not say."""

    key: str
    label: str
    value: str


class Issue(Frozen):
    """Something to settle before signing, from an item or a check; ``question`` is the rank on the sheet, 0 if none."""

    key: str
    status: str
    severity: str
    headline: str
    why: str
    also: tuple[str, ...] = ()
    equation: str = ""
    ask: str = ""
    question: int = 0
    by: str = "first"
    basis: tuple[Basis, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Summary(Frozen):
    """Numbers of flagged items and failing checks by severity, those absent or unreadable, and the words for it."""

    worst: str | None
    settle: dict[str, int]
    missing: int
    unreadable: int
    lines: tuple[str, ...]


class View(Frozen):
    """Everything a renderer may show. ``issues`` (worst first), ``missing`` and ``unreadable`` regroup the entries for
    people and are no part of the JSON report."""

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
    issues: tuple[Issue, ...] = ()
    missing: tuple[Entry, ...] = ()
    unreadable: tuple[Entry, ...] = ()
