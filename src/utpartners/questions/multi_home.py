"""What tells the answers of several homes apart, where their catalogues are asked as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Tree, View
from ..i18n import translated

if TYPE_CHECKING:
    from ..answers import Line
    from ..store.store import Store

    Asked = tuple[tuple[Column, ...], tuple[View, ...], str]

HOME = Column("home")
_VIEW = View("Home", (("{home}",),))
_OF = "(SELECT home FROM main.catalogue WHERE pk = {record}.catalogue)"


def with_home(
    store: Store, columns: tuple[Column, ...], view: tuple[View, ...], sql: str, record: str = "p"
) -> Asked:
    """Columns, view and query of a question, with the home in front where there are several.

    ``record`` is what the query calls the partnership or department that belongs to a home.
    """
    if len(store.homes) < 2:
        return columns, view, sql
    asked = sql.replace("SELECT", f"SELECT {_OF.format(record=record)},", 1)
    return (HOME, *columns), (_VIEW, *view) if view else view, asked


def with_home_in_tree(store: Store, tree: Tree) -> Tree:
    """The levels of a tree, of which the first that has an id names the home if there are more."""
    if len(store.homes) < 2:
        return tree
    levels = list(tree.levels)
    place = next(n for n, line in enumerate(levels) if _is_of_one(line))
    levels[place] = (*levels[place], "  {home}")
    return Tree(tuple(levels))


def _is_of_one(line: Line) -> bool:
    return any("{id}" in part or "{code}" in part for part in line)


def qualified(store: Store, record: str, column: str = "id") -> str:
    """SQL for the id of a record, which its home precedes where there are several: ``home/id``."""
    own = f"{record}.{column}"
    return own if len(store.homes) < 2 else f"{_OF.format(record=record)} || '/' || {own}"


def called(store: Store, record: str) -> str:
    """SQL for the name of a record, which its home follows where there are several."""
    own = f"{record}.name"
    return own if len(store.homes) < 2 else f"{own} || ' · ' || {_OF.format(record=record)}"


def of_home(record: str) -> str:
    """SQL for the id of the home of a record."""
    return _OF.format(record=record)


_TITLE = "SELECT title FROM main.catalogue ORDER BY pk LIMIT 1"

_NAMES = """
SELECT coalesce(i.name, c.home) FROM main.catalogue c LEFT JOIN institution i ON i.id = c.home
GROUP BY c.home ORDER BY min(c.pk)
"""

MOST_NAMED = 3
"""Homes that are named one by one."""


def title(store: Store) -> str:
    """What is asked: the title of the catalogue, or whose catalogues they are."""
    if len(store.homes) < 2:
        (own,) = store.one(_TITLE) or ("",)
        return str(own)
    return translated("Partnerships of {homes}").format(homes=named(store))


def named(store: Store) -> str:
    """The name of the home, or of all of them."""
    names = [name for (name,) in store.rows(_NAMES)]
    if len(names) > MOST_NAMED:
        return translated("{count} institutions").format(count=len(names))
    return translated(" and ").join(names)
