"""The papers that others are held against, in a file of SQLite's own: thousands that differ would fill the memory."""

import sqlite3

from agreecheck.report.likeness import ALIKE, bands, likeness

_HOLDERS = 4  # papers that one piece of wording leads to: enough to find its like, few enough for thousands of files
_TABLES = """
PRAGMA journal_mode = OFF;
CREATE TABLE leader (place INTEGER PRIMARY KEY, sketch BLOB);
CREATE TABLE holder (piece BLOB, place INTEGER, PRIMARY KEY (piece, place)) WITHOUT ROWID;
BEGIN;
"""
_HOLDS = "INSERT INTO holder SELECT ?1, ?2 WHERE (SELECT count(*) FROM holder WHERE piece = ?1) < ?3"


class Leaders:
    """The first papers of groups."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_TABLES)

    def of(self, place: int, sketch: bytes) -> int:
        """The place of the first paper that is like this one; where there is none its own, and it leads from now on."""
        pieces = [b"%d %b" % piece for piece in bands(sketch)]
        if not pieces:
            return place
        marks = ", ".join("?" * len(pieces))
        known = self._base.execute(
            f"SELECT * FROM leader WHERE place IN (SELECT place FROM holder WHERE piece IN ({marks})) ORDER BY place",
            pieces,
        )
        for leader, other in known:
            if likeness(other, sketch) >= ALIKE:
                return int(leader)
        self._base.execute("INSERT INTO leader VALUES (?, ?)", (place, sketch))
        self._base.executemany(_HOLDS, ((piece, place, _HOLDERS) for piece in pieces))
        return place

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()
