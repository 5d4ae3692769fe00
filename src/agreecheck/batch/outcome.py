"""What comes of one file: a result, or the reason why there is none. Both travel between processes."""

import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from agreecheck.batch.files import Job
from agreecheck.errors import AgreecheckError, ReadError

T = TypeVar("T")


@dataclass(frozen=True)
class Failure:
    """Why a file came to nothing. ``error`` is what was raised; ``expected`` is False for a fault of the program."""

    error: Exception
    expected: bool


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of one file: a result, or the reason why there is none."""

    job: Job
    result: T | None = None
    failure: Failure | None = None


def review(job: Job, work: Callable[[Job], T]) -> Outcome[T]:
    """One file. Whatever goes wrong with it is told, never raised."""
    try:
        return Outcome(job=job, result=work(job))
    except (AgreecheckError, OSError, MemoryError) as error:
        return Outcome(job=job, failure=Failure(error=error, expected=True))
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # the last fence, for SystemExit too: one file's trouble must not cost the others
        told = fault if isinstance(fault, Exception) else RuntimeError(type(fault).__name__)
        told.add_note(traceback.format_exc())  # a trace does not travel, a note does
        return Outcome(job=job, failure=Failure(error=told, expected=False))


def late(job: Job, seconds: float) -> Outcome[Any]:
    """A job that took longer than it may."""
    return _failed(job, ReadError(f"{seconds:g}", code="timeout"))


def crashed(job: Job, code: int | None) -> Outcome[Any]:
    """A job whose process ended with this exit code, the negative number of a signal, or in a way unknown."""
    return _failed(job, ReadError(_manner(code), code="crash"))


def _failed(job: Job, error: ReadError) -> Outcome[Any]:
    return Outcome(job=job, failure=Failure(error=error, expected=True))


def _manner(code: int | None) -> str:
    """The signal or exit code a process ended with."""
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return "" if code is None else str(code)


def portable(outcome: Outcome[T]) -> Outcome[T]:
    """The outcome with an exception that survives the way to another process; some libraries' own do not."""
    if outcome.failure is None:
        return outcome
    try:
        pickle.loads(pickle.dumps(outcome.failure.error))
        return outcome
    except Exception:
        stand_in = RuntimeError(type(outcome.failure.error).__name__)
        return Outcome(job=outcome.job, failure=Failure(error=stand_in, expected=outcome.failure.expected))
