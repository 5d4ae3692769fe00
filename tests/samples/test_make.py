"""The committed papers say what their readable sources say."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from making.source import TRACKED, Paper, read_source

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SOURCES = sorted((SAMPLES / "sources").glob("*.md"))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def bare(text: str) -> str:
    """Without blanks and line ends, which the page breaks anew."""
    return re.sub(r"[\s\u3000]+", "", text)


def pdf_text(path: Path, paper: Paper) -> str:
    """All pages, without the running header and the page number."""
    text = ""
    for number, page in enumerate(pypdfium2.PdfDocument(path), 1):
        furniture = {bare(paper.head.get("header", "")), bare(paper.head.get("pages", "").format(page=number))}
        lines = page.get_textpage().get_text_range().splitlines()
        text += "".join(line for line in map(bare, lines) if line not in furniture)
    return text


def docx_text(path: Path) -> str:
    """All paragraphs as Word shows them once every change is accepted."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    return bare("".join(node.text or "" for node in body.iter(f"{WORD}t")))


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.stem)
def test_the_committed_file_holds_the_words_of_its_source_in_order(source: Path) -> None:
    paper = read_source(source)
    made = SAMPLES / f"{paper.name}.{paper.head['format']}"
    text = docx_text(made) if made.suffix == ".docx" else pdf_text(made, paper)
    if made.suffix == ".pdf" and len(pypdfium2.PdfDocument(made)) > 1:  # a table over a page break repeats its head
        for block in paper.blocks:
            if block.kind == "table" and (head := bare("".join(block.rows[0]))) in text:
                first = text.index(head) + len(head)
                text = text[:first] + text[first:].replace(head, "")
    assert text == bare("".join(paper.words()))


def test_a_scan_holds_no_text() -> None:
    scans = sorted(SAMPLES.glob("*-scan.pdf"))
    assert scans
    for scan in scans:
        assert [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(scan)] == [""]


def test_tracked_changes_and_numbers_of_lists_are_words_own() -> None:
    source = next(s for s in SOURCES if s.stem == "deferral")
    changes = TRACKED.findall(source.read_text("utf-8"))
    with zipfile.ZipFile(SAMPLES / "deferral.docx") as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    deleted = [node.text for node in body.iter(f"{WORD}delText")]
    inserted = ["".join(t.text or "" for t in node.iter(f"{WORD}t")) for node in body.iter(f"{WORD}ins")]
    assert deleted == [words for sign, words in changes if sign == "-"]
    assert inserted == [words for sign, words in changes if sign == "+"]
    assert "第一条" not in docx_text(SAMPLES / "deferral.docx")
    numbered = [line for line in source.read_text("utf-8").splitlines() if line.startswith(("- ", "-- "))]
    assert sum(1 for _ in body.iter(f"{WORD}numPr")) == len(numbered) > 20


def test_every_paper_has_its_expected_review() -> None:
    papers = {p.stem for p in SAMPLES.iterdir() if p.suffix in {".pdf", ".docx"}}
    assert papers == {p.stem for p in (SAMPLES / "expected").glob("*.json")}
