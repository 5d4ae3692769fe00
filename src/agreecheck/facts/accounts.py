"""Where the money shall go: payee accounts and QR codes."""

from agreecheck.facts.reading import Reading
from agreecheck.model.fact import Account, Party


def find_accounts(reading: Reading) -> tuple[Account, ...]:
    return ()


def payees(reading: Reading, accounts: tuple[Account, ...], parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return ()
