"""A catalogue full of secrets, in a folder whose name is one, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.in_process import ask as ask
from tests.public.filled import WORD, Filler

from utpartners.formats.toml import pieces

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners import model


@pytest.fixture(scope="session")
def filled() -> model.Catalogue:
    """The records: every field of each is filled."""
    return Filler().catalogue()


@pytest.fixture(scope="session")
def secrets(filled: model.Catalogue, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the file, which is a secret as well."""
    path = tmp_path_factory.mktemp(WORD) / f"{WORD}.toml"
    path.write_text("".join(pieces(filled)), "utf-8")
    return str(path)


@pytest.fixture
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is written; the name of that of a test may have a secret in it."""
    return tmp_path_factory.mktemp("out")
