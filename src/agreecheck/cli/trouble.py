"""Trouble in one clear sentence: where, what, what to do. No trace, nothing of the document's text."""

import sys

from agreecheck.cli.exits import without_report
from agreecheck.errors import AgreecheckError, ConfigError, PackError, ReadError
from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.plain import harmless


class Trouble(Frozen):
    """A reason a machine can read, and the sentence for a person; ``beside``: the sentence beside the paper's name."""

    code: str
    message: str
    beside: str


def trouble(say: Messages, error: Exception, where: str = "") -> Trouble:
    """What an exception means for the user."""
    code, slots = _classify(say, error)
    if code == "config_value":
        slots["want"] = say(f"config_want.{slots['key'].replace('-', '_')}")
    if code == "own_value":
        key = f"own_want.{slots['name']}"
        slots["want"] = say(key if say.get(key) else "own_want.other")
    own, brought = getattr(error, "where", ""), code == "pack" or code.startswith("own_")
    place = harmless(own if brought else where or own)
    parts = {"where": place, "what": say(f"error.{code}", **slots), "todo": say(f"error.{code}_todo")}
    bare = say("error.form_bare", **parts)
    whole = say("error.form", **parts) if place else bare
    return Trouble(code=code, message=whole, beside=whole if brought else bare)


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
    if isinstance(error, ConfigError) and error.code.startswith(("config_", "own_")):
        return error.code, _slots(say, error)
    if isinstance(error, (PackError, ConfigError)):
        return "pack", {"detail": harmless(error.what)}
    if isinstance(error, AgreecheckError) and say.get(f"error.{error.code}"):
        return error.code, _slots(say, error)
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


def _slots(say: Messages, error: AgreecheckError) -> dict[str, str]:
    """What fills the sentence; what the system says is told in the reader's language where it is known."""
    reason = say.get(f"system.{error.slots.get('errno', '')}") or error.what
    return {key: harmless(value) for key, value in {**error.slots, "reason": reason}.items()}
