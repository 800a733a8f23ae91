"""What a shell completes: ids, which need no quoting in any shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ..errors import UtpartnersError
from ..render import NAMES
from .session import of

if TYPE_CHECKING:
    from collections.abc import Callable

_OF_HOMES = """
SELECT c.home || '/' || r.id FROM {kind} r JOIN main.catalogue c ON c.pk = r.catalogue
WHERE :has_several_homes AND lower(c.home || '/' || r.id) LIKE :start || '%' ESCAPE '\\'
ORDER BY 1 LIMIT 200
"""

_PARTNERS = """
SELECT id FROM partnership WHERE lower(id) LIKE :start || '%' ESCAPE '\\'
UNION SELECT id FROM institution
WHERE lower(id) LIKE :start || '%' ESCAPE '\\' AND pk IN (SELECT institution FROM member)
ORDER BY id LIMIT 200
"""

_DEPARTMENTS = """
SELECT id FROM department WHERE lower(id) LIKE :start || '%' ESCAPE '\\' ORDER BY id LIMIT 200
"""

_COUNTRIES = (
    "SELECT code FROM country WHERE lower(code) LIKE :start || '%' ESCAPE '\\' ORDER BY code"
)

_STATUSES = """
SELECT DISTINCT status FROM partnership WHERE lower(status) LIKE :start || '%' ESCAPE '\\'
ORDER BY status
"""

_HOMES = """
SELECT DISTINCT home FROM main.catalogue WHERE lower(home) LIKE :start || '%' ESCAPE '\\'
ORDER BY home
"""

_KINDS = """
SELECT DISTINCT kind FROM activity WHERE lower(kind) LIKE :start || '%' ESCAPE '\\' ORDER BY kind
"""


def _completer(*statements: str) -> Callable[[typer.Context, str], list[str]]:
    def complete(context: typer.Context, incomplete: str) -> list[str]:
        start = incomplete.lower()
        for special in "\\%_":
            start = start.replace(special, f"\\{special}")
        try:
            store = of(context).catalogue().store
        except UtpartnersError:
            return []
        bound = {"start": start, "has_several_homes": len(store.homes) > 1}
        found = [id for sql in statements for (id,) in store.rows(sql, bound)]
        return list(dict.fromkeys(found))

    return complete


_ALL_PARTNERS = (_PARTNERS, _OF_HOMES.format(kind="partnership"))
_ALL_DEPARTMENTS = (_DEPARTMENTS, _OF_HOMES.format(kind="department"))

partners = _completer(*_ALL_PARTNERS)
departments = _completer(*_ALL_DEPARTMENTS)
countries = _completer(_COUNTRIES)
statuses = _completer(_STATUSES)
kinds = _completer(_KINDS)
homes = _completer(_HOMES)
partners_and_departments = _completer(*_ALL_PARTNERS, *_ALL_DEPARTMENTS)


def formats(incomplete: str) -> list[str]:
    """The formats that start so."""
    return [name for name in NAMES if name.startswith(incomplete)]
