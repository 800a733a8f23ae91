"""Every SQL statement of the program is run, on a full catalogue and on an empty one."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

import utpartners
from utpartners import formats
from utpartners.api import Catalogue
from utpartners.errors import CatalogueError
from utpartners.formats import check
from utpartners.formats.package import write
from utpartners.formats.problems import errors_in
from utpartners.importing.ror import cache
from utpartners.importing.ror.find import find
from utpartners.model import About, Country, Institution
from utpartners.model import Catalogue as Records
from utpartners.page import page
from utpartners.progress import no_progress
from utpartners.questions.columns import SqlColumn
from utpartners.store.database import save
from utpartners.store.merge import merge

from ..importing.ror_dumps import write_dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Built
    from tests.store.conftest import Ask

    from utpartners.store.store import Store

EMPTY = Records(
    About("Empty", "home"),
    countries=[Country("JP", "Japan")],
    institutions=[Institution(id="home", name="Home", country="JP")],
)

PLACEHOLDER = re.compile(r":\{\w+\}|:[a-z_]+|\{\w+\}")
"""What stands for a bound value, or for a part that is put in later."""


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that any connection runs from now on, with blanks made one."""
    found: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(lambda sql: found.append(" ".join(sql.split())))
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    return found


def through_files(store: Store, folder: Path) -> None:
    """Write a store as a data package, read it back, and write that as a database."""
    assert list(errors_in(store)) == []
    write(store, str(folder / "package"), no_progress)
    with closing(formats.read(str(folder / "package"))) as read:
        save(read, str(folder / "c.db"))
    check(str(folder / "c.db"), no_progress)


def texts(value: object) -> Iterator[str]:
    """The texts in a constant, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, SqlColumn):
        yield value.sql


def constants() -> Iterator[tuple[str, str]]:
    """Each module-level constant that looks like SQL, with its place."""
    for info in pkgutil.walk_packages(utpartners.__path__, "utpartners."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if name.isupper() and name != "EXAMPLES":  # these a reader types
                for text in (part for whole in texts(value) for part in whole.split(";")):
                    if re.search(r"\bSELECT\b.*\bFROM\b", text, re.DOTALL):
                        yield f"{info.name}.{name}", " ".join(text.split())


def through_a_registry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Find organisations in an index of ROR: by name, by another order, in part, and not at all."""
    monkeypatch.setattr(cache, "_folder", lambda: str(folder / "cache"))
    with closing(cache.open_registry(str(write_dump(folder / "dump.json")))) as index:
        for name in ("Kita University", "Univ. Seestadt", "Universty of Seestat", "LIT, Lakeview"):
            find(index, name)


def about_several(catalogue: Catalogue) -> None:
    """The questions that are asked otherwise where there are several homes."""
    for card in (catalogue.about(), catalogue.show("ANU")):
        card.record()
    for table in (catalogue.list(), catalogue.depts(), catalogue.search("ANU"), catalogue.stats()):
        list(table)


def pattern(sql: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, PLACEHOLDER.split(sql))), re.DOTALL)


@pytest.mark.slow
def test_every_statement_runs(
    statements: list[str],
    built: Built,
    utokyo: Records,
    kyoto: Records,
    ask_everything: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No constant that looks like SQL is left that nothing runs."""
    store = built(utokyo)
    through_files(store, tmp_path)
    through_a_registry(tmp_path, monkeypatch)
    ask_everything(Catalogue(store))
    list(page(store))
    with closing(merge([built(utokyo), built(kyoto)])) as whole:
        about_several(Catalogue(whole))
        assert list(errors_in(whole)) == []
        with pytest.raises(CatalogueError):
            merge([whole, built(kyoto)])
    found = dict.fromkeys(constants())
    unused = [place for place, sql in found if not any(map(pattern(sql).search, statements))]
    assert len(found) > 20
    assert unused == [], "\n".join(unused)


def test_an_empty_catalogue(
    statements: list[str], built: Built, ask_everything: Ask, tmp_path: Path
) -> None:
    """Every question can be asked of a catalogue without partnerships."""
    store = built(EMPTY)
    through_files(store, tmp_path)
    ask_everything(Catalogue(store))
    assert len(statements) > 20


def test_empty_answers(built: Built) -> None:
    """A catalogue without partnerships has empty tables, and tells of itself."""
    catalogue = Catalogue(built(EMPTY))
    assert [
        list(getattr(catalogue, q)()) for q in ("list", "depts", "tree", "matrix", "export")
    ] == [[] for _ in range(5)]
    assert catalogue.about().record()["title"] == "Empty"
    assert catalogue.records() == EMPTY
