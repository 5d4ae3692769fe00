"""Arguments of the command line, explained in the reader's language.

An option that the configuration may set too has the default None here: not said.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn, get_args

from agreecheck import __version__
from agreecheck.cli import folder
from agreecheck.cli.values import day
from agreecheck.config.shape import Format, Level
from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, Messages

SCAN = "agreecheck.cli.scan:run"
COMMANDS = ("scan", "ask", "simulate", "summary", "text", "schema", "rules", "explain")
FORMATS, LEVELS = get_args(Format), get_args(Level)


class _Parser(argparse.ArgumentParser):
    """Says wrong use by an exception, so that it is worded like every other trouble."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, code="usage")


def values_of(given: Sequence[str], option: str) -> Iterator[str]:
    """What an option is given anywhere in the arguments, before they are parsed."""
    for at, word in enumerate(given):
        if word == option and at + 1 < len(given):
            yield given[at + 1]
        elif word.startswith(f"{option}="):
            yield word.removeprefix(f"{option}=")


def said_language(given: Sequence[str]) -> str | None:
    """The language asked for before the arguments are parsed: help and errors need it too."""
    return next((value for value in values_of(given, "--lang") if value in LANGUAGES), None)


def parse(given: Sequence[str], say: Messages) -> argparse.Namespace:
    """The options of a call. ``run`` names the function that does it. Raises UsageError."""
    words = list(given)
    if words and words[0] not in (*COMMANDS, "-h", "--help", "--version"):
        words.insert(0, "scan")
    options = _parser(say).parse_args(words or ["--help"])
    if options.run == SCAN and not (options.files or options.show_config):
        raise UsageError("no file is named.", code="no_paper")
    return options


def _parser(say: Messages) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="agreecheck",
        description=say("help.description"),
        epilog=say("help.epilog"),
        usage="agreecheck [scan] FILE... | agreecheck {ask,simulate,summary,text,schema,rules,explain} ...",
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("-h", "--help", action="help", help=say("help.help"))
    parser.add_argument("--version", action="version", version=f"agreecheck {__version__}", help=say("help.version"))
    commands = parser.add_subparsers(metavar="", parser_class=_Parser)
    scan = _command(commands, "scan", SCAN, say)
    _add_scan(scan, say)
    _add_simulate(_command(commands, "simulate", "agreecheck.cli.simulate:run", say), say)
    _add_ask(_command(commands, "ask", "agreecheck.cli.ask:run", say), say)
    listed = _command(commands, "summary", "agreecheck.cli.summary:run", say)
    folder.add_summary(listed, say)
    text = _command(commands, "text", "agreecheck.cli.show:text", say)
    text.add_argument("file", help=say("help.usage_files"))
    _command(commands, "schema", "agreecheck.cli.show:schema", say)
    rules = _command(commands, "rules", "agreecheck.cli.explain:rules", say)
    _add_packs(rules, say)
    rules.add_argument("--test", nargs="?", const="", default=None, metavar="DIR", help=say("help.test"))
    explain = _command(commands, "explain", "agreecheck.cli.explain:explain", say)
    _add_packs(explain, say)
    explain.add_argument("code", help=say("help.code"))
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, run: str, say: Messages) -> _Parser:
    words = say(f"help.{name}")
    parser = commands.add_parser(name, help=words, description=words, add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="help", help=say("help.help"))
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help=say("help.lang"))
    parser.add_argument("--config", metavar="FILE", default=None, help=say("help.config"))
    parser.set_defaults(run=run)
    return parser


def _add_scan(scan: argparse.ArgumentParser, say: Messages) -> None:
    scan.epilog = say("help.epilog")
    scan.add_argument("files", nargs="*", metavar="FILE", help=say("help.usage_files"))
    scan.add_argument("--format", choices=FORMATS, default=None, help=say("help.format"))
    scan.add_argument("-o", "--output", type=Path, metavar="PATH", help=say("help.output"))
    scan.add_argument("--fail-on", choices=LEVELS, default=None, help=say("help.fail_on"))
    scan.add_argument("--answers", type=Path, default=None, metavar="FILE", help=say("help.answers"))
    _add_review(scan, say)
    scan.add_argument("--show-config", action="store_true", help=say("help.show_config"))
    folder.add(scan, say)


def _add_ask(ask: argparse.ArgumentParser, say: Messages) -> None:
    ask.add_argument("file", metavar="FILE", help=say("help.usage_files"))
    ask.add_argument("-o", "--output", type=Path, metavar="PATH", help=say("help.answers_output"))
    _add_review(ask, say)


def _add_simulate(simulate: argparse.ArgumentParser, say: Messages) -> None:
    simulate.add_argument("file", metavar="FILE", help=say("help.usage_files"))
    simulate.add_argument("--miss", type=_counted, default=None, metavar="N", help=say("help.miss"))
    simulate.add_argument("--days", type=_counted, default=1, metavar="DAYS", help=say("help.days"))
    simulate.add_argument("--format", choices=("terminal", "json"), default="terminal", help=say("help.format"))
    _add_review(simulate, say)


def _add_review(parser: argparse.ArgumentParser, say: Messages) -> None:
    """What every command that reviews a paper takes."""
    from agreecheck.model.fact import DocumentType

    types = [name for name in get_args(DocumentType) if name != "other"]
    parser.add_argument("--as-of", type=day, default=None, metavar="DATE", help=say("help.as_of"))
    parser.add_argument("--signed-on", type=day, default=None, metavar="DATE", help=say("help.signed_on"))
    parser.add_argument("--me", type=Path, default=None, metavar="FILE", help=say("help.me"))
    _add_packs(parser, say)
    parser.add_argument("--law", type=Path, default=None, metavar="FILE", help=say("help.law"))
    parser.add_argument(
        "--type", choices=types, default=None, metavar="TYPE", help=f"{say('help.type')}：{', '.join(types)}"
    )
    parser.add_argument("--no-second-reader", action="store_true", help=say("help.no_second_reader"))
    parser.add_argument("--show-personal", action="store_true", help=say("help.show_personal"))
    parser.add_argument("--redact", action="store_true", help=say("help.redact"))
    parser.add_argument("--traceback", action="store_true", help=argparse.SUPPRESS)


def _add_packs(parser: argparse.ArgumentParser, say: Messages) -> None:
    parser.add_argument("--packs", action="append", default=None, metavar="DIR", help=say("help.packs"))


def _counted(text: str) -> int:
    """A whole number from 1 to 9999."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise UsageError(f"{text!r} is no number from 1.", where=text, code="count")
    return int(text)
