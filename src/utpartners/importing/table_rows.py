"""Sort the rows below a header: those of the table, headings, totals, notes, repeated headers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..i18n import translated
from .grid import text_of
from .headings import Heading, heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .grid import Cell, Line

LONGEST_NAME = 150
"""Letters from which a text that stands alone in its row is taken for a note."""

LONGEST_TITLE = 100
"""Letters of a title above the table that are repeated."""


@dataclass
class Found:
    """The rows below a header, sorted by what they are."""

    rows: list[Line] = field(default_factory=list)
    headings: dict[int, Heading] = field(default_factory=dict)
    """The heading that rows stand below, by the number of the row."""
    legend: dict[str, str] = field(default_factory=dict)
    """What notes below the table say of marks such as ``*``."""
    totals: list[int] = field(default_factory=list)
    heading_rows: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


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


def sorted_out(
    lines: Sequence[Line], labels: Sequence[str], header: Sequence[Cell], sheet: str
) -> Found:
    """Return the rows below a header, without what is no row of the table."""
    found = Found()
    heading = heading_of(sheet) if sheet else None
    previous = lines[0].number - 1 if lines else 0
    last = max((i for i, line in enumerate(lines) if len(_values(line)) > 2), default=-1)
    is_below = False
    for place, line in enumerate(lines):
        values = _values(line)
        is_below = is_below and line.number == previous + 1
        is_below = is_below or (place > last and line.number > previous + 1)
        previous = line.number
        if line.cells[: len(header)] == list(header):
            found.repeated.append(line.number)
        elif _is_total(line):
            found.totals.append(line.number)
        elif len(values) == 1 and (said := _heading(values[0], lines[place + 1 :], header)):
            heading = said
            found.heading_rows.append(line.number)
        elif len(labels) > 2 and _is_note(line, values, after_end=is_below):
            found.notes.append(line.number)
            found.legend.update(_explained(values))
            is_below = place > last
        else:
            if heading:
                found.headings[line.number] = heading
            found.rows.append(line)
    return found


def _heading(text: str, below: Sequence[Line], header: Sequence[Cell]) -> Heading | None:
    """Return the heading that a text alone in its row is; also one of a table of its own."""
    if known := heading_of(text):
        return known
    is_of_table = bool(below) and below[0].cells[: len(header)] == list(header)
    return Heading(text) if is_of_table else None


def _explained(values: Sequence[str]) -> dict[str, str]:
    """Return what a note says of marks."""
    matches = filter(None, map(_LEGEND.match, values))
    return {match[1]: match[2] for match in matches}


def _values(line: Line) -> list[str]:
    """Return the different texts of a row, in their order; a merged cell counts once."""
    return list(dict.fromkeys(text_of(cell) for cell in line.cells if cell is not None))


def _is_total(line: Line) -> bool:
    """Return whether a row begins with a word for total, and has numbers beside it."""
    texts = [text_of(cell) for cell in line.cells if cell is not None]
    # A word for total may stand behind the region or country that it is of.
    first = next((text for text in texts if not text.replace(",", "").isdigit()), texts[0])
    word = first.split(":")[0].split("：")[0].strip(" ：:")
    patterns = r"(?:total|合計|計)\s*[\d,]+.*", r".{1,40}\s(?:sub-?)?total|.{1,20}(?:合計|小計)"
    if not _TOTAL.fullmatch(word) and not any(re.fullmatch(one, first, re.I) for one in patterns):
        return False
    # Merged cells may repeat the word.
    rest = [cell for cell in line.cells if cell is not None and text_of(cell) != first]
    return all(re.fullmatch(r"[\d,. ]+[^\d]{0,12}", text_of(cell)) for cell in rest)


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


def report(above: Sequence[Line], found: Found, blank: int) -> list[str]:
    """Return what there is to tell of rows that are none of the table."""
    notes = []
    if above:
        title = _values(above[0])[0]
        title = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()} …"
        notes.append(translated("Above the header: '{title}'.").format(title=title))
    for numbers, patterns in (
        (found.heading_rows, _said_of_headings()),
        (found.repeated, _said_of_repeated()),
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
