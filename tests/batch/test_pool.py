"""One file's trouble costs that file alone, whatever it does to its process."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from mischief import Mischief
from waiting import PROMPT, alive, wait_for

from agreecheck.batch.child import Limits
from agreecheck.batch.files import Job, named
from agreecheck.batch.outcome import Outcome
from agreecheck.batch.pool import _SILENCE, review_all

MEMORY = 1024**3


def jobs(folder: Path, *texts: str) -> list[Job]:
    made = []
    for n, text in enumerate(texts):
        path = folder / f"{n:02}"
        path.write_text(text)
        made.append(named(path))
    return made


def run(tmp_path: Path, *texts: str, workers: int = 2, seconds: float = 20) -> list[Outcome[bytes]]:
    limits = Limits(jobs=workers, seconds=seconds, memory=MEMORY)
    ended = dict(review_all(jobs(tmp_path, *texts), Mischief(tmp_path / "log"), limits))
    return [ended[n] for n in range(len(texts))]


def said(outcome: Outcome[bytes]) -> str:
    """The result, or the code and text of the error."""
    if outcome.failure is None:
        assert outcome.result is not None
        return outcome.result.decode()
    error = outcome.failure.error
    return f"{getattr(error, 'code', type(error).__name__)}: {getattr(error, 'what', error)}"


def begun(tmp_path: Path) -> Counter[str]:
    return Counter(line.split()[0] for line in (tmp_path / "log").read_text().splitlines())


@pytest.mark.parametrize("workers", [1, 3])
def test_every_file_has_one_outcome_whatever_the_others_do(tmp_path: Path, workers: int) -> None:
    texts = ("good", "die", "fine", "refuse", "odd", "leave 7", "well", "die-once x", "leave 0", "exit", "last")
    outcomes = run(tmp_path, *texts, workers=workers)
    assert [said(o) for o in outcomes] == [
        "GOOD",
        "crash: SIGKILL",
        "FINE",
        "damaged: no",
        "RuntimeError: Odd",
        "crash: 7",
        "WELL",
        "DIE-ONCE X",
        "crash: 0",
        "RuntimeError: SystemExit",
        "LAST",
    ]
    assert [o.job.name for o in outcomes] == [f"{n:02}" for n in range(len(texts))]
    assert [o.failure.expected for o in outcomes if o.failure] == [True, True, False, True, True, False]


def test_a_crash_is_tried_once_more_and_nothing_else_twice(tmp_path: Path) -> None:
    run(tmp_path, "good", "die", "slow", "die-once x", "fine", "slow", "last")
    counts = begun(tmp_path)
    del counts["warm"]
    assert counts == {"00": 1, "01": 2, "02": 1, "03": 2, "04": 1, "05": 1, "06": 1}


@pytest.mark.parametrize("word", ["hang", "stuck", "deaf"])
def test_a_file_that_never_ends_costs_its_own_time_alone(tmp_path: Path, word: str) -> None:
    start = time.monotonic()
    outcomes = run(tmp_path, word, "good", "fine", "well", "last", seconds=4)
    assert [said(o) for o in outcomes] == ["timeout: 4", "GOOD", "FINE", "WELL", "LAST"]
    assert time.monotonic() - start < 4 + _SILENCE  # nobody had to be given up
    assert begun(tmp_path)["00"] == 1


def test_a_file_that_eats_memory_is_refused_and_the_worker_goes_on(tmp_path: Path) -> None:
    outcomes = run(tmp_path, "eat", "good", "eat", workers=1)
    assert [said(o).split(":")[0] for o in outcomes] == ["MemoryError", "GOOD", "MemoryError"]
    assert begun(tmp_path)["warm"] == 1


def test_the_work_is_warmed_once_a_worker(tmp_path: Path) -> None:
    run(tmp_path, *["good"] * 12, workers=2)
    lines = (tmp_path / "log").read_text().splitlines()
    pids = {line.split()[1] for line in lines}
    assert begun(tmp_path)["warm"] == len(pids) <= 2


def test_a_worker_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    work, limits = Mischief(tmp_path / "log"), Limits(jobs=2, seconds=20)
    ended: dict[int, Outcome[bytes]] = {}
    with closing(review_all(jobs(tmp_path, *["slow"] * 12), work, limits)) as outcomes:
        for n, outcome in outcomes:
            ended[n] = outcome
            if len(ended) in (3, 6):
                os.kill(int((tmp_path / "log").read_text().splitlines()[-1].split()[1]), signal.SIGKILL)
    assert [said(ended[n]) for n in range(12)] == ["SLOW"] * 12


@pytest.mark.parametrize("word", ["hang", "stuck", "deaf"])
def test_closing_early_ends_all_workers_at_once(tmp_path: Path, word: str) -> None:
    outcomes = review_all(jobs(tmp_path, "good", *[word] * 4), Mischief(tmp_path / "log"), Limits(jobs=4, seconds=200))
    next(outcomes)
    wait_for(lambda: begun(tmp_path).keys() >= {"01", "02", "03"})
    start = time.monotonic()
    outcomes.close()
    assert time.monotonic() - start < PROMPT
    for line in (tmp_path / "log").read_text().splitlines():
        assert not alive(int(line.split()[1])), line


def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from mischief import Mischief\n"
        "from agreecheck.batch.child import Limits\n"
        "from agreecheck.batch.files import named\n"
        "from agreecheck.batch.pool import _SILENCE, review_all\n"
        "home = Path(sys.argv[2])\n"
        "if __name__ == '__main__':\n"
        "    jobs = [named(home / n) for n in ('00', '01')]\n"
        "    list(review_all(jobs, Mischief(home / 'log'), Limits(jobs=2, seconds=1)))\n"
    )
    (tmp_path / "run.py").write_text(program)
    jobs(tmp_path, "slow", "hang")
    parent = subprocess.Popen([sys.executable, str(tmp_path / "run.py"), str(Path(__file__).parent), str(tmp_path)])
    wait_for(lambda: (tmp_path / "log").exists() and "01 " in (tmp_path / "log").read_text())
    parent.kill()
    parent.wait()
    pids = {int(line.split()[1]) for line in (tmp_path / "log").read_text().splitlines()}
    wait_for(lambda: not any(alive(pid) for pid in pids))
