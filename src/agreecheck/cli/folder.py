"""What a run over many files can be told."""

import argparse
import os
from pathlib import Path

from agreecheck.batch.child import Limits
from agreecheck.batch.files import Choice
from agreecheck.cli.values import Output, counted, day, part
from agreecheck.messages import Messages

SUMMARY_FORMATS = ("terminal", "json", "jsonl", "csv", "xlsx", "markdown", "html")
_MEGABYTE = 1024 * 1024


def add(scan: argparse.ArgumentParser, say: Messages) -> None:
    """The options for folders, in a group of their own."""
    group = scan.add_argument_group(say("help.folders"))
    group.add_argument("--recursive", action=argparse.BooleanOptionalAction, default=True, help=say("help.recursive"))
    group.add_argument("--include", action="append", default=None, metavar="GLOB", help=say("help.include"))
    group.add_argument("--exclude", action="append", default=None, metavar="GLOB", help=say("help.exclude"))
    group.add_argument("--shard", type=part, default=None, metavar="N/ALL", help=say("help.shard"))
    group.add_argument("--quiet", action="store_true", help=say("help.quiet"))
    group.add_argument("--jobs", type=counted, default=None, metavar="N", help=say("help.jobs"))
    add_limits(group, say)


def add_limits(to: "argparse._ActionsContainer", say: Messages) -> None:
    """What reading one file may take."""
    to.add_argument("--timeout", type=counted, default=None, metavar="SECONDS", help=say("help.timeout"))
    to.add_argument("--memory", type=counted, default=None, metavar="MB", help=say("help.memory"))
    to.set_defaults(jobs=None)


def add_summary(parser: argparse.ArgumentParser, say: Messages) -> None:
    """The options of ``agreecheck summary``."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=say("help.summary_folder"))
    parser.add_argument(
        "--format", choices=SUMMARY_FORMATS, default=None, metavar="FORMAT", help=say("help.summary_format")
    )
    parser.add_argument("--payments", action="store_true", help=say("help.payments"))
    parser.add_argument("--where", default="", metavar="CONDITION", help=say("help.where"))
    parser.add_argument("--as-of", type=day, default=None, metavar="DATE", help=say("help.summary_as_of"))
    parser.add_argument("-o", "--output", action=Output, metavar="PATH", help=say("help.summary_output"))


def choice(options: argparse.Namespace) -> Choice:
    """Which files of a folder are meant; never the reports of an earlier run."""
    return Choice(
        recursive=options.recursive,
        include=tuple(options.include),
        exclude=tuple(options.exclude),
        apart=options.output,
        shard=options.shard,
    )


def limits(options: argparse.Namespace) -> Limits:
    """What each worker may use, and how many there are."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Limits(jobs=options.jobs or cores, seconds=options.timeout, memory=options.memory * _MEGABYTE)
