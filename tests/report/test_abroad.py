"""A paper under another country's law is told of the guide's advice and of no Chinese article."""

from pathlib import Path

from agreecheck.engine import check, check_text
from agreecheck.report import render
from agreecheck.report.view import view

ROOT = Path(__file__).resolve().parents[2]


def cited(name: str) -> set[str]:
    shown = view(check(ROOT / "samples" / name, second_reader=False), language="en")
    return {basis.key for entry in shown.checklist for basis in entry.basis} | {
        basis.key for result in shown.checks for basis in result.basis
    }


def test_an_english_letter_is_not_measured_by_chinese_articles() -> None:
    keys = cited("uk-plan.pdf")
    assert keys
    assert all(key.startswith("guide.") for key in keys)


def test_a_chinese_agreement_is() -> None:
    assert "cc.565" in cited("card-plan.pdf")


def test_an_english_agreement_of_a_chinese_lender_is_measured_by_chinese_limits() -> None:
    text = (
        "Instalment Repayment Agreement\nLender: Lanshan Consumer Finance Co., Ltd.\nBorrower: Zhou Zimo\n"
        "The outstanding principal of CNY 12,000.00 as of 1 December 2026 is repaid in 12 monthly instalments of "
        "CNY 1,100.00, the first on 15 December 2026. Annual rate: 9%. Late charges are 0.05% per day on the overdue "
        "amount.\nSigned on 1 December 2026\n"
    )
    shown = view(check_text(text, second_reader=False), language="en")
    assert shown.limits
    assert all(limit.name for limit in shown.limits)


def test_no_hotline_of_another_country_stands_at_the_end() -> None:
    abroad = view(check(ROOT / "samples" / "uk-plan.pdf", second_reader=False), language="en")
    at_home = view(check(ROOT / "samples" / "card-plan.pdf", second_reader=False), language="en")
    for format in ("terminal", "markdown", "html"):
        assert "12348" not in render(abroad, format)
        assert "12348" in render(at_home, format)


def test_a_paper_of_hong_kong_is_not_of_the_mainland_though_it_is_chinese() -> None:
    text = (
        "還款安排確認書\n甲方（債權人）：匯青信貸財務有限公司\n乙方（借款人）：歐陽子謙\n"
        "一、乙方尚欠甲方港幣36,000元，自2026年12月起分12期償還，每月15日償還3,000元。\n"
        "二、任何一期逾期，甲方可要求乙方即時清還全部餘款。\n三、本確認書受香港特別行政區法律管轄。\n2026年11月20日\n"
    )
    shown = view(check_text(text, second_reader=False), language="zh")
    assert shown.checklist
    assert {
        basis.key for entry in shown.checklist for basis in entry.basis if not basis.key.startswith("guide.")
    } == set()
    assert "12348" not in render(shown, "terminal")
