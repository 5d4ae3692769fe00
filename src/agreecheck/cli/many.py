"""Several files: reviewed at once in processes of their own, told in their order, a summary at the end."""

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from agreecheck.batch import local, resume
from agreecheck.batch.files import Found, Job
from agreecheck.batch.outcome import Outcome
from agreecheck.batch.store import Store
from agreecheck.cli.exits import STOPPED, together
from agreecheck.cli.folder import limits
from agreecheck.cli.output import emit, save, sweep
from agreecheck.cli.progress import progress
from agreecheck.cli.reviewer import Reviewer, reviewer, unpack
from agreecheck.cli.scan import Drawn, draw, failed, outcome_code
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import Messages
from agreecheck.report import SUFFIXES
from agreecheck.report.index import Row, failed_row, render_index, row, summary_rows
from agreecheck.report.json import dumps

STORE = ".agreecheck.sqlite"


def many(options: argparse.Namespace, say: Messages, found: Found) -> int:
    """Review all jobs; the exit code of the whole."""
    _allowed(options)
    rows: list[Row] = []
    codes: list[int] = []
    reports: list[Any] = []
    try:
        work = reviewer(options)
        with (
            _store(options, work) as store,
            progress(say, len(found.jobs)) as tell,
            closing(resume.review_all(found.jobs, store, partial(_begin, options, work, found))) as outcomes,
        ):
            for outcome in outcomes:
                text, line, code = _result(options, say, outcome)
                rows.append(line)
                codes.append(code)
                if text and options.output:
                    save(options.output / f"{outcome.job.name}.{SUFFIXES[options.format]}", text)
                elif text and options.format == "json":
                    reports.append(json.loads(text))
                elif text:
                    emit(text + "\n", utf8=options.format != "terminal")
                tell(outcome.job.name, line.result)
    except KeyboardInterrupt:
        complain(say, say("group.stopped", n=len(rows), total=len(found.jobs)))
        return STOPPED
    if found.skipped:
        complain(say, say("group.skipped", n=found.skipped))
    _finish(options, say, rows, reports)
    return together(codes)


def _store(options: argparse.Namespace, work: Reviewer) -> Store:
    """The store beside the reports, this run's alone; what a run that was killed left half written goes."""
    output: Path | None = options.output
    store = Store(output / STORE if output else None, work.settings())
    if output:
        sweep(output)
    return store


def _begin(options: argparse.Namespace, work: Reviewer, found: Found, jobs: Sequence[Job]) -> resume.Ended:
    """Where there is one file alone, this process does it."""
    if len(found.jobs) == 1:
        yield from enumerate(local.review_all(jobs, work))
    elif jobs:
        from agreecheck.batch import pool

        yield from pool.review_all(jobs, work, limits(options))


def _result(options: argparse.Namespace, say: Messages, outcome: Outcome[bytes]) -> tuple[str, Row, int]:
    drawn = local.review(outcome.job, lambda job: _drawn(options, outcome)) if outcome.failure is None else outcome
    if not isinstance(drawn.result, Drawn):
        message, as_json, code = failed(options, say, drawn)
        return as_json if options.format == "json" else "", failed_row(outcome.job.name, message), code
    done = drawn.result
    return done.text, row(say, outcome.job.name, done.view), outcome_code(options, done.view)


def _drawn(options: argparse.Namespace, outcome: Outcome[bytes]) -> Drawn:
    return draw(options, unpack(outcome.result or b"", outcome.job))


def _finish(options: argparse.Namespace, say: Messages, rows: list[Row], reports: list[Any]) -> None:
    if options.output:
        index = options.output / f"index.{SUFFIXES[options.format]}"
        save(index, render_index(say, rows, options.format, SUFFIXES[options.format]))
        complain(say, say("group.written", path=options.output))
        emit(render_index(say, rows, "terminal"))
    elif options.format == "json":
        emit(dumps({"reports": reports, "summary": summary_rows(rows)}), utf8=True)
    else:
        emit(render_index(say, rows, options.format), utf8=options.format != "terminal")


def _allowed(options: argparse.Namespace) -> None:
    if options.output is None and options.format == "html":
        raise UsageError("several HTML reports need a folder.", code="output_needed")
    output: Path | None = options.output
    named_like_a_file = output is not None and output.suffix == f".{SUFFIXES[options.format]}" and not output.is_dir()
    if output is not None and (named_like_a_file or output.is_file()):
        raise UsageError("several reports need a folder.", where=str(output), code="output_is_file")
