"""Arguments of the command line, explained in the reader's language.

An option that the configuration may set too has the default None here: not said.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from agreecheck import __version__
from agreecheck.cli import folder
from agreecheck.cli.parser import Parser
from agreecheck.cli.values import Output, counted, day
from agreecheck.config.shape import Format, Level
from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, Messages
from agreecheck.report import SUFFIXES

SCAN = "agreecheck.cli.scan:run"
COMMANDS = ("scan", "ask", "simulate", "summary", "text", "schema", "rules", "explain")
FORMATS, LEVELS = get_args(Format), get_args(Level)


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
    if words[:1] == ["help"]:
        words = [*(word for word in words[1:2] if word in COMMANDS), "--help", *words[2:]]
    if words and words[0] not in (*COMMANDS, "-h", "--help", "--version"):
        words.insert(0, "scan")
    options = _parser(say).parse_args(words or ["--help"])
    if hasattr(options, "format"):
        options.format = options.format or _form_by_suffix(options) or (None if options.run == SCAN else "terminal")
    if options.run == SCAN and not (options.files or options.show_config):
        raise UsageError("no file is named.", code="no_paper")
    return options


def _form_by_suffix(options: argparse.Namespace) -> str | None:
    """The format that the name of the file to be written tells, where it is no folder."""
    output: Path | None = getattr(options, "output", None)
    if output is None or options.folder_meant or output.is_dir():
        return None
    known = FORMATS if options.run == SCAN else folder.SUMMARY_FORMATS
    forms = {form: form for form in known} | {SUFFIXES[form]: form for form in FORMATS}
    return forms.get(output.suffix.lower().removeprefix("."))


def _parser(say: Messages) -> Parser:
    parser = Parser(
        say=say,
        prog="agreecheck",
        description=say("help.description"),
        epilog=f"{say('help.examples')}\n\n{say('help.epilog')}",
        usage=say("help.use"),
    )
    parser.add_argument("--version", action="version", version=f"agreecheck {__version__}", help=say("help.version"))
    commands = parser.add_subparsers(title=say("help.commands"), metavar="", prog="agreecheck", parser_class=Parser)
    _add_scan(_command(commands, "scan", SCAN, say, "FILE..."), say)
    _add_ask(_command(commands, "ask", "agreecheck.cli.ask:run", say, "FILE"), say)
    _add_simulate(_command(commands, "simulate", "agreecheck.cli.simulate:run", say, "FILE"), say)
    folder.add_summary(_command(commands, "summary", "agreecheck.cli.summary:run", say, "FOLDER"), say)
    text = _command(commands, "text", "agreecheck.cli.show:text", say, "FILE")
    text.add_argument("file", metavar="FILE", help=say("help.file"))
    _add_shown(text, say)
    folder.add_limits(text, say)
    _command(commands, "schema", "agreecheck.cli.show:schema", say)
    rules = _command(commands, "rules", "agreecheck.cli.explain:rules", say)
    _add_packs(rules, say)
    rules.add_argument("--test", nargs="?", const="", default=None, metavar="DIR", help=say("help.test"))
    explain = _command(commands, "explain", "agreecheck.cli.explain:explain", say, "CODE")
    _add_packs(explain, say)
    explain.add_argument("code", metavar="CODE", help=say("help.code"))
    return parser


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, run: str, say: Messages, takes: str = ""
) -> Parser:
    words = say(f"help.{name}")
    usage = " ".join(part for part in ("agreecheck", name, takes, say("help.any_options")) if part)
    parser = commands.add_parser(name, help=words, description=words, usage=usage, say=say)
    parser.add_argument("--lang", choices=LANGUAGES, default=None, metavar="LANG", help=say("help.lang"))
    parser.add_argument("--config", metavar="FILE", default=None, help=say("help.config"))
    parser.set_defaults(run=run, folder_meant=False)
    return parser


def _add_scan(scan: Parser, say: Messages) -> None:
    scan.usage, scan.epilog = say("help.use_scan"), say("help.epilog")
    scan.add_argument("files", nargs="*", metavar="FILE", help=say("help.files"))
    scan.add_argument("--show-config", action="store_true", help=say("help.show_config"))
    scan.add_argument("--format", choices=FORMATS, default=None, metavar="FORMAT", help=say("help.format"))
    scan.add_argument("-o", "--output", action=Output, metavar="PATH", help=say("help.output"))
    scan.add_argument("--fail-on", choices=LEVELS, default=None, metavar="LEVEL", help=say("help.fail_on"))
    _add_review(scan, say)
    scan.add_argument("--answers", type=Path, default=None, metavar="FILE", help=say("help.answers"))
    folder.add(scan, say)


def _add_ask(ask: Parser, say: Messages) -> None:
    ask.add_argument("file", metavar="FILE", help=say("help.file"))
    ask.add_argument("-o", "--output", action=Output, metavar="PATH", help=say("help.answers_output"))
    ask.add_argument("--answers", type=Path, default=None, metavar="FILE", help=say("help.answers"))
    _add_review(ask, say)
    folder.add_limits(ask, say)


def _add_simulate(simulate: Parser, say: Messages) -> None:
    forms = ("terminal", "json")
    simulate.add_argument("file", metavar="FILE", help=say("help.file"))
    simulate.add_argument("--miss", type=counted, default=None, metavar="N", help=say("help.miss"))
    simulate.add_argument("--days", type=counted, default=1, metavar="DAYS", help=say("help.days"))
    simulate.add_argument("--format", choices=forms, default="terminal", metavar="FORMAT", help=say("help.two_formats"))
    _add_review(simulate, say)
    folder.add_limits(simulate, say)


def _add_review(parser: Parser, say: Messages) -> None:
    """What every command that reviews a paper takes."""
    from agreecheck.model.fact import DocumentType

    types = [name for name in get_args(DocumentType) if name != "other"]
    told = say("help.type", types=", ".join(types))
    _add_shown(parser, say)
    judged = parser.add_argument_group(say("help.judged"))
    judged.add_argument("--as-of", type=day, default=None, metavar="DATE", help=say("help.as_of"))
    judged.add_argument("--signed-on", type=day, default=None, metavar="DATE", help=say("help.signed_on"))
    judged.add_argument("--type", choices=types, default=None, metavar="TYPE", help=told)
    judged.add_argument("--me", type=Path, default=None, metavar="FILE", help=say("help.me"))
    judged.add_argument("--law", type=Path, default=None, metavar="FILE", help=say("help.law"))
    _add_packs(judged, say)
    judged.add_argument("--no-second-reader", action="store_true", help=say("help.no_second_reader"))
    parser.add_argument("--traceback", action="store_true", help=argparse.SUPPRESS)


def _add_shown(parser: Parser, say: Messages) -> None:
    shown = parser.add_argument_group(say("help.shown"))
    shown.add_argument("--show-personal", action="store_true", help=say("help.show_personal"))
    shown.add_argument("--redact", action="store_true", help=say("help.redact"))


def _add_packs(to: "argparse._ActionsContainer", say: Messages) -> None:
    to.add_argument("--packs", action="append", default=None, metavar="DIR", help=say("help.packs"))
