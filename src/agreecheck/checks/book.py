"""The texts, severities and cue words of the checks."""

from functools import lru_cache

from agreecheck.model.check import CheckBook
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder


@lru_cache(maxsize=1)
def book() -> CheckBook:
    """``checks.toml`` of the shipped pack; it holds both languages."""
    return decode(folder("zh") / "checks.toml", CheckBook)
