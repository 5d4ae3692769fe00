"""An application is the borrower's own: nothing in its report speaks of signing what others wrote."""

from pathlib import Path

import pytest

from agreecheck import engine
from agreecheck.report import render
from agreecheck.report.view import view

HARDSHIP = Path(__file__).parents[2] / "samples" / "hardship.docx"


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_an_application_is_spoken_of_as_something_to_send(form: str) -> None:
    report = engine.check(HARDSHIP, second_reader=False)
    assert report.facts.type.value == "hardship_application"
    shown = render(view(report), form)
    assert "交出前先弄清楚" in shown
    assert "再交出这份申请" in shown
    assert "提交之前，请协助确认" in shown
    assert "签署前" not in shown
    assert "签字前" not in shown
    assert "是否签字" not in shown
    english = render(view(report, language="en"), form)
    assert "Settle before you send it" in english
    assert "before signing" not in english
