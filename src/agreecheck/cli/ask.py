"""``agreecheck ask``: the question sheet as a file to be filled in with the answers."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from agreecheck.cli.alone import UNREADABLE, seen
from agreecheck.cli.exits import CLEAN, UNREAD
from agreecheck.cli.given import given
from agreecheck.cli.output import emit, save, target
from agreecheck.cli.trouble import complain, unread
from agreecheck.errors import UsageError
from agreecheck.messages import Messages, load
from agreecheck.model.given import Answer
from agreecheck.report.shape import View
from agreecheck.report.wording import labelled


def run(options: argparse.Namespace) -> int:
    """Write the sheet; a file that exists may hold answers already and is left alone."""
    say = load(options.lang)
    brought = given(options)
    sheet = target(options, f"{Path(options.file).name}.toml") if options.output else None
    if sheet and sheet.exists():
        raise UsageError("the file exists.", where=str(sheet), code="answers_exist")
    try:
        view = seen(options, brought)
    except UNREADABLE as error:
        return unread(say, error, options.file)
    words = load(options.lang, view.document.type)
    text = "\n".join((*_lines(view, words), *_had(brought.answers, say))) + "\n"
    if sheet:
        save(sheet, text)
        complain(say, say("group.written", path=sheet))
    else:
        emit(text, utf8=True)
    return CLEAN if view.document.read_in_full else UNREAD


def _lines(view: View, say: Messages) -> Iterator[str]:
    yield f"# {view.source.name}"
    for key in ("sheet.fill_in", "sheet.opening", "sheet.closing"):
        yield f"# {say(key)}"
    later = [question for question in view.questions if not question.first_sheet]
    for question in view.questions:
        if later and question is later[0]:
            yield from ("", f"# {say('sheet.behind', n=len(later))}")
        yield ""
        if question.write != question.text:  # for a letter, where the clause goes before
            yield f"# {labelled(say, say('sheet.write'), _one_line(question.write))}"
        yield from _entry(Answer(question=question.text, items=question.items))


def _had(answers: Sequence[Answer], say: Messages) -> Iterator[str]:
    """The answers of the sheets before: what was once promised or refused stands in every sheet that follows."""
    kept = [answer for answer in dict.fromkeys(answers) if answer.answer.strip() or answer.refused]
    if kept:
        yield from ("", f"# {say('sheet.before')}")
    for answer in kept:
        yield from ("", *_entry(answer))


def _entry(answer: Answer) -> Iterator[str]:
    yield from ("[[answer]]", f"question = {_quoted(answer.question)}")
    yield f"items = [{', '.join(map(_quoted, answer.items))}]"
    yield from (f"answer = {_quoted(answer.answer)}", f"refused = {str(answer.refused).lower()}")


def _one_line(text: str) -> str:
    """Fit for a comment."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
