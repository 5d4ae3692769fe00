"""Which configuration file holds, what it may say, and how wrong ones are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agreecheck.cli.trouble import sentence
from agreecheck.config.decode import decode
from agreecheck.config.find import named, nearest
from agreecheck.config.settle import settle
from agreecheck.config.shape import Config
from agreecheck.errors import ConfigError
from agreecheck.messages import load
from agreecheck.model.finding import Ignore

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def said_of(path: Path, language: str = "en") -> str:
    """The one sentence about what is wrong in a file."""
    with pytest.raises(ConfigError) as caught:
        decode(named(path))
    return sentence(load(language), caught.value)


def test_the_nearest_file_upward_holds(write: Write, tmp_path: Path) -> None:
    far = write("agreecheck.toml", "jobs = 1")
    near = write("a/agreecheck.toml", "jobs = 2")
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "x").mkdir()
    assert (nearest(tmp_path / "a" / "b" / "c") or named(far)).path == near
    assert (nearest(tmp_path / "x") or named(near)).path == far


def test_a_project_file_holds_where_it_speaks_of_the_program(write: Write, tmp_path: Path) -> None:
    write("agreecheck.toml", "jobs = 1")
    write("a/pyproject.toml", '[project]\nname = "agreecheck-reports"\n')
    write("a/b/pyproject.toml", "[tool.agreecheck]\njobs = 3\n")
    assert (source := nearest(tmp_path / "a" / "b"))
    assert (source.path.name, source.table) == ("pyproject.toml", {"jobs": 3})
    assert (source := nearest(tmp_path / "a"))
    assert source.table == {"jobs": 1}


def test_a_file_of_its_own_goes_before_a_project_file(write: Write, tmp_path: Path) -> None:
    write("pyproject.toml", "[tool.agreecheck]\njobs = 3\n")
    write("agreecheck.toml", "jobs = 1")
    assert (source := nearest(tmp_path))
    assert source.table == {"jobs": 1}


def test_a_project_file_of_others_may_be_broken(write: Write, tmp_path: Path) -> None:
    write("agreecheck.toml", "jobs = 1")
    write("a/pyproject.toml", "[[[")
    assert (source := nearest(tmp_path / "a"))
    assert source.path.name == "agreecheck.toml"


def test_every_key_can_be_set(write: Write, tmp_path: Path) -> None:
    told = decode(
        named(
            write(
                "agreecheck.toml",
                """
                lang = "en"
                format = "json"
                fail-on = "critical"
                severity = { A01 = "low" }
                packs = ["./mine"]
                law = "law.toml"
                include = ["*.pdf"]
                exclude = ["old/"]
                timeout = 120
                memory = 4096
                jobs = 2
                [[ignore]]
                rule = "A04"
                reason = "checked by hand"
                until = 2027-01-31
                """,
            )
        )
    )
    assert set(told) == set(Config.__struct_fields__)
    assert told["ignore"][0].until.isoformat() == "2027-01-31"


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ('langauge = "en"', "langauge", "lang"),
        ('fail_on = "high"', "fail_on", "fail-on"),
        ("time-out = 3", "time-out", "timeout"),
        ("pack = []", "pack", "packs"),
        ('[[ignore]]\nrules = "A01"\nreason = "x"', "ignore.rules", "rule"),
        ('[[ignore]]\nrule = "A01"\nreasons = "x"', "ignore.reasons", "reason"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_nearest(write: Write, text: str, key: str, near: str) -> None:
    path = write("agreecheck.toml", text)
    for language, form in (("en", f"There is no {key}; the nearest is {near}."), ("zh", f"最接近的是 {near}")):
        said = said_of(path, language)
        assert said.startswith(str(path))
        assert form in said
        assert key in said


def test_an_unknown_key_like_no_other_says_where_to_look(write: Write) -> None:
    said = said_of(write("agreecheck.toml", "zzzzqqqq = 1"))
    assert "There is no zzzzqqqq." in said
    assert "--show-config" in said


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ('timeout = "soon"', "timeout", '"soon"'),
        ("timeout = 0", "timeout", "0"),
        ("timeout = true", "timeout", "true"),
        ("jobs = 1.5", "jobs", "1.5"),
        ('lang = "fr"', "lang", '"fr"'),
        ('fail-on = "doom"', "fail-on", '"doom"'),
        ('include = "*.pdf"', "include", '"*.pdf"'),
        ("packs = [1]", "packs", "[1]"),
        ('severity = "low"', "severity", '"low"'),
        ('severity = { A01 = "grave" }', "severity", '"grave"'),
        ('ignore = ["A01"]', "ignore", '["A01"]'),
        ('[[ignore]]\nrule = "A01"', "ignore", '"A01"'),
        ('[[ignore]]\nrule = "A01"\nreason = " "', "ignore", '"A01"'),
        ('[[ignore]]\nrule = "A01"\nreason = "x"\nuntil = "soon"', "ignore", '"soon"'),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wrong_value_is_one_sentence_with_file_key_and_what_is_wanted(
    write: Write, text: str, key: str, shown: str, language: str
) -> None:
    path = write("agreecheck.toml", text)
    said = said_of(path, language)
    want = load(language)(f"config_want.{key.replace('-', '_')}")
    assert said.startswith(str(path))
    assert f"{key} " in said
    assert want in said
    assert shown in said
    assert "\n" not in said


def test_what_is_wanted_is_told_for_every_key() -> None:
    for language in ("zh", "en"):
        say = load(language)
        assert all(say(f"config_want.{name}") for name in Config.__struct_fields__)


def test_broken_toml_is_told_with_its_line(write: Write) -> None:
    path = write("agreecheck.toml", "jobs = 1\nlang = \n")
    with pytest.raises(ConfigError) as caught:
        named(path)
    assert str(path) in sentence(load("en"), caught.value)
    assert "line 2" in sentence(load("en"), caught.value)


def test_the_command_line_goes_before_the_file_and_the_file_before_the_default(write: Write) -> None:
    settled = settle(named(write("agreecheck.toml", "jobs = 2\ntimeout = 9\n")), {"jobs": 4, "include": None})
    origins = {name: (setting.value, setting.origin) for name, setting in settled.settings.items()}
    assert origins["jobs"] == (4, "command")
    assert origins["timeout"] == (9, "file")
    assert origins["memory"] == (2048, "default")
    assert origins["include"] == ((), "default")


def test_paths_are_meant_from_the_place_of_the_file(write: Write, tmp_path: Path) -> None:
    settled = settle(named(write("a/agreecheck.toml", 'packs = ["../mine"]\nlaw = "law.toml"\n')), {})
    assert settled["packs"] == (str((tmp_path / "mine").resolve()),)
    assert settled["law"] == str((tmp_path / "a" / "law.toml").resolve())


def test_a_file_among_the_papers_says_only_how_a_report_looks_and_which_files_are_meant(write: Write) -> None:
    path = write(
        "agreecheck.toml",
        'lang = "en"\nformat = "json"\ninclude = ["*.pdf"]\nexclude = ["x"]\nfail-on = "never"\npacks = ["p"]\n'
        'law = "l"\ntimeout = 1\nmemory = 1\njobs = 99\nseverity = { A01 = "low" }\n'
        'ignore = [{ rule = "A01", reason = "they say so" }]\n',
    )
    settled = settle(named(path), {}, among_papers=True)
    taken = {name for name, setting in settled.settings.items() if setting.origin == "file"}
    assert taken == {"lang", "format", "include", "exclude"}
    assert set(settled.refused) == {"fail-on", "packs", "law", "timeout", "memory", "jobs", "severity", "ignore"}
    assert settled["ignore"] == ()
    assert settled["packs"] == ()


def test_a_link_into_or_out_of_the_papers_lies_among_them(write: Write, tmp_path: Path) -> None:
    outside, inside = write("outside.toml", "jobs = 1"), write("papers/inside.toml", "jobs = 1")
    (tmp_path / "papers" / "agreecheck.toml").symlink_to(outside)
    (tmp_path / "linked.toml").symlink_to(inside)
    papers = tmp_path / "papers"
    assert named(papers / "agreecheck.toml").lies_in(papers)
    assert named(tmp_path / "linked.toml").lies_in(papers)
    assert named(inside).lies_in(papers)
    assert named(inside).lies_in(tmp_path)
    assert not named(outside).lies_in(papers)


def test_an_ignore_holds_to_the_end_of_its_last_day() -> None:
    from datetime import date

    one = Ignore(rule="A01", reason="x", until=date(2027, 1, 31))
    assert one.holds(date(2027, 1, 31))
    assert not one.holds(date(2027, 2, 1))
    assert Ignore(rule="A01", reason="x").holds(date(2099, 1, 1))
