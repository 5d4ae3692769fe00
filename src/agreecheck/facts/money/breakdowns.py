"""Sums that the text states: a whole and its parts, before or behind it; what a waiver leaves to pay."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled, list_start
from agreecheck.facts.money.debt_tables import Found
from agreecheck.facts.money.plan_words import words
from agreecheck.facts.money.sums import breakdown
from agreecheck.model.fact import Amount, AmountRole, Breakdown

_REACH = {"zh": 40, "en": 90}  # characters between a whole and 其中
_APART = {"zh": 24, "en": 40}  # characters between two parts
_NEAR = 300  # characters between a waiver and what it leaves to pay
_KINDS: dict[str, str] = {
    "total_debt": "balance", "payable": "balance", "waived": "waiver", "instalment": "instalment",
    "loan_balance": "loan", "proposed_instalment": "instalment",
    "last_instalment": "instalment", "spending": "spending", "income": "income",
    "requested_waiver": "request", "plan_total": "balance", "down_payment": "instalment",
}  # fmt: skip
_DEBT = {"principal", "interest", "overdue_interest", "penalty", "fee"}
_INSTALMENT = {"instalment_principal", "instalment_interest", "instalment_fee"}
_PART_OF = {
    "total_debt": _DEBT | {"loan_balance"}, "payable": _DEBT | {"loan_balance"}, "loan_balance": _DEBT,
    "plan_total": _DEBT, "waived": {"waived"} | (_DEBT - {"principal"}),
    "requested_waiver": {"requested_waiver"} | (_DEBT - {"principal"}),
    "instalment": _INSTALMENT, "proposed_instalment": _INSTALMENT, "last_instalment": _INSTALMENT,
    "spending": {"spending", ""}, "income": {"income", ""},
}  # fmt: skip


class _Group(NamedTuple):
    whole: Labelled
    parts: tuple[Labelled, ...]


def stated_sums(flow: Flow, labelled: Sequence[Labelled]) -> tuple[Breakdown, ...]:
    """Every whole whose parts the text names, in its order, each once."""
    groups = [g for g in (_behind(flow, labelled, i) for i in range(len(labelled))) if g]
    groups += [g for g in (_before(flow, labelled, i) for i in range(len(labelled))) if g]
    result: list[Breakdown] = []
    seen = set()
    for group in groups:
        key = (group.whole.figure.value, tuple(p.figure.value for p in group.parts))
        if key not in seen:
            seen.add(key)
            result.append(breakdown(_KINDS[group.whole.role], [amount(p) for p in group.parts], amount(group.whole)))
    result += _repaid(flow, labelled)
    result += _loans(flow, labelled)
    return tuple(sorted(result, key=lambda b: b.span))


def amount(one: Labelled) -> Amount:
    """The figure as a fact in its role."""
    role: AmountRole | None = one.role or None  # type: ignore[assignment]
    found = one.figure.amounts(role, one.choice.evidence if one.choice else None)
    return next(a for a in found if a.span == one.figure.main.span)


def _behind(flow: Flow, labelled: Sequence[Labelled], index: int) -> _Group | None:
    """欠款50,000元，其中本金40,000元、利息10,000元: the parts behind the whole, to the end of their list."""
    whole = labelled[index]
    wanted = _PART_OF.get(whole.role)
    if wanted is None:
        return None
    parts: list[Labelled] = []
    end = whole.figure.piece.end
    for one in labelled[index + 1 :]:
        gap = flow.text[end : one.figure.piece.start]
        if len(gap) > (_REACH[flow.pack] if not parts else _APART[flow.pack]) and not (
            not parts and _refers(flow, gap)
        ):
            break
        if not parts and not words(flow.pack, "parts_follow").search(gap):
            break
        if (
            one.role not in wanted
            or ("。" in gap and not _refers(flow, gap))
            or (words(flow.pack, "sum_between").search(gap) and parts)
        ):
            break
        parts.append(one)
        end = one.figure.piece.end
    return (
        _Group(whole, tuple(parts))
        if len(parts) > 1 and whole.figure.value >= max(p.figure.value for p in parts)
        else None
    )


def _refers(flow: Flow, gap: str) -> bool:
    """上述欠款由以下部分组成: the parts of a whole that was named in the sentence before."""
    return (
        len(gap) <= 60
        and bool(words(flow.pack, "refers_back").search(gap))
        and bool(words(flow.pack, "parts_follow").search(gap))
    )


def _before(flow: Flow, labelled: Sequence[Labelled], index: int) -> _Group | None:
    """减免利息300元、罚息200元，共计500元: the parts of a sum before it, in the same sentence."""
    whole = labelled[index]
    wanted = _PART_OF.get(whole.role)
    if wanted is None:
        return None
    start = list_start(flow, whole.figure.piece.start)
    parts: list[Labelled] = []
    begin = whole.figure.piece.start
    for one in reversed(labelled[:index]):
        gap = flow.text[one.figure.piece.end : begin]
        if one.figure.piece.start < start or len(gap) > _APART[flow.pack] or one.role not in wanted:
            break
        if not parts and not _sums_up(flow, gap):
            break
        if parts and words(flow.pack, "sum_between").search(gap):
            break
        parts.append(one)
        begin = one.figure.piece.start
    if len(parts) < 2 or whole.figure.value < max(p.figure.value for p in parts):
        return None
    return _Group(whole, _once(tuple(reversed(parts)), whole))


def _sums_up(flow: Flow, gap: str) -> bool:
    """Whether the words before a whole say that it is the sum of what came before, not a total of its own kind."""
    return bool(words(flow.pack, "sum_between").search(words(flow.pack, "other_total").sub("", gap)))


def _once(parts: tuple[Labelled, ...], whole: Labelled) -> tuple[Labelled, ...]:
    """利息21,600元，按10,000元结算，合计…: of two parts in one role one counts if the sum fits so."""
    total = sum((p.figure.value for p in parts), Decimal(0))
    for index, part in enumerate(parts):
        alike = sum(p.role == part.role for p in parts) > 1
        if alike and len(parts) > 2 and total - part.figure.value == whole.figure.value:
            return parts[:index] + parts[index + 1 :]
    return parts


def _repaid(flow: Flow, labelled: Sequence[Labelled]) -> list[Breakdown]:
    """借款160,000元，已还28,000元，尚欠本金132,000元: what was lent is what was paid back and what is owed."""
    result = []
    for index, whole in enumerate(labelled):
        if whole.role != "original_principal":
            continue
        line = flow.line(whole.figure.piece.start)
        rest = [one for one in labelled[index + 1 :] if one.figure.piece.start < line.end]
        if len(rest) < 2 or rest[0].role != "paid":
            continue
        paid = [one for one in rest if one.role == "paid"]
        owed = [one for one in rest if one.role in ("principal", "total_debt")]
        between = flow.text[whole.figure.piece.end : owed[0].figure.piece.start] if owed else ""
        between = words(flow.pack, "no_interest").sub("", between)
        to_principal = owed and (owed[0].role == "principal" or "息" not in between)
        known = len(paid) == 1 and "息" not in between
        if to_principal and known and whole.figure.value > owed[0].figure.value:
            result.append(breakdown("balance", [amount(owed[0]), amount(paid[0])], amount(whole)))
    return result


def _loans(flow: Flow, labelled: Sequence[Labelled]) -> list[Breakdown]:
    """贷款一小计82,400元；贷款二小计46,435元；合计128,835元: balances of several loans and the sum of them."""
    for index, whole in enumerate(labelled):
        before = flow.text[flow.sentence(whole.figure.piece.start).start : whole.figure.piece.start]
        loans = [one for one in labelled[:index] if one.role == "loan_balance"]
        if whole.role == "total_debt" and len(loans) > 1 and words(flow.pack, "sum_before").search(before):
            return [breakdown("loans", [amount(one) for one in loans], amount(whole))]
    return []


def loans_together(tables: Sequence[Found], said: Sequence[Amount]) -> tuple[Breakdown, ...]:
    """The balances of several loans in a table without a row of sums, against the debt that the text states."""
    debts = sorted((a for a in said if a.role in ("total_debt", "payable")), key=lambda a: a.role != "total_debt")
    whole = debts[0] if debts else None
    result = []
    for table in tables:
        loans = [a for a in table.amounts if a.role == "loan_balance"]
        if whole and len(loans) > 1 and not any(b.kind in ("loans", "balance") for b in table.breakdowns):
            result.append(breakdown("loans", loans, whole))
    return tuple(result)


def waiver_leaves(amounts: Sequence[Amount], known: Sequence[Breakdown]) -> tuple[Breakdown, ...]:
    """Balance less waiver is what is left to pay, where the paper gives all three of the debt as a whole."""
    if any(b.kind == "payable" for b in known):
        return ()
    wanted = ("total_debt", "waived", "payable")
    asked = ("total_debt", "requested_waiver", "payable")
    for roles in (wanted, asked):
        balance, waived, payable = (_of(amounts, known, role) for role in roles)
        payable = payable or _left(amounts, balance, waived)
        if not (balance and waived and payable):
            continue
        if balance.value != payable.value and abs(waived.span.start - payable.span.start) <= _NEAR:
            return (breakdown("payable", [balance, waived], payable),)
    return ()


def _left(amounts: Sequence[Amount], balance: Amount | None, waived: Amount | None) -> Amount | None:
    """Of several sums called payable the one that balance and waiver leave, if there is one."""
    left = balance.value - waived.value if balance and waived else None
    return next((a for a in amounts if a.role == "payable" and a.value == left), None)


def _of(amounts: Sequence[Amount], known: Sequence[Breakdown], role: str) -> Amount | None:
    """The amount in a role; of several, the sum of the others, else nothing."""
    found = [a for a in amounts if a.role == role]
    wholes = {b.whole.value for b in known if b.whole.role == role}
    summed = [a for a in found if a.value in wholes]
    if len({a.value for a in found}) == 1:
        return found[0]
    if len({a.value for a in summed}) == 1:
        return summed[0]
    return None
