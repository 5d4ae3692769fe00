"""Who stands behind a paper without a label: who signs it by name, and the firm that writes for another."""

import re

from agreecheck.facts.names import HAN, Names, longest_first
from agreecheck.facts.parties_address import PARTY
from agreecheck.facts.parties_labels import Statement
from agreecheck.facts.parties_pack import Vocabulary
from agreecheck.model.span import Span

_ENDS_LINE = re.compile(r"[^\n:]{0,3}:[ \t]*\n[ \t]*$")
_FOOT = 6
"""A firm signs in one of so many last lines."""


def signers(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """People who sign by their name alone (张三（签字）) and of whom the paper speaks above."""
    note = longest_first(words.words.label_tail)
    found = []
    for line in re.finditer(rf"(?:^|(?<=  ))[ \t]*(?P<name>{HAN}{{2,4}}) ?\((?:{note})\)", text, re.M):
        name = names.person_at(text, line.start("name"), set_off=True)
        above = text[: line.start("name")]
        if name and name.text in above and not words.label.match(name.text) and not _ENDS_LINE.search(above[-12:]):
            found.append(Statement(name=name, labels=(PARTY,), at=Span(line.start("name"), line.end())))
    return tuple(found)


def mandated(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """The firm that says “we act for …”: the one named as sender, else the one that signs. Words of the paper tell that
    it is the agent."""
    lists = words.words
    if not lists.sender_field:
        return ()
    own = re.search(
        rf"(?P<own>{longest_first([*lists.defined_self_words, *lists.self_words])})(?:系|是)?(?:接)?受", text
    )
    if not own:
        return ()
    field = re.compile(rf"(?:{longest_first(lists.sender_field)}) ?[:\t][ \t]*")
    starts = [hit.end() for hit in field.finditer(text)]
    starts += [m.start() for m in list(re.finditer(r"(?<=\n)[^\s\n]", text))[-_FOOT:]]
    for at in starts:
        name = names.name_at(text, at)
        if name and not name.person and not names.runs_on(name.text) and text[own.end() :].find(name.text) != 0:
            return (Statement(name=name, labels=(PARTY,), aliases=(own["own"],), at=Span(own.start(), own.end())),)
    return ()
