"""A catalogue as an ods or xls file, a sheet for each relation: it is read as a workbook is.

Such files are not written: LibreOffice opens xlsx, and xls is out of date.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from io import BytesIO
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from ..progress import no_progress
from .load import load
from .spreadsheet_process import said_of
from .workbook import MOST_COLUMNS, error_fault, formula_fault, number_text, relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.store import Store
    from .input_file import InputFile
    from .sheets import Sheets

    Lines = list[tuple[int, list[Any]]]


def read(source: InputFile, progress: Progress) -> Store:
    """Return the catalogue in a spreadsheet. Raises CatalogueError."""
    with sheets(source, progress) as found:
        return load(found, source.path, progress)


@contextmanager
def sheets(source: InputFile, progress: Progress = no_progress) -> Iterator[Sheets]:
    """Give the relations, to be read while the context lasts. Raises CatalogueError."""
    tables: dict[str, Lines] = {}
    lines: Lines = []
    for said in _said_of(source):
        if isinstance(said, list):
            number, cells, filled = said
            for column in filled:  # only the first cell of a merged range has its value
                cells[column] = None
            lines.append((number, [_cell(one) for one in cells[:MOST_COLUMNS]]))
        elif "sheet" in said and not said["hidden"]:
            tables[said["sheet"]] = lines = []
    yield relations(
        source.path,
        [(title, partial(_of_header, found)) for title, found in tables.items()],
    )


def _said_of(source: InputFile) -> Iterator[Any]:
    """Yield what is said of a file, which has to be one of the system to be read elsewhere."""
    file = source.rewound()
    if not isinstance(file, BytesIO):
        yield from said_of(source.path)
        return
    with NamedTemporaryFile() as copy:
        copy.write(file.getvalue())
        copy.flush()
        yield from said_of(copy.name)


def _of_header(lines: Lines) -> Iterator[tuple[int, list[Any]]]:
    # The first row has the names of the columns, also where it is empty.
    if not lines or lines[0][0] != 1:
        yield 1, []
    yield from lines


def _cell(value: Any) -> Any:
    """Return a cell as the same cell of CSV, a CellFault where it has no value."""
    if value is None or isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return number_text(value)
    if "day" in value:
        text = f"{value['day']} {value['time']}" if "time" in value else value["day"]
        return text[: value.get("shown")]
    if value["fault"] == "formula":
        return formula_fault(value["cell"])
    return error_fault(value["cell"], value["fault"])
