"""Each fact with a role shows the words that gave it."""

from datetime import date
from pathlib import Path

from agreecheck.engine import check
from agreecheck.report.view import view

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "card-plan.pdf"


def test_a_role_comes_with_its_words() -> None:
    report = check(SAMPLE, as_of=date(2026, 11, 1), second_reader=False)
    facts = view(report, language="zh").facts
    total = next(a for a in facts.amounts if a.role == "total_debt")
    assert total.given_by is not None
    assert "尚欠" in total.given_by.text
    assert report.document.text[total.given_by.start : total.given_by.end].replace("\n", "") == total.given_by.text
