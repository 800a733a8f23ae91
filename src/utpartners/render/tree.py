"""A table as a tree: rows that agree in the text of a level share its branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from ..visible import visible
from .cells import cells, listed, wrapped
from .paint import FAINT, STRONG
from .text import by_key, line, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Table, Tree
    from .paint import Paint


class Branch:
    """A text and the branches below it."""

    def __init__(self, text: str, short: str = "", items: Sequence[str] = ()) -> None:
        self.text = text
        self.items = items
        """What the text lists, none of which is broken inside."""
        self.short = short
        """What it is called among others on one line; empty where it has a line of its own."""
        self.children: list[Branch] = []


def grown(table: Table, shape: Tree) -> Branch:
    """Return the root of the tree of a table."""
    root = Branch(table.title)
    known: dict[tuple[str, ...], Branch] = {(): root}
    names = titles(table.columns)
    for row in table:
        values = by_key(table.columns, row)
        path: tuple[str, ...] = ()
        for pieces in shape.levels:
            text = line(pieces, values, names)
            # An empty level ends the path of a row, as in a department without partners.
            if not text:
                break
            parent = known[path]
            # The whole path: the same partner may be on the branches of several departments.
            path = (*path, text)
            if path not in known:
                short = line(shape.leaf, values, names) if len(path) == len(shape.levels) else ""
                known[path] = Branch(text, short)
                parent.children.append(known[path])
    return root


def tree_lines(table: Table, shape: Tree, width: int, paint: Paint, is_long: bool) -> Iterator[str]:
    """Yield the lines of the tree of a table for a terminal.

    Unless all details are asked for, the leaves of a branch stand on one line.
    """
    root = grown(table, shape)
    if not root.children:
        yield paint(translated("None."), FAINT)
    for place, child in enumerate(root.children):
        counted = f"{child.text} ({len(child.children)})" if child.children else child.text
        child.text = counted[:1].upper() + counted[1:] if len(shape.levels) > MOST_FLAT else counted
        if not is_long:
            _gather(child)
        yield from _branch_lines(child, "", place == len(root.children) - 1, width, paint)


MOST_FLAT = 2
"""Levels of a tree whose first one names records; above, it is a vocabulary such as statuses."""


def _gather(branch: Branch) -> None:
    """Put the leaves of each branch below on one line."""
    if branch.children and all(child.short for child in branch.children):
        items = [child.short for child in branch.children]
        branch.children = [Branch(translated(", ").join(items), items=items)]
    for child in branch.children:
        _gather(child)


def _branch_lines(
    branch: Branch, guides: str, is_last: bool, width: int, paint: Paint
) -> Iterator[str]:
    first, next = ("└── ", "    ") if is_last else ("├── ", "│   ")
    style = STRONG if branch.children else ""
    room = max(1, width - cells(guides) - cells(first))
    items = list(map(visible, branch.items))
    lines = listed(items, room) if items else wrapped(visible(branch.text), room)
    for number, text in enumerate(lines):
        yield paint(guides + (next if number else first), FAINT) + paint(text, style)
    for place, child in enumerate(branch.children):
        last = place == len(branch.children) - 1
        yield from _branch_lines(child, guides + next, last, width, paint)
