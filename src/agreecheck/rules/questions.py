"""Questions for customer service: one for each flagged item and failed check, the gravest first, none twice."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckEntry
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import SEVERITIES, CheckResult, Evidence, Question, Verdict
from agreecheck.model.rule import Joint
from agreecheck.model.span import Span
from agreecheck.rules import slots
from agreecheck.rules.load import Rulebook
from agreecheck.rules.verdict import ORDER

_DIFFERING = ("computed", "stated", "other")
Weight = tuple[int, int, int, int]  # severity, money at stake, status, place: the lower, the sooner


class Draft(Frozen):
    """A question before it is merged and ranked. ``about``: the words that gave rise to it; ``may_join``: items whose
    question covers this one where it is about the same words; ``figures``: the two that a failed check finds to differ;
    ``untouched``: the paper does not mention the matter."""

    serves: tuple[str, ...]
    text: Words
    write: Words | None
    weight: Weight
    about: tuple[Span, ...] = ()
    may_join: tuple[str, ...] = ()
    figures: frozenset[str] = frozenset()
    untouched: bool = False


def questions(
    document: Document, facts: Facts, verdicts: Sequence[Verdict], checks: Sequence[CheckResult], book: Rulebook
) -> tuple[Question, ...]:
    """Every flagged item and failed check is served by one; ``rank`` counts from 1."""
    of_items = list(_of_items(document, facts, verdicts, book))
    of_checks = _by_figures(_of_checks(document, facts, checks, book))
    drafts = [_joined(draft, of_checks) for draft in of_items] + [d for d in of_checks if not _covered(d, of_items)]
    drafts = together(drafts, book.pack.asking.joint)
    merged: dict[Words, Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.weight):
        first = merged.get(draft.text, draft)
        serves = tuple(dict.fromkeys(first.serves + draft.serves))
        merged[draft.text] = replace(first, serves=serves)
    return tuple(
        Question(serves=d.serves, text=d.text, write=d.write, rank=rank)
        for rank, d in enumerate(merged.values(), start=1)
    )


def _by_figures(checks: Iterable[Draft]) -> list[Draft]:
    """The drafts of checks, those that find the same two figures to differ as one: the gravest asks for all."""
    kept: dict[object, Draft] = {}
    for draft in sorted(checks, key=lambda d: d.weight):
        key = draft.figures or draft.serves
        first = kept.setdefault(key, draft)
        if first is not draft:
            kept[key] = replace(first, serves=(*first.serves, *draft.serves), about=(*first.about, *draft.about))
    return list(kept.values())


def _same_matter(check: Draft, item: Draft) -> bool:
    """Whether an item's question already asks what a failed check would: same words, and the check serves the item."""
    return item.serves[0] in check.may_join and any(a.overlaps(b) for a in check.about for b in item.about)


def _covered(check: Draft, items: Sequence[Draft]) -> bool:
    return any(_same_matter(check, item) for item in items)


def _joined(item: Draft, checks: Sequence[Draft]) -> Draft:
    more = [code for check in checks if _same_matter(check, item) for code in check.serves]
    return replace(item, serves=tuple(dict.fromkeys((*item.serves, *more))))


def _of_items(document: Document, facts: Facts, verdicts: Sequence[Verdict], book: Rulebook) -> Iterable[Draft]:
    for place, verdict in enumerate(verdicts):
        if not verdict.flagged:
            continue
        stake = -slots.stake(facts, book.pack, verdict.item)
        weight = (-SEVERITIES.index(verdict.severity), stake, ORDER.index(verdict.status), place)
        if verdict.status == "unreadable":
            if book.pack.asking.unreadable is not None:
                yield Draft(serves=(verdict.item,), text=book.pack.asking.unreadable, write=None, weight=weight)
            continue
        shared = slots.of_paper(facts, book.pack, verdict.item)
        values = {code: shared | slots.of_verdict(verdict, document, book.pack, code) for code in slots.LANGUAGES}
        computed = tuple(book.by_code[f.rule].check for f in verdict.findings if book.by_code[f.rule].check)
        evidence = verdict.evidence[0] if verdict.evidence else None
        draft = _draft((verdict.item, *computed), _asks(verdict, book), values, evidence, book, weight)
        yield replace(draft, about=tuple(e.focus for e in verdict.evidence), untouched=verdict.status == "absent")


def _of_checks(document: Document, facts: Facts, checks: Sequence[CheckResult], book: Rulebook) -> Iterable[Draft]:
    entries = {entry.id: entry for entry in book.pack.checks}
    for place, result in enumerate(checks):
        entry = entries.get(result.id)
        if result.status != "fail" or entry is None or not entry.zh.ask:
            continue
        shared = slots.of_paper(facts, book.pack) | result.values
        values = {code: dict(shared) for code in slots.LANGUAGES}
        evidence = result.evidence[0] if result.evidence else None
        if evidence is not None:
            values = {code: shared | slots.of_evidence(evidence, document, book.pack, code) for code in slots.LANGUAGES}
        weight = (-SEVERITIES.index(result.severity), -_difference(result), 0, 1000 + place)
        draft = _draft((result.id,), _check_asks(entry), values, evidence, book, weight)
        figures = frozenset(result.values[name] for name in _DIFFERING if name in result.values)
        yield replace(
            draft,
            about=tuple(e.focus for e in result.evidence),
            may_join=entry.serves,
            figures=figures if len(figures) == 2 and result.severity != "info" else frozenset(),
        )


def _difference(result: CheckResult) -> int:
    """What a failed check leaves open, in hundredths of the currency."""
    return slots.hundredths(result.values.get("difference", ""))


def together(drafts: Sequence[Draft], joints: Iterable[Joint]) -> list[Draft]:
    """The drafts, those of matters that the paper leaves out gathered into joint questions where two or more meet."""
    left = list(drafts)
    for joint in joints:
        those = [d for d in left if d.untouched and d.serves[0] in joint.items]
        if len(those) < 2:
            continue
        serves = tuple(dict.fromkeys(code for d in those for code in d.serves))
        text = Words(zh=joint.zh, en=joint.en)
        left = [d for d in left if d not in those]
        left.append(Draft(serves=serves, text=text, write=None, weight=min(d.weight for d in those)))
    return left


def _asks(verdict: Verdict, book: Rulebook) -> Words:
    """The first question of the first rule that has one, else of the item."""
    for finding in verdict.findings:
        rule = book.by_code[finding.rule]
        if rule.zh.ask and rule.en.ask:
            return Words(zh=rule.zh.ask[0], en=rule.en.ask[0])
    item = book.items[verdict.item]
    zh = item.zh.ask[0] if item.zh.ask else f"{item.zh.title}：{item.zh.why}"
    en = item.en.ask[0] if item.en.ask else f"{item.en.title}: {item.en.why}"
    return Words(zh=zh, en=en)


def _check_asks(entry: CheckEntry) -> Words:
    return Words(zh=entry.zh.ask[0], en=entry.en.ask[0] if entry.en.ask else entry.en.why)


def _draft(
    serves: tuple[str, ...],
    ask: Words,
    values: dict[str, dict[str, str]],
    evidence: Evidence | None,
    book: Rulebook,
    weight: Weight,
) -> Draft:
    neutral = book.pack.neutral
    text = Words(zh=slots.fill(ask.zh, values["zh"], neutral, "zh"), en=slots.fill(ask.en, values["en"], neutral, "en"))
    return Draft(serves=serves, text=text, write=_letter(text, values, evidence, book), weight=weight)


def _letter(text: Words, values: dict[str, dict[str, str]], evidence: Evidence | None, book: Rulebook) -> Words | None:
    """The question as a letter puts it: the clause and its words first. Only where there is such a clause."""
    opening = book.pack.asking.letter
    if opening is None or evidence is None or not values["zh"].get("clause"):
        return None
    neutral = book.pack.neutral
    return Words(
        zh=slots.fill(opening.zh, values["zh"], neutral, "zh") + text.zh,
        en=slots.fill(opening.en, values["en"], neutral, "en") + text.en,
    )
