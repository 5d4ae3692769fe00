"""What a missed instalment may cost by the paper's own clauses: charges, a lost waiver, the rest due at once. A25."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from agreecheck.checks.book import book
from agreecheck.checks.case import Case, money
from agreecheck.checks.each_plan import each_plan
from agreecheck.checks.late_base import Delayed
from agreecheck.checks.late_cap import caps, within
from agreecheck.checks.late_charges import charges, together
from agreecheck.checks.late_sums import Sums, sums
from agreecheck.checks.late_terms import grace, wait_for
from agreecheck.checks.moved import due_on, holiday_clause
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import Charge, CheckResult, Evidence, Input, Late, Verdict
from agreecheck.model.given import Delay
from agreecheck.model.law import LawBook
from agreecheck.text.holidays import Clause

_SAYS_SO = ("found", "ambiguous", "risky")


def late(
    document: Document, facts: Facts, law: LawBook, as_of: date, verdicts: Sequence[Verdict], delay: Delay
) -> Late | None:
    """One instalment paid late; without a number the one that costs most. None where the plan gives no amounts or has
    no such instalment."""
    if facts.type.value == "hardship_application":  # what one asks for binds nobody yet
        return None
    by_item = {v.item: v for v in verdicts}
    told = []
    for one in each_plan(facts):
        case = Case(document=document, facts=one, law=law, as_of=as_of, cues=book().cues)
        clause = holiday_clause(case)
        wanted = [s for s in sums(one) if delay.miss in (None, s.number)]
        told += [_late(case, s, delay.days, by_item, clause) for s in wanted]
    return max(told, key=lambda one: (one.high, one.at_once_high or 0, -one.number), default=None)


def _late(case: Case, plan: Sums, days: int, verdicts: dict[str, Verdict], clause: Clause | None) -> Late:
    """``days`` are counted from the day on which the payment falls due by the holiday ``clause``."""
    due = due_on(case, plan.due, clause) if plan.due else None
    plan = replace(plan, due=due.day) if due else plan
    calls, revokes = _places(verdicts, "default-accel"), _revocations(case, verdicts)
    called = bool(calls) and any(wait_for(case, e, plan.due).over(days) for e in calls)
    free = grace(case, calls, plan.due)
    inside = days <= free
    delayed = Delayed(plan=plan, days=days, free=free, called=called)
    found = () if inside else charges(case, delayed, _costs(verdicts))
    gone = any(wait_for(case, e, plan.due, other=calls).over(days) for e in revokes)
    lost = plan.waived is not None and not inside and gone
    revived = (_revived(plan, revokes),) if lost else ()
    low, high = together(case, found)
    most = caps(case, delayed)
    bound = within(most, found, low, high)
    cap = most[:1] if bound != (low, high) else ()
    at_once = called and not inside
    return Late(
        number=plan.number,
        days=days,
        missed=plan.missed,
        on_time=plan.rest,
        currency=case.facts.currency,
        low=bound[0],
        high=bound[1] + sum((c.high for c in revived), Decimal(0)),
        charges=(*found, *revived),
        at_once_low=plan.rest if at_once else None,
        at_once_high=(plan.rest + (plan.waived or 0) if lost else plan.rest) if at_once else None,
        at_once=tuple(calls[:1]) if at_once else (),
        grace_days=free,
        capped_at=cap[0].high if cap else None,
        cap=cap[0].evidence if cap else (),
        due=due.plan if due else None,
        moved_to=due.day if due and due.moved else None,
        move_unclear=due is not None and due.unclear,
        plan=case.facts.schedule.name if case.facts.schedule else "",
    )


def _revived(plan: Sums, places: list[Evidence]) -> Charge:
    """The waiver is lost: all of it by the harder reading, none where the creditor lets it be."""
    waived = plan.waived or Decimal(0)
    return Charge(kind="revived", low=Decimal(0), high=waived, equation=money(waived), evidence=tuple(places[:1]))


def _places(verdicts: dict[str, Verdict], item: str) -> list[Evidence]:
    verdict = verdicts.get(item)
    if verdict is None or verdict.status not in _SAYS_SO:
        return []
    return [e for e in verdict.evidence if e.role == "subject"]


def _costs(verdicts: dict[str, Verdict]) -> list[Evidence]:
    """Where the paper speaks of charges for default and costs of enforcement."""
    return [*_places(verdicts, "default-penalty"), *_places(verdicts, "default-costs")]


def _revocations(case: Case, verdicts: dict[str, Verdict]) -> list[Evidence]:
    """Where the waiver is lost; also a call for the sum before the waiver. Not where the paper says that it stays."""
    text = case.document.text
    stated = [
        e for e in _places(verdicts, "waive-revoke") if not any(w in e.span.slice(text) for w in case.cues["kept"])
    ]
    debts = {f"{a.value.normalize():f}" for a in case.facts.amounts if a.role == "total_debt"}
    whole = [m.span for m in case.facts.mentions if m.kind == "money" and f"{Decimal(m.value).normalize():f}" in debts]
    calls = [e for e in _places(verdicts, "default-accel") if any(e.span.contains(span) for span in whole)]
    return stated or calls


def exposure(told: Late | None) -> CheckResult:
    """A25: what falls due at once when one instalment is missed, by both readings. For information: it never fails."""
    if told is None:
        return CheckResult(id="A25", status="not_computable", severity="info", reason="no_schedule")
    if told.at_once_low is None or told.at_once_high is None:
        return CheckResult(id="A25", status="not_computable", severity="info", reason="not_called")
    spelled = money(told.at_once_low)
    if told.at_once_high != told.at_once_low:
        spelled = f"{spelled} / {money(told.at_once_high)}"
    return CheckResult(
        id="A25",
        status="pass",
        severity="info",
        equation=spelled,
        inputs=(Input(name="instalment", value=str(told.number)), Input(name="missed", value=money(told.missed))),
        evidence=told.at_once,
    )
