"""Names and texts in another language: temporary views that take the place of the tables.

SQLite resolves a table name among temporary tables and views first, so that every question asks the
views. Where a text is not there in the language, it is that of the catalogue. The name that a view
replaces is listed with the other names, under the catalogue's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..i18n import available, translated
from . import KINDS
from .tables import RELATIONS, plural

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

_OTHERWISE = {"partnership": _OF_ONLY_MEMBER + _OWN_OF_ONLY_MEMBER}

_OF_ITS_PARTNERSHIP = """(SELECT c.language FROM main.partnership p
  JOIN main.catalogue c ON c.pk = p.catalogue WHERE p.pk = t.partnership)"""

_OF_ITS_ACTIVITY = """(SELECT c.language FROM main.activity a
  JOIN main.partnership p ON p.pk = a.partnership
  JOIN main.catalogue c ON c.pk = p.catalogue WHERE a.pk = t.activity)"""

_OWN_LANGUAGE = {
    "partnership": _OF_ITS_OWN,
    "institution": _OF_FIRST,
    "department": _OF_ITS_OWN,
    "country": _OF_FIRST,
    "status": _OF_ITS_OWN,
    "person": _OF_ITS_OWN,
    "initiative": _OF_ITS_OWN,
    "phase": _OF_ITS_OWN,
    "agreement": _OF_ITS_PARTNERSHIP,
    "activity": _OF_ITS_PARTNERSHIP,
    "catalogue": "t.language",
}
"""The language of the texts of a record. Records that catalogues share are named by the first."""

_TEXT = """CASE WHEN {own} IN (SELECT language FROM spoken) THEN t.{column} ELSE
  coalesce((SELECT n.text FROM main.{table} n JOIN spoken USING (language)
  WHERE n.{kind} = t.pk ORDER BY rank LIMIT 1), t.{column}) END"""

_LIST = """
CREATE TEMP VIEW {list} AS
WITH best (catalogue, language) AS (
  SELECT c.pk, (SELECT n.language FROM main.{list}_in n JOIN spoken USING (language)
    WHERE n.catalogue = c.pk ORDER BY rank LIMIT 1)
  FROM main.catalogue c WHERE c.language NOT IN (SELECT language FROM spoken)
)
SELECT t.catalogue, t.position, t.text FROM main.{list} t
  WHERE NOT EXISTS (SELECT 1 FROM best b WHERE b.catalogue = t.catalogue AND language NOT NULL)
UNION ALL
SELECT n.catalogue, n.position, n.text FROM main.{list}_in n JOIN best USING (catalogue, language)
"""

LISTS = ("aim", "note")
"""The tables of lists; the same in other languages stands in tables such as ``aim_in``."""

_OTHERS = """
CREATE TEMP VIEW activity_other AS
SELECT t.activity, t.position, CASE WHEN {own} IN (SELECT language FROM spoken) THEN t.name ELSE
  coalesce((SELECT n.text FROM main.activity_other_in n WHERE n.activity = t.activity
    AND n.position = t.position + (SELECT min(o.position) FROM main.activity_other_in o
      JOIN spoken USING (language) WHERE o.activity = t.activity
      GROUP BY language ORDER BY rank LIMIT 1)
    AND n.language IN (SELECT language FROM spoken)), t.name) END AS name
FROM main.activity_other t
"""
"""Each organisation in the place where the list in the best language has it, else as it is."""

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
UNION ALL SELECT language FROM main.catalogue_title
"""
"""One step in the index for each language, instead of a scan of every name."""


def languages(connection: sqlite3.Connection) -> list[str]:
    """Return the languages that the catalogue has names or a title in, its own first."""
    rows = connection.execute(_LANGUAGES)
    return list(dict.fromkeys(language for (language,) in rows))


_SCRIPTS = {"tw": "Hant", "hk": "Hant", "mo": "Hant", "cn": "Hans", "sg": "Hans"}
"""The script in which Chinese is written where a tag names a region."""

_MISTAKEN = {
    "jp": "ja", "jpn": "ja", "jap": "ja", "japanese": "ja", "日本語": "ja", "kr": "ko", "cn": "zh",
    "tw": "zh", "se": "sv", "dk": "da", "cz": "cs", "gr": "el", "ua": "uk", "vn": "vi",
    "english": "en", "us": "en", "uk": "en", "gb": "en",
}  # fmt: skip
"""What people write for a language: mostly the code of a country."""


def matching_languages(connection: sqlite3.Connection, tag: str) -> list[str]:
    """Return the languages of the catalogue that a tag covers or that cover it.

    Raises UsageError for a language in which neither the catalogue nor the program has a word.
    """
    known = languages(connection)
    wanted = fallbacks(tag)
    found = [one for each in wanted for one in known if _covers(one.casefold(), each)]
    if not found and not any(_covers(one, each) for one in available() for each in wanted):
        choices = list(dict.fromkeys([*known, *available()]))
        meant = _MISTAKEN.get(wanted[0].partition("-")[0])
        proposed = translated("Did you mean {name}?").format(name=f"'{meant}'")
        choose = translated("Choose from: {values}.").format(values=", ".join(choices))
        raise UsageError(
            translated("--lang: language {tag} is not available").format(tag=f"'{tag}'"),
            f"{proposed} {choose}" if meant in choices else choose,
        )
    return list(dict.fromkeys(found))


def fallbacks(tag: str) -> list[str]:
    """Return a tag in lower case, then those that serve its readers as well: zh-Hant for zh-TW."""
    wanted = tag.partition(".")[0].partition("@")[0].replace("_", "-").casefold()
    language, *_, region = wanted.split("-") if "-" in wanted else (wanted, "")
    script = _SCRIPTS.get(region, "").casefold() if language == "zh" else ""
    return [wanted, f"zh-{script}", "zh"] if script else [wanted]


def _covers(known: str, wanted: str) -> bool:
    """Return whether one of two language tags equals the other or is the start of it."""
    return f"{known}-".startswith(f"{wanted}-") or f"{wanted}-".startswith(f"{known}-")


def shadow_names(connection: sqlite3.Connection, spoken: Sequence[str]) -> None:
    """Replace names and texts by those in the first of some languages in which there is one."""
    (was_query_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    connection.executescript(_SPOKEN)
    connection.executemany("INSERT INTO spoken VALUES (?, ?)", zip(spoken, range(99), strict=False))
    for kind in _OWN_LANGUAGE:
        columns = ", ".join(
            _column(kind, column)
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind,))
        )
        connection.execute(f"CREATE TEMP VIEW {kind} AS SELECT {columns} FROM main.{kind} t")  # noqa: S608
    names = " UNION ALL ".join(
        _OWN_NAME.format(kind=kind, language=_OWN_LANGUAGE[kind]) for kind in KINDS
    )
    connection.executescript(_OTHER_NAMES.format(names=names))
    for name in LISTS:
        connection.execute(_LIST.format(list=name))
    connection.execute(_OTHERS.format(own=_OF_ITS_ACTIVITY))
    connection.commit()
    connection.execute(f"PRAGMA query_only = {was_query_only}")


_TABLES = {
    (relation.owner.name, relation.field.key): relation.table
    for relation in RELATIONS
    if relation.owner is not None and relation.field.form == "names"
}
"""The tables of the texts in other languages, by record and key, such as ``titles``."""


def _column(kind: str, column: str) -> str:
    """Return a column of a table as its view has it."""
    own = _OWN_LANGUAGE[kind]
    if column == "name":
        otherwise = _OTHERWISE.get(kind, "")
        return f"{_TRANSLATED.format(kind=kind, own=own, otherwise=otherwise)} AS name"
    if table := _TABLES.get((kind, plural(column))) or _TABLES.get((kind, f"{column}_in")):
        text = _TEXT.format(kind=kind, own=own, column=column, table=table)
        return f"{text} AS {column}"
    return f't."{column}"'
