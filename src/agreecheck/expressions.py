"""Regular expressions whose compiled form is kept from run to run.

A review of one paper uses a thousand expressions. Compiling them takes a quarter of a second, a third of the whole;
reading their compiled form takes a hundredth. Python offers no way to keep it, so this uses what ``re.compile`` is made
of: the code that its compiler writes, and the call that makes a pattern of it. The code is good for one very build of
Python and is kept under its name; where a Python is made otherwise, and for what is not kept, ``re.compile`` is called.
"""

import re
import sys
from array import array
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import Any

import msgspec

from agreecheck import cache as files
from agreecheck.model.base import Frozen

_MOST = 3_000  # kept expressions: what earlier versions left behind goes in the end


class Code(Frozen):
    """What a pattern is made of; ``names`` are the groups' names by their numbers, ``code`` 32-bit numbers."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int] = {}


class _Kept:
    """What was kept when the process began, and what it has added."""

    def __init__(self) -> None:
        self.by_source = _fetched()
        self.added = False


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``."""
    kept = _kept()
    key = f"{int(flags)} {source}"
    if key not in kept.by_source:
        code = _code(source, flags)
        if code is None:
            return re.compile(source, flags)
        kept.by_source[key] = code
        kept.added = True
    return _pattern(source, kept.by_source[key]) or re.compile(source, flags)


def keep() -> None:
    """Keep what this process has compiled, for those to come."""
    kept = _kept()
    if kept.added:
        newest = dict(list(kept.by_source.items())[-_MOST:])
        files.keep(_name(), msgspec.msgpack.encode(newest))
        kept.added = False


@cache
def _kept() -> _Kept:
    return _Kept()


def _fetched() -> dict[str, Code]:
    data = files.fetch(_name())
    try:
        return msgspec.msgpack.decode(data, type=dict[str, Code]) if data else {}
    except msgspec.MsgspecError:
        return {}


@cache
def _name() -> str:
    return f"expressions-{sha256(sys.version.encode()).hexdigest()[:16]}.msgpack"


def _code(source: str, flags: int) -> Code | None:
    """What Python's compiler makes of an expression. Raises re.error."""
    try:
        compiler = _part("re._compiler")
        tree = compiler._parser.parse(source, int(flags))
        return Code(
            flags=int(flags | tree.state.flags),
            code=array("I", compiler._code(tree, int(flags))).tobytes(),
            groups=tree.state.groups - 1,
            names=dict(tree.state.groupdict),
        )
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None


def _pattern(source: str, made: Code) -> re.Pattern[str] | None:
    """Python checks the code before it makes a pattern of it."""
    names: list[str | None] = [None] * (made.groups + 1)
    for name, number in made.names.items():
        names[number] = name
    try:
        code = array("I", made.code).tolist()
        pattern: re.Pattern[str] = _part("_sre").compile(
            source, made.flags, code, made.groups, made.names, tuple(names)
        )
        return pattern
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, IndexError):
        return None


@cache
def _part(module: str) -> Any:
    return import_module(module)
