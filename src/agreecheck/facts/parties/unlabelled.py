"""Names that no label names: firms in running text, and people mentioned beside a party."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, Names, longest_first
from agreecheck.facts.parties.address import ASIDE
from agreecheck.facts.parties.group import Group, same
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.facts.parties.roles import Vote, masked, prose_names

_ANSWERS = ("guarantor", "co_debtor")


def unlabelled(
    text: str, groups: tuple[Group, ...], grammar: Names, words: Vocabulary
) -> tuple[tuple[Group, ...], list[Vote]]:
    """``groups`` and the names in running text that a phrase gives a role (受某某银行委托), with votes for these."""
    known = len(groups)
    found = [_bare(name) for name in _firms(text, grammar, words)]
    found += [_bare(name, ASIDE) for name in _aside(text, groups, grammar, words)]
    for statement in found:
        if not _known(statement.name, groups):
            groups = (*groups, Group(statements=(statement,)))
    owners = {form: index for index, g in enumerate(groups) for form in g.forms}
    votes: list[Vote] = []
    taken = {vote_role for g in groups[:known] for vote_role in _label_roles(g, groups, words)}
    for who, role, span in prose_names(
        masked(text, owners, ignore_case=words.flags == re.I), text, words.prose, grammar
    ):
        if isinstance(who, int):
            if who >= known:
                votes.append(Vote(index=who, role=role, weight=4, evidence=span))
        elif role not in taken and not _known(who, groups) and not words.label.match(who.text):
            groups = (*groups, Group(statements=(_bare(who),)))
            votes.append(Vote(index=len(groups) - 1, role=role, weight=4, evidence=span))
    return groups, votes


def answering(groups: tuple[Group, ...], votes: list[Vote]) -> list[Vote]:
    """The votes without those that would make a party of who is only mentioned beside one, unless he answers for the
    debt."""
    return [v for v in votes if ASIDE not in groups[v.index].labels or v.role in _ANSWERS]


def _firms(text: str, grammar: Names, words: Vocabulary) -> list[Name]:
    """Firms in running text; a bank counts where it does more than keep an account."""
    keeps = compiled("|".join(words.words.keeps_account)) if words.words.keeps_account else None
    return [name for name in grammar.organisations(text) if not keeps or not keeps.match(text, name.span.end)]


def _aside(text: str, groups: tuple[Group, ...], grammar: Names, words: Vocabulary) -> list[Name]:
    """People named by what they are to a party: 法定代表人王强, 乙方之妻李四."""
    beside = compiled(
        rf"(?:{longest_first(words.words.aside)}) ?(?:\([^()\n]{{0,12}}\))?(?P<colon>:)?[ \t]*", words.flags
    )
    kin = "".join(g.name.text[0] for g in groups if g.name.person)
    named = (grammar.person_at(text, m.end(), set_off=m["colon"] is not None, kin=kin) for m in beside.finditer(text))
    return [n for n in named if n and not words.label.match(n.text)]


def _known(name: Name, groups: tuple[Group, ...]) -> bool:
    return any(same(form, name.text) for g in groups for form in g.forms)


def _label_roles(g: Group, groups: tuple[Group, ...], words: Vocabulary) -> set[str]:
    present = {label for other in groups for label in other.labels}
    return {role for label in g.labels if (role := words.role(label, present))}


def _bare(name: Name, *labels: str) -> Statement:
    return Statement(name=name, labels=labels, at=name.span)
