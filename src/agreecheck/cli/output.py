"""Where output goes: a stream of any encoding, or a file that is whole or not there."""

import argparse
import codecs
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from agreecheck.errors import UsageError, system_reason

_LOOKALIKES = {
    "✓": "√",
    "¥": "￥",
    "•": "·",
    "–": "-",
    "—": "-",
    "≠": "!=",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "→": "->",
    "…": "...",
}
_PARTIAL = ".agreecheck-"
_NARROWEST, _WIDEST, _PIPED = 40, 100, 80


def prepare_streams() -> None:
    """Standard output and error never fail on a sign they cannot print: a lookalike or ? stands for it.

    A stream that knows only ASCII (C locale) is taken for UTF-8: no Chinese report could be read otherwise.
    """
    codecs.register_error("agreecheck", _lookalike)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            ascii_only = codecs.lookup(stream.encoding or "ascii").name == "ascii"
            stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="agreecheck")


Text = str | bytes | Iterable[str]
"""What is written; a long text comes in pieces."""


def emit(text: Text, *, utf8: bool = False) -> None:
    """Write to standard output; a reader that has gone away is no error. ``utf8``: whatever the stream's encoding.

    Raises UsageError (code cannot_write) where the disk behind it is full.
    """
    try:
        if utf8 and hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.writelines(map(_bytes, _pieces(text)))
        else:
            sys.stdout.writelines(one if isinstance(one, str) else one.decode() for one in _pieces(text))
        sys.stdout.flush()
    except BrokenPipeError:
        _quiet(sys.stdout)
    except OSError as error:
        _quiet(sys.stdout)  # what is left in the buffer would fail once more at the end
        raise _unwritable(error, "stdout") from error


def save(path: Path, text: Text) -> None:
    """Write a whole file or none, readable by its owner alone. Raises UsageError (code cannot_write).

    A link's target is written, not the link; what is no regular file (a pipe, a device) is written to directly.
    """
    partial: str | None = None
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.writelines(map(_bytes, _pieces(text)))
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=_PARTIAL, delete=False) as file:
            partial = file.name
            file.writelines(map(_bytes, _pieces(text)))
        os.replace(partial, path)
    except OSError as error:
        raise _unwritable(error, path) from error
    finally:
        if partial:
            with suppress(OSError):  # where all went well, it is in its place
                os.unlink(partial)


def _pieces(text: Text) -> Iterable[str | bytes]:
    return (text,) if isinstance(text, str | bytes) else text


def _unwritable(error: OSError, where: Path | str) -> UsageError:
    what = error.strerror or type(error).__name__
    return UsageError(what, where=str(where), code="cannot_write", slots=system_reason(error))


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "replace") if isinstance(text, str) else text


class Growing:
    """A file that grows aside and is there when it is whole. All methods raise UsageError (code cannot_write)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.NamedTemporaryFile(  # noqa: SIM115  # closed by ``end``
                dir=path.parent, prefix=_PARTIAL, delete=False
            )

    def write(self, text: str) -> None:
        """Add to it."""
        with self._telling():
            self._file.write(_bytes(text))

    def end(self) -> None:
        """Put it in its place."""
        with self._telling():
            self._file.close()
            os.replace(self._file.name, self._path)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _unwritable(error, self._path) from error


def target(options: argparse.Namespace, name: str) -> Path:
    """The file that ``-o`` means: the path itself, or ``name`` in it where it is a folder or is written like one."""
    output: Path = options.output
    return output / name if options.folder_meant or output.is_dir() else output


def sweep(folder: Path) -> None:
    """Remove what ``save`` had begun below a folder when its process was killed."""
    for left in folder.rglob(f"{_PARTIAL}*"):
        with suppress(OSError):
            left.unlink()


def terminal_options() -> dict[str, Any]:
    """Width and colour of standard output: plain and 80 wide where it is no terminal."""
    if not sys.stdout.isatty():
        return {"width": _PIPED, "colour": False}
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    return {"width": width, "colour": "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"}


def _lookalike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    known = [_LOOKALIKES.get(sign, "?") for sign in error.object[error.start : error.end]]
    return "".join(sign if _fits(sign, error.encoding) else "?" for sign in known), error.end


def _fits(sign: str, encoding: str) -> bool:
    with suppress(UnicodeEncodeError):
        return bool(sign.encode(encoding))
    return False


def _quiet(stream: TextIO) -> None:
    """Let what is still buffered for a closed pipe go nowhere, also at the end of the program."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
