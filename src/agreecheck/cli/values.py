"""Values as they are written on a command line."""

import argparse
import os
from datetime import date
from pathlib import Path
from typing import Any

from agreecheck.errors import UsageError

_MOST = 1_000_000


class Output(argparse.Action):
    """``-o``: the path, and whether it is written as a folder, which a Path does not remember."""

    def __call__(self, parser: object, options: argparse.Namespace, text: Any, option: str | None = None) -> None:
        options.output, options.folder_meant = Path(text), text.endswith(("/", os.sep))


def day(text: str) -> date:
    """``2026-11-23``. Raises UsageError (code date)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date.", where=text, code="date") from error


def counted(text: str) -> int:
    """A whole number from 1 on. Raises UsageError."""
    if not (_is_number(text) and 0 < int(text) <= _MOST):
        raise UsageError(f"{text!r} is no number from 1.", where=text, code="count")
    return int(text)


def part(text: str) -> tuple[int, int]:
    """One of several parts: ``3/200``. Raises UsageError."""
    number, _, parts = text.partition("/")
    if not (_is_number(number) and _is_number(parts) and 0 < int(number) <= int(parts)):
        raise UsageError(f"{text!r} is no part.", where=text, code="part")
    return int(number), int(parts)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
