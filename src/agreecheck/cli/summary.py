"""``agreecheck summary FOLDER``: the picture of what was reviewed into a folder, out of its stores."""

import argparse
import sys
from pathlib import Path

import msgspec

from agreecheck.batch.store import told
from agreecheck.cli.exits import CLEAN
from agreecheck.cli.output import emit, save, target, terminal_options
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import Messages, load
from agreecheck.report import SUFFIXES
from agreecheck.report.folder.index import render_index, render_payments, workbook
from agreecheck.report.folder.row import Row, clean, seen_on
from agreecheck.report.folder.where import where

STORES = ".agreecheck*.sqlite"


def run(options: argparse.Namespace) -> int:
    """Print it or write it to a file. Raises UsageError: code no_store where nothing was reviewed into the folder,
    old_store where another version did, where_* for a condition that is none."""
    say = load(options.lang)
    chosen = where(options.where) if options.where else None
    stores = sorted(options.folder.glob(STORES))
    if not stores:
        raise UsageError("no review was written to this folder.", where=str(options.folder), code="no_store")
    every = [row for path in stores for row in _rows(path)]
    if len(stores) > 1:  # shards: each has the files of a part, in no common order
        every.sort(key=lambda row: row.file)
    if options.as_of:
        every = [seen_on(row, options.as_of.isoformat()) for row in every]
    rows = [row for row in every if chosen(row)] if chosen else every
    told_of = say("group.chosen", where=options.where, n=len(rows), of=len(every)) if chosen else ""
    _deliver(options, say, _drawn(options, say, rows, told_of))
    return CLEAN


def _rows(path: Path) -> list[Row]:
    try:
        return [clean(msgspec.msgpack.decode(packed, type=Row)) for packed in told(path)]
    except msgspec.DecodeError as error:
        raise UsageError(str(error), where=str(path), code="old_store") from error


def _drawn(options: argparse.Namespace, say: Messages, rows: list[Row], chosen: str) -> str | bytes:
    if options.payments:
        if options.format not in ("csv", "jsonl"):
            raise UsageError("payments are csv or jsonl.", where="--payments", code="payments_format")
        return render_payments(say, rows, options.format)
    if options.format != "xlsx":
        width = 80 if options.output else terminal_options()["width"]
        return render_index(say, rows, options.format, chosen=chosen, width=width)
    if not options.output and sys.stdout.isatty():
        raise UsageError("a workbook needs a file.", code="xlsx_output")
    return workbook(say, rows, chosen)


def _deliver(options: argparse.Namespace, say: Messages, drawn: str | bytes) -> None:
    if options.output:
        path = target(options, f"summary.{SUFFIXES.get(options.format, options.format)}")
        save(path, drawn)
        complain(say, say("group.written", path=path))
    else:
        emit(drawn, utf8=options.format != "terminal")
