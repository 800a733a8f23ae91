"""``compare``: what partnerships or departments share, and what each has alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .. import names
from ..answers import Column, Table, distinct
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from .multi_home import id_of
from .partnership_names import expand_members

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Row
    from ..store.store import Store

# By hand: a column of the answer is a record that was named.
_DEPARTMENTS = """
SELECT {code}, json_group_array(l.partnership) FROM link l JOIN department d ON d.pk = l.department
WHERE l.partnership IN (SELECT value FROM json_each(:records)) GROUP BY d.pk
ORDER BY count(*) DESC, d.pk
"""

_PARTNERSHIPS = """
SELECT {id}, json_group_array(l.department) FROM link l JOIN partnership p ON p.pk = l.partnership
WHERE l.department IN (SELECT value FROM json_each(:records)) GROUP BY p.pk
ORDER BY count(*) DESC, p.pk
"""

_IDS = """
SELECT p.pk, {id}, p.name, coalesce(p.abbreviation, p.name) FROM partnership p
WHERE :kind = 'partnership' AND p.pk IN (SELECT value FROM json_each(:records))
UNION ALL SELECT d.pk, {code}, d.name, {code} FROM department d WHERE :kind = 'department'
  AND d.pk IN (SELECT value FROM json_each(:records))
"""


def compare(store: Store, words: Sequence[str]) -> Table:
    """Return a row for each department of the partnerships, or each partnership of the departments.

    The words name two or more of one kind in a row. Raises NotFound, Ambiguous or UtpartnersError.
    """
    kind, records = _resolve(store, words)
    bound = {"kind": kind, "records": records}
    parts = {"id": id_of(store, "p"), "code": id_of(store, "d", "code")}
    named = {pk: rest for pk, *rest in store.rows(_IDS.format(**parts), bound)}
    what = "Departments" if kind == "partnership" else "Partnerships"
    # A partnership may be called "name" or "shared".
    name, shared, *keys = distinct(["name", "shared", *(named[record][0] for record in records)])
    columns = (
        Column(name, heading=what),
        *(
            Column(key, "boolean", named[record][2])
            for key, record in zip(keys, records, strict=True)
        ),
        Column(shared, "boolean", "shared by all"),
    )
    joined = translated(" and ").join(named[record][1] for record in records)
    of_one = translated("Departments of {names}")
    of_other = translated("Partnerships of {names}")
    title = (of_one if kind == "partnership" else of_other).format(names=joined)
    sql = _DEPARTMENTS if kind == "partnership" else _PARTNERSHIPS
    return Table(columns, _rows(store, sql.format(**parts), records), title=title, section=shared)


def _rows(store: Store, sql: str, records: Sequence[int]) -> Iterator[Row]:
    for name, having in store.rows(sql, {"records": list(records)}):
        own = set(json.loads(having))
        yield (name, *(record in own for record in records), len(own) == len(records))


def _resolve(store: Store, words: Sequence[str]) -> tuple[str, list[int]]:
    """Return the kind of what the words name, and the keys of these records."""
    kinds = ["partnership", "institution", "department"]
    found = names.resolve_sequence(store, kinds, words, expand_members)
    of_departments = [match for match in found if match.kind == "department"]
    if of_departments and len(of_departments) < len(found):
        raise UtpartnersError(
            translated("departments cannot be compared with partnerships"),
            translated("Name only departments, or only partnerships."),
        )
    kind = "department" if of_departments else "partnership"
    records = [match.record for match in found]
    if len(records) < 2:
        (label,) = names.labels(store, found[:1])
        one = translated("{words} names only one {kind}, {name} ({id})")
        named = {"words": repr(" ".join(words)), "kind": translated(kind)}
        raise UsageError(
            one.format(**named, name=label.name, id=label.id),
            translated("Name another one after it."),
        )
    return kind, records
