"""What two sentences are compared by: their figures, their words, and whether they deny."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.rule import Pack
from agreecheck.text.fold import fold

_KINDS = {"number": "money", "percent": "rate", "deadline": "duration"}
_COUNTED = ("money", "rate", "duration", "count", "date", "time")
_WORDS = compiled(r"[a-z]{3,}|\d+|[\u4e00-\u9fff]+")


def figures(mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    """What is counted, as kind and value; a bare number may be money."""
    found = ((_KINDS.get(m.kind, m.kind), canonical(m.value)) for m in mentions)
    return tuple(dict.fromkeys((kind, value) for kind, value in found if kind in _COUNTED))


def canonical(value: str) -> str:
    """A number without what it is written with: 3,000.00 and 3000 are one."""
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return value


def denies(text: str, pack: Pack) -> bool:
    """Whether a negating word stands in it, look-alikes apart."""
    folded = fold(text).lower()
    for word in sorted(pack.negation.lookalikes, key=len, reverse=True):
        folded = folded.replace(word.lower(), "")
    if pack.language.startswith("zh"):
        return any(word in folded for word in pack.negation.words)
    return any(re.search(rf"\b{re.escape(word.lower())}\b", folded) for word in pack.negation.words)


def terms(text: str) -> frozenset[str]:
    """Latin words, numbers, and every two neighbouring Chinese characters."""
    runs = _WORDS.findall(text.lower())
    return frozenset(
        t for run in runs for t in ([run] if run.isascii() else [run[i : i + 2] for i in range(len(run) - 1)])
    )
