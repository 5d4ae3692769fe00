"""Questions for customer service: one for each flagged item and failed check, the gravest first, none twice."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckEntry
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import SEVERITIES, CheckResult, Evidence, Question, Verdict
from agreecheck.model.rule import Item, Joint, Rule
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
        draft = _draft((verdict.item, *computed), _asks(verdict, values, book), values, evidence, book, weight)
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
    """The drafts; where two or more matters of a joint question are left out, one draft that asks for each of them."""
    left = list(drafts)
    for joint in joints:
        those = [d for d in left if d.untouched and d.serves[0] in joint.parts]
        if len(those) < 2:
            continue
        serves = tuple(dict.fromkeys(code for d in those for code in d.serves))
        asked = [words for item, words in joint.parts.items() if item in serves]
        text = Words(zh="".join(words.zh for words in asked), en=" ".join(words.en for words in asked))
        left = [d for d in left if d not in those]
        left.append(Draft(serves=serves, text=text, write=None, weight=min(d.weight for d in those)))
    return left


def _asks(verdict: Verdict, values: Mapping[str, Mapping[str, str]], book: Rulebook) -> Words:
    """What the first rule that asks anything asks, else the item: the first question that the paper fills, else the
    last, which its author wrote for a paper that is silent."""
    item = book.items[verdict.item]
    sources: tuple[Rule | Item, ...] = (*(book.by_code[finding.rule] for finding in verdict.findings), item)
    for source in sources:
        asks = [Words(zh=zh, en=en) for zh, en in zip(source.zh.ask, source.en.ask, strict=False)]
        if asks:
            return next((ask for ask in asks if _filled(ask, values)), asks[-1])
    return Words(zh=f"{item.zh.title}：{item.zh.why}", en=f"{item.en.title}: {item.en.why}")


def _filled(ask: Words, values: Mapping[str, Mapping[str, str]]) -> bool:
    return all(slots.filled_by(ask.in_language(code), values[code]) for code in slots.LANGUAGES)


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
