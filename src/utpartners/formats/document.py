"""Relations put together as the document of a TOML file, so that the same rules can check it.

The document may be wrong in any way. Each of its values keeps the place that it was read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..checks.findings import finding
from ..checks.references import MOST_HINTS
from ..checks.shape import expected, not_read
from ..diagnostics import (
    MOST_PROBLEMS,
    Finding,
    Place,
    Problem,
    brief_repr,
    did_you_mean,
    too_many,
)
from ..errors import UnreadableError
from ..fields import fits
from ..i18n import translated
from ..store.tables import RELATIONS
from .cells import PARSERS
from .sheets import (
    CellFault,
    SheetProblems,
    column_positions,
    not_read_sheet,
    own_sheets,
    row_values,
    with_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..diagnostics import Path
    from ..fields import Form
    from ..store.relation import Relation
    from .sheets import Sheet

    Table = dict[str, Any]
    Identity = tuple[Any, ...]


class Document:
    """The tables and keys of a document, and the problems of rows that have no place in it."""

    def __init__(self, sheets: Mapping[str, Sheet], file: str) -> None:
        self.content: Table = {}
        self.found: list[Finding] = []
        self.is_whole = True
        """Whether every sheet could be read; otherwise much seems to be missing that is not."""
        self._file = file
        self._places: dict[Path, Place] = {}
        self._known: dict[str, dict[Identity, tuple[Path, Table]]] = {}
        self._hints = 0
        for place in own_sheets(sheets):
            problem = not_read(translated("table {name}", name=place.table), not_read_sheet())
            self.found.append(finding(place, problem))
        for relation in RELATIONS:
            if relation.name in sheets:
                self._read(relation, with_numbers(relation, sheets[relation.name]))
        first: dict[Any, Any] = {}
        for partnership in self.content.get("partnership", ()):
            # A row that was copied repeats an id and lacks nothing: members belong to an id.
            members = first.setdefault(partnership.get("id"), partnership.get("members", []))
            partnership.setdefault("members", members)

    def places(self, paths: Iterable[Path]) -> Iterator[Place]:
        """Return the place of each value, or that of the nearest value around it."""
        for path in paths:
            while path and path not in self._places:
                path = path[:-1]
            yield self._places.get(path, Place(self._file))

    def _read(self, relation: Relation, sheet: Sheet) -> None:
        reading = _SheetReader(relation, sheet)
        rows: Iterable[tuple[int, Table]] = reading.rows()
        misplaced = 0
        form = relation.field.form  # once, as it takes longer to find out than to put a row
        try:
            for line, values in sorted(rows, key=_number) if relation.is_counted else rows:
                try:
                    self._put(relation, form, sheet.place(line), values)
                except _MisplacedError as error:
                    # The rest is read all the same, as other tables may refer to it.
                    misplaced += 1
                    if misplaced <= MOST_PROBLEMS:
                        self._report(relation, sheet.place(line), *error.args)
                    elif misplaced == MOST_PROBLEMS + 1:
                        self._report(relation, sheet.place(line), too_many(), error.args[1])
        except UnreadableError as error:
            self._report(relation, sheet.place(error.line), error.what, "syntax", error.hint or "")
            self.is_whole = False
        self.found.extend(reading.found)
        self.is_whole = self.is_whole and reading.has_columns and not reading.has_faults

    def _report(
        self, relation: Relation, place: Place, what: str, rule: str, hint: str = ""
    ) -> None:
        problem = Problem((), translated("table {name}", name=relation.name), what, rule, hint)
        self.found.append(finding(place, problem))

    def _put(self, relation: Relation, form: Form, place: Place, values: Table) -> None:
        """Put a row where it belongs. Raises _MisplacedError where it belongs nowhere."""
        key = relation.field.key
        identity = tuple(values.get(column) for column in relation.key)
        path, table = self._owner(relation, values)
        if relation.is_counted:
            self._require_number(relation, identity)
            del values["number"]
        path = (*path, key)
        if form == "record":
            if key in table:
                what = translated("a catalogue has only one row")
                if relation.owner:
                    what = translated(
                        "another row is already about this {record}",
                        record=translated(relation.owner.name),
                    )
                raise _MisplacedError(what, "type")
            table[key] = values
        elif form == "names":
            language, text = _cells(relation, values, "language", "text")
            if language in table.setdefault(key, {}):
                what = translated(
                    "language: {language} is already given", language=brief_repr(language)
                )
                raise _MisplacedError(what, "duplicate-id")
            path = (*path, language)
            table[key][language] = text
        elif form == "lists":
            language, text = _cells(relation, values, "language", "text")
            texts = table.setdefault(key, {}).setdefault(language, [])
            path = (*path, language, len(texts))
            texts.append(text)
        else:
            items = table.setdefault(key, [])
            path = (*path, len(items))
            column = relation.columns[-1].name
            items.append(_cells(relation, values, column)[0] if form == "values" else values)
        self._places[path] = place
        self._known.setdefault(relation.name, {}).setdefault(identity, (path, values))

    def _owner(self, relation: Relation, values: Table) -> tuple[Path, Table]:
        """Return the record that a row belongs to, with its path."""
        if relation.owner is None:
            return (), self.content
        if not relation.links or relation.links[0].relation != relation.owner.name:
            (key,) = relation.owner.path
            return (key,), self.content.setdefault(key, {})
        link = relation.links[0]
        wanted = _cells(relation, values, *link.columns)
        known = self._known.get(link.relation, {})
        if wanted in known:
            for column in link.columns:
                del values[column]
            return known[wanted]
        self._hints += 1
        near = (str(one[-1]) for one in known) if self._hints <= MOST_HINTS else ()
        what = translated(
            "{key}: there is no {kind} {name}",
            key=link.columns[-1],
            kind=translated(link.relation),
            name=brief_repr(wanted[-1]),
        )
        raise _MisplacedError(what, "dangling-reference", did_you_mean(str(wanted[-1]), near))

    def _require_number(self, relation: Relation, identity: Identity) -> None:
        _, number = identity
        column = relation.column("number")
        if number is None or not fits(number, column.type):
            what = translated(
                "number: {number} is not {type}",
                number=brief_repr(number),
                type=expected(column.type),
            )
            raise _MisplacedError(what, "type")
        if identity in self._known.get(relation.name, ()):
            what = translated(
                "number: {number} is already used by another {record} of the partnership",
                number=number,
                record=translated(relation.name),
            )
            raise _MisplacedError(what, "duplicate-id")


class _MisplacedError(Exception):
    """A row belongs nowhere; its arguments are the message, the rule and perhaps a hint."""


def _require_few(count: int, sheet: Sheet, line: int) -> None:
    """Raise UnreadableError where a sheet has too many problems to be read to its end."""
    if count >= MOST_PROBLEMS:
        raise UnreadableError(sheet.file, too_many(), line=line)


def _number(row: tuple[int, Table]) -> tuple[bool, int]:
    number = row[1].get("number")
    return (False, number) if isinstance(number, int) else (True, 0)


def _cells(relation: Relation, values: Table, *columns: str) -> Identity:
    """Return the values of columns. Raises _MisplacedError where one is missing."""
    for column in columns:
        if column not in values:
            raise _MisplacedError(
                translated("{column}: required, but empty", column=column), "missing-key"
            )
    return tuple(values[column] for column in columns)


class _SheetReader(SheetProblems):
    """Reads a sheet whatever is wrong with it; its problems are in ``found`` and not raised."""

    def __init__(self, relation: Relation, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.found: list[Finding] = []
        self.has_faults = False
        """Whether a cell that is required cannot be read."""
        self._relation = relation

    @property
    def has_columns(self) -> bool:
        """Return whether every required column is there."""
        return all(one.problem.rule != "missing-key" for one in self.found)

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Return the line of each row and the values that it has, by column.

        Raises UnreadableError where the sheet cannot be read any further.
        """
        lines = self._sheet.lines()
        _, header = next(lines, (1, ()))
        places = column_positions(self._relation, [cell or "" for cell in header], self)
        if not self.has_columns:
            return
        columns = [(column.name, PARSERS.get(column.kind)) for column in self._relation.columns]
        for line, cells in lines:
            found = row_values(places, cells, line, self) if any(cells) else []
            if found and self._is_readable(line, found):
                values = zip(columns, found, strict=True)
                yield (
                    line,
                    {
                        name: parse(value) if parse else value
                        for (name, parse), value in values
                        if value is not None
                    },
                )

    def _is_readable(self, line: int, values: list[Any]) -> bool:
        """Report the cells of a row that have a fault, and take None for them.

        Return whether the row still has what is required.
        """
        is_readable = True
        for column, value in zip(self._relation.columns, list(values), strict=True):
            if isinstance(value, CellFault):
                self.add(line, column.name, value.what)
                values[values.index(value)] = None
                is_readable = is_readable and not column.required
        self.has_faults = self.has_faults or not is_readable
        return is_readable

    def note(self, what: str) -> None:
        """Add a finding about something that is not read."""
        problem = not_read(translated("table {name}", name=self._relation.name), what)
        self.found.append(finding(self._sheet.place(1), problem))

    def add(self, line: int, column: str, what: str, rule: str = "type") -> None:
        """Add a problem as a finding."""
        what = f"{column}: {what}" if column else what
        problem = Problem((), translated("table {name}", name=self._relation.name), what, rule)
        self.found.append(finding(self._sheet.place(line), problem))
        _require_few(len(self.found), self._sheet, line)

    def raise_if_any(self) -> None:
        """Raise nothing: the problems are in ``found``."""
