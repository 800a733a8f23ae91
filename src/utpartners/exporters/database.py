"""A whole catalogue as an SQLite database, which opens at once at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..store.database import save

if TYPE_CHECKING:
    from ..progress import Progress
    from ..store.store import Store


def write(store: Store, path: str, progress: Progress) -> None:
    """The tables of the store itself, with its indexes."""
    save(store, path, progress)
