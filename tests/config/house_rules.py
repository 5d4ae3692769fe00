"""A rule pack of one's own."""

from pathlib import Path

_PACK = 'name = "house"\nversion = "1"\nlanguage = "zh"\nextends = "zh"\n'


def house(home: Path, rules: str) -> Path:
    """The pack ``house`` in a folder, with these rules."""
    pack = home / "house"
    (pack / "rules").mkdir(parents=True)
    (pack / "pack.toml").write_text(_PACK, encoding="utf-8")
    (pack / "rules" / "house.toml").write_text(rules, encoding="utf-8")
    return pack
