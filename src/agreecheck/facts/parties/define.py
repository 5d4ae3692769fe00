"""Names that the paper defines: 某某公司（以下简称“甲方”）, “资金方”指某某公司, Jane Roe (the "Borrower")."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, Names
from agreecheck.facts.parties.address import ADDRESSEE, SENDER
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.notes import aliases_in, labels_in, notes_after
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.span import Span

_CALLED = compiled(
    r"\((?:the|each|hereinafter|referred to as|together|,| ){0,6}[\"“](?P<as>[^\"”\n]{2,24})[\"”][^()\n]{0,40}\)"
)

_PRONOUN = compiled(r" ?\((?:以下|下文|下)?(?:简|均)?称?(?:为)?[\"“](?P<as>[^\"”\n]{1,6})[\"”]")
_LISTED = compiled(r"^[ \t]*\(?[甲乙丙丁戊一二三四五\d][)、.] ?", re.M)
_SENTENCE = 200
"""A definition is looked for in so many characters."""


def definitions(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names that a note behind them defines (张三（以下简称“甲方”）), or a word before them (“资金方”指某公司)."""
    found = [s for name in names.organisations(text) if (s := _defined(text, name, words))]
    for bracket in re.finditer(r"\(", text):
        if name := names.person_before(text, bracket.start()):
            statement = _defined(text, name, words)
            if statement:
                found.append(statement)
    found += [*_meant(text, names, words), *_called(text, names, words), *_heading_lines(text, names, words)]
    named = [s for s in found if not words.label.fullmatch(s.name.text)]
    return tuple(sorted(named, key=lambda s: s.name.span.start))


def _defined(text: str, name: Name, words: Vocabulary, at: int | None = None) -> Statement | None:
    """What the notes at a place (behind the name, unless told) define it as."""
    at = name.span.end if at is None else at
    labels, aliases = notes_after(text, at, words)
    labels = (*labels, *_pronouns(text, at, words))
    if not labels and not aliases:
        return None
    return Statement(
        name=name, labels=labels, aliases=aliases, at=Span(name.span.end, min(len(text), name.span.end + 40))
    )


def _heading_lines(text: str, names: Names, words: Vocabulary) -> list[Statement]:
    """（乙）林小满女士，住某市某路（下称“债务人”）: a name begins the line, and the bracket that ends it defines it."""
    found = []
    for line in _LISTED.finditer(text):
        name = names.name_at(text, line.end())
        comma = text.find(",", name.span.end, name.span.end + 5) if name else -1
        if name and comma >= 0 and (statement := _defined(text, name, words, comma)) and statement.labels:
            found.append(statement)
    return found


def _pronouns(text: str, at: int, words: Vocabulary) -> list[str]:
    """Alder Bank ("we"), Jane Roe (“you”): who writes and who is written to."""
    note = _PRONOUN.match(text, at)
    said = words.plain(note["as"]) if note else ""
    if said in (*words.words.self_words, *words.words.defined_self_words):
        return [SENDER]
    return [ADDRESSEE] if said in words.words.reader_words else []


def _meant(text: str, names: Names, words: Vocabulary) -> list[Statement]:
    """“资金方”指…某某公司; “您”指…：张三. A further word for it in the same sentence (以下称“本平台”) counts too."""
    found = []
    for quoted in re.finditer(r"[\"“「]([^\"“”」\n]{1,10})[\"”」] ?(?:系指|是指|指|means)", text):
        stop = compiled(r"[。;\n]").search(text, quoted.end())
        end = min(stop.start() if stop else len(text), quoted.end() + _SENTENCE)
        sentence = text[:end]
        inside = names.organisations(sentence[quoted.end() :])
        name = None
        if inside:
            by = quoted.end()
            name = Name(text=inside[0].text, span=inside[0].span.shift(by), person=False)
        else:
            for mark in re.finditer(r"[:为]", sentence[quoted.end() :]):
                name = names.person_at(text, quoted.end() + mark.end(), set_off=True) or name
        if name:
            note = text[name.span.end : end]
            labels = [
                *labels_in(quoted[1], words),
                *([] if "称" not in note else labels_in(note.rsplit("称", 1)[1], words)),
            ]
            aliases = [quoted[1], *aliases_in(note)]
            found.append(
                Statement(
                    name=name, labels=tuple(labels), aliases=tuple(aliases), at=Span(quoted.start(), quoted.end())
                )
            )
    return found


def _called(text: str, names: Names, words: Vocabulary) -> list[Statement]:
    """between Jane Roe, residing at 1 Elm Street (the "Borrower"): the bracket stands behind particulars."""
    found = []
    for bracket in _CALLED.finditer(text):
        before = max(0, bracket.start() - 160)
        leads = re.finditer(
            r"(?<![A-Za-z])(?:between|among|and|from|by|to|\(\d\)) (?=[A-Z])", text[before : bracket.start()]
        )
        starts = [before + lead.end() for lead in leads]
        named = [
            n for at in starts if (n := names.name_at(text, at)) and '"' not in text[n.span.end : bracket.start() - 1]
        ]
        if named and (labels := labels_in(bracket["as"], words)):
            found.append(Statement(name=named[0], labels=tuple(labels), at=Span(bracket.start(), bracket.end())))
    return found
