"""Decode one TOML file of a pack into a typed value; a misspelt key is an error that names its place."""

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from agreecheck.errors import PackError
from agreecheck.packs import store

T = TypeVar("T")


def parse(path: Path, type_: type[T]) -> T:
    """The content of ``path`` as ``type_``. Raises PackError with the file and the key at fault."""
    return _typed(_content(path), path, type_)


def decode(path: Path, type_: type[T]) -> T:
    """As ``parse``; what was decoded once, here or in another run, is not read as TOML again."""
    data = _content(path)
    digest = sha256(f"{type_.__module__}.{type_.__qualname__}\0".encode() + data).hexdigest()
    kept = store.fetch(digest, type_)
    if kept is None:
        kept = _typed(data, path, type_)
        store.keep(digest, kept)
    return kept


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PackError("the file is missing.", where=str(path)) from error


def _typed(data: bytes, path: Path, type_: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(data.decode()), type_)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(
            f"{error}.", where=str(path), todo="Mend the file; see CONTRIBUTING.md for its form."
        ) from error
