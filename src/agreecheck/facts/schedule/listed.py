"""The plan written out payment by payment: dates and sums in turn, in one sentence or line after line."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow
from agreecheck.facts.money.amounts import Labelled
from agreecheck.facts.money.dates import Marked
from agreecheck.facts.money.plan_words import Name, words
from agreecheck.model.fact import Instalment
from agreecheck.model.span import Span

_PAID_ROLES = {
    "",
    "instalment",
    "last_instalment",
    "down_payment",
    "proposed_instalment",
    "instalment_principal",
    "payable",
}
_PAID_PARTS: dict[str, Name] = {"principal": "pays_principal", "interest": "pays_interest"}
_DUE_ROLES = {"", "due", "first_due", "last_due", "plan_end"}
_PART = compiled(r"[，；。\n;]|(?<!\d),|,(?!\d{3}(?!\d))")  # not the commas of thousands
_BARE = compiled(r"[\s:：,，(（)）—-]{0,4}(?:人民币|RMB)?[¥￥$]?")
_ROW_OF_DATES = compiled(r"(?:[\s、/和及与以日前]|, |and|or)*")  # 3月25日、4月25日及5月25日各支付…
_LIST_MARK = compiled(r"[、，,和及与]|, |,? and ")
_REACH = 44  # characters between a date and its sum
_APART = 60  # characters between two payments of one list


class Payment(NamedTuple):
    """A date and a sum that stand together; ``due`` None where the date does not exist."""

    due: date | None
    paid: Labelled
    marked: Marked
    start: int
    end: int


class _Token(NamedTuple):
    start: int
    end: int
    marked: Marked | None
    paid: Labelled | None
    value: str


def listed(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> list[Payment]:
    """The longest run of payments that are written out with their dates, at least two; else nothing."""
    best: list[Payment] = []
    for run in _runs(flow, _tokens(flow, marked, labelled)):
        payments = _rising(_pair(flow, run))
        if len(payments) > max(len(best), 1):
            best = payments
    return best


def as_instalments(flow: Flow, payments: Sequence[Payment]) -> tuple[Instalment, ...]:
    """The payments as rows, numbered in their order."""
    return tuple(
        Instalment(
            number=n,
            due=p.due,
            total=p.paid.figure.value,
            span=Span(flow.origin[p.start], flow.origin[p.end - 1] + 1),
            derived="share" in p.paid.figure.main.note,
        )
        for n, p in enumerate(payments, 1)
    )


def _may_be_paid(flow: Flow, one: Labelled) -> bool:
    """Whether a sum can be one of the payments; of principals and interest only what is paid (归还剩余本金45,000元)."""
    paid = _PAID_PARTS.get(one.role)
    if paid is None:
        return one.role in _PAID_ROLES
    start = one.figure.piece.start
    return bool(words(flow.pack, paid).search(flow.text, max(0, start - 24), start))


def _tokens(flow: Flow, marked: Sequence[Marked], labelled: Sequence[Labelled]) -> list[_Token]:
    """Dates and sums that may belong to a plan, in the order of the text; years carried on (9月30日 after 2026年)."""
    tokens = [
        _Token(*m.dated.piece, m, None, m.dated.value)
        for m in marked
        if m.role in _DUE_ROLES and (m.dated.value.count("-") == 2) and not m.dated.value.endswith("X")
    ]
    shared = any("share" in one.figure.main.note for one in labelled)  # of the whole, which is not paid itself
    paid = [one for one in labelled if _may_be_paid(flow, one) and not (shared and one.role == "payable")]
    tokens += [_Token(*one.figure.piece, None, one, "") for one in paid]
    result: list[_Token] = []
    before = next((m.dated.value for m in marked if m.role == "signing" and m.dated.day), "")
    for token in sorted(tokens, key=lambda t: (t.start, t.end)):
        if token.marked and token.value.startswith("X"):
            if not before:
                continue
            year = int(before[:4]) + (token.value[5:7] < before[5:7])
            token = token._replace(value=f"{year:04}{token.value[4:]}")
        before = token.value or before
        result.append(token)
    return result


def _runs(flow: Flow, tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Tokens that stand close enough to be one list."""
    runs: list[list[_Token]] = []
    for token in tokens:
        if runs and token.start - runs[-1][-1].end <= _APART:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _pair(flow: Flow, run: Sequence[_Token]) -> list[Payment]:
    """Pair dates with sums, each sum with the dates before it or with those behind it: whichever reads more closely."""
    readings = (_by_parts(flow, run), _paired(flow, run), _paired(flow, run[::-1]))
    return _in_turn(flow, run) or max(readings, key=lambda payments: (len(payments), -_commas(flow, payments)))


def _in_turn(flow: Flow, run: Sequence[_Token]) -> list[Payment]:
    """10月31日、11月30日分别支付5,000元、6,000元: as many sums as dates, each to its own."""
    payments: list[Payment] = []
    blocks = [list(tokens) for _, tokens in itertools.groupby(run, key=lambda t: t.marked is not None)]
    if len(blocks) % 2:
        return []
    for dates, paid in zip(blocks[::2], blocks[1::2], strict=True):
        in_row = all(_LIST_MARK.fullmatch(flow.text, *_between(a, b)) for a, b in itertools.pairwise(paid))
        if len(dates) < 2 or len(dates) != len(paid) or not in_row or dates[0].marked is None:
            return []
        payments += [_payment(d, p) for d, p in zip(dates, paid, strict=True)]
    return payments


def _by_parts(flow: Flow, run: Sequence[_Token]) -> list[Payment]:
    """Each sum with the one date in its own part of the sentence (between commas)."""
    ends = [m.end() for m in _PART.finditer(flow.text, run[0].start, run[-1].end)]
    payments = []
    for token in run:
        own = [d for d in run if d.marked and bisect_right(ends, d.start) == bisect_right(ends, token.start)]
        if token.paid and len(own) == 1 and _together(flow, own[0], token, 1):
            payments.append(_payment(own[0], token))
    return payments


def _commas(flow: Flow, payments: Sequence[Payment]) -> int:
    """Commas between the dates and the sums that were put together."""
    return sum(
        len(re.findall("[，,、]", flow.text[min(d.end, p.end) : max(d.start, p.start)]))
        for d, p in ((p.marked.dated.piece, p.paid.figure.piece) for p in payments)
    )


def _paired(flow: Flow, run: Sequence[_Token]) -> list[Payment]:
    """Each sum with the dates that come before it in ``run``."""
    payments: list[Payment] = []
    waiting: list[_Token] = []
    for token in run:
        if token.marked is not None:
            in_row = not waiting or _ROW_OF_DATES.fullmatch(flow.text, *_between(waiting[-1], token))
            waiting = [*waiting, token] if in_row else [token]
        elif token.paid is not None:
            payments += [_payment(d, token) for d in waiting if _together(flow, d, token, len(waiting))]
            waiting = []
    return sorted(payments, key=lambda p: p.marked.dated.piece.start)


def _between(one: _Token, other: _Token) -> tuple[int, int]:
    return min(one.end, other.end), max(one.start, other.start)


def _together(flow: Flow, day: _Token, paid: _Token, many: int) -> bool:
    """Whether a date and a sum belong to one payment: near each other in one sentence."""
    start, end = min(day.end, paid.end), max(day.start, paid.start)
    gap = flow.text[start:end]
    if words(flow.pack, "no_range").search(gap) or not _paid_on(
        flow, gap, min(day.start, paid.start), max(day.end, paid.end)
    ):
        return False
    return len(gap) <= _REACH + 24 * (many - 1) and flow.sentence(day.start) == flow.sentence(paid.start)


def _paid_on(flow: Flow, gap: str, start: int, end: int) -> bool:
    """Whether the words say that the sum is paid on the date: a verb between or behind, a number before, or nothing."""
    behind = flow.text[end : end + 12]
    pays = words(flow.pack, "pays")
    return (
        _BARE.fullmatch(gap) is not None
        or bool(pays.search(gap))
        or bool(words(flow.pack, "numbered").search(flow.text, max(0, start - 10), start))
        or (bool(pays.search(behind)) and not words(flow.pack, "already").search(behind))
    )


def _payment(day: _Token, paid: _Token) -> Payment:
    assert day.marked is not None
    assert paid.paid is not None
    try:
        due = date.fromisoformat(day.value) if day.marked.dated.real else None
    except ValueError:
        due = None
    return Payment(due, paid.paid, day.marked, min(day.start, paid.start), max(day.end, paid.end))


def _rising(payments: list[Payment]) -> list[Payment]:
    """The longest stretch in which the dates rise."""
    best: list[Payment] = []
    current: list[Payment] = []
    for payment in payments:
        last = next((p.due for p in reversed(current) if p.due), None)
        if last and payment.due and payment.due <= last:
            current = []
        current.append(payment)
        if len(current) > len(best):
            best = list(current)
    return best
