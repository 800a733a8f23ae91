"""What people see first of a catalogue: what it is, what it holds, and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Block, CardBrief, View
from ..i18n import translated
from ..time_words import short_time
from ..vocabulary import counted, word

if TYPE_CHECKING:
    from ..answers import Facts

DOT = " · "

_PHASES = (View("", (("{years}",),)), View("", (("{purpose}",),)))

_INITIATIVES = (View("", (("{time}",),)), View("", (("{name}", " ({abbreviation})"),)))


def brief(card: Facts, as_of: str) -> CardBrief:
    """Return what people see of a catalogue, of which the card has all the facts."""
    lines = [as_of, _contents(card), "", card["about"] or ""]
    blocks = (
        Block(_headed(translated("Aims"), len(card["aims"])), (), (), notes=tuple(card["aims"])),
        _phases(card),
        _initiatives(card),
        Block(
            _headed(translated("Sources"), len(card["sources"])),
            (),
            (),
            notes=tuple(
                DOT.join(filter(None, [source["title"], source["publisher"], source["url"]]))
                for source in card["sources"]
            ),
        ),
    )
    notes = len(card["notes"])
    one, several = translated("{count} note"), translated("{count} notes")
    said = (one if notes == 1 else several).format(count=notes) if notes else ""
    while lines and not lines[-1]:
        lines.pop()
    shown = tuple(block for block in blocks if block.rows or block.notes)
    return CardBrief("", tuple(lines if as_of else lines[1:]), shown, said)


def _headed(title: str, count: int) -> str:
    return f"{title} ({count:,})"


def _contents(card: Facts) -> str:
    """Return how many of everything there are."""
    said = (counted(row["count"], word(row["of"])) for row in card["contents"])
    return DOT.join(said)


def _phases(card: Facts) -> Block:
    rows = [
        {
            "years": translated("{number}: {years}", number=row["number"], years=_years(row)),
            "purpose": row["purpose"] or "",
        }
        for row in card["phases"]
    ]
    return Block(_headed(translated("Phases"), len(rows)), _PHASES, rows)


def _years(row: Facts) -> str:
    last = "" if row["last"] is None else str(row["last"])
    return f"{row['first']}{translated('–')}{last}"


def _initiatives(card: Facts) -> Block:
    rows = [
        {**row, "time": short_time(row["when"]) if row["when"] else ""}
        for row in card["initiatives"]
    ]
    return Block(_headed(translated("Initiatives"), len(rows)), _INITIATIVES, rows, "summary")
