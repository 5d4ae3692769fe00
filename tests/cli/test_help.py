"""Help and wrong use, as a user meets them: in one language throughout, within the width of the terminal."""

import re

import pytest

from agreecheck.cli import main
from agreecheck.cli.arguments import COMMANDS, parse
from agreecheck.messages import load
from agreecheck.report.wrap import cells

EVERY = [["--help"], *([name, "--help"] for name in COMMANDS)]


def helped(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("words", EVERY)
def test_chinese_help_is_chinese_throughout(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = helped(words, capsys)
    assert shown.startswith("用法：")
    assert re.findall(r"usage:|options|arguments|show this|default:", shown) == []


@pytest.mark.parametrize("words", EVERY)
def test_english_help_has_no_chinese(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = helped([*words, "--lang", "en"] if words != ["--help"] else ["--help", "--lang", "en"], capsys)
    assert shown.startswith("usage: agreecheck")
    assert re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", shown.replace("恒信", "")) == []


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("words", [["scan", "--help"], ["simulate", "--help"], ["rules", "--help"]])
def test_help_keeps_to_the_width(
    words: list[str], language: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = helped([*words, "--lang", language], capsys).splitlines()
    assert [line for line in lines if cells(line) > width] == []


def test_the_first_page_names_every_command_and_where_the_options_are(capsys: pytest.CaptureFixture[str]) -> None:
    shown = helped(["--help"], capsys)
    assert re.findall(r"(?m)^  ([a-z]+)  ", shown) == list(COMMANDS)
    assert "agreecheck scan --help" in shown


@pytest.mark.parametrize(
    ("words", "format"),
    [
        (["x.pdf", "-o", "r.html"], "html"),
        (["x.pdf", "-o", "r.MD"], "markdown"),
        (["x.pdf", "-o", "r.html", "--format", "json"], "json"),
        (["x.pdf", "-o", "r.html/"], None),  # the configuration has its say, then it is the terminal's
        (["x.pdf", "-o", "r.csv"], None),
        (["summary", "out", "-o", "r.csv"], "csv"),
        (["summary", "out", "-o", "r.xlsx"], "xlsx"),
        (["summary", "out"], "terminal"),
    ],
)
def test_the_name_of_the_report_says_its_format(words: list[str], format: str | None) -> None:
    assert parse(words, load("zh")).format == format


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (
            ["x", "--format", "pdf"],
            "--format 不能是 pdf，可以是 terminal",
            "--format cannot be pdf; it is one of terminal",
        ),
        (["x", "--bogus"], "没有 --bogus 这个选项", "there is no option --bogus"),
        (["x", "--formt", "html"], "最接近的是 --format", "the nearest is --format"),
        (["x", "--formt=html"], "没有 --formt 这个选项", "there is no option --formt;"),
        (["rules", "nope"], "多写了 nope", "nope is too much"),
        (["x", "--timeout", "-3"], "--timeout -3：", "--timeout -3:"),
        (["x", "--as-of", "soon"], "--as-of soon：", "--as-of soon:"),
        (["explain", "waive-revok"], "最接近的是 waive-revoke", "the nearest is waive-revoke"),
        (["explain", "zzzzzz"], "没有这个规则、检查或事项。", "There is no such rule, check or item."),
        (["sumary", "res"], "最接近的命令是 summary", "the nearest command is summary"),
        (["explain"], "还缺 CODE", "CODE is missing"),
        (["x", "--law"], "--law 后面要写一个值", "--law needs a value"),
        (["x", "--quiet=3"], "--quiet 后面不能写值", "--quiet takes no value"),
        (["x", "--jobs", "0"], "从 1 起的整数", "A whole number from 1"),
        (["x", "--shard", "5/3"], "例如 3/200", "3/200 is the third of 200"),
        (["x", "--shard", "3"], "例如 3/200", "3/200 is the third of 200"),
        (["scan"], "没有写明要审阅哪个文件", "No file to review is named"),
    ],
)
def test_wrong_use_is_told_in_the_readers_language(
    words: list[str], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, told in (("zh", zh), ("en", en)):
        assert main([words[0], "--lang", language, *words[1:]]) == 2
        assert told in capsys.readouterr().err


def test_help_may_be_asked_for_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert helped(["help"], capsys) == helped(["--help"], capsys)
    assert helped(["help", "ask"], capsys) == helped(["ask", "--help"], capsys)


def test_files_may_stand_on_both_sides_of_an_option() -> None:
    assert parse(["a.pdf", "--lang", "en", "b.pdf", "c.pdf"], load("zh")).files == ["a.pdf", "b.pdf", "c.pdf"]
