"""What was said on the phone, held against the paper: read by the paper's own rules, else compared word by word."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Literal

from msgspec.structs import replace

from agreecheck.errors import ConfigError, nearest
from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import CheckResult, Evidence, Held, Hit, Replied, Verdict
from agreecheck.model.given import Answer, Promise
from agreecheck.model.mention import Mention
from agreecheck.model.rule import Pack
from agreecheck.model.span import Span
from agreecheck.rules.evidence import of_span
from agreecheck.rules.examples import document_of
from agreecheck.rules.ground import Ground
from agreecheck.rules.judge import judge
from agreecheck.rules.load import Rulebook
from agreecheck.text.fold import fold

Status = Literal["kept", "contradicted", "not_written"]
Understand = Callable[[Document], Facts]
Find = Callable[[str, Mapping[str, tuple[str, ...]]], tuple[Hit, ...]]

_WORST_FIRST: tuple[Status, ...] = ("contradicted", "not_written", "kept")
ALIKE = 0.6  # share of the promise's words that a sentence must hold to be about it
_SETTLED = ("found", "not_applicable")
_KINDS = {"number": "money", "percent": "rate", "deadline": "duration"}
_COUNTED = ("money", "rate", "duration", "count", "date", "time")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")  # as one says them on the phone
_SPELLED = compiled(rf"\b({'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_WORDS = compiled(r"[a-z]{3,}|\d+|[\u4e00-\u9fff]+")


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


def replied(
    answers: Sequence[Answer], paper: Paper, book: Rulebook, understand: Understand, find: Find
) -> tuple[Replied, ...]:
    """Each answer: in the text, promised only, refused or still open. What contradicts the text is only promised."""
    told = [a for a in answers if a.answer.strip() and not a.refused]
    against = held((Promise(said=a.answer, item=_first_item(a, book)) for a in told), paper, book, understand, find)
    contradicted = {id(a): h for a, h in zip(told, against, strict=True) if h.status == "contradicted"}
    return tuple(_replied(answer, paper, contradicted.get(id(answer))) for answer in answers)


def _replied(answer: Answer, paper: Paper, contradiction: Held | None) -> Replied:
    open_items = tuple(item for item in answer.items if not _settled(item, paper))
    places = contradiction.evidence if contradiction else _places(answer.items, paper)
    return Replied(
        question=answer.question,
        answer=answer.answer.strip(),
        items=answer.items,
        open_items=open_items,
        status=_state(answer, bool(open_items) or contradiction is not None),
        contradicted=contradiction is not None,
        evidence=places,
    )


def _state(answer: Answer, unsettled: bool) -> Literal["in_text", "promised", "refused", "open"]:
    if not unsettled and answer.items:
        return "in_text"
    if answer.refused:
        return "refused"
    return "promised" if answer.answer.strip() else "open"


def _settled(item: str, paper: Paper) -> bool:
    verdict, check = paper.verdict(item), paper.check(item)
    if verdict:
        return verdict.status in _SETTLED
    return check is not None and check.status != "fail"


def _places(items: Iterable[str], paper: Paper) -> tuple[Evidence, ...]:
    found = [paper.verdict(item) or paper.check(item) for item in items]
    return tuple(dict.fromkeys(e for one in found if one for e in one.evidence[:1] if e.role == "subject"))


def _first_item(answer: Answer, book: Rulebook) -> str:
    return next((item for item in answer.items if item in book.items), "")


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
        figures=_figures(facts.mentions),
        denies=_denies(small.text, book.pack),
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
    known = [v for v in (paper.verdict(item) for item in said.items) if v]
    if not known:
        return _by_words(said, ground)
    each = [(_against(said, v, paper, ground.pack), v) for v in known]
    statuses = [status for status, _ in each]
    worst = min(statuses, key=_WORST_FIRST.index)
    found = list(dict.fromkeys(e for s, v in each if s == worst for e in _subjects(v)[:1]))
    wanted = _terms(said.text)
    places = tuple(sorted(found, key=lambda e: -len(wanted & _terms(e.span.slice(ground.folded)))))  # likest first
    return Held(said=said.words, status=worst, items=said.items, evidence=places)


def _against(said: Said, verdict: Verdict, paper: Paper, pack: Pack) -> Status:
    places = _subjects(verdict)
    if verdict.status not in ("found", "ambiguous", "risky") or not places:
        return "not_written"
    if verdict.status == "risky":
        return "contradicted"
    written = _figures_at(places, paper)
    if said.figures:
        if any(figure in written for figure in said.figures):
            return "kept" if verdict.status == "found" else "not_written"
        kinds = {kind for kind, _ in said.figures}
        return "contradicted" if any(kind in kinds for kind, _ in written) else "not_written"
    charged = any(kind in ("money", "rate") for kind, _ in written)
    if said.denies and charged and not any(_denies(e.span.slice(paper.document.text), pack) for e in places):
        return "contradicted"
    return "kept" if verdict.status == "found" else "not_written"


def _by_words(said: Said, ground: Ground) -> Held:
    """The sentence that holds most of the promise's words, if it holds enough of them."""
    wanted, text = _terms(said.text), ground.folded
    best, share = None, 0.0
    for sentence in ground.layout.sentences:
        got = len(wanted & _terms(sentence.span.slice(text))) / len(wanted) if wanted else 0.0
        if got > share and not sentence.heading:
            best, share = sentence.span, got
    if best is None or share < ALIKE:
        return Held(said=said.words, status="not_written")
    same = _denies(best.slice(text), ground.pack) == said.denies
    return Held(said=said.words, status="kept" if same else "contradicted", evidence=(of_span(best, ground),))


def _subjects(verdict: Verdict) -> list[Evidence]:
    return [e for e in verdict.evidence if e.role == "subject"]


def _figures_at(places: Iterable[Evidence], paper: Paper) -> tuple[tuple[str, str], ...]:
    """The figures of the sentences and of the clauses around them."""
    spans: list[Span] = []
    for place in places:
        clause = paper.document.clause_at(place.focus.start)
        spans.append(clause.span if clause else place.span)
    return _figures(m for m in paper.facts.mentions if any(s.contains(m.span) for s in spans))


def _figures(mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    found = ((_KINDS.get(m.kind, m.kind), _canonical(m.value)) for m in mentions)
    return tuple(dict.fromkeys((kind, value) for kind, value in found if kind in _COUNTED))


def _canonical(value: str) -> str:
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return value


def _denies(text: str, pack: Pack) -> bool:
    """Whether a negating word stands in it, look-alikes apart."""
    folded = fold(text).lower()
    for word in sorted(pack.negation.lookalikes, key=len, reverse=True):
        folded = folded.replace(word.lower(), "")
    if pack.language.startswith("zh"):
        return any(word in folded for word in pack.negation.words)
    return any(re.search(rf"\b{re.escape(word.lower())}\b", folded) for word in pack.negation.words)


def _terms(text: str) -> frozenset[str]:
    """Latin words, numbers, and every two neighbouring Chinese characters."""
    runs = _WORDS.findall(text.lower())
    return frozenset(
        t for run in runs for t in ([run] if run.isascii() else [run[i : i + 2] for i in range(len(run) - 1)])
    )
