"""Tables drawn with rules: pdfplumber finds the cells, PDFium's characters fill them."""

import logging
from typing import Any

import msgspec

from agreecheck.read.page import Drawing, Line, Rect

_SNAP = 3.0  # points; rules closer than this are one
_SHORTEST = 5.0  # points; shorter strokes draw letters or ticks, not tables
_MOST_RULES = 6000


class Box(msgspec.Struct, frozen=True):
    """One cell on the page, with its row and column."""

    row: int
    col: int
    rowspan: int
    colspan: int
    rect: Rect


class Frame(msgspec.Struct, frozen=True):
    """A table on one page: its outline, the columns' edges and its cells."""

    rect: Rect
    edges: tuple[float, ...]
    boxes: tuple[Box, ...]
    page: int
    ruled: bool = True
    spans: tuple[tuple[float, float], ...] = ()  # of columns without rules


def find_frames(drawing: Drawing, page: int) -> list[Frame]:
    """The ruled tables of a page, from top to bottom; frames around text and lone lines are none."""
    rules = [r for r in drawing.rules if max(r[2] - r[0], r[3] - r[1]) >= _SHORTEST]
    if not _may_hold_table(rules) or len(rules) > _MOST_RULES:
        return []
    table = _table_functions()
    edges = table.merge_edges(
        [_edge(r) for r in rules],
        snap_x_tolerance=_SNAP,
        snap_y_tolerance=_SNAP,
        join_x_tolerance=_SNAP,
        join_y_tolerance=_SNAP,
    )
    cells = table.intersections_to_cells(table.edges_to_intersections(edges, _SNAP, _SNAP))
    frames = [_frame(group, page) for group in table.cells_to_tables(cells)]
    return sorted((f for f in frames if f is not None), key=lambda f: f.rect[1])


def _table_functions() -> Any:
    """pdfplumber's table geometry; imported only for pages that have rules."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    from pdfplumber import table

    return table


def _may_hold_table(rules: list[Rect]) -> bool:
    upright = {round(r[0]) for r in rules if r[3] - r[1] > r[2] - r[0]}
    level = {round(r[1]) for r in rules if r[3] - r[1] <= r[2] - r[0]}
    return (len(upright) >= 3 and len(level) >= 2) or (len(upright) >= 2 and len(level) >= 3)


def _edge(rule: Rect) -> dict[str, Any]:
    """A rule as pdfplumber's edge: a line through its middle."""
    x0, top, x1, bottom = rule
    if bottom - top > x1 - x0:
        x = (x0 + x1) / 2
        return {
            "x0": x,
            "x1": x,
            "top": top,
            "bottom": bottom,
            "width": 0.0,
            "height": bottom - top,
            "orientation": "v",
        }
    y = (top + bottom) / 2
    return {"x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0.0, "orientation": "h"}


def _frame(cells: list[Rect], page: int) -> Frame | None:
    """Rows and columns from the cells' edges; None for what has only one column."""
    xs = _snapped([x for c in cells for x in (c[0], c[2])])
    ys = _snapped([y for c in cells for y in (c[1], c[3])])
    if len(xs) < 3 or len(ys) < 2:
        return None
    boxes = []
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        col, row = _nearest(xs, cell[0]), _nearest(ys, cell[1])
        colspan, rowspan = _nearest(xs, cell[2]) - col, _nearest(ys, cell[3]) - row
        if colspan > 0 and rowspan > 0:
            boxes.append(Box(row=row, col=col, rowspan=rowspan, colspan=colspan, rect=cell))
    return Frame(rect=(xs[0], ys[0], xs[-1], ys[-1]), edges=tuple(xs), boxes=tuple(boxes), page=page)


def _snapped(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SNAP:
            kept.append(value)
    return kept


def _nearest(values: list[float], value: float) -> int:
    return min(range(len(values)), key=lambda i: abs(values[i] - value))


def fill(frame: Frame, lines: list[Line]) -> tuple[dict[int, list[Line]], list[Line]]:
    """Lines cut into cells by the middle of each character: cell index to its lines, and what stands outside."""
    inside: dict[int, list[Line]] = {}
    outside: list[Line] = []
    x0, top, x1, bottom = frame.rect
    for line in lines:
        if not (top - 1 <= line.middle <= bottom + 1 and line.x1 > x0 and line.x0 < x1):
            outside.append(line)
            continue
        for index, part in _cut(frame, line):
            if index < 0:
                outside.append(part)
            else:
                inside.setdefault(index, []).append(part)
    return inside, outside


def _cut(frame: Frame, line: Line) -> list[tuple[int, Line]]:
    parts: list[tuple[int, int, int]] = []  # cell, start, end
    row = [(i, b.rect) for i, b in enumerate(frame.boxes) if b.rect[1] - 1 <= line.middle <= b.rect[3] + 1]
    for at, char in enumerate(line.text):
        if char.isspace():
            continue
        x = (line.xs[2 * at] + line.xs[2 * at + 1]) / 2
        cell = next((i for i, r in row if r[0] <= x < r[2]), -1)
        if parts and parts[-1][0] == cell:
            parts[-1] = (cell, parts[-1][1], at + 1)
        else:
            parts.append((cell, at, at + 1))
    return [(cell, line.part(start, end)) for cell, start, end in parts]
