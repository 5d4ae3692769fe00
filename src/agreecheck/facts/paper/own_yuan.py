"""In which yuan a paper reckons: 新台币（下同）36万元 makes every 元 of the paper one of Taiwan."""

from msgspec.structs import replace

from agreecheck.model.mention import Mention
from agreecheck.text.currencies import CURRENCIES, YUAN_ELSEWHERE

_MAINLAND = ("人民币", "RMB", "CNY")


def in_own_yuan(folded: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, bare yuan in the only yuan of elsewhere that the paper names; as they are if it names two."""
    named = {code for name, code in CURRENCIES.items() if code in YUAN_ELSEWHERE and name in folded}
    if len(named) != 1 or any(name in folded for name in _MAINLAND):
        return mentions
    (unit,) = named
    return tuple(replace(m, unit=unit) if m.unit == "CNY" else m for m in mentions)
