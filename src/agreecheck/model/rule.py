"""Knowledge as data: what a lawyer writes in ``patterns/``."""

from datetime import date
from decimal import Decimal
from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.model.finding import Severity, Status

RuleKind = Literal["present", "absent", "paired", "check"]
Scope = Literal["sentence", "clause", "document"]
Confidence = Literal["verified", "secondary", "unverified"]


class RuleText(Frozen):
    """Texts of a rule in one language. Slots in braces are filled from facts and findings."""

    title: str
    why: str
    ask: tuple[str, ...] = ()


class Item(Frozen):
    """One line of the checklist: ``slug`` is its binding name. ``when_missing`` is the severity when ambiguous or absent;
    a risky finding takes one step up unless its rule says otherwise."""

    slug: str
    group: str
    severity: Severity
    guide: tuple[str, ...]
    basis: tuple[str, ...]
    zh: RuleText
    en: RuleText
    quiet_when_silent: bool = False


class Law(Frozen):
    """A dated source: a law, a court practice, a standard, the guide. ``note`` says what it is used for."""

    key: str
    zh: str
    en: str
    confidence: Confidence
    source: str
    since: date | None = None
    until: date | None = None


class PricePoint(Frozen):
    """The one-year loan prime rate in percent, valid from a date."""

    since: date
    percent: Decimal


class Profile(Frozen):
    """What one document type needs, and what does not apply to it."""

    type: str
    must: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()


__all__ = [
    "Confidence", "Item", "Law", "PricePoint", "Profile", "RuleKind", "RuleText", "Scope", "Status",
]  # fmt: skip
