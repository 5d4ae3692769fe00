"""How far a batch has come, on standard error: a bar on a terminal, a line a file elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from agreecheck.messages import Messages
from agreecheck.report.plain import harmless

Tell = Callable[[str, str], None]


@contextmanager
def progress(say: Messages, total: int) -> Iterator[Tell]:
    """Yields what is to be called with each finished file's name and result."""
    if sys.stderr.isatty():
        with _bar(say, total) as tell:
            yield tell
        return
    yield _lines(say, total)


def _lines(say: Messages, total: int) -> Tell:
    numbers = count(1)

    def tell(name: str, result: str) -> None:
        line = say("group.counter", n=next(numbers), total=total, name=name, result=result)
        print(harmless(line), file=sys.stderr, flush=True)

    return tell


@contextmanager
def _bar(say: Messages, total: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn(say("group.progress")), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def tell(name: str, result: str) -> None:
            bar.update(task, advance=1, description=escape(harmless(name)))

        yield tell
