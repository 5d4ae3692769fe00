"""What was concluded: verdicts on checklist items, results of computed checks, costs, questions, the report."""

from datetime import date
from decimal import Decimal
from typing import Literal

from agreecheck.model.base import Frozen, Words
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.span import Span

Status = Literal["found", "ambiguous", "risky", "absent", "not_applicable", "unreadable"]
CheckStatus = Literal["pass", "fail", "not_computable"]
Severity = Literal["info", "low", "medium", "high", "critical"]
Reader = Literal["first", "second"]
Figure = Literal[
    "amount", "named", "share", "fees", "late", "late_on_all", "waived", "whole", "at_once", "revived", "last",
    "kept_back", "before_principal", "above_debt",
]  # fmt: skip
SEVERITIES: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")
FLAGGED: tuple[Status, ...] = ("risky", "ambiguous", "unreadable", "absent")


class Hit(Frozen):
    """A concept (or a kind of fact) seen in the text."""

    label: str
    span: Span


class Evidence(Frozen):
    """``span`` is the sentence, ``focus`` the very words in it. ``role``: subject, against
    (what it contradicts), searched."""

    span: Span
    focus: Span
    role: Literal["subject", "against", "searched"] = "subject"


class Finding(Frozen):
    """One rule that fired, with its evidence and the values that fill its texts. No prose: words come from the rule."""

    rule: str
    status: Status
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    values: dict[str, str] = {}


class Ignore(Frozen):
    """What the user has settled and does not want to be warned of: ``rule`` is the code of a rule, a check or a
    checklist item, ``until`` the last day on which it is ignored."""

    rule: str
    reason: str
    until: date | None = None

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("`reason` must not be empty")

    def holds(self, day: date) -> bool:
        """Whether it is ignored on a day."""
        return self.until is None or day <= self.until


class Verdict(Frozen):
    """The status of one checklist item: the worst of its findings. ``by`` names the reader that decided. ``ignored``
    are findings that the user wants ignored; where they are all there is, the verdict stands and is silent."""

    item: str
    status: Status
    severity: Severity
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by: Reader = "first"
    ignored: tuple[Finding, ...] = ()

    @property
    def silent(self) -> bool:
        return bool(self.ignored) and self.ignored == self.findings

    @property
    def flagged(self) -> bool:
        return self.status in FLAGGED and not self.silent


class Input(Frozen):
    """One figure that went into a computation, and where it stands."""

    name: str
    value: str
    span: Span | None = None


class Proposal(Frozen):
    """A clause that the second reader thinks may cover an item; ``score`` 0 to 1."""

    item: str
    span: Span
    score: float


class CheckResult(Frozen):
    """One computed check. ``reason`` keys a message that says why it is not computable or what failed."""

    id: str
    status: CheckStatus
    severity: Severity
    equation: str = ""
    inputs: tuple[Input, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    values: dict[str, str] = {}


class Flow(Frozen):
    """One payment: when and how much, in the plan's currency."""

    due: date
    amount: Decimal


class Cost(Frozen):
    """Annual cost of the plan. ``nominal_percent``: return per period times periods a year, None where periods are
    irregular; ``effective_percent``: XIRR over actual days and 365. ``basis``: principal still owed, the reduced sum
    payable, or the balance before waiver."""

    basis: Literal["principal", "payable", "balance"]
    start: date
    financed: Decimal
    effective_percent: Decimal
    nominal_percent: Decimal | None
    periods_per_year: int | None
    flows: tuple[Flow, ...]
    equation: str


class Limit(Frozen):
    """A legal ceiling as it applies on a day, percent per year; ``law`` is its key in law.toml."""

    law: str
    percent: Decimal
    applies: bool
    equation: str = ""


class Computed(Frozen):
    """All that was recomputed; the headline cost stands first. ``warnings`` key messages of checks.toml."""

    checks: tuple[CheckResult, ...] = ()
    costs: tuple[Cost, ...] = ()
    limits: tuple[Limit, ...] = ()
    warnings: tuple[str, ...] = ()


class Question(Frozen):
    """One question for customer service. ``serves`` are items and check ids; ``text`` is spoken,
    ``write`` for a letter."""

    serves: tuple[str, ...]
    text: Words
    write: Words | None = None
    rank: int = 0


class Suggestion(Frozen):
    """What the borrower could ask to have written for a flagged item: a suggestion, no part of the paper."""

    item: str
    text: Words


class Charge(Frozen):
    """What a delay adds, in the plan's currency: ``low`` and ``high`` are the two readings where the clause leaves
    room. ``equation`` is that of the higher one."""

    kind: Literal["overdue", "compound", "penalty", "fee", "costs", "revived"]
    low: Decimal
    high: Decimal
    equation: str
    evidence: tuple[Evidence, ...] = ()


class Late(Frozen):
    """Instalment ``number`` is paid ``days`` late, all others on time. ``low`` and ``high`` are all charges together,
    on top of what the plan costs on time; ``at_once_low`` and ``at_once_high`` what may fall due in one sum (None: no
    clause that says so is reached): the rest of the plan, or the debt before the waiver less what was paid.
    ``capped_at``: the most that the paper lets charges come to, where that brings them down. ``due`` as the plan has
    it; ``moved_to`` where a holiday clause moves it, from which the days are counted; ``move_unclear``: the clause or
    the calendar on record leaves open whether it moves. ``plan``: the name of the plan, where the paper has several."""

    number: int
    days: int
    missed: Decimal
    on_time: Decimal
    currency: str
    low: Decimal
    high: Decimal
    charges: tuple[Charge, ...] = ()
    at_once_low: Decimal | None = None
    at_once_high: Decimal | None = None
    at_once: tuple[Evidence, ...] = ()
    grace_days: int = 0
    capped_at: Decimal | None = None
    cap: tuple[Evidence, ...] = ()
    due: date | None = None
    moved_to: date | None = None
    move_unclear: bool = False
    plan: str = ""


class Price(Frozen):
    """What a risky item can cost, told for its finding of ``rule``: ``amount`` of ``currency`` with the ``equation``
    that gives it and the figures of the paper it rests on. ``text`` says it, with a slot for the amount."""

    item: str
    rule: str
    figure: Figure
    amount: Decimal
    currency: str
    equation: str
    text: Words
    inputs: tuple[Input, ...] = ()


class Held(Frozen):
    """A promise held against the paper; ``evidence`` is empty where it stands nowhere."""

    said: str
    status: Literal["kept", "contradicted", "not_written"]
    items: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Replied(Frozen):
    """A question with what came back. ``in_text``: the paper settles it; ``promised``: only said, so still to be
    written; ``contradicted``: the paper says otherwise than the answer. ``open_items`` are not settled yet."""

    question: str
    answer: str
    items: tuple[str, ...]
    status: Literal["in_text", "promised", "refused", "open"]
    open_items: tuple[str, ...] = ()
    contradicted: bool = False
    evidence: tuple[Evidence, ...] = ()


class Report(Frozen):
    """The whole result for one file; renderers see it only through a view. ``ignored`` held on the day of the review,
    ``expired`` no longer did."""

    document: Document
    facts: Facts
    verdicts: tuple[Verdict, ...]
    checks: tuple[CheckResult, ...]
    costs: tuple[Cost, ...]
    limits: tuple[Limit, ...]
    questions: tuple[Question, ...]
    as_of: date
    packs: tuple[str, ...]
    version: str
    second_reader: bool = True
    warnings: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    unclassified: tuple[Span, ...] = ()
    promises: tuple[Held, ...] = ()
    answers: tuple[Replied, ...] = ()
    late: Late | None = None
    prices: tuple[Price, ...] = ()
    ignored: tuple[Ignore, ...] = ()
    expired: tuple[Ignore, ...] = ()
