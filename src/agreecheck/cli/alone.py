"""One paper with the limits of a call: whatever is in it, the command goes on and says why there is no report."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from agreecheck.batch.alone import review_alone
from agreecheck.batch.files import Job, named
from agreecheck.batch.outcome import Outcome, review
from agreecheck.cli.folder import limits
from agreecheck.cli.review import STANDARD_INPUT, reviewed, shown
from agreecheck.errors import ReadError
from agreecheck.model.given import Given
from agreecheck.report.shape import View

T = TypeVar("T")
UNREADABLE = (ReadError, OSError, MemoryError)
"""What says that there is no report on a file, and why."""


def alone(options: argparse.Namespace, job: Job, work: Callable[[Job], T]) -> Outcome[T]:
    """What came of the work on one file, done in a process of its own."""
    from_input = job.path == Path(STANDARD_INPUT)  # whoever types may take his time
    return review(job, work) if from_input else review_alone(job, work, limits(options))


def result(options: argparse.Namespace, job: Job, work: Callable[[Job], T]) -> T:
    """The result of the work. Raises one of UNREADABLE, also where it was ended, and what a fault of ours raised."""
    outcome = alone(options, job, work)
    if outcome.failure:
        raise outcome.failure.error
    assert outcome.result is not None
    return outcome.result


def seen(options: argparse.Namespace, brought: Given) -> View:
    """What may be shown of the one paper that is named. Raises one of UNREADABLE."""
    as_of = options.as_of or date.today()
    job = named(Path(options.file))
    return result(options, job, lambda job: shown(options, reviewed(options, job, as_of, brought), brought))
