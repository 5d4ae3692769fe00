"""The dated law of the shipped pack."""

from functools import cache

from agreecheck.model.law import LawBook
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder


@cache
def law() -> LawBook:
    """``law.toml``: sources, ceilings, prime rate, holidays. Raises PackError."""
    return decode(folder("zh") / "law.toml", LawBook)
