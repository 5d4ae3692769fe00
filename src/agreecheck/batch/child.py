"""What runs inside a worker process: its limits, the work it was given once, one job at a time."""

import os
import signal
from collections.abc import Callable, MutableSequence
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from agreecheck.batch.files import Job
from agreecheck.batch.outcome import Outcome, portable, review
from agreecheck.model.base import Frozen

T = TypeVar("T", covariant=True)
_GRACE = 5  # seconds after which a worker ends itself if nobody has ended it


class Work(Protocol[T]):
    """What is done to each file; ``warm`` loads beforehand what every file needs. Both the work and what it gives
    must survive pickling."""

    def warm(self) -> None: ...

    def __call__(self, job: Job) -> T: ...


class Limits(Frozen):
    """``jobs``: processes at a time; ``seconds`` for one file; ``memory``: bytes of address space of one process,
    0 for no limit."""

    jobs: int = 1
    seconds: float = 60.0
    memory: int = 0


Lives = MutableSequence[int]
"""Two numbers that a slot and its workers share: how many workers it has had, and which of them began the job at hand.
"""

_given: list[tuple[Any, Limits, Lives]] = []


def prepare(work: Work[Any], limits: Limits, lives: Lives) -> None:
    """Called once in a new process."""
    confine(limits)
    lives[0] += 1
    _given[:] = [(work, limits, lives)]
    with suppress(Exception):  # if it fails for good, each file will tell
        work.warm()


def confine(limits: Limits) -> None:
    """Interrupts are the parent's business; its wish to end is obeyed at once, even inside a library's endless loop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _be_silent()
    if limits.memory:
        _limit_memory(limits.memory)


def do(job: Job) -> Outcome[Any]:
    """One job with what ``prepare`` was given."""
    ((work, limits, lives),) = _given
    lives[1] = lives[0]
    return timed(job, work, limits)


def timed(job: Job, work: Callable[[Job], T], limits: Limits) -> Outcome[T]:
    """One job. Where the parent was killed and the job never ends, an alarm ends this process."""
    alarm = getattr(signal, "alarm", None)
    if alarm:
        alarm(int(limits.seconds) + _GRACE)
    try:
        return portable(review(job, work))
    finally:
        if alarm:
            alarm(0)


def _be_silent() -> None:
    """What a library prints would stand among the reports, and might be words of the document."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_memory(size: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, some systems refuse it
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))
