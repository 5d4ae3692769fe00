"""Papers of invented borrowers, rows as a review of them would give, and the command as a process."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument

from agreecheck.report.folder.row import Finding, Row, seen_on
from agreecheck.report.shape import Trace

IDENTITY = "990101198804124126"
DAY = "2026-11-01"

Plan = list[tuple[str, str]]

A: Plan = [("2026年11月15日", "1,000.00"), ("2026年12月15日", "1,000.00"), ("2027年1月15日", "1,200.50")]
A2: Plan = [("2026年11月15日", "900.00"), ("2026年12月15日", "900.00"), ("2027年1月15日", "1,400.50")]
B: Plan = [("2026年10月20日", "500.00"), ("2026年12月15日", "2,500.00"), ("2027年2月20日", "300.25")]
OTHER: Plan = [("2026年11月15日", "700.00"), ("2026年12月15日", "700.00")]


def paper(
    creditor: str, plan: Plan, owed: str, *, name: str = "向以南", identity: str = IDENTITY,
    number: str = "HX-2026-0001", more: str = "",
) -> str:  # fmt: skip
    """A plain agreement; without an identity number where that is empty."""
    who = f"乙方（债务人）：{name}" + (f"，身份证号码：{identity}" if identity else "")
    rows = "\n".join(f"第{n}期：{day}前偿还人民币{amount}元；" for n, (day, amount) in enumerate(plan, 1))
    return f"""还款协议

合同编号：{number}
甲方（债权人）：{creditor}
{who}

鉴于乙方因经营困难未能按期归还借款，双方经协商一致，就剩余欠款的偿还达成如下协议：
第一条 欠款确认
截至2026年10月31日，乙方尚欠甲方借款本金人民币{owed}元。双方对上述欠款金额没有争议。
第二条 还款计划
乙方按下列计划向甲方偿还：
{rows}
第三条 还款方式
乙方应将每期款项汇入甲方账户，户名：{creditor}，开户行：柳浦银行城东支行，账号：6220000000001234。
第四条 提前还款
乙方可以提前归还全部或部分欠款，甲方不收取任何费用。{more}
第五条 结清证明
乙方付清全部款项后五个工作日内，甲方向乙方出具结清证明，并报送征信系统更新。
第六条 争议解决
因本协议发生的争议，由双方协商解决；协商不成的，向甲方所在地人民法院起诉。
甲方：{creditor}
乙方：{name}
签订日期：2026年10月31日
"""


def write_folder(home: Path) -> None:
    """One borrower's papers (one as Word file too, in two versions, one without an identity number, one without dates),
    another's, and a broken file."""
    home.mkdir()
    first = paper("恒信小额贷款有限公司", A, "3,200.50")
    pledge = (
        f"承诺书\n\n承诺人：向以南，身份证号码：{IDENTITY}\n本人尚欠白鹭洲小额贷款有限公司借款本金人民币8,000.00元，"
    )
    texts = {
        "a.txt": first,
        "a-second.txt": paper("恒信小额贷款有限公司", A2, "3,200.50", more="提前还款应当提前三日告知甲方。"),
        "b.txt": paper("松岬消费金融股份有限公司", B, "3,300.25", identity="", number="SJ-77"),
        "c.txt": pledge + "承诺于条件允许时尽快还清。\n承诺人：向以南\n2026年10月31日\n",
        "other.txt": paper(
            "恒信小额贷款有限公司", OTHER, "1,400.00", name="郁青岚", identity="990202197911035518", number="HX-9"
        ),
    }
    for name, text in texts.items():
        (home / name).write_text(text, "utf-8")
    _as_word(first).save(str(home / "a-copy.docx"))
    (home / "broken.pdf").write_bytes(b"%PDF-1.7\n%%EOF")


def _as_word(text: str) -> DocxDocument:
    """The same words as a Word file."""
    document = Document()
    for line in filter(None, text.splitlines()):
        document.add_paragraph(line)
    return document


def row(
    file: str, *payments: str, who: str = "向以南", tail: str = "4126", kind: str = "loan_instalment", words: str = "",
    sketch: bytes = b"", day: str = DAY, numbers: str = "", **more: object,
) -> Row:  # fmt: skip
    """A row; payments are ``"2026-11-15 100.00"``, with ``-`` for what is not known."""
    person = sha256(who.encode()).hexdigest()[:16] if who else ""
    trace = Trace(
        words=words or file, numbers=numbers or file, sketch=sketch, debtor=f"{who[:1]}*", tail=tail, person=person
    )
    values = {"currency": "CNY", "read_in_full": True, "coverage": 1.0, "type": "T", "result": "r"} | more
    one = Row(file=file, kind=kind, plan="\n".join(payments), trace=trace, **values)
    return seen_on(one, day)


def finding(key: str, severity: str = "high") -> Finding:
    return Finding(key=key, severity=severity, headline=key.upper())


def agreecheck(*words: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "agreecheck", *map(str, words)]
    return subprocess.run(command, capture_output=True, timeout=300, check=False)
