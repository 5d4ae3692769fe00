"""One story of a Word document (body, header, note): a walk over its XML that gives paragraphs and tables."""

from typing import Any

from agreecheck.model.document import Note
from agreecheck.model.span import Place
from agreecheck.read.flow import Align, Grid, GridCell, Hole, Item, Paragraph, Run, header_rows
from agreecheck.read.layout import is_heading
from agreecheck.read.numbering import Numbering
from agreecheck.read.wordxml import (
    GONE,
    MATH,
    MC,
    OFF,
    TRANSPARENT,
    W14,
    Styles,
    W,
    is_on,
    mark_of,
    number,
    outermost,
    through,
    value,
)

_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_A4 = 7560000 * 10692000  # square EMU
_LARGE = 0.12  # of a page; smaller pictures are logos and seals
_BLANK = "____"


class _Writing:
    """A paragraph being read: its runs, split where a line is broken by hand, and remarks."""

    def __init__(self) -> None:
        self.lines: list[list[Run]] = [[]]
        self.remarks: list[Note] = []
        self.after: list[Item] = []  # text boxes and holes that hang on this paragraph

    @property
    def empty(self) -> bool:
        return not any(run.text.strip() for line in self.lines for run in line)


class Story:
    """Walks one part. ``cited`` collects notes referred to, ``pictures`` sizes of images in pages of A4."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering | None = None,
        comments: dict[str, Note] | None = None,
        part: str = "body",
    ) -> None:
        self._styles, self._numbering, self._comments, self._part = styles, numbering, comments or {}, part
        self.cited: set[str] = set()
        self.pictures: list[float] = []
        self._count = 0
        self._items: list[Item] = []
        self._carried: _Writing | None = None  # a paragraph whose end was deleted goes on in the next

    def read(self, root: Any) -> list[Item]:
        """All paragraphs and tables below ``root``."""
        outer, self._items = self._items, []
        self._blocks(root)
        found, self._items = self._items, outer
        return found

    def _blocks(self, parent: Any) -> None:
        for node in parent:
            tag = node.tag
            if tag == f"{W}p":
                self._paragraph(node)
            elif tag == f"{W}tbl":
                self._table(node)
            elif tag == f"{W}sdt":
                content = node.find(f"{W}sdtContent")
                if content is not None:
                    self._blocks(content)
            elif tag in TRANSPARENT:
                self._blocks(node)
            elif tag == f"{MC}AlternateContent":
                choice = node.find(f"{MC}Choice")
                if choice is not None:
                    self._blocks(choice)
            elif tag == f"{W}altChunk":
                self._items.append(Hole(place=Place(part=self._part), reason="error"))

    # ------------------------------------------------------------------ paragraphs
    def _paragraph(self, node: Any) -> None:
        self._count += 1
        properties = node.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        writing = self._carried or _Writing()
        carried, self._carried = self._carried is not None, None
        self._inline(node, writing, self._styles.hides(style))
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = writing
            return
        mark = "" if (carried and writing.empty) or self._numbering is None else self._numbering.mark(properties, style)
        if mark and not writing.empty:
            writing.lines[0].insert(0, Run(text=mark, place=self._place(0)))
        align = self._alignment(properties, style)
        kind = self._styles.kind(style)
        for i, line in enumerate(writing.lines):
            remarks = tuple(writing.remarks) if i == 0 else ()
            if kind == "paragraph" and align == "centre" and is_heading("".join(run.text for run in line)):
                kind = "heading"
            if line or remarks:
                self._items.append(Paragraph(runs=tuple(line), kind=kind, align=align, remarks=remarks))
        self._items += writing.after

    def _alignment(self, properties: Any | None, style: str) -> Align:
        jc = value(properties.find(f"{W}jc")) if properties is not None else ""
        jc = jc or self._styles.align(style) or ""
        return "right" if jc in ("right", "end") else "centre" if jc == "center" else "left"

    def _place(self, run: int) -> Place:
        return Place(part=self._part, path=(self._count, run))

    def _inline(self, parent: Any, writing: _Writing, hidden: bool) -> None:
        for node in parent:
            tag = node.tag
            if tag == f"{W}r":
                self._run(node, writing, hidden)
            elif tag in TRANSPARENT:
                if tag in (f"{W}ins", f"{W}moveTo"):
                    self._changed(node, writing, "inserted", f"{W}t")
                self._inline(node, writing, hidden)
            elif tag in GONE:
                self._changed(node, writing, "deleted", f"{W}delText")
            elif tag == f"{W}sdt":
                self._control(node, writing, hidden)
            elif tag == f"{MC}AlternateContent":
                choice = node.find(f"{MC}Choice")
                self._inline(choice if choice is not None else (), writing, hidden)
            elif tag == f"{W}commentRangeStart" and node.get(f"{W}id") in self._comments:
                writing.remarks.append(self._comments[node.get(f"{W}id")])
            elif tag.startswith(MATH):
                self._say("".join(t.text or "" for t in node.iter(f"{MATH}t")), writing)

    def _changed(self, node: Any, writing: _Writing, kind: str, tag: str) -> None:
        words = "".join(t.text or "" for t in node.iter(tag, f"{W}t"))
        if words:
            values = {kind: words, "author": node.get(f"{W}author", ""), "date": node.get(f"{W}date", "")}
            writing.remarks.append(Note(kind="tracked_change", place=self._place(0), values=values))

    def _control(self, node: Any, writing: _Writing, hidden: bool) -> None:
        """A content control: its content, a check box as a mark, an unfilled one as a blank."""
        box = node.find(f"{W}sdtPr/{W14}checkbox")
        if box is not None:
            checked = box.find(f"{W14}checked")
            self._say("☑" if checked is not None and checked.get(f"{W14}val", "1") not in OFF else "□", writing)
        elif is_on(node.find(f"{W}sdtPr"), "showingPlcHdr"):
            self._say(_BLANK, writing)
        elif node.find(f"{W}sdtContent") is not None:
            self._inline(node.find(f"{W}sdtContent"), writing, hidden)

    def _run(self, node: Any, writing: _Writing, hidden: bool) -> None:
        properties = node.find(f"{W}rPr")
        own = is_on(properties, "vanish")
        style = value(properties.find(f"{W}rStyle")) if properties is not None else ""
        if own or (own is None and (hidden or self._styles.hides(style))):
            words = "".join(t.text or "" for t in node.iter(f"{W}t"))
            if words.strip():
                writing.remarks.append(
                    Note(kind="hidden_text", place=self._place(0), values={"text": words, "reason": "vanish"})
                )
            return
        for child in node:
            self._piece(child, writing)

    def _piece(self, node: Any, writing: _Writing) -> None:
        tag = node.tag
        if tag == f"{W}t":
            self._say(node.text or "", writing)
        elif tag in (f"{W}tab", f"{W}ptab"):
            self._say("\t", writing)
        elif tag in (f"{W}br", f"{W}cr"):
            writing.lines.append([])
        elif tag == f"{W}noBreakHyphen":
            self._say("-", writing)
        elif tag == f"{W}sym":
            self._say(mark_of(node.get(f"{W}char", "")), writing)
        elif tag == f"{W}fldChar":
            box = node.find(f"{W}ffData/{W}checkBox")
            if box is not None:
                checked = is_on(box, "checked")
                self._say("☑" if (checked if checked is not None else is_on(box, "default")) else "□", writing)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self.cited.add(f"{tag[len(W) : -len('Reference')]}{node.get(f'{W}id')}")
        elif tag == f"{W}ruby":
            base = node.find(f"{W}rubyBase")
            if base is not None:
                self._say("".join(t.text or "" for t in base.iter(f"{W}t")), writing)
        elif tag == f"{MC}AlternateContent":
            choice = node.find(f"{MC}Choice")
            for child in choice if choice is not None else ():
                self._piece(child, writing)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawing(node, writing)

    def _say(self, text: str, writing: _Writing) -> None:
        if text:
            line = writing.lines[-1]
            line.append(Run(text=text.replace("\n", " ").replace("\r", " "), place=self._place(len(line) + 1)))

    # ------------------------------------------------------------------ drawings
    def _drawing(self, node: Any, writing: _Writing) -> None:
        """Text boxes become paragraphs after this one; large pictures are holes."""
        part, self._part = self._part, "textbox" if self._part == "body" else self._part
        for box in outermost(node, f"{W}txbxContent"):
            writing.after += self.read(box)
        self._part = part
        if next(node.iter(_BLIP, _IMAGE), None) is None:
            return
        extent = next(node.iter(_EXTENT), None)
        size = number(extent.get("cx")) * number(extent.get("cy")) / _A4 if extent is not None else 0.0
        self.pictures.append(min(size, 1.0))
        if size >= _LARGE:
            writing.after.append(Hole(place=self._place(0), reason="image", share=min(size, 1.0)))

    # ------------------------------------------------------------------ tables
    def _table(self, node: Any) -> None:
        rows = through(node, f"{W}tr")
        cells: list[GridCell] = []
        open_merges: dict[int, int] = {}  # column: index in cells of the cell that goes on downwards
        inner: list[Item] = []
        at = header = 0
        remarks: list[Note] = []
        for row in rows:
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                words = "\t".join(
                    "".join(t.text or "" for t in c.iter(f"{W}delText", f"{W}t")) for c in through(row, f"{W}tc")
                )
                remarks.append(Note(kind="tracked_change", place=self._place(0), values={"deleted": words}))
                continue
            header += bool(is_on(properties, "tblHeader")) and header == at
            column = number(value(properties.find(f"{W}gridBefore"))) if properties is not None else 0
            for cell in through(row, f"{W}tc"):
                column = self._cell(cell, at, column, cells, open_merges, inner, remarks)
            at += 1
        if cells:
            self._items.append(
                Grid(cells=tuple(cells), header_rows=max(header, header_rows(cells)), remarks=tuple(remarks))
            )
        self._items += inner

    def _cell(
        self,
        node: Any,
        row: int,
        column: int,
        cells: list[GridCell],
        merges: dict[int, int],
        inner: list[Item],
        remarks: list[Note],
    ) -> int:
        """Read one cell; returns the next free column."""
        properties = node.find(f"{W}tcPr")
        span = max(number(value(properties.find(f"{W}gridSpan"))), 1) if properties is not None else 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        if merge is not None and merge.get(f"{W}val", "continue") == "continue" and column in merges:
            index = merges[column]
            old = cells[index]
            cells[index] = GridCell(
                row=old.row, col=old.col, runs=old.runs, rowspan=row - old.row + 1, colspan=old.colspan
            )
            self.read(node)
            return column + span
        runs: list[Run] = []
        for item in self.read(node):
            if isinstance(item, Paragraph):
                if item.text.strip():
                    runs += [Run(text="\n"), *item.runs] if runs else list(item.runs)
                remarks += item.remarks
            else:
                inner.append(item)
        merges.pop(column, None)
        if merge is not None:
            merges[column] = len(cells)
        cells.append(GridCell(row=row, col=column, runs=tuple(runs), colspan=span))
        return column + span
