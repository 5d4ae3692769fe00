"""``agreecheck simulate``: what one late instalment would cost, clause by clause."""

import argparse
from datetime import date
from pathlib import Path

import msgspec

from agreecheck.batch.files import Job
from agreecheck.cli.exits import CLEAN, UNREAD
from agreecheck.cli.given import given
from agreecheck.cli.output import emit
from agreecheck.cli.review import reviewed, shown
from agreecheck.cli.trouble import complain, unread
from agreecheck.errors import ReadError, UsageError
from agreecheck.messages import Messages, load
from agreecheck.model.given import Delay
from agreecheck.report.json import dumps
from agreecheck.report.late import late_lines
from agreecheck.report.shape import View
from agreecheck.report.wording import labelled


def run(options: argparse.Namespace) -> int:
    """Print the reckoning. Raises UsageError for an instalment that the plan does not have."""
    say = load(options.lang)
    job = Job(path=Path(options.file), name=Path(options.file).name)
    brought = msgspec.structs.replace(given(options), delay=Delay(miss=options.miss, days=options.days))
    try:
        report = reviewed(options, job, options.as_of or date.today(), brought)
    except (ReadError, OSError) as error:
        return unread(say, error, options.file)
    view = shown(options, report, brought)
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
