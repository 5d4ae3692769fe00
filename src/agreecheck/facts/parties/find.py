"""Who the parties are and who owes whom.

Names come from labels, definitions and addresses; roles from labels and from what the body says. The letters (甲方,
乙方) themselves say nothing: either side may be either.
"""

import re
from collections import Counter, defaultdict

from agreecheck.facts.names.grammar import Names, as_written, longest_first
from agreecheck.facts.names.of_pack import names
from agreecheck.facts.parties.address import (
    ADDRESSEE,
    ASIDE,
    PARTY,
    SENDER,
    SPEAKER,
    addressee,
    introduced,
    reader,
    speaker,
)
from agreecheck.facts.parties.define import definitions
from agreecheck.facts.parties.group import Group, group
from agreecheck.facts.parties.labels import Statement, statements
from agreecheck.facts.parties.letter import ourselves, sides
from agreecheck.facts.parties.pack import Vocabulary, vocabulary
from agreecheck.facts.parties.roles import Vote, cue_votes, decide, label_votes, masked, settled, subjects
from agreecheck.facts.parties.signers import sender, signers
from agreecheck.facts.parties.table import column_statements, row_statements
from agreecheck.facts.parties.unlabelled import answering, unlabelled
from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Party
from agreecheck.model.span import Span

_IDENTITY_REACH = 160
_NOT_WRITTEN = (SPEAKER, ADDRESSEE, SENDER, PARTY, ASIDE)
_ENOUGH = 4
"""A name without label is a party from this weight on."""


def find_parties(reading: Reading) -> tuple[Party, ...]:
    """The parties in order of place."""
    text = reading.folded
    grammar, words = names(reading.pack), vocabulary(reading.pack)
    groups = group(_statements(reading, grammar, words), words)
    groups, votes = unlabelled(text, groups, grammar, words)
    owners = _owners(groups, words)
    hidden = masked(text, owners, shared=_shared(groups), ignore_case=words.flags == re.I)
    votes = answering(groups, [*label_votes(groups, words), *cue_votes(subjects(hidden, words), words.cues), *votes])
    roles = decide(_priors(groups, settled(votes)))
    doubles = _without_doubles(groups, roles)
    owners |= _common_words(owners, {i: r for i, (r, *_) in roles.items() if i not in doubles}, words)
    said = _mentions(text, owners, words)
    found = [
        _party(reading, groups, words, said[index], index, *roles[index][:2])
        for index in range(len(groups))
        if index in roles and index not in doubles
    ]
    return tuple(sorted(found, key=lambda p: p.span.start))


def _statements(reading: Reading, grammar: Names, words: Vocabulary) -> list[Statement]:
    text = reading.folded
    found = [
        *statements(text, grammar, words),
        *column_statements(reading.document.tables, text, grammar, words),
        *row_statements(reading.document.tables, text, grammar, words),
        *definitions(text, grammar, words),
        *sender(text, grammar, words),
        *(s for s in (speaker(text, grammar, words), addressee(text, grammar, words)) if s),
        *(sides(text, grammar) if reading.pack == "en" else _ourselves(text, grammar, words)),
    ]
    present = {label for s in found for label in s.labels}
    if not {SPEAKER, ADDRESSEE} & present and not any(words.role(label, present) == "debtor" for label in present):
        found += reader(text, grammar, words)
    roles = {words.role(label, present) for label in present}
    if not {"creditor", "debtor"} & roles and not {SPEAKER, ADDRESSEE} & present:
        found += signers(text, grammar, words)
    return sorted(found, key=lambda s: (s.name.span.start, -len(s.labels)))


def _ourselves(text: str, grammar: Names, words: Vocabulary) -> tuple[Statement, ...]:
    if known := introduced(text, grammar, words):
        return known
    statement = ourselves(text, grammar, words)
    return (statement,) if statement else ()


def _owners(groups: tuple[Group, ...], words: Vocabulary) -> dict[str, int]:
    """Which party each word stands for; a word that two parties share stands for the first."""
    owners: dict[str, int] = {}
    for index, g in enumerate(groups):
        for word in (*g.forms, *g.labels, *g.aliases):
            if word in _NOT_WRITTEN:
                for other in _pronouns(word, g, words):
                    owners.setdefault(other, index)
            else:
                owners.setdefault(word, index)
    return owners


def _shared(groups: tuple[Group, ...]) -> frozenset[str]:
    """Labels that stand for more than one party."""
    count = Counter(label for g in groups for label in g.labels)
    return frozenset(label for label, times in count.items() if times > 1)


def _common_words(owners: dict[str, int], roles: dict[int, str], words: Vocabulary) -> dict[str, int]:
    """Words of a role that the paper does not define (借款人, 您, 我司) stand for the only party that has the role."""
    only = {role: [i for i in roles if roles[i] == role] for role in set(roles.values())}
    sole = {role: found[0] for role, found in only.items() if len(found) == 1}
    said = {word: words.role(word, owners) for word in words.words.generic}
    said |= dict.fromkeys(words.words.reader_words, "debtor")
    if "agent" not in only:
        said |= dict.fromkeys(words.words.self_words, "creditor")
    return {word: sole[role] for word, role in sorted(said.items()) if word not in owners and role in sole}


def _pronouns(word: str, g: Group, words: Vocabulary) -> tuple[str, ...]:
    if word == SPEAKER:
        return words.words.speaker_words
    if word in (PARTY, ASIDE):
        return ()
    if word == SENDER:
        return words.words.self_words
    return words.words.reader_words if g.name.person else words.words.addressee_words


def _priors(groups: tuple[Group, ...], votes: list[Vote]) -> list[Vote]:
    """A labelled party that nothing tells of is the side that no one else is; else a firm lends and a person owes."""
    decided = {v.index: v.role for v in votes}
    sides = {role for role, *_ in decide(votes).values()}
    open_ = [i for i, g in enumerate(groups) if i not in decided and g.labels and ASIDE not in g.labels]
    firms = [i for i in open_ if not groups[i].name.person]
    guesses = []
    for i in open_:
        if "creditor" not in sides and ("debtor" in sides or firms == [i]):
            role = "creditor"
        elif groups[i].name.person or "debtor" not in sides:
            role = "debtor"
        else:
            continue
        guesses.append(Vote(index=i, role=role, weight=1, evidence=groups[i].name.span))
    return [*votes, *guesses]


def _without_doubles(groups: tuple[Group, ...], roles: dict[int, tuple[str, Span, int]]) -> set[int]:
    """A name without label is creditor or debtor only where no labelled party is, and nothing on a faint sign."""
    named = {i for i, g in enumerate(groups) if (set(g.labels) - {SENDER, ASIDE}) or g.aliases}
    held = {role for index, (role, *_) in roles.items() if index in named}
    return {
        index
        for index, (role, _, weight) in roles.items()
        if index not in named and (weight < _ENOUGH or (role in held and role in ("creditor", "debtor")))
    }


def _mentions(text: str, owners: dict[str, int], words: Vocabulary) -> dict[int, tuple[Span, ...]]:
    """Where each party is spoken of. One search for all words, longest first: 申请人 is not seen in 被申请人."""
    said: dict[int, list[Span]] = defaultdict(list)
    fold_case = words.flags == re.I
    known = {word.lower() if fold_case else word: owner for word, owner in owners.items()}
    if known:
        for m in re.finditer(longest_first(list(owners)), text, words.flags):
            said[known[m[0].lower() if fold_case else m[0]]].append(Span(m.start(), m.end()))
    return defaultdict(tuple, {index: tuple(spans) for index, spans in said.items()})


def _party(
    reading: Reading,
    groups: tuple[Group, ...],
    words: Vocabulary,
    spans: tuple[Span, ...],
    index: int,
    role: str,
    evidence: Span,
) -> Party:
    g = groups[index]
    others = sorted(s.name.span.start for other in groups if other is not g for s in other.statements)
    label = next(
        (x for x in g.labels if x in words.letters),
        next((x for x in (*g.aliases, *g.labels) if x not in _NOT_WRITTEN), ""),
    )
    return Party(
        role=role,  # type: ignore[arg-type]
        name=as_written(reading.document.text, g.name),
        person=g.name.person,
        span=g.name.span,
        label=label,
        labels=spans,
        evidence=evidence,
        identity=_identity(reading, g, others),
    )


def _identity(reading: Reading, g: Group, others: list[int]) -> Span | None:
    """The identity number or credit code that follows the name, before the name of another party."""
    for statement in g.statements:
        at = statement.name.span.end
        stop = min([o for o in others if o > at] + [at + _IDENTITY_REACH])
        for mention in reading.mentions:
            if mention.kind in ("identity", "credit_code") and at <= mention.span.start < stop:
                return mention.span
    return None
