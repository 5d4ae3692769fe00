"""All that has to do with money and time: amounts, dates, rates, terms, the schedule and what contradicts itself."""

from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import (
    Amount,
    Breakdown,
    Conflict,
    Day,
    DueDay,
    Guess,
    Party,
    Rate,
    Schedule,
    Term,
    WordsAndDigits,
)


class MoneyFacts(Frozen):
    """The part of ``Facts`` that this step fills; field names are the same."""

    currency: str = "CNY"
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Day, ...] = ()
    rates: tuple[Rate, ...] = ()
    terms: tuple[Term, ...] = ()
    due_days: tuple[DueDay, ...] = ()
    schedule: Schedule | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    pairs: tuple[WordsAndDigits, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def money_facts(reading: Reading, parties: tuple[Party, ...], type_: Guess) -> MoneyFacts:
    """Amounts, dates, rates, terms and schedule of one document."""
    return MoneyFacts()
