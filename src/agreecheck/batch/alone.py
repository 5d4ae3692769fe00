"""One file in a process of its own that is forked, not begun anew: a crash or a hang is told, and no time is lost."""

import os
import pickle
import select
import signal
from collections.abc import Callable
from time import monotonic
from typing import Any

from agreecheck.batch import child
from agreecheck.batch.child import Limits
from agreecheck.batch.files import Job
from agreecheck.batch.outcome import Outcome, crashed, late, review

Work = Callable[[Job], Any]
_CHUNK = 1 << 20


def review_alone(job: Job, work: Work, limits: Limits) -> Outcome[Any]:
    """What came of the job within its limits; like a job among many, one whose process dies is tried once more.

    Where processes cannot fork, this one does it, without limits.
    """
    if not hasattr(os, "fork"):
        return review(job, work)
    died, outcome = _once(job, work, limits)
    return _once(job, work, limits)[1] if died else outcome


def _once(job: Job, work: Work, limits: Limits) -> tuple[bool, Outcome[Any]]:
    """Whether the process died, and what came of the job."""
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        _answer(job, work, limits, writer)
    os.close(writer)
    try:
        packed = _all(reader, monotonic() + limits.seconds)
    finally:
        os.close(reader)
        os.kill(process, signal.SIGKILL)  # it has nothing more to say
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if packed is None:
        return False, late(job, limits.seconds)
    try:
        outcome: Outcome[Any] = pickle.loads(packed)
        return False, outcome
    except (EOFError, pickle.UnpicklingError):  # it died before it had said all
        return True, crashed(job, code)


def _answer(job: Job, work: Work, limits: Limits, writer: int) -> None:
    """The life of the forked process."""
    try:
        child.confine(limits)
        packed = pickle.dumps(child.timed(job, work, limits))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(packed)
    finally:
        os._exit(1)


def _all(reader: int, end: float) -> bytes | None:
    """All that comes out of a pipe, None if it does not end in time."""
    parts = []
    while (left := end - monotonic()) > 0:
        if select.select([reader], (), (), left)[0]:
            parts.append(os.read(reader, _CHUNK))
            if not parts[-1]:
                return b"".join(parts)
    return None
