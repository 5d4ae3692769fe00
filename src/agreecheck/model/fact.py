"""Facts of an agreement: typed values with place, role, and the words that gave the role."""

from datetime import date
from decimal import Decimal
from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

DocumentType = Literal[
    "card_workout", "loan_instalment", "waiver_settlement", "deferral", "settlement", "restructuring",
    "pledge", "hardship_application", "loan", "mediation", "trade_debt", "other",
]  # fmt: skip
CreditorKind = Literal[
    "bank_card", "bank_loan", "consumer_finance", "small_loan", "platform", "assignee", "private", "trade", "unknown"
]
PartyRole = Literal["creditor", "debtor", "guarantor", "co_debtor", "agent", "platform", "original_creditor", "payee"]
AmountRole = Literal[
    "total_debt", "principal", "interest", "overdue_interest", "penalty", "fee", "waived", "payable", "plan_total",
    "instalment", "instalment_principal", "instalment_interest", "instalment_fee", "last_instalment", "down_payment",
    "paid", "original_principal", "received", "loan_balance", "income", "spending", "proposed_instalment",
    "requested_waiver", "collateral_value",
]  # fmt: skip
DateRole = Literal[
    "signing", "debt_as_of", "original_contract", "first_due", "due", "last_due", "interest_start", "interest_stop",
    "last_payment", "overdue_since", "deferral_start", "deferral_end", "guarantee_end", "assignment", "offer_expiry",
    "plan_end",
]  # fmt: skip
RateRole = Literal["interest", "annual_cost", "overdue", "penalty", "fee", "cost_share"]
Period = Literal["day", "month", "year", "once"]
RoleSource = Literal["", "definition", "table", "title", "sentence", "plan"]
"""What gave a role: a name defined for the figure, the header of its table, the title of its clause, its sentence, or
the plan as a whole; empty where its form alone did."""
TermRole = Literal["plan", "grace", "default", "cure", "deferral", "certificate", "objection", "other"]


class Guess(Frozen):
    """A conclusion about the paper as a whole (its type, its creditor's kind) and the words that led to it.

    ``detail`` says what a paper of type ``other`` is, as a key: lease, invoice, complaint, statute, dunning_letter, ...
    """

    value: str
    evidence: tuple[Span, ...] = ()
    detail: str = ""


class Party(Frozen):
    """``name`` as written; ``label`` the word that stands for it (甲方, 我司); ``span`` the first full mention;
    ``labels`` every mention of the name or its label; ``evidence`` the words that gave the role."""

    role: PartyRole
    name: str
    person: bool
    span: Span
    label: str = ""
    labels: tuple[Span, ...] = ()
    evidence: Span | None = None
    identity: Span | None = None


class Amount(Frozen):
    """``value`` in units of ``currency`` (ISO code); ``role`` None where none could be given."""

    value: Decimal
    currency: str
    role: AmountRole | None
    span: Span
    form: str = "digits"
    evidence: Span | None = None
    source: RoleSource = ""


class Rate(Frozen):
    """``percent`` as written per ``period``; ``per_year_percent`` by 365 days or 12 months; ``base`` is
    what it is charged on: overdue, total, principal or empty where not said."""

    percent: Decimal
    period: Period
    role: RateRole | None
    span: Span
    per_year_percent: Decimal | None = None
    base: str = ""
    relative: str = ""
    evidence: Span | None = None
    source: RoleSource = ""


class Day(Frozen):
    """``value`` is None where the written date does not exist (31 November) or is not complete."""

    value: date | None
    role: DateRole | None
    span: Span
    written: str = ""
    real: bool = True
    evidence: Span | None = None
    source: RoleSource = ""


class Term(Frozen):
    """A number of instalments, days (``working`` if counted in working days), months or years."""

    count: int
    unit: Literal["instalment", "day", "month", "year"]
    role: TermRole
    span: Span
    working: bool = False
    evidence: Span | None = None
    source: RoleSource = ""


class DueDay(Frozen):
    """A stated day of the month on which payments fall due, 1 to 31, -1 for the last day."""

    day: int
    span: Span


class Instalment(Frozen):
    """One row of the plan; ``derived`` when it was expanded from prose and stands nowhere as a row.

    ``due`` is None where the written date does not exist. Money in the plan's currency.
    """

    number: int
    due: date | None
    total: Decimal | None
    principal: Decimal | None = None
    interest: Decimal | None = None
    fee: Decimal | None = None
    balance: Decimal | None = None
    span: Span | None = None
    derived: bool = False


class Schedule(Frozen):
    """The plan as rows. ``origin`` is table, list or prose; ``stated_total`` the sum in a total row; ``step_months``
    the plan's own cycle (3 for quarterly), None where irregular. Where the paper tells several plans: ``kind`` is
    debt (each pays off a debt of its own) or alternative (one of them is taken, this one if ``chosen``), ``name`` what
    the paper calls it, ``places`` what is said of it alone."""

    origin: Literal["table", "list", "prose"]
    instalments: tuple[Instalment, ...]
    span: Span
    currency: str = "CNY"
    stated_total: Amount | None = None
    step_months: int | None = None
    kind: Literal["", "debt", "alternative"] = ""
    name: str = ""
    chosen: bool = False
    places: tuple[Span, ...] = ()


class Breakdown(Frozen):
    """A sum that the paper states: ``parts`` that should add up to ``whole``. ``kind`` is balance (of the debt),
    waiver, loan (one of several), loans (several together), instalment, spending, request; in these the parts add up to
    the whole. In kind payable ``parts`` are balance, waived and what is added, and whole = balance - waived + added."""

    kind: str
    parts: tuple[Amount, ...]
    whole: Amount
    span: Span


class WordsAndDigits(Frozen):
    """One amount written both in capital numerals and in digits."""

    words: Amount
    digits: Amount


class Account(Frozen):
    """A payee account: who holds it, where, and whether it is a personal QR code instead."""

    holder: str
    span: Span
    holder_span: Span | None = None
    bank: str = ""
    number: Span | None = None
    qr_code: bool = False
    person: bool = False


class Blank(Frozen):
    """An open field of a form."""

    span: Span


class Personal(Frozen):
    """Personal data to be masked: ``kind`` identity, card, account, phone, email, handle, address, password; the last
    ``keep`` characters may be shown."""

    kind: str
    span: Span
    keep: int = 0


class Reference(Frozen):
    """Words that send the reader to a clause or an annex of this paper; ``target`` its number as written, empty for an
    annex without one. ``missing``: it is not in the paper, and the paper was read in full."""

    kind: Literal["clause", "annex"]
    target: str
    span: Span
    missing: bool = False


class Conflict(Frozen):
    """Two or more values for what should be one fact. ``fact`` is a role such as due_day, total_debt, plan_periods, or
    rate_notation: one rate written twice side by side (0.5 % and 万分之五 a day) with different values."""

    fact: str
    values: tuple[str, ...]
    spans: tuple[Span, ...]


class Facts(Frozen):
    """All that was understood of one document. ``schedule`` is its first plan, of alternatives the one that is chosen;
    ``more_schedules`` are those of other debts and the alternatives to it."""

    type: Guess
    creditor_kind: Guess
    title: Span | None = None
    currency: str = "CNY"
    parties: tuple[Party, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Day, ...] = ()
    rates: tuple[Rate, ...] = ()
    terms: tuple[Term, ...] = ()
    due_days: tuple[DueDay, ...] = ()
    schedule: Schedule | None = None
    more_schedules: tuple[Schedule, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    pairs: tuple[WordsAndDigits, ...] = ()
    accounts: tuple[Account, ...] = ()
    blanks: tuple[Blank, ...] = ()
    personal: tuple[Personal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    references: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def amount(self, role: str) -> Amount | None:
        """The first amount in the given role."""
        return next((a for a in self.amounts if a.role == role), None)

    def day(self, role: str) -> Day | None:
        """The first existing date in the given role."""
        return next((d for d in self.dates if d.role == role and d.value), None)

    def party(self, role: str) -> Party | None:
        """The first party in the given role."""
        return next((p for p in self.parties if p.role == role), None)

    def term(self, role: str, unit: str = "") -> Term | None:
        """The first term in the given role (and unit)."""
        return next((t for t in self.terms if t.role == role and (not unit or t.unit == unit)), None)
