"""All errors that a user may meet.

AgreecheckError
 ├─ UsageError    the call is wrong: no such file, unknown option value
 ├─ ConfigError   a configuration file is wrong
 ├─ PackError     a rule pack or the law data is wrong
 └─ ReadError     a document cannot be read

Each says what happened, where, and what to do about it; ``str(error)`` is one line.
"""

from collections.abc import Mapping

_NONE: Mapping[str, str] = {}


class AgreecheckError(Exception):
    """What happened, where (a file, a key), and what to do; ``code`` keys the message catalogue, ``slots`` fill it."""

    def __init__(
        self, what: str, *, where: str = "", todo: str = "", code: str = "", slots: Mapping[str, str] = _NONE
    ) -> None:
        super().__init__(what)
        self.what, self.where, self.todo, self.code, self.slots = what, where, todo, code, dict(slots)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.todo}" if self.todo else ""
        return f"{place}{self.what}{advice}"


class UsageError(AgreecheckError):
    """The command or the function was called with something that cannot work."""


class ConfigError(AgreecheckError):
    """A configuration file holds something that cannot be used."""


class PackError(AgreecheckError):
    """A rule pack, a concept list or the law data cannot be used."""


class ReadError(AgreecheckError):
    """A document cannot be read.

    ``code`` is one of empty, missing, encrypted, damaged, not_text, no_pages, too_big, unsupported.
    """
