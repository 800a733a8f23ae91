"""The branches of a table that is shown as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text import by_key, line, titles, visible

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree as Drawing

    from ..answers import Table, Tree


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


def drawing(title: Text, table: Table, shape: Tree) -> Drawing:
    """The tree of a table as Rich draws it."""
    from rich.tree import Tree as Drawing

    root = Drawing(title, guide_style="dim")
    _hang(root, grown(table, shape))
    return root


def _hang(drawing: Drawing, branch: Branch) -> None:
    from rich.text import Text

    for child in branch.children:
        text = Text(visible(child.text), "bold" if child.children else "")
        _hang(drawing.add(text), child)
