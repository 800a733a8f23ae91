"""A database may be from anyone: what it says is not written as a catalogue unless it is one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
import tomli
from tests.slow import quick_are

from utpartners.checks.rules import RULES
from utpartners.formats.problems import errors_in, in_toml
from utpartners.model import Catalogue
from utpartners.store.database import write_database
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

    from utpartners.model import Catalogue as Records


@pytest.mark.parametrize(
    "name", quick_are(["c.toml", "c.zip"], ["c.toml", "c.json", "c/", "c.zip", "c.xlsx"])
)
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO member VALUES (1, 9, 999)",
        "DELETE FROM department WHERE id = 'gs-eng'",
        "DELETE FROM catalogue",
    ],
)
def test_rows_that_do_not_fit(
    run: Run, tmp_path: Path, anu_records: Records, name: str, sql: str
) -> None:
    """Rows that refer to nothing are told, and nothing is written."""
    changed(tmp_path / "c.db", anu_records, sql)
    done = run("export", "--data", "c.db", "-o", f"new-{name}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("utpartners: c.db:"), done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["c.db"]


@pytest.mark.parametrize("name", ["c.toml", "c.json"])
@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        (
            "UPDATE partnership SET since = 'soon 2019' WHERE id = 'anu'",
            "'soon 2019' is not a date",
        ),
        ("UPDATE institution SET country = 'XX' WHERE id = 'anu'", "there is no country 'XX'"),
        ("UPDATE activity SET format = 'by mail' WHERE pk = 1", "by mail"),
        ("UPDATE partnership SET name = '' WHERE id = 'anu'", "name"),
    ],
)
def test_values_that_are_none(
    run: Run, tmp_path: Path, anu_records: Records, name: str, sql: str, reason: str
) -> None:
    """Values that no catalogue may have are told, and nothing is written."""
    changed(tmp_path / "c.db", anu_records, sql)
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


@pytest.mark.parametrize(
    "name", quick_are(["c.toml", "c.db"], ["c.toml", "c.json", "c.db", "c/", "c.zip", "c.xlsx"])
)
def test_errors_are_told(run: Run, tmp_path: Path, name: str) -> None:
    """A catalogue with errors is written as it is, to be mended there, and they are told."""
    (tmp_path / "d.toml").write_text(DOUBTFUL)
    done = run("export", "--data", "d.toml", "-o", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "The catalogue written has 2 errors; see: utpartners check d.toml\n"
    checked = run("check", name, cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (1, "2 errors\n")


def test_errors_on_stderr(run: Run, tmp_path: Path) -> None:
    """What is told goes to stderr, so that stdout is the catalogue and nothing else."""
    (tmp_path / "d.toml").write_text(DOUBTFUL.replace("www.example.org", "https://example.org"))
    done = run("export", "--data", "d.toml", "-f", "toml", cwd=tmp_path)
    assert done.stderr == "The catalogue written has 1 error; see: utpartners check d.toml\n"
    (tmp_path / "again.toml").write_text(done.stdout)
    assert run("check", "again.toml", cwd=tmp_path).stderr == "1 error\n"


BASE = """
[catalogue]
title = "T"
home = "h"

[[country]]
code = "JP"
name = "Japan"

[[institution]]
id = "h"
name = "H"
country = "JP"

[[partnership]]
id = "p"
name = "P"
status = "primary"
members = ["h"]
"""

BREAKS = {
    "reversed-agreement": (
        'members = ["h"]\n',
        'members = ["h"]\n[[partnership.agreement]]\nkind = "k"\nsigned = "2020"\nends = "2019"\n',
    ),
    "reversed-time": ('members = ["h"]', 'members = ["h"]\nsince = "2020"\nuntil = "2019"'),
    "unknown-status": ("[[partnership]]", '[[status]]\nid = "active"\n\n[[partnership]]'),
    "public": ('title = "T"', 'title = "T"\npublic = ["agreement.colour"]'),
    "country-code": ("JP", "XX"),
    "coordinates": ('name = "H"', 'name = "H"\nlatitude = 1.5'),
    "url": ('name = "H"', 'name = "H"\nwebsite = "h.example"'),
    "ror": ('name = "H"', 'name = "H"\nror = "https://ror.org/057zh3y97"'),
    "empty-name": ('name = "P"', 'name = "?!"'),
}
"""For each rule whose errors a store can hold, a change of BASE that breaks it."""


def test_every_such_rule_is_broken() -> None:
    """No error rule is left out of the next test, and none has to see all records at once."""
    rules = [rule for rule in RULES if rule.severity == "error" and not rule.is_consistency]
    assert BREAKS.keys() == {rule.name for rule in rules}
    assert {rule.scope for rule in rules} == {"record", "status"}


@pytest.mark.parametrize("rule", BREAKS)
def test_check_and_export_agree(rule: str) -> None:
    """An error rule says the same of a file that is checked and of a store that is written."""
    text = BASE.replace(*BREAKS[rule])
    checked = [found.problem for found in in_toml("c.toml", text) if found.severity == "error"]
    with closing(in_memory(msgspec.convert(tomli.loads(text), Catalogue), "c.toml")) as store:
        written = list(errors_in(store))
    assert [problem.rule for problem in checked] == [rule]
    assert [problem.message for problem in written] == [problem.message for problem in checked]
