"""The program as people run it: real processes, their output and exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agreecheck.cli import main
from agreecheck.cli.arguments import COMMANDS, said_language

IDENTITY = "990101199003077774"
PLAN = f"""分期还款协议
甲方：银角商务信息咨询部
乙方：曾映雪　身份证号：{IDENTITY}
一、截至2026年3月9日，乙方应还总额为人民币12,000.00元。
二、乙方分12期偿还，每期900.00元，每月15日前支付，首期2026年4月15日。
三、乙方任何一期逾期的，甲方有权不经催告宣布全部款项立即到期。
签署日期：2026年3月9日
"""
LEASE = "房屋租赁合同\n出租人：甲公司\n承租人：乙\n租赁房屋的租金每月2,000元，押金2,000元，租期一年。\n"
FAST = ("--no-second-reader", "--as-of", "2026-11-23")


def run(*words: object, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "agreecheck", *map(str, words)]
    return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **environment}, timeout=300)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def folder(plan: Path) -> Path:
    """A plan, a lease, an empty file, a broken one, one of another kind and a hidden one."""
    home = plan.parent
    (home / "lease.txt").write_text(LEASE, encoding="utf-8")
    (home / "empty.pdf").write_bytes(b"")
    (home / "sub").mkdir()
    (home / "sub" / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (home / "photo.jpg").write_bytes(b"\xff\xd8")
    (home / ".hidden.txt").write_text(PLAN, encoding="utf-8")
    return home


def test_findings_give_one_and_never_gives_zero(plan: Path) -> None:
    assert run(plan, "--type", "loan_instalment", "--fail-on", "low", *FAST).returncode == 1
    assert run(plan, "--type", "loan_instalment", "--fail-on", "never", *FAST).returncode == 0


def test_scan_may_be_said_or_left_out(plan: Path) -> None:
    said, silent = run("scan", plan, "--format", "json", *FAST), run(plan, "--format", "json", *FAST)
    assert said.stdout == silent.stdout
    assert json.loads(said.stdout)["source"]["name"] == "plan.txt"


def test_the_date_of_the_review_is_printed(plan: Path) -> None:
    assert json.loads(run(plan, "--format", "json", *FAST).stdout)["as_of"] == "2026-11-23"
    assert "审阅日期 2026-11-23" in run(plan, *FAST).stdout.decode()


def test_another_paper_gives_three_and_still_a_report(plan: Path) -> None:
    lease = plan.with_name("lease.txt")
    lease.write_text(LEASE, encoding="utf-8")
    done = run(lease, "--format", "json", *FAST)
    assert done.returncode == 3
    assert json.loads(done.stdout)["document"]["type"] == "other"
    assert json.loads(done.stdout)["checklist"] == []


def test_a_missing_file_gives_two_and_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path / "nothing.pdf")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert "nothing.pdf" in line
    assert "没有这个文件" in line


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("broken.pdf", b"%PDF-1.4\nnothing"),
        ("broken.docx", b"PK\x03\x04"),
        ("bytes.pdf", os.urandom(64)),
    ],
)
def test_a_file_that_cannot_be_read_gives_three_a_sentence_and_json(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run(path, "--format", "json", "--lang", "en")
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert report["source"]["name"] == name
    assert report["error"]["message"]
    assert report["document"]["coverage"] == 0
    (line,) = done.stderr.decode().splitlines()
    assert name in line
    assert "Traceback" not in line


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["x.pdf", "--format", "pdf"],
        ["x.pdf", "--as-of", "soon"],
        ["x.pdf", "--fail-on", "doom"],
        ["explain"],
    ],
)
def test_wrong_use_gives_two_and_one_sentence(words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_standard_input_is_read() -> None:
    done = run("-", "--type", "pledge", "--format", "json", *FAST, given=PLAN.encode())
    report = json.loads(done.stdout)
    assert report["document"]["type"] == "pledge"
    assert report["source"]["name"] == "stdin"


def test_a_folder_costs_no_file_another(folder: Path) -> None:
    done = run(folder, *FAST)
    shown, told = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 3
    for name in ("plan.txt", "lease.txt", "empty.pdf", "sub/broken.docx"):
        assert f"\n{name}\n" in shown
        assert name in told
    assert ".hidden" not in shown + told
    assert "photo.jpg" not in shown
    assert "跳过 1 个" in told
    assert "\x1b" not in shown + told


def test_a_folder_as_json_is_one_object(folder: Path) -> None:
    whole = json.loads(run(folder, "--format", "json", *FAST).stdout)
    assert [r["source"]["name"] for r in whole["reports"]] == ["empty.pdf", "lease.txt", "plan.txt", "broken.docx"]
    assert [row["file"] for row in whole["summary"]] == ["empty.pdf", "lease.txt", "plan.txt", "sub/broken.docx"]
    assert [row["failed"] for row in whole["summary"]] == [True, False, False, True]


@pytest.mark.parametrize(
    ("format", "suffix"), [("json", "json"), ("html", "html"), ("markdown", "md"), ("terminal", "txt")]
)
def test_reports_of_a_folder_go_into_a_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, format: str, suffix: str
) -> None:
    out = tmp_path_factory.mktemp("out") / "reports"
    run(folder, "--format", format, "-o", out, *FAST)
    written = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    failed = {f"empty.pdf.{suffix}", f"sub/broken.docx.{suffix}"} if format == "json" else set()
    assert written == {f"plan.txt.{suffix}", f"lease.txt.{suffix}", f"index.{suffix}"} | failed | {".agreecheck.sqlite"}


def test_several_html_reports_need_a_folder(folder: Path) -> None:
    done = run(folder / "plan.txt", folder / "lease.txt", "--format", "html")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_report_is_written_whole_and_for_its_owner(plan: Path) -> None:
    out = plan.with_name("report.html")
    out.write_text("old", encoding="utf-8")
    done = run(plan, "--format", "html", "-o", out, *FAST)
    assert done.stdout == b""
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    assert [p.name for p in plan.parent.iterdir() if p.name.startswith(".agreecheck")] == []


def test_a_report_never_replaces_the_agreement(plan: Path) -> None:
    done = run(plan, "-o", plan, *FAST)
    assert done.returncode == 2
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_place_that_cannot_be_written_gives_two(plan: Path) -> None:
    done = run(plan, "-o", plan / "below" / "report.txt", *FAST)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1


def test_personal_data_is_masked_unless_asked(plan: Path) -> None:
    assert IDENTITY not in run(plan, *FAST).stdout.decode()
    assert IDENTITY not in run(plan, "--format", "json", *FAST).stdout.decode()
    assert "曾映雪" not in run(plan, "--redact", *FAST).stdout.decode()


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-8"])
def test_no_encoding_of_the_terminal_is_a_crash(plan: Path, encoding: str) -> None:
    done = run(plan, *FAST, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    if encoding in ("gbk", "utf-8"):
        assert "提问单" in done.stdout.decode(encoding)


def test_the_c_locale_is_no_crash(plan: Path) -> None:
    done = run(plan, *FAST, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode in (0, 1)
    assert "提问单" in done.stdout.decode()


def test_a_reader_that_leaves_is_no_error(plan: Path) -> None:
    command = f"{sys.executable} -m agreecheck {plan} --no-second-reader; echo code $? >&2"
    done = subprocess.run(["bash", "-c", f"({command}) | head -c 1"], capture_output=True, timeout=300)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_a_hostile_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\u202eb.txt"
    path.write_text(PLAN, encoding="utf-8")
    for done in (run(path, *FAST), run(tmp_path, *FAST), run(str(path) + "missing")):
        assert b"\x1b" not in done.stdout + done.stderr
        assert "\u202e" not in (done.stdout + done.stderr).decode()


def test_text_prints_what_was_read(plan: Path) -> None:
    done = run("text", plan)
    assert done.returncode == 0
    assert "每期900.00元" in done.stdout.decode()
    assert run("text", plan.with_name("none.txt")).returncode == 2


def test_the_text_is_masked_like_the_reports_sign_for_sign(plan: Path) -> None:
    shown, bare = (run("text", plan, *words).stdout.decode() for words in ((), ("--show-personal",)))
    assert IDENTITY in bare
    assert shown == bare.replace(IDENTITY, "*" * 18)
    assert "曾映雪" not in run("text", plan, "--redact").stdout.decode()


def test_schema_is_a_schema() -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_and_explain_speak_both_languages(language: str) -> None:
    listed = run("rules", "--lang", language).stdout.decode()
    assert "settle-cert" in listed
    assert "A01" in listed
    told = run("explain", "settle-cert", "--lang", language).stdout.decode()
    assert ("结清证明" in told) is (language == "zh")
    assert run("explain", "A24").returncode == 0
    assert run("explain", "no-such-code").returncode == 2


def test_explain_leaves_a_gap_where_a_papers_figures_would_stand() -> None:
    told = run("explain", "A20", "--lang", "en").stdout.decode()
    assert "(… of them, such as …)" in told
    assert "{" not in told + run("rules").stdout.decode()


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS), ["--version"]])
def test_help_and_version_load_nothing_heavy(words: list[str]) -> None:
    heavy = ["spacy", "jieba", "pdfplumber", "docx", "rich", "pypdfium2"]
    program = f"import sys\nfrom agreecheck.cli import main\ntry: main({words!r})\nexcept SystemExit: pass\n"
    program += f"print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_speaks_the_readers_language() -> None:
    assert "退出码" in run("--help").stdout.decode()
    assert "Exit codes" in run("scan", "--help", "--lang", "en").stdout.decode()
    assert said_language(["x", "--lang=en"]) == "en"
    assert said_language(["x", "--lang", "fr"]) is None


def test_stopping_gives_130(monkeypatch: pytest.MonkeyPatch, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        time.sleep(1)  # an order that comes while Python forks is swallowed by its hooks
        os.kill(os.getppid(), signal.SIGINT)  # the review runs in a process of its own
        time.sleep(60)

    monkeypatch.setattr("agreecheck.engine.check", interrupted)
    assert main([str(plan)]) == 130
    assert "已停止" in capsys.readouterr().err


def test_a_fault_of_the_program_tells_nothing_of_the_paper(
    monkeypatch: pytest.MonkeyPatch, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError(f"cannot parse {IDENTITY}")

    monkeypatch.setattr("agreecheck.engine.check", fails)
    assert main([str(plan)]) == 3
    told = capsys.readouterr().err
    assert IDENTITY not in told
    assert "ValueError" in told


def test_a_link_is_followed(plan: Path) -> None:
    real, link = plan.with_name("real.json"), plan.with_name("link.json")
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    run(plan, "--format", "json", "-o", link, *FAST)
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))["source"]["name"] == "plan.txt"


def test_a_pipe_is_written_to_and_not_replaced(plan: Path) -> None:
    pipe = plan.with_name("pipe")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    run(plan, "-o", pipe, *FAST)  # a terminal report fits a pipe's buffer
    assert os.read(reader, 60).decode("utf-8", "ignore").startswith("还款协议审阅报告")
    assert pipe.is_fifo()
    os.close(reader)


def test_a_name_that_is_no_text_is_no_crash(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/plan\xff.txt"
    Path(os.fsdecode(name)).write_text(PLAN, encoding="utf-8")
    for words in ([os.fsdecode(name)], [tmp_path]):
        done = run(*words, "--format", "json", *FAST)
        assert b"Traceback" not in done.stderr
        assert "plan\ufffd.txt" in done.stdout.decode()


def test_the_index_leads_to_the_reports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (folder / "a b&<i>.txt").write_text(PLAN, encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    run(folder, "--format", "html", "-o", out, *FAST)
    index = (out / "index.html").read_text(encoding="utf-8")
    assert '<a href="a%20b%26%3Ci%3E.txt.html">a b&amp;&lt;i&gt;.txt</a>' in index
    assert "<i>" not in index
    assert "empty.pdf.html" not in index
