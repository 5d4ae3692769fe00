"""The summary as CSV, XLSX, JSON and as pages: read back, the way others will read them."""

import csv
import io
import json
import sys
from datetime import datetime
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from borrower_papers import finding, row
from openpyxl import load_workbook

from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, Messages, load
from agreecheck.report.folder.index import index, workbook
from agreecheck.report.folder.row import Row, failed_row
from agreecheck.report.wrap import cells

SAY = load("en")
ROWS = [
    row(
        "a.pdf",
        "2026-11-15 1000.10",
        "2026-12-15 2000.00",
        creditor="甲有限公司",
        total="3000.10",
        annual_percent="-1.25",
    ),
    row("b.pdf", "2026-11-15 5.00", creditor="=HYPERLINK(1)", total="6.00/5.00", findings=(finding("x"),)),
    row("c.pdf", creditor="＝1+1"),
    failed_row("+d.pdf", "@broken"),
]


def printed(say: Messages, rows: list[Row], form: str, **more: Any) -> str:
    return "".join(index(say, rows, form, **more))


def read_back(rows: list[Row]) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(workbook(SAY, rows)))
    return {sheet.title: [tuple(cell.value for cell in line) for line in sheet.iter_rows()] for sheet in book}


def test_a_workbook_holds_sums_as_numbers_and_days_as_days() -> None:
    sheets = read_back(ROWS)
    heads, *lines = sheets["Summary"]
    told = {line[0]: dict(zip(heads, line, strict=True)) for line in lines}
    assert (told["a.pdf"]["Total"], told["a.pdf"]["Annual cost"]) == (3000.1, -1.25)
    assert told["a.pdf"]["Next due"] == datetime(2026, 11, 15)
    assert told["b.pdf"]["Total"] == "6.00/5.00"
    assert told["c.pdf"]["Total"] is None
    assert lines[0][0] == "+d.pdf", "what could not be read comes first"


def test_a_workbook_holds_the_ledger() -> None:
    sheets = read_back(ROWS)
    assert sheets["By month"][1:] == [
        ("向* (identity number ending in 4126)", "CNY", "2026-11", 2, 1005.1),
        ("向* (identity number ending in 4126)", "CNY", "2026-12", 1, 2000),
    ]
    assert sheets["Due on one day"][1][2:] == (datetime(2026, 11, 15), 2, 1005.1, "a.pdf, b.pdf")
    assert [line[2] for line in sheets["All debts together"][1:]] == ["a.pdf", "b.pdf"]
    left = {line[2]: line[3] for line in sheets["Not counted"][1:]}
    assert left["c.pdf"] == "no payment plan with dates and amounts"
    assert left["+d.pdf"] == "could not be read"


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    data = workbook(SAY, ROWS)
    for sheet in load_workbook(io.BytesIO(data)):
        assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "d"}
        assert not sheet._hyperlinks
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            assert not [e for e in ElementTree.fromstring(parts.read(name)).iter() if e.tag.endswith("}f")]


def test_a_workbook_is_the_same_bytes_whenever_it_is_made() -> None:
    data = workbook(SAY, ROWS)
    assert data == workbook(SAY, ROWS)
    with ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time[:3] for part in parts.infolist()} == {(1980, 1, 31)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_without_xlsxwriter_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("xlsxwriter")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as caught:
        workbook(SAY, ROWS)
    assert caught.value.code == "no_xlsxwriter"
    assert "agreecheck[xlsx]" in SAY("error.no_xlsxwriter_todo")


def test_csv_takes_no_words_for_a_formula_and_leaves_numbers_numbers() -> None:
    text = printed(SAY, ROWS, "csv")
    heads, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    told = {line[0]: dict(zip(heads, line, strict=True)) for line in lines}
    assert told["a.pdf"]["Annual cost"] == "-1.25"
    assert told["b.pdf"]["Creditor"] == "'=HYPERLINK(1)"
    assert told["c.pdf"]["Creditor"] == "'＝1+1"
    assert told["'+d.pdf"]["Result"] == "'@broken"


def test_json_has_all_that_the_picture_shows() -> None:
    whole = json.loads(printed(SAY, ROWS, "json"))
    assert [one["file"] for one in whole["summary"]] == ["a.pdf", "b.pdf", "c.pdf", "+d.pdf"]
    (ledger,) = whole["together"]["ledgers"]
    assert (ledger["left"], ledger["peak"]["when"], ledger["as_of"]) == ("3005.10", "2026-12", "2026-11-01")
    assert whole["together"]["left_out"] == [{"file": "+d.pdf", "reason": "failed", "count": 0}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(language: str, width: int) -> None:
    long = [
        row(
            f"{n}.pdf",
            *(f"20{year}-0{n}-15 123456.00" for year in range(26, 34)),
            creditor="松岬消费金融股份有限公司" * 2,
        )
        for n in range(1, 9)
    ]
    text = printed(load(language), [*ROWS, *long], "terminal", chosen="x" * 30 + " y" * 60, width=width)
    assert max(map(cells, text.splitlines())) <= width


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_people_read_sums_with_their_unit(form: str) -> None:
    text = printed(load("zh"), ROWS, form).replace("\\", "").replace("<wbr>", "")
    assert "3,000.10 元" in text
    assert "6.00/5.00 元" in text
    assert "3,005.10 元" in text


def test_an_empty_choice_is_shown_as_one() -> None:
    for form in ("terminal", "markdown", "html", "csv", "json"):
        assert printed(SAY, [], form, chosen="none")
    assert workbook(SAY, [])


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_many_borrowers_have_a_line_each_and_a_hint_where_the_rest_is(form: str) -> None:
    rows = [row(f"{n}-{k}.pdf", "2026-11-15 10.00", tail=f"100{n}") for n in range(6) for k in "ab"]
    text = printed(SAY, rows, form).replace("\\", "")
    assert text.count("identity number ending in 100") == 6
    assert text.count("2 due, CNY 20.00") == 6
    assert "--where" in text
    few = printed(SAY, rows[:10], form).replace("\\", "")
    assert "--where" not in few
    assert few.count("From 2026-11-01 on: 2 due, CNY 20.00 in all") == 5
