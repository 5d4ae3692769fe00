"""Who writes and who is written to, where no label says so: 我叫张三; 致：某某公司; 尊敬的李女士."""

import re

from agreecheck.facts.names import Name, Names, longest_first
from agreecheck.facts.parties_labels import Statement
from agreecheck.facts.parties_pack import Vocabulary
from agreecheck.model.span import Span

SPEAKER = "speaker"
ADDRESSEE = "addressee"
SENDER = "sender"
_HEAD = 1500
"""A salutation stands within the first characters of a paper."""


def speaker(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """The person who names himself in the first person."""
    for found in re.finditer(
        rf"(?<![A-Za-z])(?:{longest_first(words.words.introduces_speaker)})[ :(]{{0,2}}", text, words.flags
    ):
        at = found.end()
        named = found[0].endswith((":", "叫")) or found[0].startswith(("我叫", "我是", "我名叫"))
        name = names.person_at(text, at, set_off=False) or (names.person_at(text, at, set_off=True) if named else None)
        if name and not words.label.match(name.text):
            return Statement(name=name, labels=(SPEAKER,), at=Span(found.start(), found.end()))
    return None


def addressee(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """The organisation or person to whom a letter, a pledge or an application is addressed."""
    head = text[:_HEAD]
    call = re.compile(
        rf"^[ \t]*(?:{longest_first(words.words.introduces_addressee)}) ?[:,]?[ \t]*(?:尊敬的)?", re.M | words.flags
    )
    for found in call.finditer(head):
        name = names.name_at(text, found.end())
        if name and (not name.person or found[0].rstrip()[-1:] in ":,"):
            return Statement(name=name, labels=(ADDRESSEE,), at=Span(found.start(), found.end()))
    for line in re.finditer(
        r"^[ \t]*(?:尊敬的)?([^\n:,]{2,40})(?::[ \t]*$|,[ \t]*(?:您好|你好)|:[ \t]*(?:您好|你好))", head, re.M
    ):
        name = names.name_at(text, line.start(1))
        rest = text[name.span.end : line.end(1)] if name else ""
        if name and not words.label.match(name.text) and _is_salutation(name, rest):
            return Statement(name=name, labels=(ADDRESSEE,), at=Span(line.start(1), line.end(1)))
    return None


def _is_salutation(name: Name, rest: str) -> bool:
    if name.person:
        return re.fullmatch(r" ?(?:先生|女士|小姐|同志|先生/女士)? ?(?:\([^()]*\))?", rest) is not None and bool(
            rest.strip()
        )
    return len(rest) <= 12
