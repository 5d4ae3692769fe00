"""The rows of a folder seen together."""

from array import array
from collections import Counter
from collections.abc import Iterable

from agreecheck.model.base import Frozen
from agreecheck.report.folder.ledger import Book, book
from agreecheck.report.folder.row import Finding
from agreecheck.report.folder.rows import Rows, Some
from agreecheck.report.folder.same import Alike, alike

_FREQUENT = 10

Counted = tuple[tuple[Finding, int], ...]


class Picture(Frozen):
    """``unread`` rows had no report or lost content, ``read`` the others, each in the order of the files; ``frequent``
    pairs a finding with the number of files it is in, ``missing`` an item with the number of files that lack it."""

    rows: Rows
    unread: Rows
    read: Rows
    alike: Alike
    frequent: Counted
    missing: Counted
    book: Book


def picture(rows: Rows) -> Picture:
    """The rows seen together."""
    same, frequent, missing = alike(rows), _Counter(), _Counter()
    read, unread = array("I"), array("I")
    for place, one in enumerate(rows):
        (read if one.read_in_full and not one.failed else unread).append(place)
        frequent.add(one.findings)
        missing.add(one.missing)
    return Picture(
        rows=rows,
        unread=Some(rows, unread),
        read=Some(rows, read),
        alike=same,
        frequent=frequent.often(),
        missing=missing.often(),
        book=book(rows, same.near),
    )


class _Counter:
    """In how many files a finding is, whatever it says in each; the first words stand for all."""

    def __init__(self) -> None:
        self.first: dict[str, Finding] = {}
        self.files: Counter[str] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        """The findings of one file."""
        own = {f.key: f for f in findings}
        self.files.update(own.keys())
        self.first = own | self.first

    def often(self) -> Counted:
        """Those of more than one file, the most frequent first, then by key."""
        keys = sorted((key for key, n in self.files.items() if n > 1), key=lambda key: (-self.files[key], key))
        return tuple((self.first[key], self.files[key]) for key in keys[:_FREQUENT])
