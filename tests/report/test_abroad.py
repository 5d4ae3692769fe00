"""A paper under another country's law is told of the guide's advice and of no Chinese article."""

from pathlib import Path

from agreecheck.engine import check
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
