"""What holds for every document, however odd the file."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from agreecheck.errors import ReadError
from agreecheck.model.document import Document
from agreecheck.read import read_bytes
from read.paper import cell, grid, lines, p, pdf, table, word

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "第一条 还款",
                "第二条　其他：好的",
                "一、甲",
                "（一）乙",
                "1. 丙",
                "1.1 丁",
                "1.1.1 戊",
                "（1）己",
                "①庚",
                "2 违约",
                "第一章 总则",
                "附件一：表",
                "甲方（盖章）：",
                "目录",
                "第三条 款 ..... 3",
                "期数\t金额",
                "1\t100.00",
                "| a | b | c |",
                "Article 3 Law",
                "2026年5月1日",
                "",
                "　　",
            ]
        ),
        st.text(max_size=30),
    ),
    max_size=25,
)
PDF = pdf(
    lambda sheet: grid(sheet, [["期数", "金额"], ["1", "100.00"], ["2", "200.00"]], [70, 150, 300], 200),
    lines("第一条 还款", "第二条 其他"),
)
WORD = word(p("第一条 还款") + table(["期数", cell("金额")], ["1", "100"]) + p("第二条 其他"))


def check(document: Document) -> None:
    text = document.text
    at = 0
    placed = set()
    for piece in document.pieces:  # sorted, disjoint, inside the text
        assert at <= piece.span.start < piece.span.end <= len(text)
        at = piece.span.end
        placed.update(range(piece.span.start, piece.span.end))
    at = 0
    in_blocks = set()
    for block in document.blocks:
        assert at <= block.span.start <= block.span.end <= len(text)
        at = block.span.end
        in_blocks.update(range(block.span.start, block.span.end))
    inked = {i for i, c in enumerate(text) if not c.isspace()}
    assert inked <= placed
    assert inked <= in_blocks
    for t in document.tables:
        assert all(t.span.contains(c.span) for c in t.cells)
    for one, other in zip(document.clauses, document.clauses[1:], strict=False):
        assert one.span.start < other.span.start
        assert other.span.start >= one.span.end or other.span.end <= one.span.end  # apart or nested
    for clause in document.clauses:
        assert clause.level == clause.path.count(".") + (0 if clause.path[0] in "A0" else 1) or clause.path[0] == "0"
    for note in document.notes:
        assert note.span is None or note.span.end <= len(text)
    assert 0.0 <= document.coverage <= 1.0
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_text_of_any_kind(texts):
    with contextlib.suppress(ReadError):  # empty or no text
        check(read_bytes("\n".join(texts).encode("utf-8", "replace"), "a"))


@given(LINES)
@settings(max_examples=40, deadline=None)
def test_words_of_any_kind(texts):
    clean = ["".join(c for c in t if c.isprintable()) for t in texts]
    check(read_bytes(word("".join(p(t) for t in clean if not t.startswith("<"))), "a"))


@given(st.binary(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_random_bytes_raise_nothing_else(data):
    with contextlib.suppress(ReadError):
        check(read_bytes(data, "a"))


@given(st.sampled_from([PDF, WORD]), st.data())
@settings(max_examples=120, deadline=None)
def test_damaged_files_raise_nothing_else(file, data):
    cut = data.draw(st.integers(min_value=0, max_value=len(file)))
    spoilt = bytearray(file)
    for at in data.draw(st.lists(st.integers(min_value=0, max_value=len(file) - 1), max_size=12)):
        spoilt[at] ^= data.draw(st.integers(min_value=1, max_value=255))
    for broken in (bytes(spoilt), bytes(spoilt[:cut])):
        with contextlib.suppress(ReadError):
            check(read_bytes(broken, "a"))


def test_the_same_bytes_give_the_same_document():
    assert read_bytes(PDF, "a") == read_bytes(PDF, "a")
    assert read_bytes(WORD, "a") == read_bytes(WORD, "a")
