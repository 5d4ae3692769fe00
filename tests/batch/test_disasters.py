"""Papers that break what reads them, as a folder and one alone: each costs itself, and is told with its reason."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from runs import HANGS, SAMPLES, command

HOSTILE = Path(__file__).parent / "hostile"
REASONS = {"crash": "crash", "killed": "crash", "stuck": "timeout", "eats": "memory"}


def agreecheck(home: Path, *words: object) -> "subprocess.CompletedProcess[str]":
    return among_mischief(home, command(*words, "--no-second-reader", "--timeout", 15))


def among_mischief(home: Path, command: list[str]) -> "subprocess.CompletedProcess[str]":
    path = os.pathsep.join(filter(None, (str(HOSTILE), os.environ.get("PYTHONPATH"))))
    ours = {"PYTHONPATH": path, "MISCHIEF_LOG": str(home / "log")}
    return subprocess.run(
        command, capture_output=True, timeout=HANGS, env=os.environ | ours, text=True, check=False, cwd=home
    )


def paper(home: Path, name: str) -> Path:
    """A sound paper under a name that means mischief."""
    path = home / "papers" / f"{name}.pdf"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(SAMPLES / "goods.pdf", path)
    with path.open("ab") as file:
        file.write(b"\n%" + name.encode())
    return path


def read(home: Path) -> Counter[str]:
    return Counter(line.split()[0].removesuffix(".pdf") for line in (home / "log").read_text().splitlines())


def test_each_costs_itself_and_the_next_run_tries_those_alone(tmp_path: Path) -> None:
    good = {"a", "chat", "m", "z"}
    for name in (*REASONS, *good):
        paper(tmp_path, name)
    first = agreecheck(tmp_path, tmp_path / "papers", "-o", tmp_path / "out", "--format", "json", "--jobs", 2)
    assert first.returncode == 3, first.stderr
    assert "chat\n" not in first.stdout + first.stderr
    told = json.loads((tmp_path / "out" / "index.json").read_text())["summary"]
    assert [row["file"] for row in told] == sorted(f"{name}.pdf" for name in (*REASONS, *good))
    assert {row["file"].removesuffix(".pdf") for row in told if not row["failed"]} == good
    assert read(tmp_path) == Counter({**dict.fromkeys((*REASONS, *good), 1), "crash": 2, "killed": 2})
    (tmp_path / "log").unlink()
    agreecheck(tmp_path, tmp_path / "papers", "-o", tmp_path / "out", "--format", "json", "--jobs", 2)
    assert set(read(tmp_path)) == set(REASONS)


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_one_alone_is_told_with_its_reason_too(tmp_path: Path, name: str, reason: str) -> None:
    done = agreecheck(tmp_path, paper(tmp_path, name), "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"]["code"] == reason
    assert len(done.stderr.splitlines()) == 1


def test_one_alone_is_heard_without_what_libraries_print(tmp_path: Path) -> None:
    done = agreecheck(tmp_path, paper(tmp_path, "chat"), "--format", "json")
    assert json.loads(done.stdout)["source"]["name"] == "chat.pdf"
    assert done.stderr == ""


@pytest.mark.parametrize("limit", ["command", "configuration"])
@pytest.mark.parametrize("verb", ["simulate", "ask", "text"])
def test_no_command_that_reads_a_paper_waits_for_one_that_never_ends(tmp_path: Path, verb: str, limit: str) -> None:
    words = [sys.executable, "-m", "agreecheck", verb, str(paper(tmp_path, "stuck")), "--lang", "en"]
    if limit == "command":
        words += ["--timeout", "3"]
    else:
        (tmp_path / "agreecheck.toml").write_text("timeout = 3")
    done = among_mischief(tmp_path, words)
    assert (done.returncode, done.stdout) == (3, "")
    assert "took longer than 3 seconds" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("name", "said"), [("crash", "SIGSEGV"), ("eats", "too big for the memory")])
@pytest.mark.parametrize("verb", ["simulate", "ask", "text"])
def test_every_command_that_reads_a_paper_outlives_it(tmp_path: Path, verb: str, name: str, said: str) -> None:
    words = [sys.executable, "-m", "agreecheck", verb, str(paper(tmp_path, name)), "--lang", "en"]
    done = among_mischief(tmp_path, words)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["jsonl", "json", "terminal"])
def test_where_the_output_has_no_room_left_is_one_sentence(tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        paper(tmp_path, name)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(tmp_path / "papers", "--no-second-reader", "--quiet", "--format", form),
            stdout=full, stderr=subprocess.PIPE, timeout=HANGS, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("agreecheck: stdout: Cannot write there")
    assert len(done.stderr.splitlines()) == 1
