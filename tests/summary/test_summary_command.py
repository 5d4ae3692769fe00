"""``agreecheck summary`` as a process, on a folder that was really reviewed. Sums are worked by hand."""

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from borrower_papers import DAY, IDENTITY, agreecheck, write_folder
from openpyxl import load_workbook

from agreecheck.batch.store import told

FORMS = ("terminal", "json", "jsonl", "csv", "markdown", "html")
COPIES = ["a-copy.docx", "a.txt"]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of reports on one borrower's papers and a few others."""
    home = tmp_path_factory.mktemp("borrower")
    write_folder(home / "papers")
    done = agreecheck(home / "papers", "-o", home / "out", "--as-of", DAY, "--quiet", "--format", "json")
    assert done.returncode == 3, done.stderr.decode()
    return home / "out"


@pytest.fixture(scope="module")
def reviewed_in_english(reviewed: Path) -> Path:
    """The same folder, reviewed in English."""
    home = reviewed.parent
    agreecheck(
        home / "papers", "-o", home / "english", "--as-of", DAY, "--quiet", "--format", "json", "--lang", "en"
    )  # fmt: skip
    return home / "english"


def summary(folder: Path, *words: object) -> bytes:
    done = agreecheck("summary", folder, *words)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_one_borrowers_debts_come_together(reviewed: Path) -> None:
    together = json.loads(summary(reviewed, "--format", "json"))["together"]
    assert together == json.loads((reviewed / "index.json").read_bytes())["together"]
    (ledger,) = together["ledgers"]
    assert (ledger["debtor"], ledger["tail"], ledger["currency"], ledger["as_of"]) == ("向*南", "4126", "CNY", DAY)
    # a: 1000 + 1000 + 1200.50, its second version 900 + 900 + 1400.50, b: 2500 + 300.25; b's 500 of October is past
    assert (ledger["left"], ledger["payments"], ledger["past"], ledger["past_payments"]) == ("9201.25", 8, "500.00", 1)
    assert [(m["when"], m["amount"]) for m in ledger["months"]] == [
        ("2026-11", "1900.00"),
        ("2026-12", "4400.00"),
        ("2027-01", "2601.00"),
        ("2027-02", "300.25"),
    ]
    assert ledger["peak"]["when"] == "2026-12"
    assert [(c["when"], c["amount"]) for c in ledger["collisions"]] == [
        ("2026-11-15", "1900.00"),
        ("2026-12-15", "4400.00"),
        ("2027-01-15", "2601.00"),
    ]
    assert [(d["file"], d["copies"]) for d in ledger["debts"]] == [
        ("a-copy.docx", ["a.txt"]),
        ("a-second.txt", []),
        ("b.txt", []),
    ]
    assert ledger["left_out"] == [{"file": "c.txt", "reason": "no_plan", "count": 0}]
    assert (ledger["by_name"], ledger["similar"]) == (["b.txt"], [["a-copy.docx", "a-second.txt"]])
    assert (together["single"], together["left_out"]) == (1, [{"file": "broken.pdf", "reason": "failed", "count": 0}])
    assert together["same"] == [COPIES]
    assert [near["files"] for near in together["near"]] == [["a-copy.docx", "a-second.txt"]]
    assert together["forms"] == [["a-copy.docx", "a-second.txt", "other.txt"]]


def test_every_payment_comes_one_a_line(reviewed: Path) -> None:
    lines = [json.loads(line) for line in summary(reviewed, "--payments", "--format", "jsonl").decode().splitlines()]
    assert [(one["due"], one["amount"], one["file"]) for one in lines] == [
        ("2026-10-20", "500.00", "b.txt"),
        ("2026-11-15", "1000.00", "a-copy.docx"),
        ("2026-11-15", "900.00", "a-second.txt"),
        ("2026-12-15", "1000.00", "a-copy.docx"),
        ("2026-12-15", "900.00", "a-second.txt"),
        ("2026-12-15", "2500.00", "b.txt"),
        ("2027-01-15", "1200.50", "a-copy.docx"),
        ("2027-01-15", "1400.50", "a-second.txt"),
        ("2027-02-20", "300.25", "b.txt"),
        ("2026-11-15", "700.00", "other.txt"),
        ("2026-12-15", "700.00", "other.txt"),
    ]
    assert {(one["debtor"], one["tail"]) for one in lines} == {("向*南", "4126"), ("郁*岚", "5518")}
    table = summary(reviewed, "--payments", "--format", "csv").decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(table))
    assert heads == ["还款人", "证件尾号", "日期", "金额", "币种", "债权人", "文件"]
    assert rows[0] == ["向*南", "4126", "2026-10-20", "500.00", "CNY", "松岬消费金融股份有限公司", "b.txt"]
    assert len(rows) == len(lines)
    assert agreecheck("summary", reviewed, "--payments", "--format", "html").returncode == 2


def test_another_day_moves_what_comes_next(reviewed: Path) -> None:
    whole = json.loads(summary(reviewed, "--format", "json", "--as-of", "2027-01-10"))
    (ledger,) = whole["together"]["ledgers"]
    assert (ledger["left"], ledger["payments"], ledger["past"], ledger["past_payments"]) == ("2901.25", 3, "6800.00", 6)
    assert ledger["next"][0] == {
        "day": "2027-01-15",
        "amount": "1200.50",
        "file": "a-copy.docx",
        "creditor": "恒信小额贷款有限公司",
    }
    rows = {one["file"]: (one["next_due"], one["instalment"]) for one in whole["summary"]}
    assert rows["a.txt"] == ("2027-01-15", "1200.50")
    assert rows["b.txt"] == ("2027-02-20", "300.25")
    assert rows["other.txt"][0] == ""


def test_a_condition_chooses_and_says_so(reviewed: Path) -> None:
    text = summary(reviewed, "--format", "csv", "--where", "creditor~恒信 and total>3000").decode("utf-8-sig")
    assert [line[0] for line in list(csv.reader(io.StringIO(text)))[1:]] == ["a-copy.docx", "a-second.txt", "a.txt"]
    shown = summary(reviewed, "--where", "file~other").decode()
    assert "筛选 file~other：7 个文件中的 1 个" in shown


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("anual_cost>24", "annual_cost"),
        ("total>viel", "viel"),
        ("creditor~", "condition"),
    ],
)
def test_a_condition_that_is_none_is_wrong_use(reviewed: Path, condition: str, said: str) -> None:
    done = agreecheck("summary", reviewed, "--where", condition, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_summary_is_in_one_language_whichever_the_reviews_were_in(
    reviewed: Path, reviewed_in_english: Path, language: str, form: str
) -> None:
    told = [summary(folder, "--format", form, "--lang", language) for folder in (reviewed, reviewed_in_english)]
    assert told[0] == told[1]


def test_an_english_summary_of_chinese_reviews_has_the_words_of_english_reviews(
    reviewed: Path, reviewed_in_english: Path
) -> None:
    """Type, result, findings, what is missing, and why a file could not be read; a condition speaks it too."""
    whole = json.loads(summary(reviewed, "--format", "json", "--lang", "en"))
    ours = [(one["type"], one["result"]) for one in whole["summary"]]
    ours += [one["headline"] for key in ("frequent", "missing") for one in whole["together"][key]]
    ours += [finding["headline"] for one in whole["summary"] for finding in one["findings"]]
    assert len(ours) > 20
    assert not re.search("[\u4e00-\u9fff]", str(ours))
    theirs = json.loads((reviewed_in_english / "index.json").read_bytes())
    assert whole["together"]["missing"] == theirs["together"]["missing"]
    (broken,) = [one["result"] for one in theirs["summary"] if one["failed"]]
    chosen = summary(reviewed, "--format", "jsonl", "--lang", "en", "--where", f'result="{broken}"')
    assert json.loads(chosen)["file"] == "broken.pdf"


def test_nothing_personal_is_shown_or_kept_in_a_row(reviewed: Path, tmp_path: Path) -> None:
    printed = [summary(reviewed, "--format", form).decode() for form in FORMS]
    workbook = tmp_path / "summary.xlsx"
    summary(reviewed, "--format", "xlsx", "-o", workbook)
    printed += [str(cell.value) for sheet in load_workbook(workbook) for line in sheet.iter_rows() for cell in line]
    with told(reviewed / ".agreecheck.sqlite") as kept:
        printed += [packed.decode("utf-8", "ignore") for packed in kept]
    for secret in (IDENTITY, "向以南", "郁青岚", "990202197911035518"):
        assert not [text for text in printed if secret in text]


def test_the_workbook_is_written_and_is_the_same_each_time(reviewed: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    summary(reviewed, "--format", "xlsx", "-o", one)
    other.write_bytes(summary(reviewed, "--format", "xlsx"))
    assert one.read_bytes() == other.read_bytes()
    sheets = load_workbook(one)
    assert sheets["汇总"]["A2"].value == "broken.pdf"
    assert [line[4].value for line in sheets["各月应还"].iter_rows(min_row=2)] == [1900, 4400, 2601, 300.25]


def test_without_xlsxwriter_the_command_says_what_to_install(reviewed: Path, tmp_path: Path) -> None:
    script = "import sys; sys.modules['xlsxwriter'] = None; from agreecheck.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", script, "summary", reviewed, "--format", "xlsx", "-o", tmp_path / "x.xlsx"]
    done = subprocess.run([str(word) for word in words], capture_output=True, timeout=300, check=False)
    assert done.returncode == 2
    assert "pip install 'agreecheck[xlsx]'" in done.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_a_store_of_another_version_is_not_misread_and_not_spoilt(reviewed: Path, tmp_path: Path) -> None:
    old = tmp_path / ".agreecheck.sqlite"
    shutil.copy(reviewed / ".agreecheck.sqlite", old)
    with sqlite3.connect(old) as base:
        base.execute("PRAGMA user_version = 1")
    base.close()
    before = old.read_bytes()
    done = agreecheck("summary", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "另一个版本" in done.stderr.decode()
    assert old.read_bytes() == before


def test_a_spoilt_store_is_wrong_use_too(tmp_path: Path) -> None:
    (tmp_path / ".agreecheck.sqlite").write_bytes(b"no database at all" * 100)
    assert agreecheck("summary", tmp_path).returncode == 2
