"""What records are called, where people read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store
    from .match import Match

_LABELS = """
SELECT pk, id, name, (SELECT home FROM main.catalogue c WHERE c.pk = p.catalogue)
FROM partnership p WHERE :kind = 'partnership' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, id, name, NULL FROM institution
WHERE :kind = 'institution' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, (SELECT home FROM main.catalogue c WHERE c.pk = d.catalogue)
FROM department d WHERE :kind = 'department' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, NULL FROM country
WHERE :kind = 'country' AND pk IN (SELECT value FROM json_each(:records))
"""


class Label(NamedTuple):
    """What a record is called."""

    id: str
    """Its id, or the code of a department or country."""
    name: str
    home: str | None = None
    """The home that it belongs to, where there are several."""

    @property
    def full_id(self) -> str:
        """The id by which it is told from those of other homes: ``home/id``."""
        return f"{self.home}/{self.id}" if self.home else self.id


def labels(store: Store, matches: Sequence[Match]) -> list[Label]:
    """What the records of matches are called, in their order."""
    has_several = len(store.homes) > 1
    found: dict[tuple[str, int], Label] = {}
    for kind in {match.kind for match in matches}:
        records = [match.record for match in matches if match.kind == kind]
        for pk, id, name, home in store.rows(_LABELS, {"kind": kind, "records": records}):
            found[kind, pk] = Label(id, name, home if has_several else None)
    return [found[match.kind, match.record] for match in matches]


def quoted(text: str) -> str:
    """What was typed, in quotation marks and not too long to read."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:60]}…' ({len(text)} letters)"


def plural(kind: str) -> str:
    """The plural of a kind of record."""
    return "countries" if kind == "country" else f"{kind}s"
