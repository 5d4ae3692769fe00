"""What has been reviewed, kept beside the reports: a run that was ended goes on where it stopped.

SQLite with one writer. A row is whole or not there whatever happens to the process; a store that is spoilt or of
another form is begun anew, which costs only time.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from agreecheck.errors import UsageError

_FORM = 4
_TABLES = """
CREATE TABLE IF NOT EXISTS result (
    content TEXT NOT NULL, settings TEXT NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (content, settings)
);
CREATE TABLE IF NOT EXISTS told (place INTEGER PRIMARY KEY, packed BLOB NOT NULL)
"""


class Store:
    """Results by content of the file and settings of the review. Without a path it lives as long as the run."""

    def __init__(self, path: Path | None, settings: str) -> None:
        """Raises UsageError: code busy where another run holds it, cannot_write where it cannot be made."""
        self._settings = settings
        try:
            self._base = _open(path)
        except sqlite3.Error as error:
            raise _trouble(error, path) from error
        except OSError as error:
            raise UsageError(error.strerror or "", where=str(path), code="cannot_write") from error
        self._path = path

    def has(self, content: str) -> bool:
        """Whether there is a result for this content."""
        return self._row("SELECT 1", content) is not None

    def get(self, content: str) -> bytes | None:
        """The result for this content."""
        row = self._row("SELECT packed", content)
        return None if row is None else row[0]

    def put(self, content: str, packed: bytes) -> None:
        """Keep a result; it is there to stay when this returns. Raises UsageError (code cannot_write)."""
        self._do("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", content, self._settings, packed)

    def begin(self) -> None:
        """Forget what an earlier run told; its results stay."""
        self._do("DELETE FROM told")

    def tell(self, place: int, packed: bytes) -> None:
        """Keep what this run tells of one file in its summary."""
        self._do("INSERT OR REPLACE INTO told VALUES (?, ?)", place, packed)

    def told(self) -> "Told":
        """What this run has told so far."""
        return Told(self._base, self._path)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._base.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _do(self, statement: str, *values: object) -> sqlite3.Cursor:
        try:
            return self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise _trouble(error, self._path) from error

    def _row(self, what: str, content: str) -> "tuple[bytes] | None":
        asked = f"{what} FROM result WHERE content = ? AND settings = ?"
        found: tuple[bytes] | None = self._do(asked, content, self._settings).fetchone()
        return found


class Told:
    """What the last run with a store told of each file, by its place. Raises UsageError, also when it is asked for one:
    code old_store where the store is spoilt, busy where a run holds it."""

    def __init__(self, base: sqlite3.Connection, path: Path | None) -> None:
        self._base, self._path = base, path
        self._count: int = self._one("SELECT count(*) FROM told")

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int, /) -> bytes:
        packed: bytes = self._one("SELECT packed FROM told WHERE place = ?", place)
        return packed

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def _one(self, asked: str, *values: object) -> Any:
        with _telling(self._path):
            row = self._base.execute(asked, values).fetchone()
            if row is None:
                raise sqlite3.DatabaseError("a gap")
            return row[0]


@contextmanager
def told(path: Path) -> Iterator[Told]:
    """What the last run with this store told; nothing is changed. Raises UsageError as ``Told`` does, code
    old_store also where the store is of another form."""
    with _telling(path):
        base = sqlite3.connect(path, timeout=1, isolation_level=None)
    with closing(base):
        with _telling(path):
            if base.execute("PRAGMA user_version").fetchone() != (_FORM,):
                raise sqlite3.DatabaseError("another form")
        yield Told(base, path)


@contextmanager
def _telling(path: Path | None) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _trouble(error, path) from error
    except sqlite3.DatabaseError as error:
        raise UsageError(str(error), where=str(path or ""), code="old_store") from error


def _open(path: Path | None) -> sqlite3.Connection:
    if path is None:
        return _connect("")  # a file of SQLite's own that nobody else sees
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        return _connect(str(path))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        return _connect(str(path))


def _connect(name: str) -> sqlite3.Connection:
    base = sqlite3.connect(name, timeout=1, isolation_level=None)
    try:
        for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = NORMAL"):
            base.execute(f"PRAGMA {setting}")
        (form,) = base.execute("PRAGMA user_version").fetchone()
        if form not in (0, _FORM):
            raise sqlite3.DatabaseError("another form")
        base.execute("BEGIN EXCLUSIVE")
        for table in _TABLES.split(";"):
            base.execute(table)
        base.execute(f"PRAGMA user_version = {_FORM}")
        base.execute("COMMIT")
    except sqlite3.Error:
        base.close()
        raise
    return base


def _trouble(error: sqlite3.Error, path: Path | None) -> UsageError:
    busy = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return UsageError(str(error), where=str(path or ""), code="busy" if busy else "cannot_write")
