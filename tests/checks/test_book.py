"""Texts and law: every check is worded twice, rests on a known source, and says what it lacks."""

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from agreecheck import checks
from agreecheck.checks import CHECKS, book, compute
from agreecheck.model.check import CheckEntry
from agreecheck.model.rule import Law
from checks.deal import AS_OF, LAW, Deal, monthly

SOURCES = Path(checks.__file__).parent.glob("*.py")
ENTRIES = [pytest.param(entry, id=entry.id) for entry in book().checks]


def test_each_check_has_one_entry_and_one_function() -> None:
    computed_last = ["A25"]  # out of the verdicts on clauses
    assert [entry.id for entry in book().checks if entry.id not in computed_last] == list(CHECKS)


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_basis_of_a_check_is_a_known_source(entry: CheckEntry) -> None:
    assert set(entry.basis) <= set(LAW.entries())


@pytest.mark.parametrize("entry", ENTRIES)
def test_both_languages_say_the_same_amount(entry: CheckEntry) -> None:
    for text in (entry.zh, entry.en):
        assert text.title
        assert text.compares
        assert text.why
        assert text.ask
    assert len(entry.zh.ask) == len(entry.en.ask)
    assert [set(re.findall(r"{(\w+)}", q)) for q in entry.zh.ask] == [
        set(re.findall(r"{(\w+)}", q)) for q in entry.en.ask
    ]


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_text_passes_judgement(entry: CheckEntry) -> None:
    words = " ".join([entry.zh.title, entry.zh.why, *entry.zh.ask, entry.en.title, entry.en.why, *entry.en.ask])
    assert not re.search(r"违法|无效|illegal|void|unlawful|safe to sign", words)


def test_every_reason_in_the_code_has_its_words() -> None:
    code = "".join(p.read_text("utf-8") for p in SOURCES)
    used = set(re.findall(r'unknown\(\s*"(\w+)"', code)) | set(re.findall(r'reason="(\w+)"', code))
    used |= set(re.findall(r'reason="" if [^"\n]*? else "(\w+)"', code))
    assert len(used) > 40
    assert used <= set(book().reasons)


FAILING = {
    "A01": Deal().amount("9.00", "payable").rows(("2026-12-15", "4.00"), ("2027-01-15", "4.00")),
    "A02": Deal().breakdown("balance", "9.00", "4.00", "4.00"),
    "A03": Deal().amount("9.00", "total_debt").amount("1.00", "waived").amount("7.00", "payable"),
    "A04": Deal().words("壹元整", "1.00", "2.00"),
    "A05": Deal().amount("9.00", "payable").amount("1.00", "instalment").term(3),
    "A06": Deal().term(3).rows(("2026-12-15", "1.00")),
    "A07": Deal().day("2027-01-01", "signing").rows(("2026-12-15", "1.00")),
    "A08": Deal().day("2026-08-16", "deferral_start").day("2026-10-16", "deferral_end").term(3, "month", "deferral"),
    "A09": Deal().amount("1.00", "payable").conflict("due_day", "12", "10"),
    "A10": Deal().amount("9.00", "payable").day("2026-11-15", "signing").rate("1", "year", "interest").rows(
        *monthly("2026-12-15", 10, "1.00")
    ),
    "A11": Deal(creditor="bank_card").rate("3", "month", "interest"),
    "A13": Deal().rate("9", "year", "overdue").rate("3", "year", "interest"),
    "A14": Deal(creditor="bank_card").rate("0.1", "day", "penalty"),
    "A16": Deal().rate("0.1", "day", "penalty", base="total"),
    "A17": Deal().amount("9.00", "payable").amount("1.00", "down_payment").rows(("2026-12-15", "6.00")),
    "A18": Deal().amount("9.00", "income").amount("5.00", "spending").amount("6.00", "instalment"),
    "A19": Deal().day("2020-01-01", "last_payment").day("2026-01-01", "signing"),
    "A20": Deal().rows(("2026-10-25", "1.00")),
    "A24": Deal().party("creditor", "远渡银行股份有限公司").account("郗大奎", person=True),
    "A26": Deal().day("2026-11-30", "guarantee_end").rows(("2026-12-15", "1.00")),
    "A27": Deal().conflict("rate_notation", "0.5%", "万分之五"),
    "A28": Deal().no_day("2026年2月30日", "due"),
}  # fmt: skip


@pytest.mark.parametrize("id_", sorted(FAILING))
def test_a_failing_check_shows_its_figures_and_fills_its_question(id_: str) -> None:
    deal = FAILING[id_]
    got = deal.check(id_)
    entry = next(e for e in book().checks if e.id == id_)
    assert (got.status, got.severity) == ("fail", entry.severity)
    assert got.equation
    assert got.inputs
    assert got.evidence
    text = deal.document().text
    for piece in got.evidence:
        assert piece.span.contains(piece.focus)
        assert piece.focus.slice(text).strip()
        assert len(piece.span) <= 240
    for question in entry.zh.ask:
        assert set(re.findall(r"{(\w+)}", question)) <= set(got.values)


def test_an_empty_paper_fails_nothing_and_passes_nothing() -> None:
    computed = Deal().compute()
    assert {c.status for c in computed.checks} == {"not_computable"}
    assert all(c.reason in book().reasons for c in computed.checks)
    assert computed.costs == ()


def test_rows_may_be_missing_because_a_page_could_not_be_read() -> None:
    deal = Deal().term(3).rows(("2026-12-15", "1.00"))
    half = compute(replace(deal.document(), coverage=0.5), deal.facts(), LAW, AS_OF)
    got = next(c for c in half.checks if c.id == "A06")
    assert (got.status, got.reason) == ("not_computable", "part_unreadable")
    assert deal.check("A06").status == "fail"


def test_passing_and_open_checks_have_no_severity() -> None:
    deal = Deal().amount("3.00", "payable").rows(*monthly("2026-12-15", 3, "1.00"))
    assert {c.severity for c in deal.compute().checks if c.status != "fail"} == {"info"}


def test_old_data_is_said_to_be_old() -> None:
    assert "prime_rate_old" not in Deal().compute(as_of=date(2026, 12, 22)).warnings
    assert "prime_rate_old" in Deal().compute(as_of=date(2026, 12, 23)).warnings
    assert "law_old" in Deal().compute(as_of=date(2027, 6, 1)).warnings
    assert set(Deal().compute(as_of=date(2030, 1, 1)).warnings) <= set(book().warnings)


def test_years_without_a_holiday_table_are_said() -> None:
    assert "holidays_missing" in Deal().rows(("2031-01-06", "1.00")).compute(as_of=AS_OF).warnings


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        ("2019-08-20", "4.25"),
        ("2020-08-20", "3.85"),
        ("2024-09-20", "3.35"),
        ("2024-10-21", "3.10"),
        ("2026-11-01", "3.00"),
    ],
)
def test_published_prime_rates(day: str, percent: str) -> None:
    price = LAW.prime_rate.on(date.fromisoformat(day))
    assert price is not None
    assert str(price.percent) == percent


def test_there_was_no_prime_rate_before() -> None:
    assert LAW.prime_rate.on(date(2019, 8, 19)) is None


@pytest.mark.parametrize("law", [pytest.param(law, id=law.key) for law in LAW.entries().values()])
def test_each_source_is_worded_and_sourced(law: Law) -> None:
    assert law.zh
    assert law.en
    assert law.source
    assert "{" not in law.zh + law.en
    assert law.since is None or law.until is None or law.since < law.until


def test_ceilings_rest_on_known_law_and_unverified_ones_decide_nothing() -> None:
    known = LAW.entries()
    for ceiling in LAW.ceilings:
        assert ceiling.outer == (known[ceiling.law].confidence == "unverified")
