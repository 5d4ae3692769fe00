"""The report on a terminal, or as plain text where it is none: no escape sequence, no drawn boxes, 80 cells wide."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from agreecheck.messages import Messages, load
from agreecheck.report import wording
from agreecheck.report.equation import worded
from agreecheck.report.ignored import ignored_sections
from agreecheck.report.passages import Passage, in_turn, where
from agreecheck.report.price import price_line
from agreecheck.report.said import said_sections
from agreecheck.report.shape import View
from agreecheck.report.shape.judged import Issue
from agreecheck.report.wording import Line
from agreecheck.report.wrap import breaks, cells

_STYLES = {"critical": "bold red", "high": "bold yellow", "medium": "bold", "low": "", "info": "dim"}
_LABELS, _QUOTES = 18, 2  # cells of the widest label column; quotes shown of one issue


def render(view: View, *, width: int = 80, colour: bool = False) -> str:
    """The report as text. Text of the document is never read as markup."""
    system = "standard" if colour else None
    console = Console(file=StringIO(), width=width, force_terminal=colour, color_system=system, legacy_windows=False)  # type: ignore[arg-type]
    with console.capture() as captured:
        for line in _Writer(view, width, colour).lines():
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return captured.get()


class _Writer:
    """Draws one view, line by line."""

    def __init__(self, view: View, width: int, colour: bool) -> None:
        self.view, self.width, self.colour = view, width, colour
        self.say: Messages = load(view.view_language, view.document.type)

    def lines(self) -> Iterator[Text]:
        """The whole report."""
        yield from self._top()
        yield from self._table("heading.paper", wording.paper_lines(self.view, self.say))
        if wording.has_review(self.view):
            yield from self._table("heading.deal", wording.deal_lines(self.view, self.say))
            yield from self._settle()
            for key, lines in (*said_sections(self.view, self.say), *ignored_sections(self.view, self.say)):
                yield from self._table(key, lines)
            yield from self._checked()
            yield from self._sheet()
        yield Text()
        yield from self._wrapped(Text(wording.closing(self.view, self.say), style="dim"))

    def _top(self) -> Iterator[Text]:
        head = wording.heading(self.view, self.say)
        yield from self._wrapped(Text.assemble((head.label, "bold"), f" · {head.value}"))
        yield Text(wording.stamp(self.view, self.say), style="dim")
        yield Text()
        loud = "bold red" if not self.view.document.read_in_full else "bold"
        for sentence in self.view.summary.lines:
            yield from self._wrapped(Text(sentence, style=loud))

    def _heading(self, key: str) -> Iterator[Text]:
        yield Text()
        yield Text(self.say(key), style="bold cyan")

    def _table(self, key: str, lines: list[Line]) -> Iterator[Text]:
        yield from self._heading(key)
        column = min(_LABELS, max(cells(line.label) for line in lines)) + 2
        for line in lines:
            label = line.label + " " * max(1, column - cells(line.label))
            yield from self._wrapped(
                Text.assemble((label, "dim"), (line.value, "" if line.known else "yellow")), 2, 2 + column
            )

    def _settle(self) -> Iterator[Text]:
        view, say = self.view, self.say
        if not (view.issues or view.missing or view.unreadable):
            return
        yield from self._heading("heading.settle")
        grave = [i for i in view.issues if i.severity not in wording.MINOR]
        for number, (issue, quoted) in enumerate(in_turn(grave, say, _QUOTES), start=1):
            yield from self._issue(number, issue, quoted)
        for issue in view.issues[len(grave) :]:
            place = where(say, issue.quotes[0]) if issue.quotes else ""
            yield from self._wrapped(Text(f"- {wording.after(say, issue.headline, place)}"), 2, 4)
        for lead, entries in (("settle.absent_lead", view.missing), ("settle.unreadable_lead", view.unreadable)):
            if entries:
                yield from [Text()] * bool(view.issues)
                yield from self._wrapped(Text(say(lead)), 2)
                for line in wording.missing_lines(entries, say):
                    yield from self._labelled(line.label, Text(line.value), 2)

    def _issue(self, number: int, issue: Issue, quoted: list[Passage]) -> Iterator[Text]:
        say, lead = self.say, f"{number}. "
        head = Text.assemble(lead, (f"[{wording.tag(issue, say)}] ", _STYLES[issue.severity]), (issue.headline, "bold"))
        yield from self._wrapped(head, 2, 2 + len(lead))
        for extra in issue.also:
            yield from self._wrapped(Text(f"- {extra}"), 5, 7)
        for passage in quoted:
            name = say("settle.quote_against" if passage.against else "settle.quote")
            yield from self._labelled(wording.after(say, name, passage.where), self._passage(passage), 5)
        grave = issue.severity in wording.GRAVE
        basis = wording.sources(issue.basis, say) if grave else ""
        for key, value, style in (
            ("settle.equation", worded(issue.equation, say), ""),
            ("settle.why", issue.why if grave else "", ""),
            ("settle.cost", price_line(issue, say), ""),
            ("settle.ask", issue.ask, ""),
            ("settle.wording", issue.wording, ""),
            ("settle.basis", basis, "dim"),
        ):
            if value:
                yield from self._labelled(say(key), Text(value), 5, style)
        if issue.by == "second":
            yield from self._wrapped(Text(say("settle.by_second"), style="dim"), 5)

    def _passage(self, passage: Passage) -> Text:
        if self.colour:
            styled = [(piece, "bold underline" if marked else "") for piece, marked in passage.pieces]
            return Text.assemble("“", *styled, "”")
        return Text("“" + "".join(f"【{piece}】" if marked else piece for piece, marked in passage.pieces) + "”")

    def _checked(self) -> Iterator[Text]:
        view, say = self.view, self.say
        yield from self._heading("heading.checked")
        for line in wording.check_lines(view, say):
            style = "bold red" if line.status == "fail" else "green"
            said = wording.labelled(say, line.title, line.detail) if line.detail else line.title
            yield from self._wrapped(Text.assemble((f"[{line.word}] ", style), said), 2, 4)
        for remark in wording.remarks(view, say):
            yield from self._wrapped(Text(remark, style="dim"), 2, 4)
        yield Text()
        for result in wording.result_lines(view, say):
            yield from self._labelled(result.label, Text(result.value), 2)

    def _sheet(self) -> Iterator[Text]:
        """Questions are lines of their own width: what is copied must hold no line ends of ours."""
        say = self.say
        yield from self._heading("heading.questions")
        if not self.view.questions:
            yield Text(say("sheet.none"))
            return
        yield Text(say("sheet.hint"), style="dim")
        yield Text()
        yield Text(say("sheet.opening"))
        for question in wording.spoken(self.view, first=True):
            yield Text(question)
        yield Text(say("sheet.closing"))
        behind = wording.spoken(self.view, first=False)
        if behind:
            yield Text()
            yield from self._wrapped(Text(say("sheet.behind", n=len(behind)), style="dim"))
            for question in behind:
                yield Text(question)

    def _labelled(self, label: str, value: Text, indent: int, style: str = "") -> Iterator[Text]:
        name = wording.labelled(self.say, label, "")
        yield from self._wrapped(Text.assemble((name, "dim"), value, style=style), indent, indent + 2)

    def _wrapped(self, text: Text, indent: int = 0, hanging: int | None = None) -> Iterator[Text]:
        """The text in lines: the first behind ``indent`` blanks, the others behind ``hanging``."""
        hanging = indent if hanging is None else hanging
        first = breaks(text.plain, self.width - indent)[:1]
        head, *rest = text.divide(first)
        yield Text(" " * indent) + head
        for tail in rest:
            for line in tail.divide(breaks(tail.plain, self.width - hanging)):
                yield Text(" " * hanging) + line
