"""Names that stand beside a label: 甲方（借款人）：张三, a table row, a signature line."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, Name, Names, longest_first
from agreecheck.facts.parties.notes import labels_in, notes_after
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.base import Frozen
from agreecheck.model.span import Span

_SEPARATOR = compiled(r" {0,3}[:\t] *|  +")
_COPULA = compiled(r"(?:即|系|为|是|指) ?(?=[\u4e00-\u9fff])")
_NUMBER = compiled(r"[一二三四五1-5甲乙丙丁](?=[ :\t\n(,、])")
_JOINT = compiled(r" ?(?:[/、,&+·]|和|暨|及|即|兼|或)? ?[\"“「]?")
_OPEN = " \t\n,;。:、()[]【】“”\"'《》「」·|*□☑√0123456789.-—"
_MEANT = compiled(r"(?:系指|是指|指|系) ?")
_NEXT_LINE = compiled(r"[ :\t]*\n[ \t]*(?:\d\.|[-•·])? *")
_ENDS_FIELD = compiled(r" ?(?:$|[\n\t(]|  )| [\d*]")
_NEXT_NAME = compiled(r" ?[、/] ?| ?[和及与] ?")
_NEXT_ALONE = compiled(rf" +(?={HAN}{{2,4}} *(?:\(|$))", re.M)  # 借款人: 张三 李四, and nothing else in the line


class Statement(Frozen):
    """One name and the labels that stand for it. ``labels`` are in order of weight: the main label first; ``at`` is the
    span of the words that gave them. ``together`` numbers names that share one label (乙方：张三、李四);
    ``numbered`` labels (乙方1, 乙方2) each have a name of their own."""

    name: Name
    labels: tuple[str, ...]
    at: Span
    aliases: tuple[str, ...] = ()
    together: int = 0
    numbered: bool = False


class Head(Frozen):
    """A label with what belongs to it, up to where a name may begin (``value``). ``set_off``: a colon, a tab or wide
    blank stands between; ``lone``: a single blank does."""

    labels: tuple[str, ...]
    span: Span
    value: int
    set_off: bool
    numbered: bool = False
    lone: bool = False


def heads(text: str, words: Vocabulary) -> tuple[Head, ...]:
    """Every label in the text that a name may follow."""
    found = []
    at = 0
    while hit := words.label.search(text, at):
        labels, end = _walk(text, hit, words)
        before = text[hit.start() - 1] if hit.start() else "\n"
        separator = _SEPARATOR.match(text, end)
        after = separator.end() if separator else end
        if (separator and (before in _OPEN or ":" in separator[0])) or not separator:
            if separator and (letter := _letter(text, after, words)):
                labels, end, after = (*labels, words.plain(letter["letter"])), letter.end("letter"), letter.end()
            value, over_line = _to_value(text, after, words, alone=_begins_line(text, hit.start()))
            if not separator and (copula := _COPULA.match(text, end)):
                value = copula.end()
            numbered = _NUMBER.match(text, hit.end()) is not None
            lone = not separator and value == end and text[end : end + 1] == " "
            found.append(
                Head(
                    labels=labels,
                    span=Span(hit.start(), end),
                    value=value,
                    set_off=separator is not None or over_line or lone,
                    numbered=numbered,
                    lone=lone,
                )
            )
        at = max(end, hit.end())
    return tuple(found)


def _walk(text: str, hit: re.Match[str], words: Vocabulary) -> tuple[tuple[str, ...], int]:
    """Follow what belongs to a label: a number, more labels, brackets, 姓名, （盖章）."""
    labels, end = [words.plain(hit[0])], hit.end()
    if number := _NUMBER.match(text, end):
        end = number.end()
    for _ in range(8):
        if end < len(text) and text[end] in '"”」':
            end += 1
        joint = _JOINT.match(text, end)
        after = joint.end() if joint else end
        bracket = compiled(r"\(([^()\n]{0,60})\)").match(text, after)
        if bracket and not _names_another(bracket[1], words):
            labels += labels_in(bracket[1], words)
            end = bracket.end()
        elif (more := words.label.match(text, after)) and (after == end or joint):
            labels.append(words.plain(more[0]))
            end = more.end()
        elif tail := words.tail.match(text, end):
            end = tail.end()
        else:
            break
    return tuple(labels), end


def _names_another(note: str, words: Vocabulary) -> bool:
    """“米仓”平台（运营者：某公司）: the bracket has a label and a name of its own."""
    return any(re.match(r" ?: ?[^\W\d_]", note[hit.end() :]) for hit in words.label.finditer(note))


def _letter(text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    """贷款人：甲方 某某银行: a letter stands between a label and the name."""
    return compiled(rf"(?P<letter>{longest_first(words.letters)})[ \t:]+(?=\S)", words.flags).match(text, at)


def _begins_line(text: str, at: int) -> bool:
    return "\t" not in text[text.rfind("\n", 0, at) + 1 : at]


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" ·*□☑√")


def _to_value(text: str, at: int, words: Vocabulary, *, alone: bool) -> tuple[int, bool]:
    """Step over 姓名： and, where the label is not one of several cells (``alone``), over a line end."""
    if field := words.name_field.match(text, at):
        return field.end(), True
    if meant := _MEANT.match(text, at):
        return meant.end(), False
    line = _NEXT_LINE.match(text, at) if alone else None
    if line and (field := words.name_field.match(text, line.end())):
        return field.end(), True
    return (line.end(), True) if line and ":" in text[at - 2 : line.end()] else (at, False)


def statements(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names beside labels, in order of place (``text`` is folded)."""
    found: list[Statement] = []
    for number, head in enumerate(heads(text, words), start=1):
        if words.nobody.intersection(head.labels):
            continue
        at = _skip_open(text, head.value)
        over_line = "\n" in text[head.span.end : at]
        name = names.name_at(text, at, set_off=head.set_off)
        if name and over_line and not _fills_line(name, text[head.span.end : at], text, names):
            name = None
        if name and head.lone and not _believed(name, head, text, names, words):
            name = None
        if name and not head.set_off and not _adjacent(name, head, text, names, words):
            name = None
        while name and not words.label.fullmatch(name.text):
            labels, aliases = notes_after(text, name.span.end, words)
            found.append(
                Statement(
                    name=name,
                    labels=(*head.labels, *labels),
                    at=head.span,
                    aliases=aliases,
                    together=number,
                    numbered=head.numbered,
                )
            )
            comma = _NEXT_NAME.match(text, name.span.end)
            if comma is None and name.person:
                comma = _NEXT_ALONE.match(text, name.span.end)
            name = names.name_at(text, comma.end(), set_off=True) if comma and head.set_off else None
    return tuple(found)


def _believed(name: Name, head: Head, text: str, names: Names, words: Vocabulary) -> bool:
    """Whether a single blank sets a name off: where both fill a line, or a role stands before a firm."""
    if _opens_line(text, head.span.start) and _ENDS_FIELD.match(text, name.span.end):
        return True
    role = not words.letters.issuperset(head.labels[:1])
    return role and not name.person and len(name.text) >= 6 and not names.runs_on(name.text)


def _skip_open(text: str, at: int) -> int:
    while at < len(text) and text[at] in ' \t_“"':
        at += 1
    return at


def _fills_line(name: Name, between: str, text: str, names: Names) -> bool:
    """Whether what stands in the line under a label is a name; without 姓名 before it no sentence may begin there."""
    if text[name.span.end : name.span.end + 1] not in ("", "\n", ",", "(", " ", "\t", ";", ":"):
        return False
    return bool(between.strip(" :\t\n")) or name.person or not names.runs_on(name.text)


def _adjacent(name: Name, head: Head, text: str, names: Names, words: Vocabulary) -> bool:
    """A name right after a label, without a colon, is believed where the label says a role or a stop follows it."""
    copula = name.span.start > head.span.end
    if head.value != name.span.start:
        return False
    if not name.person:
        return (copula or head.labels[0] not in words.letters) and len(name.text) >= 6 and not names.runs_on(name.text)
    return head.labels[0] not in words.letters or text[name.span.end : name.span.end + 1] in (
        "",
        ",",
        "(",
        "、",
        "\n",
        " ",
        "。",
        ";",
    )
