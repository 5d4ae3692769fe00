"""What the borrower brings to a review: own figures, promises heard, answers had. Read from files, never kept."""

from datetime import date
from decimal import Decimal

from agreecheck.model.base import Frozen
from agreecheck.model.law import LawBook


def _sound(**sums: Decimal | None) -> None:
    for name, value in sums.items():
        if value is not None and not (value.is_finite() and value >= 0):
            raise ValueError(f"`{name}` must be a sum of money, zero or more")


class Payment(Frozen):
    """One payment already made, in the plan's currency."""

    day: date
    amount: Decimal

    def __post_init__(self) -> None:
        _sound(amount=self.amount)


class Promise(Frozen):
    """What customer service promised, in the borrower's words; ``item``: the checklist item it belongs to."""

    said: str
    item: str = ""

    def __post_init__(self) -> None:
        if not self.said.strip():
            raise ValueError("`said` must not be empty")


class Me(Frozen):
    """``me.toml``. Income and necessary spending by the month; ``received``: what was really paid out of the loan."""

    income: Decimal | None = None
    spending: Decimal | None = None
    received: Decimal | None = None
    last_payment: date | None = None
    payments: tuple[Payment, ...] = ()
    promises: tuple[str | Promise, ...] = ()

    def __post_init__(self) -> None:
        _sound(income=self.income, spending=self.spending, received=self.received)

    @property
    def paid_last(self) -> date | None:
        """The day of the last payment made, as told or as the payments show."""
        days = [*(p.day for p in self.payments), *((self.last_payment,) if self.last_payment else ())]
        return max(days, default=None)

    def promised(self) -> tuple[Promise, ...]:
        """All promises in one form."""
        return tuple(p if isinstance(p, Promise) else Promise(said=p) for p in self.promises if p)


class Answer(Frozen):
    """One question of the sheet and what came back; ``items`` are the items and checks it serves. An empty ``answer``
    is still open; ``refused``: they will not say, or will not do it."""

    question: str
    items: tuple[str, ...]
    answer: str = ""
    refused: bool = False


class AnswerSheet(Frozen):
    """``answers.toml``"""

    answer: tuple[Answer, ...] = ()


class Delay(Frozen):
    """Instalment ``miss`` is paid ``days`` late; without a number the one that costs most."""

    miss: int | None = None
    days: int = 1


class Given(Frozen):
    """All that comes with the paper. ``signed_on`` takes the place of the signing date that the paper gives, ``law``
    that of the shipped figures."""

    me: Me = Me()
    signed_on: date | None = None
    law: LawBook | None = None
    answers: tuple[Answer, ...] = ()
    delay: Delay = Delay()
