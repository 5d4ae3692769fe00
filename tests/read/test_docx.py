"""Word documents are read as the printed page shows them, and nothing that lies in the file is lost in silence."""

import pytest

from agreecheck.errors import ReadError
from agreecheck.read import read_bytes
from agreecheck.read.numbering import in_format
from read.paper import WORD, blocks, cell, deleted, inserted, p, paths, read_word, rows, run, table, word


def level(depth: int, format_: str, text: str, more: str = "") -> str:
    shape = f'<w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{shape}</w:lvl>'


SPACE, NOTHING = '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>'
LEVELS = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCounting", "第%1条", SPACE)
    + level(1, "decimal", "%1.%2", "<w:isLgl/>" + SPACE)
    + level(2, "japaneseCounting", "（%3）", NOTHING)
    + "</w:abstractNum>"
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def number(level: int, list_: int = 5) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'


def notes(document, kind):
    return [n.values for n in document.notes if n.kind == kind]


class TestNumbers:
    def test_automatic_numbers_stand_in_the_text_and_make_clauses(self):
        body = (
            p("金额", props=number(0))
            + p("本金", props=number(1))
            + p("利息", props=number(1))
            + p("罚息", props=number(2))
            + p("还款", props=number(0))
            + p("首期", props=number(1))
        )
        document = read_word(body, parts={"numbering": LEVELS})
        assert blocks(document) == ["第一条 金额", "1.1 本金", "1.2 利息", "（一）罚息", "第二条 还款", "2.1 首期"]
        assert paths(document) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]

    def test_a_style_can_bring_the_number(self):
        styles = (
            f'<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="clause"/><w:pPr>{number(0)}</w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="mine"/><w:basedOn w:val="Base"/></w:style>'
        )
        body = p("金额", props='<w:pStyle w:val="Own"/>') + p("还款", props='<w:pStyle w:val="Base"/>')
        document = read_word(body, parts={"numbering": LEVELS, "styles": styles})
        assert blocks(document) == ["第一条 金额", "第二条 还款"]

    def test_a_list_can_start_at_another_number(self):
        document = read_word(p("违约", props=number(0, 6)) + p("争议", props=number(0, 6)), parts={"numbering": LEVELS})
        assert blocks(document) == ["第七条 违约", "第八条 争议"]

    def test_number_zero_takes_the_number_away(self):
        document = read_word(p("前言", props=number(0, 0)) + p("金额", props=number(0)), parts={"numbering": LEVELS})
        assert blocks(document) == ["前言", "第一条 金额"]

    def test_a_deleted_paragraph_does_not_count(self):
        gone = p(deleted("旧条款"), props=number(0) + '<w:rPr><w:del w:id="3"/></w:rPr>')
        document = read_word(gone + p("新条款", props=number(0)), parts={"numbering": LEVELS})
        assert blocks(document) == ["第一条 新条款"]

    @pytest.mark.parametrize(
        ("value", "format_", "written"),
        [
            (10, "chineseCounting", "十"),
            (21, "chineseCountingThousand", "二十一"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "japaneseCounting", "一百一十"),
            (12, "decimalFullWidth", "１２"),
            (3, "ideographTraditional", "丙"),
            (20, "ideographDigital", "二〇"),
            (3, "decimalEnclosedCircle", "③"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (7, "decimalZero", "07"),
            (5, "neverHeardOf", "5"),
        ],
    )
    def test_formats(self, value, format_, written):
        assert in_format(value, format_) == written


class TestChanges:
    def test_inserted_words_count_and_deleted_ones_are_noted(self):
        document = read_word(p("月利率", deleted("1%"), inserted("3%"), "。"))
        assert document.text.strip() == "月利率3%。"
        assert [v["deleted"] for v in notes(document, "tracked_change") if "deleted" in v] == ["1%"]
        assert [v["inserted"] for v in notes(document, "tracked_change") if "inserted" in v] == ["3%"]

    def test_a_deleted_end_of_paragraph_joins_two(self):
        document = read_word(p("每期还款", props='<w:rPr><w:del w:id="1"/></w:rPr>') + p("1,000.00元"))
        assert blocks(document) == ["每期还款1,000.00元"]

    def test_a_deleted_row_is_no_row(self):
        body = "<w:tbl><w:tr>" + cell("1") + cell("2") + "</w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr>"
        body += cell(p(deleted("3"))) + cell(p(deleted("4"))) + "</w:tr></w:tbl>"
        document = read_word(body)
        assert rows(document) == [["1", "2"]]
        assert notes(document, "tracked_change")[0]["deleted"] == "3\t4"


class TestHidden:
    def test_hidden_words_are_noted_not_read(self):
        document = read_word(p("年利率12%", run("，另收罚息", "<w:vanish/>"), "。"))
        assert document.text.strip() == "年利率12%。"
        assert notes(document, "hidden_text") == [{"text": "，另收罚息", "reason": "vanish"}]

    def test_a_style_can_hide_and_a_run_show_again(self):
        styles = '<w:style w:styleId="H"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
        shown = run("可见", '<w:vanish w:val="0"/>')
        document = read_word(p("看不见", shown, props='<w:pStyle w:val="H"/>'), parts={"styles": styles})
        assert document.text.strip() == "可见"


class TestPlaces:
    def test_text_boxes_are_read_once(self):
        inner = "<w:txbxContent>" + p("收款账户：户名 甲某") + "</w:txbxContent>"
        box = (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        document = read_word(p("第一条 还款", box) + p("第二条 其他"))
        assert blocks(document) == ["第一条 还款", "收款账户：户名 甲某", "第二条 其他"]
        assert {x.place.part for x in document.pieces} == {"body", "textbox"}

    def test_footnotes_stand_outside_the_clauses_and_leave_no_mark(self):
        mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
        body = p("第一条 按月息二分计息", mark, "，按月支付。") + p("第二条 其他。")
        note = f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", "以剩余本金为基数。")}</w:footnote>'
        document = read_word(body, parts={"footnotes": note})
        assert blocks(document) == ["第一条 按月息二分计息，按月支付。", "第二条 其他。", "以剩余本金为基数。"]
        assert document.clause_at(document.text.index("以剩余")) is None
        assert document.pieces[-1].place.part == "footnote"

    def test_headers_and_footers_are_furniture(self):
        parts = {"header": p("某某银行 内部编号7"), "footer": p("第1页")}
        document = read_word(p("还款协议"), parts=parts)
        assert blocks(document, "furniture") == ["某某银行 内部编号7", "第1页"]
        assert blocks(document) == ["还款协议"]

    def test_comments_are_notes_at_their_paragraph(self):
        body = p("首部") + p('<w:commentRangeStart w:id="0"/>', "每期1,000元")
        comment = f'<w:comment w:id="0" w:author="经办">{p("应为1,200元")}</w:comment>'
        document = read_word(body, parts={"comments": comment})
        (note,) = [n for n in document.notes if n.kind == "comment"]
        assert note.values == {"text": "应为1,200元", "author": "经办"}
        assert document.quote(note.span) == "每期1,000元"


class TestContent:
    def test_wrappers_hide_nothing(self):
        inside = (
            f"<w:sdt><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>"
            f"<w:smartTag>{run('乙')}</w:smartTag><w:hyperlink>{run('丙')}</w:hyperlink>"
            f'<w:fldSimple w:instr="DATE">{run("丁")}</w:fldSimple>'
        )
        block = f"<w:sdt><w:sdtContent>{p('整段')}</w:sdtContent></w:sdt>"
        assert blocks(read_word(p(inside) + block)) == ["甲乙丙丁", "整段"]

    def test_a_field_shows_its_result_not_its_code(self):
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("第三条")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        assert blocks(read_word(p("见", field, "。"))) == ["见第三条。"]

    def test_check_boxes_are_marks(self):
        def box(state: str) -> str:
            return (
                f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
                f"<w:sdtContent>{run('?')}</w:sdtContent></w:sdt>"
            )

        sym = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        open_ = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
        assert blocks(read_word(p(box("1"), "诉讼", box("0"), "仲裁", sym, "等额", open_, "先息"))) == [
            "☑诉讼□仲裁☑等额□先息"
        ]

    def test_an_unfilled_control_is_a_blank(self):
        control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>"
        assert blocks(read_word(p("借款人：", control))) == ["借款人：____"]

    def test_a_hand_made_line_break_starts_a_line_that_may_be_a_clause(self):
        document = read_word(p("一、还款", "<w:r><w:br/></w:r>", "1. 首期", "<w:r><w:br/></w:r>", "2. 末期"))
        assert paths(document) == ["1", "1.1", "1.2"]

    def test_contents_are_no_clauses(self):
        styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
        body = p("第一条 定义\t1", props='<w:pStyle w:val="T1"/>') + p("第一条 定义")
        document = read_word(body, parts={"styles": styles})
        assert blocks(document, "contents") == ["第一条 定义\t1"]
        assert paths(document) == ["1"]


class TestTables:
    def test_cells_by_tab_and_rows_by_newline(self):
        document = read_word(table(["期数", "金额"], ["1", "1,000.00"]))
        assert document.text.strip() == "期数\t金额\n1\t1,000.00"
        assert rows(document) == [["期数", "金额"], ["1", "1,000.00"]]

    def test_merged_cells_stand_once_with_their_extent(self):
        wide = cell("应还", props='<w:gridSpan w:val="2"/>')
        first, rest = cell("1", props='<w:vMerge w:val="restart"/>'), cell("", props="<w:vMerge/>")
        document = read_word(table(["期数", wide], [first, "本金", "100"], [rest, "利息", "8"]))
        cells = {(c.row, c.col): (document.quote(c.span), c.rowspan, c.colspan) for c in document.tables[0].cells}
        assert cells[0, 1] == ("应还", 1, 2)
        assert cells[1, 0] == ("1", 2, 1)
        assert (2, 0) not in cells
        assert cells[2, 1] == ("利息", 1, 1)

    def test_a_nested_table_is_a_table_of_its_own(self):
        inner = table(["期数", "金额"], ["1", "100"])
        document = read_word(table(["还款计划", "<w:tc>" + inner + p() + "</w:tc>"], ["其他", "无"]))
        assert len(document.tables) == 2
        assert rows(document, 1) == [["期数", "金额"], ["1", "100"]]
        assert document.text.count("金额") == 1

    def test_a_frame_around_text_is_no_table(self):
        document = read_word(table([cell("第一条 还款", "每月15日还款。")]))
        assert document.tables == ()
        assert blocks(document) == ["第一条 还款", "每月15日还款。"]
        assert paths(document) == ["1"]


class TestPackages:
    @pytest.mark.parametrize(
        "main",
        [
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        ],
    )
    def test_macro_documents_and_templates_are_read(self, main):
        assert blocks(read_bytes(word(p("还款协议"), main=main), "a")) == ["还款协议"]

    def test_strict_packages_are_read(self):
        def strict(text: str) -> str:
            return text.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )

        document = read_bytes(word(p("一", props=number(0)), parts={"numbering": LEVELS}, change=strict), "a")
        assert blocks(document) == ["第一条 一"]

    def test_a_document_type_is_refused(self):
        def evil(text: str) -> str:
            return '<!DOCTYPE x [<!ENTITY e "e">]>' + text if "<w:document" in text else text

        with pytest.raises(ReadError) as error:
            read_bytes(word(p("还款"), change=evil), "a.docx")
        assert error.value.code == "damaged"

    def test_a_bomb_is_refused(self):
        def bomb(text: str) -> str:
            return text.replace("还款", "还" * (70 << 20)) if "<w:document" in text else text

        with pytest.raises(ReadError) as error:
            read_bytes(word(p("还款"), change=bomb), "a.docx")
        assert error.value.code == "too_big"

    def test_pictures_are_a_gap(self):
        picture = (
            '<w:r><w:drawing><wp:inline><wp:extent cx="6000000" cy="8000000"/>'
            "<a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        document = read_word(p(picture))
        assert [g.reason for g in document.gaps] == ["image"]
        assert document.coverage == 0.0
