"""One rate in two roles, for the term and for default: 利息及逾期利息均按…, 逾期利率同此, the same rate applies to
overdue sums."""

from collections.abc import Sequence

from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.rates import Charged
from agreecheck.facts.money.roles import Choice

_JOINT = 60  # characters before a rate in which both may be named for it
_BOTH = ("interest", "overdue")
_WEIGHT = 60


def with_default(flow: Flow, found: Sequence[Charged]) -> tuple[Charged, ...]:
    """The rates, with the interest rate once more for default where words say that it is the same."""
    named = tuple(both for one in found for both in _both(flow, one))
    return (*named, *_again(flow, named))


def _both(flow: Flow, one: Charged) -> tuple[Charged, ...]:
    """利息及逾期利息均按年利率15.4%: a rate that is named for both."""
    start = max(flow.sentence(one.piece.start).start, one.piece.start - _JOINT)
    joint = words(flow.pack, "both_rates").search(flow.text, start, one.piece.start)
    if joint is None or one.mention.kind != "rate":
        return (one,)
    evidence = flow.span(joint.start(), joint.end())
    return tuple(one._replace(choice=Choice(role, _WEIGHT, evidence)) for role in _BOTH)


def _again(flow: Flow, found: Sequence[Charged]) -> tuple[Charged, ...]:
    """逾期利率同此: the last interest rate before the words, unless a rate for default stands beside them."""
    if not found:
        return ()
    for match in words(flow.pack, "same_for_default").finditer(flow.text):
        before = [one for one in found if one.choice and one.choice.role == "interest" and one.piece.end <= match.end()]
        sentence = flow.sentence(match.start())
        own = any(one.choice and one.choice.role == "overdue" and _inside(sentence, one.piece) for one in found)
        if before and not own:
            said = Choice("overdue", _WEIGHT, flow.span(match.start(), match.end()))
            return (before[-1]._replace(choice=said, said=Piece(match.start(), match.end())),)
    return ()


def _inside(sentence: Piece, piece: Piece) -> bool:
    return sentence.start <= piece.start < sentence.end
