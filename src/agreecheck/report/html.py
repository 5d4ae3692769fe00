"""The report as one HTML file: no script, nothing loaded from anywhere, for a phone, a screen and paper."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from agreecheck.messages import Messages, load
from agreecheck.report import wording
from agreecheck.report.equation import worded
from agreecheck.report.ignored import ignored_sections
from agreecheck.report.passages import Passage, in_turn
from agreecheck.report.price import price_line
from agreecheck.report.said import said_sections
from agreecheck.report.shape import View
from agreecheck.report.shape.judged import Issue


def render(view: View) -> str:
    """The report as an HTML document."""
    say = load(view.view_language, view.document.type)
    head = wording.heading(view, say)
    return page(say, f"{head.label} · {head.value}", "\n".join(_body(view, say)), wording.closing(view, say))


def page(say: Messages, title: str, body: str, end: str = "") -> str:
    """A whole document around a body that is HTML already, with its last line (default: where help is in China); the
    policy allows its own style and nothing else."""
    style = _style()
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    language = "zh-Hans" if say.language == "zh" else "en"
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="format-detection" content="telephone=no">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n"
        f'<p class="end soft">{escape(end or say("end.line"))}</p>\n</main>\n</body>\n</html>\n'
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def _body(view: View, say: Messages) -> Iterator[str]:
    head = wording.heading(view, say)
    yield f"<h1>{escape(head.label)}</h1>"
    yield f'<p class="soft">{escape(head.value)}<br>{escape(wording.stamp(view, say))}</p>'
    loud = "" if view.document.read_in_full else " loud"
    yield f'<div class="card summary{loud}">{"".join(f"<p>{escape(line)}</p>" for line in view.summary.lines)}</div>'
    yield _section(say, "heading.paper", _definitions(wording.paper_lines(view, say)))
    if wording.has_review(view):
        yield _section(say, "heading.deal", _definitions(wording.deal_lines(view, say)))
        if view.issues or view.missing or view.unreadable:
            yield _section(say, "heading.settle", "\n".join(_settle(view, say)))
        for key, lines in (*said_sections(view, say), *ignored_sections(view, say)):
            yield _section(say, key, _definitions(lines))
        yield _section(say, "heading.checked", "\n".join(_checked(view, say)))
        yield _section(say, "heading.questions", "\n".join(_sheet(view, say)))


def _section(say: Messages, key: str, content: str) -> str:
    return f"<section>\n<h2>{escape(say(key))}</h2>\n{content}\n</section>"


def _definitions(lines: Iterable[wording.Line]) -> str:
    rows = "".join(f"<div><dt>{escape(line.label)}</dt>{_definition(line)}</div>" for line in lines)
    return f'<dl class="card">{rows}</dl>'


def _definition(line: wording.Line) -> str:
    return f"<dd>{escape(line.value)}</dd>" if line.known else f'<dd class="none">{escape(line.value)}</dd>'


def _settle(view: View, say: Messages) -> Iterator[str]:
    for number, (issue, quoted) in enumerate(in_turn(view.issues, say), start=1):
        content = "".join(_issue(number, issue, quoted, view, say))
        yield f'<article class="card issue {escape(issue.severity)}">{content}</article>'
    for lead, entries in (("settle.absent_lead", view.missing), ("settle.unreadable_lead", view.unreadable)):
        if entries:
            yield f"<p>{escape(say(lead))}</p>"
            yield _definitions(wording.missing_lines(entries, say))


def _issue(number: int, issue: Issue, quoted: list[Passage], view: View, say: Messages) -> Iterator[str]:
    yield f'<div class="tag">{escape(wording.tag(issue, say))}</div>'
    yield f"<h3>{number}. {escape(issue.headline)}</h3>"
    for extra in issue.also:
        yield f"<p>{escape(extra)}</p>"
    for passage in quoted:
        yield _passage(passage, say)
    if issue.equation:
        yield _labelled(say, "settle.equation", worded(issue.equation, say), "sum")
    if issue.why:
        yield _labelled(say, "settle.why", issue.why)
    if cost := price_line(issue, say):
        yield _labelled(say, "settle.cost", cost)
    if issue.ask:
        yield _labelled(say, "settle.ask", issue.ask, "ask")
    if issue.wording:
        yield _labelled(say, "settle.wording", issue.wording, "soft")
    basis = wording.sources(issue.basis, say)
    if basis:
        yield _labelled(say, "settle.basis", basis, "soft")
    if issue.by == "second":
        yield f'<p class="soft">{escape(say("settle.by_second"))}</p>'


def _labelled(say: Messages, key: str, value: str, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return f'<p{name}><span class="label">{escape(wording.labelled(say, say(key), ""))}</span>{escape(value)}</p>'


def _passage(passage: Passage, say: Messages) -> str:
    words = "".join(f"<mark>{escape(piece)}</mark>" if marked else escape(piece) for piece, marked in passage.pieces)
    place = " ".join(part for part in (say("settle.quote_against") if passage.against else "", passage.where) if part)
    return f"<blockquote>“{words}”{f'<footer>{escape(place)}</footer>' if place else ''}</blockquote>"


def _checked(view: View, say: Messages) -> Iterator[str]:
    lines = [
        f'<li class="{line.status}"><span class="word">{escape(line.word)}</span> {escape(line.title)}'
        f'<div class="soft sum">{escape(line.detail)}</div></li>'
        for line in wording.check_lines(view, say)
    ]
    if lines:
        yield f'<ul class="card checks">{"".join(lines)}</ul>'
    for remark in wording.remarks(view, say):
        yield f'<p class="soft">{escape(remark)}</p>'
    yield _definitions(wording.result_lines(view, say))


def _sheet(view: View, say: Messages) -> Iterator[str]:
    if not view.questions:
        yield f"<p>{escape(say('sheet.none'))}</p>"
        return
    yield f'<p class="soft">{escape(say("sheet.hint"))}</p>'
    yield _to_copy(say, wording.spoken(view, first=True))
    behind = wording.spoken(view, first=False)
    if behind:
        lines = "".join(f"<p>{escape(line)}</p>" for line in behind)
        yield f"<details><summary>{escape(say('sheet.behind', n=len(behind)))}</summary>{lines}</details>"
    written = wording.letter(view)
    if written:
        yield f"<h3>{escape(say('sheet.write'))}</h3>"
        yield _to_copy(say, written)


def _to_copy(say: Messages, questions: Iterable[str]) -> str:
    """A card that one tap selects whole, numbers included."""
    lines = [say("sheet.opening"), *questions, say("sheet.closing")]
    return f'<div class="card sheet">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'
