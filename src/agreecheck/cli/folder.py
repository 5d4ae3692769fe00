"""What a run over many files can be told."""

import argparse
import os

from agreecheck.batch.child import Limits
from agreecheck.messages import Messages

_MEGABYTE = 1024 * 1024


def add(scan: argparse.ArgumentParser, say: Messages) -> None:
    """The options for folders, in a group of their own."""
    group = scan.add_argument_group(say("help.folders"))
    group.add_argument("--jobs", type=_count, default=0, metavar="N", help=say("help.jobs"))
    group.add_argument("--timeout", type=_count, default=60, metavar="SECONDS", help=say("help.timeout"))
    group.add_argument("--memory", type=_count, default=2048, metavar="MB", help=say("help.memory"))


def limits(options: argparse.Namespace) -> Limits:
    """What each worker may use, and how many there are."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Limits(jobs=options.jobs or cores, seconds=options.timeout, memory=options.memory * _MEGABYTE)


def _count(text: str) -> int:
    """A whole number from 1 on."""
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r}: 1, 2, 3, ...")
    return int(text)
