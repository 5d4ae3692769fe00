"""What the borrower tells goes into the checks: income, the sum received, the last payment, another signing date."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from agreecheck.checks import compute
from agreecheck.errors import ConfigError
from agreecheck.model.finding import CheckResult
from agreecheck.model.given import Given, Me, Payment, Promise
from agreecheck.packs.own import decode_own
from checks.deal import AS_OF, LAW, Deal, monthly

D = Decimal


def check(id_: str, deal: Deal, **given: object) -> CheckResult:
    made = compute(deal.document(), deal.facts(), LAW, AS_OF, Given(**given))
    return next(c for c in made.checks if c.id == id_)


def test_told_income_goes_before_the_papers() -> None:
    deal = Deal().amount("9000.00", "income").amount("4000.00", "spending").amount("3000.00", "instalment")
    assert check("A18", deal).status == "pass"
    told = check("A18", deal, me=Me(income=D(6000), spending=D(3500)))
    assert (told.status, told.equation) == ("fail", "6000.00 - 3500.00 = 2500.00 < 3000.00 (50 %)")


def test_told_income_meets_the_dearest_row_where_no_equal_sum_is_stated() -> None:
    deal = Deal().rows(*monthly("2026-12-15", 3, "100.00", last="700.00"))
    assert check("A18", deal).status == "not_computable"
    assert check("A18", deal, me=Me(income=D(1000), spending=D(400))).reason == "not_affordable"


def test_less_received_than_the_principal() -> None:
    deal = Deal("loan").amount("10000.00", "original_principal")
    assert check("A12", deal).reason == "not_told"
    short = check("A12", deal, me=Me(received=D("9500")))
    assert (short.status, short.equation) == ("fail", "9500.00 < 10000.00; 10000.00 - 9500.00 = 500.00 (5 %)")
    assert check("A12", deal, me=Me(received=D(10000))).status == "pass"


def test_the_papers_own_smaller_sum_is_shown_and_not_judged() -> None:
    deal = Deal("loan").amount("10000.00", "original_principal").amount("8500.00", "received")
    got = check("A12", deal)
    assert (got.status, got.reason) == ("not_computable", "received_written")
    assert "1500.00 (15 %)" in got.equation


def test_part_of_the_principal_paid_back_is_no_shortfall() -> None:
    deal = Deal().amount("6000.00", "principal")
    assert check("A12", deal, me=Me(received=D(10000))).status == "pass"


def test_a_told_payment_decides_on_limitation() -> None:
    deal = Deal().day("2022-01-10", "last_payment").day("2026-11-20", "signing")
    assert check("A19", deal).status == "fail"  # 2022-01-10 and three years: 2025-01-10
    assert check("A19", deal, me=Me(last_payment=date(2024, 5, 1))).status == "pass"
    later = Me(payments=(Payment(day=date(2024, 5, 1), amount=D(100)),))
    assert check("A19", deal, me=later).equation == "2024-05-01 + 3 × 12 = 2027-05-01 ≥ 2026-11-20"


def test_another_signing_date_takes_the_papers_place() -> None:
    deal = Deal().day("2022-01-10", "last_payment").day("2026-11-20", "signing")
    early = check("A19", deal, signed_on=date(2024, 12, 31))
    assert early.status == "pass"
    assert all(i.span is None for i in early.inputs if i.value == "2024-12-31")


def test_the_file_is_read_exactly(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    file.write_text(
        "income = 8000.10\npromises = ['不再打电话', { said = '减免罚息', item = 'waive-scope' }]\n"
        "payments = [{ day = 2026-03-01, amount = 500 }]\n",
        encoding="utf-8",
    )
    me = decode_own(file, Me)
    assert me.income == D("8000.10")
    assert me.paid_last == date(2026, 3, 1)
    assert me.promised() == (Promise(said="不再打电话"), Promise(said="减免罚息", item="waive-scope"))


@pytest.mark.parametrize(
    ("text", "named"),
    [("incom = 1", "incom"), ("income = -1", "income"), ("income = nan", "income"), ("income = 'x'", "$.income"),
     ("payments = [{ day = 2026-13-01, amount = 1 }]", "line 1"), ("promises = [{ said = '' }]", "said")],
)  # fmt: skip
def test_a_wrong_entry_names_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "me.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        decode_own(file, Me)
    assert raised.value.where == str(file)
    assert named in raised.value.what


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        decode_own(tmp_path / "none.toml", Me)
    assert raised.value.code == "own_file_missing"


def paid(*payments: tuple[str, str], **more: object) -> dict[str, object]:
    told = tuple(Payment(day=date.fromisoformat(day), amount=D(sum_)) for day, sum_ in payments)
    return {"me": Me(payments=told, **more)}


def test_payments_within_what_the_paper_counts_as_paid_pass() -> None:
    deal = Deal().amount("2000.00", "paid").day("2026-10-01", "debt_as_of")
    assert check("A29", deal).reason == "no_payments_told"
    got = check("A29", deal, **paid(("2026-03-01", "500"), ("2026-04-01", "1500")))
    assert (got.status, got.equation) == ("pass", "2000.00 ≤ 2000.00")


def test_more_paid_than_credited_fails_with_the_difference() -> None:
    deal = Deal().amount("2000.00", "paid").day("2026-10-01", "debt_as_of")
    got = check("A29", deal, **paid(("2026-03-01", "500"), ("2026-04-01", "1800")))
    assert (got.status, got.severity, got.reason) == ("fail", "high", "paid_not_credited")
    assert got.equation == "500.00 + 1800.00 = 2300.00 > 2000.00"
    assert (got.values["date"], got.values["difference"]) == ("2026-03-01", "300.00")


def test_a_payment_after_the_day_of_the_balance_is_not_in_it() -> None:
    deal = Deal().amount("2000.00", "paid").amount("9000.00", "total_debt").day("2026-10-01", "debt_as_of")
    got = check("A29", deal, **paid(("2026-04-01", "2000"), ("2026-10-20", "300")))
    assert (got.status, got.severity, got.reason) == ("fail", "low", "paid_since")
    assert got.values["computed"] == "300.00"


def test_a_paper_that_names_nothing_paid_is_asked() -> None:
    deal = Deal().amount("9000.00", "total_debt").day("2026-10-01", "debt_as_of")
    got = check("A29", deal, **paid(("2026-03-01", "500")))
    assert (got.status, got.severity, got.reason) == ("fail", "low", "paid_not_shown")
    both = check("A29", deal, **paid(("2026-03-01", "500"), ("2026-10-20", "300")))
    assert both.equation == "500.00 + 300.00 = 800.00 > 0.00"


def test_the_principal_that_has_gone_shows_what_was_credited_at_least() -> None:
    deal = Deal().amount("10000.00", "original_principal").amount("8000.00", "principal")
    assert check("A29", deal, **paid(("2026-03-01", "1800"))).status == "pass"
    more = check("A29", deal, **paid(("2026-03-01", "2600")))
    assert (more.status, more.reason) == ("not_computable", "credit_unclear")


def test_the_loan_so_far_is_recomputed_from_what_was_received_paid_and_is_owed() -> None:
    """10,000 received, 1,000 paid after half a year, 11,000 owed after one: 2,000 of charges. With x the yearly factor,
    1,000·x^(184/365) + 11,000 = 10,000·x holds at x = 1.2101: 1,100.9 + 11,000 = 12,100.9."""
    deal = Deal().amount("10000.00", "original_principal").amount("11000.00", "total_debt").amount("1000.00", "paid")
    deal.day("2025-10-01", "original_contract").day("2026-10-01", "debt_as_of")
    got = check("A29", deal, **paid(("2026-03-31", "1000")))
    assert got.equation.startswith("1000.00 ≤ 1000.00; 11000.00 + 1000.00 - 10000.00 = 2000.00; XIRR = 21.0")
    less = check("A29", deal, **paid(("2026-03-31", "1000"), received=D(9000)))
    assert "- 9000.00 = 3000.00" in less.equation


def test_instalments_of_the_plan_itself_are_no_older_payments() -> None:
    deal = Deal().amount("9000.00", "total_debt").rows(("2026-12-15", "4500.00"), ("2027-01-15", "4500.00"))
    assert check("A29", deal, **paid(("2026-12-15", "4500"))).reason == "no_payments_told"
