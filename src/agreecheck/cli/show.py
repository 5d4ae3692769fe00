"""``agreecheck text`` and ``agreecheck schema``: print one thing as it is."""

import argparse
import sys
from pathlib import Path

from agreecheck.cli.exits import CLEAN, UNREAD
from agreecheck.cli.output import emit
from agreecheck.cli.trouble import unread
from agreecheck.errors import ReadError
from agreecheck.messages import load


def text(options: argparse.Namespace) -> int:
    """The text as read, personal data masked, offsets unchanged; signs that could steer a terminal are spaces."""
    from agreecheck.facts import understand
    from agreecheck.read import read, read_bytes
    from agreecheck.report.mask import Masker
    from agreecheck.report.paper import read_in_full

    try:
        document = read_bytes(sys.stdin.buffer.read(), "stdin") if options.file == "-" else read(Path(options.file))
    except (ReadError, OSError) as error:
        return unread(load(options.lang), error, options.file)
    masked = Masker(document, understand(document), show_personal=options.show_personal, redact=options.redact)
    emit(masked.text + "\n", utf8=True)
    return CLEAN if read_in_full(document) else UNREAD


def schema(options: argparse.Namespace) -> int:
    """The JSON Schema of the JSON report."""
    from agreecheck.report.schema import text as schema_text

    emit(schema_text(), utf8=True)
    return CLEAN
