"""Where drawn rules cross, and the cells between them. The rules of a table need not meet exactly."""

from collections.abc import Iterator

from agreecheck.read.page import Rect

Line = tuple[float, float, float]  # where it lies, where it begins, where it ends
Point = tuple[float, float]
Crossings = dict[Point, tuple[set[Line], set[Line]]]  # the upright and the level lines through a point


def tables(rules: list[Rect], near: float) -> list[list[Rect]]:
    """Cells in groups that share corners, from top to bottom; a cell alone is no table.

    Rules at most ``near`` points apart are one, and so far they may fall short of each other.
    """
    upright = [((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in rules if bottom - top > x1 - x0]
    level = [((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in rules if bottom - top <= x1 - x0]
    crossings = _crossings(_joined(upright, near), _joined(level, near), near)
    groups = _groups(list(_cells(crossings)))
    return sorted((g for g in groups if len(g) > 1), key=lambda g: min((top, x0) for x0, top, _, _ in g))


def _joined(lines: list[Line], near: float) -> list[Line]:
    """Lines side by side moved to their mean, then those that meet end to end made one."""
    joined: list[Line] = []
    for side_by_side in _neighbours(lines, near):
        mean = sum(at for at, _, _ in side_by_side) / len(side_by_side)
        ends: list[tuple[float, float]] = []
        for start, stop in sorted((start, stop) for _, start, stop in side_by_side):
            if ends and start <= ends[-1][1] + near:
                ends[-1] = (ends[-1][0], max(ends[-1][1], stop))
            else:
                ends.append((start, stop))
        joined += [(mean, start, stop) for start, stop in ends]
    return joined


def _neighbours(lines: list[Line], near: float) -> Iterator[list[Line]]:
    """Lines in groups, each at most ``near`` from the one before it."""
    group: list[Line] = []
    for line in sorted(lines, key=lambda line: line[0]):
        if group and line[0] > group[-1][0] + near:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _crossings(upright: list[Line], level: list[Line], near: float) -> Crossings:
    crossings: Crossings = {}
    for one in upright:
        x, top, bottom = one
        for other in level:
            y, left, right = other
            if top - near <= y <= bottom + near and left - near <= x <= right + near:
                through = crossings.setdefault((x, y), (set(), set()))
                through[0].add(one)
                through[1].add(other)
    return crossings


def _cells(crossings: Crossings) -> Iterator[Rect]:
    """For each point the smallest rectangle below and right of it whose four sides are drawn."""
    down: dict[float, list[float]] = {}
    across: dict[float, list[float]] = {}
    for x, y in sorted(crossings):
        down.setdefault(x, []).append(y)
        across.setdefault(y, []).append(x)

    def drawn(one: Point, other: Point) -> bool:
        upright = one[0] == other[0]
        return not crossings[one][not upright].isdisjoint(crossings[other][not upright])

    for x, y in sorted(crossings):
        corners = (
            (right, below)
            for below in down[x]
            if below > y and drawn((x, y), (x, below))
            for right in across[y]
            if right > x and drawn((x, y), (right, y))
            if (right, below) in crossings
            if drawn((right, below), (right, y)) and drawn((right, below), (x, below))
        )
        if corner := next(corners, None):
            yield (x, y, *corner)


def _groups(cells: list[Rect]) -> list[list[Rect]]:
    """Cells that share corners, directly or through others."""
    groups: list[tuple[set[Point], list[Rect]]] = []
    for cell in cells:
        x0, top, x1, bottom = cell
        corners = {(x0, top), (x0, bottom), (x1, top), (x1, bottom)}
        touched = [group for group in groups if not group[0].isdisjoint(corners)]
        groups = [group for group in groups if group not in touched]
        groups.append((corners.union(*(c for c, _ in touched)), [*(one for _, held in touched for one in held), cell]))
    return [held for _, held in groups]
