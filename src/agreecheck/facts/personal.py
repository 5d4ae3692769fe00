"""Personal data that a report must mask."""

from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Account, Party, Personal


def find_personal(reading: Reading, parties: tuple[Party, ...], accounts: tuple[Account, ...]) -> tuple[Personal, ...]:
    return ()
