"""Every SQL statement of the program is run, on a full catalogue and on an empty one."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import utpartners
from utpartners.api import Catalogue
from utpartners.model import About, Country, Institution
from utpartners.model import Catalogue as Records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Built
    from tests.store.conftest import Ask

    from utpartners.store.store import Store

EMPTY = Records(
    About("Empty", "home"),
    countries=[Country("JP", "Japan")],
    institutions=[Institution(id="home", name="Home", country="JP")],
)

PLACEHOLDER = re.compile(r":[a-z_]+|\{\w+\}")
"""What stands for a bound value, or for a part that is put in later."""


def traced(store: Store, ask_everything: Ask) -> list[str]:
    """The statements that all questions run, with blanks made one."""
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    ask_everything(Catalogue(store))
    store.connection.set_trace_callback(None)
    return [" ".join(statement.split()) for statement in statements]


def texts(value: object) -> Iterator[str]:
    """The texts in a constant, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, dict):
        yield from texts(list(value.values()))


def constants() -> Iterator[tuple[str, str]]:
    """Each module-level constant that looks like SQL, with its place."""
    for info in pkgutil.walk_packages(utpartners.__path__, "utpartners."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if name.isupper():
                for text in (part for whole in texts(value) for part in whole.split(";")):
                    if re.search(r"\bSELECT\b.*\bFROM\b", text, re.DOTALL):
                        yield f"{info.name}.{name}", " ".join(text.split())


def pattern(sql: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, PLACEHOLDER.split(sql))), re.DOTALL)


def test_every_statement_runs(built: Built, utokyo: Records, ask_everything: Ask) -> None:
    """No constant that looks like SQL is left that no question runs."""
    statements = traced(built(utokyo), ask_everything)
    found = dict.fromkeys(constants())
    unused = [place for place, sql in found if not any(map(pattern(sql).search, statements))]
    assert len(found) > 20
    assert unused == []


def test_an_empty_catalogue(built: Built, ask_everything: Ask) -> None:
    """Every question can be asked of a catalogue without partnerships."""
    statements = traced(built(EMPTY), ask_everything)
    assert len(statements) > 20


def test_empty_answers(built: Built) -> None:
    """A catalogue without partnerships has empty tables, and tells of itself."""
    catalogue = Catalogue(built(EMPTY))
    assert [
        list(getattr(catalogue, q)()) for q in ("list", "depts", "tree", "matrix", "export")
    ] == [[] for _ in range(5)]
    assert catalogue.about().record()["title"] == "Empty"
    assert catalogue.records() == EMPTY
