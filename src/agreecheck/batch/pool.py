"""Many files at a time, each file in a process that only it can break.

Every slot is a pebble pool of one worker: whose death it was, and whose time is up, is then never a guess, and no lock
is shared that a killed worker could take with it.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from agreecheck.batch import child
from agreecheck.batch.child import Limits, Work
from agreecheck.batch.files import Job
from agreecheck.batch.outcome import Failure, Outcome, crashed, late

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")
_LIFE = 500  # files after which a worker is replaced: whatever a library leaks stays bounded
_FAREWELL = 1.5  # seconds a worker is given to end
_TICK = 0.5  # seconds after which an interrupt is noticed where waiting cannot be interrupted
_SILENCE = 60.0  # seconds beyond its time after which a slot without any answer is given up


def review_all(jobs: Iterable[Job], work: Work[T], limits: Limits) -> Generator[tuple[int, Outcome[T]], None, None]:
    """Each job's place and outcome, as they are done. A job whose worker dies is tried once more, with nothing else
    running; the second death is its outcome. Closing the iterator ends all workers."""
    waiting, again = iter(enumerate(jobs)), deque[tuple[int, Job]]()
    idle = [_Slot(work, limits) for _ in range(max(1, limits.jobs))]
    busy: dict[Future[Any], tuple[_Slot, int, Job, bool]] = {}
    silence = limits.seconds + _SILENCE
    slots, others = list(idle), set(multiprocessing.active_children())

    def begin(n: int, job: Job, last: bool) -> None:
        slot = idle.pop()
        busy[slot.begin(job)] = slot, n, job, last

    try:
        while True:
            while idle and not again and (one := next(waiting, None)):
                begin(*one, last=False)
            if again and not busy:
                begin(*again.popleft(), last=True)
            if not busy:
                return
            done, _ = wait(busy, timeout=_TICK, return_when=FIRST_COMPLETED)
            lost = [future for future, (slot, *_) in busy.items() if slot.left() or slot.silent(silence)]
            for future in sorted({*done, *lost}, key=lambda f: busy[f][1]):
                slot, n, job, last = busy.pop(future)
                idle.append(slot)
                died, outcome = _outcome(slot, future, job)
                if died:
                    slot.renew()
                if died and not last:
                    again.append((n, job))
                else:
                    yield n, outcome
    finally:
        for slot in slots:
            slot.stop()
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        for slot in slots:
            slot.join()


class _Slot:
    """One worker at a time, and the pool that replaces it when its time is up or its life ends."""

    def __init__(self, work: Work[Any], limits: Limits) -> None:
        self.work, self.limits, self.begun = work, limits, 0.0
        self.context = multiprocessing.get_context("forkserver" if hasattr(signal, "alarm") else "spawn")
        self.lives: child.Lives = self.context.RawArray("i", 2)
        self.pool = self._pool()

    def begin(self, job: Job) -> "Future[Any]":
        """Start a job; the future tells how it ended, by TimeoutError where it took too long."""
        self.begun, self.lives[1] = monotonic(), 0
        future: Future[Any] = self.pool.schedule(child.do, args=(job,), timeout=self.limits.seconds)
        return future

    def left(self) -> bool:
        """Whether the worker that began the job at hand has been followed by another: pebble does not tell of one that
        ends with exit code 0."""
        return 0 < self.lives[1] < self.lives[0]

    def silent(self, seconds: float) -> bool:
        """Whether the job at hand has been going for longer than that: pebble has lost sight of its worker."""
        return monotonic() - self.begun > seconds

    def renew(self) -> None:
        """A worker that was killed may have left half a message behind or held a lock: begin with new ones."""
        self.stop()
        self.join()
        self.pool = self._pool()

    def stop(self) -> None:
        self.pool.stop()  # type: ignore[no-untyped-call]

    def join(self) -> None:
        """Wait until the worker has ended; a pool stuck in half a message is left to the end of the program."""
        joining = Thread(target=self.pool.join, daemon=True)
        joining.start()
        joining.join(_FAREWELL)

    def _pool(self) -> "ProcessPool":
        from pebble import ProcessPool

        return ProcessPool(1, _LIFE, child.prepare, (self.work, self.limits, self.lives), self.context)


def _outcome(slot: _Slot, future: "Future[Any]", job: Job) -> tuple[bool, Outcome[Any]]:
    """Whether a worker died over a job, and what came of the job."""
    from pebble import ProcessExpired

    if slot.left() and not future.done():
        return True, crashed(job, 0)
    try:
        outcome: Outcome[Any] = future.result(timeout=0)
        return False, outcome
    except (ProcessExpired, BrokenProcessPool) as death:
        return True, crashed(job, getattr(death, "exitcode", None))
    except TimeoutError:  # the job's, or ours where no answer came at all
        return not future.done(), late(job, slot.limits.seconds)
    except Exception as error:  # what could not be sent
        return False, Outcome(job=job, failure=Failure(error=error, expected=False))
