"""The report as Markdown (CommonMark with tables); text of the document makes no markup, link or HTML."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from agreecheck.expressions import compiled
from agreecheck.messages import Messages, load
from agreecheck.report import wording
from agreecheck.report.equation import worded
from agreecheck.report.ignored import ignored_sections
from agreecheck.report.passages import Passage, in_turn
from agreecheck.report.price import price_line
from agreecheck.report.said import said_sections
from agreecheck.report.shape import View
from agreecheck.report.shape.judged import Issue

_MARKUP = compiled(r"([\\`*_{}\[\]<>&#|~$^])")
_LINK = compiled(r"(?i)(https?|ftp|mailto)(:)|(\bwww)(\.)")


def escape(text: str) -> str:
    """The text as plain words for any place in a line."""
    return _LINK.sub(r"\1\3\\\2\4", _MARKUP.sub(r"\\\1", text))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are escaped already."""
    return "".join(f"{line}\n" for line in table_lines(heads, rows))


def table_lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The same line by line."""
    return (f"| {' | '.join(line)} |" for line in chain((heads, ["---"] * len(heads)), rows))


def render(view: View) -> str:
    """The report as a Markdown text."""
    say = load(view.view_language, view.document.type)
    return "\n".join(_lines(view, say)) + "\n"


def _lines(view: View, say: Messages) -> Iterator[str]:
    head = wording.heading(view, say)
    yield f"# {head.label}"
    yield from ("", f"{say('report.file')} {escape(head.value)} · {wording.stamp(view, say)}", "")
    for sentence in view.summary.lines:
        yield from (f"**{escape(sentence)}**", "")
    yield from _section(say, "heading.paper", wording.paper_lines(view, say))
    if wording.has_review(view):
        yield from _section(say, "heading.deal", wording.deal_lines(view, say))
        yield from _settle(view, say)
        for key, lines in (*said_sections(view, say), *ignored_sections(view, say)):
            yield from _section(say, key, lines)
        yield from _checked(view, say)
        yield from _sheet(view, say)
    yield from ("---", "", wording.closing(view, say))


def _section(say: Messages, key: str, lines: Iterable[wording.Line]) -> Iterator[str]:
    yield from (f"## {say(key)}", "")
    yield from _list(say, lines)


def _list(say: Messages, lines: Iterable[wording.Line]) -> Iterator[str]:
    for line in lines:
        yield f"- {wording.labelled(say, line.label, escape(line.value))}"
    yield ""


def _settle(view: View, say: Messages) -> Iterator[str]:
    if not (view.issues or view.missing or view.unreadable):
        return
    yield from (f"## {say('heading.settle')}", "")
    for number, (issue, quoted) in enumerate(in_turn(view.issues, say), start=1):
        yield from _issue(number, issue, quoted, view, say)
    for lead, entries in (("settle.absent_lead", view.missing), ("settle.unreadable_lead", view.unreadable)):
        if entries:
            yield from (say(lead), "")
            yield from _list(say, wording.missing_lines(entries, say))


def _issue(number: int, issue: Issue, quoted: list[Passage], view: View, say: Messages) -> Iterator[str]:
    yield from (f"### {number}. {escape(issue.headline)}", "", wording.tag(issue, say), "")
    for extra in issue.also:
        yield from (escape(extra), "")
    for passage in quoted:
        yield from (f"> {_passage(passage, say)}", "")
    pairs = (
        ("settle.equation", worded(issue.equation, say)),
        ("settle.why", issue.why),
        ("settle.cost", price_line(issue, say)),
        ("settle.ask", issue.ask),
        ("settle.wording", issue.wording),
        ("settle.basis", wording.sources(issue.basis, say)),
    )
    for key, value in pairs:
        if value:
            yield from (wording.labelled(say, say(key), escape(value)), "")
    if issue.by == "second":
        yield from (say("settle.by_second"), "")


def _passage(passage: Passage, say: Messages) -> str:
    words = "".join(f"【{escape(piece)}】" if marked else escape(piece) for piece, marked in passage.pieces)
    place = " ".join(part for part in (say("settle.quote_against") if passage.against else "", passage.where) if part)
    return wording.after(say, f"“{words}”", escape(place))


def _checked(view: View, say: Messages) -> Iterator[str]:
    yield from (f"## {say('heading.checked')}", "")
    lines = wording.check_lines(view, say)
    if lines:
        heads = [say("group.result"), say("heading.checks"), say("settle.equation")]
        yield table(heads, [[line.word, escape(line.title), escape(line.detail)] for line in lines])
    for remark in wording.remarks(view, say):
        yield from (escape(remark), "")
    yield from _list(say, wording.result_lines(view, say))


def _sheet(view: View, say: Messages) -> Iterator[str]:
    yield from (f"## {say('heading.questions')}", "")
    if not view.questions:
        yield from (say("sheet.none"), "")
        return
    yield from (say("sheet.opening"), "")
    yield from map(escape, wording.spoken(view, first=True))
    yield from ("", say("sheet.closing"), "")
    behind = wording.spoken(view, first=False)
    if behind:
        yield from (f"### {say('sheet.behind', n=len(behind))}", "")
        yield from map(escape, behind)
        yield ""
    written = wording.letter(view)
    if written:
        yield from (f"### {say('sheet.write')}", "", say("sheet.opening"), "")
        yield from map(escape, written)
        yield from ("", say("sheet.closing"), "")
