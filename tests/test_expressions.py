"""Kept expressions are the same as those that Python compiles anew, and a cache that is spoilt only costs time."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agreecheck import cache, expressions

WRITTEN = [
    (r"(?P<year>20\d\d)年(?P<month>1[0-2]|[1-9])月", 0, "2026年11月23日，2027年1月"),
    (r"^(?:Re|Subject): ?(?P<what>[^\n]{3,90}?)$", re.M | re.I, "Dear Sir\nSUBJECT: arrears of May\nre: none"),
    (r"(?<=[条款])(?>[一二三四五]+)(?!元)(\w)?", 0, "第一条三，第二款四元"),
    (r"[^。；;\n]{0,8}?利息(?i:rate)?", re.NOFLAG, "不计利息Rate；另计利息"),
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    begin_anew()
    yield tmp_path
    begin_anew()


def begin_anew() -> None:
    """As a new process finds it."""
    expressions._kept.cache_clear()


def same(source: str, flags: int, text: str) -> bool:
    ours, theirs = expressions.compiled(source, flags), re.compile(source, flags)
    found = [[(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text)] for pattern in (ours, theirs)]
    return ours == theirs and found[0] == found[1] and bool(found[0])


def kept(home: Path) -> Path:
    for source, flags, _ in WRITTEN:
        expressions.compiled(source, flags)
    expressions.keep()
    (file,) = (home / "agreecheck").iterdir()
    begin_anew()
    return file


@pytest.mark.parametrize(("source", "flags", "text"), WRITTEN)
def test_a_new_one_a_known_one_and_a_kept_one_find_what_python_finds(
    source: str, flags: int, text: str, home: Path
) -> None:
    assert same(source, flags, text)
    assert same(source, flags, text)
    kept(home)
    assert same(source, flags, text)


def test_what_is_kept_is_not_compiled_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(home)
    monkeypatch.setattr(expressions, "_code", lambda *given: pytest.fail("compiled again"))
    assert all(same(*one) for one in WRITTEN)


def test_the_same_words_with_other_flags_are_another_expression() -> None:
    assert not expressions.compiled("apr").search("APR")
    assert expressions.compiled("apr", re.I).search("APR")


def test_nothing_is_written_where_nothing_is_new(home: Path) -> None:
    file = kept(home)
    file.unlink()
    expressions.keep()
    assert not file.exists()


def test_a_spoilt_file_only_costs_time(home: Path) -> None:
    kept(home).write_bytes(b"spoilt")
    assert all(same(*one) for one in WRITTEN)


def test_code_that_python_refuses_is_compiled_anew(home: Path) -> None:
    file = kept(home)
    whole = cache.fetch(file.name)
    assert whole
    cache.keep(file.name, whole.replace(b"\x00\x00\x00", b"\xff\xff\xff"))
    begin_anew()
    assert all(same(*one) for one in WRITTEN)


def test_a_byte_that_changed_on_the_disk_never_changes_what_is_found(home: Path) -> None:
    """利 is 0x5229: with another last byte the code is as good as before, and finds another word."""
    file = kept(home)
    whole = file.read_bytes()
    assert (0x5229).to_bytes(4, "little") in whole
    file.write_bytes(whole.replace((0x5229).to_bytes(4, "little"), (0x5228).to_bytes(4, "little")))
    begin_anew()
    assert all(same(*one) for one in WRITTEN)


def test_a_folder_that_cannot_be_written_only_costs_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    expressions.compiled("利息")
    expressions.keep()
    assert cache.fetch("expressions") is None


def test_a_python_that_is_made_otherwise_compiles_as_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_part", lambda module: object())
    assert all(same(*one) for one in WRITTEN)


def test_an_expression_that_is_none_is_an_error_as_always() -> None:
    with pytest.raises(re.error):
        expressions.compiled("(未闭合")
