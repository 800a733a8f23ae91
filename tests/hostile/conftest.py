"""Catalogues that are out to do harm, and the program in this process."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.in_process import Ask as Ask
from tests.in_process import Done as Done
from tests.in_process import ask as ask

from utpartners.formats.toml import records
from utpartners.store.database import write_database

CATALOGUE = Path(__file__).parent / "catalogue.toml"

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters but line feed and tab, and what reorders or hides text."""


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hostile catalogue as a database, which opens quickly."""
    path = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    write_database(records(str(CATALOGUE)), path)
    return path


@pytest.fixture(scope="session")
def small_db(tmp_path_factory: pytest.TempPathFactory, small_path: Path) -> str:
    """A catalogue of awkward but honest text as a database."""
    path = str(tmp_path_factory.mktemp("small") / "small.db")
    write_database(records(str(small_path)), path)
    return path
