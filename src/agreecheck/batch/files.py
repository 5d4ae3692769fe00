"""Which files a call means: those named, and the supported ones below each folder."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePath

from msgspec.structs import replace

from agreecheck.batch.globs import IGNORE_FILE, Line, lines, matches
from agreecheck.errors import UsageError
from agreecheck.model.base import Frozen
from agreecheck.report.plain import in_a_line

SUPPORTED = (".pdf", ".docx", ".docm", ".dotx", ".dotm", ".txt")
IF_INCLUDED = (".md",)  # in most folders these are notes: they are taken where a pattern asks for them

STORE = ".agreecheck{}.sqlite"
"""How the store beside the reports is called, with the shard in it; its presence tells a folder of reports."""
STORES = STORE.format("*")
_STORE = re.compile(re.escape(STORE).replace(r"\{\}", ".*"))


class Job(Frozen):
    """One file to review, ``file`` as it is called below ``home``; ``name`` is how reports call it, in signs that no
    screen or file system minds. Thousands share one home, and mostly the name: they take little room."""

    home: Path
    file: str
    name: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.home / self.file


def named(path: Path) -> Job:
    """The job of a file that is named on its own."""
    return _job(path.parent, path.name)


def _job(home: Path, file: str) -> Job:
    name = in_a_line(file)
    return Job(home=home, file=file, name=file if name == file else name)


class Found(Frozen):
    """The jobs in a fixed order, and how many other files were passed over."""

    jobs: tuple[Job, ...]
    skipped: int = 0


class Choice(Frozen):
    """Which files of a folder are meant. ``include`` narrows, ``exclude`` and ignore files take out; ``apart`` is never
    looked into; ``shard`` (3, 200) takes the third of 200 parts."""

    recursive: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    apart: Path | None = None
    shard: tuple[int, int] | None = None


ALL = Choice()


def expand(names: Iterable[str]) -> list[Path]:
    """The paths that names on a command line stand for; patterns are for shells that leave them as they are."""
    paths: list[Path] = []
    for name in names:
        fitting = [] if os.path.lexists(name) or not glob.has_magic(name) else sorted(glob.glob(name, recursive=True))
        paths += map(Path, fitting or [name])
    return paths


def collect(paths: Iterable[Path], choice: Choice = ALL) -> Found:
    """All jobs of a call, each real file once, folders in the order of names. Links in a folder are not followed.

    Raises UsageError (code no_files) for a folder without any file that is meant.
    """
    jobs: list[Job] = []
    known: set[str] = set()
    skipped = 0
    for path in paths:
        if not path.is_dir():
            jobs += _new([named(path)], known)
            continue
        below = sorted(_below(path, choice), key=lambda file: file.replace("/", "\0"))  # folder by folder
        suffixes = SUPPORTED + IF_INCLUDED if choice.include else SUPPORTED
        fitting = [file for file in below if PurePath(file).suffix.lower() in suffixes]
        skipped += len(below) - len(fitting)
        if not fitting:
            raise UsageError("the folder holds no file to review.", where=str(path), code="no_files")
        jobs += _new((_job(path, file) for file in fitting), known)
    return Found(jobs=tuple(job for job in _distinct(jobs) if _in_shard(job, choice)), skipped=skipped)


def _new(jobs: Iterable[Job], known: set[str]) -> Iterator[Job]:
    """Those of the jobs whose real files are not known yet."""
    for job in jobs:
        real = os.path.realpath(job.path)
        if real not in known:
            known.add(real)
            yield job


def _below(top: Path, choice: Choice) -> Iterator[str]:
    """What regular files are called from there, those that are meant, neither hidden nor links, nor an office program's
    lock files, nor any in a folder that reports were written to."""
    include, exclude = lines(choice.include), lines(choice.exclude)
    ignored: dict[str, tuple[Line, ...]] = {}
    apart = choice.apart.resolve() if choice.apart and choice.apart.resolve() != top.resolve() else None
    for home, folders, files in os.walk(top, followlinks=False):
        inside = Path(home).relative_to(top).as_posix()
        if inside != "." and any(map(_STORE.fullmatch, files)):
            folders.clear()
            continue
        below = "" if inside == "." else f"{inside}/"
        ignore = ignored[below] = _ignored(Path(home), below, ignored)
        folders[:] = sorted(
            name
            for name in folders
            if choice.recursive and not name.startswith(".")
            if not any(matches(patterns, below + name, folder=True) for patterns in (exclude, ignore))
            if apart is None or Path(home, name).resolve() != apart
        )
        for name in files:
            path = Path(home, name)
            taken_out = any(matches(patterns, below + name) for patterns in (exclude, ignore))
            meant = not taken_out and (not include or matches(include, below + name))
            if meant and not name.startswith((".", "~$")) and path.is_file() and not path.is_symlink():
                yield below + name


def _ignored(home: Path, below: str, known: dict[str, tuple[Line, ...]]) -> tuple[Line, ...]:
    """What holds in a folder: its own ignore file comes after those above it, and so wins."""
    above = known[below[: below.rstrip("/").rfind("/") + 1]] if below else ()
    own = home / IGNORE_FILE
    if not own.is_file() or own.is_symlink():
        return above
    try:
        return (*above, *lines(own.read_text("utf-8-sig", "replace").splitlines(), below))
    except OSError as error:
        raise UsageError(error.strerror or "", where=str(own), code="permission") from error


def _in_shard(job: Job, choice: Choice) -> bool:
    """By the name alone, so that no file has to be read to know whose it is."""
    if choice.shard is None:
        return True
    part, parts = choice.shard
    return int(sha256(job.name.encode()).hexdigest(), 16) % parts == part - 1


def _distinct(jobs: Iterable[Job]) -> Iterator[Job]:
    """The jobs with names of their own, so that no report takes the place of another."""
    taken: set[str] = set()
    for job in jobs:
        name, turn = job.name, 2
        while name.lower() in taken:
            name = f"{turn}-{job.name}"
            turn += 1
        taken.add(name.lower())
        yield job if name == job.name else replace(job, name=name)
