"""The two sides of a letter: who heads or signs it or says “we”, and who is greeted."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, Names, longest_first
from agreecheck.facts.parties.address import ADDRESSEE, PARTY, SENDER, SPEAKER
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.span import Span

_GREETING = compiled(
    r"^[ \t]*(?:Dear|Hi|Hello) +(?:Mr\.?|Ms\.?|Mrs\.?|Miss|Dr\.?|Mx\.?)? *(?P<name>[A-Z][^,:\n]{1,60}?) *(?:[,:]|$)",
    re.M,
)
_SELVES = compiled(r"\b(?P<who>[Ww]e|[Yy]ou|I)(?:,| are| am) (?=[A-Z])")
_BETWEEN = compiled(r"\b(?:between|among)\b:?\s*(?:\(\d\) ?)?(?=[A-Z])")
_AND = compiled(r"[^.;\n]{0,120}?\band (?:\(\d\) ?)?(?=[A-Z])")


def sides(text: str, names: Names) -> tuple[Statement, ...]:
    """The two sides of an English paper: of a letter, of “we, A Limited … you, Jane Roe”, of “between … and …”."""
    return (*letter(text, names), *_selves(text, names), *_between(text, names))


def _selves(text: str, names: Names) -> list[Statement]:
    found: list[Statement] = []
    for hit in _SELVES.finditer(text):
        name = names.name_at(text, hit.end())
        label = {"we": SENDER, "you": ADDRESSEE, "i": SPEAKER}[hit["who"].lower()]
        if name and (label == SENDER) != name.person and text[name.span.end : name.span.end + 1] in (",", " "):
            found.append(Statement(name=name, labels=(label,), at=Span(hit.start(), name.span.end)))
    return found


def _between(text: str, names: Names) -> list[Statement]:
    """Both names of “between A and B”: parties, whatever their part."""
    for lead in _BETWEEN.finditer(text):
        first = names.name_at(text, lead.end())
        link = _AND.match(text, first.span.end) if first else None
        second = names.name_at(text, link.end()) if link else None
        if first and second:
            at = Span(lead.start(), second.span.end)
            return [Statement(name=name, labels=(PARTY,), at=at) for name in (first, second)]
    return []


def letter(text: str, names: Names) -> tuple[Statement, ...]:
    """Sender and addressee of a letter that greets a person; nothing where no one is greeted."""
    greeting = _GREETING.search(text)
    if not greeting:
        return ()
    found = []
    if name := _greeted(text, greeting, names):
        found.append(Statement(name=name, labels=(ADDRESSEE,), at=Span(greeting.start(), greeting.end())))
    if name := _sender(text, greeting, names):
        found.append(Statement(name=name, labels=(SENDER,), at=name.span))
    return tuple(found)


def _greeted(text: str, greeting: re.Match[str], names: Names) -> Name | None:
    """The full name: in the greeting, or at the head of an address above it, where it has the name greeted."""
    whole = names.name_at(text, greeting.start("name"))
    if whole and whole.person:
        return whole
    surname = greeting["name"].strip().split(" ")[-1]
    for line in re.finditer(r"^[ \t]*(?P<line>[A-Z][^\n,]{2,50})(?=,|$)", text[: greeting.start()], re.M):
        name = names.person_at(text, line.start("line"), set_off=True)
        if name and surname.lower() in (name.text.split(" ")[0].lower(), name.text.split(" ")[-1].lower()):
            return name
    return whole


def _sender(text: str, greeting: re.Match[str], names: Names) -> Name | None:
    """The firm in the letterhead, else the one under the closing words."""
    head = [
        n
        for n in names.organisations(text[: greeting.start()])
        if not text[text.rfind("\n", 0, n.span.start) + 1 : n.span.start].strip()
    ]
    if head:
        plain = (
            n for n in names.organisations(text) if n.text.lower() == head[0].text.lower() and not n.text.isupper()
        )
        return next(plain, head[0])  # the letterhead may be all in capitals
    closing = re.search(r"^[ \t]*(?:Sincerely|Yours|Regards|Best regards|Respectfully)", text, re.M)
    below = names.organisations(text[closing.end() :]) if closing else ()
    return (
        Name(text=below[0].text, span=below[0].span.shift(closing.end()), person=False) if closing and below else None
    )


def ourselves(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """The firm that a word of self stands for: 我行（某某银行…）, else the one that heads or signs a paper that speaks
    to a reader (您)."""
    own = longest_first(words.words.self_words)
    for found in re.finditer(rf"(?:{own})[(,]", text):
        name = names.name_at(text, found.end())
        if name and not name.person:
            return Statement(name=name, labels=(SENDER,), at=Span(found.start(), name.span.end))
    spoken_to = re.search(longest_first(words.words.reader_words), text)
    return (_bracketed(text, names) or _alone(text, names)) if spoken_to else None


def _bracketed(text: str, names: Names) -> Statement | None:
    """The firm that signs a text message in brackets at its beginning or end."""
    for bracket in re.finditer(r"^[ \t]*【(?P<in>[^】\n]{2,30})】|【(?P<end>[^】\n]{2,30})】[ \t]*$", text, re.M):
        start, end = bracket.span("in") if bracket["in"] else bracket.span("end")
        name = names.name_at(text, start)
        if name and not name.person and name.span.end == end:
            return Statement(name=name, labels=(SENDER,), at=name.span)
    return None


def _alone(text: str, names: Names) -> Statement | None:
    """The firm whose name fills a line at the head or the foot of the paper, with no more than a seal beside it."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    for line in [*lines[:3], *lines[-5:]]:
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        name = names.name_at(text, start)
        if name and not name.person and len(text[name.span.end : line.end()].strip()) <= 6:
            return Statement(name=name, labels=(SENDER,), at=name.span)
    return None
