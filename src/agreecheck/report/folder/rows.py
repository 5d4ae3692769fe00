"""Rows of a folder, few of them held at a time: they may lie in a store, and are asked for as often as need be."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Protocol

from agreecheck.report.folder.row import Row

Places = Sequence[int]


class Rows(Protocol):
    """Rows by their place, from 0 on; a list is one."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> Row: ...

    def __iter__(self) -> Iterator[Row]: ...


@dataclass(frozen=True)
class Some:
    """Those of the rows that stand at some places."""

    rows: Rows
    places: Places

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, place: int, /) -> Row:
        return self.rows[self.places[place]]

    def __iter__(self) -> Iterator[Row]:
        return map(self.rows.__getitem__, self.places)


@dataclass(frozen=True)
class Changed:
    """All rows, each changed when it is asked for."""

    rows: Rows
    change: Callable[[Row], Row]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int, /) -> Row:
        return self.change(self.rows[place])

    def __iter__(self) -> Iterator[Row]:
        return map(self.change, self.rows)


def chosen(rows: Rows, test: Callable[[Row], bool]) -> Some:
    """The rows that fit."""
    return Some(rows, array("I", (place for place, row in enumerate(rows) if test(row))))


def grouped(keys: Iterable[str]) -> Iterator[Places]:
    """The places of each key, in the order of their first ones; few bytes a key."""
    group = _numbered(keys)
    for _, places in groupby(sorted(range(len(group)), key=group.__getitem__), key=group.__getitem__):
        yield array("I", places)


def _numbered(keys: Iterable[str]) -> Sequence[int]:
    """By place, the number of its key."""
    numbers: dict[bytes, int] = {}
    return array("I", (numbers.setdefault(_digest(key), len(numbers)) for key in keys))


def _digest(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
