"""Parts that stand right behind their whole and add up to it: what the first of them is, its whole says."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.roles import Choice

_APART = 24  # characters between two parts
_MOST = 6  # parts of one whole
_OF_DEBT = ("interest", "overdue_interest", "penalty", "fee")
_OF_INSTALMENT = {
    "interest": "instalment_interest",
    "overdue_interest": "instalment_interest",
    "penalty": "instalment_fee",
    "fee": "instalment_fee",
}


def added_parts(flow: Flow, labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """每期1,180元，含应付款1,040元、利息60元、服务费80元; 应付12,480元，其中未付租金9,600元、滞纳金2,880元: the part
    that is neither interest nor fee is principal, if all of them add up to the whole."""
    result = list(labelled)
    for index, whole in enumerate(labelled):
        if whole.role not in ("instalment", "total_debt", "payable"):
            continue
        for at in _parts(flow, labelled, index):
            part = labelled[at]
            role = _role(whole.role, part.role)
            if role != part.role:
                evidence = part.choice.evidence if part.choice else flow.span(*part.figure.piece)
                result[at] = part._replace(choice=Choice(role, part.choice.weight if part.choice else 60, evidence))
    return tuple(result)


def _role(whole: str, part: str) -> str:
    if whole == "instalment":
        return _OF_INSTALMENT.get(part, part if part.startswith("instalment_") else "instalment_principal")
    return part if part in _OF_DEBT else "principal"


def _parts(flow: Flow, labelled: Sequence[Labelled], index: int) -> range:
    """The figures behind the whole that are told to be its parts and add up to it, one of them at most unnamed."""
    whole = labelled[index]
    sentence = flow.sentence(whole.figure.piece.start)
    end, total, unnamed = whole.figure.piece.end, Decimal(0), 0
    for at in range(index + 1, min(index + 1 + _MOST, len(labelled))):
        part = labelled[at]
        gap = flow.text[end : part.figure.piece.start]
        first = at == index + 1
        told = (
            words(flow.pack, "parts_opened").search(gap) if first else not words(flow.pack, "sum_between").search(gap)
        )
        if part.figure.piece.start >= sentence.end or len(gap) > _APART or not told:
            break
        named = part.role in _OF_DEBT or part.role in ("principal", *_OF_INSTALMENT.values())
        total, unnamed, end = total + part.figure.value, unnamed + (not named), part.figure.piece.end
        if part.role in ("waived", "paid") or unnamed > 1:
            break
        if not first and total == whole.figure.value:
            return range(index + 1, at + 1)
    return range(0)
