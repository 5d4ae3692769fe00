"""Trouble in one clear sentence: where, what, what to do. No trace, nothing of the document's text."""

import sys

from agreecheck.cli.exits import without_report
from agreecheck.errors import AgreecheckError, ConfigError, PackError, ReadError
from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.plain import harmless

_OWN = ("own_file", "own_file_missing")


class Trouble(Frozen):
    """A reason a machine can read, and the sentence for a person."""

    code: str
    message: str


def trouble(say: Messages, error: Exception, where: str = "") -> Trouble:
    """What an exception means for the user."""
    code, slots = _classify(say, error)
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


def unread(say: Messages, error: Exception, where: str) -> int:
    """Tell why there is nothing to say about a file; the exit code."""
    what = trouble(say, error, where)
    complain(say, what.message)
    return without_report(what.code)


def _classify(say: Messages, error: Exception) -> tuple[str, dict[str, str]]:
    if isinstance(error, AgreecheckError) and error.code == "usage":
        return "usage", {"detail": harmless(error.what).rstrip(".")}
    if isinstance(error, ConfigError) and error.code.startswith("config_"):
        return error.code, {key: harmless(value) for key, value in error.slots.items()}
    if isinstance(error, ConfigError) and error.code in _OWN:
        return error.code, {"detail": harmless(error.what)}
    if isinstance(error, (PackError, ConfigError)):
        return "pack", {"detail": harmless(error.what)}
    if isinstance(error, AgreecheckError) and say.get(f"error.{error.code}"):
        return error.code, {"reason": harmless(error.what)}
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
