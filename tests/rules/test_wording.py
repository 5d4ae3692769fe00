"""Each item has a sentence to ask for, in both languages, filled from the paper and never with a slot left open."""

import re
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from agreecheck.model.fact import Amount, Conflict, Day, Facts, Guess, Party, Term
from agreecheck.model.finding import Verdict
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.rules import load, suggestions
from agreecheck.rules.examples import document_of

BOOK = load("zh")
SLOTS = {"amount", "date", "n", "creditor", "clause", "contract_no"}
FORBIDDEN = ("违法", "无效", "甲方", "乙方", "illegal", "void", "unlawful")
SILENT = Facts(type=Guess(value="loan_instalment"), creditor_kind=Guess(value="bank_loan"))
AT = Span(0, 1)


def said(item: str, facts: Facts = SILENT, status: str = "absent") -> tuple[str, str]:
    verdict = Verdict(item=item, status=status, severity="high")
    (one,) = suggestions(document_of("协议"), facts, [verdict], BOOK)
    assert one.item == item
    return one.text.zh, one.text.en


@pytest.mark.parametrize("item", BOOK.items)
def test_every_item_has_a_wording_in_both_languages(item: str) -> None:
    entry = BOOK.pack.wording[item]
    for text in (entry.zh, entry.en):
        assert set(re.findall(r"\{(\w+)\}", text)) <= SLOTS
        assert not [word for word in FORBIDDEN if word in text.lower().replace("avoid", "")]
    assert set(re.findall(r"\{(\w+)\}", entry.zh)) == set(re.findall(r"\{(\w+)\}", entry.en))
    assert bool(entry.amount) == ("{amount}" in entry.zh)


@pytest.mark.parametrize("item", BOOK.items)
def test_a_paper_that_says_nothing_leaves_no_slot_open(item: str) -> None:
    for text in said(item):
        assert not set("{}") & set(text)


def test_no_wording_is_for_an_unknown_item() -> None:
    assert set(BOOK.pack.wording) <= set(BOOK.items)


def test_the_papers_own_figures_fill_the_slots() -> None:
    facts = replace(
        SILENT,
        amounts=(Amount(value=Decimal("36000"), currency="CNY", role="total_debt", span=AT),),
        dates=(Day(value=date(2026, 3, 9), role="debt_as_of", span=AT),),
        terms=(Term(count=24, unit="instalment", role="plan", span=AT),),
        parties=(Party(role="creditor", name="云汀银行股份有限公司", person=False, span=AT),),
    )
    zh, en = said("debt-balance", facts)
    assert "截至2026年3月9日" in zh
    assert "36,000.00元" in zh
    assert "As of 2026-03-09 the debtor owes CNY 36,000.00" in en
    assert "还款分24期" in said("plan-periods", facts)[0]
    assert "收款户名为云汀银行股份有限公司" in said("pay-account", facts)[0]


def test_an_amount_in_another_currency_names_it() -> None:
    facts = replace(SILENT, amounts=(Amount(value=Decimal("500"), currency="USD", role="instalment", span=AT),))
    assert "每期应还USD 500.00" in said("plan-amount", facts)[0]


def test_a_sum_that_words_and_digits_give_differently_is_left_open() -> None:
    both = tuple(Amount(value=Decimal(v), currency="CNY", role="total_debt", span=AT) for v in ("30420", "30240"))
    for text in said("debt-balance", replace(SILENT, amounts=both)):
        assert "30," not in text


def test_figures_that_contradict_each_other_fill_nothing() -> None:
    facts = replace(
        SILENT,
        terms=(Term(count=24, unit="instalment", role="plan", span=AT),),
        conflicts=(Conflict(fact="plan_periods", values=("24", "36"), spans=(AT, AT)),),
    )
    assert "24" not in said("plan-periods", facts)[0]


@pytest.mark.parametrize(("mod", "fixed"), [("~", False), (">=", False), ("", True)])
def test_a_sum_that_is_only_about_or_at_least_is_not_asked_for_as_a_fixed_one(mod: str, fixed: bool) -> None:
    facts = replace(
        SILENT,
        amounts=(Amount(value=Decimal("2000"), currency="CNY", role="instalment", span=AT),),
        mentions=(Mention(kind="money", value="2000", span=AT, unit="CNY", mod=mod),),
    )
    assert ("2,000.00元" in said("plan-amount", facts)[0]) is fixed


@pytest.mark.parametrize("status", ["found", "not_applicable", "unreadable"])
def test_only_what_is_flagged_and_was_read_gets_a_wording(status: str) -> None:
    verdict = Verdict(item="settle-cert", status=status, severity="info")  # type: ignore[arg-type]
    assert suggestions(document_of("协议"), SILENT, [verdict], BOOK) == ()
