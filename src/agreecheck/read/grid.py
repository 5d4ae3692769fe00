"""Cells from rules: a net of lines cut into squares, squares with no rule between them joined."""

from collections import defaultdict

from agreecheck.read.page import Rect

SNAP = 3.0  # points; rules closer than this are one
_Line = tuple[float, float, float]  # where it stands, start, end


def find_grids(rules: list[Rect]) -> list[tuple[tuple[float, ...], tuple[float, ...], list[tuple[int, int, int, int]]]]:
    """Each net of rules that touch: its column edges, row edges, and cells as (row, column, rows, columns)."""
    upright = [((r[0] + r[2]) / 2, r[1], r[3]) for r in rules if r[3] - r[1] > r[2] - r[0]]
    level = [((r[1] + r[3]) / 2, r[0], r[2]) for r in rules if r[3] - r[1] <= r[2] - r[0]]
    upright, level = _merged(upright), _merged(level)
    found = []
    for columns, rows in _nets(upright, level):
        ends = [x for _, a, b in rows for x in (a, b)]
        xs = _edges([x for x, _, _ in columns], min(ends, default=0.0), max(ends, default=0.0))
        ends = [y for _, a, b in columns for y in (a, b)]
        ys = _edges([y for y, _, _ in rows], min(ends, default=0.0), max(ends, default=0.0))
        if len(xs) >= 3 and len(ys) >= 2:
            found.append((xs, ys, _cells(xs, ys, columns, rows)))
    return found


def _merged(lines: list[_Line]) -> list[_Line]:
    """Rules on one line that touch or overlap, as one."""
    out: list[_Line] = []
    groups: list[list[_Line]] = []
    for line in sorted(lines):
        if groups and line[0] - groups[-1][-1][0] <= SNAP and line[0] - groups[-1][0][0] <= 2 * SNAP:
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        at = sum(g[0] for g in group) / len(group)
        start, end = None, 0.0
        for _, a, b in sorted(group, key=lambda g: g[1]):
            if start is None or a > end + SNAP:
                if start is not None:
                    out.append((at, start, end))
                start, end = a, b
            end = max(end, b)
        if start is not None:
            out.append((at, start, end))
    return out


def _nets(upright: list[_Line], level: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Rules that cross or meet, together."""
    parent = list(range(len(upright) + len(level)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, (x, top, bottom) in enumerate(upright):
        for j, (y, left, right) in enumerate(level):
            if left - SNAP <= x <= right + SNAP and top - SNAP <= y <= bottom + SNAP:
                parent[root(len(upright) + j)] = root(i)
    nets: dict[int, tuple[list[_Line], list[_Line]]] = defaultdict(lambda: ([], []))
    for i, line in enumerate(upright):
        nets[root(i)][0].append(line)
    for j, line in enumerate(level):
        nets[root(len(upright) + j)][1].append(line)
    return [net for net in nets.values() if net[0] and net[1]]


def _edges(values: list[float], low: float, high: float) -> tuple[float, ...]:
    """Edges with the ends of the crossing rules, where a table has no rule at its side."""
    kept: list[float] = []
    for value in sorted([*values, low, high]):
        if not kept or value - kept[-1] > 2 * SNAP:
            kept.append(value)
    return tuple(kept)


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], columns: list[_Line], rows: list[_Line]
) -> list[tuple[int, int, int, int]]:
    """Squares joined where no rule parts them, as rectangles."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in taken:
                continue
            wide = 1
            while (
                c + wide < len(xs) - 1
                and (r, c + wide) not in taken
                and not _parted(columns, xs[c + wide], ys[r], ys[r + 1])
            ):
                wide += 1
            high = 1
            while r + high < len(ys) - 1 and not any(
                _parted(rows, ys[r + high], xs[k], xs[k + 1]) for k in range(c, c + wide)
            ):
                high += 1
            taken |= {(r + i, c + k) for i in range(high) for k in range(wide)}
            cells.append((r, c, high, wide))
    return cells


def _parted(lines: list[_Line], at: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(abs(line[0] - at) <= 2 * SNAP and line[1] - SNAP <= middle <= line[2] + SNAP for line in lines)
