"""Text files: UTF-8, UTF-16 or GB18030; tables by tabs or bars."""

import codecs
from collections.abc import Iterator, Sequence

from agreecheck.errors import ReadError
from agreecheck.expressions import compiled
from agreecheck.model.span import Place
from agreecheck.read.flow import Grid, GridCell, Item, Paragraph, Run
from agreecheck.read.wrapped import goes_on, joint, margin

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = compiled(r"[\x00-\x08\x0b\x0e-\x1f]")
_RULE = compiled(r"[\s|:+=-]+")
_HASHES = compiled(r"#{1,6}\s+")


def decode(data: bytes, name: str) -> str:
    """The text of a file. Raises ReadError where the bytes are no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(data.decode(encoding, "replace"), name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _checked(data.decode(encoding), name)
        except UnicodeDecodeError:
            continue
    raise _no_text(name)


def _checked(text: str, name: str) -> str:
    strange = len(_CONTROL.findall(text)) + text.count("\ufffd") + sum("\ue000" <= c <= "\uf8ff" for c in text)
    if strange * 50 > len(text):
        raise _no_text(name)
    return text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n")


def _no_text(name: str) -> ReadError:
    return ReadError(
        "this is no PDF, Word document or text.",
        where=name,
        todo="Save the agreement as PDF, .docx or .txt and try again.",
        code="not_text",
    )


def read_plain(data: bytes, name: str) -> Iterator[Item]:
    """Each line is a paragraph, with those it goes on in; neighbouring lines with tabs or bars are a table."""
    lines = decode(data, name).replace("\x0c", "\n").split("\n")
    at = margin([line for line in lines if _cells(line) is None])
    rows: list[tuple[int, list[str]]] = []
    open_: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        cells = _cells(line)
        if open_ and (cells is not None or not goes_on(open_[-1][1], line, at)):
            yield _paragraph(open_)
            open_ = []
        if cells is not None and (not rows or _fits(rows, cells)):
            rows.append((number, cells))
            continue
        yield from _table(rows)
        rows = []
        if cells is not None:
            rows.append((number, cells))
        elif line.strip():
            if _HASHES.match(line):
                yield _paragraph([(number, line)])
            else:
                open_.append((number, line))
    if open_:
        yield _paragraph(open_)
    yield from _table(rows)


def _paragraph(lines: Sequence[tuple[int, str]]) -> Paragraph:
    """Lines of one paragraph, each with its own place."""
    (number, first), *others = lines
    heading = _HASHES.match(first)
    runs = [Run(text=first[heading.end() :] if heading else first, place=_place(number))]
    for at, line in others:
        runs[-1] = Run(text=runs[-1].text.rstrip(), place=runs[-1].place)
        runs += [Run(text=joint(runs[-1].text, line)), Run(text=line.strip(), place=_place(at))]
    return Paragraph(runs=tuple(run for run in runs if run.text), kind="heading" if heading else "paragraph")


def _place(line: int) -> Place:
    return Place(path=(line,))


def _cells(line: str) -> list[str] | None:
    """The cells of a table row, None for other lines."""
    bar = line.strip()
    if bar.startswith("|") and bar.endswith("|") and bar.count("|") > 2:
        return [c.strip() for c in bar.strip("|").split("|")]
    if "\t" not in line.strip(" \t\u3000"):
        return None
    return [c.strip() for c in line.rstrip(" \t\u3000").strip(" \u3000").split("\t")]


def _fits(rows: list[tuple[int, list[str]]], cells: list[str]) -> bool:
    return abs(len(rows[0][1]) - len(cells)) <= 1 or len(cells) > 1


def _table(rows: list[tuple[int, list[str]]]) -> Iterator[Item]:
    kept = [(n, cells) for n, cells in rows if not all(_RULE.fullmatch(c) or not c for c in cells)]
    while kept and all(len(cells) > 1 and not cells[0] for _, cells in kept):
        kept = [(n, cells[1:]) for n, cells in kept]  # an indent
    if len(kept) < 2:
        for number, cells in kept:
            yield Paragraph(runs=(Run(text="\t".join(cells), place=_place(number)),))
        return
    yield Grid(
        cells=tuple(
            GridCell(row=row, col=col, runs=(Run(text=cell, place=_place(number)),))
            for row, (number, cells) in enumerate(kept)
            for col, cell in enumerate(cells)
        )
    )
