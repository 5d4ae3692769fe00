"""With this folder on PYTHONPATH, reading a file does to the process what the file's name says.

It stands for papers that a library cannot bear. ``MISCHIEF_LOG`` names a file that gets a line for each reading.
"""

import os
import re
import signal
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def _stuck() -> None:
    re.match("(a+)+$", "a" * 60 + "b")  # in C code that lets no other thread run


def _chat() -> None:
    print("chat", flush=True)
    os.write(2, b"chat")


DEEDS: dict[str, Callable[[], object]] = {
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "stuck": _stuck,
    "eats": lambda: bytearray(8 * 1024**3),
    "chat": _chat,
}


class _Finder:
    """Wraps ``agreecheck.read.read`` when it is imported."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != "agreecheck.read":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec
        assert spec.loader
        load = spec.loader.exec_module

        def load_and_wrap(module: Any) -> None:
            load(module)
            read = module.read

            def misread(path: Path) -> object:
                with open(os.environ["MISCHIEF_LOG"], "a") as log:
                    log.write(f"{path.name} {os.getpid()}\n")
                DEEDS.get(path.stem, lambda: None)()
                return read(path)

            module.read = misread

        spec.loader.exec_module = load_and_wrap  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _Finder())
