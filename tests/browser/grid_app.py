"""A page of grids alone, for the browser tests: 30 pupils × 60 tasks, and a small one beside it."""

import streamlit as st

from charts.matrix import MatrixCell
from ui.grid import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look, draw_grid, matrix_grid

TASKS = 60
ODD_NAME = "Åse <b>Ø</b> & Søn"


def large_grid(chosen: str | None) -> Grid:
    """Pupils × tasks in six groups; every cell answers, and the row that was chosen last is outlined."""
    groups = tuple(HeaderCell(f"Område {number}", span=10) for number in range(6))
    signalord = tuple(HeaderCell("Undersøg") for _task in range(TASKS))
    return Grid(
        caption="Elever og opgaver",
        header_rows=(
            HeaderRow("Fagområde", (*groups, HeaderCell("")), look="group"),
            HeaderRow("Signalord", (*signalord, HeaderCell("I alt", look="head")), look="subhead"),
        ),
        rows=tuple(_pupil(number, chosen) for number in range(30)),
        group_starts=(10, 20, 30, 40, 50),
    )


def _pupil(number: int, chosen: str | None) -> GridRow:
    name = ODD_NAME if number == 0 else f"Elev {number}"
    looks: tuple[Look, ...] = ("zone-red", "zone-yellow", "zone-green")
    points = [(number + task) % 3 for task in range(TASKS)]
    cells = tuple(
        GridCell(
            str(point), looks[point], key=f"{number}/{task}", note=f"Celle {number}/{task}, <i>ark 1</i>"
        )
        for task, point in enumerate(points)
    )
    total = GridCell(f"{sum(points)}/120", "strong")
    outlined = chosen is not None and chosen.startswith(f"{number}/")
    return GridRow(GridCell(name, key=f"pupil-{number}"), (*cells, total), chosen=outlined)


def small_grid() -> Grid:
    """Levels, a missing one and an arrow; no cell of it answers."""
    row = GridRow(
        GridCell("Ida"), (GridCell("–", "missing"), GridCell("2", "level-2"), GridCell("▼2", "arrow"))
    )
    headings = (HeaderCell("Efterår"), HeaderCell("Forår"), HeaderCell(""))
    return Grid("Vurderinger", (HeaderRow("Elev", headings),), (row,))


def matrix() -> Grid:
    """One sure and one unsure cell of fagområde × signalord."""
    cells = [
        MatrixCell("Algebra", "Vis", 0.82, 4, "green", full=True, note="", key="algebra/vis"),
        MatrixCell("Tal", "Skriv", 0.33, 1, "red", full=False, note="Opgave 2", key="tal/skriv"),
    ]
    return matrix_grid("Fagområde og signalord", ["Algebra", "Tal"], ["Vis", "Skriv"], cells)


def page() -> None:
    """The grids, and under each what Python heard from it."""
    st.button("Kør igen")
    chosen = st.session_state.get("chosen")
    activated = draw_grid(large_grid(chosen), key="large", height=500)
    if activated is not None:
        st.session_state["chosen"] = activated
        st.rerun()
    st.text(f"valgt: {chosen}")
    st.text(f"lille: {draw_grid(small_grid(), key='small')}")
    st.text(f"felt: {draw_grid(matrix(), key='matrix')}")


if __name__ == "__main__":  # as `streamlit run` has it; the tests import the name above
    page()
