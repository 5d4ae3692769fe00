"""``agreecheck text`` and ``agreecheck schema``: print one thing as it is."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agreecheck.cli.exits import CLEAN, UNREAD
from agreecheck.cli.output import emit
from agreecheck.cli.trouble import unread
from agreecheck.messages import load

if TYPE_CHECKING:
    from agreecheck.batch.files import Job


def text(options: argparse.Namespace) -> int:
    """The text as read, personal data masked, offsets unchanged; signs that could steer a terminal are spaces."""
    from agreecheck.batch.files import named
    from agreecheck.cli.alone import UNREADABLE, result

    try:
        words, in_full = result(options, named(Path(options.file)), partial(_words, options))
    except UNREADABLE as error:
        return unread(load(options.lang), error, options.file)
    emit(words + "\n", utf8=True)
    return CLEAN if in_full else UNREAD


def _words(options: argparse.Namespace, job: "Job") -> tuple[str, bool]:
    """The text of a file as it may be shown, and whether nothing of it is lost."""
    from agreecheck.cli.review import STANDARD_INPUT
    from agreecheck.facts import understand
    from agreecheck.read import read, read_bytes
    from agreecheck.report.mask import Masker
    from agreecheck.report.paper import read_in_full

    from_input = job.path == Path(STANDARD_INPUT)
    document = read_bytes(sys.stdin.buffer.read(), "stdin") if from_input else read(job.path)
    masked = Masker(document, understand(document), show_personal=options.show_personal, redact=options.redact)
    return masked.text, read_in_full(document)


def schema(options: argparse.Namespace) -> int:
    """The JSON Schema of the JSON report."""
    from agreecheck.report.schema import text as schema_text

    emit(schema_text(), utf8=True)
    return CLEAN
