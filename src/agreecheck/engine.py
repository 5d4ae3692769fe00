"""The one way through: a file goes in at the top, a report comes out at the bottom.

Everything heavy is imported by the stage that needs it, so importing this module costs nothing.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import (
    CheckResult,
    Computed,
    Held,
    Hit,
    Late,
    Price,
    Question,
    Replied,
    Report,
    Suggestion,
    Verdict,
)
from agreecheck.model.given import Given
from agreecheck.model.policy import Policy
from agreecheck.model.span import Span

if TYPE_CHECKING:
    from agreecheck.rules import Ground, Rulebook
    from agreecheck.text.extract import Extracted


NOTHING = Given()
AS_SHIPPED = Policy()
ALMOST_NOTHING = 0.1  # share of a paper's content below which its type cannot be told


def check(
    path: str | Path,
    *,
    as_of: date | None = None,
    as_type: str | None = None,
    second_reader: bool = True,
    given: Given = NOTHING,
    policy: Policy = AS_SHIPPED,
) -> Report:
    """Review the agreement at ``path``.

    ``as_of`` is the day on which law and deadlines are looked at (default today), ``as_type`` a document type that
    replaces the guess, ``given`` what the borrower brings along, ``policy`` how the packs are added to and changed; no
    configuration file is read. Raises ReadError where nothing can be read at all.
    """
    from agreecheck.read import read

    document = read(Path(path))
    return review(document, as_of=as_of, as_type=as_type, second_reader=second_reader, given=given, policy=policy)


def check_text(
    text: str,
    *,
    name: str = "text",
    as_of: date | None = None,
    as_type: str | None = None,
    second_reader: bool = True,
    given: Given = NOTHING,
    policy: Policy = AS_SHIPPED,
) -> Report:
    """Review an agreement given as bare text."""
    from agreecheck.read import read_bytes

    document = read_bytes(text.encode(), name)
    return review(document, as_of=as_of, as_type=as_type, second_reader=second_reader, given=given, policy=policy)


def extract(text: str, as_of: date | None = None) -> "list[Extracted]":
    """The facts of a bare string, in order of place."""
    from agreecheck.text.extract import extract as facts_of

    return facts_of(text, as_of)


def review(
    document: Document,
    *,
    as_of: date | None = None,
    as_type: str | None = None,
    second_reader: bool = True,
    given: Given = NOTHING,
    policy: Policy = AS_SHIPPED,
) -> Report:
    """All stages after reading, in order."""
    from agreecheck import __version__, facts, rules

    day = as_of or date.today()
    packs = _packs("en" if document.language.startswith("en") else "zh", policy)
    ignored = policy.holding(day)
    known = facts.understand(document, as_type)
    if second_reader:
        known = _with_proposed_names(document, known)
    verdicts: tuple[Verdict, ...] = ()
    computed = Computed()
    asked: tuple[Question, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    promises: tuple[Held, ...] = ()
    answers: tuple[Replied, ...] = ()
    late: Late | None = None
    prices: tuple[Price, ...] = ()
    unclassified: tuple[Span, ...] = ()
    if known.type.value != "other" or document.coverage < ALMOST_NOTHING:  # what could not be read is judged unreadable
        book = rules.adapted(packs, tuple(sorted(policy.severity.items())))
        computed = _computed(document, known, day, given)
        ground = rules.Ground(document, known, _hits(document, book, second_reader), book.pack)
        verdicts = _judged(ground, computed, book, second_reader)
        unclassified = rules.unclassified(ground, verdicts, book)
        late, computed = _late(document, known, verdicts, computed, day, given)
        computed = replace(computed, checks=_weighted(computed.checks, policy))
        if given.me.promises or given.answers:
            promises, answers = _held(document, known, verdicts, computed, book, given)
        codes = frozenset(one.rule for one in ignored)
        if rules.touches(verdicts, book, codes):
            fewer = rules.adapted(packs, tuple(sorted(policy.severity.items())), codes)
            rest = _judged(ground, computed, fewer, second_reader)
            verdicts = rules.set_aside(verdicts, rest, book, codes)
        prices = _prices(document, known, verdicts, computed, book, day, given)
        heard = [check for check in computed.checks if check.id not in codes]
        asked = rules.follow_up(rules.questions(document, known, verdicts, heard, book), answers, book)
        suggested = rules.suggestions(document, known, verdicts, book)
    return Report(
        document=document,
        facts=known,
        verdicts=verdicts,
        checks=computed.checks,
        costs=computed.costs,
        limits=computed.limits,
        warnings=computed.warnings,
        questions=asked,
        suggestions=suggested,
        promises=promises,
        answers=answers,
        late=late,
        prices=prices,
        unclassified=unclassified,
        as_of=day,
        packs=packs,
        version=__version__,
        second_reader=second_reader,
        ignored=ignored,
        expired=policy.expired(day),
    )


def _packs(shipped: str, policy: Policy) -> tuple[str, ...]:
    """The shipped pack of a language, and the user's own that are written for it."""
    from agreecheck.packs.load import load

    return (shipped, *(name for name in policy.packs if load(name).language == shipped))


def _weighted(checks: tuple[CheckResult, ...], policy: Policy) -> tuple[CheckResult, ...]:
    """The checks with the severities that the user gives them."""
    return tuple(replace(check, severity=policy.severity.get(check.id, check.severity)) for check in checks)


def _with_proposed_names(document: Document, known: Facts) -> Facts:
    """Where a side has no party, names that the second reader sees may fill it; nothing is loaded otherwise."""
    from agreecheck import facts

    places = facts.name_places(known, document)
    if not places:
        return known
    from agreecheck import nlp

    return facts.with_names(known, document, nlp.names(document.text, places))


def _late(
    document: Document, known: Facts, verdicts: tuple[Verdict, ...], computed: Computed, day: date, given: Given
) -> tuple[Late | None, Computed]:
    """What a delay costs by the clauses that the rules have found, and the check that says so."""
    from agreecheck import checks
    from agreecheck.packs.law import law

    late = checks.late(document, known, given.law or law(), day, verdicts, given.delay)
    every = sorted((*computed.checks, checks.exposure(late)), key=lambda check: check.id)
    return late, replace(computed, checks=tuple(every))


def _prices(
    document: Document,
    known: Facts,
    verdicts: tuple[Verdict, ...],
    computed: Computed,
    book: "Rulebook",
    day: date,
    given: Given,
) -> tuple[Price, ...]:
    """What the risky items can cost, as the packs say how to reckon it."""
    from agreecheck import checks
    from agreecheck.packs.law import law

    return checks.prices(document, known, given.law or law(), day, verdicts, computed, book.pack.pricing)


def _held(
    document: Document, known: Facts, verdicts: tuple[Verdict, ...], computed: Computed, book: "Rulebook", given: Given
) -> tuple[tuple[Held, ...], tuple[Replied, ...]]:
    """What was promised and answered, held against the paper; each is read like a small paper of its own."""
    from agreecheck import facts, lexicon, rules

    paper = rules.Paper(document=document, facts=known, verdicts=verdicts, checks=computed.checks)
    return (
        rules.held(given.me.promised(), paper, book, facts.understand, lexicon.find),
        rules.replied(given.answers, paper, book, facts.understand, lexicon.find),
    )


def _computed(document: Document, known: Facts, day: date, given: Given) -> Computed:
    """The arithmetic. A paper that could not be read gives no figures to compute with."""
    from agreecheck import checks
    from agreecheck.packs.law import law

    return checks.compute(document, known, given.law or law(), day, given)


def _hits(document: Document, book: "Rulebook", second_reader: bool) -> tuple[Hit, ...]:
    """The words of all concepts as the first reader sees them, without those that the second knows to be none."""
    from agreecheck import lexicon
    from agreecheck.text.fold import fold

    hits = lexicon.find(fold(document.text), book.vocabulary)
    if not second_reader:
        return hits
    from agreecheck import nlp

    return tuple(nlp.veto(document.text, hits))


def _judged(ground: "Ground", computed: Computed, book: "Rulebook", second_reader: bool) -> tuple[Verdict, ...]:
    """The checklist: the first reader decides, the second looks again at what is absent."""
    from agreecheck import rules

    verdicts = rules.judge(ground, computed.checks, book)
    if not second_reader:
        return verdicts
    from agreecheck import nlp

    proposals = nlp.propose(ground.document, rules.wanted(verdicts, book))
    return rules.reconsider(verdicts, proposals, ground, book)
