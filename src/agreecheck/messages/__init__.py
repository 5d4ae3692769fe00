"""The program's own words, one catalogue a language (``zh.toml``, ``en.toml``); rules and laws bring theirs."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")


class Messages:
    """Texts of one language by dotted key: ``messages("status.found")``."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.texts = texts

    def __call__(self, key: str, /, **slots: object) -> str:
        """The text of ``key`` with its slots filled; KeyError for a key that no catalogue has."""
        return self.texts[key].format(**slots)

    def get(self, key: str, default: str = "") -> str:
        """The text of ``key`` as it stands, or ``default``."""
        return self.texts.get(key, default)

    def name(self, kind: str, value: str) -> str:
        """The word for one value of an enumeration (``name("status", "found")``), else the value itself."""
        return self.texts.get(f"{kind}.{value}", value)


@cache
def load(language: str, paper: str = "") -> Messages:
    """The catalogue of ``"zh"`` or ``"en"``; ``paper``: the type of paper spoken of, for which some words differ."""
    if paper:
        texts, prefix = load(language).texts, f"for_{paper}."
        own = {key.removeprefix(prefix): text for key, text in texts.items() if key.startswith(prefix)}
        return Messages(language, {**texts, **own})
    with (Path(__file__).parent / f"{language}.toml").open("rb") as file:
        return Messages(language, dict(_flat(tomllib.load(file))))


def _flat(tree: Mapping[str, Any], above: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        pairs += _flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)]
    return pairs
