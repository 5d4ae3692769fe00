"""Several files: reviewed at once in processes of their own, told in their order, a summary at the end."""

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from agreecheck.batch import resume
from agreecheck.batch.alone import review_alone
from agreecheck.batch.files import STORE, Found, Job
from agreecheck.batch.outcome import Outcome, review
from agreecheck.batch.store import Store
from agreecheck.cli.exits import STOPPED, together, without_report
from agreecheck.cli.folder import limits
from agreecheck.cli.output import sweep
from agreecheck.cli.progress import progress
from agreecheck.cli.review import Drawn, draw, outcome_code
from agreecheck.cli.reviewer import Reviewer, reviewer, unpack
from agreecheck.cli.rows import Kept, pack
from agreecheck.cli.scan import as_json, failed
from agreecheck.cli.sink import shard_name, sink
from agreecheck.cli.stop import stoppable
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, Messages, load
from agreecheck.report import SUFFIXES
from agreecheck.report.folder.row import Row, failed_row
from agreecheck.report.folder.row import row as a_row
from agreecheck.report.json import as_object, line


def many(options: argparse.Namespace, say: Messages, found: Found) -> int:
    """Review all jobs; the exit code of the whole."""
    _allowed(options)
    codes: set[int] = set()
    done = 0
    into, work = sink(options, say), reviewer(options)
    try:
        with (
            stoppable(),
            _store(options, work) as store,
            progress(say, len(found.jobs), quiet=options.quiet) as tell,
            closing(resume.review_all(found.jobs, store, partial(_begin, options, work, found))) as outcomes,
        ):
            store.begin()
            for done, outcome in enumerate(outcomes, start=1):
                text, rows, code = _result(options, say, outcome)
                store.tell(done - 1, pack(rows))
                codes.add(code)
                into.add(outcome.job.name, text)
                tell(rows[say.language])
            into.end(Kept(store.told(), say.language))
    except KeyboardInterrupt:
        complain(say, say("group.stopped", n=done, total=len(found.jobs)))
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


def _begin(options: argparse.Namespace, work: Reviewer, found: Found, jobs: Iterator[Job]) -> resume.Ended:
    """Where there is one file alone, no workers are begun for it."""
    first = next(jobs, None)
    if first is None:
        return
    if len(found.jobs) == 1:
        yield 0, review_alone(first, work, limits(options))
        return
    from agreecheck.batch import pool

    yield from pool.review_all(chain((first,), jobs), work, limits(options))


def _result(options: argparse.Namespace, say: Messages, outcome: Outcome[bytes]) -> tuple[str, dict[str, Row], int]:
    """The report as a text, its row in the summary in each language, its exit code."""
    name = outcome.job.name
    drawn = review(outcome.job, lambda job: _drawn(options, outcome)) if outcome.failure is None else outcome
    if isinstance(drawn.result, Drawn):
        done = drawn.result
        rows = {language: a_row(load(language), name, done.view) for language in LANGUAGES}
        return done.text, rows, outcome_code(options, done.view)
    told = {language: failed(options, load(language), drawn) for language in LANGUAGES}
    rows = {language: failed_row(name, what.beside) for language, what in told.items()}
    what = told[say.language]
    text = as_json(outcome.job, what) if options.format in ("json", "jsonl") else ""
    return text if options.format != "jsonl" else line(name, json.loads(text)), rows, without_report(what.code)


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
