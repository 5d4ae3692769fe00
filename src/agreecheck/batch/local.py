"""Work on files one after another in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from agreecheck.batch.files import Job
from agreecheck.batch.outcome import Failure, Outcome, review

__all__ = ["Failure", "Outcome", "review", "review_all"]

T = TypeVar("T")


def review_all(jobs: Iterable[Job], work: Callable[[Job], T]) -> Iterator[Outcome[T]]:
    """Every file in order, each as it is done."""
    for job in jobs:
        yield review(job, work)
