"""Words that show how figures belong together; they are data, ``plan.toml`` of a pack."""

import re
from functools import cache
from typing import Literal

from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

Name = Literal[
    "sum_before", "sum_between", "other_total", "parts_follow", "parts_opened", "refers_back", "rest", "whole_before",
    "one_more", "at_once",
    "deposit_first", "subtotal", "same_rate", "pays", "pays_principal", "pays_interest", "numbered", "already",
    "no_range", "signature", "date_label", "from_signing", "at_signing", "yearly", "from_to",
    "part_interest", "part_fee", "no_interest", "quarter_end", "year_end", "principal_back",
    "no_share", "base_follows", "half", "third", "spread", "even", "opens_list",
    "from_next_month", "from_signing_on", "both_rates", "same_for_default",
    "chosen", "or_else",
]  # fmt: skip


class PlanWords(Frozen):
    """Content of ``plan.toml``: expressions by what they show. ``steps``: months of a cycle; ``bases``: of a rate;
    ``heads``: of several plans, ``#`` for one of the ``ordinals``, of which those of one line mean the same."""

    sum_before: tuple[str, ...]
    sum_between: tuple[str, ...]
    other_total: tuple[str, ...]
    parts_follow: tuple[str, ...]
    parts_opened: tuple[str, ...]
    refers_back: tuple[str, ...]
    subtotal: tuple[str, ...]
    same_rate: tuple[str, ...]
    both_rates: tuple[str, ...]
    same_for_default: tuple[str, ...]
    opens_list: tuple[str, ...]
    whole_before: tuple[str, ...]
    rest: tuple[str, ...]
    no_share: tuple[str, ...]
    base_follows: tuple[str, ...]
    half: tuple[str, ...]
    third: tuple[str, ...]
    spread: tuple[str, ...]
    even: tuple[str, ...]
    one_more: tuple[str, ...]
    at_once: tuple[str, ...]
    deposit_first: tuple[str, ...]
    pays: tuple[str, ...]
    pays_principal: tuple[str, ...]
    pays_interest: tuple[str, ...]
    principal_back: tuple[str, ...]
    numbered: tuple[str, ...]
    already: tuple[str, ...]
    no_range: tuple[str, ...]
    signature: tuple[str, ...]
    date_label: tuple[str, ...]
    from_signing: tuple[str, ...]
    at_signing: tuple[str, ...]
    from_next_month: tuple[str, ...]
    from_signing_on: tuple[str, ...]
    yearly: tuple[str, ...]
    from_to: tuple[str, ...]
    part_interest: tuple[str, ...]
    part_fee: tuple[str, ...]
    no_interest: tuple[str, ...]
    quarter_end: tuple[str, ...]
    year_end: tuple[str, ...]
    chosen: tuple[str, ...]
    or_else: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    heads: dict[str, tuple[str, ...]]
    steps: dict[str, tuple[str, ...]]
    step_days: dict[str, tuple[str, ...]]
    bases: dict[str, tuple[str, ...]]


@cache
def _load(pack: str) -> PlanWords:
    return decode(folder(pack) / "plan.toml", PlanWords)


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{word})" for word in words), re.IGNORECASE)


@cache
def words(pack: str, name: Name) -> re.Pattern[str]:
    """One expression for all words of a kind."""
    return _any(getattr(_load(pack), name))


@cache
def steps(pack: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Cycles in months and the words for them."""
    return tuple((int(months), _any(found)) for months, found in _load(pack).steps.items())


@cache
def step_days(pack: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Cycles in days and the words for them."""
    return tuple((int(days), _any(found)) for days, found in _load(pack).step_days.items())


@cache
def bases(pack: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a rate may be charged on and the words for it."""
    return tuple((base, _any(found)) for base, found in _load(pack).bases.items())


@cache
def heads(pack: str, kind: str) -> re.Pattern[str]:
    """The heads under which one of several plans is told, its ordinal is the only group."""
    known = _load(pack)
    spelled = sorted((word for words in known.ordinals for word in words), key=len, reverse=True)
    whole = "|".join(f"(?:{head})" for head in known.heads[kind])
    choices = whole.split("#")
    expression = choices[0]
    for number, rest in enumerate(choices[1:]):
        expression += f"(?P<n{number}>{'|'.join(spelled)}){rest}"
    return compiled(expression, re.IGNORECASE)


@cache
def ordinal(pack: str, word: str) -> str:
    """The first way to write the number that a word means."""
    return next((words[0] for words in _load(pack).ordinals if word.lower() in words), word)
