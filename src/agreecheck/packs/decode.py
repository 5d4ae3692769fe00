"""Decode one TOML file of a pack into a typed value; a misspelt key is an error that names its place."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from agreecheck.errors import PackError

T = TypeVar("T")


def decode(path: Path, type_: type[T]) -> T:
    """The content of ``path`` as ``type_``. Raises PackError with the file and the key at fault."""
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), type_)
    except FileNotFoundError as error:
        raise PackError("the file is missing.", where=str(path)) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(
            f"{error}.", where=str(path), todo="Mend the file; see CONTRIBUTING.md for its form."
        ) from error
