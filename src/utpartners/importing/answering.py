"""The answers of an import: a row for each row of the sheet, and the rows counted."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from ..answers import Column, Table, View
from ..i18n import translated
from .finishing import described
from .looks import counted

if TYPE_CHECKING:
    from ..answers import Row
    from .entries import Entry
    from .importer import Import

COLUMNS = (
    Column("row", "number"),
    Column("state", means="word"),
    Column("partner"),
    Column("id", is_id=True),
    Column("agreements", "list"),
    Column("departments", "list"),
    Column("look", "list", heading="To look at"),
    Column("remarks", "list"),
    Column("sheet"),
)

VIEW = (
    View("Row", (("{row}",),), align="right"),
    View("State", (("{state}",),)),
    View("Partner", (("{partner}",), ("{id}",)), is_id=False),
    View("Agreements", (("{agreements}",), ("{departments}",))),
    View("To look at", (("{look}",), ("{remarks}",))),
)


def rows_of(found: Import) -> Table:
    """Return a row for each row of the sheets, with their names where there are several."""
    several = len(found.labels) > 1
    title = translated("{sheet} into {catalogue}").format(
        sheet=os.path.basename(found.path), catalogue=os.path.basename(found.target.path)
    )
    columns = COLUMNS if several else COLUMNS[:-1]
    rows = [_row(entry)[: len(columns)] for entry in found.entries]
    return Table(columns, rows, title=title, view=VIEW)


def _row(entry: Entry) -> Row:
    return (
        entry.row,
        entry.state,
        entry.partner.name if entry.partner else entry.partner_text,
        (entry.partner.partnership or entry.partner.id) if entry.partner else None,
        [described(one) for one in entry.agreements],
        entry.departments,
        [look.sentence for look in entry.looks],
        entry.remarks,
        entry.sheet,
    )


def summary(entries: list[Entry]) -> str:
    """Return the rows counted: ``300 rows: 281 ready (…), 14 unclear dates``."""
    states = Counter(entry.state for entry in entries)
    ready = len(entries) - states["look"]
    topics = Counter(topic for entry in entries for topic in {look.topic for look in entry.looks})
    one = translated("{count} row: {ready} ready")
    several = translated("{count} rows: {ready} ready")
    said = (one if len(entries) == 1 else several).format(
        count=f"{len(entries):,}", ready=f"{ready:,}"
    )
    parts = [
        translated("{count} new").format(count=f"{states['new']:,}"),
        translated("{count} changed").format(count=f"{states['changed']:,}"),
        translated("{count} the same").format(count=f"{states['same']:,}"),
    ]
    comma = translated(", ")
    looks = [counted(topic, count) for topic, count in topics.most_common()]
    detail = translated("({parts})").format(parts=comma.join(parts))
    return f"{said} {detail}{comma if looks else ''}{comma.join(looks)}"
