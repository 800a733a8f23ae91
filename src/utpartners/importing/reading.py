"""Read the rows of sheets as entries: what each says of a partner, and what has to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..i18n import translated
from . import countries, kinds
from .cut_names import CutName, cut
from .date_habits import habits_of, shared
from .departments import Departments
from .entries import Entry
from .finishing import finish
from .grid import Cell, text_of
from .looks import Look, setting
from .mapping import Map, fold
from .new_partners import Mention
from .partners import Partners
from .row_agreements import AgreementReader
from .row_cells import rows_of
from .row_facts import read_facts, read_notes
from .small_values import is_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..progress import Progress
    from ..store.store import Store
    from .columns import Use
    from .date_forms import Habits
    from .layout import Layout
    from .tables import SheetTable

DATE_FIELDS = ("signed", "starts", "ends", "ended", "period", "since", "agreement", "kind")


class _Row(NamedTuple):
    """A row between the two passes: everything is known of it but what others say."""

    entry: Entry
    mentions: tuple[Mention, ...]
    columns: list[tuple[Use, str, Habits]]
    departments: tuple[str, ...]


class Reader:
    """Reads the rows of sheets in two passes: partners and departments need all of them."""

    def __init__(self, store: Store, document: Mapping[str, Any], map: Map) -> None:
        self._map = map
        self._document = document
        self.partners = Partners(store, document, map.partners)
        self.departments = Departments(
            store, document, map.departments, map.separators.get("departments", ())
        )
        self._statuses = {kinds.fold(name): name for name in _statuses(document)}
        self._agreements = AgreementReader(map, _kinds(document))
        self.notes: list[str] = []
        self._exchanged: set[str] = set()
        """Columns of which a spreadsheet program may have exchanged day and month."""

    def read(self, tables: Sequence[SheetTable], progress: Progress) -> list[Entry]:
        """Return the entries of all rows, in their order."""
        count = sum(len(table.layout.lines) for table in tables)
        read = (row for table in tables for row in self._first_pass(table))
        rows = list(progress(read, count, translated("Reading the rows")))
        mentions = [mention for row in rows for mention in row.mentions]
        doing = translated("Comparing the names of partners")
        self.partners.settle(progress(mentions, len(mentions), doing))
        self.departments.settle(text for row in rows for text in row.departments)
        doing = translated("Reading the agreements")
        return [entry for row in progress(rows, count, doing) for entry in self._second_pass(row)]

    def _first_pass(self, table: SheetTable) -> Iterator[_Row]:
        columns = self._columns(table)
        for row in rows_of(table, self._map, self._exchanged):
            entry = Entry(row.number, table.sheet, row.cells, remarks=row.remarks)
            entry.look(*row.looks)
            yield self._row(entry, columns, table.layout)

    def _columns(self, table: SheetTable) -> list[tuple[Use, str, Habits]]:
        """Return the columns with the habits of their dates, and note why these are known."""
        labels, lines = table.layout.labels, table.layout.lines
        read = {}
        for place, (use, label) in enumerate(zip(table.uses, labels, strict=True)):
            if use.field in DATE_FIELDS:
                cells = [line.cells[place] for line in lines if place < len(line.cells)]
                read[label] = habits_of(cells, self._map.habits)
        for label, column in (read := shared(read)).items():
            if column.reason:
                said = translated("{column}: {reason}.", column=label, reason=column.reason)
                self.notes.append(said)
            if column.is_exchanged and self._map.real_dates != "trust":
                self._exchanged.add(label)
        habits = {label: column.habits for label, column in read.items()}
        return [
            (use, label, habits.get(label, self._map.habits))
            for use, label in zip(table.uses, labels, strict=True)
        ]

    def _row(self, entry: Entry, columns: list[tuple[Use, str, Habits]], layout: Layout) -> _Row:
        by_field: dict[str, tuple[Cell, str]] = {}
        departments = []
        for cell, (use, label, _) in zip(entry.cells, columns, strict=True):
            if cell is not None and not use.kind and not is_nothing(cell):
                if use.field == "department":
                    departments.append(
                        " ".join(text_of(cell).split())
                        if "\n" not in text_of(cell)
                        else text_of(cell)
                    )
                by_field.setdefault(use.field, (cell, label))
        heading = layout.headings.get(entry.row)
        if heading:
            entry.heading = heading
            said = translated("under the heading '{heading}'")
            entry.remarks.append(said.format(heading=heading.text))
        read_facts(entry, by_field, columns)
        self._status(entry, by_field)
        cuts = self._cuts(entry, by_field)
        code = self._country(entry, by_field, cuts)
        keeps_schools = self._map.schools == "note"
        read_notes(entry, columns, cuts, layout.legend, keeps_schools=keeps_schools)
        mentions = tuple(Mention(one, code or one.country, entry.row) for one in cuts)
        return _Row(entry, mentions, columns, tuple(departments))

    def _cuts(self, entry: Entry, cells: Mapping[str, tuple[Cell, str]]) -> list[CutName]:
        if "partner" not in cells:
            if not entry.looks:  # it says something like "n/a"
                entry.look(Look("partner", translated("no partner is named")))
            return []
        text = entry.partner_text = text_of(cells["partner"][0])
        city = text_of(cells["city"][0]) if "city" in cells else None
        targets = self._map.partners.get(fold(text), ())
        if len(targets) > 1:
            return [cut(target, city) for target in targets]
        one = cut(text, city)
        if one.abbreviation:
            entry.institution.setdefault("abbreviation", one.abbreviation)
        if one.city:
            entry.institution.setdefault("city", one.city)
        return [one]

    def _country(
        self,
        entry: Entry,
        cells: Mapping[str, tuple[Cell, str]],
        cuts: Sequence[CutName],
    ) -> str | None:
        if "country" not in cells:
            return entry.heading.country if entry.heading else None
        cell, label = cells["country"]
        text = text_of(cell)
        found = countries.country(text, self._map.countries)
        if found.code is None:
            what = translated("{column}: '{value}' is no country").format(
                column=label, value=text[:80]
            )
            entry.look(
                Look("country", what, setting("countries", text[:80], (*found.candidates, "?")[0]))
            )
            return None
        if found.is_likely:
            said = translated("{column}: '{value}' read as {country}")
            entry.remarks.append(said.format(column=label, value=text, country=found.code))
        said_in_name = {one.country for one in cuts if one.country}
        if said_in_name - {found.code} and len(cuts) == 1:
            what = translated("the name says {one}, the column {other}")
            entry.look(
                Look("contradiction", what.format(one=", ".join(said_in_name), other=found.code))
            )
        entry.country = found.code
        return found.code

    def _status(self, entry: Entry, cells: Mapping[str, tuple[Cell, str]]) -> None:
        if "status" not in cells:
            if entry.heading and entry.heading.status:
                self._take_status(entry, entry.heading.status, "")
            return
        cell, label = cells["status"]
        self._take_status(entry, text_of(cell), label)

    def _take_status(self, entry: Entry, text: str, label: str) -> None:
        key = kinds.fold(text)
        meaning = kinds.known_status(text)
        status = self._map.statuses.get(key) or self._statuses.get(key) or meaning
        if status is None:
            what = translated("{column}: '{value}' is no known status").format(
                column=label, value=text[:80]
            )
            entry.look(Look("status", what, setting("status", text[:80], "active")))
            return
        entry.partnership["status"] = status
        entry.partnership["meaning"] = kinds.known_status(status) or meaning or ""

    def _second_pass(self, row: _Row) -> list[Entry]:
        entry = row.entry
        for text in row.departments:
            verdict = self.departments.verdict(text)
            entry.departments += [id for id in verdict.ids if id not in entry.departments]
            entry.new_departments += verdict.new
            entry.look(*verdict.looks)
        self._agreements.read(entry, entry.cells, row.columns)
        self._warn_of_exchanged(entry, row.columns)
        finish(entry)
        if len(row.mentions) < 2:
            for mention in row.mentions:
                self._of_partner(entry, mention)
            return [entry]
        return [self._of_partner(_copy(entry), mention) for mention in row.mentions]

    def _warn_of_exchanged(self, entry: Entry, columns: list[tuple[Use, str, Habits]]) -> None:
        if self._map.real_dates:
            return
        for cell, (_, label, _) in zip(entry.cells, columns, strict=True):
            if label in self._exchanged and cell is not None and not isinstance(cell, str):
                what = translated(
                    "{column}: day and month of {value} may be exchanged: all dates have days up "
                    "to 12, all texts later days"
                )
                entry.look(
                    Look(
                        "date",
                        what.format(column=label, value=text_of(cell)),
                        '[dates] real_dates = "trust"',
                    )
                )

    def _of_partner(self, entry: Entry, mention: Mention) -> Entry:
        verdict = self.partners.verdict(mention)
        entry.look(*verdict.looks)
        entry.partner = verdict.partner
        entry.partner_text = mention.cut.name
        known = verdict.partner.country if verdict.partner else None
        if known and mention.country and known != mention.country and verdict.partner:
            what = translated("'{name}' is in {one} in the catalogue, in {other} here")
            if not verdict.partner.is_new:
                entry.look(
                    Look(
                        "contradiction",
                        what.format(name=verdict.partner.name, one=known, other=mention.country),
                    )
                )
        return entry


def _copy(entry: Entry) -> Entry:
    from copy import deepcopy

    return deepcopy(entry)


def _statuses(document: Mapping[str, Any]) -> list[str]:
    declared = [one["id"] for one in document.get("status", ())]
    return declared or list(dict.fromkeys(one["status"] for one in document.get("partnership", ())))


def _kinds(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the kinds of agreement that a catalogue has, by their folded spelling."""
    return {
        kinds.fold(agreement["kind"]): agreement["kind"]
        for one in document.get("partnership", ())
        for agreement in one.get("agreement", ())
    }
