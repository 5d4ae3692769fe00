"""Only what is new or changed is read: results come out of the store, in the order of the files."""

import hashlib
import stat
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

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
Begin = Callable[[Sequence[Job]], Ended]


def review_all(jobs: Sequence[Job], store: Store, begin: Begin) -> Generator[Outcome[bytes], None, None]:
    """What came of each job, in order. ``begin`` reviews those whose content the store does not know, each content
    once, and tells them by place as they end; a result is kept the moment it is told. Failures are not kept: the next
    run tries again."""
    digests = [_digest(job) for job in jobs]
    todo: dict[str, Job] = {}
    for job, digest in zip(jobs, digests, strict=True):
        if isinstance(digest, str) and not store.has(_key(job, digest)):
            todo.setdefault(_key(job, digest), job)
    failed: dict[str, Failure] = {}
    with closing(begin(tuple(todo.values()))) as ended:
        ending = _kept(ended, tuple(todo), store, failed)
        for job, digest in zip(jobs, digests, strict=True):
            if not isinstance(digest, str):
                yield Outcome(job=job, failure=Failure(error=digest, expected=True))
                continue
            key = _key(job, digest)
            while key in todo:
                del todo[next(ending)]
            if key in failed:
                yield Outcome(job=job, failure=failed[key])
            else:
                yield Outcome(job=job, result=store.get(key))


def _kept(ended: Ended, keys: tuple[str, ...], store: Store, failed: dict[str, Failure]) -> Iterator[str]:
    """The keys of jobs as they end, each result in the store, each failure with the others."""
    for n, outcome in ended:
        key, result = keys[n], outcome.result
        if result is not None and _key(outcome.job, result.digest) == key:
            store.put(key, result.packed)
        else:
            failed[key] = outcome.failure or Failure(error=ReadError("", code="changed"), expected=True)
        yield key


def _key(job: Job, digest: str) -> str:
    """How a file is read depends on its suffix too."""
    return f"{digest}{job.path.suffix.lower()}"


def _digest(job: Job) -> str | Exception:
    """The sha256 of a file, or why it will not be read: what has no end or takes long is not even opened here."""
    try:
        seen = job.path.stat()
        if not stat.S_ISREG(seen.st_mode):
            return ReadError("this is no file.", code="missing")
        if seen.st_size > MOST_BYTES:
            return too_big(job.path.name)
        with job.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return error
