"""What was said and answered, as a report shows it: held against the paper, with its place or nowhere."""

from collections.abc import Iterator, Sequence

from agreecheck.messages import Messages
from agreecheck.report.context import Context
from agreecheck.report.passages import where
from agreecheck.report.shape import View
from agreecheck.report.shape.place import Quote
from agreecheck.report.shape.said import AnswerRow, PromiseRow
from agreecheck.report.wording import Line, after

Section = tuple[str, list[Line]]


def promise_rows(context: Context) -> tuple[PromiseRow, ...]:
    """The promises, masked like words of the paper."""
    return tuple(
        PromiseRow(
            said=context.name(held.said),
            status=held.status,
            items=held.items,
            evidence=context.places.quotes(held.evidence),
        )
        for held in context.report.promises
    )


def answer_rows(context: Context) -> tuple[AnswerRow, ...]:
    """The questions and answers, masked like words of the paper."""
    return tuple(
        AnswerRow(
            question=context.name(reply.question),
            answer=context.name(reply.answer),
            items=reply.items,
            status=reply.status,
            open_items=reply.open_items,
            contradicted=reply.contradicted,
            evidence=context.places.quotes(reply.evidence),
        )
        for reply in context.report.answers
    )


def said_sections(view: View, say: Messages) -> Iterator[Section]:
    """A heading and its lines, for promises and for answers, where there are any."""
    if view.promises:
        yield "heading.promises", [_promise(row, say) for row in view.promises]
    if view.answers:
        waiting = [row for row in view.answers if row.status == "open"]
        lines = [_answer(row, say) for row in view.answers if row.status != "open"]
        if waiting:  # the question sheet lists them
            lines.append(Line(label=say("answer.open"), value=say("answer.waiting", n=len(waiting)), known=False))
        yield "heading.answers", lines


def _promise(row: PromiseRow, say: Messages) -> Line:
    at = place(row.evidence, say)
    told = at
    if row.status == "not_written":
        told = say("said.vaguely", place=at) if at else say("said.nowhere")
    state = "unclear" if row.status == "not_written" and at else row.status
    return Line(label=say(f"promise.{state}"), value=after(say, f"“{row.said}”", told), known=row.status == "kept")


def _answer(row: AnswerRow, say: Messages) -> Line:
    state = "contradicted" if row.contradicted else row.status
    told = f" → “{row.answer}”" if row.answer else ""
    at = place(row.evidence, say) if row.status == "in_text" or row.contradicted else ""
    note = say("answer.promised_todo") if row.status == "promised" else ""
    return Line(
        label=say(f"answer.{state}"),
        value=after(say, f"{row.question}{told}", " ".join(part for part in (at, note) if part)),
        known=row.status == "in_text",
    )


def place(quotes: Sequence[Quote], say: Messages) -> str:
    """The clause or page of the first place and its words."""
    if not quotes:
        return ""
    first = quotes[0]
    return f"{where(say, first)} “{first.quote}”".strip()
