"""The configuration that holds for a working folder: the nearest one upward, as a table that is not yet decoded."""

import tomllib
from pathlib import Path
from typing import Any

from agreecheck.model.base import Frozen
from agreecheck.packs.own import no_toml, unopened

OWN_FILE, SHARED_FILE, TOOL = "agreecheck.toml", "pyproject.toml", "agreecheck"


class Source(Frozen):
    """A file and what it says; ``table`` is the part of it that is meant for this program."""

    path: Path
    table: dict[str, Any]

    def lies_in(self, folder: Path) -> bool:
        """Whether the file is in a folder or anywhere below it, by its own name or where a link leads."""
        top = folder.resolve()
        return any(home.is_relative_to(top) for home in (self.path.parent.resolve(), self.path.resolve().parent))


def nearest(start: Path) -> Source | None:
    """The first ``agreecheck.toml``, or ``pyproject.toml`` with a ``[tool.agreecheck]``, in a folder or above it.

    Raises ConfigError where that file cannot be read.
    """
    for folder in (start, *start.parents):
        if (folder / OWN_FILE).is_file():
            return named(folder / OWN_FILE)
        if (folder / SHARED_FILE).is_file():
            shared = _shared(folder / SHARED_FILE)
            if shared is not None:
                return shared
    return None


def named(path: Path) -> Source:
    """The file at ``path``, whatever it is called. Raises ConfigError."""
    if path.name == SHARED_FILE:
        return _shared(path) or Source(path=path, table={})
    return Source(path=path, table=_parsed(path, _content(path)))


def _shared(path: Path) -> Source | None:
    """Most such files are not about this program; those are not parsed, nor any trouble with them told."""
    content = _content(path)
    if TOOL.encode() not in content:
        return None
    tools = _parsed(path, content).get("tool")
    table = tools.get(TOOL) if isinstance(tools, dict) else None
    return Source(path=path, table=table) if isinstance(table, dict) else None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unopened(error, path) from error


def _parsed(path: Path, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise no_toml(error, path) from error
