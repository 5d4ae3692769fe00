"""Work on files one after another in this process."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from agreecheck.batch.files import Job
from agreecheck.errors import AgreecheckError

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
    except Exception as error:  # the last fence: one file's trouble must not cost the others
        return Outcome(job=job, failure=Failure(error=error, expected=False))


def review_all(jobs: Iterable[Job], work: Callable[[Job], T]) -> Iterator[Outcome[T]]:
    """Every file in order, each as it is done."""
    for job in jobs:
        yield review(job, work)
