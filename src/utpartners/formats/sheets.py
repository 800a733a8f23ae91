"""A relation in a file: its lines, where its columns stand, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Place, brief_repr, did_you_mean
from ..errors import CatalogueError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..store.relation import Relation

    Lines = Iterator[tuple[int, Sequence[Any]]]

MOST_PROBLEMS = 10
"""The most problems that one error lists."""


class CellFault(NamedTuple):
    """A cell whose value cannot be known: an error of the program that wrote it, for example."""

    what: str
    """What is wrong with it, with the remedy."""


class Sheet(NamedTuple):
    """A relation in a file: where it is, and its lines, of which the first names the columns.

    A cell is text, None where it is empty, or a CellFault. A cell of another type is a problem of
    its column.
    """

    file: str
    lines: Callable[[], Lines]
    table: str | None = None
    """The sheet of a workbook, where the file has more than one."""
    is_numbered: bool = True
    """Whether people see the numbers of the lines."""
    may_have_more: bool = False
    """Whether people keep columns of their own in it, as they do in a workbook."""

    @property
    def label(self) -> str:
        """Return what people call the sheet: its file, and its name if the file has several."""
        return str(self.place(None))

    def place(self, line: int | None) -> Place:
        """Return the place of a line."""
        return Place(self.file, self.table, line if self.is_numbered else None)


class Sheets(dict[str, Sheet]):
    """The sheets of a file by the names of their relations."""

    def __init__(self) -> None:
        super().__init__()
        self.own: list[Place] = []
        """Where the sheets are that an office has added for itself: they are not read."""


def own_sheets(sheets: Mapping[str, Sheet]) -> list[Place]:
    """Return where the sheets of a file are that are not read."""
    return sheets.own if isinstance(sheets, Sheets) else []


def not_read_sheet() -> str:
    """Return what is said of a sheet that is no table of a catalogue."""
    return translated("this sheet is not a table of the catalogue; it is not read")


def header_name(cell: Any) -> str:
    """Return the name of the column that a header means, in any case and with any blanks."""
    return "_".join(str(cell or "").split()).lower()


def with_numbers(relation: Relation, sheet: Sheet) -> Sheet:
    """Return a sheet of counted rows with their numbers, also where it has no column for them.

    A table that nothing else refers to needs none: its rows are then counted in their order, for
    each owner. So agreements can be listed plainly, as in packages of the first version.
    """
    if not relation.is_counted:
        return sheet

    def lines() -> Lines:
        found = sheet.lines()
        line, header = next(found, (1, ()))
        names = [header_name(cell) for cell in header]
        width = max((place for place, name in enumerate(names, 1) if name), default=0)
        owner = relation.columns[0].name
        if "number" in names or owner not in names:
            yield line, header
            yield from found
            return
        place = names.index(owner)
        counts: Counter[Any] = Counter()
        yield line, [*header[:width], "number"]
        for line, cells in found:
            row = [*cells[:width], *[None] * (width - len(cells))]
            number = None
            if any(cells):  # a blank row stays blank
                counts[row[place]] += 1
                number = str(counts[row[place]])
            yield line, [*row, number, *cells[width:]]

    return sheet._replace(lines=lines)


class SheetProblems:
    """Collects what is wrong with a sheet, to raise the first of it as one error."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._messages: list[str] = []
        self.notes: list[str] = []
        """What is not read, and need not be."""
        self.nameless: list[int] = []
        """Positions of columns without a name, in which nothing was found yet."""

    @property
    def may_be_more(self) -> bool:
        """Return whether the sheet may have columns that are not the catalogue's."""
        return self._sheet.may_have_more

    def add_nameless(self, place: int) -> None:
        """Add a column without a name: of a workbook, only once something stands in it."""
        if self.may_be_more:
            self.nameless.append(place)
        else:
            what = translated("column {place} has no name", place=place + 1)
            self.add(1, "", what, "unknown-key")

    def look_at_nameless(self, cells: Sequence[Any]) -> None:
        """Note each column without a name in which a row has something."""
        for place in [place for place in self.nameless if place < len(cells) and cells[place]]:
            self.nameless.remove(place)
            self.note(translated("column {place} has no name; it is not read", place=place + 1))

    def note(self, what: str) -> None:
        """Tell of something in the header that is not read, and is no error."""
        self.notes.append(f"{self._sheet.place(1)}: {what}")

    def add(self, line: int, column: str, what: str, rule: str = "type") -> None:
        """Add a problem that breaks a rule. Raises CatalogueError once there are MOST_PROBLEMS."""
        self._messages.append(f"{self._sheet.place(line)}: {column + ': ' if column else ''}{what}")
        if len(self._messages) == MOST_PROBLEMS:
            self.raise_if_any()

    @property
    def exist(self) -> bool:
        """Return whether there is a problem."""
        return bool(self._messages)

    def raise_if_any(self) -> None:
        """Raise CatalogueError if there is a problem."""
        if self._messages:
            raise CatalogueError(
                "\n".join(self._messages),
                translated("The catalogue was not used; 'utpartners check' lists all problems."),
            )


def column_positions(
    relation: Relation, header: list[Any], problems: SheetProblems
) -> list[int | None]:
    """Return the position of each column of a relation in a file, and the number of columns.

    The position of a column that the file lacks is None. A required column that is missing, one
    that is misspelt and one that stands there twice are problems. Any other column is the file's
    own and noted.
    """
    names = [header_name(cell) for cell in header]
    while names and not names[-1]:
        names.pop()
    known = [column.name for column in relation.columns]
    for place, name in enumerate(names):
        if not name:
            problems.add_nameless(place)
        elif name not in known:
            _other_column(str(header[place]).strip(), name, known, problems)
        elif name in names[:place]:
            problems.add(1, name, translated("duplicate column"), "duplicate-id")
    for column in relation.columns:
        if column.required and column.name not in names:
            problems.add(1, column.name, translated("this column is required"), "missing-key")
    problems.raise_if_any()
    return [names.index(name) if name in names else None for name in known] + [len(names)]


def _other_column(label: str, name: str, known: list[str], problems: SheetProblems) -> None:
    """Report a column that is misspelt, or is the file's own."""
    hint = did_you_mean(name, known)
    if hint or not problems.may_be_more:
        hint = hint or translated("choose from {values}", values=", ".join(known))
        what = translated("unknown column ({hint})", hint=hint)
        problems.add(1, brief_repr(label), what, "unknown-key")
    else:
        what = translated("unknown column {name}; it is not read", name=brief_repr(label))
        problems.note(what)


def row_values(
    places: list[int | None], cells: Sequence[Any], line: int, problems: SheetProblems
) -> list[Any]:
    """Return the cells of a line in the order of the columns, None where one is empty."""
    *wanted, width = places
    count = len(cells)
    if problems.nameless:
        problems.look_at_nameless(cells)
    if count > (width or 0) and any(cells[width:]):
        filled = max(place for place, cell in enumerate(cells, 1) if cell)
        problems.add(
            line, "", translated("{filled} cells, but {width} columns", filled=filled, width=width)
        )
    return [None if place is None or place >= count else (cells[place] or None) for place in wanted]
