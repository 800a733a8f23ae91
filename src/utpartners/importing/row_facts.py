"""What a row says of a partner besides its name, and the notes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from .cut_names import CutName, cut
from .grid import Cell, text_of
from .looks import Look
from .small_values import address_in, is_nothing, people_in, ror_in
from .times import read_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .columns import Use
    from .date_forms import Habits
    from .entries import Entry

    Columns = list[tuple[Use, str, Habits]]
    """The use, the label and the habits of dates of each column."""


def read_facts(entry: Entry, cells: Mapping[str, tuple[Cell, str]], columns: Columns) -> None:
    """Add to an entry what its row says of the partner and of people."""
    for field in ("abbreviation", "city"):
        if field in cells:
            entry.institution[field] = " ".join(text_of(cells[field][0]).split())
    for field, read in (("website", address_in), ("ror", ror_in)):
        if field not in cells:
            continue
        cell, label = cells[field]
        if (value := read(cell)) is None:
            what = translated("{column}: '{value}' is no address")
            entry.look(Look("value", what.format(column=label, value=text_of(cell)[:80])))
        else:
            entry.institution[field] = value
    _read_names(entry, columns)
    if "person" in cells or "email" in cells:
        entry.people = people_in(*(cells.get(field, (None,))[0] for field in ("person", "email")))
    _read_since(entry, columns)


def _read_names(entry: Entry, columns: Columns) -> None:
    for cell, (use, _, _) in zip(entry.cells, columns, strict=True):
        if use.field not in ("names", "aliases") or cell is None or is_nothing(cell):
            continue
        name = cut(text_of(cell)).name
        if use.language and use.field == "names":
            entry.institution.setdefault("names", {}).setdefault(use.language, name)
        else:
            entry.institution.setdefault("aliases", []).append(name)


def _read_since(entry: Entry, columns: Columns) -> None:
    for cell, (use, label, habits) in zip(entry.cells, columns, strict=True):
        if use.field != "since" or cell is None:
            continue
        times = read_times(cell, habits)
        if len(times.dates) == 1 and not times.rest and not times.doubts:
            entry.partnership["since"] = times.dates[0]
        elif times.dates or times.rest or times.doubts:
            what = translated("{column}: '{value}' is no date")
            entry.look(Look("date", what.format(column=label, value=text_of(cell)[:80])))


def read_notes(
    entry: Entry,
    columns: Columns,
    cuts: Sequence[CutName],
    legend: Mapping[str, str],
    *,
    keeps_schools: bool,
) -> None:
    """Collect the notes of a row: its columns, the partner's school, and what marks mean."""
    found = _of_columns(entry, columns, keeps_schools=keeps_schools)
    found = [f"{one} {legend[one]}" if legend.get(one) else one for one in found]
    for school in (one.school for one in cuts if one.school):
        said = translated("'{school}' cut from the partner's name")
        entry.remarks.append(said.format(school=school))
        if keeps_schools:
            found.append(f"Partner's school: {school}")
    for mark in sorted({mark for one in cuts for mark in one.marks}):
        if text := legend.get(mark):
            found.append(f"{mark} {text}")
        else:
            said = translated("mark '{mark}' without an explanation")
            entry.remarks.append(said.format(mark=mark))
    if found:
        entry.partnership["notes"] = found


def _of_columns(entry: Entry, columns: Columns, *, keeps_schools: bool) -> list[str]:
    found = []
    several = sum(use.field == "note" and not use.kind for use, _, _ in columns) > 1
    for cell, (use, label, _) in zip(entry.cells, columns, strict=True):
        if cell is None or is_nothing(cell):
            continue
        if use.field == "note" and not use.kind:
            found.append(f"{label}: {text_of(cell)}" if several else text_of(cell))
        elif use.field == "school" and keeps_schools:
            found.append(f"Partner's school: {text_of(cell)}")
    return found
