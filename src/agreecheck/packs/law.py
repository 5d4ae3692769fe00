"""The dated law of the shipped pack, and what a user's own file changes of it."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import asdict, replace

from agreecheck.errors import ConfigError
from agreecheck.model.base import Frozen
from agreecheck.model.law import Ceiling, Code, Holidays, LawBook, PrimeRate, Thresholds
from agreecheck.model.rule import Law, PricePoint
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder
from agreecheck.packs.own import decode_own, misfit

T = TypeVar("T")


class PrimeRatePart(Frozen):
    """Further or other points; ``as_of`` is the last day on which the newest one was known to hold."""

    points: tuple[PricePoint, ...]
    as_of: date | None = None
    source: str = ""


class LawFile(Frozen):
    """A user's law file: the form of ``law.toml``, every part of it optional. What it names anew (a day's prime rate, a
    year's holidays, a ceiling, a source, a threshold) takes the place of the shipped one, the rest stays."""

    as_of: date | None = None
    thresholds: dict[str, object] = {}
    prime_rate: PrimeRatePart | None = None
    ceilings: tuple[Ceiling, ...] = ()
    holidays: tuple[Holidays, ...] = ()
    codes: tuple[Code, ...] = ()
    laws: tuple[Law, ...] = ()


@cache
def law() -> LawBook:
    """``law.toml``: sources, ceilings, prime rate, holidays. Raises PackError."""
    return decode(folder("zh") / "law.toml", LawBook)


def with_own(path: Path) -> LawBook:
    """The shipped law with what the file at ``path`` replaces or adds. Raises ConfigError naming file and key."""
    return merged(law(), decode_own(path, LawFile), str(path))


def merged(book: LawBook, own: LawFile, where: str = "") -> LawBook:
    """``own`` over ``book``. Raises ConfigError."""
    whole = replace(
        book,
        as_of=own.as_of or book.as_of,
        thresholds=_thresholds(book.thresholds, own.thresholds, where),
        prime_rate=_prime_rate(book.prime_rate, own.prime_rate),
        ceilings=_over(book.ceilings, own.ceilings, lambda c: c.law),
        holidays=_over(book.holidays, own.holidays, lambda h: h.year),
        codes=_over(book.codes, own.codes, lambda c: c.prefix),
        laws=_over(book.laws, own.laws, lambda one: one.key),
    )
    known = whole.entries()
    for number, ceiling in enumerate(own.ceilings):
        if ceiling.law not in known:
            slots = {"key": f"ceilings[{number}].law", "name": "law"}
            raise ConfigError(f"no source has the key {ceiling.law!r}.", where=where, code="own_value", slots=slots)
        if (ceiling.percent is None) == (ceiling.times is None):
            slots = {"key": f"ceilings[{number}]", "name": "ceiling"}
            raise ConfigError(
                f"$.ceilings[{number}]: either percent or times.", where=where, code="own_value", slots=slots
            )
    return whole


def _prime_rate(rate: PrimeRate, own: PrimeRatePart | None) -> PrimeRate:
    if own is None:
        return rate
    points = {p.since: p for p in (*rate.points, *own.points)}
    newest = max([rate.as_of, *(p.since for p in own.points)])
    ordered = tuple(points[day] for day in sorted(points))
    return PrimeRate(source=own.source or rate.source, as_of=own.as_of or newest, points=ordered)


def _thresholds(known: Thresholds, own: dict[str, object], where: str) -> Thresholds:
    try:
        return msgspec.convert(asdict(known) | own, Thresholds)
    except msgspec.ValidationError as error:
        raise misfit(f"{error}", where, Thresholds) from error


def _over(known: tuple[T, ...], own: tuple[T, ...], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """``known`` in its order, each replaced by the one of ``own`` with its key; then what is new."""
    named = {key(one): one for one in own}
    kept = [named.pop(key(one), one) for one in known]
    return (*kept, *named.values())
