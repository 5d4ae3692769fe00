"""A small invented agreement with everything a report can show, its review made by hand."""

from datetime import date
from decimal import Decimal

from agreecheck.model.base import Words
from agreecheck.model.check import CheckEntry, CheckText
from agreecheck.model.document import Clause, Document, Gap, Page, Piece, Source
from agreecheck.model.fact import (
    Account,
    Amount,
    Blank,
    Day,
    DueDay,
    Facts,
    Guess,
    Instalment,
    Party,
    Personal,
    Rate,
    Schedule,
    Term,
)
from agreecheck.model.finding import CheckResult, Cost, Evidence, Finding, Flow, Limit, Question, Report, Verdict
from agreecheck.model.rule import Item, Law, Rule, RuleText
from agreecheck.model.span import Place, Span
from agreecheck.report.texts import Texts

IDENTITY = "990101199003077774"
CARD = "6222020000000000000"
PHONE = "13900001234"
EMAIL = "ceng.yingxue@mail.example"
ADDRESS = "澜口市柳湖区枕水巷9号3单元502室"
HOTLINE = "400-000-0000"
CANARIES = (IDENTITY, CARD, PHONE, EMAIL, ADDRESS)
HOSTILE = "[/][red]\x1b[31m\u202e<script>alert(1)</script>|`"

TEXT = f"""分期还款协议
甲方：银角商务信息咨询部　客服热线：{HOTLINE}
乙方：曾映雪　身份证号：{IDENTITY}　电话：{PHONE}　邮箱：{EMAIL}　住址：{ADDRESS}
一、截至2026年3月9日，乙方应还总额为10,800.00元，其中本金10,000.00元。
二、乙方分12期偿还，每期900.00元，每月15日前支付，首期2026年4月15日。
三、收款人：郗大奎，账号：{CARD}。备注{HOSTILE}
四、乙方任何一期逾期的，甲方有权不经催告宣布全部款项
立即到期。
五、还清后甲方视情况出具结清证明。
签署日期：______
"""


def span(words: str, occurrence: int = 0) -> Span:
    """Where words stand in the paper."""
    at = -1
    for _ in range(occurrence + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def sentence(words: str) -> Span:
    """The clause-long line that begins with the words."""
    at = TEXT.index(words)
    return Span(at, TEXT.index("。", at) + 1)


def _clauses() -> tuple[Clause, ...]:
    starts = [TEXT.index(f"\n{n}、") + 1 for n in "一二三四五"]
    ends = [*starts[1:], len(TEXT)]
    return tuple(
        Clause(
            path=str(n),
            number=f"{'一二三四五'[n - 1]}、",
            label=f"第{'一二三四五'[n - 1]}条",
            title="",
            level=1,
            span=Span(s, e),
        )
        for n, (s, e) in enumerate(zip(starts, ends, strict=True), start=1)
    )


def document(**changes: object) -> Document:
    """The paper: two pages, the second from clause four on."""
    turn = TEXT.index("四、")
    values: dict[str, object] = {
        "source": Source(name="plan.pdf", sha256="0" * 64, kind="pdf", size=1000),
        "text": TEXT,
        "pages": (
            Page(number=1, span=Span(0, turn), width=595, height=842),
            Page(number=2, span=Span(turn, len(TEXT)), width=595, height=842),
        ),
        "pieces": (
            Piece(span=Span(0, turn), place=Place(page=1)),
            Piece(span=Span(turn, len(TEXT)), place=Place(page=2)),
        ),
        "clauses": _clauses(),
    }
    return Document(**(values | changes))  # type: ignore[arg-type]


def facts(**changes: object) -> Facts:
    """What stands in the paper."""
    rows = tuple(
        Instalment(number=n, due=date(2026 + (n + 2) // 12, (n + 2) % 12 + 1, 15), total=Decimal(900), derived=True)
        for n in range(1, 13)
    )
    values: dict[str, object] = {
        "type": Guess(value="loan_instalment", evidence=(span("分期还款协议"),)),
        "creditor_kind": Guess(value="private"),
        "title": span("分期还款协议"),
        "parties": (
            Party(
                role="creditor", name="银角商务信息咨询部", person=False, span=span("银角商务信息咨询部"), label="甲方"
            ),
            Party(
                role="debtor", name="曾映雪", person=True, span=span("曾映雪"), label="乙方", identity=span(IDENTITY)
            ),
            Party(role="payee", name="郗大奎", person=True, span=span("郗大奎")),
        ),
        "amounts": (
            Amount(value=Decimal(10800), currency="CNY", role="payable", span=span("10,800.00元")),
            Amount(value=Decimal(10000), currency="CNY", role="principal", span=span("10,000.00元")),
            Amount(value=Decimal(900), currency="CNY", role="instalment", span=span("900.00元")),
        ),
        "dates": (
            Day(value=date(2026, 3, 9), role="debt_as_of", span=span("2026年3月9日")),
            Day(value=date(2026, 4, 15), role="first_due", span=span("2026年4月15日")),
        ),
        "rates": (
            Rate(
                percent=Decimal("0.0500"),
                period="day",
                role="penalty",
                span=span("逾期"),
                per_year_percent=Decimal("18.2500"),
            ),
        ),
        "terms": (Term(count=12, unit="instalment", role="plan", span=span("12期")),),
        "due_days": (DueDay(day=15, span=span("每月15日")),),
        "schedule": Schedule(origin="prose", instalments=rows, span=sentence("二、")),
        "accounts": (Account(holder="郗大奎", span=sentence("三、"), number=span(CARD), person=True),),
        "blanks": (Blank(span=span("______")),),
        "personal": (
            Personal(kind="identity", span=span(IDENTITY)),
            Personal(kind="phone", span=span(PHONE)),
            Personal(kind="email", span=span(EMAIL)),
            Personal(kind="address", span=span(ADDRESS)),
            Personal(kind="card", span=span(CARD), keep=4),
        ),
    }
    return Facts(**(values | changes))  # type: ignore[arg-type]


def _at(line: str, focus: str) -> Evidence:
    return Evidence(span=sentence(line), focus=span(focus))


def report(**changes: object) -> Report:
    """The review of the paper."""
    acceleration, payee = _at("四、", "不经催告"), _at("三、", "郗大奎")
    identity = Evidence(span=Span(TEXT.index("乙方："), TEXT.index("一、") - 1), focus=span(IDENTITY))
    values: dict[str, object] = {
        "document": document(),
        "facts": facts(),
        "verdicts": (
            Verdict(item="plan-amount", status="found", severity="info", evidence=(_at("二、", "每期900.00元"),)),
            Verdict(item="party-debtor", status="found", severity="info", evidence=(identity,)),
            Verdict(item="guarantor", status="not_applicable", severity="info"),
            Verdict(
                item="default-accel",
                status="risky",
                severity="critical",
                findings=(
                    Finding(
                        rule="CN-R001",
                        status="risky",
                        severity="critical",
                        evidence=(acceleration,),
                        values={"n": "一"},
                    ),
                ),
                evidence=(acceleration,),
            ),
            Verdict(
                item="settle-cert", status="ambiguous", severity="high", evidence=(_at("五、", "视情况"),), by="second"
            ),
            Verdict(item="coll-stop", status="absent", severity="critical"),
            Verdict(item="plan-grace", status="absent", severity="medium"),
        ),
        "checks": (
            CheckResult(
                id="A24",
                status="fail",
                severity="critical",
                equation=f"payee 郗大奎 {CARD}",
                evidence=(payee,),
                reason="person",
            ),
            CheckResult(id="A01", status="pass", severity="high", equation="12 × 900.00 = 10800.00"),
            CheckResult(id="A02", status="not_computable", severity="high", reason="no_parts"),
        ),
        "costs": (
            Cost(
                basis="principal",
                start=date(2026, 3, 15),
                financed=Decimal(10000),
                effective_percent=Decimal("15.4496"),
                nominal_percent=Decimal("14.4507"),
                periods_per_year=12,
                flows=(Flow(due=date(2026, 4, 15), amount=Decimal(900)),),
                equation="10000 = Σ 900/(1+r)^i",
            ),
        ),
        "limits": (Limit(law="court24", percent=Decimal(24), applies=False),),
        "questions": (
            Question(
                serves=("default-accel",),
                text=Words(zh="逾期几期之后才会宣布全部到期？", en="After how many missed instalments?"),
                write=Words(zh="请书面说明加速到期的条件。", en="Please state the terms of acceleration."),
                rank=1,
            ),
            Question(
                serves=("A24", "pay-account"),
                text=Words(zh=f"账户{CARD}为何是个人账户？", en=f"Why a personal account {CARD}?"),
                rank=2,
            ),
            Question(
                serves=("coll-stop",), text=Words(zh="从何日起停止催收？", en="From when does collection stop?"), rank=3
            ),
        ),
        "as_of": date(2026, 11, 23),
        "packs": ("zh",),
        "version": "0.1.0",
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


def unread_report() -> Report:
    """A scan: one picture, no text."""
    nothing = Guess(value="other")
    return Report(
        document=Document(
            source=Source(name="scan.pdf", sha256="1" * 64, kind="pdf", size=10),
            text="",
            coverage=0.0,
            pages=(Page(number=1, span=Span(0, 0), width=595, height=842, coverage=0.0),),
            gaps=(Gap(place=Place(page=1), reason="image", at=0),),
        ),
        facts=Facts(type=nothing, creditor_kind=Guess(value="unknown")),
        verdicts=(),
        checks=(),
        costs=(),
        limits=(),
        questions=(),
        as_of=date(2026, 11, 23),
        packs=("zh",),
        version="0.1.0",
    )


def _item(slug: str, severity: str, zh: str, en: str, ask: str = "") -> Item:
    text = RuleText(title=zh, why="", ask=(ask,) if ask else ())
    return Item(
        slug=slug, group="A", severity=severity, guide=("5",), basis=("cc.509",), zh=text, en=RuleText(title=en, why="")
    )


def _check(id: str, zh: str, en: str) -> CheckEntry:
    words = CheckText(title=zh, compares="", why=""), CheckText(title=en, compares="", why="")
    return CheckEntry(
        id=id,
        name=id,
        severity="high",
        serves=("pay-account",) if id == "A24" else (),
        basis=(),
        zh=words[0],
        en=words[1],
    )


TEXTS = Texts(
    items={
        i.slug: i
        for i in (
            _item("party-debtor", "high", "债务人信息", "debtor identity"),
            _item("plan-amount", "critical", "每期金额", "amount of each instalment"),
            _item("plan-grace", "medium", "宽限期", "grace period"),
            _item("coll-stop", "critical", "停止催收", "collection stops"),
            _item("default-accel", "critical", "加速到期", "acceleration"),
            _item("guarantor", "critical", "保证人", "guarantor"),
            _item("settle-cert", "critical", "结清证明", "settlement certificate", ask="还清后几日内出具结清证明？"),
        )
    },
    rules={
        "CN-R001": Rule(
            id="CN-R001",
            item="default-accel",
            name="acceleration-without-notice",
            kind="present",
            basis=("cc.562",),
            zh=RuleText(
                title="{n}期逾期，全部欠款即可被宣布到期", why="没有催告，也没有补救的期限。", ask=("几天之后？",)
            ),
            en=RuleText(
                title="One late instalment can make the whole debt due", why="There is no notice and no time to cure."
            ),
        )
    },
    checks={
        "A01": _check("A01", "各期合计与总额", "Sum of instalments"),
        "A02": _check("A02", "欠款构成", "Breakdown"),
        "A24": _check("A24", "收款户名", "Payee"),
    },
    reasons={
        "person": Words(zh="收款人是个人，不是债权人。", en="The payee is a person, not the creditor."),
        "no_parts": Words(zh="没有列出构成。", en="No parts are listed."),
    },
    laws={
        "cc.509": Law(
            key="cc.509",
            zh="民法典第509条：全面履行",
            en="Civil Code 509: performance",
            confidence="verified",
            source="x",
        ),
        "cc.562": Law(
            key="cc.562",
            zh="民法典第562条：约定解除",
            en="Civil Code 562: termination",
            confidence="unverified",
            source="x",
        ),
        "court24": Law(key="court24", zh="司法实践 24%", en="court practice 24%", confidence="unverified", source="x"),
    },
)
