"""Where output goes: a stream of any encoding, or a file that is whole or not there."""

import codecs
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TextIO

from agreecheck.errors import UsageError

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


def emit(text: str | bytes, *, utf8: bool = False) -> None:
    """Write to standard output; a reader that has gone away is no error. ``utf8``: whatever the stream's encoding."""
    try:
        if utf8 and hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(_bytes(text))
        else:
            sys.stdout.write(text if isinstance(text, str) else text.decode())
        sys.stdout.flush()
    except BrokenPipeError:
        _quiet(sys.stdout)


def save(path: Path, text: str | bytes) -> None:
    """Write a whole file or none, readable by its owner alone. Raises UsageError (code cannot_write).

    A link's target is written, not the link; what is no regular file (a pipe, a device) is written to directly.
    """
    partial: str | None = None
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            path.write_bytes(_bytes(text))
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=_PARTIAL, delete=False) as file:
            partial = file.name
            file.write(_bytes(text))
        os.replace(partial, path)
    except OSError as error:
        if partial:
            with suppress(OSError):
                os.unlink(partial)
        raise UsageError(error.strerror or type(error).__name__, where=str(path), code="cannot_write") from error


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "replace") if isinstance(text, str) else text


def aside(folder: Path) -> IO[bytes]:
    """A file in a folder that is to be renamed when it is whole. Raises UsageError (code cannot_write)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.NamedTemporaryFile(dir=folder, prefix=_PARTIAL, delete=False)
    except OSError as error:
        raise UsageError(error.strerror or type(error).__name__, where=str(folder), code="cannot_write") from error


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
