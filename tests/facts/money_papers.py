"""Small papers for tests: a text with a paragraph a line, tables as rows between ``|``; and what was understood."""

from agreecheck.facts.money.find import MoneyFacts, money_facts
from agreecheck.facts.reading import Reading
from agreecheck.model.document import Block, Cell, Document, Source, Table
from agreecheck.model.fact import Guess
from agreecheck.model.span import Span
from agreecheck.text.fold import fold
from agreecheck.text.scan import scan


def paper(text: str, language: str = "zh-Hans") -> Document:
    """A document; consecutive lines that begin with ``|`` are one table, cells parted by ``|``."""
    out, blocks, tables = "", [], []
    rows: list[list[str]] = []
    for line in [*text.strip("\n").split("\n"), ""]:
        line = line.strip()
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            table, words = _table(rows, len(out))
            tables.append(table)
            blocks.append(Block(kind="table", span=table.span))
            out += words + "\n"
            rows = []
        if line:
            blocks.append(Block(kind="paragraph", span=Span(len(out), len(out) + len(line))))
            out += line + "\n"
    return Document(
        source=Source(name="paper", sha256="", kind="text", size=0),
        text=out,
        language=language,
        blocks=tuple(blocks),
        tables=tuple(tables),
    )


def _table(rows: list[list[str]], start: int) -> tuple[Table, str]:
    words, cells = "", []
    for r, row in enumerate(rows):
        words += "\n" if r else ""
        for c, text in enumerate(row):
            words += "\t" if c else ""
            at = start + len(words)
            cells.append(Cell(row=r, col=c, span=Span(at, at + len(text))))
            words += text
    return Table(span=Span(start, start + len(words)), cells=tuple(cells)), words


def money_of(text: str, type_: str = "loan_instalment", language: str = "zh-Hans") -> MoneyFacts:
    """What the money step understands of a small paper."""
    document = paper(text, language)
    reading = Reading(
        document=document,
        folded=fold(document.text),
        mentions=scan(document.text),
        pack="en" if language == "en" else "zh",
    )
    return money_facts(reading, (), Guess(value=type_))


def sums(text: str, type_: str = "loan_instalment", language: str = "zh-Hans") -> set[tuple[str, str | None]]:
    """Values (two decimals) and roles of all amounts."""
    return {(f"{a.value:.2f}", a.role) for a in money_of(text, type_, language).amounts}


def days(text: str, type_: str = "loan_instalment", language: str = "zh-Hans") -> set[tuple[str, str | None]]:
    """Values and roles of all existing dates."""
    return {(d.value.isoformat(), d.role) for d in money_of(text, type_, language).dates if d.value}


def rows(text: str, type_: str = "loan_instalment", language: str = "zh-Hans") -> list[tuple[int, str, str]]:
    """Number, due date and total of every instalment."""
    schedule = money_of(text, type_, language).schedule
    return [(i.number, str(i.due), f"{i.total:.2f}") for i in schedule.instalments] if schedule else []
