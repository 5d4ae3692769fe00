"""Nothing is read twice without need, nothing is lost, and what comes out does not show that a run was ended."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from runs import SAMPLES, agreecheck, command, tree
from waiting import wait_for

from agreecheck.batch.files import Job, named
from agreecheck.batch.outcome import Outcome, review
from agreecheck.batch.resume import Ended, Reviewed, review_all
from agreecheck.batch.store import Store
from agreecheck.errors import ReadError, UsageError


class Reader:
    """Upper case of each file; remembers which files it was given."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def begin(self, jobs: Sequence[Job]) -> Ended:
        """The last first: results must not depend on the order they end in."""
        for n, job in reversed(list(enumerate(jobs))):
            yield n, review(job, self.work)

    def work(self, job: Job) -> Reviewed:
        self.read.append(job.name)
        data = job.path.read_bytes()
        if data.startswith(b"bad"):
            raise ReadError("no", code="damaged")
        if data.startswith(b"moving"):
            data += b" on"
        return Reviewed(digest=hashlib.sha256(data).hexdigest(), packed=data.upper())


@pytest.fixture
def papers(tmp_path: Path) -> list[Job]:
    texts = {"a.txt": "one", "b.txt": "two", "c.txt": "one", "d.md": "one", "e.txt": "bad", "f.txt": "bad"}
    return [job(tmp_path / name, text) for name, text in texts.items()]


def job(path: Path, text: str) -> Job:
    path.write_text(text)
    return named(path)


def run(jobs: list[Job], store: Store) -> tuple[list[Outcome[bytes]], list[str]]:
    reader = Reader()
    return list(review_all(jobs, store, reader.begin)), sorted(reader.read)


def test_one_content_is_read_once_and_told_for_each_file(papers: list[Job]) -> None:
    with Store(None, "s") as store:
        outcomes, read = run(papers, store)
    assert [o.job.name for o in outcomes] == ["a.txt", "b.txt", "c.txt", "d.md", "e.txt", "f.txt"]
    assert [o.result for o in outcomes] == [b"ONE", b"TWO", b"ONE", b"ONE", None, None]
    assert [str(o.failure.error) for o in outcomes if o.failure] == ["no", "no"]
    assert read == ["a.txt", "b.txt", "d.md", "e.txt"]  # how a file is read depends on its suffix


def test_the_next_run_reads_what_is_new_changed_or_failed(papers: list[Job], tmp_path: Path) -> None:
    with Store(tmp_path / "out" / "store", "s") as store:
        first, _ = run(papers, store)
    job(tmp_path / "b.txt", "three")
    more = [*papers, job(tmp_path / "g.txt", "four")]
    with Store(tmp_path / "out" / "store", "s") as store:
        second, read = run(more, store)
    assert read == ["b.txt", "e.txt", "g.txt"]
    assert [o.result for o in second] == [b"ONE", b"THREE", b"ONE", b"ONE", None, None, b"FOUR"]
    assert [o.result for o in first[:1]] == [b"ONE"]


def test_other_settings_know_nothing_of_these(papers: list[Job], tmp_path: Path) -> None:
    for settings in ("s", "t"):
        with Store(tmp_path / "store", settings) as store:
            assert run(papers, store)[1] == ["a.txt", "b.txt", "d.md", "e.txt"]


def test_what_was_told_before_the_end_is_kept(papers: list[Job], tmp_path: Path) -> None:
    with Store(tmp_path / "store", "s") as store:
        outcomes = review_all(papers, store, Reader().begin)
        next(outcomes)  # the first file ends last here: all have been read
        outcomes.close()
    with Store(tmp_path / "store", "s") as store:
        assert run(papers, store)[1] == ["e.txt"]


def test_a_file_that_changed_while_it_was_read_has_no_result(tmp_path: Path) -> None:
    with Store(None, "s") as store:
        ((outcome,), _) = run([job(tmp_path / "m.txt", "moving")], store)
    assert outcome.failure is not None
    assert getattr(outcome.failure.error, "code", "") == "changed"


def test_what_has_no_end_or_is_far_too_big_holds_nobody_up(papers: list[Job], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with (tmp_path / "big.pdf").open("wb") as file:
        file.truncate(2**40)  # a terabyte that takes no room
    odd = [named(tmp_path / name) for name in ("pipe.pdf", "big.pdf")]
    with Store(None, "s") as store:
        outcomes, read = run([*odd, *papers[:2]], store)
    assert [getattr(o.failure.error, "code", "") for o in outcomes if o.failure] == ["missing", "too_big"]
    assert read == ["a.txt", "b.txt"]


def test_a_file_that_is_gone_is_told_in_its_place(papers: list[Job], tmp_path: Path) -> None:
    (tmp_path / "b.txt").unlink()
    with Store(None, "s") as store:
        outcomes, _ = run(papers, store)
    assert outcomes[1].failure is not None
    assert isinstance(outcomes[1].failure.error, FileNotFoundError)
    assert outcomes[2].result == b"ONE"


@pytest.mark.parametrize("content", [b"no database at all, just words" * 50, b""])
def test_a_spoilt_store_is_begun_anew(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(content)
    with Store(tmp_path / "store", "s") as store:
        store.put("a", b"1")
        assert store.get("a") == b"1"


def test_a_store_of_another_form_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "store") as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with Store(tmp_path / "store", "s") as store:
        assert store.get("a") is None


def test_a_store_has_one_writer_and_is_the_owners_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "store", "s"):
        assert (tmp_path / "store").stat().st_mode & 0o077 == 0
        with pytest.raises(UsageError) as raised:
            Store(tmp_path / "store", "s")
    assert raised.value.code == "busy"
    Store(tmp_path / "store", "s").close()


def test_a_run_that_is_killed_and_begun_again_writes_what_an_undisturbed_one_does(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    for name in ("goods.pdf", "predatory.pdf", "debt-buyer.pdf"):
        for n in range(8):
            shutil.copy(SAMPLES / name, papers / f"{n}-{name}")
            with (papers / f"{n}-{name}").open("ab") as file:
                file.write(b"\n%" + str(n // 2).encode())  # each content twice
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    words = (papers, "--format", "json", "--jobs", 2, "-o")
    agreecheck(*words, tmp_path / "whole")
    expected = tree(tmp_path / "whole")
    assert len(expected) == 26
    for least in (1, 5, 9):  # killed when so many reports are there
        run = subprocess.Popen(command(*words, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda least=least, run=run: len(list(out.glob("*.json"))) >= least or run.poll() is not None)
        run.kill()
        run.wait()
    (out / ".agreecheck-half").write_text("half a rep")
    done = agreecheck(*words, out)
    assert done.returncode == 3, done.stderr.decode()
    assert tree(out) == expected
