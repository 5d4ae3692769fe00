"""A pack as its user wants it: other severities, some rules left out, and what those would have said kept apart."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from agreecheck.model.finding import Severity, Verdict
from agreecheck.model.rule import Pack, Rule
from agreecheck.rules.load import Rulebook, load


@cache
def adapted(
    names: tuple[str, ...], severity: tuple[tuple[str, Severity], ...] = (), left_out: frozenset[str] = frozenset()
) -> Rulebook:
    """The rules of packs, with other severities and without what ``left_out`` means."""
    book = load(names if len(names) > 1 else names[0])
    return Rulebook(without(weighted(book.pack, dict(severity)), left_out)) if severity or left_out else book


def weighted(pack: Pack, severity: Mapping[str, Severity]) -> Pack:
    """The pack with the severities of these rules and items; a rule's own goes before its item's."""
    return replace(
        pack,
        items=tuple(replace(i, severity=severity.get(i.slug, i.severity)) for i in pack.items),
        rules=tuple(replace(r, severity=severity.get(r.id) or severity.get(r.item) or r.severity) for r in pack.rules),
    )


def without(pack: Pack, codes: Collection[str]) -> Pack:
    """The pack without the rules that these codes mean: rules themselves, all of an item, those that tell a check."""
    return replace(pack, rules=tuple(r for r in pack.rules if not _meant(r, codes)))


def set_aside(
    verdicts: Sequence[Verdict], rest: Sequence[Verdict], book: Rulebook, codes: Collection[str]
) -> tuple[Verdict, ...]:
    """Each verdict as it is without the rules of these codes (``rest``), their findings beside it. Where nothing else
    spoke, it stays what it was, in silence: to ignore is not to settle."""
    return tuple(_apart(v, r, book, codes) for v, r in zip(verdicts, rest, strict=True))


def touches(verdicts: Sequence[Verdict], book: Rulebook, codes: Collection[str]) -> bool:
    """Whether anything flagged comes from a rule of these codes."""
    return any(v.flagged and _meant(book.by_code[f.rule], codes) for v in verdicts for f in v.findings)


def _apart(verdict: Verdict, rest: Verdict, book: Rulebook, codes: Collection[str]) -> Verdict:
    ignored = tuple(f for f in verdict.findings if _meant(book.by_code[f.rule], codes))
    if not (verdict.flagged and ignored):
        return verdict
    return replace(rest, ignored=ignored) if rest.findings else replace(verdict, ignored=verdict.findings)


def _meant(rule: Rule, codes: Collection[str]) -> bool:
    return rule.id in codes or rule.item in codes or (bool(rule.check) and rule.check in codes)
