"""Make the agreements of a row: of its kind, of several kinds, or of columns for each kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..i18n import translated
from . import kinds as kind_words
from .agreement_times import DATED, TIMED, TimeReader
from .date_forms import Habits, find_dates
from .grid import text_of
from .looks import Look, setting
from .small_values import count_in, is_no, is_nothing, is_yes, period_in
from .times import read_times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .columns import Use
    from .entries import Entry
    from .grid import Cell
    from .mapping import Map

    Columns = list[tuple[Use, str, Habits]]
    """The use, the label and the habits of dates of each column."""

OF_STUDENTS = ("student exchange", "erasmus")
"""Kinds of agreement of which places are meant, where a row has several."""

_ID = re.compile(r"[^\s/\\\x00-\x1f]{1,200}")


class AgreementReader:
    """Reads the agreements of rows."""

    def __init__(self, map: Map, own_kinds: Mapping[str, str]) -> None:
        self._map = map
        self._own_kinds = own_kinds
        self._times = TimeReader(map.renews)

    def read(self, entry: Entry, cells: list[Cell], columns: Columns) -> None:
        """Add the agreements of a row to its entry."""
        general, by_kind = _grouped(cells, columns)
        if entry.heading and entry.heading.kind:
            general.setdefault("kind", (entry.heading.kind, "", Habits()))
        common = self._common(entry, general)
        marked = self._marked(entry, by_kind)
        # Renewal beside columns for each kind is that of each; a date is of another agreement.
        has_own = any(name in general for name in ("kind", *DATED, "period"))
        shared = {} if has_own else {name: general[name] for name in TIMED if name in general}
        for kind, group in by_kind.items():
            if all(is_nothing(cell) for cell, _, _ in group.values()):
                continue
            if found := self._timed(entry, {**shared, **group}):
                entry.agreements.append({"kind": kind, **found, **common})
        if marked:
            self._add_marked(entry, marked, general, common)
        elif _is_general(columns, by_kind, general, has_own=has_own):
            self._general(entry, general, common)
        keep_once(entry)

    def _add_marked(
        self,
        entry: Entry,
        marked: list[str],
        general: dict[str, tuple[Cell, str, Habits]],
        common: dict[str, Any],
    ) -> None:
        """Add the agreements of kinds that are marked; dates are those of the kind beside them."""
        values: dict[str, Any] = {}
        if "kind" in general and not is_nothing(general["kind"][0]):
            self._general(entry, general, common)
        else:
            values = self._timed(entry, general)
        known = {one["kind"] for one in entry.agreements}
        entry.agreements += [
            {"kind": kind, **values, **common} for kind in marked if kind not in known
        ]

    def _general(
        self, entry: Entry, cells: dict[str, tuple[Cell, str, Habits]], common: dict[str, Any]
    ) -> None:
        """Add the agreements of the columns that are about no kind alone."""
        found, dated = self._kinds(entry, cells)
        if len(found) > 1 and (each := _dates_of_each(cells, len(found))):
            for kind, own in zip(found, each, strict=True):
                values = self._timed(entry, own)
                entry.agreements.append({"kind": kind, **values, **common})
            return
        values = self._timed(entry, cells)
        if not values and not found and not common:
            return
        of_title = kind_words.known_kind(common.get("title", ""))
        for kind in found or (of_title or self._map.kind,):
            own_date = {"signed": dated[kind]} if kind in dated else {}
            entry.agreements.append({"kind": kind, **values, **own_date, **common})

    def _kinds(
        self, entry: Entry, cells: Mapping[str, tuple[Cell, str, Habits]]
    ) -> tuple[tuple[str, ...], dict[str, str]]:
        """Return the kinds that a cell names, and the dates that it gives some of them."""
        cell, label, habits = cells.get("kind", (None, "", None))
        if cell is None or is_nothing(cell):
            return (), {}
        text = text_of(cell)
        found = kind_words.kinds_of(text, self._map.kinds, self._own_kinds)
        if found.is_known:
            return found.kinds, {}
        if habits is not None and (dated := self._dated_kinds(text, habits)):
            return tuple(dated), dated
        what = translated("{column}: '{value}' is not one kind, nor several known ones")
        if len(text) > 60 or re.search(r"[,;/+&、；\n]|\d{4}", text):
            look = Look(
                "value",
                what.format(column=label, value=text[:80]),
                setting("kinds", text, "general"),
            )
            entry.look(look)
        else:
            said = translated("{column}: '{value}' is a kind that is not known, and taken as it is")
            entry.remarks.append(said.format(column=label, value=text))
        return found.kinds, {}

    def _dated_kinds(self, text: str, habits: Habits) -> dict[str, str]:
        """Return kinds with a date each: ``MoU (2015), SEA (2018)``."""
        result: dict[str, str] = {}
        for part in re.split(r"\s*[,;/+&、；\n]\s*", text):
            dates = find_dates(part, habits)
            word = re.sub(r"[^\w+& -]", " ", dates.rest).strip()
            kinds = kind_words.kinds_of(word, self._map.kinds, self._own_kinds)
            if len(dates.dates) != 1 or dates.doubts or not kinds.is_known or len(kinds.kinds) != 1:
                return {}
            result[kinds.kinds[0]] = dates.dates[0]
        return result

    def _timed(self, entry: Entry, cells: Mapping[str, tuple[Cell, str, Habits]]) -> dict[str, Any]:
        timed = self._times.read({name: cells[name] for name in TIMED if name in cells})
        entry.look(*timed.looks)
        entry.remarks += [one for one in timed.remarks if one not in entry.remarks]
        return timed.values

    def _marked(
        self, entry: Entry, by_kind: dict[str, dict[str, tuple[Cell, str, Habits]]]
    ) -> list[str]:
        """Return the kinds with a mark in their column; a date there is that of the signature."""
        marked = []
        for kind, group in by_kind.items():
            cell, label, habits = group.pop("agreement", (None, "", None))
            if cell is None or is_no(cell):
                continue
            if is_yes(cell):
                marked.append(kind)
            elif (
                habits is not None
                and (times := read_times(cell, habits))
                and (times.dates or times.doubts)
            ):
                group.setdefault("signed", (cell, label, habits))
            else:
                what = translated("{column}: '{value}' is neither a mark nor a date")
                entry.look(Look("value", what.format(column=label, value=text_of(cell)[:80])))
        return marked

    def _common(
        self, entry: Entry, cells: Mapping[str, tuple[Cell, str, Habits]]
    ) -> dict[str, Any]:
        """Return what the row says of its agreements besides kind and time."""
        found: dict[str, Any] = {}
        for name in ("title", "document", "id"):
            cell = cells.get(name, (None,))[0]
            if cell is not None and not is_nothing(cell):
                found[name] = " ".join(text_of(cell).split())
        if "id" in found and not _ID.fullmatch(found["id"]):
            entry.partnership.setdefault("references", []).append(found.pop("id"))
        for name, read in (("out", count_in), ("in", count_in), ("notice", period_in)):
            cell, label = cells.get(name, (None, "", None))[:2]
            if cell is None or is_nothing(cell):
                continue
            if (value := read(cell)) is None:
                what = translated("{column}: '{value}' is not understood")
                entry.look(Look("value", what.format(column=label, value=text_of(cell)[:80])))
            elif name == "notice":
                found["notice"] = value
            else:
                found.setdefault("places", {})[name] = value
        return found


def keep_once(entry: Entry) -> None:
    """Leave places to exchanges of students, and a number to a single agreement."""
    agreements = entry.agreements
    if len(agreements) < 2:
        return
    exchanges = [one for one in agreements if one["kind"] in OF_STUDENTS] or agreements[:1]
    for one in agreements:
        if not any(one is other for other in exchanges):
            one.pop("places", None)
    numbers = list(dict.fromkeys(one.pop("id") for one in agreements if "id" in one))
    if numbers:
        entry.partnership.setdefault("references", []).extend(numbers)


def _grouped(
    cells: list[Cell], columns: Columns
) -> tuple[dict[str, tuple[Cell, str, Habits]], dict[str, dict[str, tuple[Cell, str, Habits]]]]:
    """Return the cells by their field: those of no kind alone, and those of each kind."""
    general: dict[str, tuple[Cell, str, Habits]] = {}
    by_kind: dict[str, dict[str, tuple[Cell, str, Habits]]] = {}
    for cell, (use, label, habits) in zip(cells, columns, strict=True):
        if cell is None:
            continue
        if use.kind:
            by_kind.setdefault(use.kind, {})[use.field] = (cell, label, habits)
        else:
            general.setdefault(use.field, (cell, label, habits))
    return general, by_kind


def _is_general(
    columns: Columns,
    by_kind: Mapping[str, object],
    general: Mapping[str, tuple[Cell, str, Habits]],
    *,
    has_own: bool,
) -> bool:
    """Return whether the columns of no kind alone are about an agreement of their own."""
    if not has_own and any(use.kind for use, _, _ in columns):
        return False
    return not by_kind or _says_anything(general)


def _says_anything(cells: Mapping[str, tuple[Cell, str, Habits]]) -> bool:
    return any(name in cells and not is_nothing(cells[name][0]) for name in ("kind", *TIMED))


def _dates_of_each(
    cells: Mapping[str, tuple[Cell, str, Habits]], count: int
) -> list[dict[str, tuple[Cell, str, Habits]]]:
    """Return the cells of each of several kinds where dates stand one for each in a cell."""
    own: list[dict[str, tuple[Cell, str, Habits]]] = [{} for _ in range(count)]
    is_each = False
    for name in TIMED:
        if name not in cells:
            continue
        cell, label, habits = cells[name]
        times = read_times(cell, habits)
        if (
            name not in ("period", "term", "renews")
            and len(times.dates) == count
            and not times.doubts
            and not times.rest
        ):
            is_each = True
            for one, date in zip(own, times.dates, strict=True):
                one[name] = (date, label, habits)
        else:
            for one in own:
                one[name] = cells[name]
    return own if is_each else []
