"""A fact as it stands in a bare string: what was written, and its canonical value."""

from agreecheck.model.base import Frozen
from agreecheck.model.span import Span


class Mention(Frozen):
    """One mention.

    kind and value (canonical strings, money and percentages plain decimals):
        money ``"3000.00"`` unit ISO currency; money_range ``"3000..5000"``; number; number_range;
        percent ``"24"`` unit ``%``; rate ``"0.05"`` unit ``%/day|%/month|%/year``, ``xLPR``, ``LPR+bp``, ``uplift``;
        date ``YYYY-MM-DD`` with X for what is not written; date_range ``A/B``;
        duration ISO 8601 with B for working days; duration_range; recurrence ``P1M@15``;
        deadline (a duration counted from an event); count unit ``期``; ordinal; ordinal_range ``1..11`` unit ``期``;
        time ``16:00``; identity, credit_code, card, phone, email, account, plate.
    ``mod`` is ``<= >= < > ~ before after next`` or empty. ``form`` is digits, capital (大写), chinese or mixed.
    ``per_year`` of a rate: percent per year as a plain decimal, ``day_count`` the days it was reckoned with.
    ``event`` of a deadline: the words it counts from. ``valid``: result of a checksum, or whether a date exists.
    ``note``: further properties: simple, compound (interest); period_assumed (2分 without year or month);
    per_instalment (a fee of each 期); multiple (an uplift said as 1.5倍); fraction; masked; hotline; from_10 (of
    每月10日至15日); holiday_next, holiday_previous, holiday_unmoved; month_end (3月底 without a year); month_9
    (每年9月); lunar (a day of the lunar calendar: month and day stay open); year_this,
    year_next, year_after_next, year_last, year_following (今年, 明年, 后年, 去年, 次年 before a month);
    the two readings of 08/10/2026.
    """

    kind: str
    value: str
    span: Span
    unit: str = ""
    mod: str = ""
    form: str = ""
    per_year: str = ""
    day_count: str = ""
    event: str = ""
    valid: bool | None = None
    note: tuple[str, ...] = ()
