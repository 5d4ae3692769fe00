"""What kind of paper it is."""

from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Guess, Party
from agreecheck.model.span import Span


def find_title(reading: Reading) -> Span | None:
    return None


def document_type(reading: Reading, title: Span | None, parties: tuple[Party, ...], as_type: str | None) -> Guess:
    return Guess(value=as_type or "loan_instalment")
