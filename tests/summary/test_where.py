"""Conditions on rows: what they choose, and how they say that they cannot be understood."""

import re

import pytest
from borrower_papers import finding, row
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, load
from agreecheck.report.folder.columns import COLUMNS
from agreecheck.report.folder.row import failed_row
from agreecheck.report.folder.where import where

ROWS = [
    row(
        "a.pdf", "2026-12-15 1000.00", creditor="恒信小额贷款有限公司", total="50400.00", annual_percent="24.50",
        worst="critical", findings=(finding("waive-revoke", "critical"),), type="信用卡协议", kind="card_workout",
    ),
    row(
        "b.docx", "2027-03-01 20.00", creditor="HENGXIN Ltd", total="900.00/950.00", annual_percent="8.00",
        worst="medium", missing=(finding("plan-grace"),), coverage=0.85, read_in_full=False,
    ),
    row("c.pdf", creditor="", who="郁青岚", tail=""),
    failed_row("d.pdf", "broken"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "chosen"),
    [
        ("creditor~恒信 and annual_cost>24", "a.pdf"),
        ("finding=waive-revoke", "a.pdf"),
        ("finding=waive", ""),
        ("finding~WAIVE", "a.pdf"),
        ("missing=plan-grace", "b.docx"),
        ("creditor=hengxin ltd", None),
        ('creditor="hengxin ltd"', "b.docx"),
        ("creditor~“恆信”", "a.pdf"),  # traditional signs and curly quotation marks
        ("total>=50,400", "a.pdf"),
        ("total=950", "b.docx"),
        ("total<1000 or total>50000", "a.pdf b.docx"),
        ("annual_cost<=8%", "b.docx"),
        ("annual_percent<9", "b.docx"),
        ("coverage<90%", "b.docx"),
        ("coverage<0.9", "b.docx"),
        ("next_due<2027-01-01", "a.pdf"),
        ("next_due=2027-03-01", "b.docx"),
        ("worst>=high", "a.pdf"),
        ("worst<critical", "b.docx"),
        ("type=card_workout", "a.pdf"),
        ("type~信用卡", "a.pdf"),
        ("status=failed", "d.pdf"),
        ("status!=read", "b.docx d.pdf"),
        ("debtor~郁", "c.pdf"),
        ("debtor=4126 and status=partial", "b.docx"),
        ('creditor=""', "c.pdf d.pdf"),
        ('total!="" and status=read', "a.pdf"),
        ("annual_cost!=8", "a.pdf c.pdf d.pdf"),
        ("file!~pdf", "b.docx"),
        ("not file~pdf", "b.docx"),
        ("not (file~pdf or status=partial)", ""),
        ("file=a.pdf or file=b.docx and status=read", "a.pdf"),  # and binds closer
        ("(file=a.pdf or file=b.docx) and status=partial", "b.docx"),
        ("债权人~恒信 且 年化成本＞24", "a.pdf"),
        ("Creditor~恒信 AND total≥1", "a.pdf"),
    ],
)
def test_what_a_condition_chooses(condition: str, chosen: str | None) -> None:
    if chosen is None:
        with pytest.raises(UsageError):
            where(condition)
        return
    test = where(condition)
    assert " ".join(one.file for one in ROWS if test(one)) == chosen


@pytest.mark.parametrize(
    ("condition", "code", "what", "at"),
    [
        ("annual_cots>24", "where_column", "annual_cost", "annual_cots"),
        ("creditr~x", "where_column", "creditor", "creditr"),
        ("nextdue<2027-01-01", "where_column", "next_due", "nextdue"),
        ("__class__=x", "where_column", None, "__class__"),
        ("total>much", "where_number", "much", "total"),
        ("total>NaN", "where_number", "NaN", "total"),
        ("total>1e999999999999999999", "where_number", "1e999999999999999999", "total"),
        ("next_due<soon", "where_date", "soon", "next_due"),
        ("worst>bad", "where_severity", "bad", "worst"),
        ("creditor>x", "where_order", "creditor>", "creditor"),
        ("creditor~", "where_end", "", None),
        ("", "where_end", "", None),
        ("(file~a", "where_end", "", None),
        ("file~a)", "where_form", ")", None),
        ("file a", "where_form", "a", None),
        ("file~a b", "where_form", "b", None),
        ("file~'a' !", "where_form", "!", None),
        ('file~"a', "where_form", '"a', None),
        (" or ".join(["file~a"] * 60), "where_form", "…", None),
        ("(" * 150, "where_end", "", None),
    ],
)
def test_what_is_wrong_is_said(condition: str, code: str, what: str | None, at: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        where(condition)
    assert caught.value.code == code
    assert what is None or caught.value.what == what
    assert at is None or caught.value.where == at


words = st.sampled_from(["(", ")", "and", "or", "not", "=", "~", "<", "!", '"', "total", "worst", "next_due", "1", " "])


@given(st.one_of(st.text(max_size=60), st.lists(words, max_size=30).map(" ".join)))
def test_any_text_is_a_condition_or_wrong_use(text: str) -> None:
    try:
        test = where(text)
    except UsageError:
        return
    assert {test(one) for one in ROWS} <= {True, False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_column_and_each_trouble_has_its_words(language: str) -> None:
    say = load(language)
    assert set(COLUMNS) <= set(re.findall(r"[a-z_]+", say("help.where")))
    for code in ("form", "end", "column", "number", "date", "severity", "order"):
        assert say.get(f"error.where_{code}")
        assert say.get(f"error.where_{code}_todo")
