"""All that one borrower owes, added up over the papers of a folder. Expected sums are worked by hand."""

from datetime import date
from decimal import Decimal

import pytest
from borrower_papers import row
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.report.folder.ledger import Book, Ledger, book
from agreecheck.report.folder.row import Row, failed_row
from agreecheck.report.folder.same import Near, alike


def only(rows: list[Row]) -> Ledger:
    (ledger,) = book(rows).ledgers
    return ledger


def test_months_peak_collisions_and_what_comes_next() -> None:
    a = row("a", "2026-11-15 1000.00", "2026-12-15 1000.00", "2027-01-15 1200.50", creditor="甲")
    b = row("b", "2026-10-20 500.00", "2026-12-15 2500.00", "2027-02-20 300.25", creditor="乙")
    seen = only([a, b])
    assert [(m.when, m.payments, str(m.amount)) for m in seen.months] == [
        ("2026-11", 1, "1000.00"),
        ("2026-12", 2, "3500.00"),
        ("2027-01", 1, "1200.50"),
        ("2027-02", 1, "300.25"),
    ]
    assert seen.peak is not None
    assert seen.peak.when == "2026-12"
    assert [(c.when, c.files, str(c.amount)) for c in seen.collisions] == [("2026-12-15", ("a", "b"), "3500.00")]
    assert (str(seen.left), seen.payments) == ("6000.75", 5)
    assert (str(seen.past), seen.past_payments) == ("500.00", 1)
    assert [(d.day.isoformat(), d.file, d.creditor) for d in seen.next][:3] == [
        ("2026-11-15", "a", "甲"),
        ("2026-12-15", "a", "甲"),
        ("2026-12-15", "b", "乙"),
    ]
    assert [(d.file, d.payments, str(d.left), str(d.next_due), str(d.last_due)) for d in seen.debts] == [
        ("a", 3, "3200.50", "2026-11-15", "2027-01-15"),
        ("b", 2, "2800.25", "2026-12-15", "2027-02-20"),
    ]


def test_what_falls_due_on_the_very_day_is_still_to_come() -> None:
    seen = only([row("a", "2026-11-01 10.00", "2026-10-31 20.00")])
    assert (seen.left, seen.past) == (Decimal("10.00"), Decimal("20.00"))


def test_two_payments_of_one_paper_on_a_day_are_no_collision() -> None:
    assert only([row("a", "2026-11-15 10.00", "2026-11-15 20.00")]).collisions == ()


def test_of_two_months_as_heavy_the_first_is_the_peak() -> None:
    peak = only([row("a", "2026-12-01 10.00", "2027-01-01 10.00")]).peak
    assert peak is not None
    assert peak.when == "2026-12"


def test_a_paper_of_the_same_content_counts_once_and_is_named() -> None:
    plan = "2026-11-15 100.00"
    seen = only([row("a", plan, words="w"), row("b", plan, words="w"), row("c", "2026-11-20 1.00")])
    assert seen.left == Decimal("101.00")
    assert [(d.file, d.copies) for d in seen.debts] == [("a", ("b",)), ("c", ())]


def test_a_debt_told_by_two_papers_counts_once() -> None:
    """As PDF and as Word file, or before and after a clause was put otherwise."""
    rows = [row(file, "2026-11-15 100.00", creditor="甲", numbers="n") for file in ("a.pdf", "a.docx")]
    seen = only(rows)
    assert (seen.left, seen.debts[0].copies) == (Decimal("100.00"), ("a.docx",))


@pytest.mark.parametrize("other", [{"creditor": "乙"}, {"numbers": "m"}, {"currency": "HKD"}])
def test_another_creditor_contract_or_currency_is_another_debt(other: dict[str, str]) -> None:
    told = {"creditor": "甲", "numbers": "n"}
    rows = [row("a", "2026-11-15 100.00", **told), row("b", "2026-11-15 100.00", **(told | other))]
    assert sum(len(ledger.debts) for ledger in book(rows).ledgers) == 2


def test_copies_of_what_is_left_out_are_left_out_by_name() -> None:
    seen = only([row("a", words="w"), row("b", words="w"), row("c", "- 1.00"), row("d", "- 1.00")])
    assert [out.file for out in seen.left_out] == ["a", "b", "c", "d"]


def test_versions_of_a_paper_are_each_counted_and_said_to_be_alike() -> None:
    rows = [row("a", "2026-11-15 100.00"), row("b", "2026-11-15 90.00")]
    (seen,) = book(rows, [Near(files=("a", "b"))]).ledgers
    assert (seen.left, seen.similar) == (Decimal("190.00"), (("a", "b"),))


def test_nothing_is_left_out_without_a_reason() -> None:
    rows = [
        row("plan", "2026-11-15 100.00", "- 50.00", "2026-12-15 -"),
        row("no-dates", "- 70.00"),
        row("no-plan"),
        row("lease", "2026-11-15 9.00", kind="other"),
        row("wish", "2026-11-15 9.00", kind="hardship_application"),
        row("whose", "2026-11-15 9.00", who="", tail=""),
        row("scan", who="", tail="", kind="", read_in_full=False),
        failed_row("broken", "broken"),
    ]
    seen = book(rows)
    (ledger,) = seen.ledgers
    assert ledger.left == Decimal("100.00")
    assert {(o.file, o.reason, o.count) for o in ledger.left_out} == {
        ("plan", "undated", 1),
        ("plan", "unpriced", 1),
        ("no-dates", "no_plan", 0),
        ("no-plan", "no_plan", 0),
        ("lease", "other", 0),
        ("wish", "application", 0),
    }
    assert {(o.file, o.reason) for o in seen.left_out} == {
        ("whose", "no_debtor"),
        ("scan", "unread"),
        ("broken", "failed"),
    }


def test_a_paper_not_read_in_full_is_counted_and_told() -> None:
    assert only([row("a", "2026-11-15 1.00", read_in_full=False)]).partial == ("a",)


def test_people_of_one_masked_name_are_not_one() -> None:
    rows = [row("a", "2026-11-15 1.00", who="向以南", tail=""), row("b", "2026-11-15 2.00", who="向北南", tail="")]
    assert book(rows) == Book(single=2)


def test_people_of_one_name_with_two_identity_numbers_are_two() -> None:
    rows = [
        row("a", "2026-11-15 1.00", tail="4126"),
        row("b", "2026-11-15 2.00", tail="9910"),
        row("c", "2026-11-15 4.00", tail=""),
        row("d", "2026-11-15 8.00", tail="9910"),
    ]
    seen = book(rows)
    assert [(ledger.tail, ledger.left) for ledger in seen.ledgers] == [("9910", Decimal("10.00"))]
    assert seen.single == 2


def test_a_paper_without_an_identity_number_goes_by_the_name_and_says_so() -> None:
    seen = only([row("a", "2026-11-15 1.00"), row("b", "2026-11-15 2.00", tail="")])
    assert (seen.left, seen.by_name, seen.tail) == (Decimal("3.00"), ("b",), "4126")


def test_currencies_are_never_added_up() -> None:
    rows = [row("a", "2026-11-15 1.00"), row("b", "2026-11-15 2.00", currency="HKD")]
    assert [(one.currency, one.left) for one in book(rows).ledgers] == [
        ("CNY", Decimal("1.00")),
        ("HKD", Decimal("2.00")),
    ]


def test_a_borrower_with_one_paper_among_many_has_no_ledger_but_is_counted() -> None:
    rows = [row("a", "2026-11-15 1.00"), row("b", "2026-11-15 2.00"), row("c", "2026-11-15 4.00", who="郁青岚")]
    seen = book(rows)
    assert (len(list(seen.ledgers)), seen.single) == (1, 1)


cents = st.integers(min_value=1, max_value=10**9).map(lambda n: Decimal(n).scaleb(-2))
days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
payment = st.one_of(
    st.builds(lambda d, c: f"{d} {c:.2f}", days, cents),
    st.builds(lambda c: f"- {c:.2f}", cents),
    st.builds(lambda d: f"{d} -", days),
)


@given(st.lists(st.lists(payment, max_size=6), min_size=1, max_size=5))
def test_every_payment_with_date_and_sum_is_counted_exactly_once(plans: list[list[str]]) -> None:
    rows = [row(f"{n}.pdf", *plan) for n, plan in enumerate(plans)]
    seen = only(rows)
    whole = sum((Decimal(p.split()[1]) for plan in plans for p in plan if "-" not in p.split()), Decimal(0))
    assert seen.left + seen.past == whole
    assert sum(m.amount for m in seen.months) == seen.left
    assert sum(d.left for d in seen.debts) == seen.left
    assert seen.payments + seen.past_payments + sum(o.count for o in seen.left_out) + _of_uncounted(rows, seen) == sum(
        map(len, plans)
    )
    assert {d.file for d in seen.debts} | {o.file for o in seen.left_out} == {one.file for one in rows}


def _of_uncounted(rows: list[Row], seen: Ledger) -> int:
    """Payments of papers that are left out as a whole."""
    outside = {o.file for o in seen.left_out if o.reason == "no_plan"}
    return sum(len(list(one.payments())) for one in rows if one.file in outside)


def test_alike_and_ledger_speak_of_the_same_copies() -> None:
    rows = [row("a", "2026-11-15 1.00", words="w"), row("b", "2026-11-15 1.00", words="w")]
    assert alike(rows).same == (("a", "b"),)
    assert only(rows).debts[0].copies == ("b",)
