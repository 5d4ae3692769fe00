"""``agreecheck --show-config``: every setting that holds, as TOML that could be used again, and where it comes from."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from agreecheck import __version__
from agreecheck.cli.exits import CLEAN
from agreecheck.cli.output import emit
from agreecheck.config.settle import Setting, Settled
from agreecheck.messages import Messages
from agreecheck.report.plain import harmless

_COLUMN = 28


def show(settled: Settled, say: Messages) -> int:
    """Print it."""
    emit("".join(f"{harmless(line)}\n" for line in _lines(settled, say)))
    return CLEAN


def _lines(settled: Settled, say: Messages) -> Iterator[str]:
    path = _near(settled.path) if settled.path else say("config.none")
    yield f"# agreecheck {__version__} · {say('config.file', path=path)}"
    for setting in settled.settings.values():
        said = f"{setting.key} = {_toml(setting.value)}" if setting.value is not None else f"# {setting.key}"
        yield f"{said:<{_COLUMN}}  # {_origin(setting, path, say)}"
    if settled.refused:
        yield f"# {say('config.refused', path=path, keys=', '.join(settled.refused))}"


def _origin(setting: Setting, path: str, say: Messages) -> str:
    if setting.origin == "file":
        return f"{path}: {setting.key}"
    return say("config.command", option=f"--{setting.key}") if setting.origin == "command" else say("config.default")


def _near(path: Path) -> str:
    """The path as it is seen from the working folder."""
    try:
        return os.path.relpath(path)
    except (ValueError, OSError):
        return str(path)


def _toml(value: Any) -> str:
    """A value in one line of TOML; the escapes of its strings are those of JSON."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, msgspec.Struct):
        return _toml({key: inner for key, inner in msgspec.structs.asdict(value).items() if inner is not None})
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
