"""Import a list into a catalogue: what each row says, what would change, and the new text."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from ..editing.book import records_of
from ..editing.change import changed, new_errors
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from ..progress import no_progress
from ..store.fill import gc_paused
from . import mapping, rest, taken
from .answering import rows_of, summary
from .merging import Merger
from .planning import Planner
from .reading import Reader
from .sheets import read_sheets
from .tables import TableFinder
from .target import open_target
from .writing_map import map_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import model
    from ..answers import Table
    from ..editing.change import Changed
    from ..progress import Progress


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

    def __init__(
        self,
        path: str,
        into: str,
        options: Options = Options(),
        progress: Progress = no_progress,
    ) -> None:
        self.path = path
        self.map = mapping.read_map(
            options.map or mapping.path_of(path), required=options.map is not None
        )
        with gc_paused():
            self.target = open_target(into, options.home, progress)
            with closing(self.target.store) as store:
                self._read(Reader(store, self.target.document, self.map), options, progress)
            before = taken.read_taken(taken.path_of(path))
            planner = Planner(self.target.document, before, prefer_sheet=options.prefer_sheet)
            merger = Merger(planner, status=self.map.status)
            merger.merge(self.entries, progress)
        self.gone = merger.gone(self.entries)
        self._plan, self._taken = planner.plan, planner.taken

    def _read(self, reader: Reader, options: Options, progress: Progress) -> None:
        grids = read_sheets(self.path, options.sheet, options.encoding)
        finder = TableFinder(self.path, self.map, reader.partners.is_known, options.header)
        tables = finder.tables(grids)
        self.entries = reader.read(tables, progress)
        self.guesses = finder.guesses
        self.notes = finder.notes + reader.notes
        self.labels = {table.sheet: table.layout.labels for table in tables}
        """The labels of the columns of each sheet that was read."""

    @property
    def needs_look(self) -> bool:
        """Whether any row has to be looked at."""
        return any(entry.state == "look" for entry in self.entries)

    def answer(self) -> Table:
        """Return a row for each row of the sheet."""
        return rows_of(self)

    def summary(self) -> str:
        """Return the rows counted: ``300 rows: 281 ready (…), 14 unclear dates``."""
        return summary(self.entries)

    def explain(self, column: str) -> Table:
        """Return the values of a column with what each became. Raises UsageError for no column."""
        from .explaining import explain

        return explain(self, column)

    @property
    def is_nothing_to_do(self) -> bool:
        """Whether the catalogue has all that the ready rows say."""
        return self._plan.is_empty

    def changed(self) -> Changed:
        """Return the catalogue with the ready rows, and its files. Raises UtpartnersError."""
        book = self.target.book
        found = changed(book, self._plan.applied(book.document))
        for finding in new_errors(book, found.result):
            raise UtpartnersError(
                translated("the import would make an error: {problem}").format(
                    problem=finding.problem.message
                ),
                translated("Nothing was written. Correct the row, or leave it out."),
            )
        return found

    def before_and_after(self) -> tuple[model.Catalogue, model.Catalogue]:
        """Return the records of the catalogue as it is, and as it would be."""
        path, document = self.target.path, self.target.document
        return records_of(path, document), records_of(path, self._plan.applied(document))

    def taken_text(self) -> Iterator[str]:
        """Yield what is taken from the sheet, for the next import."""
        return self._taken.text()

    def map_text(self) -> Iterator[str]:
        """Yield the map, as the first run writes it."""
        remedies = dict.fromkeys(
            look.remedy for entry in self.entries for look in entry.looks if look.remedy
        )
        return map_text(os.path.basename(self.path), self.guesses, remedies)

    def rest_text(self) -> Iterator[str]:
        """Yield the rows that have to be looked at, as CSV with what there is to look at."""
        return rest.text(self)


def find_label(labels: list[str], column: str) -> str:
    """Return the label of a column in any case. Raises UsageError."""
    from .headers import fold

    for label in labels:
        if label == column or fold(label) == fold(column):
            return label
    raise UsageError(
        translated("--explain: there is no column '{name}'").format(name=column),
        translated("Choose from: {values}.").format(values=", ".join(labels)),
    )
