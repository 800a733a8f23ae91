"""Find what a workbook says by its looks: struck or hidden rows, colours, comments on cells.

The reader of workbooks gives values only. An office that strikes a row through, or hides it, means
something by that, which must not be lost in silence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, is_zipfile

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_PART = 256 * 1024**2
"""Bytes of a part, unpacked, that is looked at."""

MOST = 1_000
"""Rows or cells of a kind that are told."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*>')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_COLUMN = re.compile(rb"<col\b[^>]*>")
_CELL = re.compile(rb'<c r="[A-Z]+(\d+)" s="(\d+)"[^>/]*>')
_FONTS = re.compile(rb"<fonts\b.*?</fonts>", re.DOTALL)
_FONT = re.compile(rb"<font>.*?</font>|<font/>", re.DOTALL)
_STRIKE = re.compile(rb'<strike(?:\s+val="(?:1|true)")?\s*/>')
_FORMATS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<xf\b[^>]*>")
_COMMENT = re.compile(rb'<comment\b[^>]*\bref="([A-Z]+\d+)"')


def marks(path: str) -> dict[str, dict[str, Any]]:
    """Return what the sheets of an xlsx file say by their looks, by name; nothing for others."""
    if not is_zipfile(path):
        return {}
    with ZipFile(path) as archive:
        names = {info.filename for info in archive.infolist() if info.file_size <= LARGEST_PART}
        if not {"xl/workbook.xml", "xl/styles.xml"} <= names:
            return {}
        struck, coloured = _formats(archive.read("xl/styles.xml"))
        return {
            name: _of_sheet(archive, names, part, struck, coloured)
            for name, part in _sheets(archive, names)
            if part in names
        }


def _sheets(archive: ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet with the part of the file that it is in."""
    relations = _relations(archive, names, "xl/workbook.xml")
    for match in _SHEET.finditer(archive.read("xl/workbook.xml")):
        name, id = _value(match[0], rb"name"), _value(match[0], rb"\w+:id")
        if id in relations:
            yield name, relations[id]


def _relations(archive: ZipFile, names: set[str], part: str) -> dict[str, str]:
    folder, _, file = part.rpartition("/")
    where = f"{folder}/_rels/{file}.rels"
    if where not in names:
        return {}
    found = {}
    for match in _RELATION.finditer(archive.read(where)):
        target = _value(match[0], rb"Target")
        full = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        found[_value(match[0], rb"Id")] = re.sub(r"[^/]+/\.\./", "", full)
    return found


def _value(tag: bytes, name: bytes) -> str:
    from html import unescape

    match = re.search(rb"\b" + name + rb'="([^"]*)"', tag)
    return unescape(match[1].decode("utf-8", "replace")) if match else ""


def _formats(styles: bytes) -> tuple[set[int], set[int]]:
    """Return the numbers of the formats whose font is struck through, and that have a colour."""
    fonts = _FONTS.search(styles)
    struck = [bool(_STRIKE.search(font)) for font in _FONT.findall(fonts[0])] if fonts else []
    formats = _FORMATS.search(styles)
    found: tuple[set[int], set[int]] = (set(), set())
    for number, tag in enumerate(_FORMAT.findall(formats[0]) if formats else ()):
        font, fill = (int(_value(tag, name) or 0) for name in (rb"fontId", rb"fillId"))
        if font < len(struck) and struck[font]:
            found[0].add(number)
        if fill > 1:  # the first two are none, and the pattern of grey
            found[1].add(number)
    return found


def _of_sheet(
    archive: ZipFile, names: set[str], part: str, struck: set[int], coloured: set[int]
) -> dict[str, Any]:
    content = archive.read(part)
    hidden = [int(row[1]) for row in _ROW.finditer(content) if _HIDDEN.search(row[0])]
    rows: dict[str, dict[int, int]] = {"struck": {}, "coloured": {}}
    if struck or coloured:
        for cell in _CELL.finditer(content):
            number, style = int(cell[1]), int(cell[2])
            for key, formats in (("struck", struck), ("coloured", coloured)):
                if style in formats:
                    rows[key][number] = rows[key].get(number, 0) + 1
    columns = [
        place
        for tag in _COLUMN.findall(content)
        if _HIDDEN.search(tag)
        for place in range(int(_value(tag, rb"min")), min(int(_value(tag, rb"max")), MOST) + 1)
    ]
    comments = [
        cell.decode()
        for target in _relations(archive, names, part).values()
        if "comments" in target.lower() and target in names
        for cell in _COMMENT.findall(archive.read(target))
    ]
    return {
        "hidden": hidden[:MOST],
        "columns": columns[:MOST],
        "struck": dict(list(rows["struck"].items())[:MOST]),
        "coloured": list(rows["coloured"])[:MOST],
        "comments": comments[:MOST],
    }
