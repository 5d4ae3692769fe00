"""One clause, told once: the loan list and the agreement's own list would else both speak of it."""

from collections.abc import Mapping

from msgspec.structs import replace

from agreecheck.model.finding import SEVERITIES, Verdict
from agreecheck.model.rule import Item


def once(verdicts: tuple[Verdict, ...], items: Mapping[str, Item]) -> tuple[Verdict, ...]:
    """The verdicts, those silenced that an item covering them tells on the same words; it takes over the graver
    severity. An item that is absent quotes nothing and is left as it is."""
    told = {verdict.item: verdict for verdict in verdicts}
    for item in (items[slug] for slug in tuple(told)):
        for slug in item.covers:
            first, second = told[item.slug], told.get(slug)
            if second is not None and second.flagged and first.flagged and _same_words(first, second):
                gravest = max(first.severity, second.severity, key=SEVERITIES.index)
                told[item.slug] = replace(first, severity=gravest)
                told[slug] = Verdict(item=slug, status="not_applicable", severity="info")
    return tuple(told.values())


def _same_words(one: Verdict, other: Verdict) -> bool:
    return any(a.focus.overlaps(b.focus) for a in one.evidence for b in other.evidence)
