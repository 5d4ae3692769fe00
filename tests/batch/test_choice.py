"""Which files of a folder a call means."""

import os
from pathlib import Path

import pytest

from agreecheck.batch.files import Choice, collect, expand
from agreecheck.batch.globs import lines, matches
from agreecheck.errors import UsageError

PAPERS = ("a.pdf", "b.txt", "old/a.pdf", "old/2024/c.docx", "new/a.pdf", "new/draft-1.pdf", "new/notes.md")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    top = tmp_path / "home"
    for name in PAPERS:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return top


def names(home: Path, choice: Choice) -> set[str]:
    return {job.name for job in collect([home], choice).jobs}


@pytest.mark.parametrize(
    ("choice", "meant"),
    [
        (Choice(), {*PAPERS} - {"new/notes.md"}),
        (Choice(include=("*",)), set(PAPERS)),
        (Choice(recursive=False), {"a.pdf", "b.txt"}),
        (Choice(include=("*.pdf",)), {"a.pdf", "old/a.pdf", "new/a.pdf", "new/draft-1.pdf"}),
        (Choice(include=("/*.pdf", "new/**")), {"a.pdf", "new/a.pdf", "new/draft-1.pdf", "new/notes.md"}),
        (Choice(exclude=("old/",)), {"a.pdf", "b.txt", "new/a.pdf", "new/draft-1.pdf"}),
        (Choice(include=("*.pdf",), exclude=("draft*",)), {"a.pdf", "old/a.pdf", "new/a.pdf"}),
        (Choice(exclude=("**/2024/*.docx", "*.[mt]*")), {"a.pdf", "old/a.pdf", "new/a.pdf", "new/draft-1.pdf"}),
    ],
)
def test_patterns_narrow_a_folder(home: Path, choice: Choice, meant: set[str]) -> None:
    assert names(home, choice) == meant


def test_ignore_files_work_from_their_own_folder_down(home: Path) -> None:
    (home / ".agreecheckignore").write_text("# not these\n\na.pdf\n!/a.pdf\n*.md\n")
    (home / "new" / ".agreecheckignore").write_text("!notes.md\n/draft-?.pdf\n")
    assert names(home, Choice(include=("*",))) == {"a.pdf", "b.txt", "old/2024/c.docx", "new/notes.md"}


def test_an_ignore_file_does_not_bring_back_what_the_call_excludes(home: Path) -> None:
    (home / ".agreecheckignore").write_text("!b.txt\n")
    assert "b.txt" not in names(home, Choice(exclude=("b.txt",)))


def test_earlier_reports_are_no_papers(home: Path) -> None:
    reports = home / "reports"
    reports.mkdir()
    (reports / "a.pdf.txt").write_text("report")
    assert names(home, Choice(apart=reports)) == set(PAPERS) - {"new/notes.md"}


def test_reports_of_any_earlier_run_are_no_papers(home: Path) -> None:
    (home / "old" / "reports" / "sub").mkdir(parents=True)
    for name in (".agreecheck.1-of-2.sqlite", "a.pdf.txt", "sub/b.pdf.txt"):
        (home / "old" / "reports" / name).write_text("report")
    assert not any("reports" in name for name in names(home, Choice()))
    assert names(home / "old" / "reports", Choice()) == {"a.pdf.txt", "sub/b.pdf.txt"}  # where it is named itself


def test_shards_share_all_files_among_them(home: Path) -> None:
    parts = [names(home, Choice(include=("*",), shard=(n, 3))) for n in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == sorted(PAPERS)


def test_links_lead_nowhere(home: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "z.pdf").write_text("z")
    (home / "loop").symlink_to(home)
    (home / "out").symlink_to(outside)
    (home / "z.pdf").symlink_to(outside / "z.pdf")
    (home / "old" / ".agreecheckignore").symlink_to(outside / "z.pdf")
    os.mkfifo(home / "pipe.pdf")
    assert names(home, Choice(include=("*",))) == set(PAPERS)


def test_no_name_steers_a_screen_or_breaks_a_line(home: Path) -> None:
    for n, name in enumerate([b"new\nline.txt", b"\x1b[31m.txt", b" [31m.txt", b"\xff.txt", "\u202ea.txt".encode()]):
        Path(os.fsdecode(bytes(home) + b"/" + name)).write_text(str(n))
    odd = [job.name for job in collect([home]).jobs if job.name not in PAPERS]
    assert sorted(odd) == [" [31m.txt", " a.txt", "2- [31m.txt", "new line.txt", "\ufffd.txt"]


def test_notes_are_no_papers_unless_named(home: Path) -> None:
    assert [job.name for job in collect([home / "new" / "notes.md"]).jobs] == ["notes.md"]


def test_nothing_left_is_wrong_use(home: Path) -> None:
    with pytest.raises(UsageError) as raised:
        collect([home], Choice(include=("*.doc",)))
    assert raised.value.code == "no_files"


def test_patterns_that_no_shell_has_expanded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    Path("[1].pdf").write_text("1")
    found = [path.as_posix() for path in expand(["new/*.pdf", "none*.pdf", "b.txt", "[1].pdf"])]
    assert found == ["new/a.pdf", "new/draft-1.pdf", "none*.pdf", "b.txt", "[1].pdf"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("a*b*c", "aXbXc", True),
        ("a*b*c", "aXbX", False),
        ("x/**/y", "x/y", True),
        ("x/**/y", "x/1/2/y", True),
        ("x/**", "x", False),
        ("**/y", "y", True),
        ("*", ".../a", True),
        ("/*", "b/a", False),
        ("a?", "a/", False),
        ("\\!a", "!a", True),
        ("a.c", "abc", False),
        ("[!a]b", "cb", True),
    ],
)
def test_the_meaning_of_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(lines([pattern]), path) is fits


def test_no_pattern_takes_long(home: Path) -> None:
    """Forty stars or forty folders of any depth: tried one way after another this would not end."""
    for pattern in ("*a" * 40 + "b", "**/" * 40 + "b", "**/a/" * 40 + "b"):
        assert not matches(lines([pattern]), "a" * 200)
        assert not matches(lines([pattern]), "a/" * 100 + "c")
