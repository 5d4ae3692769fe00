"""A pack's folder becomes one value; whatever is wrong with it is said with its file and key."""

import os
from pathlib import Path

import pytest

from agreecheck import cache
from agreecheck.errors import PackError
from agreecheck.model.rule import Pack
from agreecheck.packs import load as packs
from agreecheck.packs import store
from agreecheck.packs.decode import decode
from agreecheck.packs.load import RetiredFile

HEAD = 'name = "own"\nversion = "1"\nlanguage = "zh"\n'
RULE = """
[[rule]]
id = "CN-R001"
item = "x"
name = "n"
kind = "present"
when = ["工本费"]
zh = { title = "t", why = "w" }
en = { title = "t", why = "w" }
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    packs.load.cache_clear()
    made = tmp_path / "own"
    (made / "rules").mkdir(parents=True)
    (made / "pack.toml").write_text(HEAD, encoding="utf-8")
    return made


def load(home: Path) -> packs.Pack:
    packs.load.cache_clear()
    return packs.load(str(home))


def test_rules_and_concepts_come_from_every_file(home: Path) -> None:
    (home / "concepts.toml").write_text('[concept]\na = ["甲"]\n', encoding="utf-8")
    (home / "rules" / "one.toml").write_text('[concept]\nb = ["乙"]\n' + RULE, encoding="utf-8")
    (home / "rules" / "two.toml").write_text(RULE.replace("R001", "R002"), encoding="utf-8")
    pack = load(home)
    assert pack.concepts == {"a": ("甲",), "b": ("乙",)}
    assert [rule.id for rule in pack.rules] == ["CN-R001", "CN-R002"]


def test_a_misspelt_key_names_its_file_and_key(home: Path) -> None:
    (home / "rules" / "one.toml").write_text(RULE.replace("when", "wenn"), encoding="utf-8")
    with pytest.raises(PackError, match=r"one\.toml.*wenn"):
        load(home)


def test_codes_are_unique_and_the_retired_stay_retired(home: Path) -> None:
    (home / "rules" / "one.toml").write_text(RULE + RULE, encoding="utf-8")
    with pytest.raises(PackError, match="CN-R001 is taken or retired"):
        load(home)
    (home / "rules" / "one.toml").write_text(RULE, encoding="utf-8")
    (home / "retired.toml").write_text('codes = ["CN-R001"]\n', encoding="utf-8")
    with pytest.raises(PackError, match="CN-R001 is taken or retired"):
        load(home)


def test_a_concept_is_defined_once(home: Path) -> None:
    (home / "concepts.toml").write_text('[concept]\na = ["甲"]\n', encoding="utf-8")
    (home / "rules" / "one.toml").write_text('[concept]\na = ["乙"]\n', encoding="utf-8")
    with pytest.raises(PackError, match="'a' is defined twice"):
        load(home)


def test_what_is_kept_equals_what_was_read_and_follows_every_change(home: Path) -> None:
    (home / "rules" / "one.toml").write_text(RULE, encoding="utf-8")
    first = load(home)
    assert store.fetch(first.digest, Pack) == first
    assert load(home) == first
    (home / "rules" / "one.toml").write_text(RULE.replace("工本费", "手续费"), encoding="utf-8")
    assert load(home).rules[0].when == ("手续费",)


COST = '[[cost]]\nof = ["x"]\nfigure = "waived"\nzh = "少 {amount}"\nen = "less {amount}"\n'


def test_what_is_kept_follows_what_the_pack_is_lent(home: Path) -> None:
    lender = home.parent / "lender"
    lender.mkdir()
    (lender / "pack.toml").write_text(HEAD, encoding="utf-8")
    (lender / "costs.toml").write_text(COST, encoding="utf-8")
    (home / "pack.toml").write_text(f'{HEAD}extends = "{lender}"\n', encoding="utf-8")
    first = load(home)
    assert first.pricing[0].zh == "少 {amount}"
    (lender / "costs.toml").write_text(COST.replace("少", "省"), encoding="utf-8")
    assert load(home).pricing[0].zh == "省 {amount}"
    assert load(home).digest != first.digest


@pytest.mark.parametrize(("of", "named"), [("nothing", "'nothing'"), ("CN-R999", "'CN-R999'")])
def test_a_cost_belongs_to_an_item_or_a_rule(home: Path, of: str, named: str) -> None:
    (home / "pack.toml").write_text(f'{HEAD}extends = "zh"\n', encoding="utf-8")
    (home / "costs.toml").write_text(COST.replace('"x"', f'"{of}"'), encoding="utf-8")
    with pytest.raises(PackError, match=f"neither an item nor a rule of this pack: {named}"):
        load(home)


def test_a_spoilt_or_unwritable_cache_only_costs_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "rules" / "one.toml").write_text(RULE, encoding="utf-8")
    first = load(home)
    for kept in cache.folder().iterdir():
        kept.write_bytes(b"spoilt")
    assert load(home) == first
    blocked = home / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(blocked))
    assert load(home) == first


def test_a_vocabulary_is_read_once_and_follows_every_change(home: Path) -> None:
    (home / "retired.toml").write_text('codes = ["CN-R001"]\n', encoding="utf-8")
    assert decode(home / "retired.toml", RetiredFile).codes == ("CN-R001",)
    kept = list(cache.folder().iterdir())
    assert decode(home / "retired.toml", RetiredFile).codes == ("CN-R001",)
    assert list(cache.folder().iterdir()) == kept
    (home / "retired.toml").write_text('codes = ["CN-R002"]\n', encoding="utf-8")
    assert decode(home / "retired.toml", RetiredFile).codes == ("CN-R002",)
    (home / "retired.toml").write_text('code = ["CN-R002"]\n', encoding="utf-8")
    with pytest.raises(PackError, match="unknown field `code`"):
        decode(home / "retired.toml", RetiredFile)
