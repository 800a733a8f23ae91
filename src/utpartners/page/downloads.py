"""The data of a page as files: in it, to be saved without a server, or beside it in a site."""

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
    from collections.abc import Callable, Iterator

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
    """A file: its name, what people read, and its address in or beside the page."""

    name: str
    label: str
    address: str


def downloads(store: Store) -> list[Download]:
    """Return the files that are not too large to be in a page, as addresses with their content."""
    return [
        Download(name, label, f"data:{type};base64,{b64encode(content).decode()}")
        for name, label, type, content in files(store)
        if len(content) <= LARGEST
    ]


def files(store: Store) -> Iterator[tuple[str, str, str, bytes]]:
    """Yield the name of each file, what people read, its type and its content."""
    wanted: tuple[tuple[str, Callable[[Store, Selection], Table], tuple[str, ...]], ...] = (
        ("partnerships", partnerships, ("csv", "json", "xlsx")),
        ("activities", timeline, ("csv", "json")),
    )
    for name, ask, formats in wanted:
        for format in formats:
            data = _file(ask(store, EVERYTHING), format)
            if data is not None:
                label = f"{translated(name.capitalize())} ({format})"
                yield f"{name}.{format}", label, _TYPES[format], data


def _file(table: Table, format: str) -> bytes | None:
    """Return a table in a format; None where the package for it is not installed."""
    try:
        pieces = renderer(format_named(format))(table, Screen())
        return b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    except UtpartnersError:
        return None
