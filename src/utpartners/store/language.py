"""Names in another language: temporary views that take the place of the tables with names.

SQLite looks for a name among temporary things first, so that every question finds the views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_TRANSLATED = """coalesce(
  (SELECT text FROM translation WHERE kind = '{kind}' AND record = t.pk
    AND language = (SELECT language FROM spoken)), {otherwise}t.name)"""

_OF_ONLY_MEMBER = """(SELECT n.text FROM member m JOIN translation n
    ON n.kind = 'institution' AND n.record = m.institution
    AND n.language = (SELECT language FROM spoken)
    WHERE m.partnership = t.pk
      AND (SELECT count(*) FROM member o WHERE o.partnership = t.pk) = 1), """
"""A partnership with a single institution is called as that institution is."""

_OTHERWISE = {"partnership": _OF_ONLY_MEMBER, "institution": "", "department": "", "country": ""}


def shadow_names(connection: sqlite3.Connection, language: str) -> None:
    """Give names of partnerships, institutions, departments, countries in a language."""
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("CREATE TEMP TABLE spoken (language TEXT) STRICT")
    connection.execute("INSERT INTO spoken VALUES (?)", (language,))
    for kind, otherwise in _OTHERWISE.items():
        name = _TRANSLATED.format(kind=kind, otherwise=otherwise)
        columns = ", ".join(
            f"{name} AS name" if column == "name" else f't."{column}"'
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind,))
        )
        connection.execute(f"CREATE TEMP VIEW {kind} AS SELECT {columns} FROM main.{kind} t")  # noqa: S608
    connection.execute("PRAGMA query_only = ON")
