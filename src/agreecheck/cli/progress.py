"""How far a batch has come, on standard error: a bar on a terminal, a line a file elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from agreecheck.messages import Messages
from agreecheck.report.folder.row import Row
from agreecheck.report.plain import harmless

Tell = Callable[[Row], None]


@contextmanager
def progress(say: Messages, total: int, *, quiet: bool = False) -> Iterator[Tell]:
    """Yields what is to be called with the row of each finished file."""
    if quiet:
        yield lambda row: None
    elif sys.stderr.isatty():
        with _bar(say, total) as tell:
            yield tell
    else:
        yield _lines(say, total)


def _lines(say: Messages, total: int) -> Tell:
    numbers = count(1)

    def tell(row: Row) -> None:
        line = say("group.counter", n=next(numbers), total=total, name=row.file, result=row.result)
        print(harmless(line), file=sys.stderr, flush=True)

    return tell


@contextmanager
def _bar(say: Messages, total: int) -> Iterator[Tell]:
    """Files, files a second, time left, how many could not be read, and the last file's name."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(say("group.progress")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}", style="red"),
        TextColumn("{task.fields[last]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="", failures="", last="")
        failures = 0

        def tell(row: Row) -> None:
            nonlocal failures
            failures += row.failed
            speed = bar.tasks[0].speed
            bar.update(
                task,
                advance=1,
                rate=say("group.rate", n=f"{speed:.1f}") if speed else "",
                failures=say("group.failures", n=failures) if failures else "",
                last=harmless(row.file)[-40:],
            )

        yield tell
