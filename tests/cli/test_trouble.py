"""Whatever goes wrong is one sentence in the reader's language."""

import re
from pathlib import Path

import pytest

import agreecheck
from agreecheck.cli.trouble import sentence
from agreecheck.errors import ReadError, UsageError
from agreecheck.messages import load

RAISED = re.compile(r'(?:Usage|Config|Read)Error\(.*?code="([a-z_]+)"')
CODES = {code for path in Path(agreecheck.__file__).parent.rglob("*.py") for code in RAISED.findall(path.read_text())}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_error_that_is_raised_has_its_words(language: str) -> None:
    assert {"no_files", "answers_exist", "timeout"} <= CODES
    say = load(language)
    assert [code for code in CODES if not (say.get(f"error.{code}") and say.get(f"error.{code}_todo"))] == []


def test_an_error_without_words_of_its_own_is_told_as_wrong_use_or_unreadable() -> None:
    say = load("en")
    assert sentence(say, UsageError("odd.", code="nowhere")) == "Wrong use: odd. See agreecheck --help."
    assert sentence(say, ReadError("odd", code="nowhere"), "a.pdf").startswith("a.pdf: The file cannot be read.")
