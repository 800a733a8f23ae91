"""GEXF 1.3, the format of Gephi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .graph import graph, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer, Column, Facts
    from . import Screen

_NODE = ("id", "label")
_LINK = ("source", "target")


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Yield the network of an answer, a piece for each node and each link."""
    network = graph(answer)
    facts = [column for column in network.node_columns if column.key not in _NODE]
    link_facts = [column for column in network.link_columns if column.key not in _LINK]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><description>{xml_text(network.title)}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="undirected">\n'
    yield from _attributes("node", facts)
    yield from _attributes("edge", link_facts)
    yield "<nodes>\n"
    for node in network.nodes:
        start = f'<node id="{xml_text(node["id"])}" label="{xml_text(node["label"])}">'
        yield f"{start}{_values(facts, node)}</node>\n"
    yield "</nodes>\n<edges>\n"
    # Without an id of its own, Gephi takes a second link of two nodes for the first one.
    for number, link in enumerate(network.links):
        ends = f'source="{xml_text(link["source"])}" target="{xml_text(link["target"])}"'
        yield f'<edge id="{number}" {ends}>{_values(link_facts, link)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, columns: Iterable[Column]) -> Iterator[str]:
    yield f'<attributes class="{of}">\n'
    for column in columns:
        yield f'<attribute id="{column.key}" title="{column.key}" type="{_type(column)}"/>\n'
    yield "</attributes>\n"


def _type(column: Column) -> str:
    if column.kind != "number":
        return "string"
    return "integer" if column.is_whole else "double"


def _values(columns: Iterable[Column], record: Facts) -> str:
    values = "".join(
        f'<attvalue for="{column.key}" value="{xml_text(record[column.key])}"/>'
        for column in columns
        if column.key in record
    )
    return f"<attvalues>{values}</attvalues>"
