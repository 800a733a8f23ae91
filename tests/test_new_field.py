"""A field is stated once: in the model, and as a column or table in ``schema.sql``.

A copy of the package gets a field of each kind in these two files, as CONTRIBUTING.md says. Then
every form, the checks, the differences, the JSON Schema and ``sql --schema`` know it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli

import utpartners

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow

PACKAGE = Path(utpartners.__file__).parent
DOCS = Path(__file__).parent.parent / "docs"

FIELDS = '''\
    report: Url | None = None
    """Text: where the activity is described."""
    budget: int | None = None
    """A number."""
    is_public: bool = False
    """True or false."""
    keywords: list[Text] = []
    """A list."""
    labels: Names = {}
    """Texts by language."""
    readings: ListsByLanguage = {}
    """Lists of texts by language."""
    host: DepartmentId | None = None
    """A reference."""
    hosts: list[DepartmentId] = []
    """A list of references."""
    costs: list[Figure] = []
    """A list of inline tables."""
'''

COLUMNS = """\
  report TEXT,
  budget INTEGER,
  is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
  host INTEGER REFERENCES department (pk),
"""

TABLES = "".join(
    f"""
CREATE TABLE activity_{table} (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
{columns}
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;
"""
    for table, columns in (
        ("keyword", "  text TEXT NOT NULL,"),
        ("label", "  language TEXT NOT NULL,\n  text TEXT NOT NULL,"),
        ("reading", "  language TEXT NOT NULL,\n  text TEXT NOT NULL,"),
        ("host", "  department INTEGER NOT NULL REFERENCES department (pk),"),
        ("cost", "  count TEXT NOT NULL,\n  of TEXT NOT NULL,"),
    )
)

VALUES = """\
report = "https://kita.example/talks"
budget = 1200
is_public = true
keywords = [
    "climate",
    "ice; snow",
]
labels = { ja = "講演会", de = "Vorträge" }
readings = { ja = [
    "資料一",
    "資料二",
], de = [
    "Skript",
] }
host = "umi"
hosts = [
    "umi",
    "eng",
]
costs = [
    { count = "over 100", of = "flights" },
]
"""
"""As ``export`` writes them, in the order of the model."""

NAMES = tuple(tomli.loads(VALUES))

MARK = 'source = "p. 2"\n'
"""The last line of the activity that has them."""


def insert(path: Path, before: str, text: str) -> None:
    """Insert a text in a file before the first place of another."""
    content = path.read_text("utf-8")
    assert before in content
    path.write_text(content.replace(before, text + before, 1), "utf-8")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the package, of which two files have the new fields."""
    copy = tmp_path_factory.mktemp("extended") / "utpartners"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "data"))
    insert(copy / "model.py", "\n\nclass Partnership(", FIELDS)
    insert(copy / "store" / "schema.sql", "  first_day TEXT,", COLUMNS)
    insert(copy / "store" / "schema.sql", "-- Further names, aliases and evidence", TABLES)
    return copy.parent


@pytest.fixture
def run(extended: Path, tmp_path: Path, clean_env: dict[str, str]) -> Run:
    """Runs the extended program in a folder of its own."""

    def running(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "utpartners", *args],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env={**clean_env, "PYTHONPATH": str(extended)},
        )

    return running


@pytest.fixture
def catalogue(small_path: Path, tmp_path: Path) -> Path:
    """A catalogue whose first activity has a value in each of the new fields."""
    path = tmp_path / "new.toml"
    content = small_path.read_text("utf-8")
    path.write_text(content.replace(MARK, MARK + VALUES, 1), "utf-8")
    return path


FORMS = ("new.json", "new.db", "new.zip", "new/", "new.xlsx")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_it(run: Run, catalogue: Path, tmp_path: Path, form: str) -> None:
    """What is written in any form and read again is the same; so is the TOML, byte for byte."""
    assert run("export", "--data", str(catalogue), "-o", form).stderr == ""
    for source, target in ((str(catalogue), "first.toml"), (form, "again.toml")):
        done = run("export", "--data", source, "-o", target)
        assert (done.returncode, done.stderr) == (0, "")
    first = (tmp_path / "first.toml").read_text("utf-8")
    assert VALUES in first
    assert (tmp_path / "again.toml").read_text("utf-8") == first
    checked = run("check", form, "-f", "csv", "--fields", "rule")
    assert checked.returncode == 0, checked.stdout


def test_parquet_has_it(run: Run, catalogue: Path, tmp_path: Path) -> None:
    """A column of Parquet, or a file of its own."""
    from pyarrow import parquet

    assert run("export", "--data", str(catalogue), "-o", "new.parquet").returncode == 0
    activity = parquet.read_table(tmp_path / "new.parquet" / "activity.parquet").to_pylist()[0]
    assert (activity["budget"], activity["is_public"], activity["host"]) == (1200, True, "umi")
    hosts = parquet.read_table(tmp_path / "new.parquet" / "activity_host.parquet").to_pylist()
    assert [row["department"] for row in hosts] == ["umi", "eng"]


def test_a_part_has_it(run: Run, catalogue: Path) -> None:
    """A part of a catalogue keeps the values, and the departments that only they refer to."""
    done = run("export", "--data", str(catalogue), "--status", "primary", "-f", "json")
    part = json.loads(done.stdout)
    activity = part["partnership"][0]["activity"][0]
    assert {name: activity[name] for name in NAMES} == tomli.loads(VALUES)
    assert "eng" in [department["id"] for department in part["department"]]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"https://kita.example/talks"', '"kita"', "report: 'kita' is not a web address"),
        ("1200", '"many"', "budget: 'many' is not a whole number"),
        ("true", "1", "is_public: 1 is not true or false"),
        ('"climate"', '""', "keywords: '' is empty"),
        ('"Vorträge"', "1", "de: 1 is not plain text"),
        ('"資料一"', "1", "ja: 1 is not plain text"),
        ('[\n    "Skript",\n]', "[]", "de: an empty list is not a list of at least one text"),
        ('host = "umi"', 'host = "umii"', "there is no department 'umii' (did you mean 'umi'?)"),
        ('    "eng"', '    "enk"', "there is no department 'enk' (did you mean 'eng'?)"),
        ('"over 100"', '"lots"', "count: 'lots' is not a count such as"),
        ("budget", "buget", "unknown key 'buget' (did you mean 'budget'?)"),
    ],
)
def test_check_knows_it(run: Run, catalogue: Path, right: str, wrong: str, message: str) -> None:
    """A value of the wrong type, a dangling reference and a misspelt key are found."""
    content = catalogue.read_text("utf-8")
    before, values, after = content.partition(VALUES)
    assert right in values
    catalogue.write_text(before + values.replace(right, wrong) + after, "utf-8")
    done = run("check", str(catalogue))
    assert done.returncode == 1
    assert message in done.stdout


@pytest.mark.parametrize(
    ("table", "right", "wrong", "message"),
    [
        ("activity", "1200", "many", "budget: 'many' is not a whole number"),
        ("activity", "true,umi", "true,xumi", "department 'xumi' (did you mean 'umi'?)"),
        ("activity_host", "eng", "enk", "there is no department 'enk' (did you mean 'eng'?)"),
        ("activity_keyword", "climate", "", "text: required, but empty"),
    ],
)
def test_tables_are_checked(
    run: Run, catalogue: Path, tmp_path: Path, table: str, right: str, wrong: str, message: str
) -> None:
    """The same in CSV files, which are also refused when they are asked."""
    run("export", "--data", str(catalogue), "-o", "folder/")
    path = tmp_path / "folder" / f"{table}.csv"
    content = path.read_text("utf-8")
    assert right in content
    path.write_text(content.replace(right, wrong), "utf-8")
    checked, asked = run("check", "folder"), run("list", "--data", "folder")
    assert (checked.returncode, asked.returncode) == (1, 1)
    assert message in checked.stdout


def test_diff_knows_it(run: Run, catalogue: Path, small_path: Path) -> None:
    """What is new in a field is a change."""
    done = run("diff", str(small_path), str(catalogue), "-f", "csv", "--fields", "field,new")
    assert done.returncode == 1
    fields = {line.partition(",")[0].rpartition(".")[2] for line in done.stdout.splitlines()}
    assert fields >= set(NAMES)


def test_the_json_schema_knows_it(extended: Path, clean_env: dict[str, str]) -> None:
    """The schema that docs/make_schema.py writes has the keys, with what their docstrings say."""
    code = "import make_schema; print(make_schema.generated())"
    path = os.pathsep.join([str(extended), str(DOCS)])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**clean_env, "PYTHONPATH": path},
    )
    properties = json.loads(done.stdout)["$defs"]["Activity"]["properties"]
    assert properties["budget"] == {"type": "integer", "description": "A number."}
    assert set(NAMES) <= properties.keys()


def test_sql_knows_it(run: Run, catalogue: Path) -> None:
    """``sql --schema`` lists the columns and tables, and ``sql`` asks them."""
    listed = run("sql", "--schema", "--data", str(catalogue), "-f", "csv", "--no-header")
    columns = {tuple(line.split(",")[:2]) for line in listed.stdout.splitlines()}
    assert {("activity", "host"), ("activity_reading", "language")} <= columns
    statement = "SELECT budget, is_public FROM activity WHERE host IS NOT NULL"
    asked = run("sql", statement, "--data", str(catalogue), "-f", "csv", "--no-header")
    assert asked.stdout == "1200,1\n"


def test_several_catalogues_have_it(run: Run, catalogue: Path) -> None:
    """Where catalogues are asked as one, a reference leads to the record of its own catalogue."""
    kyoto = Path(__file__).parent / "golden" / "kyoto.toml"
    statement = "SELECT d.id FROM activity a JOIN department d ON d.pk = a.host"
    data = ("--data", str(kyoto), "--data", str(catalogue))
    done = run("sql", statement, *data, "-f", "csv", "--no-header")
    assert done.stdout == "umi\n"
