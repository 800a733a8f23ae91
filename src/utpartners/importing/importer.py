"""Import a list into a catalogue: what each row says, what would change, and the new text."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..answers import Column, Table, View
from ..editing.book import records_of
from ..editing.change import changed as new_files
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from . import mapping, taken
from .columns import Guess, Use, guess_columns
from .finishing import described
from .layout import find_layout
from .looks import counted
from .merging import Merger
from .reading import Reader, SheetTable
from .sheets import read_sheets
from .target import Target, open_target
from .writing_map import map_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import model
    from ..answers import Row
    from ..formats.parts import TomlFile
    from .grid import Cell, Grid

COLUMNS = (
    Column("row", "number"),
    Column("state", means="word"),
    Column("partner"),
    Column("id", is_id=True),
    Column("agreements", "list"),
    Column("departments", "list"),
    Column("look", "list", heading="To look at"),
    Column("remarks", "list"),
    Column("sheet"),
)

VIEW = (
    View("Row", (("{row}",),), align="right"),
    View("State", (("{state}",),)),
    View("Partner", (("{partner}",), ("{id}",)), is_id=False),
    View("Agreements", (("{agreements}",), ("{departments}",))),
    View("To look at", (("{look}",), ("{remarks}",))),
)

STATES = ("new", "changed", "same", "look")


class Options(NamedTuple):
    """How a sheet is imported."""

    map: str | None = None
    sheet: str | None = None
    header: int | None = None
    encoding: str | None = None
    home: str | None = None
    prefer_sheet: bool = False


class Import:
    """A list, compared with a catalogue. Nothing is written here."""

    def __init__(self, path: str, into: str, options: Options = Options()) -> None:
        self.path = path
        self.target = open_target(into, options.home)
        self.map = mapping.read_map(
            options.map or mapping.path_of(path), required=options.map is not None
        )
        self.notes: list[str] = []
        self.guesses: dict[str, Guess] = {}
        reader = Reader(self.target.store, self.target.document, self.map)
        self.tables = self._tables(
            read_sheets(path, options.sheet, options.encoding), options, reader
        )
        self.entries = reader.read(self.tables)
        self.notes += reader.notes
        before = taken.read_taken(taken.path_of(path))
        merger = Merger(
            self.target.document, before, status=self.map.status, prefer_sheet=options.prefer_sheet
        )
        merger.merge(self.entries)
        self._merger = merger
        self.gone = merger.gone(self.entries)

    def close(self) -> None:
        """Close the catalogue."""
        self.target.store.close()

    def _tables(self, grids: list[Grid], options: Options, reader: Reader) -> list[SheetTable]:
        found = []
        for grid in grids:
            self.notes += grid.notes
            table = self._table(grid, options, reader)
            if table is None:
                if len(grids) > 1:
                    said = translated(
                        "The sheet '{sheet}' was not read: it has no column of partners."
                    )
                    self.notes.append(said.format(sheet=grid.name))
            else:
                prefix = f"{grid.name}: " if len(grids) > 1 else ""
                self.notes += [prefix + note for note in table.layout.notes]
                found.append(table)
        if not found:
            raise self._no_partners(grids[0])
        return found

    def _table(self, grid: Grid, options: Options, reader: Reader) -> SheetTable | None:
        layout = find_layout(grid, options.header)
        if layout is None:
            return None
        cells: dict[int, list[Cell]] = {}

        def column(place: int) -> list[Cell]:
            if place not in cells:
                lines = layout.lines
                cells[place] = [line.cells[place] for line in lines if place < len(line.cells)]
            return cells[place]

        guesses = guess_columns(layout.labels, column, reader.partners.is_known)
        for label, guess in zip(layout.labels, guesses, strict=True):
            given = self.map.columns.get(label)
            self.guesses.setdefault(
                label, Guess(given, translated("the map says so")) if given else guess
            )
        uses = [
            self.map.columns.get(label, guess.use)
            for label, guess in zip(layout.labels, guesses, strict=True)
        ]
        if not any(use.field == "partner" for use in uses):
            return None
        unknown = [label for label in self.map.columns if label not in layout.labels]
        if unknown and len(self.map.columns) == len(unknown):
            said = translated("The map has no column of this sheet; its first is '{label}'.")
            self.notes.append(said.format(label=unknown[0]))
        return SheetTable(grid.name, layout, uses)

    def _no_partners(self, grid: Grid) -> UtpartnersError:
        first = [str(cell) for cell in grid.lines[0].cells if cell is not None][:6]
        return UtpartnersError(
            translated("{file}: no column of partners was found").format(file=self.path),
            translated(
                "The first row has: {cells}. Name the row of the header with --header, or the "
                'column in {map}: [columns] "…" = "partner"'
            ).format(cells=", ".join(first)[:200], map=self.map.path),
        )

    @property
    def needs_look(self) -> bool:
        """Whether any row has to be looked at."""
        return any(entry.state == "look" for entry in self.entries)

    def answer(self) -> Table:
        """Return a row for each row of the sheet."""
        several = len(self.tables) > 1
        rows: list[Row] = [
            (
                entry.row,
                entry.state,
                entry.partner.name if entry.partner else entry.partner_text,
                (entry.partner.partnership or entry.partner.id) if entry.partner else None,
                [described(one) for one in entry.agreements],
                entry.departments,
                [look.sentence for look in entry.looks],
                entry.remarks,
                entry.sheet,
            )
            for entry in self.entries
        ]
        title = translated("{sheet} into {catalogue}").format(
            sheet=os.path.basename(self.path),
            catalogue=os.path.basename(self.target.path.rstrip("/" + os.sep)),
        )
        columns = COLUMNS if several else COLUMNS[:-1]
        rows = rows if several else [row[:-1] for row in rows]
        return Table(columns, rows, title=title, view=VIEW)

    def summary(self) -> str:
        """Return the rows counted: ``300 rows: 281 ready (…), 14 unclear dates``."""
        states = Counter(entry.state for entry in self.entries)
        ready = len(self.entries) - states["look"]
        topics: Counter[str] = Counter(
            topic for entry in self.entries for topic in {look.topic for look in entry.looks}
        )
        one = translated("{count} row: {ready} ready")
        several = translated("{count} rows: {ready} ready")
        said = (one if len(self.entries) == 1 else several).format(
            count=f"{len(self.entries):,}", ready=f"{ready:,}"
        )
        parts = [
            translated("{count} new").format(count=states["new"]),
            translated("{count} changed").format(count=states["changed"]),
            translated("{count} the same").format(count=states["same"]),
        ]
        comma = translated(", ")
        looks = [counted(topic, count) for topic, count in topics.most_common()]
        detail = translated("({parts})").format(parts=comma.join(parts))
        return f"{said} {detail}{comma if looks else ''}{comma.join(looks)}"

    def explain(self, column: str) -> Table:
        """Return the values of a column with what each became. Raises UsageError for no column."""
        from .explaining import explain

        return explain(self, column)

    @property
    def is_nothing_to_do(self) -> bool:
        """Whether the catalogue has all that the ready rows say."""
        return self._merger.plan.is_empty

    def changed_files(self) -> dict[str, TomlFile | None]:
        """Return the files of the catalogue that change with the ready rows, by path.

        Raises UtpartnersError.
        """
        book = self.target.book
        changed = new_files(book, self._merger.plan.applied(book.document))
        for finding in book.new_errors(changed):
            raise UtpartnersError(
                translated("the import would make an error: {problem}").format(
                    problem=finding.problem.message
                ),
                translated("Nothing was written. Correct the row, or leave it out."),
            )
        if not self.target.exists:
            return changed or {book.path: book.shared}
        return changed

    def before_and_after(self) -> tuple[model.Catalogue, model.Catalogue]:
        """Return the records of the catalogue as it is, and as it would be."""
        document = self.target.document
        changed = self._merger.plan.applied(document)
        return records_of(self.target.path, document), records_of(self.target.path, changed)

    def taken_text(self) -> Iterator[str]:
        """Yield what is taken from the sheet, for the next import."""
        return self._merger.taken.text()

    def map_text(self) -> Iterator[str]:
        """Yield the map, as the first run writes it."""
        remedies = dict.fromkeys(
            look.remedy for entry in self.entries for look in entry.looks if look.remedy
        )
        return map_text(os.path.basename(self.path), self.guesses, remedies)

    def rest_text(self) -> Iterator[str]:
        """Yield the rows that have to be looked at, as CSV with what there is to look at."""
        labels = list(
            dict.fromkeys(label for table in self.tables for label in table.layout.labels)
        )
        of_sheet = {table.sheet: table.layout.labels for table in self.tables}
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow([*labels, translated("To look at")])
        done = set()
        for entry in self.entries:
            if entry.state == "look" and (entry.sheet, entry.row) not in done:
                done.add((entry.sheet, entry.row))
                cells = dict(zip(of_sheet[entry.sheet], entry.cells, strict=False))
                looks = "; ".join(look.sentence for look in entry.looks)
                writer.writerow([*(_as_text(cells.get(label)) for label in labels), looks])
        # With a mark, as such files are opened in Excel.
        yield "\ufeff" + buffer.getvalue()


def _as_text(cell: Cell) -> str:
    from .grid import text_of

    return text_of(cell)


def path_of_rest(sheet: str) -> str:
    """Return the path of the rows that are left: ``agreements.rest.csv``."""
    return f"{os.path.splitext(sheet)[0]}.rest.csv"


def find_label(labels: list[str], column: str) -> str:
    """Return the label of a column in any case. Raises UsageError."""
    from .header_words import fold

    for label in labels:
        if label == column or fold(label) == fold(column):
            return label
    raise UsageError(
        translated("--explain: there is no column '{name}'").format(name=column),
        translated("Choose from: {values}.").format(values=", ".join(labels)),
    )


__all__ = ["Import", "Options", "Target", "Use", "path_of_rest"]
