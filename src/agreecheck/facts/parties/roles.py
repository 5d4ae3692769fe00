"""Who owes whom: the labels of each party first, then what the body says of it."""

import re
from collections import defaultdict
from collections.abc import Mapping

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, Names, longest_first
from agreecheck.facts.parties.address import ADDRESSEE, SENDER, SPEAKER
from agreecheck.facts.parties.group import Group
from agreecheck.facts.parties.pack import FILLER, TOKEN, CompiledCue, Vocabulary
from agreecheck.facts.phrases import by_sentences
from agreecheck.model.base import Frozen
from agreecheck.model.span import Span

_FIRST = 0xE000
_ADDRESS_WEIGHT = 40
"""Who speaks in the first person owes; who is addressed is owed."""

_OUTRIGHT = 300
"""From this weight on a label alone decides."""
_SENDER_WEIGHT = 12
"""Who writes to a debtor is the creditor, unless the letter says for whom it writes."""


class Vote(Frozen):
    """Words that speak for a role of the party ``index``."""

    index: int
    role: str
    weight: int
    evidence: Span


def masked(
    text: str, owners: Mapping[str, int], *, shared: frozenset[str] = frozenset(), ignore_case: bool = False
) -> str:
    """The text, a sentence a line, with each mention of a party replaced by its token and fillers; of the same length.
    A label that parties share (``shared``) is only a title where a name follows it: 被告李四."""
    text = by_sentences(text)
    if not owners:
        return text
    known = {word.lower(): index for word, index in owners.items()} if ignore_case else owners
    pattern = compiled(longest_first(known), re.I if ignore_case else re.NOFLAG)

    def token(found: re.Match[str]) -> str:
        word = found[0].lower() if ignore_case else found[0]
        if word in shared and pattern.match(text, found.end()):
            return FILLER * len(word)
        return chr(_FIRST + known[word]) + FILLER * (len(word) - 1)

    return pattern.sub(token, text)


def subjects(hidden: str, words: Vocabulary) -> str:
    """The masked text without parties that only tell whose relative or owner comes next (乙方股东吴一凡自愿担保)."""
    owned = compiled(
        rf"[{TOKEN}](?={FILLER}*(?:的|之)?(?:{longest_first(words.words.aside)}) ?:?[{TOKEN}])", words.flags
    )
    return owned.sub(FILLER, hidden)


def label_votes(groups: tuple[Group, ...], words: Vocabulary) -> list[Vote]:
    """What the labels themselves say; who speaks owes and who is spoken to is owed, unless labels say otherwise."""
    present = {label for g in groups for label in g.labels}
    speaks = SPEAKER in present or any(words.role(label, present) == "debtor" for g in groups for label in g.labels)
    votes = []
    for index, group in enumerate(groups):
        for rank, label in enumerate(group.labels):
            spoken = any(SPEAKER in other.labels for other in groups if other is not group)
            role, weight = _role(label, group, words, present, speaks=speaks, spoken=spoken)
            if role:
                at = next(s.at for s in group.statements if label in s.labels)
                # A later label weighs a little less than the first.
                votes.append(Vote(index=index, role=role, weight=max(weight - rank, 10), evidence=at))
    return votes


def _role(
    label: str, group: Group, words: Vocabulary, present: set[str], *, speaks: bool, spoken: bool
) -> tuple[str | None, int]:
    """``speaks``: the debtor writes the paper; ``spoken``: somebody else says “I”."""
    if label == SPEAKER:
        return "debtor", _ADDRESS_WEIGHT
    if label == SENDER:
        return "creditor", _SENDER_WEIGHT
    if label == ADDRESSEE:
        lends = spoken if group.name.person else speaks
        role = "creditor" if lends else ("debtor" if group.name.person else None)
        return role, _ADDRESS_WEIGHT
    entry = words.entry(label, present)
    return (entry.role, entry.weight) if entry else (None, 0)


def cue_votes(text: str, cues: tuple[CompiledCue, ...]) -> list[Vote]:
    """What sentences say of parties; ``text`` is masked. A phrase counts once for a party, however often it stands."""
    votes: dict[tuple[int, int, str], Vote] = {}
    for number, cue in enumerate(cues):
        for found in cue.expression.finditer(text):
            span = Span(found.start(), found.end())
            for part, role in (("a", cue.a), ("b", cue.b)):
                if role:
                    index = ord(found[part][0]) - _FIRST
                    votes.setdefault(
                        (number, index, role), Vote(index=index, role=role, weight=cue.weight, evidence=span)
                    )
    return list(votes.values())


def prose_names(
    text: str, plain: str, cues: tuple[CompiledCue, ...], names: Names
) -> list[tuple[int | Name, str, Span]]:
    """Names without label that a phrase gives a role: the index of a known name, or a person not met before."""
    found: list[tuple[int | Name, str, Span]] = []
    for cue in cues:
        for hit in cue.expression.finditer(text):
            span = Span(hit.start(), hit.end())
            if hit["token"]:
                found.append((ord(hit["token"][0]) - _FIRST, cue.a, span))
            elif name := names.person_at(plain, hit.start("person"), set_off=False):
                found.append((name, cue.a, span))
    return found


def settled(votes: list[Vote]) -> list[Vote]:
    """Where a label names the creditor outright, words that say little of debt (委托方, 培训机构) name no second."""
    outright = {v.index for v in votes if v.role == "creditor" and v.weight >= _OUTRIGHT}
    if not outright:
        return votes
    return [v for v in votes if v.role != "creditor" or v.index in outright]


def decide(votes: list[Vote]) -> dict[int, tuple[str, Span, int]]:
    """Each party's role with the words that weigh most for it, and the weight."""
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for vote in votes:
        sums[vote.index][vote.role] += vote.weight
    decided = {}
    for index, roles in sums.items():
        role = max(sorted(roles), key=lambda r: roles[r])
        best = max(
            (v for v in votes if v.index == index and v.role == role), key=lambda v: (v.weight, -v.evidence.start)
        )
        decided[index] = (role, best.evidence, roles[role])
    return decided
