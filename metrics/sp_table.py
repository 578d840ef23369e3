"""The S–P table: pupils by how many tasks they solved, tasks by how many pupils solved them."""

from dataclasses import dataclass

from metrics.score_matrix import ScoreMatrix


@dataclass(frozen=True)
class SpTable:
    """The order of rows and columns (counted from 0 in the matrix) and the two lines.

    `s_line` gives, for each row from the top, after how many columns the pupils' line stands: the tasks that
    pupil solved. `p_line` gives, for each column from the left, below how many rows the tasks' line stands:
    the pupils who solved it. Where answers are missing, both are of as many as there are columns and rows.
    """

    pupils: tuple[int, ...]
    tasks: tuple[int, ...]
    s_line: tuple[int, ...]
    p_line: tuple[int, ...]


def sp_table(matrix: ScoreMatrix) -> SpTable:
    """The S–P table of a test; ties by points, then in class-list and paper order.

    A task counts as solved from half its maximum. Source: Sato 1975.
    """
    rows = matrix.solved
    columns = [[row[task] for row in rows] for task in range(len(matrix.tasks))]
    pupils = sorted(range(len(rows)), key=lambda i: (-_part(rows[i]), -(matrix.total(i) or 0.0), i))
    tasks = sorted(range(len(columns)), key=lambda j: (-_part(columns[j]), -_share(matrix, j), j))
    return SpTable(
        tuple(pupils),
        tuple(tasks),
        tuple(_of_all(rows[i], len(columns)) for i in pupils),
        tuple(_of_all(columns[j], len(rows)) for j in tasks),
    )


def _part(solved: tuple[bool | None, ...] | list[bool | None]) -> float:
    """The part that was solved of what was answered."""
    known = [s for s in solved if s is not None]
    return sum(known) / len(known) if known else 0.0


def _of_all(solved: tuple[bool | None, ...] | list[bool | None], count: int) -> int:
    return int(_part(solved) * count + 0.5)


def _share(matrix: ScoreMatrix, task: int) -> float:
    points, maximum = matrix.answered(task), matrix.maxima[task]
    return sum(points) / (len(points) * maximum) if points and maximum else 0.0
