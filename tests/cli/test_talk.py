"""The conversation as files: questions go out, answers and promises come back and are held against the paper."""

import json
import tomllib
from pathlib import Path

import pytest

from cli.test_command_line import FAST, PLAN, run

PAPER = PLAN + "四、乙方还清全部款项后15日内，甲方免费出具结清证明。\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_the_sheet_goes_out_and_comes_back(paper: Path) -> None:
    sheet = paper.parent / "answers.toml"
    assert run("ask", paper, "-o", sheet, *FAST).returncode == 0
    text = sheet.read_text(encoding="utf-8")
    asked = tomllib.loads(text)["answer"]
    assert asked
    assert all(a["answer"] == "" and not a["refused"] and a["items"] for a in asked)
    filled = text.replace('answer = ""', 'answer = "可以，以后会写的"', 1).replace("refused = false", "refused = true")
    filled = filled.replace("refused = true", "refused = false", 1)
    sheet.write_text(filled, encoding="utf-8")
    report = json.loads(run(paper, "--answers", sheet, "--format", "json", *FAST).stdout)
    states = [row["status"] for row in report["answers"]]
    assert states[0] == "promised"
    assert set(states[1:]) == {"refused"}


def test_the_next_sheet_asks_for_what_was_only_said_in_writing(paper: Path) -> None:
    sheet = paper.parent / "answers.toml"
    assert run("ask", paper, "-o", sheet, *FAST).returncode == 0
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace('answer = ""', 'answer = "可以，以后会写的"', 1), encoding="utf-8")
    following = run("ask", paper, "--answers", sheet, *FAST).stdout.decode()
    first = tomllib.loads(following)["answer"][0]
    assert "“可以，以后会写的”" in first["question"]
    assert "写进协议" in first["question"]
    assert first["items"] == tomllib.loads(text)["answer"][0]["items"]


def test_earlier_answers_stand_in_the_next_sheet(paper: Path) -> None:
    first, second = paper.parent / "answers.toml", paper.parent / "r2.toml"
    assert run("ask", paper, "-o", first, *FAST).returncode == 0
    text = first.read_text(encoding="utf-8").replace('answer = ""', 'answer = "可以，\\"以后\\"会写的"', 1)
    head, _, tail = text.rpartition("refused = false")
    first.write_text(f"{head}refused = true{tail}", encoding="utf-8")
    assert run("ask", paper, "--answers", first, "-o", second, *FAST).returncode == 0
    told, again = (
        json.loads(run(paper, "--answers", sheet, "--format", "json", *FAST).stdout)["answers"]
        for sheet in (first, second)
    )
    assert {row["status"] for row in told} == {"promised", "refused", "open"}
    assert [row for row in told if row["status"] != "open"] == [row for row in again if row["status"] != "open"]


def test_the_sheet_gives_the_wording_of_a_letter_and_marks_what_can_wait(paper: Path) -> None:
    text = run("ask", paper, *FAST).stdout.decode()
    assert "# 写信、发邮件时可以这样写：关于协议" in text
    asked = tomllib.loads(text)["answer"]
    assert ("# 其余问题" in text) == (len(asked) > 12)


def test_answers_are_never_overwritten(paper: Path) -> None:
    sheet = paper.parent / "answers.toml"
    sheet.write_text("# mine\n", encoding="utf-8")
    done = run("ask", paper, "-o", sheet, *FAST)
    assert done.returncode == 2
    assert sheet.read_text(encoding="utf-8") == "# mine\n"


def test_promises_are_shown_with_their_place_in_every_format(paper: Path) -> None:
    me = paper.parent / "me.toml"
    me.write_text('promises = ["还清后给结清证明", "可以宽限5天"]\n', encoding="utf-8")
    rows = json.loads(run(paper, "--me", me, "--format", "json", *FAST).stdout)["promises"]
    assert [(r["status"], bool(r["evidence"])) for r in rows] == [("kept", True), ("not_written", False)]
    for style in ("terminal", "markdown", "html"):
        shown = run(paper, "--me", me, "--format", style, *FAST).stdout.decode()
        assert "可以宽限5天" in shown
    assert "可以宽限5天" not in run(paper, *FAST).stdout.decode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("incme = 3", "没有 incme 这一项，最接近的是 income"),
        ("payments = [{ day = 2026-11-15, amuont = 500 }]", "没有 payments[0].amuont 这一项，最接近的是 amount"),
        ("payments = [{ amount = 500 }]", "还缺 payments[0].day 这一项"),
        ('spending = "abc"', "spending 写得不对，要写成零或以上的金额"),
        ("income = -5", "income 写得不对，要写成零或以上的金额"),
        ('payments = [{ day = "x", amount = 5 }]', "payments[0].day 写得不对，要写成日期"),
        ("promises = [5]", '要写成若干句带引号的话，例如 ["罚息全免"]'),
        ("income = 5\nspending 3", "第 2 行不合 TOML 的写法"),
        ('promises = ["x"', "没有写完"),
        (
            'promises = [{ said = "x", item = "plan-grac" }]',
            "没有 promises.item plan-grac 这一项，最接近的是 plan-grace",
        ),
    ],
)
def test_what_is_wrong_in_ones_own_file_is_told_in_ones_own_language(paper: Path, content: str, told: str) -> None:
    me = paper.parent / "me.toml"
    me.write_text(content, encoding="utf-8")
    said = run(paper, "--me", me, *FAST).stderr.decode()
    assert told in said
    assert "Object" not in said
    assert "Expected" not in said


def test_a_file_of_ones_own_that_is_missing_is_told_in_ones_own_language(paper: Path) -> None:
    for option in ("--me", "--law", "--answers", "--config"):
        said = run(paper, option, paper.parent / "none.toml", *FAST).stderr.decode()
        assert "none.toml：打不开这个文件（没有这个文件或文件夹）" in said


def test_a_wrong_file_is_told_by_name_and_key(paper: Path) -> None:
    for option in ("--me", "--law", "--answers"):
        wrong = paper.parent / "wrong.toml"
        wrong.write_text("unheard_of = 1\n", encoding="utf-8")
        done = run(paper, option, wrong, *FAST)
        assert done.returncode == 2
        assert b"wrong.toml" in done.stderr
        assert b"unheard_of" in done.stderr
