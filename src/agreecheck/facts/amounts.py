"""Which sum is what: the debt and its parts, the waiver, what is left to pay, the instalments."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agreecheck.facts.figures import Figure
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.roles import Choice, best, choose
from agreecheck.model.fact import Amount, AmountRole

_TOTAL = {
    "zh": re.compile(r"(?:合计|共计|总计|共|总共|累计|一共|总额|合并)(?:为|是|金额|约|计)?(?:人民币)?[:：]?$"),
    "en": re.compile(r"(?:total(?:ing|ling|s)?|in all|altogether|sum)(?: of| is|:)? ?$", re.IGNORECASE),
}
_PARTS = {
    "zh": re.compile(r"其中|包括|包含|含|组成|构成|分别|[（(:：]"),
    "en": re.compile(r"consist|compris|includ|of which|made up|[:(]", re.IGNORECASE),
}
_INSTALMENT_PART: dict[str, AmountRole] = {
    "principal": "instalment_principal",
    "interest": "instalment_interest",
    "fee": "instalment_fee",
}
_DEBT_PARTS = {"principal", "interest", "overdue_interest", "penalty", "fee"}
_ASKED: dict[str, AmountRole] = {"waived": "requested_waiver", "instalment": "proposed_instalment"}


class Labelled(NamedTuple):
    """A figure with its role; ``waiving`` if the sentence also waives it."""

    figure: Figure
    choice: Choice | None

    @property
    def role(self) -> str:
        return self.choice.role if self.choice else ""


def label(flow: Flow, found: Sequence[Figure], others: Sequence[Piece], type_: str) -> tuple[Labelled, ...]:
    """Each figure with the role that the words around it give; ``others`` are figures of other kinds."""
    chosen = [best(c) for c in choose(flow, "amount", [f.piece for f in found], others)]
    labelled = [Labelled(f, c) for f, c in zip(found, chosen, strict=True)]
    labelled = [_instalment_part(flow, labelled, i) for i in range(len(labelled))]
    labelled = [_sum(flow, labelled, i) for i in range(len(labelled))]
    if type_ == "hardship_application":
        labelled = [_asked(one) for one in labelled]
    return tuple(labelled)


def _same_sentence(flow: Flow, labelled: Sequence[Labelled], index: int) -> list[Labelled]:
    """The figures before this one in its sentence."""
    start = flow.sentence(labelled[index].figure.piece.start).start
    return [one for one in labelled[:index] if one.figure.piece.start >= start]


def _instalment_part(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """每期2,225元，其中本金2,000元: a part named after an instalment is a part of it."""
    one = labelled[index]
    if one.choice is None or one.role not in _INSTALMENT_PART:
        return one
    for earlier in reversed(_same_sentence(flow, labelled, index)):
        if earlier.role in _INSTALMENT_PART or earlier.role in _INSTALMENT_PART.values():
            continue
        opened = _PARTS[flow.pack].search(flow.text, earlier.figure.piece.end, one.figure.piece.start)
        if earlier.role == "instalment" and opened:
            return one._replace(choice=one.choice._replace(role=_INSTALMENT_PART[one.role]))
        return one
    return one


def _sum(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """A sum (共计) without a role of its own has that of its parts."""
    one = labelled[index]
    if one.choice is not None and one.choice.weight >= 52:
        return one
    start = flow.sentence(one.figure.piece.start).start
    if not _TOTAL[flow.pack].search(flow.text[start : one.figure.piece.start]):
        return one
    parts = [p for p in _same_sentence(flow, labelled, index) if p.choice]
    roles = {p.role for p in parts}
    if len(roles) == 1:
        return one._replace(choice=parts[0].choice)
    if "principal" in roles and roles <= _DEBT_PARTS and len(parts) > 1:
        evidence = parts[0].choice.evidence if parts[0].choice else flow.span(start, start + 1)
        return one._replace(choice=Choice("total_debt", 50, evidence))
    return one


def _asked(one: Labelled) -> Labelled:
    """In an application waiver and instalment are only asked for."""
    if one.choice and one.role in _ASKED:
        return one._replace(choice=one.choice._replace(role=_ASKED[one.role]))
    return one


def amounts_of(labelled: Iterable[Labelled]) -> tuple[Amount, ...]:
    """The figures as facts, words and digits apart where they differ."""
    result: list[Amount] = []
    for figure, choice in labelled:
        role: AmountRole | None = choice.role if choice else None  # type: ignore[assignment]
        result += figure.amounts(role, choice.evidence if choice else None)
    return tuple(result)


def distinct(found: Iterable[Amount]) -> tuple[Amount, ...]:
    """Each value once in each role; without a role only where it has none anywhere. In the order of the text."""
    found = sorted(found, key=lambda a: a.span)
    known = {a.value for a in found if a.role}
    seen: set[tuple[object, object]] = set()
    result = []
    for amount in found:
        key = (amount.value, amount.role)
        if key in seen or (amount.role is None and amount.value in known):
            continue
        seen.add(key)
        result.append(amount)
    return tuple(result)
