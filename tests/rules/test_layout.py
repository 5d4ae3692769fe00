"""How a document is cut: sentences end where they end, rows are whole, furniture is not read."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agreecheck.model.document import Block, Cell, Document, Source, Table
from agreecheck.model.span import Span
from agreecheck.rules.examples import document_of
from agreecheck.rules.layout import Layout
from agreecheck.text.fold import fold
from rules.small import pack, said


def paper(text: str, *parts: tuple[str, str], tables: tuple[Table, ...] = ()) -> Document:
    """A document whose blocks are the given words, each with its kind."""
    blocks = []
    for kind, words in parts:
        start = text.index(words)
        blocks.append(Block(kind=kind, span=Span(start, start + len(words))))
    source = Source(name="x", sha256="", kind="text", size=0)
    return Document(source=source, text=text, blocks=tuple(blocks), tables=tables)


def sentences(document: Document) -> list[str]:
    layout = Layout(document, fold(document.text), pack({}))
    return [s.span.slice(document.text) for s in layout.sentences]


def test_a_sentence_ends_at_its_stop_or_with_its_paragraph() -> None:
    assert sentences(document_of("甲方还款；乙方收款。\n丙方签字")) == ["甲方还款；", "乙方收款。", "丙方签字"]


def test_a_line_break_inside_a_paragraph_ends_nothing() -> None:
    text = "甲方应当出具\n结清证明。"
    assert sentences(paper(text, ("paragraph", text))) == [text]


def test_a_paper_without_full_stops_is_cut_at_a_length() -> None:
    assert [len(s) for s in sentences(document_of("款" * 4_500))] == [2_000, 2_000, 500]


def test_an_english_full_stop_ends_a_sentence_an_abbreviation_or_amount_does_not() -> None:
    text = "You pay $1,250.00 to Mr. Foyle. We stop calling."
    assert sentences(paper(text, ("paragraph", text))) == ["You pay $1,250.00 to Mr. Foyle.", " We stop calling."]


def test_a_sentence_may_end_in_a_small_word() -> None:
    text = "We will not sue you for it. If you pay Mr. Foyle at No. 5 Mill St. Mary, we stop."
    assert sentences(paper(text, ("paragraph", text))) == [text[:27], text[27:]]


def test_a_table_row_is_one_sentence() -> None:
    text = "期数\t金额\n1\t500元"
    cells = (
        Cell(row=0, col=0, span=Span(0, 2)), Cell(row=0, col=1, span=Span(3, 5)),
        Cell(row=1, col=0, span=Span(6, 7)), Cell(row=1, col=1, span=Span(8, 12)),
    )  # fmt: skip
    table = Table(span=Span(0, 12), cells=cells)
    assert sentences(paper(text, ("table", text), tables=(table,))) == ["期数\t金额", "1\t500元"]


def test_running_headers_and_contents_are_not_searched() -> None:
    text = "减免协议 第1页\n目录 减免\n甲方减免利息"
    document = paper(text, ("furniture", "减免协议 第1页"), ("contents", "目录 减免"), ("paragraph", "甲方减免利息"))
    assert said(document, "减免 ..2 利息") == ["减免利息"]
    assert len(said(document, "减免")) == 1


def test_a_heading_starts_no_match_but_may_complete_one() -> None:
    text = "提前还款\n甲方不收取费用"
    document = paper(text, ("heading", "提前还款"), ("paragraph", "甲方不收取费用"))
    assert said(document, "提前还款") == []
    assert said(document, "!费用 & 提前还款", scope="document") == ["费用"]


@given(st.text(alphabet="甲乙。；,，\n款 ", max_size=60))
def test_sentences_are_sorted_and_disjoint(text: str) -> None:
    spans = [s.span for s in Layout(document_of(text), fold(text), pack({})).sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.slice(text) for s in spans).split()) == "".join(text.split())
