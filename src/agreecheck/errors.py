"""All errors that a user may meet.

AgreecheckError
 ├─ UsageError    the call is wrong: no such file, unknown option value
 ├─ ConfigError   a configuration file is wrong
 ├─ PackError     a rule pack or the law data is wrong
 └─ ReadError     a document cannot be read

Each says what happened, where, and what to do about it; ``str(error)`` is one line.
"""

from collections.abc import Collection, Mapping
from errno import errorcode

_NONE: Mapping[str, str] = {}


def nearest(word: str, words: Collection[str], cutoff: float = 0.5) -> str:
    """The one of ``words`` that was probably meant, in whatever case it was written; "" if none is like it."""
    from difflib import get_close_matches  # needed for errors alone

    known = {each.lower(): each for each in words}
    return next((known[near] for near in get_close_matches(word.lower(), known, n=1, cutoff=cutoff)), "")


def system_reason(error: OSError) -> dict[str, str]:
    """What the system says of it, as a slot: the name of its number (ENOENT), which the catalogues word."""
    return {"errno": errorcode.get(error.errno or 0, "")}


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
