"""Decoded packs and vocabularies, kept in the user's cache folder by the digest of their files.

Reading TOML costs a quarter of a second for a full pack, reading this a few milliseconds. Nothing depends on it: a
folder that is missing, full, read-only or spoilt only costs that time.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import msgspec

T = TypeVar("T")
_FORM = "2"  # raised whenever the shape of a kept type changes in a way its decoder would not notice


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "agreecheck"


def fetch(digest: str, type_: type[T]) -> T | None:
    """What is kept under a digest, None where there is nothing that can be read."""
    try:
        return msgspec.msgpack.decode(_path(digest).read_bytes(), type=type_)
    except (OSError, RuntimeError, msgspec.MsgspecError):
        return None


def keep(digest: str, value: object) -> None:
    """Keep a value; a folder that cannot be written is no error. Written aside and renamed: never half a file."""
    with suppress(OSError, RuntimeError):
        target = _path(digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            file.write(msgspec.msgpack.encode(value))
        Path(file.name).replace(target)


def _path(digest: str) -> Path:
    return cache_folder() / f"pack-{_FORM}-{digest[:32]}.msgpack"
