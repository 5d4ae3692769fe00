"""What the view says: places, quotes, order, the deal, and how it speaks of what could not be read."""

import json
import re
from datetime import date
from decimal import Decimal

import jsonschema
import msgspec
import pytest

from agreecheck.messages import load
from agreecheck.model.base import Words
from agreecheck.model.document import Clause, Gap, Note
from agreecheck.model.fact import Amount, Guess, Party
from agreecheck.model.finding import CheckResult, Evidence, Finding, Question, Verdict
from agreecheck.model.span import Place, Span
from agreecheck.report import FORMATS, render, schema
from agreecheck.report.failure import render as render_failure
from agreecheck.report.place import Places
from agreecheck.report.plain import flow, money, percent
from agreecheck.report.texts import load as load_texts
from agreecheck.report.view import severity_at_least, view
from report.paper import IDENTITY, TEXT, TEXTS, document, facts, report, sentence, span, unread_report

FORBIDDEN = re.compile(r"违法|无效|非法|illegal|\bvoid\b|safe to sign|放心签", re.IGNORECASE)


def as_json(language: str = "zh", **changes: object) -> dict:  # type: ignore[type-arg]
    return json.loads(render(view(report(**changes), TEXTS, language), "json"))


def test_quotes_are_slices_of_the_text() -> None:
    for entry in as_json()["checklist"]:
        for quote in entry["evidence"]:
            if "*" not in quote["quote"]:
                assert quote["quote"] == TEXT[quote["start"] : quote["end"]]
                assert quote["focus"] == TEXT[quote["focus_start"] : quote["focus_end"]]


def test_places_name_clause_and_page() -> None:
    entry = next(e for e in as_json()["checklist"] if e["item"] == "default-accel")
    (quote,) = entry["evidence"]
    assert (quote["clause"], quote["clause_label"], quote["page"]) == ("4", "第四条", 2)
    assert (entry["status"], entry["severity"], entry["rules"]) == ("risky", "critical", ["CN-R001"])


def test_a_long_sentence_is_cut_around_its_focus() -> None:
    text = "前" * 500 + "要害" + "后" * 500
    places = Places(document(text=text, clauses=(), pages=()), text)
    quote = places.quote(Evidence(span=Span(0, len(text)), focus=Span(500, 502)))
    assert len(quote.quote) == 240
    assert "要害" in quote.quote
    assert quote.parts()[1] == "要害"
    assert quote.quote == text[quote.start : quote.end]


def test_the_innermost_clause_is_found_and_left_again() -> None:
    def clause(path: str, level: int, start: int, end: int) -> Clause:
        return Clause(path=path, number=path, label=path, title="", level=level, span=Span(start, end))

    clauses = (clause("1", 1, 2, 20), clause("1.1", 2, 5, 9), clause("1.2", 2, 12, 15), clause("2", 1, 20, 30))
    places = Places(document(clauses=clauses), TEXT)
    found = [getattr(places.clause(at), "path", None) for at in (0, 2, 5, 8, 9, 12, 14, 15, 19, 20, 29, 30)]
    assert found == [None, "1", "1.1", "1.1", "1", "1.2", "1.2", "1", "1", "2", "2", None]


def test_figures_are_plain_decimal_strings() -> None:
    report_ = as_json()
    assert report_["facts"]["amounts"][0]["value"] == "10800.00"
    assert report_["facts"]["rates"][0]["percent"] == "0.05"
    assert report_["facts"]["rates"][0]["per_year_percent"] == "18.25"
    assert report_["costs"][0]["nominal_percent"] == "14.45"
    assert report_["costs"][0]["effective_percent"] == "15.45"
    assert report_["facts"]["schedule"][0]["due"] == "2026-04-15"
    assert report_["facts"]["due_day"] == 15
    assert money(Decimal("1E+30")) == "1" + "0" * 30 + ".00"
    assert percent(Decimal("24.000")) == "24"
    assert percent(Decimal("100")) == "100"


def test_the_deal_stands_in_seven_lines() -> None:
    deal = {line["key"]: line["value"] for line in as_json()["deal"]}
    assert [line["key"] for line in as_json()["deal"]] == [
        "who",
        "amount",
        "periods",
        "dates",
        "account",
        "cost",
        "late",
    ]
    assert deal["amount"] == "应还 10,800.00 元；其中本金 10,000.00 元"
    assert deal["periods"] == "12 期；每期 900.00 元"
    assert deal["dates"] == "2026年4月15日 至 2027年3月15日；每月 15 日"
    assert deal["account"] == "郗大奎，账号 ****0000，户名是个人"
    assert deal["cost"].startswith("约 15.45%")


def test_the_worst_comes_first_and_absent_items_are_gathered() -> None:
    shown = view(report(), TEXTS)
    assert [i.key for i in shown.issues] == ["A24", "default-accel", "settle-cert"]
    assert [e.item for e in shown.missing] == ["coll-stop", "plan-grace"]


def test_slots_are_filled_and_never_left_open() -> None:
    shown = view(report(), TEXTS)
    issue = next(i for i in shown.issues if i.key == "default-accel")
    assert issue.headline == "一期逾期，全部欠款即可被宣布到期"
    assert "{" not in "".join(i.headline + i.why + i.ask for i in shown.issues)
    without = report(verdicts=(report().verdicts[3],))
    finding = without.verdicts[0].findings[0]
    empty = Verdict(
        item="default-accel",
        status="risky",
        severity="critical",
        findings=(type(finding)(rule="CN-R001", status="risky", severity="critical"),),
    )
    assert "{" not in view(report(verdicts=(empty,)), TEXTS).issues[0].headline


@pytest.mark.parametrize(("floor", "reached"), [("low", True), ("high", True), ("critical", False)])
def test_fail_on_looks_at_flagged_items_and_failing_checks(floor: str, reached: bool) -> None:
    flagged = report(verdicts=(Verdict(item="settle-cert", status="ambiguous", severity="high"),), checks=())
    failing = report(verdicts=(), checks=(CheckResult(id="A01", status="fail", severity="high"),))
    for judged in (flagged, failing):
        assert severity_at_least(view(judged, TEXTS), floor) is reached


def test_a_passing_check_and_a_found_item_are_no_findings() -> None:
    quiet = report(
        verdicts=(Verdict(item="settle-cert", status="found", severity="critical"),),
        checks=(CheckResult(id="A01", status="pass", severity="critical"),),
    )
    assert not severity_at_least(view(quiet, TEXTS), "low")
    assert view(quiet, TEXTS).summary.worst is None


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_a_paper_that_could_not_be_read_says_so_before_all_else(format: str) -> None:
    shown = render(view(unread_report(), TEXTS), format)
    assert (
        shown.index("几乎没有读到文字") < shown.index("这份文件", shown.index("<h2>") if format == "html" else 0) + 40
    )
    assert "已写明" not in shown
    assert "没有找到需要先问清" not in shown
    assert "五、提问单" not in shown


@pytest.mark.parametrize(
    "gap", [Gap(place=Place(page=2), reason="error", at=0), Gap(place=Place(page=2), reason="image", at=0)]
)
def test_a_lost_page_is_loud_even_where_nothing_is_flagged(gap: Gap) -> None:
    shown = view(report(document=document(gaps=(gap,)), verdicts=(), checks=()), TEXTS)
    assert not shown.document.read_in_full
    assert "没有读到" in shown.summary.lines[0]
    assert load("zh")("summary.quiet") not in shown.summary.lines


def test_a_logo_is_no_lost_page() -> None:
    logo = Gap(place=Place(page=1), reason="image", at=0, share=0.03)
    assert view(report(document=document(gaps=(logo,))), TEXTS).document.read_in_full


@pytest.mark.parametrize("format", FORMATS)
def test_another_paper_gets_its_name_and_no_checklist(format: str) -> None:
    other = report(facts=facts(type=Guess(value="other", detail="lease")))
    shown = render(view(other, TEXTS), format)
    assert "租赁合同" in shown
    assert "加速到期" not in shown
    assert view(other, TEXTS).checklist == ()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format", FORMATS)
def test_no_report_judges_the_law(format: str, language: str) -> None:
    for made in (report(), unread_report(), report(verdicts=(), checks=())):
        assert not FORBIDDEN.findall(render(view(made, TEXTS, language), format))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_every_report_ends_with_where_help_is(format: str, language: str) -> None:
    for made in (report(), unread_report()):
        shown = flow(render(view(made, TEXTS, language), format)).replace(" ", "")
        assert load(language)("end.line").replace(" ", "") in shown


def test_the_schema_file_is_what_the_types_say() -> None:
    assert schema.text() == schema.build()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_reports_keep_to_the_schema(language: str) -> None:
    rules = json.loads(schema.text())
    jsonschema.Draft202012Validator.check_schema(rules)
    checker = jsonschema.Draft202012Validator(rules)
    for made in (report(), unread_report()):
        checker.validate(json.loads(render(view(made, TEXTS, language), "json")))
    checker.validate(json.loads(render_failure("a.pdf", "empty", "文件是空的。", "0.1.0")))
    spoilt = as_json() | {"checklist": [{"item": "x", "status": "fine"}]}
    assert not checker.is_valid(spoilt)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(view(report(), TEXTS), "json") == render(view(report(), TEXTS), "json")
    keys = list(as_json())
    assert keys == sorted(keys)


def test_both_catalogues_have_the_same_keys_and_slots() -> None:
    zh, en = load("zh").texts, load("en").texts
    assert zh.keys() == en.keys()
    slots = re.compile(r"\{(\w+)\}")
    assert {k for k in zh if set(slots.findall(zh[k])) != set(slots.findall(en[k]))} == set()
    assert not [k for texts in (zh, en) for k, text in texts.items() if FORBIDDEN.search(text)]


def test_flow_joins_chinese_lines_without_a_gap() -> None:
    assert flow("全部款项\n立即到期") == "全部款项立即到期"
    assert flow("pay the\nwhole  sum") == "pay the whole sum"
    assert flow("分12\n期") == "分12期"
    assert flow("第四条　上述欠款") == "第四条 上述欠款"


def test_dates_are_the_readers_own() -> None:
    assert view(report(), TEXTS, "en").deal[3].value.startswith("2026-04-15 to 2027-03-15")
    assert view(report(as_of=date(2026, 11, 23)), TEXTS).as_of == "2026-11-23"


def _amounts(*known: tuple[str, str]) -> tuple[Amount, ...]:
    return tuple(Amount(value=Decimal(v), currency="CNY", role=r, span=Span(0, 1)) for r, v in known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            (("payable", "26400"), ("total_debt", "28750"), ("waived", "1890"), ("waived", "460"), ("waived", "2350")),
            "减免 2,350.00 元",
        ),
        ((("waived", "100"), ("waived", "50"), ("waived", "150")), "减免 150.00 元"),
        ((("principal", "10"), ("principal", "20"), ("payable", "30")), "应还 30.00 元"),
        ((("payable", "21690"), ("payable", "21960")), "应还 21,690.00 元 / 21,960.00 元"),
        ((("principal", "18000"), ("plan_total", "20025")), "本金 18,000.00 元；各期合计 20,025.00 元"),
    ],
)
def test_the_deal_names_the_whole_and_never_guesses_a_part(known: tuple[tuple[str, str], ...], said: str) -> None:
    shown = view(report(facts=facts(amounts=_amounts(*known))), TEXTS).deal[1].value
    assert shown.endswith(said)


def test_the_sum_of_the_instalments_is_told_where_it_is_not_the_sum_to_pay() -> None:
    dearer = facts(amounts=_amounts(("payable", "10000")))
    assert view(report(facts=dearer), TEXTS).deal[2].value == "12 期；每期 900.00 元；各期相加 10,800.00 元"
    assert "相加" not in view(report(), TEXTS).deal[2].value


def test_a_cost_of_nothing_is_said_in_words() -> None:
    (cost,) = report().costs
    free = msgspec.structs.replace(cost, effective_percent=Decimal("0.001"), nominal_percent=Decimal(0))
    assert view(report(costs=(free,)), TEXTS).deal[5].value.startswith("约 0%（")


def test_a_private_creditors_own_account_is_no_strangers() -> None:
    own = Party(role="creditor", name="郗大奎", person=True, span=Span(0, 1))
    assert "户名是个人" not in view(report(facts=facts(parties=(own,))), TEXTS).deal[4].value


def test_a_check_that_doubts_the_same_sentence_is_told_with_the_item() -> None:
    evidence = Evidence(span=sentence("三、"), focus=span("郗大奎"))
    elsewhere = Evidence(span=sentence("一、"), focus=span("10,800.00元"))
    account = Verdict(item="pay-account", status="risky", severity="high", evidence=(evidence,))
    for place, keys in ((evidence, ["pay-account"]), (elsewhere, ["A24", "pay-account"])):
        check = CheckResult(id="A24", status="fail", severity="critical", equation="x ≠ y", evidence=(place,))
        shown = view(report(verdicts=(account,), checks=(check,)), TEXTS)
        assert [i.key for i in shown.issues] == keys
        assert shown.issues[0].severity == "critical"
        assert shown.issues[0].equation == "x ≠ y"


def test_a_check_that_an_item_is_judged_by_is_told_once_wherever_it_looks() -> None:
    real = load_texts(("zh",))
    evidence = Evidence(span=sentence("三、"), focus=span("郗大奎"))
    elsewhere = Evidence(span=sentence("一、"), focus=span("10,800.00元"))
    finding = Finding(rule="CN-R252", status="risky", severity="high", evidence=(evidence,))
    cost = Verdict(item="apr-disclosed", status="risky", severity="high", evidence=(evidence,), findings=(finding,))
    for place in (evidence, elsewhere):
        check = CheckResult(
            id="A10", status="fail", severity="medium", equation="x ≠ y", evidence=(place,), reason="cost_above_stated"
        )
        (issue,) = view(report(verdicts=(cost,), checks=(check,)), real).issues
        assert (issue.key, issue.headline, issue.also) == ("apr-disclosed", "测算的年化成本高于写明的利率", ())
        assert issue.equation == "x ≠ y"


def test_checks_that_one_question_serves_are_told_as_one() -> None:
    checks = tuple(CheckResult(id=c, status="fail", severity="high", equation=f"{c} ≠") for c in ("A24", "A01"))
    asked = Question(serves=("A01", "A24"), text=Words(zh="哪个为准？", en="Which?"), rank=1)
    (issue,) = view(report(verdicts=(), checks=checks, questions=(asked,)), TEXTS).issues
    assert (issue.key, issue.ask, issue.equation, len(issue.also)) == ("A01", "哪个为准？", "A01 ≠; A24 ≠", 1)


def test_hidden_words_are_shown_masked_and_repeated_notes_once() -> None:
    hidden = Note(kind="hidden_text", place=Place(page=2), values={"text": f"甲方可随时变更{IDENTITY}"})
    changed = Note(kind="tracked_change", values={"deleted": "12%"})
    shown = render(view(report(document=document(notes=(changed, hidden, changed))), TEXTS), "terminal", width=200)
    assert "文中有修订痕迹，按接受后的文字审阅（2 处）" in shown
    assert "文中有隐藏文字：“甲方可随时变更****”" in shown
