"""Where the reports of many files go: a folder, one JSON object, JSON Lines, or one after another."""

import argparse
from typing import Protocol

from agreecheck.cli.output import Growing, Text, emit, save, terminal_options
from agreecheck.cli.trouble import complain
from agreecheck.messages import Messages
from agreecheck.report import SUFFIXES
from agreecheck.report.folder.index import index, report_name, together
from agreecheck.report.folder.rows import Rows
from agreecheck.report.json import ending, listed


class Sink(Protocol):
    """Takes each file's report as it comes, in order, ``""`` where there is none; at the end the summary."""

    def add(self, name: str, text: str) -> None: ...

    def end(self, rows: Rows) -> None: ...


def sink(options: argparse.Namespace, say: Messages) -> Sink:
    """The sink that the options ask for."""
    if options.output:
        return _Folder(options, say)
    return {"json": _Json, "jsonl": _Lines}.get(options.format, _Stream)(options, say)


class _Stream:
    """One report after another on standard output."""

    def __init__(self, options: argparse.Namespace, say: Messages) -> None:
        self.options, self.say = options, say

    def add(self, name: str, text: str) -> None:
        if text:
            self.put(text + "\n")

    def end(self, rows: Rows) -> None:
        self.put(index(self.say, rows, self.options.format, width=terminal_options()["width"]))

    def put(self, text: Text) -> None:
        emit(text, utf8=self.options.format != "terminal")


class _Lines(_Stream):
    """A line a file and nothing else."""

    def add(self, name: str, text: str) -> None:
        self.put(text)

    def end(self, rows: Rows) -> None:
        """Whoever reads lines can count them."""


class _Json(_Stream):
    """One object, its reports written as they come: the bytes of ``dumps`` without holding them all."""

    begun = False

    def add(self, name: str, text: str) -> None:
        if text:
            self.put(listed("reports", text, first=not self.begun))
            self.begun = True

    def end(self, rows: Rows) -> None:
        self.put(ending("reports", together(rows), begun=self.begun))


class _Folder(_Stream):
    """A file each, an index, and the summary on standard output. JSON Lines fill one file, there when it is whole."""

    lines: Growing | None = None

    def add(self, name: str, text: str) -> None:
        if self.options.format == "jsonl":
            self.lines = self.lines or Growing(self.options.output / f"reports{shard_name(self.options)}.jsonl")
            self.lines.write(text)
        elif text:
            save(self.options.output / report_name(name, SUFFIXES[self.options.format]), text)

    def end(self, rows: Rows) -> None:
        suffix, shard = SUFFIXES[self.options.format], shard_name(self.options)
        if self.lines:
            self.lines.end()
        save(self.options.output / f"index{shard}.{suffix}", index(self.say, rows, self.options.format, suffix))
        if not self.options.quiet:
            complain(self.say, self.say("group.written", path=self.options.output))
            emit(index(self.say, rows, "terminal", width=terminal_options()["width"]))


def shard_name(options: argparse.Namespace) -> str:
    """What sets the files of one shard's run apart from the others'."""
    return "-{}-of-{}".format(*options.shard) if options.shard else ""
