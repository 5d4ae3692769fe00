"""What compound interest adds to simple interest on what is late."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from agreecheck.checks.case import Case, money, plain
from agreecheck.checks.default import by_year
from agreecheck.checks.late_base import Delayed, back, bases, fen
from agreecheck.checks.quote import evidence
from agreecheck.model.fact import Rate
from agreecheck.model.finding import Charge
from agreecheck.model.span import Span

_CLAUSE = "，,。；;：:\n"
_REACH = 40  # characters of one clause before the word
_MONTH = 30  # days after which a rate told by the month or the year is compounded


def compounded(case: Case, rates: Sequence[Rate], delayed: Delayed) -> Charge | None:
    """The most that compounding adds by any of the rates on what is late; None where the paper charges none. A daily
    rate is compounded each day, another one each month: the harder reading, the easier one adds nothing."""
    place = _place(case)
    told = [one for rate in rates if (one := _added(case, rate, delayed)) is not None]
    if place is None or not told:
        return None
    value, equation = max(told)
    return Charge(
        kind="compound",
        low=Decimal(0),
        high=value,
        equation=equation,
        evidence=evidence(case.document, (place,), "subject"),
    )


def _added(case: Case, rate: Rate, delayed: Delayed) -> tuple[Decimal, str] | None:
    year = by_year(case, rate)
    if not year:
        return None
    base = bases(case, rate, delayed)[1]
    days = delayed.days + back(case, rate, delayed.plan)
    with localcontext() as context:
        context.prec = 50
        if rate.period == "day" and not rate.relative:
            share, shown = rate.percent / 100, f"{plain(rate.percent)} %"
            growth, simple = (1 + share) ** days - 1, share * days
            equation = f"{money(base)} × ((1 + {shown})^{days} - 1 - {shown} × {days})"
        else:
            share, (months, rest) = year / 1200, divmod(days, _MONTH)
            shown = f"{plain((year / 12).quantize(Decimal('0.0001')))} %"
            growth, simple = (1 + share) ** months * (1 + share * rest / _MONTH) - 1, share * days / _MONTH
            grown = f"(1 + {shown})^{months} × (1 + {shown} × {rest} / {_MONTH})"
            equation = f"{money(base)} × ({grown} - 1 - {shown} × {days} / {_MONTH})"
        value = fen(base * (growth - simple))
    return (value, f"{equation} = {money(value)}") if value else None


def _place(case: Case) -> Span | None:
    """The words that charge compound interest; not a sum of it that is owed, nor a clause that denies it."""
    text, cues = case.document.text, case.cues
    for word in cues["compound"]:
        at = text.find(word)
        while at >= 0:
            start = max(text.rfind(sign, max(0, at - _REACH), at) + 1 for sign in _CLAUSE)
            before, behind = text[max(start, at - _REACH) : at], text[at + len(word) : at + len(word) + 1]
            charged = any(w in before for w in cues["charging"]) and not any(w in before for w in cues["denying"])
            if charged and not behind.isdigit():
                return Span(at, at + len(word))
            at = text.find(word, at + len(word))
    return None
