"""What tells the answers of several homes apart, where their catalogues are asked as one.

With one home, ids are unique and no answer repeats to whom they belong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Tree, View
from ..i18n import translated
from .columns import SqlColumn

if TYPE_CHECKING:
    from ..answers import Line
    from ..store.store import Store

HOME = Column("home")

MOST_NAMED = 3
"""Homes that a title names one by one."""

_VIEW = View("Home", (("{home}",),))

_TITLE = "SELECT title FROM catalogue WHERE pk = (SELECT min(pk) FROM main.catalogue)"

_TIMES = "SELECT DISTINCT as_of FROM main.catalogue"

_NAMES = """
SELECT coalesce(i.name, c.home) FROM main.catalogue c LEFT JOIN institution i ON i.id = c.home
GROUP BY c.home ORDER BY min(c.pk)
"""


def has_several(store: Store) -> bool:
    """Return whether catalogues of more than one home are asked as one."""
    return len(store.homes) > 1


def with_home(
    store: Store, fields: tuple[SqlColumn, ...], view: tuple[View, ...] = (), record: str = "p"
) -> tuple[tuple[SqlColumn, ...], tuple[View, ...]]:
    """Return fields and view of an answer, with the home in front where there are several.

    ``record`` is what the statement calls the partnership or department that belongs to a home.
    """
    if not has_several(store):
        return fields, view
    return (SqlColumn(HOME, home_of(record)), *fields), (_VIEW, *view) if view else view


def tree_with_home(store: Store, tree: Tree) -> Tree:
    """Return a tree in which the first level with an id names the home, where there are several."""
    if not has_several(store):
        return tree
    levels = list(tree.levels)
    place = next(n for n, line in enumerate(levels) if _has_id(line))
    levels[place] = (*levels[place], "  {home}")
    leaf = tuple(part.replace("{id}", "{home}/{id}") for part in tree.leaf)
    return Tree(tuple(levels), leaf)


def _has_id(line: Line) -> bool:
    return any("{id}" in part or "{code}" in part for part in line)


def home_of(record: str) -> str:
    """Return SQL for the id of the home of a record."""
    return f"(SELECT home FROM main.catalogue WHERE pk = {record}.catalogue)"  # noqa: S608


def id_of(store: Store, record: str, column: str = "id") -> str:
    """Return SQL for the id (or code) of a record: ``home/id`` where there are several homes."""
    own = f"{record}.{column}"
    return f"{home_of(record)} || '/' || {own}" if has_several(store) else own


def name_of(store: Store, record: str) -> str:
    """Return SQL for the name of a record: ``name · home`` where there are several homes."""
    own = f"{record}.name"
    return f"{own} || ' · ' || {home_of(record)}" if has_several(store) else own


def catalogue_title(store: Store) -> str:
    """Return the title of the catalogue, or whose catalogues are asked as one."""
    if not has_several(store):
        (own,) = store.one(_TITLE) or ("",)
        return str(own)
    return translated("Partnerships of {homes}").format(homes=home_names(store))


def catalogue_as_of(store: Store) -> str:
    """Return when the facts were true, in words; nothing where catalogues differ or do not say."""
    from ..time_words import as_of  # data in a pipe has no heading

    when = catalogue_time(store)
    return as_of(when) if when else ""


def catalogue_as_of_briefly(store: Store) -> str:
    """Return the same without the two ends of an interval."""
    from ..time_words import as_of_briefly

    when = catalogue_time(store)
    return as_of_briefly(when) if when else ""


def catalogue_time(store: Store) -> str | None:
    """Return when the facts were true; None where catalogues differ or do not say."""
    times = [time for (time,) in store.rows(_TIMES)]
    return times[0] if len(times) == 1 else None


def source_line(store: Store) -> str:
    """Return what a picture names as its source: whose catalogue it is, and as of when."""
    return " · ".join(filter(None, (catalogue_title(store), catalogue_as_of(store))))


def home_names(store: Store) -> str:
    """Return the name of the home or, up to MOST_NAMED, of all of them; of more, their number."""
    names = [name for (name,) in store.rows(_NAMES)]
    if len(names) > MOST_NAMED:
        return translated("{count} institutions").format(count=len(names))
    return translated(" and ").join(names)
