"""The rows of a summary as a store keeps them: of each file one in every language, made when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from agreecheck.errors import UsageError
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.rows import Rows


class Packed(Protocol):
    """What was kept of each file, by its place."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> bytes: ...


def pack(rows: Mapping[str, Row]) -> bytes:
    """The rows of one file, by language."""
    return msgspec.msgpack.encode(rows)


@dataclass(frozen=True)
class Kept:
    """All rows in one language. Raises UsageError (code old_store) where one is of another form."""

    packed: Packed
    language: str

    def __len__(self) -> int:
        return len(self.packed)

    def __getitem__(self, place: int, /) -> Row:
        try:
            told = msgspec.msgpack.decode(self.packed[place], type=dict[str, msgspec.Raw])
            return msgspec.msgpack.decode(told[self.language], type=Row)
        except (msgspec.DecodeError, KeyError) as error:
            raise UsageError(str(error), code="old_store") from error

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self)))


class Merged:
    """The rows of several stores, each of which has the files of a part, in the order of the files' names."""

    def __init__(self, parts: Sequence[Rows]) -> None:
        every = ((n, place) for n, part in enumerate(parts) for place in range(len(part)))
        self._parts, self._at = parts, sorted(every, key=lambda at: parts[at[0]][at[1]].file)

    def __len__(self) -> int:
        return len(self._at)

    def __getitem__(self, place: int, /) -> Row:
        part, at = self._at[place]
        return self._parts[part][at]

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self)))
