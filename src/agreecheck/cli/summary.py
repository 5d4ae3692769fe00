"""``agreecheck summary FOLDER``: the picture of what was reviewed into a folder, out of its stores."""

import argparse
import sys
from contextlib import ExitStack
from functools import partial

from agreecheck.batch.files import STORES
from agreecheck.batch.store import told
from agreecheck.cli.exits import CLEAN
from agreecheck.cli.output import Text, emit, save, target, terminal_options
from agreecheck.cli.rows import Kept, Merged
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import Messages, load
from agreecheck.report import SUFFIXES
from agreecheck.report.folder.index import index, payments, workbook
from agreecheck.report.folder.row import seen_on
from agreecheck.report.folder.rows import Changed, Rows, chosen
from agreecheck.report.folder.where import where


def run(options: argparse.Namespace) -> int:
    """Print it or write it to a file. Raises UsageError: code no_store where nothing was reviewed into the folder,
    old_store where another version did, where_* for a condition that is none."""
    say = load(options.lang)
    test = where(options.where) if options.where else None
    stores = sorted(options.folder.glob(STORES))
    if not stores:
        raise UsageError("no review was written to this folder.", where=str(options.folder), code="no_store")
    with ExitStack() as opened:
        parts = [Kept(opened.enter_context(told(path)), say.language) for path in stores]
        rows: Rows = Merged(parts) if len(parts) > 1 else parts[0]
        if options.as_of:
            rows = Changed(rows, partial(seen_on, day=options.as_of.isoformat()))
        every = len(rows)
        if test:
            rows = chosen(rows, test)
        told_of = say("group.chosen", where=options.where, n=len(rows), of=every) if test else ""
        _deliver(options, say, _drawn(options, say, rows, told_of))
    return CLEAN


def _drawn(options: argparse.Namespace, say: Messages, rows: Rows, told_of: str) -> Text:
    if options.payments:
        if options.format not in ("csv", "jsonl"):
            raise UsageError("payments are csv or jsonl.", where="--payments", code="payments_format")
        return payments(say, rows, options.format)
    if options.format != "xlsx":
        width = 80 if options.output else terminal_options()["width"]
        return index(say, rows, options.format, chosen=told_of, width=width)
    if not options.output and sys.stdout.isatty():
        raise UsageError("a workbook needs a file.", code="xlsx_output")
    return workbook(say, rows, told_of)


def _deliver(options: argparse.Namespace, say: Messages, drawn: Text) -> None:
    if options.output:
        path = target(options, f"summary.{SUFFIXES.get(options.format, options.format)}")
        save(path, drawn)
        complain(say, say("group.written", path=path))
    else:
        emit(drawn, utf8=options.format != "terminal")
