"""``agreecheck rules --test``: rules tried on their own examples, of the shipped packs or of a folder."""

import re
from pathlib import Path

import pytest

from agreecheck.cli import main

HEAD = 'name = "mine"\nversion = "1"\nlanguage = "zh"\nextends = "zh"\n'
RULE = """
[concept]
{concepts}
[[rule]]
id = "{code}"
item = "fee-service"
name = "study-class"
kind = "present"
when = ["{when}"]
match = [{match}]
no_match = ["乙方自愿学习。"]
zh = {{ title = "要求参加学习班", why = "与还款无关。" }}
en = {{ title = "A class to attend", why = "Not about repayment." }}
"""


def pack(home: Path, **parts: str) -> Path:
    """A folder of one's own with one rule, which catches 乙方须参加学习班 unless ``parts`` say otherwise."""
    told = {
        "code": "CN-R999",
        "concepts": 'study = ["学习班", "培训班"]',
        "when": "{debtor} ..9 {study}",
        "match": '"乙方须参加诚信学习班。"',
    }
    (home / "rules").mkdir()
    (home / "pack.toml").write_text(HEAD, encoding="utf-8")
    (home / "rules" / "mine.toml").write_text(RULE.format(**(told | parts)), encoding="utf-8")
    return home


def tried(home: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["rules", "--test", str(home)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_rules_that_do_as_they_say_give_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = tried(pack(tmp_path), capsys)
    assert code == 0
    assert "1 条规则，2 个例子；不符 0，错误 0" in said


def test_an_example_that_fails_gives_one_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = tried(pack(tmp_path, match='"乙方须参加诚信学习班。", "乙方须参加座谈。"'), capsys)
    assert code == 1
    (line,) = [line for line in said.splitlines() if "座谈" in line]
    assert "CN-R999" in line
    assert "学习班。" not in said


def test_an_example_that_should_be_silent_is_named_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = tried(pack(tmp_path, concepts='study = ["学习"]'), capsys)
    assert code == 1
    assert re.search(r"CN-R999 不应命中.*乙方自愿学习", said)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"match": '"乙方须参加座谈。"'}, "没有命中自己的任何一个例子"),
        ({"match": ""}, "no example"),
        ({"when": "{debtor} ..9 {studies}"}, "'studies'"),
        ({"concepts": "study = []"}, "'study' has no words"),
        ({"concepts": 'study = ["-学习班"]'}, "'study' has no words"),
        ({"concepts": 'study = ["{course}"]'}, "'course'"),
        ({"concepts": 'study = ["学习班"]\nstudy = ["培训班"]'}, "rules/mine.toml"),
        ({"when": "{debtor} ..9"}, "cannot be read"),
        ({"when": "上門{费"}, "stray {"),
        ({"when": "(学习|{study}) ..4 班"}, "stray {"),
        ({"when": "(学习 ..4 班|培训)"}, "do not close"),
        ({"code": "MINE-1"}, "say its status"),
    ],
)
def test_a_rule_that_can_never_fire_gives_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: dict[str, str], why: str
) -> None:
    code, said = tried(pack(tmp_path, **wrong), capsys)
    assert code == 2
    assert why in said


def test_a_folder_that_is_no_pack_gives_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(tmp_path / "nothing", capsys)[0] == 2
    assert tried(tmp_path, capsys)[0] == 2


def test_without_test_the_catalogue_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert "settle-cert" in capsys.readouterr().out
