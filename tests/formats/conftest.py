"""Catalogues in every form, one of them to change before it is read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from utpartners import model
from utpartners.api import Catalogue
from utpartners.formats import find_form, write
from utpartners.store.records import records
from utpartners.store.store import Store

PARTS = "parts/"
"""The name that a folder of TOML files has in tests; other folders are data packages."""


class Written(Protocol):
    """Writes a store in the form that the end of a name asks for."""

    def __call__(self, store: Store, name: str) -> Path:
        """Where it was written."""
        ...


@pytest.fixture(scope="session")
def anu(catalogue: Catalogue) -> Store:
    """The bundled catalogue with one partnership, where more of them only take longer."""
    return catalogue.part(partner=["anu"]).store


@pytest.fixture(scope="session")
def anu_records(anu: Store) -> model.Catalogue:
    """The records of the same."""
    return records(anu)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def writing(store: Store, name: str) -> Path:
        form = find_form("parts" if name == PARTS else None, name)
        assert form is not None
        path = tmp_path / name.rstrip("/")
        write(store, str(path), form)
        return path

    return writing


def _package_of(store: Store, path: Path) -> Path:
    form = find_form("package", None)
    assert form is not None
    write(store, str(path), form)
    return path


@pytest.fixture(scope="session")
def written_package(tmp_path_factory: pytest.TempPathFactory, store: Store) -> Path:
    return _package_of(store, tmp_path_factory.mktemp("written") / "package")


@pytest.fixture(scope="session")
def written_anu(tmp_path_factory: pytest.TempPathFactory, anu: Store) -> Path:
    return _package_of(anu, tmp_path_factory.mktemp("written") / "package")


@pytest.fixture
def anu_package(tmp_path: Path, written_anu: Path) -> Path:
    """The catalogue with one partnership as a data package, which a test may change."""
    return Path(shutil.copytree(written_anu, tmp_path / "package"))


@pytest.fixture
def package(tmp_path: Path, written_package: Path) -> Path:
    """The bundled catalogue as a data package, which a test may change."""
    return Path(shutil.copytree(written_package, tmp_path / "package"))
