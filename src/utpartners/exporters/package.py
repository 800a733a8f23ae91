"""A whole catalogue as a folder that is a Frictionless data package."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..store.tables import RELATIONS
from .delimited import csv_pieces
from .descriptor import NAME, descriptor, file_name

if TYPE_CHECKING:
    from ..progress import Progress
    from ..store.store import Store


def write(store: Store, path: str, progress: Progress) -> None:
    """A CSV file for each relation, and what describes them."""
    os.mkdir(path)
    for relation in RELATIONS:
        with open(os.path.join(path, file_name(relation)), "wb") as file:
            file.writelines(csv_pieces(store, relation, progress))
    with open(os.path.join(path, NAME), "wb") as file:
        file.write(descriptor(store).encode())
