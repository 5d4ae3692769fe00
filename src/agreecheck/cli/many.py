"""Several files: reviewed at once in processes of their own, told in their order, a summary at the end."""

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec

from agreecheck.batch import resume
from agreecheck.batch.alone import review_alone
from agreecheck.batch.files import Found, Job
from agreecheck.batch.outcome import Outcome, review
from agreecheck.batch.store import Store
from agreecheck.cli.exits import STOPPED, together
from agreecheck.cli.folder import limits
from agreecheck.cli.output import sweep
from agreecheck.cli.progress import progress
from agreecheck.cli.review import Drawn, draw, outcome_code
from agreecheck.cli.reviewer import Reviewer, reviewer, unpack
from agreecheck.cli.scan import failed
from agreecheck.cli.sink import shard_name, sink
from agreecheck.cli.stop import stoppable
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import Messages
from agreecheck.report import SUFFIXES
from agreecheck.report.folder.row import Row, failed_row
from agreecheck.report.folder.row import row as a_row
from agreecheck.report.json import as_object, line

STORE = ".agreecheck{}.sqlite"


def many(options: argparse.Namespace, say: Messages, found: Found) -> int:
    """Review all jobs; the exit code of the whole."""
    _allowed(options)
    rows: list[Row] = []
    codes: list[int] = []
    into, work = sink(options, say), reviewer(options)
    try:
        with (
            stoppable(),
            _store(options, work) as store,
            progress(say, len(found.jobs), quiet=options.quiet) as tell,
            closing(resume.review_all(found.jobs, store, partial(_begin, options, work, found))) as outcomes,
        ):
            store.begin()
            for place, outcome in enumerate(outcomes):
                text, row, code = _result(options, say, outcome)
                rows.append(row)
                store.tell(place, msgspec.msgpack.encode(row))
                codes.append(code)
                into.add(outcome.job.name, text)
                tell(row)
            into.end(rows)
    except KeyboardInterrupt:
        complain(say, say("group.stopped", n=len(rows), total=len(found.jobs)))
        return STOPPED
    if found.skipped and not options.quiet:
        complain(say, say("group.skipped", n=found.skipped))
    return together(codes)


def _store(options: argparse.Namespace, work: Reviewer) -> Store:
    """The store beside the reports, this run's alone; what a run that was killed left half written goes.

    What the borrower told of himself is never kept: with it nothing is stored, and nothing can be resumed.
    """
    output: Path | None = options.output
    shard = shard_name(options)
    told = options.me or options.answers
    place = output / STORE.format(shard.replace("-", ".", 1)) if output and not told else None
    store = Store(place, work.settings())
    if output and not shard:
        sweep(output)
    return store


def _begin(options: argparse.Namespace, work: Reviewer, found: Found, jobs: Sequence[Job]) -> resume.Ended:
    """Where there is one file alone, no workers are begun for it."""
    if len(found.jobs) == 1:
        yield from ((n, review_alone(job, work, limits(options))) for n, job in enumerate(jobs))
    elif jobs:
        from agreecheck.batch import pool

        yield from pool.review_all(jobs, work, limits(options))


def _result(options: argparse.Namespace, say: Messages, outcome: Outcome[bytes]) -> tuple[str, Row, int]:
    """The report as a text, its row in the summary, its exit code."""
    name = outcome.job.name
    drawn = review(outcome.job, lambda job: _drawn(options, outcome)) if outcome.failure is None else outcome
    if isinstance(drawn.result, Drawn):
        done = drawn.result
        return done.text, a_row(say, name, done.view), outcome_code(options, done.view)
    message, as_json, code = failed(options, say, drawn)
    text = {"json": as_json, "jsonl": line(name, json.loads(as_json))}.get(options.format, "")
    return text, failed_row(name, message), code


def _drawn(options: argparse.Namespace, outcome: Outcome[bytes]) -> Drawn:
    view = unpack(outcome.result or b"", outcome.job)
    if options.format == "jsonl":
        return Drawn(view=view, text=line(outcome.job.name, as_object(view)))
    return draw(options, view)


def _allowed(options: argparse.Namespace) -> None:
    if options.output is None and options.format == "html":
        raise UsageError("several HTML reports need a folder.", code="output_needed")
    output: Path | None = options.output
    if output is None or output.is_dir() or options.folder_meant:
        return
    if output.is_file() or output.suffix == f".{SUFFIXES[options.format]}":
        raise UsageError("several reports need a folder.", where=str(output), code="output_is_file")
