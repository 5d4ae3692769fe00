"""What a risky item can cost, in words: beside the reason, once."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from agreecheck.messages import Messages
from agreecheck.model.finding import Late
from agreecheck.report.context import Context
from agreecheck.report.equation import worded
from agreecheck.report.passages import where
from agreecheck.report.plain import money
from agreecheck.report.shape.judged import InputRow, Issue, PriceRow
from agreecheck.report.wording import after, joined

_AT_ONCE = ("at_once", "revived")


def price_row(context: Context, item: str) -> PriceRow | None:
    """The price of an item, masked and placed; None where it has none."""
    price = context.prices.get(item)
    if price is None:
        return None
    sum_ = context.money(price.amount, price.currency)
    return PriceRow(
        figure=price.figure,
        amount=money(price.amount),
        currency=price.currency,
        equation=context.name(price.equation),
        text=context.filled(price.text.in_language(context.language), {"amount": sum_}),
        inputs=tuple(
            context.places.at(i.span, InputRow, name=context.name(i.name), value=context.name(i.value))
            for i in price.inputs
        ),
    )


def told_once(issues: Sequence[Issue], late: Late | None) -> Iterator[Issue]:
    """The issues in order, each price at the first of them. Of what may fall due at once only the most is told, and
    nothing where the line on late payment tells it."""
    called = [Decimal(i.cost.amount) for i in issues if i.cost and i.cost.figure in _AT_ONCE]
    most = max(called, default=None) if late is None or late.at_once_high is None else None
    told: set[str] = set()
    for issue in issues:
        cost = issue.cost
        less = cost is not None and cost.figure in _AT_ONCE and Decimal(cost.amount) != most
        if cost and (less or _matter(cost) in told):
            yield replace(issue, cost=None)
        else:
            yield issue
        told |= {_matter(cost)} if cost else set()


def _matter(cost: PriceRow) -> str:
    """What makes two prices the same: a sum that stands in the paper its place, one that is reckoned its words."""
    return cost.text if "=" in cost.equation else " ".join(str(i.start) for i in cost.inputs)


def price_line(issue: Issue, say: Messages) -> str:
    """The price of an issue with its equation, and where its figures stand unless that is quoted above."""
    cost = issue.cost
    if cost is None:
        return ""
    sum_ = worded(cost.equation, say) if "=" in cost.equation else ""
    away = [i for i in cost.inputs if i.end and not any(q.start <= i.start < q.end for q in issue.quotes)]
    return after(say, cost.text, joined(say, sum_, where(say, away[0]) if away else ""))
