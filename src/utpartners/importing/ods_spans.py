"""Find the merged cells of an OpenDocument sheet, which the reader of workbooks does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZipFile, is_zipfile

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a range, each as row and column from 0."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def merged_cells(path: str) -> dict[str, list[Span]]:
    """Return the merged ranges of an ods file by the name of their sheet; nothing for others."""
    if not is_zipfile(path):
        return {}
    found: dict[str, list[Span]] = {}
    with ZipFile(path) as archive:
        if "content.xml" not in archive.namelist():
            return {}
        with archive.open("content.xml") as content:
            name, row = "", 0
            # This runs in the process that is ended where it needs too much.
            for event, element in ElementTree.iterparse(content, ("start", "end")):  # noqa: S314
                if event == "start" and element.tag == f"{_TABLE}table":
                    name, row = element.get(f"{_TABLE}name", ""), 0
                elif event == "end" and element.tag == f"{_TABLE}table-row":
                    found.setdefault(name, []).extend(_of_row(element, row))
                    row += int(element.get(f"{_TABLE}number-rows-repeated", 1))
                    element.clear()
    return found


def _of_row(element: ElementTree.Element, row: int) -> Iterator[Span]:
    column = 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        down = int(cell.get(f"{_TABLE}number-rows-spanned", 1))
        right = int(cell.get(f"{_TABLE}number-columns-spanned", 1))
        if down > 1 or right > 1:
            yield (row, column), (row + down - 1, column + right - 1)
        column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
