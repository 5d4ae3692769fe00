"""Numbers in English words (twenty-five dollars, fourteen (14) days), where a unit follows that makes them facts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from agreecheck.expressions import compiled
from agreecheck.text.numerals import Quantity

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"  # noqa: E501
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_ONES.split(), 1)}
TO_TWELVE = {word: value for word, value in _VALUES.items() if value <= 12}
"""The numbers that papers write in words where no unit need follow."""
BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS.split())})(?:[- ](?:{'|'.join(_ONES.split()[:9])}))?|{'|'.join(reversed(_ONES.split()))})"
)
"""An expression for the numbers of payments that papers write in words; ``parse`` reads what it finds."""
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}
_ANY = "|".join(sorted((*_VALUES, *_SCALES), key=len, reverse=True))
# begins with a class of letters, so that the search skips Chinese text
_NUMBER = compiled(
    rf"(?=[OoTtFfSsEeNn])(?<![A-Za-z])(?<![A-Za-z]-)(?i:{_ANY})(?i:[ -](?:and )?(?:{_ANY})){{0,12}}(?![A-Za-z])"
)
_UNIT = compiled(
    r"(?i: ?(?:\(\d|(?:[a-z]+ ){0,2}"
    r"(?:dollars?|pounds?|euros?|yuan|days?|weeks?|months?|years?|payments?|instal?lments?|per ?cent|cents?|pence)\b))"
)


_BRACKET = compiled(r" ?\($")


def find(text: str) -> Iterator[Quantity]:
    """Every such number of a folded text, in order."""
    for match in _NUMBER.finditer(text):
        value = parse(match[0])
        if value is not None and _UNIT.match(text, match.end()):
            yield Quantity(Decimal(value), match.start(), match.end(), match[0])


def parse(words: str) -> int | None:
    """The value of a number in words, None where they make none (two three)."""
    total = current = 0
    before = ""
    for word in re.split(r"[ -]", words.lower()):
        if word == "and":
            continue
        if word in _SCALES:
            if word == "hundred":
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * _SCALES[word], 0
        elif current % 100 == 0 or (before in _TENS.split() and _VALUES[word] < 10):
            current += _VALUES[word]
        else:
            return None
        before = word
    return total + current


def merged(text: str, digits: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities in digits together with those in words; fourteen (14) is one where both say the same."""
    words = list(find(text))
    if not words:
        return tuple(digits)
    result: list[Quantity] = []
    for one in sorted((*words, *digits), key=lambda q: q.start):
        last = result[-1] if result else None
        if last and last.run[0].isalpha() and one.value == last.value and _BRACKET.match(text, last.end, one.start):
            end = one.end + (text[one.end : one.end + 1] == ")")
            result[-1] = Quantity(last.value, last.start, end, last.run)
            continue
        result.append(one)
    return tuple(result)
