"""The law as dated data: sources, ceilings, the loan prime rate, holidays. Decoded from ``law.toml``."""

from datetime import date
from decimal import Decimal

from agreecheck.model.base import Frozen, Words
from agreecheck.model.rule import Confidence, Law, PricePoint


class Code(Frozen):
    """One statute, rule or guide; its articles have the keys ``prefix.number``. ``source`` says where it was read,
    ``confidence`` holds for all articles but those named in ``weaker``."""

    prefix: str
    zh: str
    en: str
    confidence: Confidence
    source: str
    article: dict[str, Words]
    since: date | None = None
    until: date | None = None
    weaker: dict[str, Confidence] = {}


class PrimeRate(Frozen):
    """The one-year loan prime rate; the last value was still in force on ``as_of``."""

    source: str
    as_of: date
    points: tuple[PricePoint, ...]

    def on(self, day: date) -> PricePoint | None:
        """The value in force on a day; None before the first."""
        known = [p for p in self.points if p.since <= day]
        return max(known, key=lambda p: p.since, default=None)


class Ceiling(Frozen):
    """A yearly ceiling in percent: fixed, or ``times`` the loan prime rate. ``creditors`` are the kinds it is for;
    ``sellers`` those whom it binds in what credit costs, but not in charges for default; an ``outer`` mark is only
    shown and decides nothing."""

    law: str
    creditors: tuple[str, ...] = ()
    sellers: tuple[str, ...] = ()
    percent: Decimal | None = None
    times: Decimal | None = None
    outer: bool = False


class DayRange(Frozen):
    """Days off, both ends included."""

    first: date
    last: date


class Holidays(Frozen):
    """The official calendar of one year: days off, and weekend days that are worked."""

    year: int
    source: str
    off: tuple[DayRange, ...]
    worked: tuple[date, ...]


class Thresholds(Frozen):
    """Figures the checks compare with; each has its law in ``law.toml``."""

    overdue_factor: Decimal
    limitation_years: int
    card_plan_months: int
    stated_rate_gap: Decimal
    stale_after_months: int


class LawBook(Frozen):
    """All dated law. ``codes`` and ``laws`` share one space of keys such as ``cc.585`` or ``court24``."""

    as_of: date
    codes: tuple[Code, ...]
    laws: tuple[Law, ...]
    prime_rate: PrimeRate
    ceilings: tuple[Ceiling, ...]
    holidays: tuple[Holidays, ...]
    thresholds: Thresholds

    def entries(self) -> dict[str, Law]:
        """Every source by its key, single articles included."""
        found = {law.key: law for law in self.laws}
        for code in self.codes:
            for number, words in code.article.items():
                key = f"{code.prefix}.{number}"
                found[key] = Law(
                    key=key,
                    zh=f"{code.zh.replace('{n}', number)}：{words.zh}",
                    en=f"{code.en.replace('{n}', number)}: {words.en}",
                    confidence=code.weaker.get(number, code.confidence),
                    source=code.source,
                    since=code.since,
                    until=code.until,
                )
        return found
