"""Files that a user brings along (``me.toml``, answers): decoded like packs, with errors of their own."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from agreecheck.errors import ConfigError, nearest, system_reason

T = TypeVar("T")

_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
_WANTING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
_OUR_OWN = re.compile(r"`(?P<key>\w+)` must")  # what a type says of its own field
_LINE = re.compile(r"at line (\d+)")


def decode_own(path: Path, type_: type[T]) -> T:
    """The content of a TOML file as ``type_``; figures are exact decimals.

    Raises ConfigError (code own_*) with the file and the key at fault.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal), type_)
    except OSError as error:
        raise unopened(error, path) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise no_toml(error, path) from error
    except msgspec.ValidationError as error:
        raise misfit(f"{error}", str(path), type_) from error


def unopened(error: OSError, path: Path) -> ConfigError:
    """A file that is not there or not to be read."""
    what = error.strerror or str(error)
    return ConfigError(what, where=str(path), code="own_file_missing", slots=system_reason(error))


def no_toml(error: ValueError, path: Path) -> ConfigError:
    """A file that is no text, or breaks the form of TOML in one of its lines."""
    if isinstance(error, UnicodeDecodeError):
        return ConfigError(f"{error}", where=str(path), code="own_not_text")
    at = _LINE.search(f"{error}")
    if at is None:
        return ConfigError(f"{error}", where=str(path), code="own_ends")
    return ConfigError(f"{error}", where=str(path), code="own_line", slots={"line": at[1]})


def misfit(what: str, where: str, type_: type) -> ConfigError:
    """A value or a key that is not as the type wants it."""
    at = _AT.search(what)
    path = at["path"] if at else ""
    for code, form in (("own_unknown", _UNKNOWN), ("own_wanting", _WANTING), ("own_value", _OUR_OWN)):
        if named := form.match(what):
            key = named["key"]
            near = nearest(key, tuple(_keys(type_))) if code == "own_unknown" else ""
            slots = {"key": f"{path}.{key}" if path else key, "name": key, "near": near}
            return ConfigError(what, where=where, code="own_near" if near else code, slots=slots)
    name = re.sub(r"\[[^]]*\]", "", path).rpartition(".")[2]
    return ConfigError(what, where=where, code="own_value", slots={"key": path, "name": name})


def _keys(type_: Any) -> Iterator[str]:
    """All keys that a file of this type may have, at whatever depth."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        for field in msgspec.structs.fields(type_):
            yield field.encode_name
            yield from _keys(field.type)
    else:
        for part in get_args(type_):
            yield from _keys(part)
