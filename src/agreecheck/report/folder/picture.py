"""The rows of a folder seen together."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from agreecheck.model.base import Frozen
from agreecheck.report.folder.ledger import Book, book
from agreecheck.report.folder.row import Finding, Row
from agreecheck.report.folder.same import Alike, alike

_FREQUENT = 10

Counted = tuple[tuple[Finding, int], ...]


class Picture(Frozen):
    """``unread`` rows had no report or lost content, ``read`` the others, each in the order of the files; ``frequent``
    pairs a finding with the number of files it is in, ``missing`` an item with the number of files that lack it."""

    rows: tuple[Row, ...]
    unread: tuple[Row, ...]
    read: tuple[Row, ...]
    alike: Alike
    frequent: Counted
    missing: Counted
    book: Book


def picture(rows: Sequence[Row]) -> Picture:
    """The rows seen together."""
    same = alike(rows)
    return Picture(
        rows=tuple(rows),
        unread=tuple(r for r in rows if r.failed or not r.read_in_full),
        read=tuple(r for r in rows if not r.failed and r.read_in_full),
        alike=same,
        frequent=_frequent(rows, lambda one: one.findings),
        missing=_frequent(rows, lambda one: one.missing),
        book=book(rows, same.near),
    )


def _frequent(rows: Iterable[Row], of: Callable[[Row], tuple[Finding, ...]]) -> Counted:
    """Findings of more than one file, the most frequent first, then by key."""
    known: dict[str, Finding] = {}
    counts: Counter[str] = Counter()
    for one in rows:
        for key, finding in {f.key: f for f in of(one)}.items():
            known.setdefault(key, finding)
            counts[key] += 1
    often = sorted((key for key in counts if counts[key] > 1), key=lambda key: (-counts[key], key))
    return tuple((known[key], counts[key]) for key in often[:_FREQUENT])
