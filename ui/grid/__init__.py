"""The grid that draws pupils × tasks, pupils × rounds and the preview of a sheet."""

from ui.grid.component import draw_grid
from ui.grid.matrix import matrix_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look

__all__ = ["Grid", "GridCell", "GridRow", "HeaderCell", "HeaderRow", "Look", "draw_grid", "matrix_grid"]
