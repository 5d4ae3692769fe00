"""Files are told apart by what is in them; what cannot be read says why, where, and what to do."""

import io
import zipfile

import pytest

from agreecheck.errors import ReadError
from agreecheck.read import read, read_bytes
from read.paper import blocks, lines, p, pdf, rows, word

TEXT = "还款协议\n第一条　乙方应还本金1,000.00元。"


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
    def test_encodings(self, encoding):
        document = read_bytes(TEXT.encode(encoding), "a.dat")
        assert document.text.strip() == TEXT
        assert document.source.kind == "text"
        assert document.coverage == 1.0

    def test_traditional_and_english(self):
        assert read_bytes("還款協議書：債務人應償還貸款。".encode(), "a").language == "zh-Hant"
        assert read_bytes(b"Repayment agreement between the parties.", "a").language == "en"
        assert read_bytes(TEXT.encode(), "a").language == "zh-Hans"

    def test_tables_by_bars_and_tabs(self):
        bars = read_bytes("# 计划\n| 期数 | 金额 |\n|---|---|\n| 1 | 100 |\n完".encode(), "a.md")
        tabs = read_bytes("计划\n期数\t金额\n1\t100\n完".encode(), "a.txt")
        assert rows(bars) == rows(tabs) == [["期数", "金额"], ["1", "100"]]
        assert blocks(bars, "heading") == ["计划"]

    def test_line_ends_of_other_systems(self):
        assert read_bytes("甲\r\n乙\r丙".encode(), "a").text == "甲\n乙\n丙\n"


class TestKinds:
    def test_the_suffix_does_not_matter(self, tmp_path):
        for data, kind in ((pdf(lines("还款协议")), "pdf"), (word(p("还款协议")), "docx"), (TEXT.encode(), "text")):
            file = tmp_path / "agreement.xyz"
            file.write_bytes(data)
            document = read(file)
            assert document.source.kind == kind
            assert document.source.name == "agreement.xyz"
            assert document.text.startswith("还款协议")

    def test_junk_before_the_header_of_a_pdf(self):
        assert read_bytes(b"\n\n" + pdf(lines("还款协议")), "a").source.kind == "pdf"


def archive(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "empty"),
            (b"  \n", "empty"),
            (bytes(range(256)) * 20, "not_text"),
            (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not_text"),
            (OLE, "unsupported"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
            (archive(notes="甲"), "unsupported"),
            (word(p("甲"))[:-40], "damaged"),
            (b"%PDF-1.7 nothing follows", "damaged"),
        ],
    )
    def test_each_has_its_code_and_says_what_to_do(self, data, code):
        with pytest.raises(ReadError) as error:
            read_bytes(data, "paper.dat")
        assert error.value.code == code
        assert str(error.value).startswith("paper.dat: ")
        assert error.value.todo
        assert "\n" not in str(error.value)

    def test_missing_files_and_folders(self, tmp_path):
        for path in (tmp_path / "none.pdf", tmp_path):
            with pytest.raises(ReadError) as error:
                read(path)
            assert error.value.code == "missing"

    def test_too_big(self, monkeypatch):
        from agreecheck.read import choose

        monkeypatch.setattr(choose, "MOST_BYTES", 10)
        with pytest.raises(ReadError) as error:
            read_bytes(TEXT.encode(), "a")
        assert error.value.code == "too_big"
