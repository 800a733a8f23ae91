"""Where in a TOML text a value stands, for errors; only imported when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli
import tree_sitter_toml
from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from .problem import Path


class Positions:
    """The lines of all keys, tables and array items of a text that is valid TOML."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._sizes: dict[Path, int] = {}
        root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
        for node in root.named_children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                self._table(node)

    def line(self, path: Path) -> int:
        """The line (from 1) of a value, or of the nearest thing around it in the text."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _table(self, node: Node) -> None:
        header, *rest = node.named_children
        path = self._resolve(_keys(header))
        if node.type == "table_array_element":
            index = self._sizes.get(path, 0)
            self._sizes[path] = index + 1
            self._note(path, node)
            path = (*path, index)
        self._note(path, node)
        for child in rest:
            if child.type == "pair":
                self._pair(child, path)

    def _resolve(self, keys: list[str]) -> Path:
        """The path of a header: each array of tables on the way stands for its last element."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._sizes:
                path = (*path, self._sizes[path] - 1)
        return (*path, *keys[-1:])

    def _pair(self, node: Node, path: Path) -> None:
        key, value = (child for child in node.named_children if child.type != "comment")
        for part in _keys(key):
            path = (*path, part)
            self._note(path, node)
        self._value(value, path)

    def _value(self, node: Node, path: Path) -> None:
        items = (child for child in node.named_children if child.type != "comment")
        if node.type == "inline_table":
            for pair in items:
                self._pair(pair, path)
        elif node.type == "array":
            for index, item in enumerate(items):
                self._note((*path, index), item)
                self._value(item, (*path, index))

    def _note(self, path: Path, node: Node) -> None:
        self._lines.setdefault(path, node.start_point.row + 1)


def _keys(node: Node) -> list[str]:
    return [_unquoted(part) for part in _parts(node)]


def _parts(node: Node) -> Iterator[Node]:
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _parts(child)
    else:
        yield node


def _unquoted(node: Node) -> str:
    text = (node.text or b"").decode()
    if node.type != "quoted_key":
        return text
    if text.startswith("'"):
        return text[1:-1]
    (key,) = tomli.loads(f"{text} = 0")
    return str(key)
