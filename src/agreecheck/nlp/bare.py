"""spaCy without its command line.

``import spacy`` also imports the ``spacy`` command, and with it HTTP clients and a project tool: a third of its time,
18 MB, and nothing that a program which never goes online should hold. They are left out; a later import of them works.
"""

import sys
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMAND = ("spacy.cli", "spacy.cli.info")


@lru_cache(maxsize=1)
def spacy() -> Any:
    """The module ``spacy``."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in _COMMAND}
    for stand_in in stand_ins.values():
        stand_in.__dict__["info"] = _info
    sys.modules.update(stand_ins)
    try:
        return import_module("spacy")
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """``spacy.info``, of which nobody has need here; it loads the command after all."""
    return import_module("spacy.cli.info").info(*args, **options)
