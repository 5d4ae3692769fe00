"""The one way through: a file goes in at the top, a report comes out at the bottom."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from agreecheck.model.document import Document
from agreecheck.model.finding import Report

if TYPE_CHECKING:
    from agreecheck.text.extract import Extracted


def check(path: str | Path, *, as_of: date | None = None, as_type: str | None = None, second_reader: bool = True) -> Report:
    """Review the agreement at ``path``. Raises ReadError where nothing can be read at all."""
    from agreecheck.read import read

    return review(read(Path(path)), as_of=as_of, as_type=as_type, second_reader=second_reader)


def check_text(text: str, *, name: str = "text", as_of: date | None = None, as_type: str | None = None, second_reader: bool = True) -> Report:
    """Review an agreement given as bare text."""
    from agreecheck.read import read_bytes

    return review(read_bytes(text.encode(), name), as_of=as_of, as_type=as_type, second_reader=second_reader)


def extract(text: str, as_of: date | None = None) -> "list[Extracted]":
    """The facts of a bare string, in order of place."""
    from agreecheck.text.extract import extract as facts_of

    return facts_of(text, as_of)


def review(document: Document, *, as_of: date | None, as_type: str | None, second_reader: bool) -> Report:
    """All stages after reading, in order."""
    raise NotImplementedError
