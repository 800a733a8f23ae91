"""Completion of values in a shell: ids and codes, as no shell needs quotation marks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ..errors import UtpartnersError
from .session import current_session

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 200
"""The number of words that are offered at most; nobody reads more."""


def _words(column: str, table: str, condition: str = "TRUE") -> str:
    """Return the query for the first values of a column that begin with ``:start``, in any case."""
    # Unlike LIKE, BETWEEN is answered from an index, and has no wildcards that a name may contain.
    # U+10FFFF, the last character there is, sorts after all that may follow the start.
    return (
        f"SELECT DISTINCT {column} AS word FROM {table} r"  # noqa: S608
        f" WHERE {column} COLLATE NOCASE BETWEEN :start AND :start || char(0x10ffff)"
        f" AND {condition} ORDER BY {column} COLLATE NOCASE, {column} LIMIT {MOST}"
    )


def _of_homes(kind: str) -> str:
    """Return the query for ids such as ``utokyo/anu``, if there are several homes to tell apart."""
    owned = f"{kind} r JOIN main.catalogue c ON c.pk = r.catalogue"
    several = "(SELECT count(DISTINCT home) FROM main.catalogue) > 1"
    ids = f"SELECT c.home || '/' || r.id AS id FROM {owned} WHERE {several}"  # noqa: S608
    return _words("id", f"({ids})")


_IS_MEMBER = "EXISTS (SELECT 1 FROM member m WHERE m.institution = r.pk)"

_PARTNERS = (
    " UNION ".join(
        f"SELECT word FROM ({words})"  # noqa: S608
        for words in (_words("id", "partnership"), _words("id", "institution", _IS_MEMBER))
    ),
    _of_homes("partnership"),
)
_DEPARTMENTS = (_words("id", "department"), _of_homes("department"))
_COUNTRIES = _words("code", "country")
_STATUSES = _words("status", "partnership")
_HOMES = _words("home", "main.catalogue")
_KINDS = _words("kind", "activity")


def _completer(*statements: str) -> Callable[[typer.Context, str], list[str]]:
    def complete(context: typer.Context, incomplete: str) -> list[str]:
        session = current_session(context)
        try:
            store = session.catalogue().store
            found = [store.rows(sql, {"start": incomplete}) for sql in statements]
            return list(dict.fromkeys(word for rows in found for (word,) in rows))
        except UtpartnersError:
            # A message would be written into the command line that the user is still typing.
            return []
        finally:
            session.close()

    return complete


partners = _completer(*_PARTNERS)
departments = _completer(*_DEPARTMENTS)
countries = _completer(_COUNTRIES)
statuses = _completer(_STATUSES)
kinds = _completer(_KINDS)
homes = _completer(_HOMES)
partners_and_departments = _completer(*_PARTNERS, *_DEPARTMENTS)
