"""Names in another language: temporary views that take the place of the tables with names.

SQLite resolves a table name among temporary tables and views first, so that every question asks the
views. The name that a view replaces is listed with the other names, under the catalogue's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..i18n import available

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_SPOKEN = """
CREATE TEMP TABLE spoken (language TEXT, rank INTEGER) STRICT;
"""

_TRANSLATED = """CASE WHEN {own} IN (SELECT language FROM spoken) THEN t.name ELSE
  coalesce((SELECT n.text FROM main.translation n JOIN spoken USING (language)
  WHERE n.kind = '{kind}' AND n.record = t.pk ORDER BY rank LIMIT 1), {otherwise}t.name) END"""

_OF_ONLY_MEMBER = """(SELECT n.text FROM main.member m
  CROSS JOIN main.translation n ON n.kind = 'institution' AND n.record = m.institution
  JOIN spoken USING (language)
  WHERE m.partnership = t.pk
    AND (SELECT count(*) FROM main.member o WHERE o.partnership = t.pk) = 1
  ORDER BY rank LIMIT 1), """
"""The name of a partnership with a single institution: that of the institution.

CROSS JOIN keeps SQLite from beginning with the names of all institutions.
"""

_OF_FIRST = "(SELECT language FROM main.catalogue ORDER BY pk LIMIT 1)"
_OF_ITS_OWN = "(SELECT language FROM main.catalogue c WHERE c.pk = t.catalogue)"

_OWN_OF_ONLY_MEMBER = """(SELECT i.name FROM main.member m
  CROSS JOIN main.institution i ON i.pk = m.institution
  WHERE m.partnership = t.pk
    AND (SELECT count(*) FROM main.member o WHERE o.partnership = t.pk) = 1
    AND (SELECT language FROM main.catalogue ORDER BY pk LIMIT 1) IN (
      SELECT language FROM spoken)), """
"""The same where the first of several catalogues is in the language asked for."""

_OTHERWISE = {
    "partnership": _OF_ONLY_MEMBER + _OWN_OF_ONLY_MEMBER,
    "institution": "",
    "department": "",
    "country": "",
}

_OWN_LANGUAGE = {
    "partnership": _OF_ITS_OWN,
    "institution": _OF_FIRST,
    "department": _OF_ITS_OWN,
    "country": _OF_FIRST,
}
"""The language of a name in the tables. Records that catalogues share are named by the first."""

_OTHER_NAMES = """
CREATE TEMP VIEW translation AS
SELECT kind, record, position, language, text FROM main.translation
  WHERE language NOT IN (SELECT language FROM spoken)
UNION ALL
{names}
"""

_OWN_NAME = """SELECT CAST('{kind}' AS TEXT), pk, CAST(-1 AS INTEGER), {language}, name
  FROM main.{kind} t
  WHERE {language} NOT IN (SELECT language FROM spoken) AND EXISTS (
    SELECT 1 FROM main.translation n JOIN spoken USING (language)
    WHERE n.kind = '{kind}' AND n.record = t.pk)"""
"""A query for each kind, with the column types of the table: otherwise SQLite does not use the key
to find the names of one record."""

_LANGUAGES = """
WITH RECURSIVE known (language) AS (
  SELECT min(language) FROM main.translation
  UNION ALL
  SELECT (SELECT min(n.language) FROM main.translation n WHERE n.language > known.language)
  FROM known WHERE known.language IS NOT NULL
)
SELECT language FROM main.catalogue
UNION ALL SELECT language FROM known WHERE language IS NOT NULL
"""
"""One step in the index for each language, instead of a scan of every name."""


def languages(connection: sqlite3.Connection) -> list[str]:
    """Return the languages that the catalogue has names in, its own first."""
    rows = connection.execute(_LANGUAGES)
    return list(dict.fromkeys(language for (language,) in rows))


def matching_languages(connection: sqlite3.Connection, tag: str) -> list[str]:
    """Return the languages of the catalogue that a tag covers or that cover it.

    Raises UsageError for a language in which neither the catalogue nor the program has a word.
    """
    known = languages(connection)
    wanted = tag.replace("_", "-").casefold()
    found = [one for one in known if _covers(one.casefold(), wanted)]
    if not found and not any(_covers(one, wanted) for one in available()):
        raise UsageError(
            f"--lang: language '{tag}' is not available",
            f"Choose from: {', '.join(dict.fromkeys([*known, *available()]))}.",
        )
    return found


def _covers(known: str, wanted: str) -> bool:
    """Return whether one of two language tags equals the other or is the start of it."""
    return f"{known}-".startswith(f"{wanted}-") or f"{wanted}-".startswith(f"{known}-")


def shadow_names(connection: sqlite3.Connection, spoken: Sequence[str]) -> None:
    """Replace names by those in the first of some languages that each record has one in."""
    (was_query_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    connection.executescript(_SPOKEN)
    connection.executemany("INSERT INTO spoken VALUES (?, ?)", zip(spoken, range(99), strict=False))
    for kind, otherwise in _OTHERWISE.items():
        own = _OWN_LANGUAGE[kind]
        name = _TRANSLATED.format(kind=kind, own=own, otherwise=otherwise)
        columns = ", ".join(
            f"{name} AS name" if column == "name" else f't."{column}"'
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind,))
        )
        connection.execute(f"CREATE TEMP VIEW {kind} AS SELECT {columns} FROM main.{kind} t")  # noqa: S608
    names = " UNION ALL ".join(
        _OWN_NAME.format(kind=kind, language=language) for kind, language in _OWN_LANGUAGE.items()
    )
    connection.executescript(_OTHER_NAMES.format(names=names))
    connection.commit()
    connection.execute(f"PRAGMA query_only = {was_query_only}")
