"""The branches of a table that is shown as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text import by_key, line, titles

if TYPE_CHECKING:
    from ..table import Table, Tree


class Branch:
    """A text and what hangs from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.children: list[Branch] = []


def grown(table: Table, shape: Tree) -> Branch:
    """The root of the tree of a table: rows that agree in a level share its branch."""
    root = Branch(table.title)
    known: dict[tuple[str, ...], Branch] = {(): root}
    names = titles(table.columns)
    for row in table:
        values = by_key(table.columns, row)
        path: tuple[str, ...] = ()
        for pieces in shape.levels:
            text = line(pieces, values, names)
            if not text:
                break
            parent = known[path]
            path = (*path, text)
            if path not in known:
                known[path] = Branch(text)
                parent.children.append(known[path])
    return root
