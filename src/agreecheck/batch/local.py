"""Review files one after another in this process."""

from collections.abc import Callable, Iterable, Iterator

from agreecheck.batch.files import Job
from agreecheck.errors import AgreecheckError
from agreecheck.model.base import Frozen
from agreecheck.model.finding import Report


class Failure(Frozen):
    """Why a file has no report. ``error`` is what was raised; ``expected`` is False for a fault of the program."""

    error: Exception
    expected: bool


class Outcome(Frozen):
    """What came of one file: a report, or the reason why there is none."""

    job: Job
    report: Report | None = None
    failure: Failure | None = None


def review(job: Job, check: Callable[[Job], Report]) -> Outcome:
    """One file. Whatever goes wrong with it is told, never raised."""
    try:
        return Outcome(job=job, report=check(job))
    except (AgreecheckError, OSError, MemoryError) as error:
        return Outcome(job=job, failure=Failure(error=error, expected=True))
    except Exception as error:  # the last fence: one file's trouble must not cost the others
        return Outcome(job=job, failure=Failure(error=error, expected=False))


def review_all(jobs: Iterable[Job], check: Callable[[Job], Report]) -> Iterator[Outcome]:
    """Every file in order, each as it is done."""
    for job in jobs:
        yield review(job, check)
