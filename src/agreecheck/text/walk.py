"""Go through the quantities of a text: what stands at one of them may take in the next ones too."""

from collections.abc import Callable, Sequence

from agreecheck.model.mention import Mention
from agreecheck.text.numerals import Quantity

Reader = Callable[[str, Sequence[Quantity], int], tuple[Mention | None, int]]


def walk(text: str, quantities: Sequence[Quantity], read: Reader) -> list[Mention]:
    """What ``read`` finds at each quantity; it also says how many quantities it has used up, at least one."""
    found = []
    at = 0
    while at < len(quantities):
        one, used = read(text, quantities, at)
        if one is not None:
            found.append(one)
        at += used
    return found
