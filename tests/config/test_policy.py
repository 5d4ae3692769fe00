"""A policy given to the review: what it ignores is counted and told, never gone; its own packs and severities hold."""

from datetime import date
from pathlib import Path

import pytest
from house_rules import house

import agreecheck
from agreecheck.model.finding import Ignore, Report
from agreecheck.model.policy import Policy
from agreecheck.report import FORMATS, render
from agreecheck.report.shape import View
from agreecheck.report.view import severity_at_least, view

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "predatory.pdf"
DAY = date(2026, 11, 1)
REASON = "已与银角公司当面谈妥"


def review(**policy: object) -> Report:
    return agreecheck.check(SAMPLE, as_of=DAY, second_reader=False, policy=Policy(**policy))  # type: ignore[arg-type]


def seen(**policy: object) -> View:
    return view(review(**policy))


@pytest.fixture(scope="module")
def plain() -> View:
    return seen()


def issue_keys(shown: View) -> list[str]:
    return [issue.key for issue in shown.issues]


@pytest.mark.parametrize("code", ["fee-service", "CN-R249"])
def test_an_ignored_rule_or_item_warns_no_more_and_is_told_with_its_reason(plain: View, code: str) -> None:
    shown = seen(ignore=(Ignore(rule=code, reason=REASON),))
    assert "fee-service" in issue_keys(plain)
    assert issue_keys(shown) == [key for key in issue_keys(plain) if key != "fee-service"]
    (told,) = shown.ignored
    assert (told.key, told.code, told.reason, told.status) == ("fee-service", code, REASON, "risky")
    assert told.evidence[0].focus in {q.focus for i in plain.issues if i.key == "fee-service" for q in i.quotes}
    assert shown.summary.ignored == 1
    assert sum(shown.summary.settle.values()) == sum(plain.summary.settle.values()) - 1


def test_to_ignore_is_not_to_settle(plain: View) -> None:
    """The item keeps its status in the checklist, and is marked; nothing is asked about it."""
    shown = seen(ignore=(Ignore(rule="fee-service", reason=REASON),))
    (entry,) = [e for e in shown.checklist if e.item == "fee-service"]
    assert (entry.status, entry.ignored, entry.ask) == ("risky", True, ())
    assert not any("fee-service" in q.items for q in shown.questions)
    assert any("fee-service" in q.items for q in plain.questions)


def test_an_ignored_check_is_told_too(plain: View) -> None:
    shown = seen(ignore=(Ignore(rule="A01", reason=REASON),))
    assert "A01" in issue_keys(plain)
    assert "A01" not in issue_keys(shown)
    assert [(told.key, told.status) for told in shown.ignored] == [("A01", "fail")]


def test_one_rule_of_several_leaves_the_others_to_speak() -> None:
    """The penalty clause of the sample is flagged by several rules: one of them ignored, the rest still warn."""
    shown = seen(ignore=(Ignore(rule="CN-R452", reason=REASON),))
    (entry,) = [e for e in shown.checklist if e.item == "default-penalty"]
    assert entry.status == "risky"
    assert not entry.ignored
    assert "CN-R452" not in entry.rules
    assert {"CN-R453", "CN-R454"} <= set(entry.rules)
    assert [told.code for told in shown.ignored] == ["CN-R452"]


def test_nothing_else_changes(plain: View) -> None:
    shown = seen(ignore=(Ignore(rule="default-accel", reason=REASON), Ignore(rule="A01", reason=REASON)))
    assert shown.late == plain.late
    assert shown.costs == plain.costs
    assert shown.unclassified == plain.unclassified
    assert shown.facts == plain.facts


@pytest.mark.parametrize(("until", "holds"), [(DAY, True), (date(2026, 10, 31), False)])
def test_an_expired_ignore_is_told_and_no_longer_applies(until: date, holds: bool) -> None:
    shown = seen(ignore=(Ignore(rule="fee-service", reason=REASON, until=until),))
    assert ("fee-service" in issue_keys(shown)) is not holds
    assert [told.until for told in shown.ignored] == (["2026-11-01"] if holds else [])
    assert [told.code for told in shown.expired_ignores] == ([] if holds else ["fee-service"])


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "jsonl"])
def test_every_form_of_the_report_tells_what_is_ignored_and_why(format: str) -> None:
    shown = seen(
        ignore=(
            Ignore(rule="fee-service", reason=REASON, until=date(2027, 1, 31)),
            Ignore(rule="A01", reason="总额另有附表", until=date(2026, 10, 31)),
        )
    )
    text = "".join(render(shown, format).split())  # lines are cut where the terminal ends
    for words in (REASON, "2027-01-31", "总额另有附表", "2026-10-31"):
        assert words in text.replace("\\-", "-")


def test_a_reason_makes_no_markup() -> None:
    shown = seen(ignore=(Ignore(rule="fee-service", reason="<b>[x](http://a.example)</b>\x1b[31m"),))
    assert "<b>" not in render(shown, "html")
    assert "[x](" not in render(shown, "markdown")
    assert "\x1b" not in render(shown)


def test_what_cannot_be_read_is_never_ignored() -> None:
    scan = SAMPLE.with_name("debt-buyer-scan.pdf")
    policy = Policy(ignore=(Ignore(rule="settle-cert", reason=REASON),))
    shown = view(agreecheck.check(scan, as_of=DAY, second_reader=False, policy=policy))
    assert "settle-cert" in [entry.item for entry in shown.unreadable]


def test_a_severity_of_ones_own_holds_exactly() -> None:
    shown = seen(severity={"fee-service": "low", "CN-R313": "medium", "A01": "critical"})
    told = {e.item: e.severity for e in shown.checklist} | {c.id: c.severity for c in shown.checks}
    assert (told["fee-service"], told["pay-account"], told["A01"]) == ("low", "medium", "critical")


def test_a_rules_own_severity_goes_before_its_items() -> None:
    shown = seen(severity={"pay-account": "low", "CN-R313": "high"})
    assert {e.item: e.severity for e in shown.checklist}["pay-account"] == "high"


def test_what_is_ignored_does_not_count_for_the_exit_code(tmp_path: Path) -> None:
    everything = tuple(Ignore(rule=entry.item, reason=REASON) for entry in seen().checklist)
    checks = tuple(Ignore(rule=check.id, reason=REASON) for check in seen().checks)
    shown = seen(ignore=(*everything, *checks))
    assert shown.issues == ()
    assert not severity_at_least(shown, "low")
    assert shown.summary.ignored == len(shown.ignored) > 40
    assert not any("没有找到需要先问清的地方" in line for line in shown.summary.lines)


RULES = """
[concept]
qr = ["收款码"]
[[rule]]
id = "HOUSE-1"
item = "pay-account"
name = "qr"
kind = "present"
status = "risky"
severity = "critical"
when = ["{qr}"]
match = ["乙方扫收款码付款。"]
zh = { title = "扫码收款", why = "收款人不明。" }
en = { title = "Pay by code", why = "The payee is not named." }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return house(tmp_path, RULES)


def test_a_pack_of_ones_own_adds_its_rules(own: Path) -> None:
    shown = seen(packs=(str(own),))
    (entry,) = [e for e in shown.checklist if e.item == "pay-account"]
    assert "HOUSE-1" in entry.rules
    assert "扫码收款" in (entry.headline, *entry.also)


def test_the_report_names_a_pack_of_ones_own_without_its_path(own: Path) -> None:
    shown = seen(packs=(str(own),))
    assert shown.tool.packs == ("zh", "house")
    assert str(own.parent) not in render(shown, "json")


def test_a_pack_for_chinese_papers_says_nothing_of_english_ones(own: Path) -> None:
    english = "Repayment Agreement\nThe debtor owes USD 1,200 and pays USD 100 on the 5th of each month in 12 months.\n"
    report = agreecheck.check_text(english, as_of=DAY, second_reader=False, policy=Policy(packs=(str(own),)))
    assert report.packs == ("en",)
