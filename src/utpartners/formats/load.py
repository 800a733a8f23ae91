"""Loads relations into a store whose tables are in a file of their own, in bounded memory.

The file vanishes with the connection, and with the program however that ends.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from ..diagnostics import brief_repr, did_you_mean, with_hint
from ..errors import CatalogueError
from ..i18n import translated
from ..progress import no_progress
from ..store.schema import schema
from ..store.sqlite_errors import translated_errors
from ..store.store import Store, connect
from ..store.tables import LOADED
from .cells import checked
from .relation_sql import NUMBERED, STAGED, dangling, functions, loading, repeated, staging
from .sheets import Sheet, SheetProblems, not_read_sheet, own_sheets, with_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..progress import Progress
    from ..store.relation import Link, Relation

CACHE = 64 * 1024
"""KiB of the tables that are kept in memory."""

NEAREST_OF = 100_000
"""The most ids among which the nearest to a misspelt one is looked for."""


def load(sheets: Mapping[str, Sheet], origin: str, progress: Progress = no_progress) -> Store:
    """Return the store of relations; one without a sheet is empty. Raises CatalogueError."""
    connection = connect("")
    notes = [f"{place}: {not_read_sheet()}" for place in own_sheets(sheets)]
    try:
        with translated_errors(origin):
            _prepare(connection)
            for relation in LOADED:
                if relation.name in sheets:
                    _load(
                        connection,
                        relation,
                        with_numbers(relation, sheets[relation.name]),
                        progress,
                        notes,
                    )
            _require_whole(connection, sheets, origin)
            connection.execute("DROP TABLE temp.numbered")
            connection.commit()
    except BaseException:
        connection.close()
        raise
    store = Store(connection, origin)
    store.notes += notes
    return store


def _prepare(connection: sqlite3.Connection) -> None:
    # Every reference is looked up when its row is loaded: SQLite need not do so once more.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.executescript(schema())
    connection.execute(NUMBERED)
    for name, function in functions():
        connection.create_function(name, -1, function, deterministic=True)


def _load(
    connection: sqlite3.Connection,
    relation: Relation,
    sheet: Sheet,
    progress: Progress,
    notes: list[str],
) -> None:
    connection.execute(staging(relation))
    marks = ", ".join("?" * (1 + len(relation.columns)))
    insert = f"INSERT INTO {STAGED} VALUES ({marks})"  # noqa: S608
    staged = connection.executemany(insert, checked(relation, sheet, notes)).rowcount
    try:
        if not relation.is_key_stored:
            _refuse_repeated(connection, relation, sheet)
        statements = progress(
            loading(relation), 0, translated("Loading {name}", name=relation.name)
        )
        loaded, *_ = [connection.execute(statement).rowcount for statement in statements]
    except sqlite3.IntegrityError:
        _refuse_repeated(connection, relation, sheet)
        raise
    if loaded != max(staged, 0) or relation.links_to_itself:
        _refuse_dangling(connection, relation, sheet)
    connection.execute(f"DROP TABLE {STAGED}")
    connection.commit()


def _refuse_repeated(connection: sqlite3.Connection, relation: Relation, sheet: Sheet) -> None:
    problems = SheetProblems(sheet)
    for columns in filter(None, (relation.key, *relation.unique)):
        for line, value, before in connection.execute(repeated(columns)):
            what = translated(
                "{value} is already used in line {before}", value=brief_repr(value), before=before
            )
            problems.add(line, ", ".join(columns), what)
    problems.raise_if_any()


def _refuse_dangling(connection: sqlite3.Connection, relation: Relation, sheet: Sheet) -> None:
    problems = SheetProblems(sheet)
    for link in relation.links:
        for line, value in connection.execute(dangling(relation, link)):
            hint = _hint(connection, link, value)
            what = translated(
                "there is no {kind} {name}",
                kind=translated(link.relation),
                name=brief_repr(value),
            )
            problems.add(line, link.columns[-1], with_hint(what, hint))
    problems.raise_if_any()


def _hint(connection: sqlite3.Connection, link: Link, value: object) -> str:
    if len(link.columns) > 1:
        return translated(
            "{target} and number together name an {relation}",
            target=link.target[0],
            relation=translated(link.relation),
        )
    known = connection.execute(
        f"SELECT {link.target[0]} FROM main.{link.relation} LIMIT {NEAREST_OF}"  # noqa: S608
    )
    return did_you_mean(str(value), (str(id) for (id,) in known))


_ALONE = """SELECT id FROM main.partnership p
WHERE NOT EXISTS (SELECT 1 FROM main.member m WHERE m.partnership = p.pk) ORDER BY pk LIMIT 5"""


def _require_whole(
    connection: sqlite3.Connection, sheets: Mapping[str, Sheet], origin: str
) -> None:
    (count,) = connection.execute("SELECT count(*) FROM main.catalogue").fetchone()
    if count != 1:
        label = sheets["catalogue"].label if "catalogue" in sheets else origin
        raise CatalogueError(
            translated(
                "{label}: the table 'catalogue' must have one row, not {count}",
                label=label,
                count=count,
            )
        )
    if alone := [brief_repr(id) for (id,) in connection.execute(_ALONE)]:
        label = sheets["member"].label if "member" in sheets else origin
        raise CatalogueError(
            translated(
                "{label}: partnership without a member: {values}",
                label=label,
                values=", ".join(alone),
            )
        )
