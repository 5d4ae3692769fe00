"""PDF files are read as a person reads the printed page."""

import pytest

from agreecheck.errors import ReadError
from agreecheck.read import read_bytes
from read.paper import blocks, font, grid, lines, paths, pdf, read_pdf, rows

FULL = "还款人应当按照本协议约定的时间和金额履行还款义务并在每次付款以后保留凭证备查直至全部付清为止"


def wrapped(text: str, width: int = 41) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def notes(document, kind):
    return [n.values for n in document.notes if n.kind == kind]


class TestParagraphs:
    def test_wrapped_lines_are_joined_without_a_newline(self):
        text = "第一条　" + FULL + "，首期还款壹仟元。" + FULL + "。"
        document = read_pdf(lines(*wrapped(text), "第二条 其他事项由双方协商。"))
        assert blocks(document) == [text, "第二条 其他事项由双方协商。"]

    def test_an_amount_cut_by_the_margin_stays_whole(self):
        filler = FULL[:38]
        document = read_pdf(lines(filler + FULL[:3], filler + "12,34", "5.67元。"))
        assert "12,345.67元" in document.text

    def test_lines_cut_after_so_many_characters_are_joined_where_the_words_tell_it(self):
        """Figures are half as wide as Han characters: such lines end before the margin."""
        money = "第一条 截至2026年11月10日，乙方尚欠甲方本金人民币24,000元、利息1,350"
        comma = "第二条 乙方分12期偿还本金24,000元，首期还款日2026年12月25日，"
        document = read_pdf(
            lines(FULL[:30] + "。", money, "元、罚息650元。", comma, "每期2,000元。", "第三条 付清为止。")
        )
        assert blocks(document)[-3:] == [money + "元、罚息650元。", comma + "每期2,000元。", "第三条 付清为止。"]

    def test_entries_of_a_list_that_end_in_commas_stay_apart(self):
        entries = [
            "第1期 2026年12月25日还2,000元，",
            "第2期 2027年1月25日还2,000元，",
            "（三）其余款项另行商定，",
            "甲方：青禾公司，",
        ]
        assert blocks(read_pdf(lines(FULL[:41], "备查。", *entries)))[-4:] == entries

    def test_a_short_line_ends_its_paragraph(self):
        document = read_pdf(lines(FULL[:41], "备查。", FULL[:41], "付清。"))
        assert blocks(document) == [FULL[:41] + "备查。", FULL[:41] + "付清。"]

    def test_a_first_line_indent_begins_a_paragraph(self):
        def draw(sheet):
            for i, (indent, text) in enumerate([(22, FULL[:38] + "。"), (22, FULL[:39]), (0, "备查。")]):
                sheet.drawString(70 + indent, 700 - 18 * i, text)

        assert len(blocks(read_pdf(draw))) == 2

    def test_a_sum_in_pounds_goes_on_from_the_line_before(self):
        cut = [
            "The borrower shall pay the outstanding balance of the loan, being",
            "£4,410.00, by the first day of each",
        ]

        def draw(sheet):
            sheet.setFont("Times-Roman", 11)
            for i, text in enumerate([*cut, "month. Late fees are waived for as long as the plan is kept up."]):
                sheet.drawString(70, 700 - 14 * i, text)

        assert "of the loan, being £4,410.00, by" in read_pdf(draw).text

    def test_english_words_are_joined_with_a_blank(self):
        def draw(sheet):
            sheet.setFont("Times-Roman", 11)
            for i, text in enumerate(
                [
                    "The borrower shall pay the outstanding balance in twelve equal",
                    "instalments, each due on the first day of a month.",
                    "Late fees are waived.",
                ]
            ):
                sheet.drawString(70, 700 - 14 * i, text)

        document = read_pdf(draw)
        assert blocks(document) == [
            "The borrower shall pay the outstanding balance in twelve equal instalments, "
            "each due on the first day of a month.",
            "Late fees are waived.",
        ]
        assert document.language == "en"

    def test_a_paragraph_goes_on_over_the_page_and_furniture_does_not_cut_it(self):
        def furniture(sheet, number):
            sheet.drawString(70, 810, "某某银行 编号A-7")
            sheet.drawString(280, 30, f"第{number}页 共2页")

        def first(sheet):
            lines(*["第一条 债务。"] * 3, "第二条 " + FULL[:37])(sheet)
            furniture(sheet, 1)

        def second(sheet):
            lines("金额1,000元。", "第三条 其他。")(sheet)
            furniture(sheet, 2)

        document = read_pdf(first, second)
        assert "第二条 " + FULL[:37] + "金额1,000元。" in blocks(document)
        assert blocks(document, "furniture") == ["某某银行 编号A-7", "第1页 共2页", "某某银行 编号A-7", "第2页 共2页"]
        assert document.page_of(document.text.index("第三条")) == 2

    def test_columns_are_read_one_after_the_other(self):
        def draw(sheet):
            for x, name in ((50, "左"), (310, "右")):
                for i in range(8):
                    sheet.drawString(x, 700 - 18 * i, f"{name}栏第{i}行" + FULL[:15])

        text = read_pdf(draw).text
        assert text.index("左栏第7行") < text.index("右栏第0行")

    def test_a_title_in_the_middle_is_a_heading(self):
        def draw(sheet):
            sheet.drawCentredString(297.5, 780, "还款协议书")
            lines(FULL[:41], "付清。")(sheet)

        assert blocks(read_pdf(draw), "heading") == ["还款协议书"]

    def test_signature_lines_set_to_the_right_stay_apart(self):
        def draw(sheet):
            lines(FULL[:41], FULL[:41], "一、" + FULL[:39], "完。")(sheet)
            for i, text in enumerate(["甲方（盖章）：某某公司", "乙方（签名）：甲某", "2026年5月1日"]):
                sheet.drawRightString(521, 600 - 18 * i, text)

        document = read_pdf(draw)
        assert blocks(document)[-3:] == ["甲方（盖章）：某某公司", "乙方（签名）：甲某", "2026年5月1日"]
        assert document.clause_at(document.text.index("甲方（盖章）")) is None


class TestFilledIn:
    def test_words_written_later_go_into_their_blank(self):
        def draw(sheet):
            lines("甲方：____________________（以下称甲方）", "二、每期还款人民币____________元。", "三、其他。")(sheet)
            sheet.drawString(105, 842 - 90, "某某小额贷款公司")
            sheet.drawString(175, 842 - 108, "1,200.00")

        assert blocks(read_pdf(draw))[:2] == ["甲方：某某小额贷款公司（以下称甲方）", "二、每期还款人民币1,200.00元。"]

    def test_form_fields_are_read_where_they_stand(self):
        def draw(sheet):
            lines("每期还款人民币____________元。", "　　同意自动扣款")(sheet)
            sheet.acroForm.textfield(name="sum", x=150, y=748, width=60, height=14, value="850.00", borderWidth=0)
            sheet.acroForm.checkbox(name="agree", x=72, y=731, size=12, checked=True)

        document = read_pdf(draw)
        assert blocks(document)[0] == "每期还款人民币850.00元。"
        assert "☑" in blocks(document)[1]
        assert {"text": "850.00"} in notes(document, "form_field")


PLAN = [["期数", "还款日期", "金额"], *[[str(i), f"2026年{i}月1日", f"{i},000.00"] for i in range(1, 7)]]


class TestTables:
    def test_ruled_cells(self):
        def draw(sheet):
            lines("第一条 计划如下：")(sheet)
            grid(sheet, PLAN, [70, 130, 260, 360], 110)
            sheet.drawString(70, 560, "第二条 其他。")

        document = read_pdf(draw)
        assert rows(document) == PLAN
        assert document.clause_at(document.tables[0].span.start).path == "1"
        assert document.text.count("2026年3月1日") == 1
        assert document.text.index("第一条") < document.tables[0].span.start < document.text.index("第二条")

    def test_a_wrapped_cell_is_joined(self):
        def draw(sheet):
            grid(sheet, [["期数", "说明"], ["1", ""]], [70, 130, 260], 100, 40)
            sheet.drawString(134, 842 - 100 - 56, "自首期还款日起算至末期")
            sheet.drawString(134, 842 - 100 - 72, "满一个月")

        assert rows(read_pdf(draw)) == [["期数", "说明"], ["1", "自首期还款日起算至末期满一个月"]]

    def test_merged_cells_have_their_extent(self):
        def draw(sheet):
            grid(sheet, [["期数", "应还", ""]], [70, 130, 260, 360], 100)
            grid(sheet, [["1", "本金", "利息"]], [70, 130, 260, 360], 118)
            sheet.setStrokeColorRGB(1, 1, 1)

        def merged(sheet):
            for x0, y0, x1, y1 in [
                (70, 700, 360, 700), (130, 680, 360, 680), (70, 660, 360, 660),
                (70, 700, 70, 660), (130, 700, 130, 660), (260, 680, 260, 660), (360, 700, 360, 660),
            ]:  # fmt: skip
                sheet.line(x0, y0, x1, y1)
            for x, y, text in [(75, 675, "期数"), (200, 685, "应还"), (140, 665, "本金"), (270, 665, "利息")]:
                sheet.drawString(x, y, text)

        document = read_pdf(merged)
        assert document.tables[0].header_rows == 2
        cells = {(c.row, c.col): (document.quote(c.span), c.rowspan, c.colspan) for c in document.tables[0].cells}
        assert cells == {(0, 0): ("期数", 2, 1), (0, 1): ("应还", 1, 2), (1, 1): ("本金", 1, 1), (1, 2): ("利息", 1, 1)}

    def test_columns_without_rules(self):
        def draw(sheet):
            lines("第一条 计划如下：")(sheet)
            for r, row in enumerate(PLAN):
                for x, text in zip((80, 160, 300), row, strict=True):
                    sheet.drawString(x, 700 - 18 * r, text)
            sheet.drawString(70, 500, "第二条 乙方按上表还款，提前还款的不收取任何费用。")

        document = read_pdf(draw)
        assert rows(document) == PLAN
        assert paths(document) == ["1", "2"]

    def test_a_table_goes_on_over_pages_and_its_heading_stands_once(self):
        plan = [[str(i), f"{i}日", f"{i}.00"] for i in range(1, 41)]
        head = ["期数", "日期", "金额"]

        def page(part):
            return lambda sheet: grid(sheet, [head, *part], [70, 130, 260, 360], 100)

        document = read_pdf(page(plan[:15]), page(plan[15:30]), page(plan[30:]))
        assert len(document.tables) == 1
        assert rows(document) == [head, *plan]
        assert blocks(document, "furniture") == ["期数\t日期\t金额"] * 2
        assert document.locate(document.tables[0].cells[-1].span).page == 3

    def test_a_frame_around_text_is_no_table(self):
        def draw(sheet):
            sheet.rect(60, 600, 480, 200)
            lines(*wrapped("第一条 " + FULL + "。"))(sheet)

        document = read_pdf(draw)
        assert document.tables == ()
        assert blocks(document) == ["第一条 " + FULL + "。"]

    def test_lines_to_sign_on_are_no_table(self):
        def draw(sheet):
            for i, text in enumerate(["甲方：", "乙方：", "日期："]):
                sheet.drawString(70, 700 - 30 * i, text)
                sheet.line(110, 698 - 30 * i, 250, 698 - 30 * i)

        assert read_pdf(draw).tables == ()


class TestUnseen:
    def test_hidden_words_are_noted_and_not_read(self):
        def draw(sheet):
            lines("年利率12%。")(sheet)
            sheet.setFillColorRGB(1, 1, 1)
            sheet.drawString(70, 600, "白字条款")
            sheet.setFillColorRGB(0, 0, 0)
            sheet.setFont(font(), 1)
            sheet.drawString(70, 580, "小字条款")
            sheet.setFont(font(), 11)
            sheet.drawString(70, 900, "页外条款")
            text = sheet.beginText(70, 560)
            text.setTextRenderMode(3)
            text.textLine("隐形条款")
            sheet.drawText(text)

        document = read_pdf(draw)
        assert document.text.strip() == "年利率12%。"
        assert {n["reason"]: n["text"] for n in notes(document, "hidden_text")} == {
            "white": "白字条款", "tiny": "小字条款", "off_page": "页外条款", "invisible": "隐形条款",
        }  # fmt: skip

    def test_words_under_a_white_patch_are_noted(self):
        def draw(sheet):
            lines("年利率12%。", "另收管理费。")(sheet)
            sheet.setFillColorRGB(1, 1, 1)
            sheet.rect(60, 842 - 114, 200, 18, stroke=0, fill=1)

        document = read_pdf(draw)
        assert document.text.strip() == "年利率12%。"
        assert notes(document, "hidden_text") == [{"text": "另收管理费。", "reason": "covered"}]

    def test_white_letters_on_a_dark_ground_are_read(self):
        def draw(sheet):
            sheet.setFillColorRGB(0.1, 0.2, 0.5)
            sheet.rect(60, 690, 300, 30, stroke=0, fill=1)
            sheet.setFillColorRGB(1, 1, 1)
            sheet.drawString(70, 700, "还款计划")

        assert read_pdf(draw).text.strip() == "还款计划"

    def test_a_turned_watermark_is_dropped_with_a_note(self):
        def draw(sheet):
            lines(*wrapped("第一条 " + FULL + "。"))(sheet)
            sheet.translate(200, 600)
            sheet.rotate(45)
            sheet.setFont(font(), 50)
            sheet.drawString(0, 0, "样本作废")

        document = read_pdf(draw)
        assert document.text.strip() == "第一条 " + FULL + "。"
        assert notes(document, "watermark") == [{"text": "样本作废"}]

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_a_turned_page_is_read_upright(self, turn):
        def draw(sheet):
            sheet.setPageRotation(turn)  # reportlab swaps the sides of the sheet
            sheet.translate(*{90: (842, 0), 180: (595, 842), 270: (0, 595)}[turn])
            sheet.rotate(turn)
            sheet.drawString(70, 842 - 100, "第一条 还款")
            sheet.drawString(70, 842 - 120, "第二条 其他")

        document = read_pdf(draw)
        assert blocks(document) == ["第一条 还款", "第二条 其他"]
        box = document.pieces[0].place.box
        assert 60 < box.x0 < 80
        assert 80 < box.top < 105


class TestGaps:
    def picture(self, wide, high):
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        return lambda sheet: sheet.drawImage(ImageReader(Image.new("RGB", (50, 70), (200, 190, 180))), 0, 0, wide, high)

    def test_a_scan_has_no_coverage_and_says_why(self):
        document = read_pdf(self.picture(595, 842))
        assert document.coverage == 0.0
        assert [(g.reason, g.place.page) for g in document.gaps] == [("image", 1)]

    def test_a_scan_with_a_stamp_of_the_scanner_is_still_a_scan(self):
        def draw(sheet):
            self.picture(595, 842)(sheet)
            sheet.drawString(200, 20, "扫描全能王 创建")

        assert read_pdf(draw).coverage < 0.1

    def test_a_logo_costs_nothing(self):
        def draw(sheet):
            self.picture(80, 40)(sheet)
            lines(*[FULL[:41]] * 20)(sheet)

        document = read_pdf(draw)
        assert document.coverage == 1.0
        assert document.gaps == ()

    def test_a_picture_behind_a_full_page_of_text_is_its_ground(self):
        def draw(sheet):
            self.picture(595, 842)(sheet)
            lines(*[FULL[:41]] * 35)(sheet)

        assert read_pdf(draw).coverage == 1.0

    def test_half_a_page_of_picture_is_partly_unread(self):
        def draw(sheet):
            self.picture(500, 400)(sheet)
            lines(*[FULL[:41]] * 3)(sheet)

        document = read_pdf(draw)
        assert 0.05 < document.coverage < 0.6
        assert [g.reason for g in document.gaps] == ["image"]

    def test_the_text_layer_of_a_scan_is_read_with_a_note(self):
        def draw(sheet):
            self.picture(595, 842)(sheet)
            text = sheet.beginText(70, 700)
            text.setTextRenderMode(3)
            for line in [FULL[:41]] * 30:
                text.textLine(line)
            sheet.drawText(text)

        document = read_pdf(draw)
        assert FULL[:41] in document.text
        assert [n.kind for n in document.notes] == ["ocr_layer"]

    def test_a_blank_page_loses_nothing(self):
        document = read_pdf(lines("还款协议"), lambda sheet: None)
        assert document.coverage == 1.0
        assert [(g.reason, g.share) for g in document.gaps] == [("empty", 0.0)]

    def test_pages_have_their_stretch_of_the_text(self):
        document = read_pdf(lines("第一页"), self.picture(595, 842), lines("第三页"))
        assert [document.text[p.span.start : p.span.end].strip() for p in document.pages] == ["第一页", "", "第三页"]
        assert [round(p.coverage) for p in document.pages] == [1, 0, 1]
        assert document.coverage == pytest.approx(2 / 3)


class TestRefusals:
    def test_a_password(self):
        from reportlab.lib.pdfencrypt import StandardEncryption

        with pytest.raises(ReadError) as error:
            read_pdf(lines("还款协议"), encrypt=StandardEncryption("secret"))
        assert error.value.code == "encrypted"

    def test_a_cut_file(self):
        with pytest.raises(ReadError) as error:
            read_bytes(pdf(lines("还款协议"))[:300], "cut.pdf")
        assert error.value.code == "damaged"
        assert str(error.value).startswith("cut.pdf: ")

    def test_what_pdfium_refuses_is_tried_with_pdfplumber(self, monkeypatch):
        import pypdfium2

        def refuse(data):
            raise pypdfium2.PdfiumError("Failed to load document (PDFium: Data format error).")

        monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)

        def draw(sheet):
            lines("第一条 计划如下：")(sheet)
            grid(sheet, PLAN, [70, 130, 260, 360], 110)

        document = read_pdf(draw)
        assert blocks(document)[0] == "第一条 计划如下："
        assert rows(document) == PLAN

    def test_a_page_beyond_the_limit_is_a_gap(self, monkeypatch):
        from agreecheck.read import pdf as reader

        monkeypatch.setattr(reader, "MOST_PAGES", 1)
        document = read_pdf(lines("第一页"), lines("第二页"))
        assert [g.reason for g in document.gaps] == ["limit"]
        assert document.coverage == 0.5


def loaded_by(data: bytes) -> list[str]:
    """Which of the heavy libraries reading ``data`` has loaded, in a process of its own."""
    import subprocess
    import sys

    code = (
        "import sys; from agreecheck.read import read_bytes; read_bytes(sys.stdin.buffer.read(), 'a');"
        "print(*[m for m in ('pdfplumber','docx','lxml','PIL','spacy','jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return done.stdout.decode().split()


def test_nothing_heavy_is_loaded_for_a_pdf_without_tables():
    assert loaded_by(pdf(lines("第一条　乙方于2026年12月15日前一次付清。"))) == []


def test_pdfplumber_is_loaded_for_a_page_that_has_rules():
    assert loaded_by(pdf(lambda sheet: grid(sheet, PLAN, [70, 130, 260, 360], 110))) == ["pdfplumber"]


def test_list_lines_of_one_length_are_no_right_margin():
    rows = [f"· 第{n}期　2026/0{n}/25　￥900.00" for n in range(1, 10)] * 2
    texts = [
        "请您确认方案后提交",
        "姓名　丁一诺",
        "方案期间不再产生利息和逾期费用，每月二十五日前还款即可，逾期另计",
        "激活款在提交方案时立即支付，支付以后方案才会进入审核，请留意",
    ]
    text = read_pdf(lines(*texts, *rows)).text
    assert "提交\n姓名" in text
    assert "900.00\n· 第2期" in text
