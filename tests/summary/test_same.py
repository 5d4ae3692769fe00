"""Which papers are one, which are nearly one: held against the papers' own strings, counted plainly."""

import re

import pytest
from borrower_papers import A2, OTHER, A, paper, row
from hypothesis import given, settings
from hypothesis import strategies as st

from agreecheck.read import read_bytes
from agreecheck.report.folder import leaders
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.same import Near, alike
from agreecheck.report.likeness import likeness, same_words, sketch

FIRST = paper("恒信小额贷款有限公司", A, "3,200.50")
SECOND = paper("恒信小额贷款有限公司", A2, "3,200.50", more="提前还款应当提前三日告知甲方。")
STRANGE = "乙方因资金周转需要，向甲方租赁位于柳浦市的房屋一套，租期一年，租金按季支付，押一付三，水电自理。" * 3


def drawn(text: str) -> bytes:
    return sketch(read_bytes(text.encode(), "a.txt"), text)


def told(file: str, text: str, **more: object) -> Row:
    return row(file, words=same_words(read_bytes(text.encode(), "a.txt")), sketch=drawn(text), **more)


def common(one: str, other: str) -> float:
    """The share of five-letter strings in common, counted out."""
    a, b = (
        {letters[n : n + 5] for n in range(len(letters) - 4)}
        for letters in (re.sub(r"[\W\d_]", "", text) for text in (one, other))
    )
    return len(a & b) / len(a | b)


def test_spaces_signs_and_line_ends_make_no_other_paper() -> None:
    again = FIRST.replace("：", ": ").replace("第二条", "\n\n第二条 ").replace("1,000.00", "１，０００．００")
    seen = alike([told("a", FIRST), told("b", again), told("c", SECOND)])
    assert seen.same == (("a", "b"),)


def test_one_other_figure_makes_another_paper() -> None:
    assert alike([told("a", FIRST), told("b", FIRST.replace("1,200.50", "1,200.51"))]).same == ()


def test_a_second_version_is_nearly_the_same_and_what_differs_is_named() -> None:
    seen = alike([told("a", FIRST, stated="1000.00"), told("b", SECOND, stated="900.00"), told("c", STRANGE)])
    assert seen.near == (Near(files=("a", "b"), differ=("instalment",)),)
    assert seen.forms == ()


def test_one_form_for_two_people_is_no_duplicate_but_a_form() -> None:
    other = paper("恒信小额贷款有限公司", OTHER, "1,400.00", name="郁青岚", identity="")
    seen = alike([told("a", FIRST), told("b", other, who="郁青岚", tail="5518")])
    assert (seen.near, seen.forms) == ((), (("a", "b"),))


def test_too_little_text_is_like_nothing() -> None:
    assert drawn("还款协议") == b""
    assert alike([row("a", words="1"), row("b", words="2")]).near == ()


def test_the_sketch_estimates_what_papers_have_in_common() -> None:
    for other in (SECOND, STRANGE, FIRST + STRANGE, FIRST[: len(FIRST) // 2]):
        assert abs(likeness(drawn(FIRST), drawn(other)) - common(FIRST, other)) < 0.15


@given(st.text(alphabet="0123456789,.", max_size=12))
@settings(max_examples=20, deadline=None)
def test_figures_make_no_difference_to_the_sketch(figures: str) -> None:
    assert drawn(FIRST.replace("3,200.50", figures)) == drawn(FIRST)


def test_a_sketch_does_not_depend_on_the_run() -> None:
    assert drawn(FIRST) == drawn(FIRST)
    assert len(drawn(FIRST)) == 256


@pytest.mark.parametrize("alike_all", [True, False])
def test_papers_are_compared_a_few_times_each_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, alike_all: bool
) -> None:
    def compared(n: int) -> int:
        calls = []
        monkeypatch.setattr(leaders, "likeness", lambda *two: calls.append(two) or likeness(*two))
        drawings = [drawn(FIRST if alike_all else FIRST[:200] + f"第{k}号" * 40) for k in range(n)]
        alike([row(f"{k}", words=str(k), sketch=one, who=f"人{k}", tail="") for k, one in enumerate(drawings)])
        return len(calls)

    assert 0 < compared(300) <= 12 * max(compared(30), 1)  # ten times the papers; each with each would be a hundred
