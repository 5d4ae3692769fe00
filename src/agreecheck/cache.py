"""The user's cache folder: what took a while to make and can be made again.

Nothing depends on it: a folder that is missing, full, read-only or spoilt only costs that time. Each file begins with a
checksum of the rest, so that a byte that changed on the disk never changes a review.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from zlib import crc32

_SUM = 4  # bytes of the checksum


def folder() -> Path:
    """Where this user's programs keep what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "agreecheck"


def fetch(name: str) -> bytes | None:
    """What is kept under a name, None where there is nothing that can be read."""
    try:
        kept = (folder() / name).read_bytes()
    except (OSError, RuntimeError):
        return None
    data = kept[_SUM:]
    return data if kept[:_SUM] == _checksum(data) else None


def keep(name: str, data: bytes) -> None:
    """Keep data; a folder that cannot be written is no error. Written aside and renamed: never half a file."""
    with suppress(OSError, RuntimeError):
        target = folder() / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            file.write(_checksum(data) + data)
        Path(file.name).replace(target)


def _checksum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")
