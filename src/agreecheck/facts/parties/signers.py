"""Who stands behind a paper without a label: who signs it by name, and the firm that writes for another."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, Names, longest_first
from agreecheck.facts.parties.address import PARTY, SENDER
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.span import Span

_ENDS_LINE = compiled(r"[^\n:]{0,3}:[ \t]*\n[ \t]*$")
_NAMES = compiled(rf"[ \t]*{HAN}{{2,4}}(?:[ \t、]+{HAN}{{2,4}}){{0,2}}[ \t]*")
_NAME = compiled(rf"(?P<name>{HAN}{{2,4}})")
_MANDATE = r"(?:系|是)?接?受(?![理到益损害])"
_FOOT = 6
"""Who signs without more stands in one of so many last lines."""


def signers(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """People who sign by name alone (张三（签字）; a line of names at the foot) and of whom the paper speaks above."""
    note = longest_first(words.words.label_tail)
    found = []
    signed = rf"(?:^|(?<=\)))[ \t]*(?P<name>{HAN}{{2,4}}) ?\((?:{note})\)"
    lines = list(re.finditer(r"[^\n]+", text))[-_FOOT:]
    alone = [m for line in lines if _NAMES.fullmatch(line[0]) for m in _NAME.finditer(text, *line.span())]
    for line in (*re.finditer(signed, text, re.M), *alone):
        name = names.person_at(text, line.start("name"), set_off=True)
        above = text[: line.start("name")]
        if name and name.text in above and not words.label.match(name.text) and not _ENDS_LINE.search(above[-12:]):
            found.append(Statement(name=name, labels=(PARTY,), at=Span(line.start("name"), line.end())))
    return tuple(found)


def sender(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """The firm that sends a message by a field of its own. Where the paper says “we act for …” (the firm may
    only sign it then), words of the paper tell its part."""
    lists = words.words
    if not lists.sender_field:
        return ()
    own = re.search(rf"(?P<own>{longest_first([*lists.defined_self_words, *lists.self_words])}){_MANDATE}", text)
    field = compiled(rf"(?:{longest_first(lists.sender_field)}) ?[:\t][ \t]*")
    starts = [hit.end() for hit in field.finditer(text)]
    if own:
        starts += [m.start() for m in list(re.finditer(r"(?<=\n)[^\s\n]", text))[-_FOOT:]]
    for at in starts:
        name = names.name_at(text, at)
        if name and not name.person and not names.runs_on(name.text):
            if own:
                return (Statement(name=name, labels=(PARTY,), aliases=(own["own"],), at=Span(own.start(), own.end())),)
            return (Statement(name=name, labels=(SENDER,), at=name.span),)
    return ()
