"""``agreecheck FOLDER`` as a process: the same bytes for any number of workers, and an end that keeps what is done."""

import json
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from runs import PAPERS, SAMPLES, agreecheck, command, tree
from waiting import PROMPT, session, wait_for


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
    ("order", "times", "sign"),
    [
        (signal.SIGINT, 1, ".agreecheck.sqlite"),  # no worker has begun yet
        (signal.SIGINT, 1, "*.txt"),
        (signal.SIGINT, 5, "*.txt"),
        (signal.SIGTERM, 1, "*.txt"),
        (signal.SIGHUP, 2, "*.txt"),
    ],
)
def test_an_order_to_end_is_obeyed_at_once(
    folder: Path, tmp_path: Path, order: signal.Signals, times: int, sign: str
) -> None:
    many_papers(folder)
    out = tmp_path / "out"
    run = subprocess.Popen(
        command(folder, "-o", out), stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    wait_for(lambda: list(out.glob(sign)))
    for _ in range(times):
        run.send_signal(order)
        time.sleep(0.02)
    _, errors = run.communicate(timeout=PROMPT)
    assert run.returncode == 130
    assert b"Traceback" not in errors
    assert b"topped" in errors
    assert not (out / "index.txt").exists()
    wait_for(lambda: not session(run.pid), PROMPT)  # what serves the workers ends when nobody is left to serve


def many_papers(folder: Path) -> None:
    for n in range(60):
        shutil.copy(SAMPLES / "predatory.pdf", folder / f"more-{n:02}.pdf")
        with (folder / f"more-{n:02}.pdf").open("ab") as file:
            file.write(b"\n%" + str(n).encode())


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


def test_what_the_borrower_told_is_never_kept(tmp_path: Path) -> None:
    folder, out = tmp_path / "papers", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("还款协议\n甲方（债权人）：清川小额贷款有限公司\n乙方（债务人）：向以南\n", "utf-8")
    (tmp_path / "me.toml").write_text("income = 5432.10\nspending = 3210.98\n", "utf-8")
    agreecheck(folder, "-o", out, "--me", tmp_path / "me.toml", "--format", "json")
    assert {p.name for p in out.iterdir()} == {"a.txt.json", "b.txt.json", "index.json"}
