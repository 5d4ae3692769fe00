"""What the reader of the figures must know about the data behind them, and what was left out of them."""

from datetime import timedelta

from agreecheck.checks.case import Case
from agreecheck.checks.months import add_months
from agreecheck.checks.plan import rows
from agreecheck.model.fact import Facts


def warnings(case: Case) -> tuple[str, ...]:
    """Keys of ``[warnings]`` in checks.toml."""
    law = case.law
    stale = law.thresholds.stale_after_months
    found = []
    if add_months(law.as_of, stale) < case.as_of:
        found.append("law_old")
    if add_months(law.prime_rate.as_of, stale) < case.as_of:
        found.append("prime_rate_old")
    years = {h.year for h in law.holidays}
    working = timedelta(days=31 if any(t.working for t in case.facts.terms) else 0)  # they run on after a due date
    if any(day.year not in years for r in rows(case.facts) if r.due for day in (r.due, r.due + working)):
        found.append("holidays_missing")
    if case.limits and not any(limit.applies for limit in case.limits):
        found.append("creditor_kind_unknown")
    contract = case.facts.day("original_contract")
    if contract and contract.value and law.prime_rate.on(contract.value) is None:
        found.append("contract_before_prime_rate")
    return (*found, *_several(case.facts))


def _several(facts: Facts) -> tuple[str, ...]:
    """Which of several plans the figures are of."""
    if facts.schedule is None or not facts.more_schedules:
        return ()
    if facts.schedule.kind == "alternative":
        return ("alternative_chosen" if facts.schedule.chosen else "alternative_first",)
    return ("plans_apart" if facts.schedule.kind == "debt" else "further_plans",)
