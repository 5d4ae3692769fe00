"""Parties from names that another reader proposes, for papers in which no label and no phrase names a side."""

import re

import msgspec

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, name_of
from agreecheck.facts.paper.doctype import tells_of_debt
from agreecheck.facts.parties.group import same
from agreecheck.facts.parties.pack import Vocabulary, vocabulary
from agreecheck.facts.parties.roles import cue_votes, decide, masked, subjects
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts, Guess, Party
from agreecheck.model.span import Span
from agreecheck.text.fold import fold

_HEAD, _FOOT = 500, 260
"""Parties stand within so many characters of the beginning, signatures of the end."""
_LINE = 80
_SIGNED = compiled(r"[ _\t]*(?:\([^()\n]{1,12}\)|手印|捺印|按印|指印)?[ _\t]*(?:\d[^\n]{0,16})?$")
"""What may stand behind a signature in its line: a fingerprint, a date."""


def name_places(known: Facts, document: Document) -> tuple[Span, ...]:
    """Where names of missing parties may stand: lines of the head and the foot; nowhere if both sides are known."""
    if not _missing(known, document):
        return ()
    size = len(document.text)
    lines = (Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", document.text))
    head = _HEAD if size > _HEAD + _FOOT else size
    return tuple(ln for ln in lines if ln.start < head or (ln.end > size - _FOOT and len(ln) <= _LINE))


def with_names(known: Facts, document: Document, proposals: tuple[Span, ...]) -> Facts:
    """``known`` with a debtor or a private creditor that is missing, where one of the proposed names (spans of the
    document's text) fits: what the paper says of him gives his role, or he alone signs."""
    missing = _missing(known, document)
    text, words = fold(document.text), vocabulary("zh")
    names = _new(known, text, proposals, words) if missing else ()
    if not names:
        return known
    parties = list(known.parties)
    for index, (role, evidence) in sorted(_roles(known, text, names, words, missing).items()):
        if not any(p.role == role for p in parties):
            parties.append(_party(role, names[index], text, evidence))
    kind = known.creditor_kind
    creditor = next((p for p in parties if p.role == "creditor"), None)
    if creditor and creditor not in known.parties:
        kind = Guess(value="private", evidence=(creditor.span,))
    return msgspec.structs.replace(
        known, parties=tuple(sorted(parties, key=lambda p: p.span.start)), creditor_kind=kind
    )


def _missing(known: Facts, document: Document) -> frozenset[str]:
    """The sides that no party takes. A lender may stand behind an agent or a platform that is named."""
    if document.language.startswith("en") or not tells_of_debt(known.type, "zh"):
        return frozenset()
    held = {p.role for p in known.parties}
    lender = () if held & {"creditor", "agent", "platform", "original_creditor"} else ("creditor",)
    return frozenset((*lender, *(() if "debtor" in held else ("debtor",))))


def _new(known: Facts, text: str, proposals: tuple[Span, ...], words: Vocabulary) -> tuple[Name, ...]:
    """Each proposed name once, without parties and without who stands beside a label (a witness)."""
    found: list[Name] = []
    for span in proposals:
        name = name_of(text, span.start, span.end, person=True)
        line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        taken = (*(p.name for p in known.parties), *(n.text for n in found))
        labelled = any(word in words.nobody for word in words.label.findall(line[-16:]))
        if not labelled and not words.label.search(name.text) and not any(same(name.text, t) for t in taken):
            found.append(name)
    return tuple(found)


def _roles(
    known: Facts, text: str, names: tuple[Name, ...], words: Vocabulary, missing: frozenset[str]
) -> dict[int, tuple[str, Span]]:
    """Role and evidence by index into ``names``: from phrases; a debtor also from being the only one who signs."""
    owners = {name.text: index for index, name in enumerate(names)}
    for number, party in enumerate(known.parties, start=len(names)):
        for form in {party.name, *(span.slice(text) for span in party.labels)}:
            owners.setdefault(form, number)
    votes = cue_votes(subjects(masked(text, owners), words), words.cues)
    told = {i: (role, at) for i, (role, at, _) in decide(votes).items() if i < len(names) and role in missing}
    signed = [i for i, name in enumerate(names) if _signs(name, text)]
    if "debtor" not in {role for role, _ in told.values()} and "debtor" in missing and len(signed) == 1:
        told.setdefault(signed[0], ("debtor", names[signed[0]].span))
    return told


def _signs(name: Name, text: str) -> bool:
    """Whether the name stands alone in a line at the foot."""
    foot = max(0, len(text) - _FOOT)
    return any(
        ln[0].strip().startswith(name.text) and _SIGNED.match(ln[0].strip()[len(name.text) :])
        for ln in re.finditer(r"[^\n]+", text[foot:])
        if foot == 0 or ln.start() > 0
    )


def _party(role: str, name: Name, text: str, evidence: Span) -> Party:
    mentions = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(name.text), text))
    return Party(
        role=role,  # type: ignore[arg-type]
        name=name.span.slice(text),
        person=True,
        span=name.span,
        labels=mentions,
        evidence=evidence,
    )
