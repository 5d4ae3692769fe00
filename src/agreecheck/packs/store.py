"""Decoded packs and vocabularies, kept in the user's cache folder by the digest of their files.

Reading TOML costs a quarter of a second for a full pack, reading this a few milliseconds.
"""

from typing import TypeVar

import msgspec

from agreecheck import cache

T = TypeVar("T")
_FORM = "3"  # raised whenever the shape of a kept type changes in a way its decoder would not notice


def fetch(digest: str, type_: type[T]) -> T | None:
    """What is kept under a digest, None where there is nothing that can be read."""
    data = cache.fetch(_name(digest))
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=type_)
    except msgspec.MsgspecError:
        return None


def keep(digest: str, value: object) -> None:
    """Keep a value."""
    cache.keep(_name(digest), msgspec.msgpack.encode(value))


def _name(digest: str) -> str:
    return f"pack-{_FORM}-{digest[:32]}.msgpack"
