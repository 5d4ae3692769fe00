"""Files that a user brings along (``me.toml``, answers): decoded like packs, with errors of their own."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec

from agreecheck.errors import ConfigError

T = TypeVar("T")


def decode_own(path: Path, type_: type[T]) -> T:
    """The content of a TOML file as ``type_``; figures are exact decimals.

    Raises ConfigError (code own_file, own_file_missing) with the file and the key at fault.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return msgspec.convert(tomllib.loads(text, parse_float=Decimal), type_)
    except OSError as error:
        raise ConfigError(f"{error.strerror or error}", where=str(path), code="own_file_missing") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(f"{error}", where=str(path), code="own_file") from error
