"""One rate that the paper gives to the time before and after the due date stands in both roles."""

from decimal import Decimal

import pytest

from facts.money_papers import money_of

BOTH = [
    "年利率15.4%，逾期利率同此。",
    "年利率15.4%，逾期利率与上述利率相同。",
    "借款利率为年利率15.4%。\n上述利率亦适用于逾期期间。",
    "借款年利率15.4%。上述利率同样适用于逾期还款的情形。",
    "年利率为15.4%，逾期的按同一利率计收利息。",
    "利息及逾期利息均按年利率15.4%计算。",
    "借期内利率和逾期利率均为年利率15.4%。",
    "逾期利息、借期内利息均按年利率15.4%计付。",
    "年利率15.4%，逾期后仍按该利率计息至清偿之日。",
    "年利率15.4%，逾期期间继续按照前述利率计算利息。",
    "年利率15.4%，借期内外同一利率。",
]
ENGLISH = [
    "Interest and default interest at 15.4% p.a. shall accrue on the outstanding balance.",
    "Interest (including default interest) is charged at 15.4% per annum.",
    "Interest accrues at 15.4% per annum. The same rate applies to overdue amounts.",
    "Interest accrues at 15.4% per annum both before and after default.",
    "Interest accrues at 15.4% per annum. Default interest is charged at the same rate.",
    "Interest accrues at 15.4% per annum, before as well as after judgment.",
]
ONE = [
    "年利率15.4%，逾期利率另行约定。",
    "利息按年利率15.4%计算，逾期利息不再计收。",
    "年利率15.4%，逾期利率不适用上述利率。",
    "甲方减免利息及逾期利息。年利率15.4%。",
    "Interest accrues at 15.4% per annum. Default interest is waived.",
    "Interest accrues at 15.4% per annum. The same rate does not apply to overdue amounts.",
]


def rates(text: str, *, english: bool = False) -> list[tuple[str | None, Decimal, str]]:
    return sorted(
        (str(r.role), r.percent, r.period) for r in money_of(text, language="en" if english else "zh-Hans").rates
    )


@pytest.mark.parametrize("text", BOTH)
def test_one_rate_for_the_term_and_for_default(text: str) -> None:
    assert rates(text) == [("interest", Decimal("15.4"), "year"), ("overdue", Decimal("15.4"), "year")]


@pytest.mark.parametrize("text", ENGLISH)
def test_one_rate_for_the_term_and_for_default_in_english(text: str) -> None:
    assert rates(text, english=True) == [("interest", Decimal("15.4"), "year"), ("overdue", Decimal("15.4"), "year")]


@pytest.mark.parametrize("text", ONE)
def test_no_second_role_where_the_paper_gives_none(text: str) -> None:
    english = text.isascii()
    assert rates(text, english=english) == [("interest", Decimal("15.4"), "year")]


def test_the_second_role_has_the_words_that_gave_it_as_its_evidence() -> None:
    text = "年利率15.4%。上述利率亦适用于逾期期间。"
    money = money_of(text)
    overdue = next(r for r in money.rates if r.role == "overdue")
    assert overdue.evidence is not None
    assert "逾期" in overdue.evidence.slice(text)
    assert overdue.span.slice(text) == next(r for r in money.rates if r.role == "interest").span.slice(text)


def test_a_rate_of_its_own_for_default_is_the_only_one() -> None:
    text = "年利率6%。逾期利率为年利率9%，不适用上述利率。"
    assert rates(text) == [("interest", Decimal(6), "year"), ("overdue", Decimal(9), "year")]
