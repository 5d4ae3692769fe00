"""Only what is new or changed is read: results come out of the store, in the order of the files."""

import hashlib
import stat
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import count

from agreecheck.batch.files import Job
from agreecheck.batch.outcome import Failure, Outcome
from agreecheck.batch.store import Store
from agreecheck.errors import ReadError
from agreecheck.model.base import Frozen
from agreecheck.read.choose import MOST_BYTES, too_big


class Reviewed(Frozen):
    """A result as it is kept, and the sha256 of the bytes it was made from."""

    digest: str
    packed: bytes


Ended = Generator[tuple[int, Outcome[Reviewed]], None, None]
Begin = Callable[[Iterable[Job]], Ended]


def review_all(jobs: Iterable[Job], store: Store, begin: Begin) -> Generator[Outcome[bytes], None, None]:
    """What came of each job, in order. ``begin`` reviews those whose content the store does not know, each content
    once, and tells them by place as they end; a result is kept the moment it is told. Failures are not kept: the next
    run tries again."""
    run = _Run(store)
    with closing(begin(run.to_review(jobs))) as ended:
        for job in jobs:
            while run.is_behind() and (one := next(ended, None)):
                run.keep(*one)
            key = run.ahead.popleft()
            failure = key if isinstance(key, Failure) else run.failed.get(key)
            yield Outcome(job=job, failure=failure) if failure else Outcome(job=job, result=store.get(str(key)))


class _Run:
    """What is known of jobs that are not told yet: ``ahead`` is the key of each, or why it has none, ``begun`` by place
    the keys under review, ``failed`` those that came to nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.ahead: deque[str | Failure] = deque()
        self.begun: dict[int, str] = {}
        self.failed: dict[str, Failure] = {}

    def to_review(self, jobs: Iterable[Job]) -> Iterator[Job]:
        """The jobs to review; each is looked at when its turn comes."""
        places = count()
        for job in jobs:
            key = _key(job)
            self.ahead.append(key)
            if isinstance(key, str) and not self._is_known(key):
                self.begun[next(places)] = key
                yield job

    def is_behind(self) -> bool:
        """Whether the next job cannot be told yet."""
        return not self.ahead or self.ahead[0] in self.begun.values()

    def keep(self, place: int, outcome: Outcome[Reviewed]) -> None:
        """A result goes into the store, a failure to the others."""
        key, result = self.begun.pop(place), outcome.result
        if result is not None and _named(outcome.job, result.digest) == key:
            self.store.put(key, result.packed)
        else:
            self.failed[key] = outcome.failure or Failure(error=ReadError("", code="changed"), expected=True)

    def _is_known(self, key: str) -> bool:
        return key in self.begun.values() or key in self.failed or self.store.has(key)


def _key(job: Job) -> str | Failure:
    """What stands for a file in the store, or why it will not be read: what has no end or takes long is not even opened
    here."""
    try:
        seen = job.path.stat()
        if not stat.S_ISREG(seen.st_mode):
            raise ReadError("this is no file.", code="missing")
        if seen.st_size > MOST_BYTES:
            raise too_big(job.path.name)
        with job.path.open("rb") as file:
            return _named(job, hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, ReadError) as error:
        return Failure(error=error.with_traceback(None), expected=True)


def _named(job: Job, digest: str) -> str:
    """How a file is read depends on its suffix too."""
    return f"{digest}{job.path.suffix.lower()}"
