"""The facts as a report shows them: each with its clause, page and offsets.

Money and percentages are decimal strings, dates ISO strings, offsets code points of the document's text.
"""

from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.fact import AmountRole, DateRole, PartyRole, Period, RateRole, RoleSource, TermRole
from agreecheck.report.shape.place import Placed, Quote


class Cue(Frozen):
    """The words of the masked text that gave a fact its role, and what they are: a name defined for it, the header of
    its table, the title of its clause, words of its sentence, or the plan as a whole."""

    text: str
    start: int
    end: int
    source: RoleSource = ""


class Given(Placed, kw_only=True):
    """A fact with a role; ``given_by`` is None where its form alone gave the role."""

    given_by: Cue | None = None


class PartyRow(Given, kw_only=True):
    name: str
    role: PartyRole
    person: bool
    label: str = ""


class AmountRow(Given, kw_only=True):
    value: str
    currency: str
    role: AmountRole | None
    form: str = "digits"


class DateRow(Given, kw_only=True):
    value: str | None
    role: DateRole | None
    written: str = ""
    real: bool = True


class RateRow(Given, kw_only=True):
    percent: str
    period: Period
    per_year_percent: str | None
    role: RateRole | None
    base: str = ""
    relative: str = ""


class TermRow(Given, kw_only=True):
    count: int
    unit: Literal["instalment", "day", "month", "year"]
    role: TermRole
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


class PlanRow(Frozen):
    """One of several plans: ``kind`` is debt (of its own), alternative (one of them is taken, this one if ``chosen``)
    or empty; ``name`` what the paper calls it."""

    kind: str
    name: str = ""
    chosen: bool = False


class FactRows(Frozen):
    """``due_days`` holds every stated due day, ``due_day`` the first; -1 is the last day of the month. ``schedule`` is
    the first plan, ``more_schedules`` those of other debts and the alternatives to it; ``plans`` says what each of them
    is, in the same order, where there are several."""

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
    more_schedules: tuple[tuple[ScheduleRow, ...], ...] = ()
    plans: tuple[PlanRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    blanks: tuple[Placed, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
