"""Which files a call means, and that one file's trouble stays its own."""

import os
from pathlib import Path

import pytest

from agreecheck.batch.files import Job, collect, named
from agreecheck.batch.outcome import review
from agreecheck.errors import ReadError, UsageError
from cli.test_command_line import FAST, PLAN, run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in (
        "b.pdf",
        "a.DOCX",
        "sub/c.txt",
        "sub/deep/d.docx",
        "photo.jpg",
        ".hidden.pdf",
        "~$a.docx",
        ".git/e.pdf",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(*paths: Path) -> list[str]:
    return [job.name for job in collect(paths).jobs]


def test_a_folder_means_its_supported_files_in_order(home: Path) -> None:
    found = collect([home])
    assert [job.name for job in found.jobs] == ["a.DOCX", "b.pdf", "sub/c.txt", "sub/deep/d.docx"]
    assert found.skipped == 1


def test_a_named_file_is_taken_whatever_its_suffix(home: Path) -> None:
    assert names(home / "photo.jpg", home / "none.xyz") == ["photo.jpg", "none.xyz"]


def test_each_file_is_reviewed_once(home: Path) -> None:
    assert names(home / "b.pdf", home, home / "sub" / ".." / "b.pdf") == [
        "b.pdf",
        "a.DOCX",
        "sub/c.txt",
        "sub/deep/d.docx",
    ]


def test_reports_of_files_with_one_name_do_not_collide(home: Path) -> None:
    other = home / "sub" / "b.pdf"
    other.write_bytes(b"y")
    assert names(home / "b.pdf", other) == ["b.pdf", "2-b.pdf"]


def test_links_and_pipes_below_a_folder_are_passed_over(home: Path) -> None:
    (home / "loop").symlink_to(home)
    (home / "link.pdf").symlink_to("/etc/hostname")
    os.mkfifo(home / "pipe.pdf")
    assert names(home) == ["a.DOCX", "b.pdf", "sub/c.txt", "sub/deep/d.docx"]


def test_a_folder_without_papers_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        collect([tmp_path])
    assert raised.value.code == "no_files"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ReadError("no", code="empty"), True),
        (PermissionError("no"), True),
        (MemoryError(), True),
        (RecursionError(), False),
    ],
)
def test_what_a_file_raises_is_its_outcome(error: Exception, expected: bool) -> None:
    def work(job: Job) -> str:
        raise error

    jobs = [named(Path("a")), named(Path("b"))]
    outcomes = [review(job, work) for job in jobs]
    assert [o.job.name for o in outcomes] == ["a", "b"]
    for outcome in outcomes:
        assert outcome.result is None
        assert outcome.failure is not None
        assert (outcome.failure.error, outcome.failure.expected) == (error, expected)


@pytest.mark.parametrize("words", [(), ("--quiet",)])
def test_a_place_written_like_a_folder_is_made_and_holds_the_report(home: Path, words: tuple[str, ...]) -> None:
    (home / "plan.txt").write_text(PLAN, "utf-8")
    done = run(home / "plan.txt", "-o", f"{home}/new/reports/", "--format", "markdown", *words, *FAST)
    assert done.returncode in (0, 1)
    assert (home / "new" / "reports" / "plan.txt.md").read_text("utf-8").startswith("#")


def test_a_question_sheet_goes_into_a_folder_too(home: Path) -> None:
    (home / "plan.txt").write_text(PLAN, "utf-8")
    assert run("ask", home / "plan.txt", "-o", f"{home}/sheets/", *FAST).returncode == 0
    assert "[[answer]]" in (home / "sheets" / "plan.txt.toml").read_text("utf-8")


def test_several_reports_may_go_into_a_new_folder_named_like_a_file(home: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (home / "papers" / name).parent.mkdir(exist_ok=True)
        (home / "papers" / name).write_text(PLAN, "utf-8")
    run(home / "papers", "-o", f"{home}/all.html/", "--format", "html", *FAST)
    assert {path.name for path in (home / "all.html").glob("*.html")} == {"one.txt.html", "two.txt.html", "index.html"}


def test_a_path_that_is_missing_is_told_before_any_work(home: Path) -> None:
    (home / "plan.txt").write_text(PLAN, "utf-8")
    done = run(home / "plan.txt", home / "none.txt", "-o", home / "out", *FAST)
    assert (done.returncode, done.stdout, (home / "out").exists()) == (2, b"", False)
    (line,) = done.stderr.decode().splitlines()
    assert "none.txt：没有这个文件" in line


def test_a_folder_of_reports_is_not_reviewed(home: Path) -> None:
    (home / "papers").mkdir()
    (home / "papers" / "plan.txt").write_text(PLAN, "utf-8")
    run(home / "papers", "-o", home / "out", *FAST)
    done = run(home / "out", *FAST)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert "这是写审阅报告的文件夹" in line


def test_a_files_name_is_said_once(home: Path) -> None:
    (home / "papers").mkdir()
    (home / "papers" / "plan.txt").write_text(PLAN, "utf-8")
    (home / "papers" / "blank.txt").write_text("", "utf-8")
    done = run(home / "papers", *FAST)
    assert "[1/2] blank.txt：文件是空的。" in done.stderr.decode()
    assert "blank.txt：文件" not in done.stdout.decode()
    alone = run(home / "papers" / "blank.txt", *FAST).stderr.decode()
    assert f"agreecheck：{home}/papers/blank.txt：文件是空的。" in alone
