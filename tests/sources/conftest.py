"""A data package to change before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.exporters.package import write
from utpartners.progress import no_progress

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners.store.store import Store


@pytest.fixture
def package(tmp_path: Path, store: Store) -> Path:
    """The bundled catalogue as a data package."""
    path = tmp_path / "package"
    write(store, str(path), no_progress)
    return path
