"""``stats``: counts that each name their unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Brief, Column, Table, View
from ..i18n import translated
from .ended import left_out
from .list import keys
from .multi_home import has_several, id_of
from .order import define_sorting
from .record_names import counted_names
from .selection import EVERYTHING
from .vocabularies import RANK, status_names

if TYPE_CHECKING:
    from ..answers import Facts
    from ..store.store import Store
    from .selection import Selection

COLUMNS = (
    Column("group", means="word"),
    Column("item", means="item"),
    Column("count", "number"),
    Column("unit", means="word"),
)

VIEW = (
    View("Item", (("{item}",),)),
    View("Count", (("{count}",),), "right"),
    View("Unit", (("{unit}",),)),
    View("", (("{count}",),), "bar"),
)

BRIEF = (VIEW[0], VIEW[1], VIEW[3])
"""The same where the heading of a group has its unit."""

MOST = 10
"""Rows of a ranking, such as that of the partnerships with most departments."""

MOST_PAIRS = 100_000_000
"""Pairs of departments of one partnership that are counted; as many take half a minute."""

# What a selection leaves of the tables takes their place. The names of records are in none of them.
_CHOSEN = """
WITH partnership AS (
  SELECT * FROM main.partnership WHERE pk IN (SELECT value FROM json_each(:chosen))),
member AS (
  SELECT * FROM main.member WHERE partnership IN (SELECT value FROM json_each(:chosen))),
link AS (
  SELECT * FROM main.link WHERE partnership IN (SELECT value FROM json_each(:chosen))),
activity AS (
  SELECT * FROM main.activity WHERE partnership IN (SELECT value FROM json_each(:chosen))),
department AS (
  SELECT * FROM main.department
  WHERE NOT :filtered OR pk IN (SELECT department FROM link))
"""

_PAIRS = "SELECT sum(n * n) FROM (SELECT count(*) AS n FROM link GROUP BY partnership)"

# By hand: each group is a SELECT of its own, nested because it has an order of its own. The first
# names the columns of all, which a test compares with those above.
_STATS = """
SELECT * FROM (SELECT 'totals' AS "group", 'partnerships' AS item, count(*) AS count,
  'partnerships' AS unit FROM partnership
UNION ALL SELECT 'totals', 'partner institutions', count(DISTINCT institution), 'institutions'
  FROM member
UNION ALL SELECT 'totals', 'partner countries', count(DISTINCT i.country), 'countries'
  FROM member m JOIN institution i ON i.pk = m.institution
UNION ALL SELECT 'totals', 'departments', count(*), 'departments' FROM department
UNION ALL SELECT 'totals', 'departments with a partnership', count(DISTINCT department),
  'departments' FROM link
UNION ALL SELECT 'totals', 'department–partnership links', count(*), 'links' FROM link
UNION ALL SELECT 'totals', 'activities reported', count(*), 'activities' FROM activity
  WHERE NOT planned
UNION ALL SELECT 'totals', 'activities planned', count(*), 'activities' FROM activity WHERE planned)

UNION ALL SELECT * FROM (SELECT 'by status', status, count(*), 'partnerships' FROM partnership
  GROUP BY status ORDER BY {rank}, min(pk))

UNION ALL SELECT * FROM (SELECT 'by home', c.home, count(p.pk), 'partnerships'
  FROM catalogue c LEFT JOIN partnership p ON p.catalogue = c.pk
  WHERE :has_several_homes GROUP BY c.home ORDER BY min(c.pk))

UNION ALL SELECT * FROM (SELECT 'by country', c.name, count(DISTINCT m.partnership), 'partnerships'
  FROM member m JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
  GROUP BY c.pk ORDER BY 3 DESC, sorting(c.name), c.name)

UNION ALL SELECT * FROM (SELECT 'by department', {code}, count(l.partnership), 'partnerships'
  FROM department d LEFT JOIN link l ON l.department = d.pk GROUP BY d.pk ORDER BY 3 DESC, d.pk)

UNION ALL SELECT * FROM (SELECT 'most departments', {id}, count(l.department),
  'departments' FROM partnership p LEFT JOIN link l ON l.partnership = p.pk GROUP BY p.pk
  ORDER BY 3 DESC, p.pk LIMIT :most)

UNION ALL SELECT * FROM (SELECT 'most shared partnerships',
  {a} || :and || {b}, count(*), 'partnerships'
  FROM link l JOIN link k ON k.partnership = l.partnership AND k.department > l.department
  JOIN department a ON a.pk = l.department JOIN department b ON b.pk = k.department
  WHERE ({pairs}) <= :pairs
  GROUP BY l.department, k.department ORDER BY 3 DESC, a.pk, b.pk LIMIT :most)

UNION ALL SELECT * FROM (SELECT 'by kind of activity', kind, count(*), 'activities' FROM activity
  WHERE NOT planned GROUP BY kind ORDER BY 3 DESC, kind)

UNION ALL SELECT * FROM (SELECT 'by start year', substr(first_day, 1, 4),
  count(*), 'activities' FROM activity
  WHERE NOT planned AND "when" IS NOT NULL AND first_day > '0000-01-01'
  GROUP BY 2 ORDER BY 2)
"""


def stats(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return counts of the partnerships of a selection, and of what belongs to them.

    They are in groups, largest first if these have no other order.
    """
    chosen = keys(store, selection)
    start = "" if chosen is None else _CHOSEN
    define_sorting(store)
    parts = {letter: id_of(store, letter, "code") for letter in "ab"}
    parts |= {"id": id_of(store, "p"), "code": id_of(store, "d", "code"), "pairs": _PAIRS}
    parts["rank"] = RANK.format(status="status")
    own: dict[str, object] = {}
    if chosen is not None:
        own = {"chosen": sorted(chosen), "filtered": selection.is_filtered}
    bound = {
        **own,
        "most": MOST,
        "pairs": MOST_PAIRS,
        "and": translated(" and "),
        "has_several_homes": has_several(store),
    }
    rows = store.rows(start + _STATS.format(**parts), bound)
    # sum() of no rows is NULL.
    (pairs,) = store.one(start + _PAIRS, own) or (0,)
    return Table(
        COLUMNS,
        rows,
        title=_title(store, selection),
        view=VIEW,
        section="group",
        names=counted_names(store),
        brief=Brief(BRIEF, section=in_groups),
        footnotes=(*left_out(store, selection), *_uncounted(pairs or 0)),
        word_names=status_names(store),
    )


def _uncounted(pairs: int) -> tuple[str, ...]:
    """Return the footnote on what would take too long to count."""
    if pairs <= MOST_PAIRS:
        return ()
    shared = translated(
        "Shared partnerships are not counted: more than {most} pairs of departments."
    )
    return (shared.format(most=f"{MOST_PAIRS:,}"),)


def _title(store: Store, selection: Selection) -> str:
    if not selection.is_filtered:
        return translated("The catalogue in figures")
    return translated("{selection} in figures").format(selection=selection.title(store))


def in_groups(row: Facts) -> str:
    """Return the heading of a group with its unit; each of the totals says its own."""
    group = str(row["group"])
    if group in ("totals", translated("totals")):
        return group
    return translated("{group}: {unit}").format(group=group, unit=row["unit"])
