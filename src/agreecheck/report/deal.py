"""The deal in seven lines: who, how much, how many, when, to which account, at what real cost, and what if late."""

from decimal import Decimal

from agreecheck.model.fact import Amount, Facts
from agreecheck.report.context import Context
from agreecheck.report.late import late_text
from agreecheck.report.mask import shortened
from agreecheck.report.plain import flow, percent2
from agreecheck.report.shape import DealLine

_PARTIES = ("creditor", "original_creditor", "agent", "platform", "debtor", "co_debtor", "guarantor", "payee")


def deal(context: Context) -> tuple[DealLine, ...]:
    """Seven lines, always in this order; the value is empty where the paper does not say."""
    lines = (
        ("who", _who(context)),
        ("amount", _amount(context)),
        ("periods", _periods(context)),
        ("dates", _dates(context)),
        ("account", _account(context)),
        ("cost", _cost(context)),
        ("late", [late_text(context, context.report.late)] if context.report.late else []),
    )
    return tuple(
        DealLine(key=key, label=context.messages(f"deal.{key}"), value=_joined(context, parts)) for key, parts in lines
    )


def _joined(context: Context, parts: list[str]) -> str:
    return ("；" if context.language == "zh" else "; ").join(part for part in parts if part)


def _who(context: Context) -> list[str]:
    facts, comma = context.report.facts, "、" if context.language == "zh" else ", "
    parts = []
    for role in _PARTIES:
        names = dict.fromkeys(context.name(p.name) for p in facts.parties if p.role == role)
        if names:
            parts.append(context.labelled(context.messages.name("role", role), comma.join(names)))
    return parts


def _amount(context: Context) -> list[str]:
    facts = context.report.facts
    payable, total, principal = (_values(facts, role) for role in ("payable", "total_debt", "principal"))
    owed = payable or total
    shown = {
        "payable": payable,
        "total_debt": () if total == payable else total,
        "principal" if owed else "principal_alone": principal if len(principal) == 1 else (),
        "plan_total": () if owed else _values(facts, "plan_total"),
        "waived": _whole_waiver(_values(facts, "waived"), payable, total),
        "down_payment": _values(facts, "down_payment"),
    }
    return [
        context.messages(f"deal.{role}", amount=_alternatives(context, values))
        for role, values in shown.items()
        if values
    ]


def _values(facts: Facts, role: str) -> tuple[Amount, ...]:
    """The differing amounts in a role, in the order of the text."""
    distinct: dict[tuple[Decimal, str], Amount] = {}
    for amount in facts.amounts:
        if amount.role == role:
            distinct.setdefault((amount.value, amount.currency), amount)
    return tuple(distinct.values())


def _whole_waiver(
    waived: tuple[Amount, ...], payable: tuple[Amount, ...], total: tuple[Amount, ...]
) -> tuple[Amount, ...]:
    """Of several waived amounts the one that is the whole: what lies between total and payable, or the others' sum."""
    if len(waived) < 2:
        return waived
    between = {t.value - p.value for t in total for p in payable}
    everything = sum(a.value for a in waived)
    return tuple(a for a in waived if a.value in between or a.value * 2 == everything)[:1]


def _alternatives(context: Context, amounts: tuple[Amount, ...]) -> str:
    return " / ".join(context.money(a.value, a.currency) for a in amounts[:2])


def _periods(context: Context) -> list[str]:
    facts, say = context.report.facts, context.messages
    term, rows = facts.term("plan", "instalment"), facts.schedule.instalments if facts.schedule else ()
    count = term.count if term else len(rows)
    parts = [say("deal.count", n=count)] if count else []
    totals = [row.total for row in rows if row.total is not None]
    stated = facts.amount("instalment")
    each = stated.value if stated else totals[0] if len(totals) > 1 and len(set(totals[:-1])) == 1 else None
    if each is not None:
        parts.append(say("deal.each", amount=_plan_money(context, facts, each)))
    elif len(totals) > 1:
        parts.append(say("deal.each", amount=f"{min(totals):,.2f}–{_plan_money(context, facts, max(totals))}"))
    last = facts.amount("last_instalment")
    ending = last.value if last else totals[-1] if totals and each is not None and totals[-1] != each else None
    if ending is not None:
        parts.append(say("deal.last", amount=_plan_money(context, facts, ending)))
    whole = sum(totals, Decimal(0)) if len(totals) == (count or len(rows)) > 1 else None
    if whole is not None and whole not in {a.value for a in facts.amounts if a.role in ("payable", "total_debt")}:
        parts.append(say("deal.whole", amount=_plan_money(context, facts, whole)))
    return parts


def _plan_money(context: Context, facts: Facts, value: Decimal) -> str:
    return context.money(value, facts.schedule.currency if facts.schedule else facts.currency)


def _dates(context: Context) -> list[str]:
    facts, say = context.report.facts, context.messages
    written = [row.due for row in (facts.schedule.instalments if facts.schedule else ()) if row.due]
    named = [d.value for role in ("first_due", "due", "last_due") if (d := facts.day(role)) and d.value]
    days = written or named
    parts = []
    if days:
        first, last = min(days), max(days)
        parts.append(
            say("deal.single", day=context.day(first))
            if first == last
            else say("deal.range", first=context.day(first), last=context.day(last))
        )
    stated = list(dict.fromkeys(d.day for d in facts.due_days))
    if len(stated) > 1:
        parts.append(say("deal.several_due_days", days=" / ".join(str(d) for d in stated)))
    elif stated:
        parts.append(say("deal.month_end") if stated[0] == -1 else say("deal.due_day", day=stated[0]))
    return parts


def _account(context: Context) -> list[str]:
    accounts, say = context.report.facts.accounts, context.messages
    creditors = {p.name for p in context.report.facts.parties if p.role == "creditor"}
    parts = []
    for account in accounts[:2]:
        number = shortened(flow(context.places.words(account.number)).replace(" ", ""))
        pieces = [
            context.name(account.holder),
            context.name(account.bank),
            say("deal.number", number=number) if number else "",
            say("deal.qr") if account.qr_code else "",
            say("deal.person") if account.person and account.holder not in creditors else "",
        ]
        parts.append(("，" if context.language == "zh" else ", ").join(piece for piece in pieces if piece))
    return parts or _route(context)


def _route(context: Context) -> list[str]:
    """The paper's own words on where to pay, where it names no payee account (a card's own account, an app)."""
    told = {v.item: v.evidence[0] for v in context.report.verdicts if v.status == "found" and v.evidence}
    evidence = told.get("pay-account") or told.get("pay-channel")
    return [flow(context.places.words(evidence.focus))] if evidence else []


def _cost(context: Context) -> list[str]:
    costs, say = context.report.costs, context.messages
    if not costs:
        return []
    cost = costs[0]
    parts = [say("deal.effective", percent=percent2(cost.effective_percent))]
    if cost.effective_percent.quantize(Decimal("0.01")) == 0:
        parts = [say("deal.free")]
    elif cost.nominal_percent is not None:
        parts.append(say("deal.nominal", percent=percent2(cost.nominal_percent)))
    financed = _plan_money(context, context.report.facts, cost.financed)
    parts.append(say(f"deal.basis_{cost.basis}", amount=financed, start=context.day(cost.start)))
    return parts
