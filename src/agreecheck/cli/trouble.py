"""Trouble in one clear sentence: where, what, what to do. No trace, nothing of the document's text."""

import sys

from agreecheck.errors import AgreecheckError, ConfigError, PackError, ReadError
from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.plain import harmless


class Trouble(Frozen):
    """A reason a machine can read, and the sentence for a person."""

    code: str
    message: str


def trouble(say: Messages, error: Exception, where: str = "") -> Trouble:
    """What an exception means for the user."""
    code, slots = _classify(error)
    if code == "config_value":
        slots["want"] = say(f"config_want.{slots['key'].replace('-', '_')}")
    own = getattr(error, "where", "")
    place = harmless(own if code == "pack" or code in _OWN else where or own)
    what, todo = say(f"error.{code}", **slots), say(f"error.{code}_todo")
    form = "error.form" if place else "error.form_bare"
    return Trouble(code=code, message=say(form, where=place, what=what, todo=todo))


def sentence(say: Messages, error: Exception, where: str = "") -> str:
    """The sentence alone."""
    return trouble(say, error, where).message


def complain(say: Messages, message: str) -> None:
    """One line on standard error."""
    print(f"{say('error.prefix')}{harmless(message)}", file=sys.stderr, flush=True)


def _classify(error: Exception) -> tuple[str, dict[str, str]]:
    if isinstance(error, AgreecheckError) and error.code == "usage":
        return "usage", {"detail": harmless(error.what).rstrip(".")}
    if isinstance(error, ConfigError) and error.code.startswith("config_"):
        return error.code, {key: harmless(value) for key, value in error.slots.items()}
    if isinstance(error, ConfigError) and error.code in _OWN:
        return error.code, {"detail": harmless(error.what)}
    if isinstance(error, (PackError, ConfigError)):
        return "pack", {"detail": harmless(error.what)}
    if isinstance(error, AgreecheckError) and error.code.replace("-", "_") in _KNOWN:
        return error.code.replace("-", "_"), {"reason": harmless(error.what)}
    if isinstance(error, ReadError):
        return "read", {}
    if isinstance(error, AgreecheckError):
        return "usage", {"detail": harmless(error.what).rstrip(".")}
    if isinstance(error, FileNotFoundError):
        return "missing", {}
    if isinstance(error, PermissionError):
        return "permission", {}
    if isinstance(error, MemoryError):
        return "memory", {}
    if isinstance(error, OSError):
        return "read", {}
    return "internal", {"kind": type(error).__name__}


_OWN = ("own_file", "own_file_missing")
_KNOWN = frozenset(
    [
        "missing",
        "empty",
        "encrypted",
        "damaged",
        "not_text",
        "no_pages",
        "too_big",
        "unsupported",
        "permission",
        "cannot_write",
        "no_files",
        "no_paper",
        "output_needed",
        "output_is_file",
        "output_is_input",
        "output_among",
        "date",
        "unknown_code",
        "answers_exist",
        "no_instalment",
        "count",
        "part",
        "crash",
        "timeout",
        "changed",
        "busy",
        "no_store",
        "old_store",
        "no_xlsxwriter",
        "xlsx_output",
        "payments_format",
        "where_form",
        "where_end",
        "where_column",
        "where_number",
        "where_date",
        "where_severity",
        "where_order",
    ]
)
