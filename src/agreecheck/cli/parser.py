"""An argument parser that speaks the reader's language and knows how wide its signs are."""

import argparse
import re
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import Any, NoReturn

from agreecheck.errors import UsageError
from agreecheck.messages import Messages
from agreecheck.report.wrap import breaks

_HELP_AT = 26
_WRONG_USE = (
    ("unknown", re.compile(r"unrecognized arguments: (?P<what>.+)")),
    ("wanting", re.compile(r"the following arguments are required: (?P<what>.+)")),
    (
        "choice",
        re.compile(r"argument (?P<option>[^:]+): invalid choice: '(?P<what>.*)' \(choose from (?P<choices>.+)\)"),
    ),
    ("value", re.compile(r"argument (?P<option>[^:]+): expected (at least )?one argument")),
    ("no_value", re.compile(r"argument (?P<option>[^:]+): ignored explicit argument '(?P<what>.*)'")),
)
"""What argparse says of wrong use; whatever it says otherwise is passed on as it is."""


class Parser(argparse.ArgumentParser):
    """Wrong use is an exception, so that it is worded like every other trouble."""

    def __init__(self, *, say: Messages, **settings: Any) -> None:
        super().__init__(formatter_class=partial(_Formatter, say=say), add_help=False, allow_abbrev=False, **settings)
        self._say = say
        self._positionals.title, self._optionals.title = say("help.arguments"), say("help.options")
        self.add_argument("-h", "--help", action="help", help=say("help.help"))

    def error(self, message: str) -> NoReturn:
        raise UsageError(_worded(message, self._say), code="usage")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Lines end where a terminal's would: a Chinese sign takes two cells."""

    def __init__(self, prog: str, *, say: Messages) -> None:
        super().__init__(prog, max_help_position=_HELP_AT)
        self._say = say

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self._say("help.usage") if prefix is None else prefix)

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):  # the commands alone, without an empty line for their group
            return "".join(map(self._format_action, action._get_subactions()))
        return super()._format_action(action)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [text[a:b].strip() for a, b in pairwise([0, *breaks(text, width), len(text)])]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "".join(
            f"{indent}{line[a:b].rstrip()}\n"
            for line in text.splitlines()
            for a, b in pairwise([0, *breaks(line, width - len(indent)), len(line)])
        )


def _worded(message: str, say: Messages) -> str:
    for key, form in _WRONG_USE:
        if found := form.fullmatch(message):
            return say(
                f"wrong_use.{key}", **{name: value.replace("'", "") for name, value in found.groupdict().items()}
            )
    return message
