"""What a shell completes: ids, which need no quoting in any shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ..errors import UtpartnersError
from ..render import NAMES
from .session import current_session

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 200
"""Words that are completed at most; nobody reads more."""


def _words(column: str, table: str, condition: str = "TRUE") -> str:
    """The query for the first different values of a column that start so, in any case.

    Unlike LIKE, the comparison can be answered from an index, and no letter is that of a pattern.
    The last letter there is sorts after all that may follow.
    """
    return (
        f"SELECT DISTINCT {column} AS word FROM {table} r"  # noqa: S608
        f" WHERE {column} COLLATE NOCASE BETWEEN :start AND :start || char(0x10ffff)"
        f" AND {condition} ORDER BY {column} COLLATE NOCASE, {column} LIMIT {MOST}"
    )


def _of_homes(kind: str) -> str:
    """The query for the ids that tell apart the records of several homes."""
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


def formats(incomplete: str) -> list[str]:
    """The formats that start so."""
    return [name for name in NAMES if name.startswith(incomplete)]
