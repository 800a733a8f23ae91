"""Catalogues in every form, one of them to change before it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from utpartners.formats import find_form, write
from utpartners.store.store import Store

PARTS = "parts/"
"""The name that a folder of TOML files has in tests; other folders are data packages."""


class Written(Protocol):
    """Writes a store in the form that the end of a name asks for."""

    def __call__(self, store: Store, name: str) -> Path:
        """Where it was written."""
        ...


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def writing(store: Store, name: str) -> Path:
        form = find_form("parts" if name == PARTS else None, name)
        assert form is not None
        path = tmp_path / name.rstrip("/")
        write(store, str(path), form)
        return path

    return writing


@pytest.fixture
def package(tmp_path: Path, store: Store) -> Path:
    """The bundled catalogue as a data package."""
    form = find_form("package", None)
    assert form is not None
    path = tmp_path / "package"
    write(store, str(path), form)
    return path
