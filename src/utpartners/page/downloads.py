"""The data of a page as files in it: a reader saves them without a server."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UtpartnersError
from ..i18n import translated
from ..questions.list import partnerships
from ..questions.selection import EVERYTHING
from ..questions.timeline import timeline
from ..render import Screen, format_named, renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..answers import Table
    from ..questions.selection import Selection
    from ..store.store import Store

LARGEST = 60_000
"""Bytes of a file that is put into a page; a page of many partnerships would get too large."""

_TYPES = {
    "csv": "text/csv;charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Download(NamedTuple):
    """A file: its name, what people read, and its address in the page."""

    name: str
    label: str
    address: str


def downloads(store: Store) -> list[Download]:
    """Return the files of a page that are not too large for it."""
    wanted: tuple[tuple[str, Callable[[Store, Selection], Table], tuple[str, ...]], ...] = (
        ("partnerships", partnerships, ("csv", "json", "xlsx")),
        ("activities", timeline, ("csv", "json")),
    )
    found = []
    for name, ask, formats in wanted:
        for format in formats:
            data = _file(ask(store, EVERYTHING), format)
            if data is not None and len(data) <= LARGEST:
                address = f"data:{_TYPES[format]};base64,{b64encode(data).decode()}"
                label = f"{translated(name.capitalize())} ({format})"
                found.append(Download(f"{name}.{format}", label, address))
    return found


def _file(table: Table, format: str) -> bytes | None:
    """Return a table in a format; None where the package for it is not installed."""
    try:
        pieces = renderer(format_named(format))(table, Screen())
        return b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    except UtpartnersError:
        return None
