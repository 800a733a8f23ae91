"""A table as a tree: rows that agree in the text of a level share its branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..visible import visible
from .text import by_key, line, titles

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree as RichTree

    from ..answers import Table, Tree


class Branch:
    """A text and the branches below it."""

    def __init__(self, text: str) -> None:
        self.text = text
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
                known[path] = Branch(text)
                parent.children.append(known[path])
    return root


def tree_drawing(title: Text, table: Table, shape: Tree) -> RichTree:
    """Return the tree of a table for a terminal."""
    from rich.tree import Tree as RichTree

    root = RichTree(title, guide_style="dim")
    _add_branches(root, grown(table, shape))
    return root


def _add_branches(drawing: RichTree, branch: Branch) -> None:
    from rich.text import Text

    for child in branch.children:
        text = Text(visible(child.text), "bold" if child.children else "")
        _add_branches(drawing.add(text), child)
