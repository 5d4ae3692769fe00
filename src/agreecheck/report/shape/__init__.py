"""The view: what renderers see of a report. Worded, masked, sorted; its public part is the JSON report, key by key.

Money and percentages are decimal strings, dates ISO strings, offsets code points of the document's text.
"""

from agreecheck.model.base import Frozen
from agreecheck.model.finding import Severity
from agreecheck.report.shape.cost import CostRow, LateRow, LimitRow
from agreecheck.report.shape.facts import FactRows
from agreecheck.report.shape.judged import CheckRow, Entry, ExpiredRow, IgnoredRow, Issue, QuestionRow
from agreecheck.report.shape.paper import DocumentRow, SourceRow, ToolRow
from agreecheck.report.shape.place import Quote
from agreecheck.report.shape.said import AnswerRow, PromiseRow

SCHEMA_VERSION = "1"


class DealLine(Frozen):
    """One of the seven lines of the deal; ``value`` empty where the paper does not say."""

    key: str
    label: str
    value: str


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
    """Everything a renderer may show: the public report, and its entries regrouped for people, worst first.
    ``abroad``: China's laws and hotlines are not for this paper. ``trace`` and ``headlines`` (by
    language and key, of issues and of what is missing) are for the summary of many files alone."""

    abroad: bool = False
    trace: Trace = Trace()
    headlines: dict[str, dict[str, str]] = {}
    issues: tuple[Issue, ...] = ()
    missing: tuple[Entry, ...] = ()
    unreadable: tuple[Entry, ...] = ()
