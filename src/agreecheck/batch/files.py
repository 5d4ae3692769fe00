"""Which files a call means: those named, and the supported ones below each folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from agreecheck.errors import UsageError
from agreecheck.model.base import Frozen

SUPPORTED = (".pdf", ".docx", ".docm", ".dotx", ".dotm", ".txt", ".md")


class Job(Frozen):
    """One file to review; ``name`` is how reports call it: its path below the folder it was found in."""

    path: Path
    name: str


class Found(Frozen):
    """The jobs in a fixed order, and how many other files were passed over."""

    jobs: tuple[Job, ...]
    skipped: int = 0


def collect(paths: Iterable[Path]) -> Found:
    """All jobs of a call, each real file once, folders in the order of names. Links out of a folder are not followed.

    Raises UsageError (code no_files) for a folder without any supported file.
    """
    jobs: dict[Path, Job] = {}
    skipped = 0
    for path in paths:
        if not path.is_dir():
            jobs.setdefault(path.resolve(), Job(path=path, name=path.name))
            continue
        below = sorted(_below(path))
        fitting = [p for p in below if p.suffix.lower() in SUPPORTED]
        skipped += len(below) - len(fitting)
        if not fitting:
            raise UsageError("the folder holds no file to review.", where=str(path), code="no_files")
        for file in fitting:
            jobs.setdefault(file.resolve(), Job(path=file, name=file.relative_to(path).as_posix()))
    return Found(jobs=_distinct(jobs.values()), skipped=skipped)


def _below(folder: Path) -> Iterator[Path]:
    """Regular files, neither hidden nor links, nor an office program's lock files."""
    for home, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(home, name)
            if not name.startswith((".", "~$")) and path.is_file() and not path.is_symlink():
                yield path


def _distinct(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs with names of their own, so that no report takes the place of another."""
    taken: set[str] = set()
    named = []
    for job in jobs:
        name, turn = job.name, 2
        while name.lower() in taken:
            name = f"{turn}-{job.name}"
            turn += 1
        taken.add(name.lower())
        named.append(Job(path=job.path, name=name))
    return tuple(named)
