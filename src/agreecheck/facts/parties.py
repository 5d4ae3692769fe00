"""Who the parties are and who owes whom."""

from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Party


def find_parties(reading: Reading) -> tuple[Party, ...]:
    return ()
