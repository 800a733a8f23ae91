"""GraphML, for networkx, Gephi, Cytoscape, yEd and igraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .graph import graph, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer, Column, Facts
    from . import Screen

_LINK = ("source", "target")


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Yield the network of an answer, a piece for each node and each link."""
    network = graph(answer)
    facts = [column for column in network.node_columns if column.key != "id"]
    link_facts = [column for column in network.link_columns if column.key not in _LINK]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _keys("node", facts)
    yield from _keys("edge", link_facts)
    # GraphML has no title of its own.
    yield '<key id="graph_title" for="graph" attr.name="title" attr.type="string"/>\n'
    yield '<graph edgedefault="undirected">\n'
    yield f'<data key="graph_title">{xml_text(network.title)}</data>\n'
    for node in network.nodes:
        yield f'<node id="{xml_text(node["id"])}">{_data("node", facts, node)}</node>\n'
    for link in network.links:
        ends = f'source="{xml_text(link["source"])}" target="{xml_text(link["target"])}"'
        yield f"<edge {ends}>{_data('edge', link_facts, link)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(of: str, columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        key = f'id="{of}_{column.key}" for="{of}" attr.name="{column.key}"'
        yield f'<key {key} attr.type="{_type(column)}"/>\n'


def _type(column: Column) -> str:
    if column.kind != "number":
        return "string"
    return "long" if column.is_whole else "double"


def _data(of: str, columns: Iterable[Column], record: Facts) -> str:
    return "".join(
        f'<data key="{of}_{column.key}">{xml_text(record[column.key])}</data>'
        for column in columns
        if column.key in record
    )
