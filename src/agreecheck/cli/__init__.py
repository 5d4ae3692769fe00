"""The command line: arguments, one call, a renderer, an exit code. Starts without any heavy library."""

import argparse
import gc
import sys
from collections.abc import Sequence

from agreecheck.cli.exits import STOPPED, USAGE
from agreecheck.errors import AgreecheckError

_OBJECTS = 50_000  # Python looks for cycles whenever 700 are new: packs and libraries are many, and never garbage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 clean, 1 findings, 2 wrong use, 3 not read in full, 130 stopped)."""
    from agreecheck.cli import settings
    from agreecheck.cli.arguments import parse
    from agreecheck.cli.output import prepare_streams
    from agreecheck.cli.trouble import complain, sentence
    from agreecheck.messages import load

    gc.set_threshold(_OBJECTS)
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = load(settings.language(given))
    prepare_streams()
    try:
        options = parse(given, say)
        settled = settings.fill(options)
        if getattr(options, "show_config", False):
            from agreecheck.cli.show_config import show

            return show(settled, say)
        settings.tell(options, settled, say)
        return _run(options)
    except AgreecheckError as error:
        complain(say, sentence(say, error))
        return USAGE
    except KeyboardInterrupt:
        complain(say, say("error.stopped"))
        return STOPPED


def _run(options: argparse.Namespace) -> int:
    from importlib import import_module

    module, function = options.run.split(":")
    code: int = getattr(import_module(module), function)(options)
    return code
