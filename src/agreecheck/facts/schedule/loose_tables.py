"""Rows of a plan that stand as plain lines (1  2026-10-25  1,000.00), without rules and without cells."""

import re
from collections.abc import Sequence

from agreecheck.expressions import compiled
from agreecheck.facts.reading import Reading
from agreecheck.facts.schedule.columns import meaning
from agreecheck.model.document import Cell, Table
from agreecheck.model.span import Span

_DATE = r"\d{4}(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2}日)前?"
_SUM = r"[¥$]?\d[\d,]*(?:\.\d+)?元?"
_ROW = compiled(rf"[ \t]*(?:第?[\d一二三四五六七八九十]{{1,4}}期?[ \t]+)?{_DATE}(?:[ \t]+{_SUM}){{1,6}}[ \t]*")
_TOTAL = compiled(rf"[ \t]*(?:合计|总计|共计|total):?(?:[ \t]+{_SUM}){{1,6}}[ \t]*", re.IGNORECASE)
_WORD = compiled(r"\S+")


def loose_tables(reading: Reading) -> tuple[Table, ...]:
    """Runs of at least two such lines outside of all tables, with the line of headers above them if there is one."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", reading.folded)]
    taken = [t.span for t in reading.document.tables]
    result: list[Table] = []
    run: list[Span] = []
    for line in [*lines, Span(len(reading.folded), len(reading.folded))]:
        words = line.slice(reading.folded)
        if _ROW.fullmatch(words) and not any(t.overlaps(line) for t in taken):
            run.append(line)
            continue
        if len(run) > 1:
            ends = [line] if _TOTAL.fullmatch(words) else []
            result.append(_table(reading, _header(reading, lines, run), run + ends))
        run = []
    return tuple(result)


def _header(reading: Reading, lines: Sequence[Span], run: Sequence[Span]) -> list[Span]:
    """The words of the line above, if they name as many columns as the rows have."""
    at = lines.index(run[0])
    above = _words(reading, lines[at - 1]) if at else []
    known = [w for w in above if meaning(w.slice(reading.folded), reading.pack)]
    return above if len(known) > 1 and len(above) == len(_words(reading, run[0])) else []


def _words(reading: Reading, line: Span) -> list[Span]:
    return [Span(line.start + m.start(), line.start + m.end()) for m in _WORD.finditer(line.slice(reading.folded))]


def _table(reading: Reading, header: Sequence[Span], run: Sequence[Span]) -> Table:
    """The lines as a table; a shorter line of sums is set flush right."""
    rows = [list(header)] if header else []
    rows += [_words(reading, line) for line in run]
    width = max(map(len, rows))
    cells = []
    for number, row in enumerate(rows):
        shift = width - len(row)
        for at, span in enumerate(row):
            cells.append(Cell(row=number, col=at if at == 0 else at + shift, span=span))
    start = header[0].start if header else run[0].start
    return Table(span=Span(start, run[-1].end), cells=tuple(cells), header_rows=int(bool(header)))
