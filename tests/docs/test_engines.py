"""DuckDB and Spark give the answers of the program, asked of the Parquet files that it writes.

The statements are those of docs/guides/parquet.md, and the views those of the folder. The tests
with Spark are skipped where PySpark or Java is missing; with UTPARTNERS_SPARK=required in the
environment that is a failure instead.
"""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

import pytest
from tests.slow import quick_are

from utpartners import agreement_state, bundled
from utpartners.api import Catalogue
from utpartners.formats import find_form, read, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from tests.conftest import Rendered

    from utpartners.answers import Answer

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guides" / "parquet.md"
SMALL = ROOT / "tests" / "golden" / "small.toml"

DAY = "2026-10-01"
"""The day on which everything is asked: that of the register."""

PARTS = ("institutions", "departments", "agreements", "activities")
"""What a card has besides values, in the order in which the guide asks for it."""

Record = dict[str, Any]


class Engine(Protocol):
    """Another program that asks the tables."""

    def open(self, folder: Path) -> None:
        """Make views of the tables in a folder, and those of its views.sql."""
        ...

    def ask(self, statement: str) -> list[Record]:
        """The rows that a statement gives, by column."""
        ...


def statements(text: str) -> list[str]:
    """The statements of a text, which are parted as the guide does for Spark."""
    return [one for one in text.split(";") if one.strip()]


def views(folder: Path) -> list[str]:
    """The statements of the views."""
    return statements((folder / "views.sql").read_text("utf-8"))


class InDuckDB:
    """Asks DuckDB."""

    def __init__(self) -> None:
        duckdb = pytest.importorskip("duckdb")
        self.connection = duckdb.connect()

    def open(self, folder: Path) -> None:
        for table in folder.glob("*.parquet"):
            self.connection.execute(f"CREATE OR REPLACE VIEW {table.stem} AS FROM '{table}'")
        for view in views(folder):
            self.connection.execute(view)

    def ask(self, statement: str) -> list[Record]:
        found = self.connection.execute(statement)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


class InSpark:
    """Asks Spark."""

    def __init__(self) -> None:
        try:
            sql = import_module("pyspark.sql")
        except ImportError:
            without("PySpark")
        if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
            without("Java")
        builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        self.session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def open(self, folder: Path) -> None:
        named = (folder / "views.sql").read_text("utf-8")
        for table in folder.glob("*.parquet"):
            if not re.search(rf"\b{table.stem}\b", named):
                continue  # to look at the schema of a file takes Spark half a second
            self.session.read.parquet(str(table)).createOrReplaceTempView(table.stem)
        for view in views(folder):
            self.session.sql(view)

    def ask(self, statement: str) -> list[Record]:
        with warnings.catch_warnings():
            # PySpark never closes the socket by which it gets the rows.
            warnings.simplefilter("ignore", ResourceWarning)
            rows = [row.asDict() for row in self.session.sql(statement).collect()]
            gc.collect()
        return rows


def without(what: str) -> NoReturn:
    """Skip, or fail where Spark is required."""
    if os.environ.get("UTPARTNERS_SPARK") == "required":
        pytest.fail(f"UTPARTNERS_SPARK=required, but there is no {what}")
    pytest.skip(f"no {what}")


@pytest.fixture(scope="module", params=[InDuckDB, pytest.param(InSpark, marks=pytest.mark.slow)])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    found = request.param()
    yield found
    if isinstance(found, InSpark):
        found.session.stop()


@pytest.fixture
def questions(script: Callable[[str], ModuleType]) -> dict[str, str]:
    """The statements of the guide, by the name of the file that it gives them."""
    blocks = script("make_guides").blocks(GUIDE.read_text("utf-8"))
    return {block.title: block.text for block in blocks if block.language == "sql"}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of 60 agreements as a data package: all states, and all that an agreement has."""
    folder = tmp_path_factory.mktemp("register") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import_module("registers").write(folder, 60)
    return folder


class Opened(NamedTuple):
    """A catalogue that an engine has the tables of."""

    engine: Engine
    path: str
    folder: Path

    def set_today(self, day: str) -> None:
        """Put another day in the place of today, as the comment in views.sql says."""
        (today, *_) = views(self.folder)
        assert "current_date" in today
        self.engine.ask(today.replace("current_date", f"DATE '{day}'"))


class Asked(NamedTuple):
    """A catalogue as the program has it, and as an engine has its tables."""

    opened: Opened
    catalogue: Catalogue
    to_json: Rendered

    def rows(self, statement: str) -> list[Record]:
        """What the engine answers."""
        return self.opened.engine.ask(statement)

    def records(self, answer: Answer) -> Any:
        """What the program writes of an answer with -f json, as a view has it."""
        return as_in_views(json.loads(self.to_json(answer, "json")))


@pytest.fixture(scope="module", params=quick_are(["register"], ["bundled", "small", "register"]))
def opened(
    request: pytest.FixtureRequest,
    engine: Engine,
    register: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Opened:
    """A catalogue whose tables an engine has opened."""
    paths = {"bundled": bundled.TOML, "small": str(SMALL), "register": str(register)}
    path = paths[request.param]
    folder = tmp_path_factory.mktemp("tables") / "c.parquet"
    form = find_form(None, "c.parquet")
    assert form is not None
    with Catalogue(read(path)) as catalogue:
        write(catalogue.store, str(folder), form)
    engine.open(folder)
    return Opened(engine, path, folder)


@pytest.fixture
def asked(opened: Opened, rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """A catalogue on the day of the register."""
    monkeypatch.setattr(agreement_state, "today", lambda: DAY)
    opened.set_today(DAY)
    with Catalogue(read(opened.path)) as catalogue:
        yield Asked(opened, catalogue, rendered)


def as_in_views(value: Any) -> Any:
    """A value of JSON as a view has it: a list without entries is NULL, a figure is text."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        if value[0].keys() == {"count", "of"}:
            return [f"{one['count']} {one['of']}" for one in value]
        return [{key: as_in_views(inner) for key, inner in one.items()} for one in value]
    if isinstance(value, dict) and "id" in value:
        return {key: as_in_views(inner) for key, inner in value.items()}
    return None if value in ([], {}) else value


def assert_same(found: list[Record], expected: list[Record] | None) -> None:
    """The rows are the records of the program, in their order, but for further columns."""
    for row, record in zip(found, expected or [], strict=True):
        assert {key: row[key] for key in record} == record


def test_list(asked: Asked, questions: dict[str, str]) -> None:
    """The partnerships that have not ended, and with the ended ones, all of them."""
    found = asked.rows(questions["list.sql"])
    assert_same(found, asked.records(asked.catalogue.list()))
    found = asked.rows("SELECT * FROM partnerships ORDER BY position")
    assert_same(found, asked.records(asked.catalogue.list(all=True)))


def test_dept(asked: Asked, questions: dict[str, str]) -> None:
    """The partnerships of the first department that has some."""
    (id, *_) = (one["id"] for one in asked.records(asked.catalogue.depts()) if one["partnerships"])
    found = asked.rows(questions["dept.sql"].replace("gs-eng", id))
    assert found
    assert_same(found, asked.records(asked.catalogue.dept(id)))


def test_show(asked: Asked, questions: dict[str, str]) -> None:
    """Everything about the first partnerships, and about some from the middle."""
    ids = [one["id"] for one in asked.records(asked.catalogue.list(all=True))]
    for id in [*ids[:2], *ids[len(ids) // 2 :][:2]]:
        card = asked.records(asked.catalogue.show(id))
        parts = [card, *(card.pop(key) for key in PARTS)]
        for statement, part in zip(statements(questions["show.sql"]), parts, strict=True):
            found = asked.rows(statement.replace("'anu'", f"'{id}'"))
            assert_same(found, [part] if part is card else part)


def test_timeline(asked: Asked, questions: dict[str, str]) -> None:
    """The activities in order of time."""
    found = asked.rows(questions["timeline.sql"])
    assert_same(found, asked.records(asked.catalogue.timeline()))


@pytest.mark.parametrize("day", [DAY, "2028-02-29"])
def test_agreements(
    asked: Asked, questions: dict[str, str], day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The agreements by their ends, with their states on a day and the days that are left."""
    monkeypatch.setattr(agreement_state, "today", lambda: day)
    asked.opened.set_today(day)
    found = asked.rows(questions["agreements.sql"])
    assert_same(found, asked.records(asked.catalogue.agreements()))
