"""The review of each sample is the one worked out by hand in ``samples/expected``.

There: ``parties``, ``amounts``, ``dates``, ``rates`` are ``[value, …, role]`` that must be reported in that role
(``a|b``: in one of these);
``failing``, ``may_fail`` and ``passing`` name checks; ``items`` are ``[status, words]``, the words standing in the
evidence; ``prices`` are what a risky item can cost, with its equation (null: nothing may be said, as the paper's own
figures disagree); ``cost`` gives payments from which the annual cost is worked out here anew.
"""

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import agreecheck
from agreecheck.model.finding import Report, Verdict

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXPECTED = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SAMPLES / "expected").glob("*.json"))}
READABLE = [name for name, wanted in EXPECTED.items() if not wanted.get("unreadable")]
SCHEDULED = [name for name, wanted in EXPECTED.items() if "schedule" in wanted]
PRICED = [name for name, wanted in EXPECTED.items() if "prices" in wanted]
COSTED = [name for name, wanted in EXPECTED.items() if "cost" in wanted]
ONCE = {"total_debt", "payable", "plan_total", "instalment", "signing", "first_due", "last_due", "debt_as_of"}
AS_OF = date(2026, 11, 23)


@cache
def review(name: str) -> Report:
    return agreecheck.check(SAMPLES / EXPECTED[name]["file"], as_of=AS_OF)


def differences(wanted: set[tuple[Any, ...]], got: set[tuple[Any, ...]]) -> list[str]:
    """What is missing, and what claims a role that one value alone can have (the role stands last)."""
    open_roles = {(*fact[:-1], role) for fact in wanted for role in fact[-1].split("|")}
    once = {fact[-1] for fact in open_roles} & ONCE
    missing = [
        f"missing {fact}"
        for fact in sorted(wanted, key=str)
        if not {(*fact[:-1], r) for r in fact[-1].split("|")} & got
    ]
    return missing + [f"not so {fact}" for fact in sorted(got - open_roles, key=str) if fact[-1] in once]


@pytest.mark.parametrize("name", READABLE)
def test_type_and_kind_of_creditor(name: str) -> None:
    wanted, facts = EXPECTED[name], review(name).facts
    assert facts.type.value in wanted["types"]
    assert facts.creditor_kind.value == wanted.get("creditor_kind", facts.creditor_kind.value)
    assert not wanted["amounts"] or facts.currency == wanted.get("currency", "CNY")


@pytest.mark.parametrize("name", READABLE)
def test_parties_amounts_dates_rates_terms(name: str) -> None:
    wanted, facts = EXPECTED[name], review(name).facts
    found = differences(set(map(tuple, wanted["parties"])), {(p.name, p.role) for p in facts.parties})
    money = {(str(a.value.quantize(Decimal("0.01"))), a.role) for a in facts.amounts}
    found += differences(set(map(tuple, wanted["amounts"])), money)
    found += differences(set(map(tuple, wanted["dates"])), {(str(d.value), d.role) for d in facts.dates})
    rates = {(r.percent.normalize(), r.period, r.role) for r in facts.rates}
    found += differences({(Decimal(p).normalize(), period, role) for p, period, role in wanted["rates"]}, rates)
    found += differences(set(map(tuple, wanted["terms"])), {(t.count, t.unit, t.role) for t in facts.terms})
    if "due_day" in wanted and wanted["due_day"] not in {d.day for d in facts.due_days}:
        found.append(f"due day {wanted['due_day']}, not {[d.day for d in facts.due_days]}")
    if "blanks" in wanted and abs(len(facts.blanks) - wanted["blanks"]) > 0:
        found.append(f"{wanted['blanks']} blanks, not {len(facts.blanks)}")
    assert not found, "\n".join(["", *found])


def test_deleted_words_leave_no_facts() -> None:
    facts, deleted = review("deferral").facts, EXPECTED["deferral"]["deleted"]
    assert not {str(r.percent.normalize()) for r in facts.rates} & set(deleted["rates"])
    assert not {(t.count, t.unit) for t in facts.terms} & set(map(tuple, deleted["terms"]))


@pytest.mark.parametrize("name", SCHEDULED)
def test_schedule(name: str) -> None:
    wanted, schedule = EXPECTED[name]["schedule"], review(name).facts.schedule
    assert schedule is not None
    rows = {(r.number, str(r.due), f"{r.total:.2f}") for r in schedule.instalments if r.total is not None}
    missing = [tuple(row) for row in wanted["some"] if tuple(row) not in rows]
    origin = "table" if schedule.origin == "table" else "prose"
    assert (origin, len(schedule.instalments), missing) == (wanted["origin"], wanted["rows"], [])


@pytest.mark.parametrize("name", READABLE)
def test_checks(name: str) -> None:
    wanted = EXPECTED[name]
    results = {c.id: c for c in review(name).checks}
    failing = {code for code, c in results.items() if c.status == "fail"}
    found = [f"{code} should fail: {results.get(code)}" for code in wanted["failing"] if code not in failing]
    allowed = {*wanted["failing"], *wanted["may_fail"]}
    found += [f"{code} should not fail: {results[code].equation}" for code in sorted(failing - allowed)]
    passing = {code for code, c in results.items() if c.status == "pass"}
    found += [f"{code} should pass: {results.get(code)}" for code in wanted["passing"] if code not in passing | failing]
    assert not found, "\n".join(["", *found])


def quoted(report: Report, verdict: Verdict, words: str) -> bool:
    spans = [*verdict.evidence, *(e for finding in verdict.findings for e in finding.evidence)]
    quotes = [re.sub(r"\s", "", report.document.quote(part)) for e in spans for part in (e.span, e.focus)]
    wanted = re.sub(r"\s", "", words)
    return any(wanted in quote or (len(quote) >= 4 and quote in wanted) for quote in quotes)


@pytest.mark.parametrize("name", READABLE)
def test_items(name: str) -> None:
    wanted, report = EXPECTED[name], review(name)
    verdicts = {v.item: v for v in report.verdicts}
    found = []
    for item, (status, words) in wanted["items"].items():
        verdict = verdicts.get(item)
        got = verdict.status if verdict else "not_applicable"
        quiet = {"not_applicable", "found"}
        if got != status and not (status == "not_applicable" and got in quiet):
            found.append(f"{item}: {status}, not {got}")
        elif verdict and words and status in ("risky", "ambiguous") and not quoted(report, verdict, words):
            found.append(f"{item}: quotes no {words!r}")
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("name", PRICED)
def test_what_risky_items_can_cost(name: str) -> None:
    wanted, report = EXPECTED[name]["prices"], review(name)
    found = {p.item: [f"{p.amount:.2f}", p.equation] for p in report.prices}
    assert {item: found.get(item) for item in wanted} == wanted


@pytest.mark.parametrize("name", [name for name in READABLE if EXPECTED[name].get("clean")])
def test_a_sound_agreement_raises_nothing(name: str) -> None:
    report = review(name)
    assert [(v.item, v.status) for v in report.verdicts if v.flagged] == []
    assert [c.id for c in report.checks if c.status == "fail"] == []


def test_a_picture_claims_nothing() -> None:
    report = review("debt-buyer-scan")
    assert report.document.coverage < 0.2
    assert report.document.gaps
    assert (report.facts.parties, report.facts.amounts, report.facts.dates) == ((), (), ())
    assert {v.status for v in report.verdicts} <= {"unreadable", "not_applicable"}
    assert {c.status for c in report.checks} <= {"not_computable"}


def months_on(first: date, count: int) -> list[date]:
    """Monthly dates on one day of the month that every month has."""
    return [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, first.day) for n in range(count)
    ]


def root(worth: Any) -> float:
    """The rate at which a falling present value equals 0, by halving."""
    low, high = -0.9, 10.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if worth(middle) > 0 else (low, middle)
    return low


def annual(financed: float, start: date, dues: list[date], amount: float, periods: int) -> tuple[float | None, float]:
    """Nominal and effective percent a year: return per period times periods, and XIRR over 365 days."""
    per_period = root(lambda r: sum(amount / (1 + r) ** n for n in range(1, len(dues) + 1)) - financed)
    per_year = root(lambda r: sum(amount / (1 + r) ** ((due - start).days / 365) for due in dues) - financed)
    return (per_period * periods * 100 if periods else None), per_year * 100


@pytest.mark.parametrize("name", COSTED)
def test_annual_cost(name: str) -> None:
    wanted, costs = EXPECTED[name]["cost"], review(name).costs
    flows, start = wanted["flows"], date.fromisoformat(wanted["start"])
    dues = months_on(date.fromisoformat(flows["first"]), flows["count"])
    assert costs, "no annual cost was reported"
    for cost in (c for c in costs if c.start == start and c.basis in wanted["bases"]):
        financed = Decimal(wanted["bases"][cost.basis])
        nominal, effective = annual(float(financed), start, dues, float(flows["amount"]), wanted["periods_per_year"])
        assert cost.financed == financed
        assert float(cost.effective_percent) == pytest.approx(effective, abs=0.011)
        if nominal is not None:
            assert cost.nominal_percent is not None
            assert float(cost.nominal_percent) == pytest.approx(nominal, abs=0.011)
    assert {c.basis for c in costs if c.start == start} & set(wanted["bases"])
