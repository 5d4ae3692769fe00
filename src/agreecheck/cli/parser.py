"""An argument parser that speaks the reader's language and knows how wide its signs are."""

import argparse
import re
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import Any, NoReturn

from agreecheck.errors import UsageError, nearest
from agreecheck.messages import Messages
from agreecheck.report.wrap import breaks

_HELP_AT = 26
_WRONG_USE = (
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

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """What is left over: files that come after an option, else wrong use, told by the command whose it is."""
        options, rest = super().parse_known_args(args, namespace)
        for word in rest:
            if word.startswith("-") and word != "-":
                raise UsageError(self._no_option(word), code="usage")
        if rest and not hasattr(options, "files"):
            raise UsageError(self._say("wrong_use.surplus", what=" ".join(rest)), code="usage")
        if rest:
            options.files += rest
        return options, []

    def _no_option(self, word: str) -> str:
        name = word.partition("=")[0]
        known = {option.lstrip("-"): option for option in self._option_string_actions}
        near = known.get(nearest(name.lstrip("-"), known, cutoff=0.7), "")
        return self._say("wrong_use.near" if near else "wrong_use.unknown", what=name, near=near)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """A value that cannot be taken is told with its option."""
        try:
            return super()._get_value(action, arg_string)
        except UsageError as error:
            option = action.option_strings[-1] if action.option_strings else action.metavar
            error.where = f"{option} {arg_string}"
            raise


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
