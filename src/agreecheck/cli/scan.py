"""``agreecheck scan``: review files and folders."""

import argparse
import os
from collections.abc import Callable
from datetime import date
from json import loads
from pathlib import Path
from typing import Any

from agreecheck import __version__, expressions
from agreecheck.batch.files import STORES, Job, collect, expand
from agreecheck.batch.outcome import Outcome
from agreecheck.cli.alone import alone
from agreecheck.cli.arguments import COMMANDS
from agreecheck.cli.exits import without_report
from agreecheck.cli.folder import choice
from agreecheck.cli.given import given
from agreecheck.cli.output import emit, save, target
from agreecheck.cli.review import STANDARD_INPUT, Drawn, draw, looks_of, outcome_code, reviewed, shown
from agreecheck.cli.trouble import Trouble, complain, trouble
from agreecheck.errors import UsageError, nearest
from agreecheck.messages import Messages, load
from agreecheck.report import SUFFIXES
from agreecheck.report.json import line

Work = Callable[[Job], Drawn]


def run(options: argparse.Namespace) -> int:
    """Review what was named; the exit code."""
    say = load(options.lang)
    if options.files == [STANDARD_INPUT]:
        return _one(options, say, Job(home=Path(), file=STANDARD_INPUT, name="stdin"), worker(options))
    paths = expand(options.files)
    _there(options, paths)
    found = collect(paths, choice(options))
    _guard(options, paths, found.jobs)
    if len(paths) == 1 and found.jobs and not paths[0].is_dir():
        return _one(options, say, found.jobs[0], worker(options))
    from agreecheck.cli.many import many

    return many(options, say, found)


def _there(options: argparse.Namespace, paths: list[Path]) -> None:
    """Before any work: all that is named is there, and no folder of reports is taken for one of agreements. A file
    that is named alone and missing is left to the review, whose JSON says so too. Raises UsageError."""
    lost = next((path for path in paths if not os.path.lexists(path)), None)
    near = nearest(str(lost), COMMANDS, cutoff=0.6) if lost and str(lost) == options.files[0] else ""
    if near:
        raise UsageError("no such file.", where=str(lost), code="missing_command", slots={"near": near})
    if lost and len(paths) > 1:
        raise UsageError("no such file.", where=str(lost), code="missing")
    for folder in (path for path in paths if path.is_dir()):
        if any(folder.glob(STORES)):
            raise UsageError("these are reports.", where=str(folder), code="output_folder")


def worker(options: argparse.Namespace) -> Work:
    """The one call that reviews a job and draws its report, with the options of this run."""
    as_of, brought = options.as_of or date.today(), given(options)
    looks = looks_of(options)  # here, where the report is printed: it is drawn in a process that sees no terminal

    def work(job: Job) -> Drawn:
        drawn = draw(options, shown(options, reviewed(options, job, as_of, brought), brought), looks)
        expressions.keep()
        return drawn

    return work


def failed(options: argparse.Namespace, say: Messages, outcome: Outcome[Any]) -> Trouble:
    """Why a file has no report. Raises what a fault of the program raised, where its trace is wanted."""
    assert outcome.failure
    if options.traceback and not outcome.failure.expected:
        raise outcome.failure.error
    return trouble(say, outcome.failure.error, str(outcome.job.path))


def as_json(job: Job, what: Trouble) -> str:
    """The JSON object that stands for a report."""
    from agreecheck.report.failure import render as render_failure

    return render_failure(Path(job.name).name, what.code, what.message, __version__)


def _one(options: argparse.Namespace, say: Messages, job: Job, work: Work) -> int:
    outcome = alone(options, job, work)
    if outcome.failure:
        what = failed(options, say, outcome)
        complain(say, what.message)
        if options.format in ("json", "jsonl"):
            told = as_json(job, what)
            _deliver(options, say, job, told if options.format == "json" else line(job.name, loads(told)))
        return without_report(what.code)
    assert outcome.result
    _deliver(options, say, job, outcome.result.text)
    return outcome_code(options, outcome.result.view)


def _deliver(options: argparse.Namespace, say: Messages, job: Job, text: str) -> None:
    if options.output is None:
        emit(text, utf8=options.format != "terminal")
        return
    path = target(options, f"{job.name}.{SUFFIXES[options.format]}")
    save(path, text)
    if not options.quiet:
        complain(say, say("group.written", path=path))


def _guard(options: argparse.Namespace, paths: list[Path], jobs: tuple[Job, ...]) -> None:
    """A report must never take the place of an agreement, nor be taken for one the next time."""
    if options.output and any(path.is_dir() and path.resolve() == options.output.resolve() for path in paths):
        raise UsageError("the reports need another folder.", where=str(options.output), code="output_among")
    if options.output and any(options.output.resolve() == job.path.resolve() for job in jobs):
        raise UsageError("this is the file to review.", where=str(options.output), code="output_is_input")
