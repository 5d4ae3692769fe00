"""``agreecheck FOLDER`` as a process: the same bytes for any number of workers, and an end that keeps what is done."""

import json
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PAPERS = ("debt-buyer.pdf", "deferral.docx", "goods.pdf", "lease.pdf", "hardship.docx", "debt-buyer-scan.pdf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "papers"
    home.mkdir()
    for name in PAPERS:
        shutil.copy(SAMPLES / name, home)
    (home / "broken.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    return home


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "agreecheck", *map(str, words), "--as-of", "2026-11-01", "--lang", "en"]


def agreecheck(*words: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command(*words), capture_output=True, timeout=120, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.startswith(".agreecheck.")
    }


def test_one_worker_and_three_write_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    one = agreecheck(folder, "-o", tmp_path / "one", "--format", "json", "--jobs", 1)
    three = agreecheck(folder, "-o", tmp_path / "three", "--format", "json", "--jobs", 3)
    assert one.returncode == three.returncode == 3
    assert one.stdout == three.stdout
    assert tree(tmp_path / "one") == tree(tmp_path / "three")
    assert set(tree(tmp_path / "one")) == {f"{name}.json" for name in (*PAPERS, "broken.pdf", "index")}


def test_a_report_of_the_folder_is_the_report_of_the_file(folder: Path, tmp_path: Path) -> None:
    agreecheck(folder, "-o", tmp_path / "out", "--format", "json")
    alone = agreecheck(folder / "goods.pdf", "--format", "json")
    assert (tmp_path / "out" / "goods.pdf.json").read_bytes() == alone.stdout


@pytest.mark.parametrize(
    ("order", "times", "after"),
    [
        (signal.SIGINT, 1, 0.3),
        (signal.SIGINT, 1, 3.0),
        (signal.SIGINT, 5, 3.0),
        (signal.SIGTERM, 1, 3.0),
        (signal.SIGHUP, 2, 3.0),
    ],
)
def test_an_order_to_end_is_obeyed_within_two_seconds(
    folder: Path, tmp_path: Path, order: signal.Signals, times: int, after: float
) -> None:
    many_papers(folder)
    run = subprocess.Popen(
        command(folder, "-o", tmp_path / "out"), stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    time.sleep(after)
    start = time.monotonic()
    for _ in range(times):
        run.send_signal(order)
        time.sleep(0.02)
    _, errors = run.communicate(timeout=20)
    assert time.monotonic() - start < 2
    assert run.returncode == 130
    assert b"Traceback" not in errors
    assert b"topped" in errors
    while session(run.pid):  # what serves the workers ends when it sees that nobody is left to serve
        assert time.monotonic() - start < 3


def many_papers(folder: Path) -> None:
    for n in range(60):
        shutil.copy(SAMPLES / "predatory.pdf", folder / f"more-{n:02}.pdf")
        with (folder / f"more-{n:02}.pdf").open("ab") as file:
            file.write(b"\n%" + str(n).encode())


def session(leader: int) -> set[int]:
    """The processes of a session that are there and not just waiting to be counted."""
    alive = set()
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, of = place.read_text().rsplit(")", 1)[1].split()[:4]
            alive |= {int(place.parent.name)} if int(of) == leader and state != "Z" else set()
    return alive


def test_json_lines_come_as_they_are_done_with_failures_in_their_place(folder: Path) -> None:
    done = agreecheck(folder, "--format", "jsonl", "--quiet")
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [line["file"] for line in lines] == sorted((*PAPERS, "broken.pdf"))
    assert [line["file"] for line in lines if "error" in line["report"]] == ["broken.pdf"]
    alone = json.loads(agreecheck(folder / "goods.pdf", "--format", "json").stdout)
    assert next(line["report"] for line in lines if line["file"] == "goods.pdf") == alone
    assert done.stderr == b""


def test_json_of_a_folder_is_one_object_in_the_usual_form(folder: Path) -> None:
    printed = agreecheck(folder, "--format", "json", "--include", "goods.pdf", "--include", "b*").stdout.decode()
    whole = json.loads(printed)
    assert [report["source"]["name"] for report in whole["reports"]] == ["broken.pdf", "goods.pdf"]
    assert printed == json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def test_json_lines_into_a_folder_are_one_whole_file(folder: Path, tmp_path: Path) -> None:
    streamed = agreecheck(folder, "--format", "jsonl").stdout
    agreecheck(folder, "--format", "jsonl", "-o", tmp_path / "out")
    assert tree(tmp_path / "out")["reports.jsonl"] == streamed
    assert set(tree(tmp_path / "out")) == {"reports.jsonl", "index.jsonl"}


def test_shards_together_are_the_whole(folder: Path, tmp_path: Path) -> None:
    agreecheck(folder, "--format", "json", "-o", tmp_path / "whole")
    for part in ("1/2", "2/2"):
        agreecheck(folder, "--format", "json", "-o", tmp_path / "parts", "--shard", part)
    whole, parts = tree(tmp_path / "whole"), tree(tmp_path / "parts")
    assert set(parts) - set(whole) == {"index-1-of-2.json", "index-2-of-2.json"}
    assert {name: parts[name] for name in whole if name != "index.json"} == {
        name: data for name, data in whole.items() if name != "index.json"
    }


def test_reports_inside_the_folder_are_not_reviewed_the_next_time(folder: Path) -> None:
    first = agreecheck(folder, "-o", folder / "out", "--exclude", "*.docx", "--quiet")
    again = agreecheck(folder, "-o", folder / "out", "--exclude", "*.docx")
    assert first.stdout == first.stderr == b""
    assert b"[5/5]" in again.stderr


def test_reports_do_not_go_among_the_papers(folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = agreecheck(folder, "-o", folder)
    assert done.returncode == 2
    assert b"folder of its own" in done.stderr
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("part", ["0/2", "3/2", "x", "1", "1/0", "-1/2"])
def test_a_part_that_is_none_is_wrong_use(folder: Path, part: str) -> None:
    assert agreecheck(folder, f"--shard={part}").returncode == 2


def test_a_name_as_long_as_names_can_be_has_its_report_too(folder: Path, tmp_path: Path) -> None:
    name = "协" * 83 + ".txt"  # 253 bytes
    (folder / name).write_text("租赁合同")
    done = agreecheck(
        folder, "--include", "*.txt", "--include", "lease.pdf", "-o", tmp_path / "out", "--format", "html"
    )
    assert done.returncode == 3, done.stderr.decode()
    reports = sorted(path for path in tree(tmp_path / "out") if path != "index.html")
    assert len(reports) == 2
    assert all(len(path.encode()) < 255 for path in reports)


def test_what_the_borrower_told_is_never_kept(tmp_path):
    folder, out = tmp_path / "papers", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("还款协议\n甲方（债权人）：清川小额贷款有限公司\n乙方（债务人）：向以南\n", "utf-8")
    (tmp_path / "me.toml").write_text("income = 5432.10\nspending = 3210.98\n", "utf-8")
    agreecheck(folder, "-o", out, "--me", tmp_path / "me.toml", "--format", "json")
    assert {p.name for p in out.iterdir()} == {"a.txt.json", "b.txt.json", "index.json"}
