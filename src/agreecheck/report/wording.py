"""The parts of a report for people, in words and in order; every renderer for people draws the same ones."""

from collections.abc import Iterable
from itertools import groupby

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.model.finding import SEVERITIES
from agreecheck.report.equation import worded
from agreecheck.report.paper import ALMOST_NOTHING
from agreecheck.report.passages import where
from agreecheck.report.shape import View
from agreecheck.report.shape.judged import Basis, Entry, Issue
from agreecheck.report.shape.paper import NoteRow

_HIDDEN = ("hidden_text", "invisible", "comment", "missing_reference")
GRAVE, MINOR = ("critical", "high"), ("low", "info")
_PLACES = 12  # places of unclassified sentences that are named
_RESULTS = ("found", "risky", "ambiguous", "absent", "unreadable", "not_applicable")


class Line(Frozen):
    """A label and what belongs to it; ``known`` is False where the value only says that there is none."""

    label: str
    value: str
    known: bool = True


class CheckLine(Frozen):
    """A computed check: its result in a word, its title, and its equation or the reason for the result."""

    status: str
    word: str
    title: str
    detail: str


def heading(view: View, say: Messages) -> Line:
    """The name of the report and the file."""
    return Line(label=say("report.name"), value=view.source.name)


def stamp(view: View, say: Messages) -> str:
    """When and by what the report was made."""
    tool = say("report.tool", name=view.tool.name, version=view.tool.version)
    return f"{say('report.as_of', date=view.as_of)} · {tool}"


def has_review(view: View) -> bool:
    """Whether there is anything to show beyond the paper itself."""
    return view.document.type != "other" and view.document.coverage >= ALMOST_NOTHING


def closing(view: View, say: Messages) -> str:
    """The last line: no legal advice, and where help is; hotlines only where they answer."""
    return say("end.abroad" if view.abroad else "end.line")


def paper_lines(view: View, say: Messages) -> list[Line]:
    """What this paper is, and how much of it could be read."""
    document, stop = view.document, _semicolon(say)
    percent = say("paper.coverage_part", percent=int(document.coverage * 100))
    lines = []
    if document.coverage >= ALMOST_NOTHING:
        lines += [
            Line(label=say("paper.type"), value=document.type_name),
            Line(label=say("paper.title"), value=document.title or say("report.untitled"), known=bool(document.title)),
        ]
    if has_review(view):
        lines.append(Line(label=say("paper.creditor_kind"), value=say.name("creditor_kind", document.creditor_kind)))
    full = say("paper.coverage_full") if document.read_in_full else percent
    lines.append(Line(label=say("paper.coverage"), value=full, known=document.read_in_full))
    if document.pages:
        lines.append(Line(label=say("paper.pages"), value=str(document.pages)))
    if view.facts.blanks:
        lines.append(Line(label=say("paper.blanks"), value=_blanks(view, say)))
    if document.gaps:
        lines.append(Line(label=say("paper.gaps"), value=stop.join(dict.fromkeys(g.text for g in document.gaps))))
    if document.notes:
        lines.append(Line(label=say("paper.notes"), value=stop.join(_noted(document.notes, say))))
    return lines


def deal_lines(view: View, say: Messages) -> list[Line]:
    """The lines of the deal; what the paper does not say is said not to be there."""
    silent = say("report.none") if view.document.read_in_full else say("report.unread")
    without = {key: say("report.not_computable") for key in ("cost", "late")}
    return [Line(label=d.label, value=d.value or without.get(d.key, silent), known=bool(d.value)) for d in view.deal]


def labelled(say: Messages, label: str, value: str) -> str:
    """A label and its value with the colon of the language between."""
    return f"{label}：{value}" if say.language == "zh" else f"{label}: {value}"


def bracketed(say: Messages, text: str) -> str:
    """The text in brackets of the language."""
    return f"（{text}）" if say.language == "zh" else f"({text})"


def after(say: Messages, text: str, addition: str) -> str:
    """The text with an addition in brackets behind it, if there is one."""
    gap = "" if say.language == "zh" else " "
    return f"{text}{gap}{bracketed(say, addition)}" if addition else text


def joined(say: Messages, *parts: str) -> str:
    """Parts of a remark with the semicolon of the language between; empty ones are none."""
    return _semicolon(say).join(part for part in parts if part)


def sources(bases: Iterable[Basis], say: Messages) -> str:
    """The names of sources with what is not sure about them, two at most."""
    words = [_short(b.text) if b.confidence == "verified" else _doubted(say, b) for b in bases]
    return _semicolon(say).join(words[:2])


def tag(issue: Issue | Entry, say: Messages) -> str:
    """How grave something is, and what is the matter with it."""
    return f"{say.name('severity', issue.severity)} · {_matter(issue.status, say)}"


def missing_lines(entries: Iterable[Entry], say: Messages) -> list[Line]:
    """Titles of entries, gathered by severity, gravest first."""
    titles: dict[str, list[str]] = {severity: [] for severity in reversed(SEVERITIES)}
    for entry in entries:
        titles[entry.severity].append(entry.title)
    return [Line(label=say.name("severity", s), value=_list(say, names)) for s, names in titles.items() if names]


def check_lines(view: View, say: Messages) -> list[CheckLine]:
    """Every computed check, those that do not hold first; those not computable are one line."""
    lines = []
    for status in ("fail", "pass"):
        for check in view.checks:
            if check.status == status and not check.ignored:
                detail = _semicolon(say).join(
                    p for p in (worded(check.equation, say), check.message if status == "pass" else "") if p
                )
                title = say("check.item", id=check.id, title=check.title) if check.title != check.id else check.id
                lines.append(CheckLine(status=status, word=say(f"check.{status}"), title=title, detail=detail))
    return lines


def uncomputed(view: View, say: Messages) -> str:
    """The checks for which figures are wanting, empty where there are none."""
    names = [c.title for c in view.checks if c.status == "not_computable"]
    return say("check.not_computable_lead", list=_list(say, names)) if names else ""


def limit_line(view: View, say: Messages) -> str:
    """The reference rates that may apply, else all of them; empty where there are none."""
    limits = [limit for limit in view.limits if limit.applies] or list(view.limits)
    return _semicolon(say).join(say("limits.line", name=_short(limit.name), percent=limit.percent) for limit in limits)


def remarks(view: View, say: Messages) -> list[str]:
    """What else belongs to the arithmetic: checks without figures, reference rates, what to know of the law data."""
    limits = limit_line(view, say)
    compared = labelled(say, say("limits.compare"), limits) if limits else ""
    return [line for line in (uncomputed(view, say), compared, *view.warnings) if line]


def spoken(view: View, *, first: bool) -> list[str]:
    """The questions of the first sheet, or those that can wait, as they are asked on the phone."""
    return [f"{q.rank}. {q.text}" for q in view.questions if q.first_sheet is first]


def letter(view: View) -> list[str]:
    """The questions of the first sheet as they are put in a letter; empty where they are the spoken ones."""
    if all(q.write == q.text for q in view.questions):
        return []
    return [f"{q.rank}. {q.write}" for q in view.questions if q.first_sheet]


def result_lines(view: View, say: Messages) -> list[Line]:
    """All items by status, in the order of the checklist, with their places."""
    lines = []
    for status in _RESULTS:
        titles = [_placed_title(entry, say) for entry in view.checklist if entry.status == status and not entry.ignored]
        if titles:
            lines.append(Line(label=f"{say.name('status', status)} {len(titles)}", value=_list(say, titles)))
    return [*lines, *_unclassified(view, say)]


def _unclassified(view: View, say: Messages) -> list[Line]:
    """How many sentences no rule knows, and the places of the first of them."""
    places = list(dict.fromkeys(place for quote in view.unclassified if (place := where(say, quote))))
    shown = _list(say, places[:_PLACES]) + ("…" if len(places) > _PLACES else "")
    count = say("checked.unclassified_n", n=len(view.unclassified))
    return [Line(label=say("checked.unclassified"), value=after(say, count, shown))] if view.unclassified else []


def _placed_title(entry: Entry, say: Messages) -> str:
    place = where(say, entry.evidence[0]) if entry.evidence and entry.status != "absent" else ""
    return after(say, entry.title, place)


def _noted(notes: Iterable[NoteRow], say: Messages) -> list[str]:
    """Each kind of note once, with how often it occurs; hidden words are shown, the first of them."""
    said = []
    for kind, group in groupby(sorted(notes, key=lambda n: n.kind), key=lambda n: n.kind):
        same = list(group)
        text = same[0].text if len(same) == 1 else say("note.times", text=same[0].text, n=len(same))
        shown = next((n.quote for n in same if n.quote), "") if kind in _HIDDEN else ""
        said.append(labelled(say, text, f"“{shown}”") if shown else text)
    return said


def _blanks(view: View, say: Messages) -> str:
    places = list(dict.fromkeys(where(say, b) for b in view.facts.blanks if where(say, b)))[:4]
    count = say("paper.blanks_n", n=len(view.facts.blanks))
    return after(say, count, _semicolon(say).join(places))


def _doubted(say: Messages, basis: Basis) -> str:
    return after(say, _short(basis.text), say.name("confidence", basis.confidence))


def _matter(status: str, say: Messages) -> str:
    return say("check.fail") if status == "fail" else say.name("status", status)


def _list(say: Messages, names: list[str]) -> str:
    return ("、" if say.language == "zh" else ", ").join(names)


def _semicolon(say: Messages) -> str:
    return "；" if say.language == "zh" else "; "


def _short(source: str) -> str:
    """The name of a source, without what it says."""
    return source.split("：")[0].split(": ")[0]
