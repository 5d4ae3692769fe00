"""What was said on the phone, held against the paper: read by the paper's own rules, else compared word by word."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from agreecheck.errors import ConfigError, nearest
from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import CheckResult, Evidence, Held, Hit, Verdict
from agreecheck.model.given import Promise
from agreecheck.model.rule import Pack
from agreecheck.model.span import Span
from agreecheck.rules.evidence import of_span
from agreecheck.rules.examples import document_of
from agreecheck.rules.ground import Ground
from agreecheck.rules.judge import judge
from agreecheck.rules.load import Rulebook
from agreecheck.rules.spoken import canonical, denies, figures, terms
from agreecheck.rules.topics import Topic, has, promise_words, topics
from agreecheck.text.fold import fold

Status = Literal["kept", "contradicted", "not_written"]
Understand = Callable[[Document], Facts]
Find = Callable[[str, Mapping[str, tuple[str, ...]]], tuple[Hit, ...]]

_WORST_FIRST: tuple[Status, ...] = ("contradicted", "not_written", "kept")
ALIKE = 0.6  # share of the promise's words that a sentence must hold to be about it
NEAR = 0.3  # share from which it is shown as what comes nearest
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")  # as one says them on the phone
_SPELLED = compiled(rf"\b({'|'.join(_NUMBERS)})\b", re.IGNORECASE)


class Paper(Frozen):
    """The paper with what was concluded about it."""

    document: Document
    facts: Facts
    verdicts: tuple[Verdict, ...]
    checks: tuple[CheckResult, ...] = ()

    def verdict(self, item: str) -> Verdict | None:
        return next((v for v in self.verdicts if v.item == item), None)

    def check(self, code: str) -> CheckResult | None:
        return next((c for c in self.checks if c.id == code), None)


class Said(Frozen):
    """A promise understood: its words as given and folded, the items it speaks to, its figures, whether it denies."""

    words: str
    text: str
    items: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    denies: bool


def held(
    promises: Iterable[Promise], paper: Paper, book: Rulebook, understand: Understand, find: Find
) -> tuple[Held, ...]:
    """Each promise: kept, contradicted or not written, with its places. Raises ConfigError for an unknown item."""
    ground = Ground(paper.document, paper.facts, find(fold(paper.document.text), book.vocabulary), book.pack)
    return tuple(_held(_said(promise, paper, book, understand, find), paper, ground) for promise in promises)


def _said(promise: Promise, paper: Paper, book: Rulebook, understand: Understand, find: Find) -> Said:
    if promise.item and promise.item not in book.items:
        near = nearest(promise.item, book.items)
        slots = {"key": f"promises.item {promise.item}", "near": near}
        raise ConfigError(
            "there is no such item.", where="--me", code="own_near" if near else "own_unknown", slots=slots
        )
    small = document_of(_SPELLED.sub(_digits, fold(promise.said)), paper.document.language)
    facts = replace(understand(small), type=paper.facts.type, creditor_kind=paper.facts.creditor_kind)
    items = (promise.item,) if promise.item else _touched(small, facts, book, find)
    return Said(
        words=promise.said,
        text=small.text,
        items=items,
        figures=figures(facts.mentions),
        denies=denies(small.text, book.pack),
    )


def _digits(word: re.Match[str]) -> str:
    return str(_NUMBERS.index(word[0].lower()) + 2)


def _touched(small: Document, facts: Facts, book: Rulebook, find: Find) -> tuple[str, ...]:
    """The items that the promise would satisfy if it stood in the paper; else those of its matter that it touches."""
    verdicts = judge(Ground(small, facts, find(small.text, book.vocabulary), book.pack), (), book)
    for status in ("found", "ambiguous"):
        items = tuple(v.item for v in verdicts if v.status == status and v.evidence and book.items[v.item].group != "a")
        if items:
            return items
    return ()


def _held(said: Said, paper: Paper, ground: Ground) -> Held:
    """By the items that the promise touches; where these leave it open, by its topic, then by its words."""
    by_item = _by_item(said, paper, ground)
    if by_item and by_item.status != "not_written":
        return by_item
    by_topic = _by_topic(said, paper, ground)
    if by_topic and by_topic.status != "not_written":
        return by_topic
    told = [one for one in (by_item, by_topic) if one]
    return next((one for one in told if one.evidence), told[0] if told else _by_words(said, ground))


def _by_topic(said: Said, paper: Paper, ground: Ground) -> Held | None:
    """The sentences on the matter of a promise without figures: likest first of those that settle it."""
    judged: list[tuple[Status, float, Span, str]] = []
    text, wanted = ground.folded, terms(said.text)
    for topic in topics(said.text, ground.pack.language) if not said.figures else ():
        for sentence in ground.layout.sentences:
            words = sentence.span.slice(text)
            if not sentence.heading and topic.speaks(words):
                status = _on_topic(said, topic, sentence.span, paper, ground)
                judged.append((status, -len(wanted & terms(words)), sentence.span, topic.item))
    if not judged:
        return None
    settled = [one for one in judged if one[0] != "not_written"] or judged
    status, _, span, item = min(settled, key=lambda one: (one[1], one[2].start))
    return Held(
        said=said.words,
        status=status,
        items=tuple(dict.fromkeys((*said.items, item))),
        evidence=(of_span(span, ground),),
    )


def _on_topic(said: Said, topic: Topic, span: Span, paper: Paper, ground: Ground) -> Status:
    words = span.slice(ground.folded)
    denials = {denies(part, ground.pack) for part in topic.parts(words, said.text)}
    if denials == {not said.denies}:
        return "contradicted" if topic.against and has(topic.against, words) else "not_written"
    if len(denials) > 1 or has(topic.doubt, words):
        return "not_written"
    whole = promise_words(ground.pack.language).whole
    partly = topic.role and has(whole, said.text) and not _all_of_it(topic, whole, span, paper)
    return "not_written" if partly else "kept"


def _all_of_it(topic: Topic, whole: tuple[str, ...], span: Span, paper: Paper) -> bool:
    """The sentence says all of it, or names the whole sum."""
    written = {a.value for a in paper.facts.amounts if a.role == topic.role}
    named = {Decimal(m.value) for m in paper.facts.mentions if m.kind == "money" and span.contains(m.span)}
    return has(whole, fold(span.slice(paper.document.text))) or not written.isdisjoint(named)


def _by_item(said: Said, paper: Paper, ground: Ground) -> Held | None:
    known = [v for v in (paper.verdict(item) for item in said.items) if v]
    if not known:
        return None
    each = [(_against(said, v, paper, ground.pack), v) for v in known]
    statuses = [status for status, _ in each]
    worst = min(statuses, key=_WORST_FIRST.index)
    found = list(dict.fromkeys(e for s, v in each if s == worst for e in _subjects(v)[:1]))
    wanted = terms(said.text)
    places = tuple(sorted(found, key=lambda e: -len(wanted & terms(e.span.slice(ground.folded)))))  # likest first
    return Held(said=said.words, status=worst, items=said.items, evidence=places)


def _against(said: Said, verdict: Verdict, paper: Paper, pack: Pack) -> Status:
    places = _subjects(verdict)
    if verdict.status not in ("found", "ambiguous", "risky") or not places:
        return "not_written"
    if verdict.status == "risky":
        return "contradicted"
    written = _figures_at(places, paper)
    if said.figures:
        if any(figure in (*written, *_sums(places, paper)) for figure in said.figures):
            return "kept" if verdict.status == "found" else "not_written"
        kinds = {kind for kind, _ in said.figures}
        return "contradicted" if any(kind in kinds for kind, _ in written) else "not_written"
    charged = any(kind in ("money", "rate") for kind, _ in written)
    if said.denies and charged and not any(denies(e.span.slice(paper.document.text), pack) for e in places):
        return "contradicted"
    return "kept" if verdict.status == "found" else "not_written"


def _by_words(said: Said, ground: Ground) -> Held:
    """The sentence that holds most of the promise's words, if it holds enough of them."""
    wanted, text = terms(said.text), ground.folded
    best, share = None, 0.0
    for sentence in ground.layout.sentences:
        got = len(wanted & terms(sentence.span.slice(text))) / len(wanted) if wanted else 0.0
        if got > share and not sentence.heading:
            best, share = sentence.span, got
    if best is None or share < NEAR:
        return Held(said=said.words, status="not_written")
    if share < ALIKE:  # to be compared by the reader
        return Held(said=said.words, status="not_written", evidence=(of_span(best, ground),))
    same = denies(best.slice(text), ground.pack) == said.denies
    return Held(said=said.words, status="kept" if same else "contradicted", evidence=(of_span(best, ground),))


def _subjects(verdict: Verdict) -> list[Evidence]:
    return [e for e in verdict.evidence if e.role == "subject"]


def _figures_at(places: Iterable[Evidence], paper: Paper) -> tuple[tuple[str, str], ...]:
    """The figures of the sentences and of the clauses around them."""
    spans: list[Span] = []
    for place in places:
        clause = paper.document.clause_at(place.focus.start)
        spans.append(clause.span if clause else place.span)
    return figures(m for m in paper.facts.mentions if any(s.contains(m.span) for s in spans))


def _sums(places: Iterable[Evidence], paper: Paper) -> list[tuple[str, str]]:
    """What the sums that follow one another in a sentence come to: 罚息650元及利息1,350元 is 2,000."""
    found = []
    for place in places:
        inside = [m for m in paper.facts.mentions if m.kind == "money" and place.span.contains(m.span)]
        sums = [Decimal(value) for _, value in figures(inside)]
        runs = (sum(sums[at:end]) for at in range(len(sums)) for end in range(at + 2, len(sums) + 1))
        found += [("money", canonical(f"{run}")) for run in runs]
    return found
