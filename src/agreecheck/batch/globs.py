"""Patterns for paths, as in a .gitignore file.

``*`` and ``?`` stay within one name, ``**`` goes across folders, a closing ``/`` means folders alone. A pattern with a
``/`` before its end is meant from the folder it is written for, any other at every depth. ``!`` takes back.
Matching is linear in path and pattern, whoever wrote the pattern.
"""

import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import lru_cache

from agreecheck.model.base import Frozen

IGNORE_FILE = ".agreecheckignore"
_ANY_DEPTH = "**"


class Line(Frozen):
    """One pattern, name by name; ``below`` is the folder it is written for, ``""`` or ending in ``/``."""

    names: tuple[str, ...]
    below: str = ""
    folders_only: bool = False
    takes_back: bool = False


def lines(texts: Iterable[str], below: str = "") -> tuple[Line, ...]:
    """The patterns of an ignore file's lines; blank ones and comments are none."""
    return tuple(line for text in texts if (line := _line(text.strip("\r\n"), below)))


def matches(patterns: Sequence[Line], path: str, *, folder: bool = False) -> bool:
    """Whether the last pattern that fits ``path`` (with ``/``, relative to the top) takes it."""
    for line in reversed(patterns):
        if line.folders_only and not folder:
            continue
        if path.startswith(line.below) and _fits(line.names, path[len(line.below) :].split("/")):
            return not line.takes_back
    return False


def _line(text: str, below: str) -> Line | None:
    text = text.rstrip(" ")
    if not text or text.startswith("#"):
        return None
    takes_back = text.startswith("!")
    text = text[1:] if takes_back else text.removeprefix("\\")
    bare = text.rstrip("/")
    names = tuple(name for name in bare.split("/") if name not in ("", "."))
    if not names:
        return None
    if "/" not in bare:
        names = (_ANY_DEPTH, *names)
    return Line(names=names, below=below, folders_only=text.endswith("/"), takes_back=takes_back)


def _fits(pattern: Sequence[str], names: Sequence[str]) -> bool:
    """Walks along both at once: ``reached`` holds how many names each way of reading the pattern has used up."""
    reached = {0}
    for piece in (*pattern, "*") if pattern[-1] == _ANY_DEPTH else pattern:
        if not reached:
            return False
        if piece == _ANY_DEPTH:
            reached = set(range(min(reached), len(names) + 1))
        else:
            reached = {n + 1 for n in reached if n < len(names) and _compiled(piece).match(names[n])}
    return len(names) in reached


@lru_cache(maxsize=512)
def _compiled(piece: str) -> "re.Pattern[str]":
    return re.compile(translate(piece))
