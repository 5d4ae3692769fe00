"""Names that stand beside a label: 甲方（借款人）：张三, a table row, a signature line, a definition in brackets."""

import re

from agreecheck.facts.names import Name, Names
from agreecheck.facts.parties_pack import Vocabulary
from agreecheck.model.base import Frozen
from agreecheck.model.span import Span

_SEPARATOR = re.compile(r" {0,3}[:\t] *|  +")
_JOINT = re.compile(r" ?(?:[/、,&+·]|和|暨|及|即|兼|或)? ?[\"“「]?")
_OPEN = " \t\n,;。:、()[]【】“”\"'《》「」·|*□☑√0123456789.-—"
_NEXT_NAME = re.compile(r" ?[、/] ?| ?[和及与] ?")
_ALIAS = re.compile(r"(?:简称|统称|合称|并称|称为|称作|称|下称|作为|系|为|即) ?[:,]? ?[\"“「『]?")
# Behind a name and its particulars, set off by a comma: 张三，身份证号码……，以下简称“甲方”.
_DEFINED = re.compile(r",[^。;\n\t()与和]{0,60}?,? ?(?:以下|下文|下)?(?:均|统|合|简|并)?称(?:为|作)?(?P<as>[^\n)。;,]{1,24})")
_QUOTED = re.compile(r"[\"“「『]([^\"“”」』\n]{1,12})[\"”」』]")


class Statement(Frozen):
    """One name and the labels that stand for it. ``labels`` are in order of weight: the main label first; ``at`` is the
    span of the words that gave them. ``together`` numbers names that share one label (乙方：张三、李四)."""

    name: Name
    labels: tuple[str, ...]
    at: Span
    aliases: tuple[str, ...] = ()
    together: int = 0


class Head(Frozen):
    """A label with what belongs to it, up to where a name may begin. ``set_off``: a colon, a tab or wide blank stands between."""

    labels: tuple[str, ...]
    span: Span
    value: int
    set_off: bool


def heads(text: str, words: Vocabulary) -> tuple[Head, ...]:
    """Every label in the text that a name may follow."""
    found = []
    at = 0
    while hit := words.label.search(text, at):
        labels, end = _walk(text, hit, words)
        before = text[hit.start() - 1] if hit.start() else "\n"
        separator = _SEPARATOR.match(text, end)
        after = separator.end() if separator else end
        if separator and (before in _OPEN or ":" in separator[0]) or not separator:
            value, over_line = _to_value(text, after, words)
            found.append(Head(labels=labels, span=Span(hit.start(), end), value=value, set_off=separator is not None or over_line))
        at = max(end, hit.end())
    return tuple(found)


def _walk(text: str, hit: re.Match[str], words: Vocabulary) -> tuple[tuple[str, ...], int]:
    """Follow what belongs to a label: a number, more labels, brackets, 姓名, （盖章）."""
    labels, end = [words.plain(hit[0])], hit.end()
    if number := re.compile(r"[一二三四五1-5](?![\d一二三四五六七八九十年月日])").match(text, end):
        end = number.end()
    for _ in range(8):
        joint = _JOINT.match(text, end)
        after = joint.end() if joint else end
        if bracket := re.compile(r"\(([^()\n]{0,60})\)").match(text, after):
            labels += labels_in(bracket[1], words)
            end = bracket.end()
        elif (more := words.label.match(text, after)) and (after == end or joint):
            labels.append(words.plain(more[0]))
            end = more.end()
        elif tail := words.tail.match(text, end):
            end = tail.end()
        else:
            break
        if end < len(text) and text[end] in "\"”」":
            end += 1
    return tuple(labels), end


def labels_in(note: str, words: Vocabulary) -> list[str]:
    """The labels that a note in brackets gives: not those of others it mentions (乙方之父, 受甲方委托)."""
    found = []
    for hit in words.label.finditer(note):
        before = note[: hit.start()]
        if words.relation.match(note, hit.end()) or before.endswith(("受", "经", "由", "向", "与", "对", "代表", "受托于", "接受")):
            continue
        if words.plain(hit[0]) in words.letters and before and not before.endswith(("称", "“", '"', "、", "/", "为", "即", "「", ",", " ")):
            continue
        found.append(words.plain(hit[0]))
    return found


def _to_value(text: str, at: int, words: Vocabulary) -> tuple[int, bool]:
    """Step over 姓名： and over a line end where the name stands in the next line."""
    if field := words.name_field.match(text, at):
        return field.end(), True
    line = re.compile(r"[ :\t]*\n[ \t]*(?:\d\.|[-•·])? *").match(text, at)
    if line and (field := words.name_field.match(text, line.end())):
        return field.end(), True
    return (line.end(), True) if line and ":" in text[at - 2 : line.end()] else (at, False)


def statements(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names beside labels, in order of place (``text`` is folded)."""
    found: list[Statement] = []
    for number, head in enumerate(heads(text, words), start=1):
        at = _skip_open(text, head.value)
        over_line = "\n" in text[head.span.end : at]
        name = names.name_at(text, at, set_off=head.set_off)
        if name and over_line and name.span.end < len(text) and text[name.span.end] not in "\n,( \t,;:":
            name = None
        if name and not head.set_off and not _adjacent(name, head, text, names, words):
            name = None
        while name:
            labels, aliases = _notes_after(text, name.span.end, words)
            found.append(
                Statement(name=name, labels=(*head.labels, *labels), at=head.span, aliases=aliases, together=number)
            )
            comma = _NEXT_NAME.match(text, name.span.end)
            name = names.name_at(text, comma.end(), set_off=True) if comma and head.set_off else None
    return tuple(found)


def _skip_open(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t_“\"":
        at += 1
    return at


def _adjacent(name: Name, head: Head, text: str, names: Names, words: Vocabulary) -> bool:
    """A name right after a label, without a colon, is believed where the label says a role or the name is set off behind."""
    if head.span.end != name.span.start:
        return False
    if not name.person:
        return head.labels[0] not in words.letters and len(name.text) >= 6 and not names.runs_on(name.text)
    return head.labels[0] not in words.letters or text[name.span.end : name.span.end + 1] in ("", ",", "(", "、", "\n", " ")


def _notes_after(text: str, at: int, words: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Labels and aliases that brackets or 以下简称 in the same line give to the name that ends at ``at``."""
    labels: list[str] = []
    aliases: list[str] = []
    while bracket := re.compile(r" ?\(([^()\n]{1,80})\)").match(text, at):
        labels += labels_in(bracket[1], words)
        aliases += _aliases(bracket[1])
        at = bracket.end()
    if not labels and not aliases:
        defined = _DEFINED.match(text, at)
        if defined and not words.label.search(text, at, defined.start("as")):
            labels += labels_in(defined["as"], words)
            aliases += _aliases("称" + defined["as"])
    return tuple(labels), tuple(aliases)


def _aliases(note: str) -> list[str]:
    if not _ALIAS.search(note):
        return []
    return [found[1].strip() for found in _QUOTED.finditer(note)]


def definitions(text: str, names: Names, words: Vocabulary) -> tuple[Statement, ...]:
    """Names that a note behind them defines (张三（以下简称“甲方”）), or a quoted word before them (“资金方”指某某公司)."""
    found = [s for name in names.organisations(text) if (s := _defined(text, name, words))]
    for bracket in re.finditer(r"\(", text):
        if name := names.person_before(text, bracket.start()):
            statement = _defined(text, name, words)
            if statement:
                found.append(statement)
    found += [*_meant(text, names, words), *_called(text, names, words)]
    return tuple(sorted(found, key=lambda s: s.name.span.start))


def _defined(text: str, name: Name, words: Vocabulary) -> Statement | None:
    labels, aliases = _notes_after(text, name.span.end, words)
    if not labels and not aliases:
        return None
    return Statement(name=name, labels=labels, aliases=aliases, at=Span(name.span.end, min(len(text), name.span.end + 40)))


def _meant(text: str, names: Names, words: Vocabulary) -> list[Statement]:
    """“资金方”指…某某公司。 and “您”指…：张三。 A further name for it in the same sentence (以下称“本平台”) counts too."""
    found = []
    for quoted in re.finditer(r"[\"“「]([^\"“”」\n]{1,10})[\"”」] ?(?:系指|是指|指|means)", text):
        stop = re.compile(r"[。;\n]").search(text, quoted.end())
        end = stop.start() if stop else len(text)
        sentence = text[:end]
        inside = [n for n in names.organisations(sentence[quoted.end() :])]
        name = None
        if inside:
            by = quoted.end()
            name = Name(text=inside[0].text, span=inside[0].span.shift(by), person=False)
        else:
            for mark in re.finditer(r"[:为]", sentence[quoted.end() :]):
                name = names.person_at(text, quoted.end() + mark.end(), set_off=True) or name
        if name:
            note = text[name.span.end : end]
            labels = [*labels_in(quoted[1], words), *([] if "称" not in note else labels_in(note.rsplit("称", 1)[1], words))]
            aliases = [quoted[1], *_aliases(note)]
            found.append(Statement(name=name, labels=tuple(labels), aliases=tuple(aliases), at=Span(quoted.start(), quoted.end())))
    return found


def _called(text: str, names: Names, words: Vocabulary) -> list[Statement]:
    """between Jane Roe, residing at 1 Elm Street (the "Borrower"): the bracket stands behind particulars."""
    found = []
    for bracket in re.finditer(r"\((?:the|each,? the|hereinafter|referred to as|together,? the|,| )*[\"“](?P<as>[^\"”\n]{2,24})[\"”][^()\n]{0,40}\)", text):
        before = max(0, bracket.start() - 160)
        leads = re.finditer(r"(?<![A-Za-z])(?:between|among|and|from|by|to) (?=[A-Z])", text[before : bracket.start()])
        starts = [before + lead.end() for lead in leads]
        named = [n for at in starts if (n := names.name_at(text, at)) and "(" not in text[n.span.end : bracket.start() - 1]]
        if named and (labels := labels_in(bracket["as"], words)):
            found.append(Statement(name=named[0], labels=tuple(labels), at=Span(bracket.start(), bracket.end())))
    return found
