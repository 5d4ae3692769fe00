"""Who writes and who is written to, where no label says so: 我叫张三; 致：某某公司; 尊敬的李女士."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, Name, Names, longest_first
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.span import Span

SPEAKER = "speaker"
ADDRESSEE = "addressee"
SENDER = "sender"
PARTY = "party"
"""One of the sides, the paper does not say which."""
ASIDE = "aside"
"""Who is mentioned beside a party (its owner, its wife) and is none, unless the paper has him answer for the debt."""
_CALL = compiled(
    r"^[ \t]*(?:【[^】\n]{2,30}】)?(?:尊敬的)?"  # a message begins with its sender
    r"([^\n:,(]{2,40}?(?:\([^()\n]{1,90}\))?[^\n:,(]{0,12}?)(?::[ \t]*$|[:,!]?[ \t]*(?:您好|你好))",
    re.M,
)
_UNDER = compiled(rf"[ \t]*(?P<name>{HAN}{{2,4}})[ \t]*(?:\d{{4}}[年./-]\d{{1,2}}[月./-]\d{{1,2}}日?)?[ \t]*")
_FOOT = 4
"""The name under a letter stands in one of so many last lines."""
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
    return _bare_speaker(text, names, words) or _signed(text, names, words)


def _signed(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """A letter of one who owes (去年向您借的3万元…), by the name under it: alone, or with the day of writing."""
    if not words.words.owing or not re.search(longest_first(words.words.owing), text):
        return None
    for line in list(re.finditer(r"[^\n]+", text))[: -_FOOT - 1 : -1]:
        found = _UNDER.fullmatch(line[0])
        name = names.person_at(text, line.start() + found.start("name"), set_off=True) if found else None
        if found and name and name.text == found["name"] and not words.label.match(name.text):
            return Statement(name=name, labels=(SPEAKER,), at=name.span)
    return None


def _bare_speaker(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """我周子墨于2025年……: a sentence that begins so, and the name once more (the signature)."""
    for found in re.finditer(r"(?:^|[。;])[ \t]*我(?=[^\W\d_])", text, re.M):
        name = names.person_at(text, found.end(), set_off=False)
        if name and text.count(name.text) > 1 and not words.label.match(name.text):
            return Statement(name=name, labels=(SPEAKER,), at=Span(found.start(), found.end()))
    return None


def introduced(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """The firm that names itself to the reader: 我们是某某公司; 我是某某公司的客服."""
    lists = words.words
    own, staff = longest_first([*lists.defined_self_words, *lists.self_words]), longest_first(lists.staff)
    if not lists.defined_self_words or not re.search(longest_first(lists.reader_words), text):
        return ()
    for found in re.finditer(rf"(?P<own>{own}) ?(?:是|系|即|为|\(|,)|我(?:是|系|来自|代表)", text[:_HEAD]):
        name = names.name_at(text, found.end())
        if not name or name.person or names.runs_on(name.text):
            continue
        if found["own"] or re.match(rf" ?的?[^。;,\n]{{0,6}}?(?:{staff})", text[name.span.end :]):
            aliases = (found["own"],) if found["own"] else ()
            return (Statement(name=name, labels=(SENDER,), aliases=aliases, at=Span(found.start(), name.span.end)),)
    return ()


def reader(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Whom a page made for one customer names in a field of its own (姓名: 张三)."""
    if not words.words.reader_field:
        return ()
    field = compiled(rf"^[ \t·*]*(?:{longest_first(words.words.reader_field)}) ?[:\t ] *", re.M)
    for found in field.finditer(text[:_HEAD]):
        name = names.name_at(text, found.end())
        line = text.rfind("\n", 0, max(0, found.start() - 1)) + 1
        if name and name.person and not words.nobody.intersection(words.label.findall(text[line : found.start()])):
            return (Statement(name=name, labels=(ADDRESSEE,), at=Span(found.start(), found.end())),)
    return ()


def addressee(text: str, names: Names, words: Vocabulary) -> Statement | None:
    """The organisation or person to whom a letter, a pledge or an application is addressed."""
    head = text[:_HEAD]
    call = compiled(
        rf"^[ \t]*(?:{longest_first(words.words.introduces_addressee)}) ?[:,]?[ \t]*(?:尊敬的)?", re.M | words.flags
    )
    for found in call.finditer(head):
        name = names.name_at(text, found.end())
        if name and (not name.person or found[0].rstrip()[-1:] in ":,"):
            return Statement(name=name, labels=(ADDRESSEE,), at=Span(found.start(), found.end()))
    you = longest_first(words.words.reader_words)
    below = compiled(rf"[ \t:]*\n\s*(?:\([^()\n]{{1,90}}\)[^\n]{{0,9}}\s*)?[^。\n]{{0,99}}?(?:{you})")
    for line in _CALL.finditer(head):
        name = names.name_at(text, line.start(1))
        rest = text[name.span.end : line.end(1)] if name else ""
        spoken = line[0].endswith("好") or below.match(text, line.end(1)) is not None
        if name and not words.label.match(name.text) and _is_salutation(name, rest, spoken_to=spoken):
            return Statement(name=name, labels=(ADDRESSEE,), at=Span(line.start(1), line.end(1)))
    return None


def _is_salutation(name: Name, rest: str, *, spoken_to: bool) -> bool:
    """A firm, a person by courtesy, or a bare name above a line that speaks to the reader."""
    if name.person:
        if not rest.strip() and spoken_to:
            return True
        return re.fullmatch(
            r" ?(?:先生|女士|小姐|同志|先生/女士|老师|师傅|大哥|大姐|叔叔|阿姨|兄弟|老板|经理)? ?(?:\([^()]*\))?", rest
        ) is not None and bool(rest.strip())
    return len(rest) <= 12
