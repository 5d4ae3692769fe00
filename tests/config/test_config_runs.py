"""The configuration as people meet it: real processes in folders with and without a file."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from house_rules import house

from agreecheck.batch.store import Store

PLAN = """分期还款协议
甲方：银角商务信息咨询部
乙方：曾映雪
一、截至2026年3月9日，乙方应还总额为人民币12,000.00元。
二、乙方分12期偿还，每期900.00元，每月15日前支付，首期2026年4月15日。
三、乙方任何一期逾期的，甲方有权不经催告宣布全部款项立即到期。
签署日期：2026年3月9日
"""
FAST = ("--no-second-reader", "--as-of", "2026-11-23")
ACCELERATION = '[[ignore]]\nrule = "default-accel"\nreason = "已书面取消"\n'


def run(home: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "agreecheck", *map(str, words)]
    environment = {**os.environ, **environment}
    return subprocess.run(
        command, cwd=home, capture_output=True, encoding="utf-8", env=environment, timeout=300, check=False
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A working folder with papers in a folder of their own."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def configured(folder: Path, text: str, name: str = "agreecheck.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def shown(home: Path, *words: object) -> dict[str, object]:
    done = run(home, "--show-config", *words)
    assert done.returncode == 0, done.stderr
    return tomllib.loads(done.stdout)


def origins(home: Path, *words: object) -> dict[str, str]:
    """Where each value comes from, by key."""
    lines = run(home, "--show-config", "--lang", "en", *words).stdout.splitlines()[1:]
    return {line.lstrip("# ").split(" ")[0]: line.rsplit("  # ", 1)[1] for line in lines if "  # " in line}


def test_language_format_and_threshold_are_taken(home: Path) -> None:
    configured(home, 'lang = "en"\nformat = "json"\nfail-on = "never"\n')
    done = run(home, "papers/plan.txt", *FAST)
    assert json.loads(done.stdout)["view_language"] == "en"
    assert done.returncode == 0


def test_a_project_file_serves_as_well(home: Path) -> None:
    configured(home, '[tool.agreecheck]\nformat = "json"\nlang = "en"\n', "pyproject.toml")
    assert json.loads(run(home, "papers/plan.txt", *FAST).stdout)["view_language"] == "en"


def test_the_command_line_wins(home: Path) -> None:
    configured(home, 'lang = "en"\nformat = "markdown"\nfail-on = "never"\n')
    done = run(home, "papers/plan.txt", "--lang", "zh", "--format", "json", "--fail-on", "low", *FAST)
    assert json.loads(done.stdout)["view_language"] == "zh"
    assert done.returncode == 1


def test_help_and_errors_speak_the_language_of_the_file_even_where_it_is_wrong(home: Path) -> None:
    configured(home, 'lang = "en"\n')
    assert "Exit codes:" in run(home, "--help").stdout
    configured(home, 'lang = "en"\ntimeuot = 3\n')
    assert "Exit codes:" in run(home, "--help").stdout
    done = run(home, "papers/plan.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no timeuot; the nearest is timeout." in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_ignored_rule_is_counted_with_its_reason_and_decides_nothing(home: Path) -> None:
    plain = json.loads(run(home, "papers/plan.txt", "--format", "json", *FAST).stdout)
    configured(home, ACCELERATION)
    report = json.loads(run(home, "papers/plan.txt", "--format", "json", *FAST).stdout)
    assert [(told["code"], told["reason"]) for told in report["ignored"]] == [("default-accel", "已书面取消")]
    assert report["summary"]["ignored"] == 1
    assert plain["summary"]["ignored"] == 0
    assert "已书面取消" in run(home, "papers/plan.txt", *FAST).stdout
    assert "忽略 1" in run(home, "papers", *FAST).stdout


def test_an_expired_ignore_is_told_and_judged_again(home: Path) -> None:
    configured(home, ACCELERATION + "until = 2026-11-22\n")
    done = run(home, "papers/plan.txt", "--format", "json", *FAST)
    assert json.loads(done.stdout)["ignored"] == []
    assert [told["until"] for told in json.loads(done.stdout)["expired_ignores"]] == ["2026-11-22"]
    (line,) = done.stderr.splitlines()
    for words in ("default-accel", "2026-11-22", "已书面取消"):
        assert words in line


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ('[[ignore]]\nrule = "default-acel"\nreason = "x"\n', "default-accel"),
        ('[severity]\nsettle-certs = "low"\n', "settle-cert"),
    ],
)
def test_a_code_that_is_none_is_an_error_that_names_the_nearest(home: Path, text: str, nearest: str) -> None:
    configured(home, text)
    done = run(home, "papers/plan.txt", *FAST)
    assert done.returncode == 2
    assert f"最接近的是 {nearest}。" in done.stderr


def test_show_config_names_the_origin_of_each_value(home: Path) -> None:
    configured(home, 'fail-on = "critical"\ntimeout = 9\n')
    told = origins(home, "papers", "--timeout", "7", "--jobs", "2")
    assert told["timeout"] == "command line --timeout"
    assert told["jobs"] == "command line --jobs"
    assert told["fail-on"] == "agreecheck.toml: fail-on"
    assert told["memory"] == "default"
    assert set(told) == {
        *("lang", "format", "fail-on", "severity", "ignore", "packs", "law"),
        *("include", "exclude", "timeout", "memory", "jobs"),
    }
    assert shown(home, "--timeout", "7")["timeout"] == 7


def test_show_config_names_the_file_as_seen_from_here(home: Path) -> None:
    configured(home, "timeout = 9\n")
    assert origins(home / "papers")["timeout"] == f"..{os.sep}agreecheck.toml: timeout"


def test_what_show_config_prints_can_be_used_again(home: Path) -> None:
    configured(
        home,
        'exclude = ["a \\"b\\"/"]\nseverity = { A01 = "low" }\n' + ACCELERATION + "until = 2027-01-31\n",
    )
    first = shown(home)
    (home / "again.toml").write_text(run(home, "--show-config").stdout, encoding="utf-8")
    assert shown(home, "--config", "again.toml") == first
    assert first["exclude"] == ['a "b"/']


def test_a_file_in_a_scanned_folder_cannot_judge(home: Path) -> None:
    """It came with the papers, perhaps from the other side: what it may not say is told, never silently obeyed."""
    papers = home / "papers"
    configured(papers, f'lang = "en"\nfail-on = "never"\npacks = ["./evil"]\n{ACCELERATION}')
    done = run(papers, ".", *FAST)
    assert done.returncode == 1
    assert "fail-on, ignore, packs" in done.stderr
    assert "Ignored, as you asked" not in done.stdout
    assert "Review summary" in done.stdout


def test_a_file_below_the_scanned_folder_is_treated_the_same(home: Path) -> None:
    configured(home / "papers", 'fail-on = "never"\n')
    assert run(home / "papers", "..", *FAST).returncode == 1


def test_a_file_that_is_named_is_meant_wherever_it_lies(home: Path) -> None:
    papers = home / "papers"
    configured(papers, 'fail-on = "never"\n')
    done = run(papers, ".", "--config", "agreecheck.toml", *FAST)
    assert done.returncode == 0
    assert "agreecheck.toml" not in done.stderr


def test_a_named_file_replaces_the_nearest_and_must_be_there(home: Path) -> None:
    configured(home, "timeuot = 3\n")
    (home / "empty.toml").write_text("", encoding="utf-8")
    assert run(home, "papers/plan.txt", "--config", "empty.toml", *FAST).returncode == 1
    done = run(home, "papers/plan.txt", "--config", "none.toml", *FAST)
    assert done.returncode == 2
    assert "none.toml" in done.stderr


def test_patterns_of_the_file_choose_among_the_files_of_a_folder(home: Path) -> None:
    (home / "papers" / "draft.txt").write_text(PLAN, encoding="utf-8")
    configured(home, 'exclude = ["draft*"]\n')
    assert "draft" not in run(home, "papers", *FAST).stdout
    assert "draft" in run(home, "papers", "--exclude", "other*", *FAST).stdout


RULES = """
[concept]
at_once = ["立即到期"]
[[rule]]
id = "HOUSE-1"
item = "default-accel"
name = "at-once"
kind = "present"
status = "risky"
severity = "critical"
when = ["{at_once}"]
match = ["全部款项立即到期。"]
zh = { title = "自家规则：立即到期", why = "没有时间补救。" }
en = { title = "House rule: at once", why = "There is no time to make good." }
"""


@pytest.fixture
def pack(home: Path) -> Path:
    return house(home, RULES)


@pytest.mark.usefixtures("pack")
def test_packs_come_from_the_file_or_the_command_line(home: Path) -> None:
    said = run(home, "papers/plan.txt", "--packs", "house", *FAST).stdout
    assert "自家规则：立即到期" in said
    configured(home, 'packs = ["house"]\n')
    assert run(home, "papers/plan.txt", *FAST).stdout == said
    assert run(home / "papers", "plan.txt", *FAST).stdout == said
    assert "自家规则" in run(home, "rules").stdout
    assert "没有时间补救" in run(home, "explain", "HOUSE-1").stdout


def test_a_pack_that_is_not_there_is_one_sentence(home: Path) -> None:
    configured(home, 'packs = ["nothing"]\n')
    done = run(home, "papers/plan.txt", *FAST)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert str(home / "nothing") in line
    assert "pack.toml" in line


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("pack.toml", 'language = "zh"', 'language = "fr"', "fr"),
        ("rules/house.toml", "{at_once}", "{at_onze}", "at_onze"),
        ("rules/house.toml", "HOUSE-1", "CN-R442", "CN-R442"),
    ],
)
def test_a_pack_that_could_never_fire_is_an_error_before_the_first_paper(
    home: Path, pack: Path, file: str, old: str, new: str, told: str
) -> None:
    path = pack / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = run(home, "papers", "--packs", "house", *FAST)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert told in line


def test_a_law_file_of_the_configuration_is_used(home: Path) -> None:
    configured(home, 'law = "law.toml"\n')
    done = run(home, "papers/plan.txt", *FAST)
    assert done.returncode == 2
    assert str(home / "law.toml") in done.stderr


def kept(out: Path) -> int:
    """How many results the store beside the reports holds."""
    with Store(out / ".agreecheck.sqlite", "") as store:
        (n,) = store._base.execute("SELECT count(*) FROM result").fetchone()
        return int(n)


@pytest.mark.usefixtures("pack")
def test_a_run_into_a_folder_begins_anew_where_the_configuration_changes_results(home: Path) -> None:
    def reviewed() -> dict[str, object]:
        run(home, "papers", "--format", "json", "-o", "out", *FAST)
        return dict(json.loads((home / "out" / "plan.txt.json").read_text(encoding="utf-8")))

    assert reviewed()["ignored"] == []
    assert kept(home / "out") == 1
    for n, text in enumerate((ACCELERATION, '[severity]\nA01 = "low"\n', 'packs = ["house"]\n'), start=2):
        configured(home, text)
        reviewed()
        assert kept(home / "out") == n
    rule = home / "house" / "rules" / "house.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("自家规则", "本所规则"), encoding="utf-8")
    assert "本所规则" in json.dumps(reviewed(), ensure_ascii=False)
    configured(home, 'packs = ["house"]\ntimeout = 90\njobs = 1\nfail-on = "low"\n')
    reviewed()
    assert kept(home / "out") == 5


def test_functions_read_no_configuration(home: Path) -> None:
    configured(home, f'timeuot = 3\nlang = "en"\n{ACCELERATION}')
    program = (
        "import sys, agreecheck\n"
        "report = agreecheck.check('papers/plan.txt', second_reader=False)\n"
        "print(report.ignored, any(name.startswith('agreecheck.config') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=home, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "() False"


def test_the_configuration_loads_nothing_heavy(home: Path) -> None:
    configured(home, f'lang = "en"\n{ACCELERATION}')
    program = (
        "import sys, agreecheck.cli\n"
        "agreecheck.cli.main(['--show-config'])\n"
        "print([m for m in ('spacy', 'jieba', 'pdfplumber', 'pypdfium2', 'docx', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=home, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["ask", "simulate"])
def test_other_commands_for_a_paper_heed_it_too(home: Path, command: str) -> None:
    configured(home, f'lang = "en"\nformat = "html"\n{ACCELERATION}')
    done = run(home, command, "papers/plan.txt", *FAST)
    assert done.returncode == 0, done.stderr
    assert "default-accel" not in done.stdout
    assert "<html" not in done.stdout


def test_no_file_named_is_one_sentence(home: Path) -> None:
    done = run(home, "scan")
    assert done.returncode == 2
    assert done.stderr.strip() == "agreecheck：没有写明要审阅哪个文件。例如：agreecheck 协议.pdf。"
