"""The chain as a whole: what a user gets from one call."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import agreecheck
from agreecheck.errors import ReadError

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
AS_OF = date(2026, 11, 1)


def test_a_review_is_one_call() -> None:
    report = agreecheck.check(SAMPLES / "card-plan.pdf", as_of=AS_OF)
    assert report.facts.type.value == "card_workout"
    assert {v.status for v in report.verdicts} >= {"found", "risky"}
    assert report.questions[0].rank == 1


def test_every_quote_is_a_slice_that_has_a_place() -> None:
    report = agreecheck.check(SAMPLES / "predatory.pdf", as_of=AS_OF)
    spans = [e.span for v in report.verdicts for e in v.evidence]
    assert spans
    for span in spans:
        assert report.document.quote(span).strip()
        assert report.document.locate(span).page is not None


def test_a_lease_gets_a_name_and_no_checklist() -> None:
    report = agreecheck.check(SAMPLES / "lease.pdf", as_of=AS_OF)
    assert report.facts.type.value == "other"
    assert report.verdicts == ()
    assert report.questions == ()


def test_a_lease_is_judged_where_the_user_insists() -> None:
    report = agreecheck.check(SAMPLES / "lease.pdf", as_of=AS_OF, as_type="loan_instalment")
    assert report.verdicts


def test_a_picture_is_unreadable_and_nothing_else() -> None:
    report = agreecheck.check(SAMPLES / "debt-buyer-scan.pdf", as_of=AS_OF)
    assert {v.status for v in report.verdicts} == {"unreadable"}
    assert {c.status for c in report.checks} == {"not_computable"}


def test_names_without_labels_are_found_by_the_second_reader_alone() -> None:
    paper = (
        "还款协议\n一、欠款人民币8,000元，欠款人分4个月还清，每月10日还2,000元，首期2026年12月10日。\n"
        "欠款人签名：\n丁小满\n2026年11月2日\n"
    )
    with_second = agreecheck.check_text(paper, as_of=AS_OF)
    assert "丁小满" in {p.name for p in with_second.facts.parties}


def test_the_first_reader_alone_loads_neither_spacy_nor_jieba() -> None:
    program = (
        "import sys, agreecheck\n"
        f"agreecheck.check({str(SAMPLES / 'card-plan.pdf')!r}, second_reader=False)\n"
        "print([m for m in ('spacy', 'jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_no_file_is_said_in_one_sentence() -> None:
    with pytest.raises(ReadError) as caught:
        agreecheck.check("there-is-no-such-file.pdf")
    assert "\n" not in str(caught.value)
    assert caught.value.code == "missing"


def test_text_and_file_give_the_same_review(tmp_path: Path) -> None:
    text = (
        "还款协议\n甲方（债权人）：清川小额贷款有限公司\n乙方（债务人）：向以南\n"
        "一、乙方尚欠本金9,000元，分3期偿还，每期3,000元。\n"
    )
    file = tmp_path / "text"
    file.write_text(text, "utf-8")
    assert agreecheck.check(file, as_of=AS_OF) == agreecheck.check_text(text, as_of=AS_OF)
