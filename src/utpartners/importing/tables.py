"""Find the tables in the sheets of a file, and say what each of their columns holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import UtpartnersError
from ..i18n import translated
from .columns import Guess, guess_columns
from .layout import find_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .columns import Use
    from .grid import Cell, Grid
    from .layout import Layout
    from .mapping import Map


class SheetTable(NamedTuple):
    """The table of a sheet, and what its columns hold."""

    sheet: str
    layout: Layout
    uses: list[Use]


class TableFinder:
    """Finds the table of each sheet. The guesses and notes are there once it has."""

    def __init__(
        self, path: str, map: Map, is_partner: Callable[[str], bool], header: int | None
    ) -> None:
        self._path = path
        self._map = map
        self._is_partner = is_partner
        self._header = header
        self.notes: list[str] = []
        self.guesses: dict[str, Guess] = {}
        """What each column of any sheet holds, and why."""

    def tables(self, grids: Sequence[Grid]) -> list[SheetTable]:
        """Return the tables that have a column of partners. Raises UtpartnersError for none."""
        found = []
        for grid in grids:
            self.notes += grid.notes
            table = self._table(grid)
            if table is not None:
                prefix = f"{grid.name}: " if len(grids) > 1 else ""
                self.notes += [prefix + note for note in table.layout.notes]
                found.append(table)
            elif len(grids) > 1:
                said = translated("The sheet '{sheet}' was not read: it has no column of partners.")
                self.notes.append(said.format(sheet=grid.name))
        if not found:
            raise self._no_partners(grids[0])
        return found

    def _table(self, grid: Grid) -> SheetTable | None:
        layout = find_layout(grid, self._header)
        if layout is None:
            return None
        given = self._map.columns
        guesses = guess_columns(layout.labels, _columns_of(layout), self._is_partner)
        for label, guess in zip(layout.labels, guesses, strict=True):
            said = Guess(given[label], translated("the map says so")) if label in given else guess
            self.guesses.setdefault(label, said)
        pairs = zip(layout.labels, guesses, strict=True)
        uses = [given.get(label, guess.use) for label, guess in pairs]
        if not any(use.field == "partner" for use in uses):
            return None
        unknown = [label for label in given if label not in layout.labels]
        if unknown and len(given) == len(unknown):
            said_of_map = translated("The map has no column of this sheet; its first is '{label}'.")
            self.notes.append(said_of_map.format(label=unknown[0]))
        return SheetTable(grid.name, layout, uses)

    def _no_partners(self, grid: Grid) -> UtpartnersError:
        first = [str(cell) for cell in grid.lines[0].cells if cell is not None][:6]
        return UtpartnersError(
            translated("{file}: no column of partners was found").format(file=self._path),
            translated(
                "The first row has: {cells}. Name the row of the header with --header, or the "
                'column in {map}: [columns] "…" = "partner"'
            ).format(cells=", ".join(first)[:200], map=self._map.path),
        )


def _columns_of(layout: Layout) -> Callable[[int], Sequence[Cell]]:
    """Return the function that gives the cells of a column by its place."""
    cells: dict[int, list[Cell]] = {}

    def column(place: int) -> list[Cell]:
        if place not in cells:
            lines = layout.lines
            cells[place] = [line.cells[place] for line in lines if place < len(line.cells)]
        return cells[place]

    return column
