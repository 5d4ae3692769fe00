"""Folders of papers for ``benchmarks/folder.py``: the sample papers with other amounts, the same each time."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
sys.path.insert(0, str(SAMPLES))

from making.source import Block, Paper, read_source  # noqa: E402  # not installed, found beside the samples

AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})*\.\d\d(?!\d)")
BROKEN = (
    b"",
    b"%PDF-1.7\n%%EOF",
    b"PK\x03\x04",
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
)
SHORT = """还款协议书
甲方（债权人）：清川小额贷款有限公司
乙方（债务人）：{name}
一、截至2026年10月31日，乙方尚欠甲方本金{total}元，利息及罚息全部减免。
二、乙方自2026年12月起分{terms}期偿还，每月15日前支付{each}元，付至甲方对公账户。
三、乙方任何一期逾期超过10日的，甲方有权宣布未到期款项提前到期。
四、全部款项付清后5个工作日内，甲方出具结清证明。
编号：{number:06}　签署日期：2026年11月5日
"""


def papers(folder: Path, total: int, broken: int) -> None:
    """``total`` papers, PDF and Word by turns, ``broken`` of them no papers at all, spread evenly."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [read_source(path) for path in sorted((SAMPLES / "sources").glob("*.md"))]
    spoilt = {n * total // broken for n in range(broken)} if broken else set()
    for n in range(total):
        form = "docx" if n % 2 else "pdf"
        path = folder / f"{n:05}.{form}"
        if n in spoilt:
            path.write_bytes(BROKEN[n % len(BROKEN)] or b"\0" * n)
        elif not path.exists():
            path.write_bytes(_made(_varied(sources[n // 2 % len(sources)], n), form))


def short_papers(folder: Path, total: int, distinct: int) -> None:
    """``total`` short text files of at most ``distinct`` contents, three to a borrower: what many files cost whatever
    is in them."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(total):
        content = n % distinct
        each, terms = 400 + content % 900, 6 + content % 30
        text = SHORT.format(
            total=f"{each * terms:,}.00", terms=terms, each=f"{each}.00", number=content, name=_name(content // 3)
        )
        (folder / f"{n:05}.txt").write_text(text, "utf-8")


def _name(n: int) -> str:
    """A name of its own for each number below 8,000."""
    family, first, last = (
        "向季沈温陆苏程何郁纪钟颜柏闻祝尹骆池凌虞",
        "以闻知见如青清思怀景雨书远明舒安宁一子文",
        "南笙白故行微岚溪夕舟禾言川晴竹桥遥初棠野",
    )
    return family[n % 20] + first[n // 20 % 20] + last[n // 400 % 20]


def _made(paper: Paper, form: str) -> bytes:
    if form == "docx":
        from making.docx import docx_file

        return docx_file(paper)
    from making.pdf import pdf

    return pdf(paper)


def _varied(paper: Paper, n: int) -> Paper:
    """Every amount times a small number, and a number of its own at the end: no two have one content."""
    return replace(paper, blocks=(*_scaled(paper.blocks, n % 7 + 1), Block("small", f"No. {n:05}")))


def _scaled(blocks: tuple[Block, ...], times: int) -> Iterator[Block]:
    def scaled(text: str) -> str:
        return AMOUNT.sub(lambda found: f"{Decimal(found[0].replace(',', '')) * times:,}", text)

    for block in blocks:
        yield replace(block, text=scaled(block.text), rows=tuple(tuple(map(scaled, row)) for row in block.rows))
