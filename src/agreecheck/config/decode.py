"""A table of a configuration file becomes typed values; each error names the file and the key, and what was meant."""

import json
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec.structs import FieldInfo, fields

from agreecheck.config.find import Source
from agreecheck.config.shape import Config
from agreecheck.errors import ConfigError, nearest
from agreecheck.model.finding import Ignore

KEYS: dict[str, FieldInfo] = {field.encode_name: field for field in fields(Config)}
_LONGEST = 60  # characters of a wrong value that are shown


def decode(source: Source) -> dict[str, Any]:
    """The values that a file sets, by the names of ``Config``. Raises ConfigError."""
    for key in source.table:
        known(key, KEYS, str(source.path))
    return {KEYS[key].name: _value(source, key, value) for key, value in source.table.items()}


def known(key: str, keys: Collection[str], where: str, within: str = "") -> None:
    """Raises ConfigError (code config_unknown) for a key or code that is none, with the nearest one that is.

    ``within`` is the key that it stands under.
    """
    if key in keys:
        return
    near = nearest(key, keys)
    slots = {"key": f"{within}.{key}" if within else key, "near": near}
    raise ConfigError("unknown key.", where=where, code="config_near" if near else "config_unknown", slots=slots)


def _value(source: Source, key: str, value: Any) -> Any:
    if key == "ignore" and isinstance(value, list):
        for entry in value:
            for inner in entry if isinstance(entry, Mapping) else ():
                known(inner, [f.encode_name for f in fields(Ignore)], str(source.path), key)
    try:
        return msgspec.convert(value, KEYS[key].type)
    except msgspec.ValidationError as error:
        slots = {"key": key, "got": _shown(value)}
        raise ConfigError(f"{error}", where=str(source.path), code="config_value", slots=slots) from error


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
