"""A clause or annex that the paper names and does not hold stands among what is worth noting, with its words."""

from agreecheck.model.fact import Reference
from agreecheck.report import render
from agreecheck.report.view import view
from report.paper import TEXTS, facts, report, span


def test_what_is_missing_is_a_note_with_its_words() -> None:
    there = Reference(kind="clause", target="一", span=span("一、"))
    lost = Reference(kind="clause", target="九", span=span("经催告"), missing=True)
    annex = Reference(kind="annex", target="", span=span("备注"), missing=True)
    shown = view(report(facts=facts(references=(there, lost, annex))), TEXTS, "zh")
    noted = [(n.kind, n.quote) for n in shown.document.notes]
    assert noted == [("missing_reference", "经催告"), ("missing_reference", "备注")]
    for form in ("terminal", "markdown", "html"):
        assert "文中提到的条款或附件在文本里找不到" in render(shown, form)
