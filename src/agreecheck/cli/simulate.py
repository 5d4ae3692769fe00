"""``agreecheck simulate``: what one late instalment would cost, clause by clause."""

import argparse

import msgspec

from agreecheck.cli.alone import UNREADABLE, seen
from agreecheck.cli.exits import CLEAN, UNREAD
from agreecheck.cli.given import given
from agreecheck.cli.output import emit
from agreecheck.cli.trouble import complain, unread
from agreecheck.errors import UsageError
from agreecheck.messages import Messages, load
from agreecheck.model.given import Delay
from agreecheck.report.json import dumps
from agreecheck.report.late import late_lines
from agreecheck.report.shape import View
from agreecheck.report.wording import labelled


def run(options: argparse.Namespace) -> int:
    """Print the reckoning. Raises UsageError for an instalment that the plan does not have."""
    say = load(options.lang)
    brought = msgspec.structs.replace(given(options), delay=Delay(miss=options.miss, days=options.days))
    try:
        view = seen(options, brought)
    except UNREADABLE as error:
        return unread(say, error, options.file)
    if view.late is None:
        if options.miss is not None and view.facts.schedule:
            raise UsageError(f"there is no instalment {options.miss}.", where=options.file, code="no_instalment")
        complain(say, say("late.none"))
        return UNREAD
    emit(_text(view, say) if options.format == "terminal" else dumps(msgspec.to_builtins(view.late)), utf8=True)
    return CLEAN if view.document.read_in_full else UNREAD


def _text(view: View, say: Messages) -> str:
    lines = [labelled(say, line.label, line.value) for line in late_lines(view, say)]
    return "".join(f"{line}\n" for line in (view.source.name, *lines, "", say("end.line")))
