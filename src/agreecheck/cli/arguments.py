"""Arguments of the command line, explained in the reader's language."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn, get_args

from agreecheck import __version__
from agreecheck.cli import folder
from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, Messages

COMMANDS = ("scan", "ask", "simulate", "summary", "text", "schema", "rules", "explain")
FORMATS = ("terminal", "json", "jsonl", "markdown", "html")
LEVELS = ("low", "medium", "high", "critical", "never")


class _Parser(argparse.ArgumentParser):
    """Says wrong use by an exception, so that it is worded like every other trouble."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, code="usage")


def language_of(given: Sequence[str]) -> str:
    """The language asked for anywhere in the arguments, before they are parsed: help and errors need it too."""
    for at, word in enumerate(given):
        value = given[at + 1] if word == "--lang" and at + 1 < len(given) else word.removeprefix("--lang=")
        if value in LANGUAGES and (word == "--lang" or word.startswith("--lang=")):
            return value
    return LANGUAGES[0]


def parse(given: Sequence[str], say: Messages) -> argparse.Namespace:
    """The options of a call. ``run`` names the function that does it. Raises UsageError."""
    words = list(given)
    if words and words[0] not in (*COMMANDS, "-h", "--help", "--version"):
        words.insert(0, "scan")
    return _parser(say).parse_args(words or ["--help"])


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
    scan = _command(commands, "scan", "agreecheck.cli.scan:run", say)
    _add_scan(scan, say)
    _add_simulate(_command(commands, "simulate", "agreecheck.cli.simulate:run", say), say)
    _add_ask(_command(commands, "ask", "agreecheck.cli.ask:run", say), say)
    listed = _command(commands, "summary", "agreecheck.cli.summary:run", say)
    folder.add_summary(listed, say)
    text = _command(commands, "text", "agreecheck.cli.show:text", say)
    text.add_argument("file", help=say("help.usage_files"))
    _command(commands, "schema", "agreecheck.cli.show:schema", say)
    rules = _command(commands, "rules", "agreecheck.cli.explain:rules", say)
    rules.add_argument("--test", nargs="?", const="", default=None, metavar="DIR", help=say("help.test"))
    explain = _command(commands, "explain", "agreecheck.cli.explain:explain", say)
    explain.add_argument("code", help=say("help.code"))
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, run: str, say: Messages) -> _Parser:
    words = say(f"help.{name}")
    parser = commands.add_parser(name, help=words, description=words, add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="help", help=say("help.help"))
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=say("help.lang"))
    parser.set_defaults(run=run)
    return parser


def _add_scan(scan: argparse.ArgumentParser, say: Messages) -> None:
    scan.epilog = say("help.epilog")
    scan.add_argument("files", nargs="+", metavar="FILE", help=say("help.usage_files"))
    scan.add_argument("--format", choices=FORMATS, default="terminal", help=say("help.format"))
    scan.add_argument("-o", "--output", type=Path, metavar="PATH", help=say("help.output"))
    scan.add_argument("--fail-on", choices=LEVELS, default="high", help=say("help.fail_on"))
    scan.add_argument("--answers", type=Path, default=None, metavar="FILE", help=say("help.answers"))
    _add_review(scan, say)
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
    parser.add_argument("--as-of", type=_date, default=None, metavar="DATE", help=say("help.as_of"))
    parser.add_argument("--signed-on", type=_date, default=None, metavar="DATE", help=say("help.signed_on"))
    parser.add_argument("--me", type=Path, default=None, metavar="FILE", help=say("help.me"))
    parser.add_argument("--law", type=Path, default=None, metavar="FILE", help=say("help.law"))
    parser.add_argument(
        "--type", choices=types, default=None, metavar="TYPE", help=f"{say('help.type')}：{', '.join(types)}"
    )
    parser.add_argument("--no-second-reader", action="store_true", help=say("help.no_second_reader"))
    parser.add_argument("--show-personal", action="store_true", help=say("help.show_personal"))
    parser.add_argument("--redact", action="store_true", help=say("help.redact"))
    parser.add_argument("--traceback", action="store_true", help=argparse.SUPPRESS)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date.", where=text, code="date") from error


def _counted(text: str) -> int:
    """A whole number from 1 to 9999."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise UsageError(f"{text!r} is no number from 1.", where=text, code="count")
    return int(text)
