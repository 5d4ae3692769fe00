"""What an issue quotes is what its equation is about."""

from pathlib import Path

from agreecheck.engine import check
from agreecheck.messages import load
from agreecheck.report.passages import in_turn
from agreecheck.report.view import view

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def test_of_several_checks_told_as_one_both_sides_of_the_first_equation_are_quoted() -> None:
    """36 × 1,576.40 is not the 57,650.40 of clause 3; the table's own sum, 56,750.40, differs from that too."""
    shown = view(check(SAMPLES / "card-plan.pdf", second_reader=False), language="zh")
    quoted = {issue.key: passages for issue, passages in in_turn(shown.issues, load("zh"), most=2)}
    words = ["".join(piece for piece, _ in passage.pieces) for passage in quoted["A01"]]
    assert "1,576.40" in words[0]
    assert "57,650.40" in words[1]
    assert [passage.against for passage in quoted["A01"]] == [False, True]
