"""``agreecheck summary FOLDER``: the picture of what was reviewed into a folder, out of its stores."""

import argparse
from pathlib import Path

import msgspec

from agreecheck.batch.store import Store
from agreecheck.cli.exits import CLEAN
from agreecheck.cli.output import emit, save
from agreecheck.cli.trouble import complain
from agreecheck.errors import UsageError
from agreecheck.messages import load
from agreecheck.report.index import Row, render_index

STORES = ".agreecheck*.sqlite"


def run(options: argparse.Namespace) -> int:
    """Print it or write it to a file. Raises UsageError (code no_store) where nothing was reviewed into the folder."""
    say = load(options.lang)
    stores = sorted(options.folder.glob(STORES))
    if not stores:
        raise UsageError("no review was written to this folder.", where=str(options.folder), code="no_store")
    rows = [row for path in stores for row in _rows(path)]
    if len(stores) > 1:  # shards: each has the files of a part, in no common order
        rows.sort(key=lambda row: row.file)
    text = render_index(say, rows, options.format)
    if options.output:
        save(options.output, text)
        complain(say, say("group.written", path=options.output))
    else:
        emit(text, utf8=options.format != "terminal")
    return CLEAN


def _rows(path: Path) -> list[Row]:
    with Store(path, "") as store:
        return [msgspec.msgpack.decode(packed, type=Row) for packed in store.told()]
