"""What kind of creditor stands behind the paper: it decides which ceilings and rules can apply."""

import re
from functools import cache

from agreecheck.facts.phrases import Phrase, by_sentences, compile_phrase
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import CreditorKind, Guess, Party
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder
from agreecheck.text.fold import fold


class KindWords(Frozen):
    """One entry of ``creditors.toml``: it fits where everything that is given fits."""

    key: CreditorKind
    name: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    person: bool | None = None
    original_creditor: bool | None = None


class KindPack(Frozen):
    """``creditors.toml``."""

    kind: tuple[KindWords, ...]


def creditor_kind(reading: Reading, parties: tuple[Party, ...], type_: Guess) -> Guess:
    """The kind of the first creditor named; ``unknown`` where none is."""
    creditor = next((p for p in parties if p.role == "creditor"), None)
    if creditor is None:
        return Guess(value="unknown")
    assigned = any(p.role == "original_creditor" for p in parties)
    text = by_sentences(reading.folded)
    for entry in _pack(reading.pack).kind:
        evidence = _fits(entry, text, creditor, assigned, type_.value, reading.pack)
        if evidence is not None:
            return Guess(value=entry.key, evidence=evidence or (creditor.span,))
    return Guess(value="unknown", evidence=(creditor.span,))


def lends(name: str, pack: str) -> bool:
    """Whether the name alone says that its bearer lends for a living (a bank, a finance company)."""
    entries = (e for e in _pack(pack).kind if e.name and e.key != "platform")
    return any(_first(entry.name, fold(name), pack) for entry in entries)


def _fits(
    entry: KindWords, text: str, creditor: Party, assigned: bool, type_: str, pack: str
) -> tuple[Span, ...] | None:
    """The words that make the entry fit, None where it does not."""
    if entry.original_creditor is not None and entry.original_creditor != assigned:
        return None
    if entry.person is not None and entry.person != creditor.person:
        return None
    if entry.type and type_ not in entry.type:
        return None
    if entry.label and not any(span.slice(text) in entry.label for span in creditor.labels):
        return None
    evidence: list[Span] = []
    if entry.name:
        found = _first(entry.name, fold(creditor.name), pack)
        if not found:
            return None
        evidence.append(creditor.span)
    if entry.body:
        found = _first(entry.body, text, pack)
        if not found:
            return None
        evidence.append(Span(found.start(), found.end()))
    if entry.unless and _first(entry.unless, text, pack):
        return None
    return tuple(evidence)


def _first(phrases: tuple[str, ...], text: str, pack: str) -> re.Match[str] | None:
    return next((hit for phrase in phrases if (hit := _compiled(phrase, pack).search(text))), None)


@cache
def _compiled(phrase: str, pack: str) -> Phrase:
    return compile_phrase(phrase, ignore_case=pack == "en")


@cache
def _pack(pack: str) -> KindPack:
    return decode(folder(pack) / "creditors.toml", KindPack)
