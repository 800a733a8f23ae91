"""A network as the formats of graphs write it: what is linked, then the links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..answers import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer, Column, Network, Table

Record = dict[str, Any]
"""The facts of a node or a link by key, those that it has."""

DEGREES = ("latitude", "longitude")
"""The numbers that are not whole."""


class Graph(NamedTuple):
    """A network; both lists may be lazy, and the nodes are read before the links."""

    title: str
    node_columns: tuple[Column, ...]
    nodes: Iterator[Record]
    link_columns: tuple[Column, ...]
    links: Iterator[Record]


def graph(answer: Answer) -> Graph:
    """The network of a table that has one."""
    table = cast("Table", answer)
    shape = cast("Network", table.shape)
    return Graph(
        shape.source,
        shape.nodes.columns,
        _filled(shape.nodes.records()),
        table.columns,
        _filled(table.records()),
    )


def _filled(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        yield {key: value for key, value in record.items() if not is_empty(value)}
