"""Which sum is what: the debt and its parts, the waiver, what is left to pay, the instalments."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.figures import Figure
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.roles import Choice, best, choose
from agreecheck.model.fact import Amount, AmountRole, Breakdown
from agreecheck.model.span import Span

_INSTALMENT_PART: dict[str, AmountRole] = {
    "principal": "instalment_principal",
    "interest": "instalment_interest",
    "overdue_interest": "instalment_interest",
    "fee": "instalment_fee",
}
_BESIDE = {
    "part_interest": "instalment_interest",
    "part_fee": "instalment_fee",
    "sum_between": "instalment",
}
_REST_REACH = 8  # characters from such a word to its figure
_FIRST_REACH = 60  # characters from a first payment to what is left
_ENTRY = compiled(r"[^\d。；;\n]{2,16}[\d,.]{2,14}元?[。；;，,]?")  # a line of a list: what it is, and the sum
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
    labelled = [_beside_principal(flow, labelled, i) for i in range(len(labelled))]
    labelled = [_sum(flow, labelled, i) for i in range(len(labelled))]
    labelled = _main_parts(flow, labelled)
    labelled = _principal_parts(labelled)
    labelled = [_before_waiver(labelled, i) for i in range(len(labelled))]
    labelled = [_remainder(flow, labelled, i) for i in range(len(labelled))]
    if type_ == "hardship_application":
        labelled = [_asked(one) for one in labelled]
    return tuple(labelled)


def list_start(flow: Flow, at: int) -> int:
    """Where the sentence begins, or the list of it whose items are parted by semicolons (本金1元；利息2元；合计3元), or
    stand in short lines above the line of their sum."""
    start = flow.sentence(at).start
    while start > 0 and flow.text[start - 1] in "；;":
        start = flow.sentence(start - 1).start
    if words(flow.pack, "sum_before").fullmatch(flow.text[start:at].strip()):
        while start > 0 and _ENTRY.fullmatch(above := flow.text[flow.line(start - 1).start : start - 1]):
            start -= len(above) + 1
    return start


def _same_sentence(flow: Flow, labelled: Sequence[Labelled], index: int) -> list[Labelled]:
    """The figures before this one in its sentence."""
    start = list_start(flow, labelled[index].figure.piece.start)
    return [one for one in labelled[:index] if one.figure.piece.start >= start]


def _instalment_part(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """每期2,225元，其中本金2,000元: a part named after an instalment is a part of it."""
    one = labelled[index]
    if one.choice is None or one.role not in _INSTALMENT_PART:
        return one
    for earlier in reversed(_same_sentence(flow, labelled, index)):
        if earlier.role in _INSTALMENT_PART or earlier.role in _INSTALMENT_PART.values():
            continue
        opened = words(flow.pack, "parts_opened").search(flow.text, earlier.figure.piece.end, one.figure.piece.start)
        if earlier.role == "instalment" and opened:
            return one._replace(choice=one.choice._replace(role=_INSTALMENT_PART[one.role]))
        return one
    return one


def _beside_principal(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """每月归还本金2,000元及利息100元，合计2,100元: what follows the principal has its own word."""
    one = labelled[index]
    before = _same_sentence(flow, labelled, index)
    if one.role != "instalment_principal" or one.choice is None or not any(p.role == one.role for p in before):
        return one
    gap = flow.text[before[-1].figure.piece.end : one.figure.piece.start]
    for name in ("part_interest", "part_fee", "sum_between"):
        if words(flow.pack, name).search(gap):
            return one._replace(choice=one.choice._replace(role=_BESIDE[name]))
    return one


def _sum(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """A sum (共计) without a role of its own has that of its parts."""
    one = labelled[index]
    if one.choice is not None and one.choice.weight >= 52:
        return one
    start = flow.sentence(one.figure.piece.start).start
    if not words(flow.pack, "sum_before").search(flow.text[start : one.figure.piece.start]):
        return one
    parts = _parts_before(flow, labelled, index)
    roles = {p.role for p in parts}
    before = flow.text[start : one.figure.piece.start]
    if len(parts) > 1 and roles <= {*_DEBT_PARTS, "total_debt"} and words(flow.pack, "subtotal").search(before):
        return one._replace(
            choice=Choice("loan_balance", 60, flow.span(one.figure.piece.start - 2, one.figure.piece.start))
        )
    if roles and roles <= set(_INSTALMENT_PART.values()) and parts[0].choice:
        return one._replace(choice=parts[0].choice._replace(role="instalment"))
    if len(roles) == 1:
        return one._replace(choice=parts[0].choice)
    if parts and len(parts) > 1 and roles <= {*_DEBT_PARTS, "total_debt"} and roles & {"principal", "total_debt"}:
        evidence = parts[0].choice.evidence if parts[0].choice else flow.span(start, start + 1)
        return one._replace(choice=Choice("total_debt", 50, evidence))
    return one


def _parts_before(flow: Flow, labelled: Sequence[Labelled], index: int) -> list[Labelled]:
    """The run of parts of one kind right before a sum, in its sentence."""
    parts: list[Labelled] = []
    for part in reversed(_same_sentence(flow, labelled, index)):
        alike = part.role in {*_DEBT_PARTS, "total_debt"} and all(p.role in _DEBT_PARTS for p in parts)
        if not part.choice or (parts and not alike and part.role != parts[-1].role):
            break
        parts.append(part)
    return parts[::-1]


def _main_parts(flow: Flow, labelled: Sequence[Labelled]) -> list[Labelled]:
    """尚欠租金112,500元、违约金8,430元，共120,930元: what the sum names first is the principal, not the whole."""
    result = list(labelled)
    for index, one in enumerate(labelled):
        parts = _parts_before(flow, labelled, index) if one.role == "total_debt" else []
        if len(parts) > 1 and sum(p.figure.value for p in parts) == one.figure.value:
            for at, part in enumerate(labelled[:index]):
                if part in parts and part.role == "total_debt" and part.choice:
                    result[at] = part._replace(choice=part.choice._replace(role="principal"))
    return result


def _principal_parts(labelled: Sequence[Labelled]) -> list[Labelled]:
    """每月还5,000元，利息每月360元，每月共5,360元: the instalment that interest fills up is principal."""
    values = {one.figure.value for one in labelled if one.role == "instalment"}
    more = {one.figure.value for one in labelled if one.role == "instalment_interest"}
    return [
        one._replace(choice=one.choice._replace(role="instalment_principal"))
        if one.choice and one.role == "instalment" and any(one.figure.value + v in values for v in more if v)
        else one
        for one in labelled
    ]


def _before_waiver(labelled: Sequence[Labelled], index: int) -> Labelled:
    """待还总额6,318.42元，优惠318.42元，应还6,000元: of two payable sums the one before the waiver is the debt."""
    one = labelled[index]
    if one.role != "payable" or one.choice is None or any(other.role == "total_debt" for other in labelled):
        return one
    later = {other.figure.value for other in labelled[index + 1 :] if other.role == "payable"}
    waived = {other.figure.value for other in labelled[index + 1 :] if other.role == "waived"}
    if any(one.figure.value - value in later for value in waived):
        return one._replace(choice=one.choice._replace(role="total_debt"))
    return one


def without_parts(labelled: Sequence[Labelled], sums: Iterable[Breakdown]) -> tuple[Labelled, ...]:
    """Single items of income and spending lose their role where their sum is stated: the sum stands for them."""
    parts = {p.span for b in sums if b.kind in ("income", "spending") for p in b.parts}
    return tuple(one._replace(choice=None) if one.figure.main.span in parts else one for one in labelled)


def _remainder(flow: Flow, labelled: Sequence[Labelled], index: int) -> Labelled:
    """首付款160,000元，剩余700,000元分七期: what is left after a first payment is not the whole that is payable."""
    one = labelled[index]
    start = one.figure.piece.start
    if one.role != "payable" or not words(flow.pack, "rest").search(flow.text, max(0, start - _REST_REACH), start):
        return one
    near = [
        p
        for p in labelled[:index]
        if start - p.figure.piece.end <= _FIRST_REACH and "。" not in flow.text[p.figure.piece.end : start]
    ]
    return one._replace(choice=None) if any(p.role in ("down_payment", "") for p in near) else one


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
        result += figure.amounts(role, choice.evidence, choice.source) if choice else figure.amounts(role, None)
    return tuple(result)


def distinct(found: Iterable[Amount], apart: Sequence[Sequence[Span]] = ()) -> tuple[Amount, ...]:
    """Each value once in each role and plan; without a role only where it has none anywhere. In the order of the text.
    ``apart``: what is said of each of several plans alone."""
    found = sorted(found, key=lambda a: a.span)
    known = {a.value for a in found if a.role}
    seen: set[tuple[object, ...]] = set()
    result = []
    for amount in found:
        plan = next((n for n, places in enumerate(apart) if any(p.contains(amount.span) for p in places)), None)
        key = (amount.value, amount.role, plan)
        if key in seen or (amount.role is None and amount.value in known):
            continue
        seen.add(key)
        result.append(amount)
    return tuple(result)
