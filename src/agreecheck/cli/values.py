"""Values as they are written on a command line."""

from datetime import date

from agreecheck.errors import UsageError


def day(text: str) -> date:
    """``2026-11-23``. Raises UsageError (code date)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date.", where=text, code="date") from error
