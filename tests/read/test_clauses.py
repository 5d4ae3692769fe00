"""The clause tree follows the numbering that a reader sees, in whatever mixture of styles."""

import pytest

from read.paper import blocks, paths, read_text


def place(text: str, words: str) -> str:
    document = read_text(text)
    clause = document.clause_at(document.text.index(words))
    return clause.path if clause else ""


class TestStyles:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("第一条 甲\n第二条 乙\n第十二条 丙", ["1", "2", "12"]),
            ("第1条　甲\n第2条　乙", ["1", "2"]),
            ("一、甲\n（一）乙\n（二）丙\n二、丁", ["1", "1.1", "1.2", "2"]),
            ("一、甲\n1、乙\n（1）丙\n（2）丁\n2、戊\n二、己", ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]),
            ("1. 甲\n1.1 乙\n1.2 丙\n2. 丁\n2.1 戊", ["1", "1.1", "1.2", "2", "2.1"]),
            ("1 定义\n1.1 甲\n2 还款\n2.1 乙", ["1", "1.1", "2", "2.1"]),
            ("3.1.2 甲\n（1）乙", ["3.1.2", "3.1.2.1"]),
            ("第一条 甲\n1．乙\n2．丙\n第二条 丁\n1．戊", ["1", "1.1", "1.2", "2", "2.1"]),
            ("第一，我还钱。\n第二，我不投诉。", ["1", "2"]),
            ("第一条 甲\n①乙\n②丙", ["1", "1.1", "1.2"]),
            ("（1）甲\n（2）乙", ["1", "2"]),
            ("(一) 甲\n1) 乙\n2) 丙\n(二) 丁", ["1", "1.1", "1.2", "2"]),
            ("Article 1 Terms\n1.1 Pay.\n(a) now\n(b) later\nArticle 2 Law", ["1", "1.1", "1.1.1", "1.1.2", "2"]),
            ("Section 1. Terms\nSection 2. Law", ["1", "2"]),
        ],
    )
    def test_paths(self, text, expected):
        assert paths(read_text(text)) == expected

    def test_chapters_are_not_counted(self):
        text = "第一章 总则\n第一条 甲\n第二章 还款\n第二条 乙"
        assert paths(read_text(text)) == ["1", "2"]
        assert blocks(read_text(text), "heading")[0] == "第一章 总则"

    def test_sections_go_on_around_articles(self):
        assert paths(read_text("一、总则\n第一条 甲\n二、还款\n第二条 乙")) == ["1", "1.1", "2", "2.2"]

    def test_recitals_are_not_taken_for_articles(self):
        text = "鉴于：\n（一）甲方借款；\n（二）乙方逾期。\n第一条 还款\n（一）首期"
        assert paths(read_text(text)) == ["0.1", "0.2", "1", "1.1"]

    @pytest.mark.parametrize(
        "line",
        [
            "2024年6月15日起还款。",
            "10,000.00元为首期款。",
            "1.5%为月费率。",
            "3期以后可以结清。",
            "5个工作日内答复。",
            "12.5万元已付。",
        ],
    )
    def test_quantities_are_no_numbers_of_clauses(self, line):
        assert paths(read_text(f"第一条 还款\n{line}\n第二条 其他")) == ["1", "2"]

    def test_a_list_inside_a_line_stays_inside_its_clause(self):
        assert paths(read_text("六、收取：（1）违约金；（2）滞纳金；（3）催收费。\n七、其他")) == ["6", "7"]


class TestNames:
    def test_number_label_title_and_parent(self):
        text = "第三条 违约责任：一期逾期，全部到期。\n2．乙方应补足。\n（一）甲方催告。"
        article, point, bracket = read_text(text).clauses
        assert (article.number, article.label, article.title, article.parent) == ("第三条", "第三条", "违约责任", None)
        assert (point.number, point.label, point.title, point.parent) == ("2．", "第三条第2款", "", "3")
        assert (bracket.number, bracket.label, bracket.level) == ("（一）", "第三条第2款（一）", 3)

    def test_a_clause_runs_to_the_next_that_is_no_child(self):
        text = "第一条 甲\n1. 乙\n续。\n2. 丙\n第二条 丁"
        document = read_text(text)
        assert [document.quote(c.span).strip() for c in document.clauses] == [
            "第一条 甲\n1. 乙\n续。\n2. 丙", "1. 乙\n续。", "2. 丙", "第二条 丁",
        ]  # fmt: skip


class TestBounds:
    TEXT = (
        "第一条 还款\n本金100元。\n第二条 争议\n向法院起诉。\n甲方（盖章）：某公司\n乙方（签名）：甲某\n2026年5月1日\n"
        "附件一：还款计划表\n期数\t金额\n1\t100.00\n2\t100.00\n附件二 承诺\n第一条 本人承诺"
    )

    def test_signatures_belong_to_no_clause(self):
        assert place(self.TEXT, "起诉") == "2"
        for words in ("某公司", "甲某", "2026年"):
            assert place(self.TEXT, words) == ""

    def test_annexes_begin_anew(self):
        assert place(self.TEXT, "100.00") == ""
        assert paths(read_text(self.TEXT)) == ["1", "2", "A2.1"]

    def test_prose_about_an_annex_is_no_annex(self):
        assert place("第一条 甲\n附件与正文不一致的，以正文为准。\n乙", "乙") == "1"

    def test_a_line_to_sign_amid_clauses_does_not_end_them(self):
        assert place("第一条 甲\n日期：2026年5月1日\n乙\n第二条 丙", "乙") == "1"

    def test_contents_are_no_clauses(self):
        text = "目 录\n第一条 定义 ........ 1\n第二条 还款 ........ 2\n第一条 定义\n甲\n第二条 还款\n乙"
        document = read_text(text)
        assert paths(document) == ["1", "2"]
        assert len(blocks(document, "contents")) == 3

    def test_a_line_of_contents_in_the_text_is_none_either(self):
        document = read_text("目录：1 定义　2 还款　3 其他\n1 定义\n2 还款\n3 其他")
        assert blocks(document, "contents") == ["目录：1 定义　2 还款　3 其他"]
        assert paths(document) == ["1", "2", "3"]
