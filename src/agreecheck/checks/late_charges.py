"""What each rate and fixed sum for default comes to, by the easier and the harder reading of its clause."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from agreecheck.checks.case import Case, bare, money, plain
from agreecheck.checks.default import by_year
from agreecheck.checks.late_base import Delayed, back, bases, fen
from agreecheck.checks.late_compound import compounded
from agreecheck.checks.late_sums import ZERO
from agreecheck.checks.late_terms import Wait, wait_for
from agreecheck.checks.matter import capped, other_matter, says
from agreecheck.checks.plan import rows
from agreecheck.checks.quote import evidence, sentence
from agreecheck.model.fact import Amount, Rate
from agreecheck.model.finding import Charge, Evidence
from agreecheck.model.span import Span

Kind = Literal["overdue", "penalty", "fee", "costs"]
_OWED = ("total_debt", "principal", "interest", "overdue_interest", "waived")
_BETWEEN = 12  # characters between two notations of one rate


def charges(case: Case, delayed: Delayed, places: Sequence[Evidence]) -> tuple[Charge, ...]:
    """All charges whose clause is reached; ``places`` are where the paper speaks of charges and costs of default."""
    groups = _groups(case, places, delayed)
    found = [_of_rates(case, group, delayed) for group in groups]
    added = compounded(case, [rate for group in groups for rate in group if rate.role == "overdue"], delayed)
    found += [added] if added else []
    found += [_of_sum(case, amount, delayed.days) for amount in _fixed(case, places, delayed)]
    return tuple(c for c in found if c.high > 0)


def together(case: Case, found: Sequence[Charge]) -> tuple[Decimal, Decimal]:
    """The sum of all charges, low and high. By the easier reading only the largest is due; so also by the harder one
    where the paper says that one excludes the other. One kind told in two articles is one charge, the larger."""
    low = max((c.low for c in found), default=ZERO)
    words = "".join(e.span.slice(case.document.text) for c in found for e in c.evidence)
    if any(word in words for word in case.cues.get("exclusive", ())):
        return low, max((c.high for c in found), default=ZERO)
    by_kind: dict[str, dict[int, Decimal]] = {}
    for charge in found:
        articles = by_kind.setdefault(charge.kind, {})
        at = _article(case, charge)
        articles[at] = articles.get(at, ZERO) + charge.high
    return low, sum((max(articles.values()) for articles in by_kind.values()), ZERO)


def _article(case: Case, charge: Charge) -> int:
    """The place of the top clause that a charge stands in."""
    start = charge.evidence[0].focus.start if charge.evidence else 0
    return next(
        (c.span.start for c in case.document.clauses if c.parent is None and c.span.start <= start < c.span.end), 0
    )


def _groups(case: Case, places: Sequence[Evidence], delayed: Delayed) -> list[tuple[Rate, ...]]:
    """The rates that apply; two notations of one rate (0.5 %, 万分之五) belong together, repetitions are dropped."""
    groups: list[list[Rate]] = []
    seen: set[tuple[str | None, Decimal, str, str]] = set()
    for rate in sorted(case.facts.rates, key=lambda r: r.span.start):
        key = (rate.role, rate.percent, rate.period, rate.base)
        if not _for_delay(case, rate, places, delayed) or key in seen:
            continue
        seen.add(key)
        last = groups[-1][-1] if groups else None
        between = case.document.text[last.span.end : rate.span.start] if last else ""
        if last and _one_rate(case, between):
            groups[-1].append(rate)
        else:
            groups.append([rate])
    return [tuple(group) for group in groups]


def _one_rate(case: Case, between: str) -> bool:
    """Do the words between two rates say that the second is the first in another notation?"""
    apart = len(between) > _BETWEEN or any(sign in between for sign in "；;，,。")
    return not apart and any(word in between for word in case.cues["that_is"])


def _for_delay(case: Case, rate: Rate, places: Sequence[Evidence], delayed: Delayed) -> bool:
    """Is this rate charged for paying so late?"""
    place = _place(case, rate)
    if rate.percent <= 0 or other_matter(case, place) or capped(case, place):
        return False
    days, due = delayed.days, delayed.plan.due
    if rate.role in ("overdue", "penalty"):
        return wait_for(case, _at(case, place), due, beside=says(case, place, "as_above")).over(days)
    costs = rate.role in ("fee", "cost_share") and rate.period == "once"
    named = any(e.span.contains(rate.span) for e in places)
    return costs and named and wait_for(case, _at(case, rate.span), due).over(days)


def _place(case: Case, rate: Rate) -> Span:
    """Where the paper says what the rate is for: its own words, or those that send back to it (逾期利率同此)."""
    apart = rate.evidence if rate.role == "overdue" and rate.source == "sentence" else None
    return apart if apart and not sentence(case.document, rate.span).contains(apart) else rate.span


def _of_rates(case: Case, group: tuple[Rate, ...], delayed: Delayed) -> Charge:
    told = [_reading(case, rate, delayed) for rate in group]
    rate = group[0]
    kind: Kind = "overdue" if rate.role == "overdue" else "penalty" if rate.role == "penalty" else "costs"
    low = ZERO if kind == "costs" else min(low for low, _, _ in told)
    _, high, equation = max(told, key=lambda one: one[1])
    return Charge(
        kind=kind, low=low, high=high, equation=equation,
        evidence=evidence(case.document, (_place(case, rate),), "subject"),
    )  # fmt: skip


def _reading(case: Case, rate: Rate, delayed: Delayed) -> tuple[Decimal, Decimal, str]:
    """Low, high and the equation of high: simple interest by actual days over 365, a daily rate as it stands."""
    least, most = bases(case, rate, delayed)
    if rate.period == "once":
        return fen(least * rate.percent / 100), *_spelled(most, plain(rate.percent), 1, rate.percent)
    own = rate.period == "day" and not rate.relative
    by_day, mild = ((rate.percent if own else (by_year(case, rate, least=x) or ZERO) / 365) for x in (False, True))
    told = plain(rate.percent) if own else f"{bare(by_day * 365)} % / 365"
    low = fen(least * mild / 100 * (delayed.days - delayed.free))
    return low, *_spelled(most, told, delayed.days + back(case, rate, delayed.plan), by_day)


def _spelled(base: Decimal, rate: str, times: int, percent: Decimal) -> tuple[Decimal, str]:
    value = fen(base * percent / 100 * times)
    sign = "" if rate.endswith("365") else " %"
    count = f" × {times}" if times != 1 else ""
    return value, f"{money(base)} × {rate}{sign}{count} = {money(value)}"


def _fixed(case: Case, places: Sequence[Evidence], delayed: Delayed) -> list[Amount]:
    """Fixed sums for paying late: outside every breakdown and row, in a sentence on default."""
    facts = case.facts
    inside = {p.span for b in facts.breakdowns for p in (*b.parts, b.whole)}
    tables = [r.span for r in rows(facts) if r.span]
    found: dict[Decimal, Amount] = {}
    for amount in facts.amounts:
        if amount.role not in ("fee", "penalty") or amount.currency != facts.currency or amount.span in inside:
            continue
        if any(t.contains(amount.span) for t in tables) or other_matter(case, amount.span):
            continue
        if _beside_debt(case, amount) or _run_up(case, amount) or capped(case, amount.span):
            continue
        named = any(e.span.contains(amount.span) for e in places)
        if (named or says(case, amount.span, "late")) and _wait(case, amount, delayed).over(delayed.days):
            found.setdefault(amount.value, amount)
    return list(found.values())


def _wait(case: Case, amount: Amount, delayed: Delayed) -> Wait:
    return wait_for(case, _at(case, amount.span), delayed.plan.due)


def _beside_debt(case: Case, amount: Amount) -> bool:
    """Does its sentence tell what is owed? Then the sum is a part of that."""
    holder = sentence(case.document, amount.span)
    return any(a.role in _OWED and holder.contains(a.span) for a in case.facts.amounts)


def _run_up(case: Case, amount: Amount) -> bool:
    """Is the sum one that has come about already: waived in part or whole, or called so (应收违约金)?"""
    before = case.document.text[max(0, amount.span.start - _BETWEEN) : amount.span.start]
    waived = any(a.value == amount.value for a in case.facts.amounts if a.role in ("waived", "requested_waiver"))
    return waived or any(word in before for word in case.cues["run_up"])


def _of_sum(case: Case, amount: Amount, days: int) -> Charge:
    """A fixed sum, once or for each day; a fee may be left unasked."""
    before = case.document.text[max(0, amount.span.start - 8) : amount.span.start]
    times = days if any(word in before for word in case.cues["daily"]) else 1
    value = amount.value * times
    return Charge(
        kind="penalty" if amount.role == "penalty" else "fee",
        low=value if amount.role == "penalty" else ZERO,
        high=value,
        equation=money(value) if times == 1 else f"{money(amount.value)} × {times} = {money(value)}",
        evidence=evidence(case.document, (amount.span,), "subject"),
    )


def _at(case: Case, span: Span) -> Evidence:
    return Evidence(span=sentence(case.document, span), focus=span)
