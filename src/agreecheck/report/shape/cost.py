"""What the deal costs, on time and late. Money and percentages are decimal strings, dates ISO strings."""

from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.rule import Confidence
from agreecheck.report.shape.place import Quote


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
    changes nothing. ``due`` is the date by the plan, ``moved_to`` where the paper's holiday clause moves it and the
    days are counted from, ``move_unclear``: it cannot be told whether it moves. ``plan`` is the name of the plan, of
    several. ``text`` says it in a line."""

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
    due: str | None = None
    moved_to: str | None = None
    move_unclear: bool = False
    plan: str = ""
