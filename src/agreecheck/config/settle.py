"""Which value holds: the command line's, else the file's, else the program's own; and where it comes from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from agreecheck.config.decode import KEYS, decode
from agreecheck.config.find import Source
from agreecheck.config.shape import HARMLESS, Config
from agreecheck.model.base import Frozen

Origin = Literal["default", "file", "command"]


class Setting(Frozen):
    """One value that holds, by the key it has in a file."""

    key: str
    value: Any
    origin: Origin


class Settled(Frozen):
    """All values by name, the file they may come from, and the keys of it that are not taken because the file lies
    among the papers."""

    settings: dict[str, Setting]
    path: Path | None = None
    refused: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Any:
        return self.settings[name].value


def settle(source: Source | None, said: Mapping[str, Any], *, among_papers: bool = False) -> Settled:
    """``said`` are the values given on the command line, None or () for those that are not. Raises ConfigError."""
    told = decode(source) if source else {}
    refused = [name for name in told if among_papers and name not in HARMLESS]
    taken = {name: _placed(name, value, source) for name, value in told.items() if name not in refused}
    default = Config()
    settings = {}
    for key, field in KEYS.items():
        name = field.name
        if said.get(name) not in (None, (), []):
            settings[name] = Setting(key=key, value=said[name], origin="command")
        elif name in taken:
            settings[name] = Setting(key=key, value=taken[name], origin="file")
        else:
            settings[name] = Setting(key=key, value=getattr(default, name), origin="default")
    keys = tuple(key for key, field in KEYS.items() if field.name in refused)
    return Settled(settings=settings, path=source.path if source else None, refused=keys)


def _placed(name: str, value: Any, source: Source | None) -> Any:
    """Folders and files are meant from the place of the file that names them."""
    home = source.path.parent if source else Path()
    if name == "packs":
        return tuple(str((home / pack).resolve()) for pack in value)
    return str((home / value).resolve()) if name == "law" else value
