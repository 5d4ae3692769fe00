"""Sums told in several places of a paper: taken only where they fit, as nothing but the figures ties them together."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.breakdowns import amount
from agreecheck.facts.money.sums import breakdown
from agreecheck.model.fact import Breakdown

_REACH = 700  # characters from what was lent to what is owed
_PARTS = ("instalment_principal", "instalment_interest", "instalment_fee")


def sums_apart(labelled: Sequence[Labelled], known: Sequence[Breakdown]) -> tuple[Breakdown, ...]:
    """What was lent is what was paid back and what is owed; an instalment is its parts. None that is known already."""
    wholes = {b.whole.value for b in known}
    found = [_lent(labelled), _instalment(labelled)]
    return tuple(b for b in found if b and b.whole.value not in wholes)


def _lent(labelled: Sequence[Labelled]) -> Breakdown | None:
    """借款600,000元。已归还120,000元，冲减本金。… 尚欠本金480,000元, one line or several."""
    lent = [one for one in labelled if one.role == "original_principal" and one.figure.value]
    paid = [one for one in labelled if one.role == "paid" and one.figure.value]
    owed = [one for one in labelled if one.role in ("principal", "total_debt")]
    for whole in lent[:1]:
        start = whole.figure.piece.start
        for left in owed:
            for part in paid:
                near = all(0 < one.figure.piece.start - start <= _REACH for one in (left, part))
                if near and left.figure.value + part.figure.value == whole.figure.value:
                    return breakdown("balance", [amount(left), amount(part)], amount(whole))
    return None


def _instalment(labelled: Sequence[Labelled]) -> Breakdown | None:
    """每个月还5,000元。利息每月360元… 这样每个月一共5,360元."""
    each = {part: [one for one in labelled if one.role == part] for part in _PARTS}
    if any(len({one.figure.value for one in found}) > 1 for found in each.values()):
        return None
    parts = [found[0] for found in each.values() if found]
    total = sum((one.figure.value for one in parts), Decimal(0))
    whole = next((one for one in labelled if one.role == "instalment" and one.figure.value == total), None)
    if whole is None or len(parts) < 2 or any(not one.figure.value for one in parts):
        return None
    return breakdown("instalment", [amount(one) for one in parts], amount(whole))
