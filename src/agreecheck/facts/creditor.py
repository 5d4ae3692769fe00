"""What kind of creditor stands behind the paper."""

from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Guess, Party


def creditor_kind(reading: Reading, parties: tuple[Party, ...], type_: Guess) -> Guess:
    return Guess(value="unknown")
