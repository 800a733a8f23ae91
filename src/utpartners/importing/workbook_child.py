"""Reads a workbook in a process of its own, which may use so much memory and time and no more.

A few bytes of a workbook can stand for billions of cells, and the reader lays a sheet out as a
whole. The process that asks is safe from that: this one is ended by the system. Rows are written to
stdout as JSON, a line each; a day is ``{"day": "2019-04-01"}``, with the number of its characters
that are ``shown`` where these are not all. A cell that has no value says its ``fault``.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, is_zipfile

from ..formats.shown_cells import EXACTNESS, cell_facts, coordinate
from .grid import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from .ods_spans import merged_cells
from .workbook_marks import LARGEST_PART, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .ods_spans import Span

MEMORY = 1024**3
"""Bytes of address space that the process may have, its libraries included."""

SECONDS = 60
"""Processor time that it may take."""


def main(path: str, wanted: str) -> None:
    """Write the sheets of a workbook; only the one that is wanted, if any is named."""
    _limit()
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_path(path)
    spans, facts = merged_cells(path), cell_facts(path)
    lost = _formulas_without_value(path)
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet or (wanted and about.name != wanted):
            continue
        is_hidden = about.visible != SheetVisibleEnum.Visible
        _say({"sheet": about.name, "hidden": is_hidden})
        if wanted or not is_hidden:
            sheet = workbook.get_sheet_by_name(about.name)
            own = facts.get(about.name, {})
            lost += [coordinate(*one) for one, what in own.items() if what not in EXACTNESS]
            _write_rows(sheet, sheet.merged_cell_ranges or spans.get(about.name) or (), own)
    _say(
        {
            "sheets": workbook.sheet_names,
            "formulas": lost[:5],
            "marks": marks(path),
        }
    )


_NO_VALUE = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def _formulas_without_value(path: str) -> list[str]:
    """Return the first cells with a formula that no program has computed: they read as empty."""
    if not is_zipfile(path):
        return []
    found: list[str] = []
    with ZipFile(path) as archive:
        for info in archive.infolist():
            if info.filename.startswith("xl/worksheets/") and info.file_size <= LARGEST_PART:
                content = archive.read(info)
                found += [one.decode() for one in _NO_VALUE.findall(content)[:5]]
    return found[:5]


def _write_rows(sheet: Any, merged: Iterable[Span], facts: Mapping[tuple[int, int], str]) -> None:
    # iter_rows gives all rows from the first of the sheet, but only the columns with something.
    offset = sheet.start[1] if sheet.start else 0
    lines: dict[int, list[Any]] = {}
    for number, cells in enumerate(_rows(sheet, offset, facts), 1):
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise _TooMuch("columns", len(cells), number)
        lines[number] = cells
        if len(lines) > MOST_ROWS:
            raise _TooMuch("rows", MOST_ROWS)
    spans = [
        (r0 + 1, c0 - offset, r1 + 1, c1 - offset) for (r0, c0), (r1, c1) in merged if c0 >= offset
    ]
    filled = _filled(lines, spans)
    for number in sorted(lines):
        _say([number, lines[number], filled.get(number, [])])


def _rows(sheet: Any, offset: int, facts: Mapping[tuple[int, int], str]) -> Iterator[list[Any]]:
    """Yield the cells of each row, with what is to be known of them."""
    by_row: dict[int, dict[int, str]] = {}
    for (place, column), what in facts.items():
        if column >= offset:
            by_row.setdefault(place, {})[column - offset] = what
    # Before 0.9, calamine ends the process where it iterates over a sheet without cells.
    rows = iter(sheet.iter_rows() if sheet.start else ())
    last = max(by_row, default=-1)
    for number in count():
        row: list[Any] | None = next(rows, None)
        if row is None and number > last:
            return
        cells = [_plain(cell) for cell in row or ()]
        own: dict[int, str] = by_row.get(number, {})
        for column, what in own.items():
            cells.extend([None] * (column + 1 - len(cells)))
            if what not in EXACTNESS:
                # For calamine such a cell is empty, or zero.
                cells[column] = {"fault": what, "cell": coordinate(number, offset + column)}
            elif isinstance(cells[column], dict):
                cells[column]["shown"] = EXACTNESS[what]
        yield cells


def _filled(
    lines: dict[int, list[Any]], spans: list[tuple[int, int, int, int]]
) -> dict[int, list[int]]:
    """Give every cell of a merged range its value; return the columns that were filled by row."""
    filled: dict[int, list[int]] = {}
    for top, left, bottom, right in spans:
        if top not in lines or left >= len(lines[top]) or right >= MOST_COLUMNS:
            continue
        value = lines[top][left]
        # Only rows that have something else: a merged cell may reach to the end of the sheet.
        for number in (number for number in lines if top <= number <= bottom):
            cells = lines[number]
            cells.extend([None] * (right + 1 - len(cells)))
            for column in range(left, right + 1):
                if (number, column) != (top, left):
                    cells[column] = value
                    filled.setdefault(number, []).append(column)
    return filled


class _TooMuch(Exception):
    """The sheet has more of something than a list of partners ever would."""


def _plain(cell: Any) -> Any:
    if isinstance(cell, str):
        if len(cell) > LONGEST_CELL:
            raise _TooMuch("letters", len(cell))
        return cell.strip() or None
    if isinstance(cell, datetime):
        day = {"day": cell.date().isoformat()}
        return day if cell.time() == time() else {**day, "time": cell.time().isoformat()}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    if isinstance(cell, (time, timedelta)):
        return str(cell)
    return cell


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2])
    except ImportError as error:
        _say({"error": "missing", "of": error.name})
    except _TooMuch as error:
        _say({"error": "excess", "of": error.args})
    except Exception as error:
        _say({"error": type(error).__name__, "what": str(error)})
    sys.stdout.flush()
