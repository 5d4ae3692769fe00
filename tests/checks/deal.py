"""Small papers for the tests: a text, and facts that stand in it."""

from datetime import date
from decimal import Decimal
from typing import Any

from agreecheck.checks import compute
from agreecheck.model.document import Document, Source
from agreecheck.model.fact import (
    Account,
    Amount,
    Breakdown,
    Conflict,
    Day,
    Facts,
    Guess,
    Instalment,
    Party,
    Rate,
    Schedule,
    Term,
    WordsAndDigits,
)
from agreecheck.model.finding import CheckResult, Computed
from agreecheck.model.law import LawBook
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

LAW = decode(folder("zh") / "law.toml", LawBook)
AS_OF = date(2026, 11, 1)


class Deal:
    """Gathers facts; each stands at a line of its own, so every span is real."""

    def __init__(self, type_: str = "loan_instalment", creditor: str = "unknown", currency: str = "CNY") -> None:
        self.lines: list[str] = []
        self.type, self.creditor, self.currency = type_, creditor, currency
        self.lists: dict[str, list[Any]] = {}
        self.plan: Schedule | None = None

    def at(self, words: str) -> Span:
        start = sum(len(line) + 1 for line in self.lines)
        self.lines.append(words)
        return Span(start, start + len(words))

    def add(self, kind: str, value: Any) -> "Deal":
        self.lists.setdefault(kind, []).append(value)
        return self

    def make(self, value: str, role: str | None = None, words: str = "") -> Amount:
        return Amount(value=Decimal(value), currency=self.currency, role=role, span=self.at(words or f"{value}元"))

    def amount(self, value: str, role: str, words: str = "") -> "Deal":
        return self.add("amounts", self.make(value, role, words))

    def day(self, value: str, role: str, words: str = "") -> "Deal":
        span = self.at(words or value)
        return self.add("dates", Day(value=date.fromisoformat(value), role=role, span=span, written=words or value))

    def no_day(self, words: str, role: str) -> "Deal":
        return self.add("dates", Day(value=None, role=role, span=self.at(words), written=words, real=False))

    def rate(self, percent: str, period: str, role: str, base: str = "", words: str = "") -> "Deal":
        span = self.at(words or f"{percent}%")
        return self.add("rates", Rate(percent=Decimal(percent), period=period, role=role, base=base, span=span))

    def term(self, count: int, unit: str = "instalment", role: str = "plan") -> "Deal":
        return self.add("terms", Term(count=count, unit=unit, role=role, span=self.at(f"{count}期")))

    def breakdown(self, kind: str, whole: str, *parts: str) -> "Deal":
        made = tuple(self.make(p) for p in parts)
        return self.add("breakdowns", Breakdown(kind=kind, parts=made, whole=self.make(whole), span=self.at(kind)))

    def words(self, words: str, value: str, digits: str) -> "Deal":
        pair = WordsAndDigits(words=self.make(value, words=words), digits=self.make(digits))
        return self.add("pairs", pair)

    def conflict(self, fact: str, *values: str) -> "Deal":
        spans = tuple(self.at(v) for v in values)
        return self.add("conflicts", Conflict(fact=fact, values=values, spans=spans))

    def party(self, role: str, name: str, person: bool = False) -> "Deal":
        return self.add("parties", Party(role=role, name=name, person=person, span=self.at(name)))

    def account(self, holder: str, person: bool = False, qr_code: bool = False) -> "Deal":
        return self.add(
            "accounts", Account(holder=holder, span=self.at(holder or "收款码"), person=person, qr_code=qr_code)
        )

    def rows(self, *rows: tuple[str, str], numbers: tuple[int, ...] = (), total: str = "", **more: Any) -> "Deal":
        """Rows as (due, total); ``total`` is what a total row says."""
        made = tuple(
            Instalment(number=n, due=date.fromisoformat(due), total=Decimal(sum_), span=self.at(f"{n} {due} {sum_}"))
            for n, (due, sum_) in zip(numbers or range(1, len(rows) + 1), rows, strict=True)
        )
        stated = self.make(total) if total else None
        self.plan = Schedule(
            origin="table", instalments=made, span=self.at("计划"), currency=self.currency, stated_total=stated, **more
        )
        return self

    def parts(self, *rows: tuple[str, str, str, str]) -> "Deal":
        """Rows as (due, principal, interest, total)."""
        made = tuple(
            Instalment(
                number=n, due=date.fromisoformat(due), principal=Decimal(p), interest=Decimal(i), total=Decimal(t),
                span=self.at(f"{n} {due} {p} {i} {t}"),
            )
            for n, (due, p, i, t) in enumerate(rows, 1)
        )  # fmt: skip
        self.plan = Schedule(origin="table", instalments=made, span=self.at("计划"), currency=self.currency)
        return self

    def facts(self) -> Facts:
        lists = {kind: tuple(values) for kind, values in self.lists.items()}
        return Facts(
            type=Guess(value=self.type), creditor_kind=Guess(value=self.creditor), currency=self.currency,
            schedule=self.plan, **lists,
        )  # fmt: skip

    def document(self) -> Document:
        text = "\n".join(self.lines)
        return Document(source=Source(name="t", sha256="", kind="text", size=len(text)), text=text)

    def compute(self, law: LawBook = LAW, as_of: date = AS_OF) -> Computed:
        return compute(self.document(), self.facts(), law, as_of)

    def check(self, id_: str, **options: Any) -> CheckResult:
        return next(c for c in self.compute(**options).checks if c.id == id_)


def monthly(first: str, count: int, each: str, last: str = "") -> list[tuple[str, str]]:
    """``count`` rows a month apart from ``first`` (a day up to the 28th)."""
    begin = date.fromisoformat(first)
    months = [begin.month - 1 + k for k in range(count)]
    sums = [each] * (count - 1) + [last or each]
    return [
        (date(begin.year + m // 12, m % 12 + 1, begin.day).isoformat(), s) for m, s in zip(months, sums, strict=True)
    ]
