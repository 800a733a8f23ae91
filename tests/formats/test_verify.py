"""A database may be from anyone: what it says is not written as a catalogue unless it is one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.store.store import write_database

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

    from utpartners.model import Catalogue as Records


@pytest.mark.parametrize("name", ["c.toml", "c.json", "c/", "c.zip", "c.xlsx"])
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO member VALUES (1, 9, 999)",
        "DELETE FROM department WHERE id = 'gs-eng'",
        "DELETE FROM catalogue",
    ],
)
def test_rows_that_do_not_fit(
    run: Run, tmp_path: Path, utokyo: Records, name: str, sql: str
) -> None:
    """Rows that refer to nothing are told, and nothing is written."""
    changed(tmp_path / "c.db", utokyo, sql)
    done = run("export", "--data", "c.db", "-o", f"new-{name}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("utpartners: c.db:"), done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["c.db"]


@pytest.mark.parametrize("name", ["c.toml", "c.json"])
@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE partnership SET since = 'soon 2019' WHERE id = 'anu'", "'soon 2019' is no time"),
        ("UPDATE institution SET country = 'XX' WHERE id = 'anu'", "there is no country 'XX'"),
        ("UPDATE activity SET format = 'by mail' WHERE pk = 1", "by mail"),
        ("UPDATE partnership SET name = '' WHERE id = 'anu'", "name"),
    ],
)
def test_values_that_are_none(
    run: Run, tmp_path: Path, utokyo: Records, name: str, sql: str, reason: str
) -> None:
    """Values that no catalogue may have are told, and nothing is written."""
    changed(tmp_path / "c.db", utokyo, sql)
    done = run("export", "--data", "c.db", "-o", f"new-{name}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert reason in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["c.db"]


def changed(path: Path, records: Records, sql: str) -> None:
    write_database(records, str(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)
        connection.commit()


DOUBTFUL = """
[catalogue]
title = "T"
home = "h"

[[country]]
code = "XX"
name = "Nowhere"

[[institution]]
id = "h"
name = "H"
country = "XX"
website = "www.example.org"
"""


@pytest.mark.parametrize("name", ["c.toml", "c.json", "c.db", "c/", "c.zip", "c.xlsx"])
def test_errors_are_told(run: Run, tmp_path: Path, name: str) -> None:
    """A catalogue with errors is written as it is, to be mended there, and they are told."""
    (tmp_path / "d.toml").write_text(DOUBTFUL)
    done = run("export", "--data", "d.toml", "-o", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "What was written has 2 errors; see: utpartners check d.toml\n"
    checked = run("check", name, cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (1, "2 errors\n")


def test_errors_on_stderr(run: Run, tmp_path: Path) -> None:
    """What is told goes to stderr, so that stdout is the catalogue and nothing else."""
    (tmp_path / "d.toml").write_text(DOUBTFUL.replace("www.example.org", "https://example.org"))
    done = run("export", "--data", "d.toml", "-f", "toml", cwd=tmp_path)
    assert done.stderr == "What was written has 1 error; see: utpartners check d.toml\n"
    (tmp_path / "again.toml").write_text(done.stdout)
    assert run("check", "again.toml", cwd=tmp_path).stderr == "1 error\n"
