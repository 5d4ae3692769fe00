"""What is said about each computed check: its texts, severity when it fails, items it serves. From ``checks.toml``."""

from agreecheck.model.base import Frozen, Words
from agreecheck.model.finding import Severity


class CheckText(Frozen):
    """``compares`` says what is set against what; slots in braces are filled from ``CheckResult.values``."""

    title: str
    compares: str
    why: str
    ask: tuple[str, ...] = ()


class CheckEntry(Frozen):
    """One computed check. ``severity`` holds when it fails; ``serves`` names items, ``basis`` keys of law.toml."""

    id: str
    name: str
    severity: Severity
    serves: tuple[str, ...]
    basis: tuple[str, ...]
    zh: CheckText
    en: CheckText


class CheckBook(Frozen):
    """All entries; ``reasons`` say why a check failed or could not be computed, ``warnings`` what the reader of the
    figures must know, ``cues`` are words that decide how a sum is paid."""

    checks: tuple[CheckEntry, ...]
    reasons: dict[str, Words]
    warnings: dict[str, Words]
    cues: dict[str, tuple[str, ...]]
