"""What is public: the lists of the page are those of the program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import utpartners
from utpartners import bundled
from utpartners.errors import ExitCode
from utpartners.formats.toml import records
from utpartners.store.database import write_database

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "public.md").read_text("utf-8")


def section(heading: str) -> str:
    """The text below a heading of the page."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.slow
def test_the_page_is_that_of_the_program(script: Callable[[str], ModuleType]) -> None:
    """docs/public.md is what docs/make_public.py writes now."""
    assert script("make_public").public() == PAGE


def test_the_keys_are_those_of_the_model(script: Callable[[str], ModuleType]) -> None:
    """docs/keys.md is what docs/make_keys.py writes now."""
    assert script("make_keys").keys() == (DOCS / "keys.md").read_text("utf-8")


def test_every_public_name_is_there() -> None:
    """The names that the package exports, and the public methods of a catalogue."""
    methods = [name for name in vars(utpartners.Catalogue) if not name.startswith("_")]
    functions = [name for name in methods if callable(getattr(utpartners.Catalogue, name))]
    listed = section("Python")
    assert [name for name in utpartners.__all__ if f"\n- `{name}`" not in listed] == []
    assert [name for name in functions if f"\n- `{name}(" not in listed] == []


def test_every_exit_status_is_there() -> None:
    """The statuses of the program, and that of Ctrl-C."""
    listed = section("Exit status")
    assert [code for code in (*ExitCode, 130) if f"\n| {int(code)} |" not in listed] == []


def test_the_tables_are_those_of_a_database(tmp_path: Path) -> None:
    """A database that is written has the tables and columns of the page, and no others but those
    for finding names and words."""
    path = tmp_path / "catalogue.db"
    write_database(records(bundled.TOML), str(path))
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        tables = {name for (name,) in found if not name.startswith(("sqlite_", "search_"))}
        for name in tables - {"spelling", "word", "search"}:
            columns = [row[1] for row in database.execute(f'PRAGMA table_xinfo("{name}")')]
            row = f"\n| `{name}` | {', '.join(f'`{column}`' for column in columns)} |"
            assert row in section("Tables of a database")
