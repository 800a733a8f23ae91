"""Find the table in a sheet: its header under titles, its rows, and what else stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ..i18n import translated
from .countries import country, regions
from .countries import fold as fold_country
from .grid import Line, text_of
from .header_words import fold, known_headers
from .kinds import known_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .grid import Cell, Grid

LONGEST_NAME = 150
"""Letters from which a text that stands alone in its row is taken for a note."""

HEADER_WITHIN = 40
"""Rows with something in them in which the header is looked for."""


class Layout(NamedTuple):
    """The table of a sheet."""

    labels: list[str]
    """The header of each column; two rows of headers are joined: ``MoU / Signed``."""
    header: int
    """The number of the last row of the header."""
    lines: list[Line]
    sections: dict[int, str]
    """The country that a heading within the table gives to rows, by their number."""
    legend: dict[str, str]
    """What notes below the table say of marks such as ``*``."""
    notes: list[str]
    """What there is to report."""


def find_layout(grid: Grid, header: int | None = None) -> Layout | None:
    """Return the table of a sheet; None where no row looks like a header.

    Raises UsageError where the row that is named has nothing in it.
    """
    place = _named(grid, header) if header is not None else _best_header(grid.lines)
    if place is None:
        return None
    labels, first, last = _labels(grid.lines, place, is_named=header is not None)
    width = max(len(line.cells) for line in grid.lines)
    labels = _distinct([*labels, *[""] * (width - len(labels))], grid.lines[last + 1 :])
    above = grid.lines[:first]
    found = _sorted_out(grid.lines[last + 1 :], labels, grid.lines[last].cells)
    notes = _report(above, found, grid.blank)
    return Layout(labels, grid.lines[last].number, found.rows, found.sections, found.legend, notes)


def _named(grid: Grid, header: int) -> int:
    for place, line in enumerate(grid.lines):
        if line.number == header:
            return place
    raise UsageError(translated("--header: row {number} has nothing in it").format(number=header))


def _best_header(lines: Sequence[Line]) -> int | None:
    scores = [_score(line.cells) for line in lines[:HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 1 and (best >= 2 or scores[0] == best) else None


def _score(cells: Sequence[Cell]) -> int:
    """Return how many different headers the cells of a row are."""
    texts = {cell for cell in cells if isinstance(cell, str)}
    return sum(map(_is_header, texts))


def _is_header(text: str) -> bool:
    if len(text) > 80:
        return False
    known = known_headers()
    inner = [fold(part) for part in re.split(r"[/／\n|(（]", text)]
    return fold(text) in known or any(part in known for part in inner if part)


def _labels(lines: Sequence[Line], place: int, *, is_named: bool) -> tuple[list[str], int, int]:
    """Return the labels, and the places of the first and the last row of the header."""
    row = lines[place].cells
    if not is_named and place + 1 < len(lines) and _is_second(row, lines[place + 1].cells):
        return _joined(row, lines[place + 1].cells), place, place + 1
    if place and _is_first(lines[place - 1].cells, row):
        return _joined(lines[place - 1].cells, row), place - 1, place
    return [" ".join(text_of(cell).split()) for cell in row], place, place


def _is_second(top: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Return whether a row below a header continues it, and is no row of data."""
    said = [cell for cell in row if cell is not None]
    texts = [cell for cell in said if isinstance(cell, str)]
    headers = sum(_is_header(text) or text in top for text in texts)
    return bool(said) and len(texts) == len(said) and headers == len(texts) and headers > 0


def _is_first(top: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Return whether a row above a header groups its columns, and is no title."""
    texts = [cell for cell in top if cell is not None]
    if not all(isinstance(text, str) for text in texts) or len(set(texts)) < 2:
        return False
    return any(_is_header(str(text)) or known_kind(str(text)) for text in texts)


def _joined(top: Sequence[Cell], row: Sequence[Cell]) -> list[str]:
    """Join two rows of headers; a group reaches to the right, up to the next one."""
    labels: list[str] = []
    group = ""
    for place in range(max(len(top), len(row))):
        above = " ".join(text_of(top[place] if place < len(top) else None).split())
        below = " ".join(text_of(row[place] if place < len(row) else None).split())
        group = above or group
        if not below or below == above:
            labels.append(above)
        elif above or group:
            labels.append(f"{group} / {below}")
        else:
            labels.append(below)
    return labels


def _distinct(labels: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """Return labels that differ; a column without one is called after its letter."""
    found: list[str] = []
    for place, label in enumerate(labels):
        name = label or translated("column {letter}").format(letter=letter_of(place))
        number = 2
        while name in found:
            name = f"{label} ({number})"
            number += 1
        found.append(name)
    filled = max((len(line.cells) for line in lines), default=0)
    while len(found) > filled and not labels[len(found) - 1]:
        found.pop()
    return found


def letter_of(place: int) -> str:
    """Return the letters of a column: ``A`` for 0, ``AA`` for 26."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


class _Found(NamedTuple):
    rows: list[Line]
    sections: dict[int, str]
    legend: dict[str, str]
    totals: list[int]
    headings: list[int]
    headers: list[int]
    notes: list[int]


_TOTAL = re.compile(
    r"(?:grand |sub-?)?totals?|sum|合計|総計|小計|計|gesamt|summe|insgesamt|total g[ée]n[ée]ral|"
    r"sous-total|suma|summa|totalt|总计|合计|小计|합계|총계|소계|件数",
    re.IGNORECASE,
)
_MARK = r"(?:\*{1,3}|†|‡|§|※\d*|注\d*[:：]?|[¹²³⁴⁵]|\(\*?\d\)|\[\d\]|\d\))"
_NOTE = re.compile(
    rf"{_MARK}|(?:notes?|source|as of|last updated|updated|stand|quelle|hinweis|anmerkung|remarque|"
    r"nota|data|fuente|obs|källa|uppdaterad|注|出典|備考|更新日|作成|时间|截至|기준|참고|prepared|compiled|"
    r"printed|abbreviations?|legend|key)\b[ :：.]?",
    re.IGNORECASE,
)
_LEGEND = re.compile(rf"({_MARK})\s*[:：=]?\s*(\S.*)", re.DOTALL)


def _sorted_out(lines: Sequence[Line], labels: Sequence[str], header: Sequence[Cell]) -> _Found:
    found = _Found([], {}, {}, [], [], [], [])
    section, previous = "", lines[0].number - 1 if lines else 0
    last = max((i for i, line in enumerate(lines) if len(_values(line)) > 2), default=-1)
    for place, line in enumerate(lines):
        values = _values(line)
        after_end = (place > last and line.number > previous + 1) or bool(found.notes)
        previous = line.number
        if line.cells[: len(header)] == list(header):
            found.headers.append(line.number)
        elif _is_total(line):
            found.totals.append(line.number)
        elif len(values) == 1 and (heading := _heading(values[0])) is not None:
            section = heading
            found.headings.append(line.number)
        elif len(labels) > 2 and _is_note(line, values, after_end=after_end):
            found.notes.append(line.number)
            found.legend.update(_explained(values))
        else:
            if section:
                found.sections[line.number] = section
            found.rows.append(line)
    return found


def _explained(values: Sequence[str]) -> dict[str, str]:
    """Return what a note says of marks."""
    matches = filter(None, map(_LEGEND.match, values))
    return {match[1]: match[2] for match in matches}


def _values(line: Line) -> list[str]:
    """Return the different texts of a row, in their order; a merged cell counts once."""
    return list(dict.fromkeys(text_of(cell) for cell in line.cells if cell is not None))


def _is_total(line: Line) -> bool:
    """Return whether a row begins with a word for total, and has numbers beside it."""
    first = next(text_of(cell) for cell in line.cells if cell is not None)
    word = first.split(":")[0].split("：")[0].strip(" ：:")
    if not _TOTAL.fullmatch(word) and not re.fullmatch(
        r"(?:total|合計|計)\s*[\d,]+.*", first, re.I
    ):
        return False
    rest = [cell for cell in line.cells if cell is not None][1:]
    return all(re.fullmatch(r"[\d,. ]+[^\d]{0,12}", text_of(cell)) for cell in rest)


def _heading(text: str) -> str | None:
    """Return the country of a heading within the table; empty for a region, None for no heading."""
    plain = text.strip("【】[]()（）■●◆<>＜＞ ")
    if fold_country(plain) in regions():
        return ""
    found = country(plain)
    return found.code if found.code and len(plain) > 2 and not found.is_likely else None


def _is_note(line: Line, values: Sequence[str], *, after_end: bool) -> bool:
    """Return whether a row is a note: a mark or word for one, or a text alone after the end."""
    if len(values) > 2 or not values:
        return False
    if _NOTE.match(values[0]) and (len(values) == 1 or after_end):
        return True
    return len(values) == 1 and (after_end or len(values[0]) > LONGEST_NAME)


def _said_of_headings() -> tuple[str, str]:
    return (
        translated("Heading within the table: row {rows}."),
        translated("Headings within the table: rows {rows}."),
    )


def _said_of_repeated() -> tuple[str, str]:
    return translated("Repeated header: row {rows}."), translated("Repeated headers: rows {rows}.")


def _said_of_totals() -> tuple[str, str]:
    return translated("Total, not read: row {rows}."), translated("Totals, not read: rows {rows}.")


def _said_of_notes() -> tuple[str, str]:
    return translated("Note, not read: row {rows}."), translated("Notes, not read: rows {rows}.")


def _report(above: Sequence[Line], found: _Found, blank: int) -> list[str]:
    notes = []
    if above:
        title = _values(above[0])[0][:60]
        notes.append(translated("Above the header: '{title}'.").format(title=title))
    for numbers, patterns in (
        (found.headings, _said_of_headings()),
        (found.headers, _said_of_repeated()),
        (found.totals, _said_of_totals()),
        (found.notes, _said_of_notes()),
    ):
        if numbers:
            pattern = patterns[len(numbers) > 1]
            notes.append(pattern.format(rows=_listed(numbers)))
    if blank:
        pattern = (
            translated("{count} blank row skipped.")
            if blank == 1
            else translated("{count} blank rows skipped.")
        )
        notes.append(pattern.format(count=f"{blank:,}"))
    return notes


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:8]))
    return f"{shown} …" if len(numbers) > 8 else shown
