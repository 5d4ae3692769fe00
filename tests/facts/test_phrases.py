"""Phrases of the packs: a phrase that is not compiled would not have matched."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreecheck.facts.parties.pack import phrase
from agreecheck.facts.phrases import Phrase, compile_phrase
from agreecheck.packs.find import folder


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


@cache
def _notations(pack: str) -> tuple[tuple[Callable[..., Phrase], str], ...]:
    """Every weighted phrase of the pack with what makes it."""
    types = tomllib.loads((folder(pack) / "types.toml").read_text(encoding="utf-8"))
    parties = tomllib.loads((folder(pack) / "parties.toml").read_text(encoding="utf-8"))
    cues = [text for part in ("cue", "prose") for entry in parties[part] for text in entry["when"]]
    kinds = [t for entry in types["type"] for key in ("title", "body", "minus") for t in _strings(entry.get(key, {}))]
    return (*((compile_phrase, text) for text in kinds), *((phrase, text) for text in cues))


@pytest.mark.parametrize("pack", ["zh", "en"])
@settings(max_examples=400)
@given(data=st.data())
def test_a_phrase_that_is_passed_over_would_not_have_matched(pack: str, data: st.DataObject) -> None:
    make, notation = data.draw(st.sampled_from(_notations(pack)))
    made = make(notation, ignore_case=pack == "en")  # anew, so that it is not compiled yet
    words = [*re.findall(r"[^\W_]+|[:,;%/]", made.expression), "\ue000", "\ue001", " ", "分", "3", ""]
    text = "".join(data.draw(st.lists(st.sampled_from(words), max_size=8)))
    found = made.search(text)
    expected = re.search(made.expression, text, re.I if pack == "en" else re.NOFLAG)
    assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize(
    ("notation", "text", "found"),
    [
        ("减免 ..4 结清", "减免后一次结清", True),
        ("减免 ..4 结清", "减免", False),
        ("分期(?:还款)?", "分期", True),
        ("(?:[0-9]+|几) ..2 期", "12期", True),
        ("(?:(?:已|将)还)?款", "款", True),
        ("(?<!不)还", "还", True),
        ("甲 ..2 乙|丙", "丙", True),
        ("(?:甲 ..2 乙)?丁", "丁", True),
        ("申请人 ..4 (?:签名|:)", "申请人:", True),
        ("申请(?:人|)", "申请", True),
    ],
)
def test_optional_words_are_not_needed(notation: str, text: str, found: bool) -> None:
    assert (compile_phrase(notation).search(text) is not None) == found
