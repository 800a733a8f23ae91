"""A whole catalogue as a zip file that is a Frictionless data package: the same, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..store.tables import RELATIONS
from .delimited import csv_pieces
from .descriptor import NAME, descriptor, file_name

if TYPE_CHECKING:
    from ..progress import Progress
    from ..store.store import Store

WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell: that of everything in it."""


def write(store: Store, path: str, progress: Progress) -> None:
    """What describes the relations, and a CSV file for each."""
    with ZipFile(path, "x", ZIP_DEFLATED) as archive:
        archive.writestr(_member(NAME), descriptor(store))
        for relation in RELATIONS:
            with archive.open(_member(file_name(relation)), "w", force_zip64=True) as file:
                file.writelines(csv_pieces(store, relation, progress))


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, WHEN)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
