"""Rules promise cells: whatever four drawn sides enclose, however badly the rules meet."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table

from agreecheck.read.lattice import tables

NEAR = 3.0


def level(y: float, x0: float, x1: float) -> tuple[float, float, float, float]:
    return (x0, y, x1, y)


def upright(x: float, top: float, bottom: float) -> tuple[float, float, float, float]:
    return (x, top, x, bottom)


def test_two_cells_side_by_side() -> None:
    rules = [level(0, 0, 40), level(10, 0, 40), upright(0, 0, 10), upright(20, 0, 10), upright(40, 0, 10)]
    assert tables(rules, NEAR) == [[(0, 0, 20, 10), (20, 0, 40, 10)]]


def test_rules_that_miss_each_other_a_little_and_doubled_ones_make_the_same_cells() -> None:
    rules = [level(0, 2, 18), level(0, 20, 38), level(9, 0, 40), level(11, 0, 40)]
    rules += [upright(0, 1, 10), upright(20, 0, 7.5), upright(40, 2, 10)]
    assert tables(rules, NEAR) == [[(0, 0, 20, 10), (20, 0, 40, 10)]]


def test_a_merged_cell_is_one_and_a_lone_frame_is_no_table() -> None:
    merged = [level(0, 0, 40), level(10, 0, 40), level(20, 0, 40)]
    merged += [upright(0, 0, 20), upright(20, 10, 20), upright(40, 0, 20)]
    lone = [level(100, 0, 40), level(120, 0, 40), upright(0, 100, 120), upright(40, 100, 120)]
    assert tables(merged + lone, NEAR) == [[(0, 0, 40, 10), (0, 10, 20, 20), (20, 10, 40, 20)]]


PLACES = st.integers(0, 12).map(lambda n: n * 4.0)  # apart by more than NEAR: means are exact
RULES = st.lists(
    st.builds(
        lambda upright_, at, ends: (at, ends[0], at, ends[1]) if upright_ else (ends[0], at, ends[1], at),
        st.booleans(),
        PLACES,
        st.tuples(PLACES, PLACES).map(sorted).filter(lambda ends: ends[1] > ends[0]),
    ),
    max_size=24,
)


@given(RULES)
def test_it_finds_what_pdfplumber_finds(rules: list[tuple[float, float, float, float]]) -> None:
    edges = [
        {
            "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
            "orientation": "v" if bottom > top else "h",
        }
        for x0, top, x1, bottom in rules
    ]  # fmt: skip
    merged = table.merge_edges(edges, NEAR, NEAR, NEAR, NEAR)
    cells = table.intersections_to_cells(table.edges_to_intersections(merged, NEAR, NEAR))
    expected = [rounded(group) for group in table.cells_to_tables(cells)]
    assert [rounded(group) for group in tables(rules, NEAR)] == expected


def rounded(cells: list[tuple[float, float, float, float]]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(n, 6) for n in cell) for cell in cells)
