"""Tables that are no plan: several loans with their parts, a debt item by item, income and spending."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from agreecheck.facts.money.sums import breakdown
from agreecheck.facts.schedule.columns import in_words, meaning, row_role, vocabulary
from agreecheck.facts.schedule.grid import Column, Grid, Value, is_total, money
from agreecheck.model.fact import Amount, AmountRole, Breakdown
from agreecheck.model.span import Span

_PARTS: dict[str, AmountRole] = {
    "principal": "principal",
    "interest": "interest",
    "overdue": "overdue_interest",
    "penalty": "penalty",
    "fee": "fee",
}
_DEBT_ROLES = ("principal", "interest", "overdue_interest", "penalty", "fee")
_MEANS = ("income", "spending")
_OTHERS: dict[str, AmountRole] = {
    "waived": "waived", "payable": "payable", "paid": "paid", "original": "original_principal"
}  # fmt: skip


class Found(NamedTuple):
    """What one table says. ``loan_dates`` are the cells with dates of the original contracts."""

    span: Span
    amounts: tuple[Amount, ...]
    breakdowns: tuple[Breakdown, ...] = ()
    loan_dates: tuple[Span, ...] = ()


def understand(grid: Grid, pack: str, currency: str) -> Found | None:
    """The amounts and sums of a table of debts or of means, None if it is neither."""
    if _labels(grid, pack) is not None:
        found = _items(grid, pack, currency)
    elif sum(c.meaning in _PARTS for c in grid.columns) >= 1 and sum(_is_money(c, grid) for c in grid.columns) >= 2:
        found = _loans(grid, pack, currency)
    else:
        return None
    return found if found.amounts else None


def _is_money(column: Column, grid: Grid) -> bool:
    known = (*_PARTS, *_OTHERS, "total", "balance")
    return column.meaning in known and any(money(row[column.index]) is not None for row in grid.rows)


def _labels(grid: Grid, pack: str) -> int | None:
    """The column whose words say what each row is, if at least two rows are known that way."""
    named = [c.index for c in grid.columns if c.meaning == "item"]
    for index in named or [0]:
        known = [row for row in grid.rows if money(row[index]) is None and row_role(row[index].text, pack)]
        if len(known) >= 2 and _only_sums(grid, index, pack):
            return index
    return None


def _only_sums(grid: Grid, label: int, pack: str) -> bool:
    """Whether beside the labels stand sums; names, dates and further labels belong to a list of terms."""
    for column in grid.columns:
        cells = [row[column.index] for row in grid.rows if row[column.index].text]
        if column.index in (label, 0) or column.meaning in ("remark", "number") or not cells:
            continue
        others = [c for c in cells if money(c, column.factor) is None]
        if len(others) * 3 > len(cells) or any(meaning(c.text, pack) or row_role(c.text, pack) for c in others):
            return False
    return True


def _amount(
    cell: Value, column: Column, role: AmountRole | None, currency: str, evidence: Span | None = None
) -> Amount | None:
    value = money(cell, column.factor)
    return (
        None if value is None else Amount(value=value, currency=currency, role=role, span=cell.span, evidence=evidence)
    )


# ------------------------------------------------------------------------------------------------- several loans
def _loans(grid: Grid, pack: str, currency: str) -> Found:
    """One loan a row: its parts make its balance; a row of sums makes the debt."""
    loans = [row for row in grid.rows if not is_total(row, pack)]
    totals = [row for row in grid.rows if is_total(row, pack)][:1]
    single = len(loans) == 1 and not totals
    amounts: list[Amount] = []
    breakdowns: list[Breakdown] = []
    wholes: list[Amount] = []
    for row in [*totals, *loans]:
        total_row = bool(totals) and row is totals[0]
        sums = total_row or single
        whole = _cell(grid, row, "total", "total_debt" if sums else "loan_balance", currency)
        parts = [
            a
            for c in grid.columns
            if c.meaning in _PARTS and (a := _amount(row[c.index], c, _PARTS[c.meaning], currency))
        ]
        others = [
            a
            for c in grid.columns
            if c.meaning in _OTHERS and (a := _amount(row[c.index], c, _OTHERS[c.meaning], currency))
        ]
        if whole:
            amounts.append(whole)
            if len(parts) > 1:
                breakdowns.append(breakdown("balance" if sums else "loan", parts, whole))
            breakdowns += _left(whole, others)
            if not total_row:
                wholes.append(whole)
        amounts += others if sums or not totals else []
        amounts += [p for p in parts if p.value or sums] if sums or not totals else []
    if totals:
        breakdowns += _columns(grid, loans, totals[0], currency)
    dates = tuple(
        row[c.index].span for row in loans for c in grid.columns if c.meaning == "loan_date" and row[c.index].text
    )
    return Found(grid.span, tuple(amounts), tuple(breakdowns), dates)


def _cell(grid: Grid, row: Sequence[Value], meaning: str, role: AmountRole, currency: str) -> Amount | None:
    columns = [c for c in grid.columns if c.meaning == meaning] or [c for c in grid.columns if c.meaning == "balance"]
    return next((a for c in reversed(columns) if (a := _amount(row[c.index], c, role, currency))), None)


def _columns(grid: Grid, loans: Sequence[Sequence[Value]], totals: Sequence[Value], currency: str) -> list[Breakdown]:
    """The sum of each column against the row of sums."""
    result = []
    for column in grid.columns:
        if column.meaning not in (*_PARTS, *_OTHERS, "total") or not column.meaning:
            continue
        role = _PARTS.get(column.meaning) or _OTHERS.get(column.meaning) or "loan_balance"
        parts = [a for row in loans if (a := _amount(row[column.index], column, role, currency))]
        whole = _amount(totals[column.index], column, "total_debt" if role == "loan_balance" else role, currency)
        if whole and len(parts) > 1:
            result.append(breakdown("loans", parts, whole))
    return result


def _left(whole: Amount, others: Sequence[Amount]) -> list[Breakdown]:
    """Balance less waiver, where a row gives both and what is left."""
    waived = next((a for a in others if a.role == "waived"), None)
    payable = next((a for a in others if a.role == "payable"), None)
    return [breakdown("payable", [whole, waived], payable)] if waived and payable else []


# ------------------------------------------------------------------------------------------------- item by item
def _items(grid: Grid, pack: str, currency: str) -> Found:
    """One item a row (项目 | 金额): its words give the role; a row of sums adds up those before it."""
    label = _labels(grid, pack)
    assert label is not None
    columns = [
        c for c in grid.columns if c.index != label and any(money(r[c.index], c.factor) is not None for r in grid.rows)
    ]
    amounts: list[Amount] = []
    breakdowns: list[Breakdown] = []
    for column in columns:
        more, sums = _item_column(grid, pack, currency, label, column)
        amounts += more
        breakdowns += sums
    breakdowns += _item_waivers(grid, columns, currency)
    return Found(grid.span, tuple(amounts), tuple(breakdowns))


def _item_column(
    grid: Grid, pack: str, currency: str, label: int, column: Column
) -> tuple[list[Amount], list[Breakdown]]:
    words = vocabulary(pack).words
    override = _OTHERS.get(column.meaning)
    amounts: list[Amount] = []
    breakdowns: list[Breakdown] = []
    parts: list[Amount] = []
    for row in grid.rows:
        text = row[label].text
        role: str | None = override or row_role(text, pack) or None
        one = _amount(row[column.index], column, role, currency, row[label].span)  # type: ignore[arg-type]
        if one is None:
            continue
        if in_words(text, words.total):
            own = [p for p in parts if _adds(p.role, role)]
            kind, whole_role = _kind(own, role)
            one = _with(one, whole_role)
            if len(own) > 1:
                breakdowns.append(breakdown(kind, own, one))
                if whole_role in _MEANS:  # the sum stands for its parts
                    amounts = [a for a in amounts if a.role != whole_role] + [
                        _with(a, None) for a in amounts if a.role == whole_role
                    ]
            amounts.append(one)
            parts = [p for p in parts if p not in own]
        else:
            if role is None and _spending_column(grid, row, label, pack):
                one = _with(one, "spending")
            amounts.append(one)
            parts.append(one)
    return amounts, breakdowns


def _spending_column(grid: Grid, row: Sequence[Value], label: int, pack: str) -> bool:
    """An item without a known word among items of spending (其他) is spending."""
    roles = [row_role(r[label].text, pack) for r in grid.rows]
    index = next(i for i, r in enumerate(grid.rows) if r is row)
    disposable = in_words(row[label].text, vocabulary(pack).words.disposable)
    return index > 0 and roles[index - 1] == "spending" and not disposable


def _adds(part: str | None, whole: str | None) -> bool:
    """Whether a part belongs into a sum: of its own kind, or any part of the debt into the sum of the debt."""
    if whole in (*_MEANS, "waived", "payable"):
        return part == whole
    return part in _DEBT_ROLES


def _kind(parts: Sequence[Amount], role: str | None) -> tuple[str, str]:
    if role in _MEANS:
        return str(role), str(role)
    if role == "waived":
        return "waiver", "waived"
    if role == "payable":
        return "balance", "payable"
    return "balance", "total_debt"


def _item_waivers(grid: Grid, columns: Sequence[Column], currency: str) -> list[Breakdown]:
    """项目 | 欠款 | 减免 | 减免后应还: in each row what is left is the balance less the waiver."""
    by = {c.meaning: c for c in columns}
    if not {"waived", "payable"} <= set(by):
        return []
    rest = [c for c in columns if c.meaning not in ("waived", "payable", "paid")]
    result = []
    for row in grid.rows if rest else ():
        balance = _amount(row[rest[0].index], rest[0], "total_debt", currency)
        waived = _amount(row[by["waived"].index], by["waived"], "waived", currency)
        payable = _amount(row[by["payable"].index], by["payable"], "payable", currency)
        if balance and waived and payable:
            result.append(breakdown("payable", [balance, waived], payable))
    return result


def _with(one: Amount, role: str | None) -> Amount:
    return msgspec.structs.replace(one, role=role)
