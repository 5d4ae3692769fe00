"""A rule tried on its own examples."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from agreecheck.model.base import Frozen
from agreecheck.model.document import Block, Document, Source
from agreecheck.model.fact import Facts, Guess, Party, PartyRole
from agreecheck.model.finding import CheckResult, Hit
from agreecheck.model.rule import Example, Rule
from agreecheck.model.span import Span
from agreecheck.rules.apply import apply
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import Rulebook

Understand = Callable[[Document], Facts]
Find = Callable[[str, dict[str, tuple[str, ...]]], tuple[Hit, ...]]


class Failed(Frozen):
    """An example that its rule does not treat as it says: ``want`` is match, no_match or a status, ``got`` a status or
    silent."""

    rule: str
    want: str
    got: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule} should be {self.want}, is {self.got}: {self.text}"


def document_of(text: str, language: str = "zh-Hans") -> Document:
    """A small paper: each line a paragraph, no clauses."""
    edges = [0, *(place + 1 for place, character in enumerate(text) if character == "\n"), len(text) + 1]
    blocks = tuple(Block(kind="paragraph", span=Span(a, b - 1)) for a, b in pairwise(edges) if b - 1 > a)
    source = Source(name="example", sha256="", kind="text", size=0)
    return Document(source=source, text=text, language=language, blocks=blocks)


def facts_of(example: Example, document: Document, understand: Understand) -> Facts:
    """The facts of an example; where it names parties (word to role), those stand instead of what was understood."""
    facts = understand(document)
    if example.parties:
        parties = tuple(
            _party(word, role, document.text) for word, role in example.parties.items() if word in document.text
        )
        facts = replace(facts, parties=parties)
    if example.type:
        facts = replace(facts, type=Guess(value=example.type))
    if example.creditor:
        facts = replace(facts, creditor_kind=Guess(value=example.creditor))
    return facts


def verdict_of(rule: Rule, example: str | Example, book: Rulebook, understand: Understand, find: Find) -> str:
    """What the rule says of an example: a status, or ``silent``."""
    example = Example(text=example) if isinstance(example, str) else example
    document = document_of(example.text, book.pack.language)
    facts = facts_of(example, document, understand)
    ground = Ground(document, facts, find(document.text, book.vocabulary_of(rule)), book.pack)
    outcome = apply(rule, ground, {})
    return outcome.status if outcome else "silent"


def failures(rule: Rule, book: Rulebook, understand: Understand, find: Find) -> Iterator[Failed]:
    """One for each example that the rule does not treat as it says.

    present and paired: ``match`` fires, ``no_match`` is silent. absent: ``match`` is found, ``no_match`` is not found,
    ``vague`` touches the matter without settling it.
    """
    if rule.kind == "check":
        return
    for example in rule.match:
        got = verdict_of(rule, example, book, understand, find)
        if got != "found" if rule.kind == "absent" else got == "silent":
            yield Failed(rule=rule.id, want="match", got=got, text=_text(example))
    for example in rule.no_match:
        got = verdict_of(rule, example, book, understand, find)
        if got == "found" if rule.kind == "absent" else got not in ("silent", rule.otherwise):
            yield Failed(rule=rule.id, want="no_match", got=got, text=_text(example))
    for example in rule.vague:
        got = verdict_of(rule, example, book, understand, find)
        if got != rule.partial and not (got == "ambiguous" and rule.partial != "found"):
            yield Failed(rule=rule.id, want=rule.partial, got=got, text=_text(example))


def fires(rule: Rule, failed: Iterable[Failed]) -> bool:
    """Whether a rule treats at least one of its ``match`` examples as it says, given what failed; a check has none."""
    missed = [one for one in failed if one.want == "match"]
    return rule.kind == "check" or len(missed) < len(rule.match)


def checked(rule: Rule, result: CheckResult, book: Rulebook) -> str:
    """What a rule of kind check makes of a result."""
    ground = Ground(
        document_of(" ", book.pack.language),
        Facts(type=Guess(value="other"), creditor_kind=Guess(value="unknown")),
        (),
        book.pack,
    )
    outcome = apply(rule, ground, {result.id: result})
    return outcome.status if outcome else "silent"


def _party(word: str, role: str, text: str) -> Party:
    spans = []
    at = text.find(word)
    while at >= 0:
        spans.append(Span(at, at + len(word)))
        at = text.find(word, at + len(word))
    return Party(role=cast(PartyRole, role), name=word, person=False, span=spans[0], label=word, labels=tuple(spans))


def _text(example: str | Example) -> str:
    return example if isinstance(example, str) else example.text
