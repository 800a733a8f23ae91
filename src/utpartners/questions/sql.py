"""``sql``: any SELECT over the tables, read-only."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..answers import Column, Table, distinct
from ..errors import UtpartnersError
from ..i18n import translated
from ..store.sqlite_errors import FullTextError, closed, is_about_closing, no_room
from ..store.store import KINDS, bindable, encodable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store

_ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "writefile", "readfile", "edit"})


Parameters = Mapping[str, Any] | Sequence[Any]
"""Values for ``:name`` by their names, or for ``?`` in their order; a text is one value."""


def sql(store: Store, statement: str, parameters: Parameters = ()) -> Table:
    """Return the answer of one SELECT over the tables that :func:`schema` lists.

    Raises UtpartnersError for what is no SQL, for whatever would write, attach or load, and where
    the parameters of the statement are not those that are given.
    """
    connection = store.connection
    store.require_spellings(KINDS)
    _has_search(store)
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    connection.set_authorizer(_authorized)
    try:
        # SQLite asks the authorizer when it compiles a statement, not when rows are read.
        cursor = connection.execute(encodable(without_quoted_text(statement)), _bound(parameters))
    except (sqlite3.Error, sqlite3.Warning, MemoryError, OverflowError) as error:
        raise _refusal(statement, error) from error
    finally:
        connection.set_authorizer(None)
    if cursor.description is None:
        raise UtpartnersError(
            translated("this is not a query"),
            translated("Use SELECT; 'utpartners sql --schema' lists the tables."),
        )
    columns = [Column(name, heading=name) for name in distinct(c for c, *_ in cursor.description)]
    return Table(columns, _rows(store, cursor, statement))


def _bound(parameters: Parameters) -> Parameters:
    if isinstance(parameters, Mapping):
        return {name: _value(value) for name, value in parameters.items()}
    values = [parameters] if isinstance(parameters, (str, bytes)) else parameters
    return [_value(value) for value in values]


def _value(value: Any) -> Any:
    # A whole number that is too large is told, and not made smaller as a limit is.
    return value if isinstance(value, int) else bindable(value)


_SCHEMA = """
SELECT m.name, c.name, c.type, c."notnull", c.pk,
  (SELECT f."table" FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name)
FROM sqlite_schema m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
  AND m.name NOT LIKE 'search!_%' ESCAPE '!'
  AND (m.name <> 'search' OR :has_search)
ORDER BY m.rowid, c.cid
"""

_SCHEMA_COLUMNS = (
    Column("table"),
    Column("column"),
    Column("type"),
    Column("required", "boolean"),
    Column("key", "boolean"),
    Column("references"),
)


def schema(store: Store) -> Table:
    """Return the tables that :func:`sql` can ask, a row for each column."""
    found = store.rows(_SCHEMA, {"has_search": _has_search(store)})
    rows = (
        (table, column, type, bool(required), bool(key), references)
        for table, column, type, required, key, references in found
    )
    return Table(_SCHEMA_COLUMNS, rows, title=translated("The tables"))


def _has_search(store: Store) -> bool:
    """Make the table of full-text search ready; the others can be asked where there is none."""
    try:
        store.require_search()
        # SQLite sets up the table at its first use: that does more than the authorizer allows.
        store.one("SELECT rowid FROM search LIMIT 0")
    except FullTextError:
        return False
    return True


def _authorized(action: int, one: str | None, two: str | None, *_: Any) -> int:
    if action == sqlite3.SQLITE_PRAGMA and one == "data_version":
        # Full-text search asks so whether its tables have changed.
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (two or "").lower() in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _rows(store: Store, cursor: sqlite3.Cursor, statement: str) -> Iterator[Row]:
    """Yield the rows of a cursor; ``store`` keeps the connection open until they are read."""
    try:
        for row in cursor:
            yield tuple(value.hex() if isinstance(value, bytes) else value for value in row)
    except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
        if is_about_closing(error):
            raise closed(store.origin) from error
        raise (no_room(error, store.origin) or _refusal(statement, error)) from error


MOST_MEMORY = 2 * 1024**3
"""Bytes that SQLite may take for a statement that somebody has typed, with its tables."""


def limit_memory(store: Store) -> None:
    """Let SQLite, in the whole of this process, take no more than MOST_MEMORY from now on."""
    store.one(f"PRAGMA hard_heap_limit = {MOST_MEMORY}")


_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000),  # bytes of a value
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
)
"""What a statement may not exceed: SQLite cannot be interrupted while it makes one value."""

_QUOTED = re.compile(
    r"""'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|/\*.*?(?:\*/|\Z)|(?P<name>"(?:[^"]|"")*")""",
    re.DOTALL,
)


def without_quoted_text(statement: str) -> str:
    """Return a statement in which what stands in double quotes is a name and nothing else.

    SQLite takes it for text where no column is called so, and a typing error for an answer. Names
    between backticks are never text.
    """

    def as_name(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match.group()
        name = match["name"][1:-1].replace('""', '"').replace("`", "``")
        return f"`{name}`"

    return _QUOTED.sub(as_name, statement)


def _refusal(statement: str, error: Exception) -> UtpartnersError:
    if isinstance(error, MemoryError):
        return UtpartnersError(
            translated("sql: the answer does not fit into memory"),
            translated("Ask for fewer rows or shorter values, with LIMIT or substr()."),
        )
    text = str(error)
    if any(word in text for word in ("not authorized", "authorization", "prohibited", "VACUUM")):
        return UtpartnersError(
            translated("sql only reads: it cannot write, attach or change anything"),
            translated("Use SELECT; 'utpartners sql --schema' lists the tables."),
        )
    if "one statement at a time" in text:
        return UtpartnersError(
            translated("sql runs one statement at a time"),
            translated("Leave out everything after the semicolon."),
        )
    if "binding" in text or isinstance(error, OverflowError):
        return UtpartnersError(
            f"sql: {text}",
            translated("Give a value for each parameter: a list for ?, a mapping for :name."),
        )
    if text == "interrupted":
        raise KeyboardInterrupt from error
    hint = translated("'utpartners sql --schema' lists the tables and columns.")
    _, near, rest = text.partition('near "')
    if near and (place := statement.find(rest.partition('"')[0])) >= 0:
        here = translated("here")
        hint = f"{_one_line(statement)}\n{' ' * place}^ {here}\n{hint}"
    return UtpartnersError(f"sql: {_in_words(text)}", hint)


def _in_words(text: str) -> str:
    """Return what SQLite says most often in the language in use; anything else as it says it."""
    said = {
        "no such column: ": translated("no such column: {name}"),
        "no such table: ": translated("no such table: {name}"),
        "no such function: ": translated("no such function: {name}"),
        "ambiguous column name: ": translated("ambiguous column name: {name}"),
    }
    for start, pattern in said.items():
        if text.startswith(start):
            return pattern.format(name=text.removeprefix(start))
    if text == "incomplete input":
        return translated("incomplete input")
    if text.startswith('near "') and text.endswith('": syntax error'):
        name = text.removeprefix("near ").removesuffix(": syntax error")
        return translated("near {name}: syntax error", name=name)
    return text


def _one_line(statement: str) -> str:
    return "".join(" " if letter in "\r\n\t" else letter for letter in statement)
